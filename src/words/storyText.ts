import { cutText, plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** The longest caption that is said or shown as a name of its step, in letters. */
const SHORT = 60;

/** A step's title; the beginning of its caption where it has none. */
export function sayStepName({ title, caption }: { readonly title?: string; readonly caption: string }): string {
  return plainText(title ?? '').trim() || cutText(plainText(caption), SHORT);
}

/** What the live region says when a step is shown: where in the story it is, and what it tells. */
export function sayStep(
  step: { readonly title?: string; readonly caption: string },
  index: number,
  count: number,
): string {
  const title = plainText(step.title ?? '').trim();
  return [`${storyBarText.place(index, count)}.`, ...(title ? [`${title}.`] : []), plainText(step.caption)].join(' ');
}

/** The bar under the graph while a story is told. */
export const storyBarText = {
  name: 'Story',
  place: (index: number, count: number): string => `Step ${sayNumber(index + 1)} of ${sayNumber(count)}`,
  steps: 'Steps of the story',
  step: (index: number, name: string): string => `Step ${sayNumber(index + 1)}: ${name}`,
  previous: 'Back',
  next: 'Next',
  explore: 'Explore the graph',
  close: 'Close the story',
  again: 'You have moved on from this step.',
  goBack: 'Show it again',
} as const;

/** The panel in which a story is written. */
export const storyWriterText = {
  title: 'Write a story',
  lead: 'A story is a row of views, each with a few words. Arrange the graph as a step should show it: filter, focus, select what is to stand out, move nearer. Then keep it as a step.',
  close: 'Close',
  which: 'Story',
  name: 'Title of the story',
  create: 'New story',
  untitled: 'Untitled story',
  remove: 'Delete this story',
  addStep: 'Keep this view as a step',
  steps: (count: number): string => sayCount(count, 'step'),
  noSteps: 'No step yet.',
  stepName: (index: number): string => `Title of step ${sayNumber(index + 1)}`,
  caption: (index: number): string => `Words of step ${sayNumber(index + 1)}`,
  captionHint: 'What the reader should see here, and who says so',
  letters: (count: number): string => sayCount(count, 'letter'),
  show: 'Show',
  update: 'Update the view',
  earlier: 'Move up',
  later: 'Move down',
  removeStep: 'Delete',
  /** The name of a step's button: what it does, and to which step. */
  ofStep: (what: string, index: number): string => `${what}: step ${sayNumber(index + 1)}`,
  stepGone: (index: number): string => `Step ${sayNumber(index + 1)} deleted.`,
  storyGone: 'Story deleted.',
  putBack: 'Put back',
  updated: (index: number): string => `Step ${sayNumber(index + 1)} shows the view as it is now.`,
  added: (index: number): string => `Step ${sayNumber(index + 1)} added.`,
  read: 'Read it from the start',
  keep: 'The story is part of the data and is kept on this page only. To keep it, save the data in Sayso’s own format.',
  save: 'Save the data',
} as const;
