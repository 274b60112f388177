import type { Dataset } from '../model/dataset.ts';
import type { ImportReport } from '../model/importReport.ts';
import type { Placement, Point } from '../model/layoutProblem.ts';
import type { PathAnswer } from '../model/pathAnswer.ts';
import type { EntityId } from '../model/records.ts';
import type { Story } from '../model/story.ts';
import { type Callout, HOME, type View } from '../model/view.ts';
import type { VoiceKey } from '../model/voices.ts';
import type { Scene } from '../scene/scene.ts';

export type Tab = 'graph' | 'table' | 'sources' | 'timeline';
export type ThemeChoice = 'system' | 'light' | 'dark';
export type DialogName =
  | 'export'
  | 'check'
  | 'help'
  | 'keys'
  | 'share'
  | 'palette'
  | 'callout'
  | 'open'
  | 'mapping'
  | 'report'
  | 'duplicates';

/** Where the camera looks: the middle of the view in scene units, and CSS px a unit. */
export interface LookAt extends Point {
  readonly zoom: number;
}

/** A wish that only the canvas can fulfil; `serial` tells a repeated wish from an old one. */
export interface CameraWish {
  readonly serial: number;
  readonly ask:
    | 'fit'
    | 'zoomIn'
    | 'zoomOut'
    | 'left'
    | 'right'
    | 'up'
    | 'down'
    | { readonly show: readonly string[] }
    /** As `fit`, but of these records alone; of everything where none of them is drawn. */
    | { readonly frame: readonly string[] }
    | { readonly at: LookAt };
}

/** "How are these two connected?" Either end may still be open. */
export interface PathQuestion {
  readonly from: EntityId | null;
  readonly to: EntityId | null;
  /** Ask the whole dataset, whatever filters and valid time hide; the public clock holds always. */
  readonly everything: boolean;
  /** Which of the answer's paths is lit; -1 for none. */
  readonly chosen: number;
}

/** Which step of which story is being told; `step` counts from 0, `before` is what the reader comes back to. */
export interface Playing {
  readonly story: string;
  readonly step: number;
  readonly before: View;
}

/** A callout to be written at a place or about a record (null: wherever the reader looks), or one to be changed. */
export type CalloutAsk = Pick<Callout, 'at'> | Pick<Callout, 'id'> | { readonly about: string | null };

export interface Busy {
  readonly what: 'layout' | 'open' | 'paths';
  /** 0 to 1. */
  readonly done: number;
}

