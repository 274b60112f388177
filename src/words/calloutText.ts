import type { Dataset } from '../model/dataset.ts';
import { type Callout, MOST_CALLOUT } from '../model/view.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayName } from './sayRelation.ts';

type Said = Pick<Callout, 'at' | 'text'>;

/** Of a relation only whom it is between, since nothing is said here of its standing. */
function sayPlace(at: Callout['at'], names: readonly string[]): string {
  const [first, second] = names.map(plainText);
  if (first === undefined) return 'a spot in the picture';
  if ('entity' in at) return first;
  return second === undefined ? `the line of ${first}` : `the line between ${first} and ${second}`;
}

/** What a callout is about: "Elon Musk", "the line between Elon Musk and Tesla", "a spot in the picture". */
export function sayCalloutPlace(dataset: Dataset, at: Callout['at']): string {
  if ('entity' in at) return sayPlace(at, [sayName(dataset, at.entity)]);
  const relation = 'relation' in at ? dataset.relations.get(at.relation) : undefined;
  const ends = relation ? [...new Set([relation.from, relation.to])] : [];
  return sayPlace(
    at,
    ends.map((id) => sayName(dataset, id)),
  );
}

/** A callout for those who do not see it: "Callout at Elon Musk: “He has moved since”". */
export function sayCallout(dataset: Dataset, { at, text }: Said): string {
  return `Callout at ${sayCalloutPlace(dataset, at)}: “${plainText(text)}”`;
}

/** The same of one that is drawn, with the names of the discs that it hangs at. */
export function sayDrawnCallout({ at, text }: Said, names: readonly string[]): string {
  return `Callout at ${sayPlace(at, names)}: “${plainText(text)}”`;
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
  aboutThis: (count: number): string => callouts(count),
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
