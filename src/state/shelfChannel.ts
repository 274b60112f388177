/** What tabs tell each other. `key` null: everything. */
export type ShelfMessage =
  | { readonly type: 'wrote'; readonly key: string; readonly revision: number }
  | { readonly type: 'removed'; readonly key: string | null }
  /** The tab called `tab` has opened it; whoever has it open answers that tab. */
  | { readonly type: 'opened' | 'here'; readonly key: string; readonly tab: string };

/** How tabs hear of each other. */
export interface ShelfChannel {
  readonly post: (message: ShelfMessage) => void;
  readonly close: () => void;
}

/** Joins the tabs of one origin; where the browser has no channel, revisions alone keep them from writing over each other. */
export function createShelfChannel(hear: (message: ShelfMessage) => void, name = 'sayso.shelf'): ShelfChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  let isClosed = false;
  channel.addEventListener('message', ({ data }: MessageEvent<ShelfMessage>) => hear(data));
  return {
    post: (message) => {
      if (!isClosed) channel.postMessage(message);
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}
