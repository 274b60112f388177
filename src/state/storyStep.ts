import { buildStepView, type StepView } from '../model/parseStories.ts';
import type { Story, StoryStep } from '../model/story.ts';
import type { AppState } from './appState.ts';
import type { StepName } from './fragment.ts';

/** Kept by step, so that the same step is always the same view and the same selection. */
const kept = new WeakMap<StoryStep, { readonly dataset: object; readonly shown: StepView }>();

type Telling = Pick<AppState, 'dataset' | 'stories' | 'playing'>;

/** The story that is being told, and its step; null where none is. */
export function findTold({ stories, playing }: Telling): { readonly story: Story; readonly step: StoryStep } | null {
  const story = playing && stories.find(({ id }) => id === playing.story);
  const step = story?.steps[playing?.step ?? -1];
  return story && step ? { story, step } : null;
}

/** What a step of a story shows. */
export function stepViewOf({ dataset }: Telling, story: Story, index: number): StepView {
  const step = story.steps[index];
  const before = step && kept.get(step);
  if (before?.dataset === dataset) return before.shown;
  const shown = buildStepView(dataset, story, index);
  if (step) kept.set(step, { dataset, shown });
  return shown;
}

/** Whether the page shows what the step that is being told shows: the reader has gone nowhere from it. */
export function isAtStep(state: AppState): boolean {
  const told = findTold(state);
  if (!told || !state.playing) return false;
  const { view, selection } = stepViewOf(state, told.story, state.playing.step);
  const isElsewhere =
    state.cameraAt !== null || state.question !== null || state.voice !== null || state.tab !== 'graph';
  return state.view === view && state.selection === selection && !isElsewhere;
}

/** The step that is being told as a link names it; null where none is, or none that the dataset's file has. */
export function findStepName(state: AppState): StepName | null {
  const told = findTold(state);
  return told && state.dataset.file.stories?.includes(told.story) ? { story: told.story.id, step: told.step.id } : null;
}
