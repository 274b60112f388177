import { loadFonts } from './loadFonts.ts';
import { DataError } from './model/dataError.ts';
import { pictureFileName } from './picture/fileName.ts';
import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { createKeptDatabase, type KeptDatabase } from './state/keptDatabase.ts';
import { listKept, removeKept } from './state/keptWrites.ts';
import type { Restored } from './state/restore.ts';
import { createShelfChannel, type ShelfChannel, type ShelfMessage } from './state/shelfChannel.ts';
import { canSaveInPlace, createShelfFiles, type ShelfFiles } from './state/shelfFiles.ts';
import { createShelfKeeper, type ShelfKeeper } from './state/shelfKeeper.ts';
import { buildReadState, putDataset, type ReadDataset, readDataset } from './state/shelfReading.ts';
import { clearStorage, createShelfTab, findStorage, type ShelfTab, type TabStorage } from './state/shelfTab.ts';
import { writtenFile } from './state/writtenFile.ts';
import type { KeptEntry, Shelf, ShelfState } from './ui/kit/shelf.ts';

/** The parts of a browser that keeping needs; a test gives its own. */
export interface KeepingPage {
  readonly session: TabStorage | null;
  readonly local: TabStorage | null;
  readonly storage: Partial<StorageManager> | null;
  /** The fragment of the address now. */
  readonly hash: () => string;
  /** Calls back when the page may be gone in a moment, and when it is seen again. */
  readonly follow: (onLeave: () => void, onSeen: () => void) => void;
  readonly now: () => number;
  readonly newKey: () => string;
  readonly wait: (run: () => void, ms: number) => () => void;
}

/** What a tab that is loaded again starts with. */
export interface TakenUp {
  readonly state: AppState;
  /** Where the reader was, if the address is still the one that was left: it says more than the address can hold. */
  readonly restored: Restored | null;
}

interface Taken extends TakenUp {
  readonly read: ReadDataset;
  readonly isAhead: boolean;
}

/** What keeping joins. */
export interface KeepingGround {
  readonly store: AppStore;
  /** Puts the bundled story into the store. */
  readonly openBundled: () => Promise<() => void>;
}

/** What this tab had open, and what keeps things from then on. */
export interface Keeping {
  /** What this tab had open. Rejects with DataError, and deletes nothing; the tab then starts as any other. */
  takeUp(): Promise<TakenUp>;
  /** Keeps what is opened and done from now on, what has been taken up too. To be called once. */
  start(ground: KeepingGround): Shelf;
}

interface Joined extends KeepingGround {
  readonly page: KeepingPage;
  readonly database: KeptDatabase;
  readonly files: ShelfFiles;
  readonly keeper: ShelfKeeper;
  readonly channel: ShelfChannel;
  readonly changed: () => void;
}

async function takeUp(database: KeptDatabase, tab: ShelfTab, hash: string): Promise<Taken> {
  const record = tab.read();
  if (!record) throw new DataError('kept-gone', '');
  try {
    const read = await readDataset(database, record.key);
    await loadFonts(read.dataset);
    const left = tab.readLeft(record.key);
    const isNewest = left !== null && left.revision === read.meta.revision;
    const ahead = isNewest && left.place ? { ...left.place, places: read.place?.places ?? null } : null;
    const { state, restored } = buildReadState(read, ahead ?? read.place);
    const isSameAddress = hash === '' || left?.hash === hash;
    return { read, state, restored: isSameAddress ? restored : null, isAhead: ahead !== null };
  } catch (error) {
    if (error instanceof DataError && error.code === 'kept-gone') tab.forget();
    throw error;
  }
}

async function list({ database, files }: Joined): Promise<KeptEntry[]> {
  try {
    const metas = (await database.read(listKept)) ?? [];
    const names = metas.length > 0 ? await files.names() : new Map<string, string>();
    return metas.map(({ key, title, entities, relations, bytes, changed, format }) => {
      return { key, title, entities, relations, bytes, changed, format, savedTo: names.get(key) ?? null };
    });
  } catch {
    // Said by `state`.
    return [];
  }
}

async function findState({ page: { storage }, database, keeper }: Joined): Promise<ShelfState> {
  const [estimate, isPersisted, isRefused] = await Promise.all([
    storage?.estimate?.().catch(() => null) ?? null,
    storage?.persisted?.().catch(() => null) ?? null,
    database.read(async () => false).catch(() => true),
  ]);
  const problem = isRefused ? 'refused' : (keeper.problem() ?? (isPersisted === false ? 'volatile' : null));
  return { problem, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null };
}

async function open({ store, keeper, database, openBundled, changed }: Joined, key: string | null): Promise<void> {
  await keeper.settle();
  if (key === null) keeper.opening(null, await openBundled());
  else {
    const read = await readDataset(database, key);
    await loadFonts(read.dataset);
    keeper.opening(key, () => putDataset(store, read));
    keeper.adopt(read.meta);
  }
  changed();
}

