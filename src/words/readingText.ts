import type { Stance } from '../model/records.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** How much a dataset holds. */
export interface DatasetCounts {
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly sources: number;
}

/** What the details show while nothing is selected. */
export const storyText = {
  title: 'About this story',
  /** Where nobody tells one. */
  dataTitle: 'About this data',
  counts: ({ entities, relations, claims, sources }: DatasetCounts): string =>
    `${sayCount(entities, 'entity', 'entities')}, ${sayCount(relations, 'relation')}, ${claims + sources > 0 ? `${sayCount(claims, 'claim')} from ${sayCount(sources, 'source')}` : 'no source named'}`,
  howTo: [
    'A line is something that is said about two names. Its pattern tells how firmly it is said, not whether it is true.',
    'Where a line breaks at a ≠, somebody denies it or says less than it does.',
  ],
  read: (steps: number): string => (steps === 1 ? 'Read it in one step' : `Read it in ${sayNumber(steps)} steps`),
  readOne: (title: string, steps: number): string => `Read “${plainText(title)}” in ${sayCount(steps, 'step')}`,
  write: 'Write a story from views of this graph',
  disputed: 'What is disputed',
  noDispute: 'No claim in this dataset denies or limits another.',
  sources: 'Where it was read',
} as const;

/** What the panels share beyond `detailsText`. */
export const readingText = {
  backTo: (name: string): string => `Back to ${plainText(name)}`,
  backToStory: 'Back to the story',
  several: (count: number): string => `${sayNumber(count)} things selected`,
  showOnlyThese: 'Show only these',
  more: (step: number, all: number): string => `Show ${sayNumber(step)} more of ${sayNumber(all)}`,
  siblings: (count: number): string => `${sayCount(count, 'more relation')} between these two`,
  others: (event: string): string => `Who else is named in “${plainText(event)}”`,
  when: 'When',
  besides: 'Said in conflict with it',
  closer: 'Read it beside the graph',
  choose: 'Choose a source',
  address: 'Address',
  marked: 'about what is selected or pointed at',
  noPlace: 'Without a place in the source',
} as const;

/** The first link of a claim's chain, by what the claim does. */
export const FIRST_STEP: Readonly<Record<Stance, string>> = {
  asserts: 'first said by',
  denies: 'denied by',
  limits: 'limited by',
  questions: 'questioned by',
  'no-comment': 'silent:',
};

/** Table wording beyond `tableText`. */
export const rowText = {
  records: {
    relations: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'relation')}`,
    entities: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'entity', 'entities')}`,
    sources: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'source')}`,
  },
  ownClaims: 'Claims about itself',
  none: 'none',
  undated: 'no date given',
  silent: (names: string): string => `silent: ${names}`,
  keys: 'Up and Down move from row to row, Home and End to the first and last. Enter selects; with Ctrl or Shift it adds to the selection.',
} as const;
