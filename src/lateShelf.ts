import type { KeepingGround, TakenUp } from './keeping.ts';
import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { createLate, type Late } from './ui/kit/late.ts';
import type { Shelf } from './ui/kit/shelf.ts';

type Keeping = typeof import('./keeping.ts');
type Asked = Exclude<keyof Shelf, 'canSaveInPlace' | 'follow'>;

const ASKED: readonly Asked[] = [
  'list',
  'state',
  'current',
  'open',
  'remove',
  'removeAll',
  'persist',
  'save',
  'reopen',
  'resolve',
  'recallMapping',
  'rememberMapping',
  'settle',
];

/** What keeps work on this machine, before the page knows whether there is anything to keep. */
export interface LateKeeping {
  /** What this tab had open before it was loaded again; null where the address or the first script says otherwise. */
  takeUp(): Promise<TakenUp | null>;
  /** `isFollowed`: what is opened and done is kept from now on. An embedded page keeps nothing. */
  start(ground: KeepingGround, isFollowed: boolean): Shelf;
}

/** What the reader calls off is no failure; what fails otherwise is told by the one sink for it. */
async function save(late: Late<Shelf>): Promise<void> {
  const shelf = await late.load();
  await shelf.save().catch((error: unknown) => {
    if ((error as { readonly code?: string }).code !== 'cancelled') throw error;
  });
}

/** The code comes when the first thing is to be kept, or something is asked of the shelf. */
function followLate(store: AppStore, late: Late<Shelf>): void {
  const isChanged = (state: AppState, before: AppState): boolean =>
    state.dataset !== before.dataset || state.stories !== before.stories;
  store.subscribe((state, before) => {
    if (state.saveAsked !== before.saveAsked) void save(late);
    else if (late.loaded() === null && isChanged(state, before)) void late.load();
  });
}

/** Creates it; `opening` is what `public/theme.js` found to be opened. */
export function createLateKeeping(opening: string | undefined): LateKeeping {
  const keeping = createLate(async () => {
    const { createKeeping, findKeepingPage }: Keeping = await import('./keeping.ts');
    return createKeeping(findKeepingPage());
  });
  return {
    takeUp: async () => (opening === undefined ? null : (await keeping.load()).takeUp()),
    start(ground, isFollowed) {
      const late = createLate(async () => (await keeping.load()).start(ground));
      if (isFollowed) {
        followLate(ground.store, late);
        if (keeping.loaded()) void late.load();
      }
      const ask =
        (name: Asked) =>
        async (...asked: never[]) =>
          ((await late.load())[name] as (...args: never[]) => unknown)(...asked);
      return {
        ...(Object.fromEntries(ASKED.map((name) => [name, ask(name)])) as unknown as Shelf),
        canSaveInPlace: 'showSaveFilePicker' in window,
        follow(listener) {
          let stop: (() => void) | null = null;
          let isStopped = false;
          const start = async (): Promise<void> => {
            const shelf = await late.load();
            if (!isStopped) stop = shelf.follow(listener);
          };
          void start();
          return () => {
            isStopped = true;
            stop?.();
          };
        },
      };
    },
  };
}
