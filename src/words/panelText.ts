import type { Source } from '../model/records.ts';
import { plainText } from './plainText.ts';
import { sayCount } from './sayCount.ts';

/** Shown in place of every null field of a source. */
export const NOT_STATED = 'not stated in our copy';

/** A source's field, or that our copy does not state it. */
export function orNotStated(value: string | null | undefined): string {
  return plainText(value ?? '') || NOT_STATED;
}

/** What all panels of the details share. */
export const detailsText = {
  name: 'Details',
  close: 'Close details',
  several: (count: number): string => `${sayCount(count, 'entity', 'entities')} selected`,
} as const;

/** The panel of an entity. */
export const entityText = {
  says: 'Says',
  denies: 'Denies',
  limits: 'Says less than others',
  questions: 'Questions',
  silentOn: 'Silent on',
  relays: 'Passes on',
  aliases: 'Also known as',
  facts: 'What is said about it',
  happened: 'That it happened',
  relations: 'Relations',
  about: 'What it is about',
  noRelations: (name: string): string => `${plainText(name)} has no relations in this dataset.`,
  noSummary: 'No description in this dataset.',
} as const;

/** The panel of a relation and that of a tie. */
export const relationText = {
  saysSo: 'Who says so',
  againstIt: 'Who denies or limits it',
  asks: 'Who questions it',
  silent: 'Who is silent',
  ofEvent: 'Said of the whole event',
  attribution: 'Who said it, through whom',
  relayedBy: 'relayed by',
  readIn: 'read in',
  validTime: 'When it held',
  momentTime: 'When it happened',
  condition: 'Condition',
  noCondition: 'No condition given',
  audience: 'Said to',
  medium: 'Said through',
  scope: 'Only as to',
  against: 'Conflicts with',
  inPassing: 'Mentioned in passing',
  retracted: 'Retracted',
  note: 'Note',
  noClaims: 'The data names no source for this relation.',
  tie: (first: string, second: string): string => `Between ${plainText(first)} and ${plainText(second)}`,
} as const;

/** The panel of a source and the Sources tab. */
export const sourceText = {
  title: 'Title',
  publisher: 'Publisher',
  authors: 'Authors',
  published: 'Published',
  kind: 'Kind',
  language: 'Language',
  licence: 'Licence',
  accessed: 'Read on',
  open: 'Open the source',
  openArchived: 'Open the archived copy',
  claims: 'What was found in it, in reading order',
  paragraph: (number: number): string => `Paragraph ${number}`,
  passagesNote: {
    digest: 'This digest is the dataset maker’s own wording. It is not the text of the source.',
    'own copy': 'The text of the copy that the dataset’s maker read.',
  },
  noPassages: 'This dataset holds neither text nor digest of the source.',
  noClaims: 'No claim in this dataset comes from this source.',
  none: 'This dataset names no sources.',
  pointAt: 'Point at a claim to see its line in the graph.',
} as const;

/** A source's authors, or that our copy states none. */
export function sayAuthors({ authors }: Source): string {
  return orNotStated(authors.map(plainText).filter(Boolean).join(', '));
}
