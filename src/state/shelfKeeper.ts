import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { writePlace } from './keptPlace.ts';
import type { KeptMeta } from './keptRecords.ts';
import type { ShelfMessage } from './shelfChannel.ts';
import { adoptedCurrent, type Current, copiedCurrent, idleCurrent, newCurrent } from './shelfCurrent.ts';
import { isOpening, isSame, isSameContent } from './shelfOpening.ts';
import { createShelfWriter, loseCurrent, rememberTab, type ShelfWriter, type WriterGround } from './shelfWriter.ts';

/** How long the reader must pause before what was done is written, ms. */
const PAUSE = 700;
/** How long what is done without a pause may wait, and what is done while something is laid out or opened, ms. */
const LONGEST = { going: 5000, busy: 30_000 } as const;

/** What the keeper works with. */
export interface KeeperGround extends Omit<WriterGround, 'tell' | 'current'> {
  readonly store: AppStore;
  /** Runs something later; returns what takes that back. */
  readonly wait: (run: () => void, ms: number) => () => void;
}

/** Keeps what is open, as the store changes. */
export interface ShelfKeeper {
  /** Follows one change of the store. */
  follow(state: AppState, before: AppState): void;
  /** What is open is this kept dataset, as it was read; `isAhead`: with something done to it that is not yet written. */
  adopt(meta: KeptMeta, isAhead?: boolean): void;
  /** While what is kept as `key`, or the bundled story (null), is put into the store, it is not taken for something new. */
  opening(key: string | null, put: () => void): void;
  /** Writes what waits; resolves when it is written, or has failed. */
  settle(): Promise<void>;
  /** The page may be gone in a moment: remembers the place at once, and begins to write. */
  leave(hash: string): void;
  /** What another tab tells. */
  hear(message: ShelfMessage): void;
  /** Finds out whether another tab has written or deleted unheard. */
  check(): Promise<void>;
  /** What is open is no longer kept. Resolves when nothing is being written. */
  letGo(): Promise<void>;
  /** What is open goes on under a key of its own. */
  keepCopy(): Promise<void>;
  /** The key of what is open and kept; null where nothing is. */
  key(): string | null;
  problem(): 'refused' | 'full' | null;
}

interface Desk {
  readonly ground: KeeperGround & WriterGround;
  readonly writer: ShelfWriter;
  /** This tab's name among the tabs. */
  readonly name: string;
  current: Current;
  isPutting: boolean;
  stopWaiting: (() => void) | null;
  /** Since when something waits to be written, ms. */
  since: number;
}

function flush(desk: Desk, state: AppState = desk.ground.store.getState()): void {
  if (!desk.stopWaiting) return;
  desk.stopWaiting();
  desk.stopWaiting = null;
  desk.writer.enqueue(desk.current, state);
}

function schedule(desk: Desk): void {
  const { store, now, wait } = desk.ground;
  if (!desk.stopWaiting) desk.since = now();
  const waited = now() - desk.since;
  if (desk.stopWaiting && waited > LONGEST.going && !store.getState().busy) return;
  desk.stopWaiting?.();
  desk.stopWaiting = wait(() => {
    // The first picture of what was opened has the page for itself.
    if (store.getState().busy && now() - desk.since < LONGEST.busy) schedule(desk);
    else flush(desk);
  }, PAUSE);
}

/** What was done to an older copy, and not decided about, is kept beside the newer one. */
function leaveOlder({ current, writer, ground }: Desk, state: AppState): void {
  const { mode, written } = current;
  const isUnwritten = !written || !isSameContent(state, written) || state.view !== written.view;
  if (mode === 'older' && isUnwritten) writer.enqueue(copiedCurrent(ground.newKey(), current), state);
}

function follow(desk: Desk, state: AppState, before: AppState): void {
  if (desk.isPutting) return;
  const { mode } = desk.current;
  if (isOpening(state, before)) {
    flush(desk, before);
    leaveOlder(desk, before);
    desk.current = newCurrent(desk.ground.newKey(), state, true);
    schedule(desk);
  } else if (mode === 'idle' && !isSameContent(state, before)) {
    desk.current = newCurrent(desk.ground.newKey(), state, false);
    schedule(desk);
  } else if (mode === 'kept' && !isSame(state, before)) schedule(desk);
}

