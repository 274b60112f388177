import type { Story } from '../model/story.ts';
import { HOME } from '../model/view.ts';
import type { AppState } from './appState.ts';
import { always, type Change, define, offerVoid, wish } from './command.ts';
import { findTold, isAtStep, stepViewOf } from './storyStep.ts';

/** A step to go to. `isLinked`: it is where the page was opened, not where the reader went, so there is no step of undo. */
export interface StepAsked {
  readonly story: string;
  /** Counts from 0. */
  readonly step: number;
  readonly isLinked?: boolean;
}

/** What marks the steps of a story as one step of undo. */
const MERGING = 'story';

function goTo(state: AppState, { story: id, step, isLinked = false }: StepAsked): Change {
  const story = state.stories.find((each) => each.id === id);
  if (!story?.steps[step]) return {};
  const { view, selection, show } = stepViewOf(state, story, step);
  return {
    playing: { story: id, step, before: state.playing?.before ?? state.view },
    view,
    selection,
    pointed: [],
    voice: null,
    question: null,
    answer: null,
    tab: 'graph',
    cameraAt: null,
    ...(isLinked || view === state.view ? {} : { merging: MERGING }),
    ...wish(state, show ? { frame: show } : 'fit'),
  };
}

function endStory(state: AppState): Change {
  const before = state.playing?.before ?? HOME;
  // What the reader has made of a step stays.
  if (!isAtStep(state)) return { playing: null };
  const isLast = state.merging === MERGING && state.past.at(-1) === before;
  const undone = isLast ? { past: state.past.slice(0, -1), merging: null } : {};
  return { playing: null, view: before, selection: [], ...undone, ...wish(state, 'fit') };
}

const findPlayable = ({ stories }: AppState): Story | undefined => stories.find(({ steps }) => steps.length > 0);

function stepCommand(id: string, label: string, shortcut: string, by: 1 | -1) {
  const findAsked = ({ stories, playing }: AppState): StepAsked | null => {
    const asked = playing && { story: playing.story, step: playing.step + by };
    return asked && stories.find((story) => story.id === asked.story)?.steps[asked.step] ? asked : null;
  };
  return define<void>({
    id,
    label,
    group: 'story',
    shortcut,
    scope: 'page',
    record: 'merge',
    enabled: (state) => findAsked(state) !== null,
    offer: offerVoid,
    run: (state) => {
      const asked = findAsked(state);
      return asked ? goTo(state, asked) : {};
    },
  });
}

/** Telling and writing stories. */
export const storyCommands = {
  startStory: define<string>({
    id: 'startStory',
    label: 'Read the story step by step',
    group: 'story',
    enabled: (state) => state.playing === null && findPlayable(state) !== undefined,
    offer: (state) => findPlayable(state)?.id ?? null,
    record: 'merge',
    run: (state, story) => goTo(state, { story, step: 0 }),
  }),
  nextStep: stepCommand('nextStep', 'Next step of the story', 'n', 1),
  previousStep: stepCommand('previousStep', 'Previous step of the story', 'b', -1),
  goToStep: define<StepAsked>({
    id: 'goToStep',
    label: 'Go to a step of a story',
    group: 'story',
    record: ({ isLinked }) => (isLinked ? 'never' : 'merge'),
    enabled: always,
    run: goTo,
  }),
  endStory: define<void>({
    id: 'endStory',
    label: 'Close the story',
    group: 'story',
    enabled: ({ playing }) => playing !== null,
    offer: offerVoid,
    run: endStory,
  }),
  /** Opens a story to be written, or nothing but the list of them where the id is of none; null closes it. */
  writeStory: define<string | null>({
    id: 'writeStory',
    label: 'Write or change a story',
    group: 'story',
    enabled: ({ writing }) => writing === null,
    offer: ({ stories }) => stories[0]?.id ?? '',
    run: (_, writing) => ({ writing }),
  }),
  /** The stories as they are to be kept in the file. A step that is being told and is no longer there is left. */
  setStories: define<readonly Story[]>({
    id: 'setStories',
    label: 'Change the stories',
    group: 'story',
    enabled: always,
    run: (state, stories) => {
      const told = findTold(state);
      const now = told && stories.find(({ id }) => id === told.story.id);
      const step = now?.steps.findIndex(({ id }) => id === told?.step.id) ?? -1;
      return { stories, playing: state.playing && step >= 0 ? { ...state.playing, step } : null };
    },
  }),
};
