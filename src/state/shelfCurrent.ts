import { shelfText } from '../words/shelfText.ts';
import type { AppState } from './appState.ts';
import type { KeptMeta } from './keptRecords.ts';
import type { KeptChange } from './keptWrites.ts';

/** `idle`: as it came with the page; `older`: another tab has written since; `off`: no longer kept. */
export type Mode = 'idle' | 'kept' | 'older' | 'off';

type Known = Pick<KeptMeta, 'bytes' | 'digest' | 'isCopy' | 'isBare'>;

/** The dataset that is open in this tab, as it is kept. */
export interface Current {
  mode: Mode;
  key: string;
  revision: number;
  /** What was written last; null while nothing was. */
  written: AppState | null;
  known: Known;
  /** The view with which nothing has been done to it yet. */
  readonly bareView: AppState['view'] | null;
  /** Whether another tab may still answer that it has it open too. */
  isAsking: boolean;
}

const NEW: Known = { bytes: 0, digest: null, isCopy: false, isBare: true };
const NOTHING = { revision: 0, written: null, isAsking: false } as const;

/** What is not kept: it came with the page. */
export function idleCurrent(): Current {
  return { ...NOTHING, mode: 'idle', key: '', known: NEW, bareView: null };
}

/** Something that is to be kept from now on. `isBare`: nothing was done to it since it was opened. */
export function newCurrent(key: string, state: AppState, isBare: boolean): Current {
  return { ...NOTHING, mode: 'kept', key, known: { ...NEW, isBare }, bareView: state.view };
}

/** The same dataset under a key of its own. */
export function copiedCurrent(key: string, of: Current): Current {
  return { ...of, ...NOTHING, mode: 'kept', key, known: { ...NEW, isCopy: true, isBare: false } };
}

/** What has been read. `isAhead`: the reader had gone on when the page was left, which is still to be written. */
export function adoptedCurrent(meta: KeptMeta, state: AppState, isAhead: boolean): Current {
  const { key, revision, bytes, digest, isCopy, isBare } = meta;
  const written = isAhead ? { ...state, view: { ...state.view } } : state;
  const known = { bytes, digest, isCopy, isBare: isBare && !isAhead };
  return { mode: 'kept', key, revision, written, known, bareView: state.view, isAsking: true };
}

/** Whether nothing was done to a dataset since it was opened. */
export function isBareStill({ known, bareView }: Current, state: AppState): boolean {
  return known.isBare && state.view === bareView;
}

/** What is kept about it beside itself. */
export function buildMeta(current: Current, state: AppState, stamp: string, changed: number): KeptChange['meta'] {
  const { dataset, report } = state;
  const { id, title } = dataset.file;
  return {
    ...current.known,
    key: current.key,
    stamp,
    id,
    title: current.known.isCopy ? shelfText.copyOf(title) : title,
    entities: dataset.entities.size,
    relations: dataset.relations.size,
    changed,
    format: report?.format ?? 'sayso',
    isBare: isBareStill(current, state),
  };
}
