import type { Dataset } from '../model/dataset.ts';
import type { ImportReport } from '../model/importReport.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { chooseShownPart } from '../model/shownPart.ts';
import { HOME, type View } from '../model/view.ts';
import { type AppState, buildInitialState, type Failure, type Told } from './appState.ts';
import { calloutCommands } from './calloutCommands.ts';
import { always, type Command, changeView, define, offerVoid, wish } from './command.ts';
import { filterCommands, undoCommands } from './filterCommands.ts';
import { findCommands } from './findCommands.ts';
import { mergeCommands } from './mergeCommands.ts';
import { pageCommands } from './pageCommands.ts';
import { partCommands } from './partCommands.ts';
import { findRecord, isRecord } from './recordOf.ts';
import { type Restored, restore } from './restore.ts';
import { selectChoice } from './selectors.ts';
import { storyCommands } from './storyCommands.ts';
import { isAtStep } from './storyStep.ts';

/** Selecting something that is not drawn brings it into the picture: by a focus where there is one, else by adding it. */
function bringIntoPart(state: AppState, ids: readonly string[]): Partial<View> | null {
  const choice = selectChoice(state);
  const { ids: shown, limited } = chooseShownPart(state.dataset, state.view, choice);
  const wanted = ids.flatMap((id): readonly EntityId[] => {
    const found = findRecord(state.dataset, id);
    if (found?.type === 'relation') return [found.relation.from, found.relation.to];
    if (found?.type === 'tie') return found.tie.ends;
    return found?.type === 'entity' ? [found.entity.id] : [];
  });
  const missing = new Set(wanted.filter((id) => !shown.has(id)));
  if (missing.size === 0) return null;
  const hidden = state.view.hidden.filter((id) => !missing.has(id));
  if (state.view.focus || limited) return { focus: { ids: [...new Set(wanted)], hops: 1 }, hidden };
  // What filters or clocks hide stays hidden: the panel says so.
  const added = [...missing].filter((id) => !state.view.added.includes(id));
  const change = { hidden, added: [...state.view.added, ...added] };
  const { ids: then } = chooseShownPart(state.dataset, { ...state.view, ...change }, choice);
  return [...missing].some((id) => then.has(id)) ? change : null;
}

/** Every command, by name. Labels are for menus, the palette and the help sheet. */
export const commands = {
  select: define<{ ids: readonly string[]; centre?: boolean }>({
    id: 'select',
    label: 'Select',
    group: 'find',
    enabled: always,
    run: (state, { ids, centre = false }) => {
      const known = [...new Set(ids)].filter((id) => isRecord(state.dataset, id));
      const part = bringIntoPart(state, known);
      const show = centre && known.length > 0 && !part ? wish(state, { show: known }) : {};
      const camera = part?.focus ? wish(state, 'fit') : part ? wish(state, { show: known }) : show;
      return {
        selection: known,
        pointed: [],
        voice: null,
        question: null,
        answer: null,
        ...(part ? changeView(state, part) : {}),
        ...camera,
      };
    },
  }),

  toggleSelected: define<string>({
    id: 'toggleSelected',
    label: 'Add to or take from the selection',
    group: 'find',
    enabled: always,
    run: (state, id) => ({
      voice: null,
      question: null,
      answer: null,
      selection: state.selection.includes(id)
        ? state.selection.filter((other) => other !== id)
        : [...state.selection, id].filter((other) => isRecord(state.dataset, other)),
    }),
  }),

  clearSelection: define<void>({
    id: 'clearSelection',
    label: 'Clear the selection',
    group: 'graph',
    enabled: (state) => state.selection.length > 0,
    offer: offerVoid,
    run: () => ({ selection: [], pointed: [] }),
  }),

  /** Escape: closes the question or the voice, then a story at its step, then clears the selection, then leaves the focus. */
  stepBack: define<void>({
    id: 'stepBack',
    label: 'Close what was opened last, or clear the selection',
    group: 'page',
    shortcut: 'Escape',
    scope: 'page',
    enabled: ({ question, voice, selection, view, playing }) =>
      question !== null || voice !== null || selection.length > 0 || view.focus !== null || playing !== null,
    offer: offerVoid,
    run: (state) => {
      if (state.question) return { question: null, answer: null, pointed: [] };
      if (state.voice !== null) return { voice: null, pointed: [] };
      if (isAtStep(state)) return storyCommands.endStory.run(state);
      if (state.selection.length > 0) return { selection: [], pointed: [] };
      return state.view.focus ? partCommands.showAll.run(state) : { playing: null };
    },
  }),

  point: define<readonly string[]>({
    id: 'point',
    label: 'Point at',
    group: 'find',
    enabled: always,
    run: (state, ids) => (ids.length === 0 && state.pointed.length === 0 ? {} : { pointed: ids }),
  }),

  ...partCommands,
  ...filterCommands,
  ...undoCommands,
  ...findCommands,
  ...calloutCommands,
  ...storyCommands,
  ...mergeCommands,
  ...pageCommands,

  openDataset: define<{
    dataset: Dataset;
    placement: Placement | null;
    told?: Told;
    report?: ImportReport | null;
  }>({
    id: 'openDataset',
    label: 'Open a dataset',
    group: 'page',
    record: 'never',
    enabled: always,
    run: (state, { dataset, placement, told, report = null }) => ({
      ...buildInitialState(dataset, placement, told),
      report,
      datasetVersion: state.datasetVersion + 1,
      theme: state.theme,
      systemDark: state.systemDark,
      singleKeys: state.singleKeys,
      drawCallouts: state.drawCallouts,
      legendOpen: state.legendOpen,
      saveAsked: state.saveAsked,
      camera: wish(state, 'fit').camera,
    }),
  }),

  /** The answer of a layout job; dropped if the dataset moved on. `fresh`: nothing of it was placed before. */
  place: define<{ placement: Placement; version: number; fresh: boolean }>({
    id: 'place',
    label: 'Arrange',
    group: 'graph',
    record: 'never',
    enabled: always,
    run: (state, { placement, version, fresh }) => {
      if (version !== state.datasetVersion) return {};
      if (state.cameraAt) return { placement };
      const { ask } = state.camera;
      // What a story frames is framed again, now that it is drawn.
      const again = typeof ask === 'object' && 'frame' in ask ? ask : 'fit';
      return { placement, ...(fresh ? wish(state, again) : {}) };
    },
  }),

  report: define<Partial<Pick<AppState, 'busy' | 'failure' | 'said' | 'systemDark' | 'embedded' | 'keptNotice'>>>({
    id: 'report',
    label: 'Report progress or failure',
    group: 'page',
    enabled: always,
    run: (_, change) => change,
  }),

  dismissFailure: define<void>({
    id: 'dismissFailure',
    label: 'Close the message',
    group: 'page',
    enabled: (state) => state.failure !== null,
    run: () => ({ failure: null as Failure | null }),
  }),

  restore: define<Restored>({
    id: 'restore',
    label: 'Go back or forward',
    group: 'page',
    record: 'never',
    enabled: always,
    run: restore,
  }),

  /** Everything as it was when the dataset opened. */
  startOver: define<void>({
    id: 'startOver',
    label: 'Start over: everything as it opened',
    group: 'view',
    enabled: ({ view }) => view !== HOME,
    offer: offerVoid,
    run: (state) => ({
      view: HOME,
      selection: [],
      pointed: [],
      question: null,
      answer: null,
      voice: null,
      ...wish(state, 'fit'),
    }),
  }),
};

export type CommandName = keyof typeof commands;
export type ArgsOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer Args> ? Args : never;
