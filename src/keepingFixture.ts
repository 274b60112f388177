import { createKeeping, type KeepingPage } from './keeping.ts';
import { buildDataset } from './model/buildDataset.ts';
import type { ImportReport } from './model/importReport.ts';
import { parseStories } from './model/parseStories.ts';
import type { DatasetFile } from './model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './model/sampleFixture.ts';
import { type AppState, buildInitialState } from './state/appState.ts';
import { type AppStore, createAppStore } from './state/createAppStore.ts';
import { createKeptDatabase } from './state/keptDatabase.ts';
import type { TabStorage } from './state/shelfTab.ts';
import type { Shelf } from './ui/kit/shelf.ts';

/** A small dataset; `names` are its entities. */
export function keptFile(id: string, names: readonly string[] = ['Ada', 'Ben', 'Cy']): DatasetFile {
  const relations = names
    .slice(1)
    .map((name, i) => sampleRelation(`r${i}`, names[0] ?? '', name, [sampleClaim(`c${i}`)]));
  return {
    ...sampleFile(
      names.map((name) => sampleEntity(name)),
      relations,
    ),
    id,
    title: `About ${id}`,
    notes: 'private',
  };
}

export function reportOf(format = 'csv'): ImportReport {
  const counts = { entities: 1, relations: 1, claims: 1, sources: 1 };
  return { format, files: [], counts, holds: counts, issues: [], mapping: null };
}

/** Opens a file as the page does. */
export function openFile(store: AppStore, file: DatasetFile, report = reportOf()): void {
  const dataset = buildDataset(file);
  store.dispatch('openDataset', { dataset, placement: null, told: parseStories(dataset), report });
}

export function openStorage(): TabStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
    key: (i) => [...entries.keys()][i] ?? null,
    get length() {
      return entries.size;
    },
  };
}

/** A BroadcastChannel whose messages arrive behind what is being done; one network a test. */
export function createNetwork() {
  const all = new Set<Channel>();
  class Channel {
    readonly listeners = new Set<(event: { data: unknown }) => void>();
    constructor() {
      all.add(this);
    }
    addEventListener(_: string, listener: (event: { data: unknown }) => void): void {
      this.listeners.add(listener);
    }
    postMessage(data: unknown): void {
      const others = [...all].filter((each) => each !== this);
      queueMicrotask(() => {
        for (const each of others) if (all.has(each)) for (const listener of each.listeners) listener({ data });
      });
    }
    close(): void {
      all.delete(this);
    }
  }
  return { Channel, clear: () => all.clear() };
}

let serial = 0;

interface TabOptions {
  /** The state the page begins with; the bundled story where it is left out. */
  readonly state?: AppState;
  readonly session?: ReturnType<typeof openStorage>;
  readonly local?: ReturnType<typeof openStorage>;
  readonly storage?: KeepingPage['storage'];
  readonly hash?: string;
}

const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A tab of the page; `name` is the database's. */
export function openTab(name: string, { session = openStorage(), local = openStorage(), ...given }: TabOptions = {}) {
  const tabName = `tab${(serial += 1)}`;
  const database = createKeptDatabase(name);
  const waiting = new Set<() => void>();
  let keys = 0;
  let time = serial * 1000;
  let leavePage = (): void => undefined;
  let seePage = (): void => undefined;
  let hash = given.hash ?? '';
  const page: KeepingPage = {
    session,
    local,
    storage: given.storage ?? null,
    hash: () => hash,
    follow(onLeave, onSeen) {
      leavePage = onLeave;
      seePage = onSeen;
    },
    now: () => (time += 1),
    newKey: () => `${tabName}-${(keys += 1)}`,
    wait(run) {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
  };
  const keeping = createKeeping(page, database);
  const bundled = buildDataset(keptFile('bundled'));
  const start = (state: AppState): { store: AppStore; shelf: Shelf } => {
    const store = createAppStore(state);
    const openBundled = async () => () => store.dispatch('openDataset', { dataset: bundled, placement: null });
    return { store, shelf: keeping.start({ store, openBundled }) };
  };
  /** Time passes until nothing waits to be written, and what tabs tell each other has arrived. */
  const pass = async (shelf: Shelf): Promise<void> => {
    await shelf.settle();
    await pause(8);
  };
  return {
    database,
    session,
    local,
    keeping,
    begin: (state: AppState = given.state ?? buildInitialState(bundled, null, parseStories(bundled))) => {
      const { store, shelf } = start(state);
      return { store, shelf, pass: () => pass(shelf), notice: () => store.getState().keptNotice?.code ?? null };
    },
    setHash: (now: string) => void (hash = now),
    leave: () => leavePage(),
    see: () => seePage(),
    close: () => database.close(),
  };
}

/** The tabs of one test, on a database of their own. */
export function createTabs(name: string) {
  const network = createNetwork();
  const tabs: ReturnType<typeof openTab>[] = [];
  const tab = (options: TabOptions = {}) => {
    const opened = openTab(name, options);
    tabs.push(opened);
    return opened;
  };
  return {
    name,
    network,
    tab,
    /** A tab in which a file was opened and kept. */
    async keptTab(file = keptFile('a'), options: TabOptions = {}) {
      const mine = tab(options);
      const begun = mine.begin();
      openFile(begun.store, file);
      await begun.pass();
      return { ...mine, ...begun };
    },
    close(): void {
      network.clear();
      for (const each of tabs) each.close();
    },
  };
}
