import { applyViewChange } from './applyViewChange.ts';
import type { Dataset } from './dataset.ts';
import type { Story, StoryStep } from './story.ts';
import { HOME, type View } from './view.ts';

/** What a step shows: all that differs from a dataset that has just been opened. */
export interface StepView {
  readonly view: View;
  readonly selection: readonly string[];
  /** Ids that the camera frames; null for everything shown. */
  readonly show: readonly string[] | null;
}

/**
 * What a step of a story shows that `parseStories` has let through; `index` counts from 0. A step that is not there, or a
 * story without any, shows the view in which the dataset opens.
 */
export function buildStepView(dataset: Dataset, story: Story, index: number): StepView {
  const { view, selection = [], show }: Partial<StoryStep> = story.steps[index] ?? {};
  return { view: view ? applyViewChange(dataset, view) : HOME, selection, show: show ?? null };
}
