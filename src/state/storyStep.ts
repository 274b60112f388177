import { buildStepView, type StepView } from '../model/buildStepView.ts';
import type { Story, StoryStep } from '../model/story.ts';
import { HOME, type View } from '../model/view.ts';
import type { AppState } from './appState.ts';
import type { StepName } from './fragment.ts';

/** Views by what a step says of them, so that a step is the same view while its words are written. */
const kept = new WeakMap<object, { readonly dataset: object; readonly view: View }>();
const NOTHING: readonly string[] = [];

type Telling = Pick<AppState, 'dataset' | 'stories' | 'playing'>;

/** The story that is being told, and its step; null where none is. */
export function findTold({ stories, playing }: Telling): { readonly story: Story; readonly step: StoryStep } | null {
  const story = playing && stories.find(({ id }) => id === playing.story);
  const step = story?.steps[playing?.step ?? -1];
  return story && step ? { story, step } : null;
}

/** What a step of a story shows, as `buildStepView` has it; the same view and selection each time. */
export function stepViewOf({ dataset }: Telling, story: Story, index: number): StepView {
  const { view: asked, selection = NOTHING, ...step }: Partial<StoryStep> = story.steps[index] ?? {};
  const show = step.show ?? null;
  if (!asked) return { view: HOME, selection, show };
  const before = kept.get(asked);
  const view = before?.dataset === dataset ? before.view : buildStepView(dataset, story, index).view;
  kept.set(asked, { dataset, view });
  return { view, selection, show };
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
