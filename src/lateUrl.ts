import type { AppStore } from './state/createAppStore.ts';
import type { UrlWindow } from './state/urlWriter.ts';
import type { StageOwner } from './ui/kit/stage.ts';

/** How long the page paints what was done before it fetches what writes it into the address, ms. */
const UNTIL_PAINTED = 60;

interface Addressed {
  readonly store: AppStore;
  readonly stage: StageOwner;
  readonly isEmbedded: boolean;
  readonly isKept: boolean;
  /** Opens data that a link is about, where the address names some. */
  readonly opening: (() => Promise<void>) | null;
}

/** Starts when something has been done and painted, or when the page has come to rest. */
function followLater(store: AppStore, stage: StageOwner, start: () => Promise<void>): void {
  let isStarted = false;
  const startOnce = (): void => {
    if (isStarted) return;
    isStarted = true;
    stop();
    void start();
  };
  const before = store.getState();
  const stop = store.subscribe((state) => {
    const keys = ['view', 'selection', 'tab', 'dataset', 'playing', 'question', 'cameraAt'] as const;
    if (keys.some((key) => state[key] !== before[key])) setTimeout(startOnce, UNTIL_PAINTED);
  });
  void stage.settled.then(startOnce);
}

/**
 * Follows the address: at once where it says something, else behind what is done first. Resolves when what it says has
 * been applied.
 */
export async function followLateUrl({ store, stage, isEmbedded, isKept, opening }: Addressed): Promise<void> {
  const since = store.getState();
  await opening?.();
  const home = isKept ? '' : opening ? store.getState().dataset.file.id : since.dataset.file.id;
  const follow = async (): Promise<void> => {
    const { followUrl } = await import('./state/followUrl.ts');
    const wait = (run: () => void, ms: number): (() => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    };
    const load = () => import('./state/linkCodec.ts');
    const rest = opening ? {} : { since };
    await followUrl(store, isEmbedded ? stayInHistory() : window, { load, wait, home, ...rest }).ready;
  };
  if (location.hash === '' && !opening) followLater(store, stage, follow);
  else await follow();
}

/** A window in which nothing becomes a step of its own: an embedded page must not stand in the way of its host's Back. */
function stayInHistory(): UrlWindow {
  const replaceState: History['replaceState'] = (...asked) => history.replaceState(...asked);
  return {
    location,
    history: { pushState: replaceState, replaceState },
    addEventListener: (type: string, listener: () => void) => window.addEventListener(type, listener),
    removeEventListener: (type: string, listener: () => void) => window.removeEventListener(type, listener),
  };
}