function opening(desk: Desk, key: string | null, put: () => void): void {
  flush(desk);
  // Whoever asks for the newer one of the two has decided.
  if (key !== desk.current.key) leaveOlder(desk, desk.ground.store.getState());
  desk.isPutting = true;
  try {
    put();
  } finally {
    desk.isPutting = false;
  }
  desk.current = idleCurrent();
  desk.ground.tab.forget();
}

function adopt(desk: Desk, meta: KeptMeta, isAhead: boolean): void {
  const { ground, name } = desk;
  const state = ground.store.getState();
  desk.current = adoptedCurrent(meta, state, isAhead);
  rememberTab(ground, desk.current, state);
  ground.post({ type: 'opened', key: meta.key, tab: name });
  if (isAhead) schedule(desk);
}

function leave(desk: Desk, hash: string): void {
  const { mode, key, revision, written } = desk.current;
  const state = desk.ground.store.getState();
  if (mode === 'kept' && revision > 0) {
    const isKept = written !== null && isSame(state, written);
    // Without the places of the layout, which can be made again: a session holds little.
    const place = isKept ? null : { ...writePlace(state), places: null };
    desk.ground.tab.leave({ key, revision, hash, place });
  }
  flush(desk);
}

function hear({ current, ground, name }: Desk, message: ShelfMessage): void {
  const { key } = message;
  if (current.mode !== 'kept' || (key !== null && key !== current.key)) return;
  if (message.type === 'removed') loseCurrent(ground, current, 'gone');
  else if (message.type === 'wrote' && message.revision > current.revision) loseCurrent(ground, current, 'older');
  else if (message.type === 'opened') ground.post({ type: 'here', key: message.key, tab: message.tab });
  else if (message.type === 'here' && message.tab === name && current.isAsking) {
    current.isAsking = false;
    ground.tell('elsewhere');
  }
}

async function check({ current, ground, writer }: Desk): Promise<void> {
  await writer.settled();
  if (current.mode !== 'kept' || current.revision === 0) return;
  const { revision } = current;
  let found: KeptMeta | null | undefined;
  try {
    found = await ground.database.read((db) => db.get('datasets', current.key));
  } catch {
    // What cannot be read is told when it is next written.
    return;
  }
  if ((current.mode as Current['mode']) !== 'kept' || current.revision !== revision) return;
  if (!found) loseCurrent(ground, current, 'gone');
  else if (found.revision > revision) loseCurrent(ground, current, 'older');
}

async function letGo(desk: Desk): Promise<void> {
  desk.current.mode = 'off';
  desk.stopWaiting?.();
  desk.stopWaiting = null;
  desk.ground.tab.forget();
  await desk.writer.settled();
  desk.ground.tab.forget();
}

async function keepCopy(desk: Desk): Promise<void> {
  const { ground, writer } = desk;
  desk.current = copiedCurrent(ground.newKey(), desk.current);
  ground.store.dispatch('report', { keptNotice: null });
  writer.enqueue(desk.current, ground.store.getState());
  await writer.settled();
}

/** Creates what keeps the open dataset. */
export function createShelfKeeper(given: KeeperGround): ShelfKeeper {
  const { store } = given;
  const ground: Desk['ground'] = {
    ...given,
    tell: (code) => store.dispatch('report', { keptNotice: { code } }),
    current: () => desk.current,
  };
  const name = given.newKey();
  const writer = createShelfWriter(ground, name);
  const desk: Desk = { ground, writer, name, current: idleCurrent(), isPutting: false, stopWaiting: null, since: 0 };
  return {
    follow: (state, before) => follow(desk, state, before),
    adopt: (meta, isAhead = false) => adopt(desk, meta, isAhead),
    opening: (key, put) => opening(desk, key, put),
    settle: () => {
      flush(desk);
      return writer.settled();
    },
    leave: (hash) => leave(desk, hash),
    hear: (message) => hear(desk, message),
    check: () => check(desk),
    letGo: () => letGo(desk),
    keepCopy: () => keepCopy(desk),
    key: () => (['kept', 'older'].includes(desk.current.mode) ? desk.current.key : null),
    problem: () => writer.problem(),
  };
}
