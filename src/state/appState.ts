import type { Dataset } from '../model/dataset.ts';
import type { Placement, Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import type { Focus } from '../model/shownPart.ts';

export type Tab = 'graph' | 'table' | 'sources';
export type ThemeChoice = 'system' | 'light' | 'dark';
export type DialogName = 'export' | 'help';
/** A wish that only the canvas can fulfil; `serial` tells a repeated wish from an old one. */
export interface CameraWish {
  readonly serial: number;
  readonly ask: 'fit' | 'zoomIn' | 'zoomOut' | 'left' | 'right' | 'up' | 'down' | { readonly show: readonly string[] };
}

export interface Busy {
  readonly what: 'layout' | 'open';
  /** 0 to 1. */
  readonly done: number;
}

/** A failure in words-ready form; the sentence is made by words. */
export interface Failure {
  readonly code: string;
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Everything the reader has loaded, done, or is doing. Replaced, never changed in place. */
export interface AppState {
  readonly dataset: Dataset;
  /** Grows with each dataset opened; answers of jobs for an older one are dropped. */
  readonly datasetVersion: number;

  readonly focus: Focus | null;
  readonly moved: ReadonlyMap<EntityId, Point>;
  readonly asOf: number | null;

  /** Ids of records of any type, the last selected last. */
  readonly selection: readonly string[];
  /** What the pointer is on, in the graph or in a panel. */
  readonly pointed: readonly string[];
  readonly tab: Tab;
  readonly theme: ThemeChoice;
  readonly systemDark: boolean;
  readonly dialog: DialogName | null;
  readonly legendOpen: boolean;
  readonly placement: Placement | null;
  readonly camera: CameraWish;
  readonly busy: Busy | null;
  readonly failure: Failure | null;
  /** The last thing said in the live region. */
  readonly said: string;
}

interface Keeping {
  readonly slice: 'dataset' | 'view' | 'session';
  readonly stored: boolean;
  readonly shared: boolean;
}

const VIEW: Keeping = { slice: 'view', stored: false, shared: true };
const SESSION: Keeping = { slice: 'session', stored: false, shared: false };

/** What happens to each key: its lifetime, and whether it is stored on this machine or shared in the link. A key without an entry does not compile. */
export const KEEPING: Readonly<Record<keyof AppState, Keeping>> = {
  dataset: { slice: 'dataset', stored: false, shared: false },
  datasetVersion: { slice: 'dataset', stored: false, shared: false },
  focus: VIEW,
  moved: { slice: 'view', stored: false, shared: false },
  asOf: { slice: 'view', stored: false, shared: false },
  selection: { slice: 'session', stored: false, shared: true },
  tab: { slice: 'session', stored: false, shared: true },
  theme: { slice: 'session', stored: true, shared: false },
  pointed: SESSION,
  systemDark: SESSION,
  dialog: SESSION,
  legendOpen: SESSION,
  placement: SESSION,
  camera: SESSION,
  busy: SESSION,
  failure: SESSION,
  said: SESSION,
};

/** The state in which a dataset opens. `placement` null until the layout is known. */
export function buildInitialState(dataset: Dataset, placement: Placement | null): AppState {
  return {
    dataset,
    datasetVersion: 1,
    focus: null,
    moved: new Map(),
    asOf: null,
    selection: [],
    pointed: [],
    tab: 'graph',
    theme: 'system',
    systemDark: false,
    dialog: null,
    legendOpen: true,
    placement,
    camera: { serial: 0, ask: 'fit' },
    busy: null,
    failure: null,
    said: '',
  };
}