async function remove({ keeper, database, files, channel, changed }: Joined, key: string): Promise<void> {
  if (keeper.key() === key) await keeper.letGo();
  await database.read((db) => removeKept(db, key));
  files.forget(key);
  channel.post({ type: 'removed', key });
  changed();
}

async function removeAll({ page, keeper, database, files, channel, changed }: Joined): Promise<void> {
  await keeper.letGo();
  channel.post({ type: 'removed', key: null });
  files.forget(null);
  for (const storage of [page.session, page.local]) clearStorage(storage);
  await database.destroy();
  changed();
}

async function save({ store, keeper, files, changed }: Joined): Promise<string> {
  const state = store.getState();
  await keeper.settle();
  const key = keeper.key() ?? `open ${state.dataset.file.id}`;
  const name = await files.save(writtenFile(state), key, pictureFileName(state.dataset, null, 'json'));
  store.dispatch('report', { keptNotice: { code: 'saved', name } });
  changed();
  return name;
}

async function resolve(joined: Joined, choice: 'newer' | 'copy'): Promise<void> {
  const key = joined.keeper.key();
  if (choice === 'copy') await joined.keeper.keepCopy();
  else if (key !== null) await open(joined, key);
}

function createShelf(joined: Joined, listeners: Set<() => void>): Shelf {
  const { page, database, files, keeper } = joined;
  return {
    list: () => list(joined),
    state: () => findState(joined),
    current: async () => keeper.key(),
    open: (key) => open(joined, key),
    remove: (key) => remove(joined, key),
    removeAll: () => removeAll(joined),
    persist: async () => (await page.storage?.persist?.().catch(() => false)) ?? false,
    canSaveInPlace: canSaveInPlace(),
    save: () => save(joined),
    reopen: (key) => files.reopen(key),
    resolve: (choice) => resolve(joined, choice),
    recallMapping: async (key) => {
      const kept = await database.read((db) => db.get('mappings', key)).catch(() => null);
      return kept?.mapping ?? null;
    },
    rememberMapping: (key, mapping) =>
      database
        .write((db) => db.put('mappings', { key, mapping }))
        .then(
          () => undefined,
          () => undefined,
        ),
    settle: () => keeper.settle(),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A file that has been opened again belongs to what it was opened as. */
async function joinFile({ keeper, files }: Pick<Joined, 'keeper' | 'files'>, { report }: AppState): Promise<void> {
  const [file, another] = report?.files ?? [];
  const claim = file && !another ? files.claim(file) : null;
  if (!claim) return;
  await keeper.settle();
  const key = keeper.key();
  if (key !== null) await claim(key);
}

/** What this page really has. */
export function findKeepingPage(): KeepingPage {
  return {
    session: findStorage('sessionStorage'),
    local: findStorage('localStorage'),
    storage: 'storage' in navigator ? navigator.storage : null,
    hash: () => location.hash,
    follow(onLeave, onSeen) {
      addEventListener('pagehide', onLeave);
      addEventListener('pageshow', ({ persisted }) => persisted && onSeen());
      document.addEventListener('visibilitychange', () => (document.hidden ? onLeave() : onSeen()));
    },
    now: () => Date.now(),
    newKey: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    wait(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Joins the store to what is kept on this machine. Nothing is opened or written before there is a need. */
export function createKeeping(page: KeepingPage, database: KeptDatabase = createKeptDatabase()): Keeping {
  const tab = createShelfTab(page.session);
  let taken: Taken | null = null;
  return {
    async takeUp() {
      taken = await takeUp(database, tab, page.hash());
      return taken;
    },
    start(ground) {
      const { store } = ground;
      const listeners = new Set<() => void>();
      const changed = (): void => {
        for (const listener of listeners) listener();
      };
      const { now, newKey, wait } = page;
      const post = (message: ShelfMessage): void => channel.post(message);
      const keeper = createShelfKeeper({ store, database, tab, post, now, newKey, wait, changed });
      const channel = createShelfChannel((message) => {
        keeper.hear(message);
        if (message.type === 'wrote' || message.type === 'removed') changed();
      });
      const files = createShelfFiles(database);
      // What the address asked for meanwhile is to be kept too.
      if (taken) keeper.adopt(taken.read.meta, taken.isAhead || store.getState().view !== taken.state.view);
      else keeper.follow(store.getState(), store.getInitialState());
      store.subscribe((state, before) => {
        keeper.follow(state, before);
        if (state.report !== before.report) void joinFile({ keeper, files }, state);
      });
      page.follow(
        () => keeper.leave(page.hash()),
        () => void keeper.check(),
      );
      return createShelf({ ...ground, page, database, files, keeper, channel, changed }, listeners);
    },
  };
}
