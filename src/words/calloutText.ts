import type { Dataset } from '../model/dataset.ts';
import { type Callout, MOST_CALLOUT } from '../model/view.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayName } from './sayRelation.ts';

/** What a callout is about; of a relation only whom it is between, since nothing is said here of its standing. */
export function sayCalloutPlace(dataset: Dataset, at: Callout['at']): string {
  if ('entity' in at) return sayName(dataset, at.entity);
  const relation = 'relation' in at ? dataset.relations.get(at.relation) : undefined;
  if (!relation) return 'a spot in the picture';
  const [from, to] = [sayName(dataset, relation.from), sayName(dataset, relation.to)];
  return relation.from === relation.to ? `the line of ${from}` : `the line between ${from} and ${to}`;
}

/** A callout for those who do not see it: "Callout at Elon Musk: “He has moved since”". */
export function sayCallout(dataset: Dataset, { at, text }: Pick<Callout, 'at' | 'text'>): string {
  return `Callout at ${sayCalloutPlace(dataset, at)}: “${plainText(text)}”`;
}

const callouts = (count: number): string => sayCount(count, 'callout');

/** The dialog in which callouts are written, and where they are listed. */
export const calloutText = {
  title: 'Callouts',
  close: 'Close',
  /** `place` from `sayCalloutPlace`. */
  about: (place: string): string => `Callout at ${place}`,
  yours: 'Your own words, not a source’s. A callout goes wherever this view goes: into links, pictures and pages.',
  left: (letters: number): string => `${sayCount(letters, 'character')} left`,
  tooLong: (letters: number): string => `${sayCount(letters, 'character')} too many`,
  add: 'Add',
  save: 'Save',
  cancel: 'Cancel',
  change: 'Change',
  changeThis: (text: string): string => `Change “${plainText(text)}”`,
  remove: 'Remove',
  removeThis: (text: string): string => `Remove “${plainText(text)}”`,
  removed: (text: string): string => `Removed: “${plainText(text)}”. Undo brings it back.`,
  enough: `A picture holds ${sayNumber(MOST_CALLOUT.callouts)} callouts at most. Remove one to write another.`,
  inView: (count: number): string => `${callouts(count)} in this view`,
  notDrawn: 'not drawn: what it is about is not in the picture',
  /** For a line over the graph: how many are not drawn with what they are about. */
  hidden: (count: number): string =>
    `${callouts(count)} not drawn, since what ${count === 1 ? 'it is' : 'they are'} about is not`,
  list: 'List callouts',
  writeHere: 'Write a callout here',
  writeAtLine: 'Write a callout at this line',
  write: 'Callout',
  writeLong: 'Write a callout at this',
  spotMenu: 'What to do here',
} as const;
