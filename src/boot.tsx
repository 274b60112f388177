import { createRoot, hydrateRoot } from 'react-dom/client';
import { createApi, type SaysoApi } from './api.ts';
import { begin, readBundled } from './beginning.ts';
import type { ExportGround } from './exportDrafts.ts';
import { createLateOpener } from './lateOpener.ts';
import { createLateKeeping } from './lateShelf.ts';
import { followLateUrl } from './lateUrl.ts';
import { DataError } from './model/dataError.ts';
import type { AppState } from './state/appState.ts';
import { type AppStore, createAppStore } from './state/createAppStore.ts';
import { followShortcuts } from './state/shortcuts.ts';
import { App } from './ui/App.tsx';
import { AppStoreProvider } from './ui/kit/AppStoreProvider.tsx';
import { type Exporter, ExporterContext } from './ui/kit/exporter.ts';
import { createLate } from './ui/kit/late.ts';
import { type Opener, OpenerContext } from './ui/kit/opener.ts';
import { type Shelf, ShelfContext } from './ui/kit/shelf.ts';
import { createStage, StageContext, type StageOwner } from './ui/kit/stage.ts';
import { headerText } from './words/frameText.ts';
import type { Jobs } from './workers/createJobs.ts';

declare global {
  interface Window {
    sayso?: SaysoApi;
  }
}

const THEME_KEY = 'sayso.theme';
const SINGLE_KEYS = 'sayso.singleKeys';
/** Follows the device's and the reader's choice of colours. */
function followTheme(store: AppStore): void {
  const device = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => store.dispatch('report', { systemDark: device.matches });
  device.addEventListener('change', follow);
  follow();
  const kept = document.documentElement.dataset['theme'];
  if (kept === 'light' || kept === 'dark') store.dispatch('setTheme', kept);
  store.subscribe((state, before) => {
    if (state.theme === before.theme || state.theme === 'system') return;
    document.documentElement.dataset['theme'] = state.theme;
    try {
      localStorage.setItem(THEME_KEY, state.theme);
    } catch {
      // Storage may be refused or full; the choice then holds for this page alone.
    }
  });
}

/** Keeps on this machine whether keys without Ctrl work everywhere. */
function followSingleKeys(store: AppStore): void {
  try {
    if (localStorage.getItem(SINGLE_KEYS) === 'off') store.dispatch('setSingleKeys', false);
  } catch {
    // Storage may be refused; the keys are on then.
  }
  store.subscribe(({ singleKeys }, before) => {
    if (singleKeys === before.singleKeys) return;
    try {
      localStorage.setItem(SINGLE_KEYS, singleKeys ? 'on' : 'off');
    } catch {
      // As above: the choice holds for this page alone.
    }
  });
}

function followTitle(store: AppStore): void {
  const tell = ({ dataset }: AppState): string => (document.title = headerText.pageTitle(dataset.file.title));
  tell(store.getState());
  store.subscribe((state, before) => {
    if (state.dataset !== before.dataset) tell(state);
  });
}

/** The job that answers questions about paths is fetched with the first question. */
function followQuestions(store: AppStore, jobs: Jobs): void {
  const stop = store.subscribe(({ question }) => {
    if (!question) return;
    stop();
    const start = async (): Promise<void> => {
      const { followPaths } = await import('./state/followPaths.ts');
      followPaths(store, (problem, signal) => jobs.run('paths', problem, { signal }));
    };
    void start();
  });
}

/** What places callouts is fetched with the first of them. */
function followCallouts(store: AppStore): void {
  const isNeeded = ({ view }: AppState): boolean => view.callouts.length > 0;
  const start = async (): Promise<void> =>
    store.dispatch('drawCallouts', (await import('./scene/buildScene.ts')).withCallouts);
  if (isNeeded(store.getState())) return void start();
  const stop = store.subscribe((state) => {
    if (!isNeeded(state)) return;
    stop();
    void start();
  });
}

