import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** The Table tab. */
export const tableText = {
  which: 'What to list',
  relations: 'Relations',
  entities: 'Entities',
  sources: 'Sources',
  columns: {
    from: 'From',
    relation: 'Relation',
    to: 'To',
    standing: 'How firmly',
    dates: 'When',
    saysSo: 'Who says so',
    denies: 'Who denies or limits',
    name: 'Name',
    kind: 'Kind',
    aliases: 'Also known as',
    relations: 'Relations',
    disputed: 'Disputed',
    label: 'Source',
    publisher: 'Publisher',
    published: 'Published',
    claims: 'Claims',
  },
  filter: 'Filter rows',
  filterPlaceholder: 'Type to keep matching rows',
  clearFilter: 'Show all rows',
  sortBy: (column: string): string => `Sort by ${column}`,
  nobody: 'nobody',
  rows: (shown: number, all: number): string =>
    shown === all ? sayCount(all, 'row') : `${sayNumber(shown)} of ${sayCount(all, 'row')}`,
  noMatch: (filter: string): string => `No row contains “${plainText(filter)}”.`,
  noRows: 'There is nothing to list.',
  caption: { relations: 'All relations', entities: 'All entities', sources: 'All sources' },
} as const;

/** The legend of what is shown. */
export const legendText = {
  button: 'Legend',
  title: 'Legend',
  close: 'Close legend',
  lines: 'Lines',
  shapes: 'Shapes',
  signs: 'Signs',
  several: 'several relations',
  disputed: 'disputed',
} as const;

/** The help sheet; its explanations are in `glossary.ts`. */
export const helpText = {
  button: 'How to read this',
  title: 'How to read this',
  intro:
    'Each shape is a person, a company, a government or another thing. Each line is something that is said about two of them. How the line is drawn tells how firmly it is said; it does not tell what is true.',
  lines: 'How firmly it is said',
  disputes: 'When somebody disagrees',
  shapes: 'What the shapes are',
  words: 'Words used here',
  stances: 'What a speaker does',
  keys: 'Keys',
  close: 'Close',
} as const;
