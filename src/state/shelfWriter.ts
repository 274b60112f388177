import { shelfText } from '../words/shelfText.ts';
import type { AppState, KeptNotice } from './appState.ts';
import { packBody } from './keptBody.ts';
import { isQuotaError, type KeptDatabase } from './keptDatabase.ts';
import { writePlace } from './keptPlace.ts';
import { findSame, type KeptChange, type Written, writeKept } from './keptWrites.ts';
import type { ShelfMessage } from './shelfChannel.ts';
import { buildMeta, type Current, isBareStill } from './shelfCurrent.ts';
import { isSame, isSameContent } from './shelfOpening.ts';
import type { ShelfTab } from './shelfTab.ts';
import { writtenFile } from './writtenFile.ts';

/** What writing needs. */
export interface WriterGround {
  readonly database: KeptDatabase;
  readonly tab: ShelfTab;
  readonly post: (message: ShelfMessage) => void;
  /** Ms since 1970. */
  readonly now: () => number;
  /** A text that was never given before. */
  readonly newKey: () => string;
  /** The list or the state has changed. */
  readonly changed: () => void;
  readonly tell: (code: KeptNotice['code']) => void;
  /** What is open in this tab now. */
  readonly current: () => Current;
}

/** Writes one after the other. */
export interface ShelfWriter {
  enqueue(mine: Current, state: AppState): void;
  /** Resolves when everything that was asked for is written or has failed. */
  settled(): Promise<void>;
  /** Whether the last write did not fit, or was refused. */
  problem(): 'refused' | 'full' | null;
}

/** A dataset's record was changed or deleted by another tab: nothing more is written, and the reader is told. */
export function loseCurrent({ tab, tell, current }: WriterGround, mine: Current, outcome: 'older' | 'gone'): void {
  mine.mode = outcome === 'gone' ? 'off' : 'older';
  if (mine !== current()) return;
  if (outcome === 'gone') tab.forget();
  tell(outcome === 'gone' ? 'deleted' : 'older');
}

/** Makes the next load of this tab open it. */
export function rememberTab({ tab }: WriterGround, { key }: Current, state: AppState): void {
  const { id, title } = state.dataset.file;
  tab.write({ key, id, opening: shelfText.opening(title) });
}

/** Asked again behind every wait: other tabs and the reader may have decided otherwise meanwhile. */
const isKept = ({ mode }: Current): boolean => mode === 'kept';

/** A dataset that lies there already with nothing done to it is not kept twice. */
async function joinSame({ database, post }: WriterGround, mine: Current, name: string): Promise<boolean> {
  const same = await database.read((db) => findSame(db, mine.known.digest));
  if (!same) return false;
  Object.assign(mine, { key: same.key, revision: same.revision, isAsking: true });
  mine.known = { ...mine.known, isCopy: same.isCopy };
  post({ type: 'opened', key: same.key, tab: name });
  return true;
}

async function packChange(ground: WriterGround, mine: Current, state: AppState, name: string): Promise<KeptChange> {
  const last = mine.written;
  const isChanged = last === null || !isSameContent(state, last);
  const packed = isChanged ? await packBody(writtenFile(state)) : null;
  let blob = packed?.blob ?? null;
  if (packed) mine.known = { ...mine.known, bytes: packed.blob.size, digest: packed.digest };
  const isBare = isBareStill(mine, state);
  if (last === null && isBare && (await joinSame(ground, mine, name))) blob = null;
  const body = blob && { key: mine.key, blob, report: state.report };
  const meta = buildMeta(mine, state, ground.newKey(), ground.now());
  const isWork = blob !== null || (last === null ? !isBare : state.view !== last.view);
  return { meta, body, place: writePlace(state), isWork };
}

/** Creates the writer of the tab called `name`. Each write is checked against what other tabs have written. */
export function createShelfWriter(ground: WriterGround, name: string): ShelfWriter {
  let chain: Promise<void> = Promise.resolve();
  let problem: 'refused' | 'full' | null = null;

  async function write(mine: Current, state: AppState): Promise<void> {
    if (!isKept(mine) || (mine.written && isSame(state, mine.written))) return;
    const change = await packChange(ground, mine, state, name);
    // Packing takes a while, in which another tab may have deleted everything.
    if (!isKept(mine)) return;
    // Nor may a write that is tried again make anew what was deleted meanwhile.
    const answer = await ground.database.write<Written>(async (db) =>
      isKept(mine) ? writeKept(db, mine.revision, change) : { outcome: 'gone' },
    );
    if (answer.outcome !== 'written') return isKept(mine) ? loseCurrent(ground, mine, answer.outcome) : undefined;
    mine.revision = answer.revision;
    mine.written = state;
    mine.known = { ...mine.known, isBare: change.meta.isBare };
    problem = null;
    if (mine === ground.current() && isKept(mine)) rememberTab(ground, mine, state);
    if (change.isWork) ground.post({ type: 'wrote', key: mine.key, revision: mine.revision });
    ground.changed();
  }

  function fail(error: unknown): void {
    const found = isQuotaError(error) ? 'full' : 'refused';
    // Told once, until something could be written again.
    if (problem !== found) ground.tell(found);
    problem = found;
    ground.changed();
  }

  return {
    enqueue(mine, state) {
      chain = chain.then(() => write(mine, state)).catch(fail);
    },
    settled: () => chain,
    problem: () => problem,
  };
}