/** A failure in words-ready form; the sentence is made by words. */
export interface Failure {
  readonly code: string;
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What has become of what is kept on this machine, where the reader has to know; `name` is a file's. */
export interface KeptNotice {
  readonly code: 'older' | 'elsewhere' | 'deleted' | 'full' | 'refused' | 'saved';
  readonly name?: string;
}

/** Everything the reader has loaded, done, or is doing. Replaced, never changed in place. */
export interface AppState {
  readonly dataset: Dataset;
  /** Grows with each dataset opened; answers of jobs for an older one are dropped. */
  readonly datasetVersion: number;
  readonly view: View;
  /** Earlier views, the last one last, and those that were undone, the next one first. */
  readonly past: readonly View[];
  readonly future: readonly View[];
  /** What was changed last, so that more of the same can go on into its step of undo; null after undo. */
  readonly merging: string | null;
  /** Ids of records of any type, the last selected last. */
  readonly selection: readonly string[];
  /** What the pointer is on, in the graph or in a panel. */
  readonly pointed: readonly string[];
  readonly tab: Tab;
  readonly filtersOpen: boolean;
  readonly question: PathQuestion | null;
  readonly answer: PathAnswer | null;
  /** The dataset's stories as they are now: kept in its file when it is saved. */
  readonly stories: readonly Story[];
  /** Stories of the file that cannot be played: they stay in it. */
  readonly refused: readonly unknown[];
  /** What was understood of the files that the dataset was opened from; null where it was not opened from files. */
  readonly report: ImportReport | null;
  /** The story that is being told, and the one that is being written. */
  readonly playing: Playing | null;
  readonly writing: string | null;
  /** Inside another page: without the frame of controls. */
  readonly embedded: boolean;
  /** Whose sayings are lit, and what rests on them listed. */
  readonly voice: VoiceKey | null;
  readonly theme: ThemeChoice;
  readonly systemDark: boolean;
  /** Whether "?" and "/" work everywhere on the page; dictation software may press them by accident. */
  readonly singleKeys: boolean;
  readonly dialog: DialogName | null;
  /** What the dialog of callouts was opened for. */
  readonly callout: CalloutAsk | null;
  /** Places callouts in a scene; null until the view has some, and its code has come. */
  readonly drawCallouts: ((scene: Scene, callouts: readonly Callout[]) => Scene) | null;
  readonly legendOpen: boolean;
  readonly placement: Placement | null;
  readonly camera: CameraWish;
  /** Where the reader has moved the camera; null while it shows the whole. */
  readonly cameraAt: LookAt | null;
  readonly busy: Busy | null;
  readonly failure: Failure | null;
  readonly keptNotice: KeptNotice | null;
  /** How often the reader has asked to save to a file. */
  readonly saveAsked: number;
  /** The last thing said in the live region. */
  readonly said: string;
}

interface Keeping {
  readonly slice: 'dataset' | 'view' | 'session';
  readonly stored: boolean;
  readonly shared: boolean;
}

const SESSION: Keeping = { slice: 'session', stored: false, shared: false };
const SHARED: Keeping = { slice: 'session', stored: false, shared: true };

/** What happens to each key: its lifetime, and whether it is stored on this machine or shared in the link. A key without an entry does not compile. */
export const KEEPING: Readonly<Record<keyof AppState, Keeping>> = {
  dataset: { slice: 'dataset', stored: false, shared: false },
  datasetVersion: { slice: 'dataset', stored: false, shared: false },
  view: { slice: 'view', stored: false, shared: true },
  past: SESSION,
  future: SESSION,
  merging: SESSION,
  selection: SHARED,
  tab: SHARED,
  cameraAt: SHARED,
  question: SHARED,
  voice: SHARED,
  filtersOpen: SESSION,
  stories: { slice: 'dataset', stored: false, shared: false },
  refused: { slice: 'dataset', stored: false, shared: false },
  report: { slice: 'dataset', stored: false, shared: false },
  playing: SHARED,
  writing: SESSION,
  embedded: SESSION,
  answer: SESSION,
  theme: { slice: 'session', stored: true, shared: false },
  pointed: SESSION,
  systemDark: SESSION,
  singleKeys: { slice: 'session', stored: true, shared: false },
  dialog: SESSION,
  callout: SESSION,
  drawCallouts: SESSION,
  legendOpen: SESSION,
  placement: SESSION,
  camera: SESSION,
  busy: SESSION,
  failure: SESSION,
  keptNotice: SESSION,
  saveAsked: SESSION,
  said: SESSION,
};

/** The stories of a dataset that can be played, and those that cannot: what `parseStories` has found. */
export type Told = Pick<AppState, 'stories' | 'refused'>;

/**
 * The state in which a dataset opens. `placement` null until the layout is known; without `told` no story of the file is
 * played, and all stay in it.
 */
export function buildInitialState(
  dataset: Dataset,
  placement: Placement | null,
  told: Told = { stories: [], refused: dataset.file.stories ?? [] },
): AppState {
  return {
    dataset,
    datasetVersion: 1,
    view: HOME,
    past: [],
    future: [],
    merging: null,
    selection: [],
    pointed: [],
    tab: 'graph',
    filtersOpen: false,
    stories: told.stories,
    refused: told.refused,
    report: null,
    playing: null,
    writing: null,
    embedded: false,
    question: null,
    answer: null,
    voice: null,
    theme: 'system',
    systemDark: false,
    singleKeys: true,
    dialog: null,
    callout: null,
    drawCallouts: null,
    legendOpen: true,
    placement,
    camera: { serial: 0, ask: 'fit' },
    cameraAt: null,
    busy: null,
    failure: null,
    keptNotice: null,
    saveAsked: 0,
    said: '',
  };
}