/** The one sink for what nobody caught: it is said, and the page goes on. */
function followFailures(store: AppStore): void {
  const report = (reason: unknown): void => {
    const failure =
      reason instanceof DataError
        ? { code: reason.code, where: reason.where, params: reason.params }
        : {
            code: 'unexpected',
            where: '',
            params: { reason: reason instanceof Error ? reason.message : String(reason) },
          };
    store.dispatch('report', { failure });
  };
  window.addEventListener('error', (event) => {
    // Browsers say so when a size changes again while it is being followed; nothing has failed, and it is followed next.
    if (!event.message.startsWith('ResizeObserver loop')) report(event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
}

interface Mounted {
  readonly store: AppStore;
  readonly stage: StageOwner;
  readonly exporter: Exporter;
  readonly opener: Opener;
  readonly shelf: Shelf;
}

function mount(root: HTMLElement, { store, stage, exporter, opener, shelf }: Mounted, isWritten: boolean): void {
  const page = (
    <AppStoreProvider store={store}>
      <StageContext value={stage}>
        <ExporterContext value={exporter}>
          <OpenerContext value={opener}>
            <ShelfContext value={shelf}>
              <App />
            </ShelfContext>
          </OpenerContext>
        </ExporterContext>
      </StageContext>
    </AppStoreProvider>
  );
  if (isWritten) hydrateRoot(root, page);
  else {
    // What was written is of the bundled story.
    root.replaceChildren();
    createRoot(root).render(page);
  }
  delete document.documentElement.dataset['opening'];
}

/** Jobs in a worker; on the page's own thread where the browser has none. */
async function startJobs(): Promise<Jobs> {
  if (typeof Worker === 'undefined') return (await import('./workers/createInlineJobs.ts')).createInlineJobs();
  const { createJobs } = await import('./workers/createJobs.ts');
  return createJobs(() => new Worker(new URL('./workers/jobs.worker.ts', import.meta.url), { type: 'module' }));
}

/** Jobs whose code is fetched with the first one: the bundled story needs none. */
function createLateJobs(): Jobs {
  let started: Promise<Jobs> | null = null;
  return {
    async run(...asked) {
      started ??= startJobs();
      return (await started).run(...asked);
    },
    destroy: () => void started?.then((jobs) => jobs.destroy()),
  };
}

/** What makes files is fetched when the first is asked for. */
function createLateExporter(ground: ExportGround): Exporter {
  const late = createLate(async () => (await import('./exporter.ts')).createExporter(ground));
  return {
    draft: async (request) => (await late.load()).draft(request),
    make: async (request, options) => (await late.load()).make(request, options),
    print: async (request) => (await late.load()).print(request),
    offers: async () => (await late.load()).offers(),
  };
}

/** The story's places come with the page: what lays out is fetched when anything else is to be placed. */
function followPlaces(store: AppStore, jobs: Jobs, isNeededNow: boolean): void {
  const { dataset } = store.getState();
  const isNeeded = (state: AppState): boolean =>
    isNeededNow || state.placement === null || state.dataset !== dataset || state.view.arrangement !== 'usual';
  const start = async (): Promise<void> => {
    const busy: AppState['busy'] = { what: 'layout', done: 0 };
    store.dispatch('report', { busy });
    const { followLayout } = await import('./state/followLayout.ts');
    followLayout(store, (problem, signal, onProgress) => jobs.run('layout', problem, { signal, onProgress }));
    // Nothing was to be placed after all.
    if (store.getState().busy === busy) store.dispatch('report', { busy: null });
  };
  if (isNeeded(store.getState())) return void start();
  const stop = store.subscribe((state) => {
    if (!isNeeded(state)) return;
    stop();
    void start();
  });
}

/** A frame less high or wide than this is small, px. */
const SMALL_FRAME = 480;

/** How long the page paints what was clicked before it fetches what says it, ms. */
const BEFORE_SPEECH = 100;

/** What happens is said aloud from the first time on, by code that comes behind what is seen. */
function followLateSpeech(store: AppStore): void {
  const before = store.getState();
  const stop = store.subscribe((state) => {
    const keys = ['view', 'selection', 'tab', 'dataset', 'legendOpen', 'playing'] as const;
    if (keys.every((key) => state[key] === before[key])) return;
    stop();
    const start = async (): Promise<void> => {
      const { followSpeech } = await import('./state/followSpeech.ts');
      followSpeech(store, before);
    };
    setTimeout(() => void start(), BEFORE_SPEECH);
  });
}

async function startLateEmbed(store: AppStore, ready: Promise<void>): Promise<void> {
  const { startEmbed } = await import('./embed.ts');
  startEmbed(store, window, ready);
}

async function openData(...asked: Parameters<typeof import('./openAddress.ts').openAddress>): Promise<void> {
  const { openAddress } = await import('./openAddress.ts');
  await openAddress(...asked);
}

/** Starts the page: loads the bundled story, joins the rooms, and installs `window.sayso`. */
export async function boot(root: HTMLElement): Promise<void> {
  // Asked for before anything else waits: the canvas is the largest part of the code.
  void import('./canvas/createCanvas.ts');
  const data = new URLSearchParams(location.search).get('data');
  const keeping = createLateKeeping(data === null ? document.documentElement.dataset['opening'] : undefined);
  const { state, isWritten, isKept, restored, failure } = await begin(keeping, data !== null);
  const store = createAppStore(state);
  const isEmbedded = document.documentElement.dataset['embed'] !== undefined;
  if (isEmbedded) {
    store.dispatch('report', { embedded: true });
    // In a small frame the graph has the room.
    if (innerHeight < SMALL_FRAME || innerWidth < SMALL_FRAME) store.dispatch('toggleLegend');
  }
  const stage = createStage();
  const jobs = createLateJobs();
  followFailures(store);
  const exporter = createLateExporter({ store, stage, jobs });
  const openBundled = async () => {
    const bundled = await readBundled();
    return () => store.dispatch('openDataset', bundled);
  };
  const shelf = keeping.start({ store, openBundled }, !isEmbedded);
  const opener = createLateOpener({
    store,
    jobs,
    memory: { recall: (key) => shelf.recallMapping(key), remember: (...asked) => shelf.rememberMapping(...asked) },
  });
  mount(root, { store, stage, exporter, opener, shelf }, isWritten);
  followTheme(store);
  followTitle(store);
  followSingleKeys(store);
  followShortcuts(store, document);
  followQuestions(store, jobs);
  followCallouts(store);
  followLateSpeech(store);
  const addressed = followLateUrl({
    store,
    stage,
    isEmbedded,
    isKept,
    opening: data === null ? null : () => openData(store, opener, data),
  });
  followPlaces(store, jobs, isKept);
  // An address holds less than what was left.
  if (restored) void addressed.then(() => store.dispatch('restore', restored));
  window.sayso = createApi({ store, stage, jobs, exporter, opener, addressed });
  if (isEmbedded) void startLateEmbed(store, window.sayso.ready);
  if (failure) {
    const { code, where, params } = failure;
    store.dispatch('report', { failure: { code, where, params } });
  }
}
