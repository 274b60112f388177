import type { DateOrder, EntityRole, RelationRole, TableRule } from '../model/tableMapping.ts';
import { cutText, plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';

/** So much of a cell, a column's name or a wording is shown, in characters. */
const LONGEST_CELL = 120;

/** A cell, a column's name or a wording, fit to be shown. */
export function sayCell(text: string): string {
  return cutText(plainText(text), LONGEST_CELL);
}

const counts = (entities: number, relations: number): string =>
  sayList([sayCount(entities, 'entity', 'entities'), sayCount(relations, 'relation')]);

/** The screen that says how tables are read. */
export const mappingText = {
  title: 'How the table is read',
  titleMany: 'How the tables are read',
  close: 'Close',
  intro: 'This is a guess. Say what each column is, and see below what is understood.',
  looking: 'Looking at the tables …',
  noTable: 'There is no table in these files.',
  rows: (name: string, rows: number): string => `${sayCell(name)}: ${sayCount(rows, 'row')}`,
  shape: 'Each row is',
  shapes: {
    relations: 'a relation between two',
    entities: 'one entity',
    matrix: 'an entity, related to those named above',
    sources: 'a source that other tables name by its id',
    skip: 'nothing: leave the table out',
  },
  column: (name: string): string => `What “${sayCell(name)}” is`,
  sample: (name: string): string => `The first rows of ${sayCell(name)}`,
  constants: 'Where no column says it',
  fromKind: 'The first is a',
  toKind: 'The second is a',
  kind: 'Each is a',
  wording: 'They are related as',
  wordingHint: (wording: string): string => `A ${sayCell(wording) || '…'} B`,
  related: 'is related to',
  direction: 'Which way',
  directions: { directed: 'from the first to the second', symmetric: 'both ways alike' },
  modality: 'How firmly it is put',
  more: 'How the cells are read',
  hasHeader: 'The first row has the names of the columns',
  dateOrder: 'A date such as 3/4/2017 is',
  separator: 'Several values in a cell are parted by',
  separators: [
    { value: '', label: 'nothing: a cell is one value' },
    { value: ';', label: 'a semicolon' },
    { value: ',', label: 'a comma' },
    { value: '|', label: 'a bar |' },
    { value: '\n', label: 'a new line' },
  ],
  preview: 'What is understood',
  previewEmpty: 'No relation comes of this yet: say which columns are the two ends.',
  previewEntities: 'These tables hold no relations, only entities.',
  previewOf: (shown: number, all: number): string =>
    all > shown ? `The first ${sayNumber(shown)} of ${sayCount(all, 'relation')}` : sayCount(all, 'relation'),
  renewing: 'Being renewed …',
  renewed: (entities: number, relations: number): string => `Understood anew: ${counts(entities, relations)}.`,
  holds: counts,
  wordings: (count: number): string => sayCount(count, 'different wording'),
  wordingsHint:
    'The same thing is often written in several ways. What is read as another wording keeps its own in the details.',
  findWording: 'Find a wording',
  noWording: 'No wording contains this.',
  suggested: (chosen: string): string => `probably the same as “${sayCell(chosen)}”`,
  merged: (chosen: string): string => `read as “${sayCell(chosen)}”`,
  accept: 'Read as this',
  acceptNamed: (written: string, chosen: string): string => `Read “${sayCell(written)}” as “${sayCell(chosen)}”`,
  readAs: 'Read as …',
  readAsNamed: (written: string): string => `Read “${sayCell(written)}” as`,
  apart: 'Keep apart',
  apartNamed: (written: string): string => `Keep “${sayCell(written)}” apart`,
  acceptAll: (count: number): string =>
    count === 1 ? 'Take the one suggestion' : `Take all ${sayNumber(count)} suggestions`,
  undo: 'Undo',
  suggestions: (count: number): string =>
    count === 0 ? 'No more suggestions' : `${sayCount(count, 'suggestion')} to read one as another`,
  times: (count: number): string => `${sayNumber(count)} ×`,
  mode: 'With what is open now',
  modes: { replace: 'Replace what is open', add: 'Add to it' },
  open: 'Open',
  cancel: 'Cancel',
} as const;

/** How a date of three numbers is read. */
export const DATE_ORDERS: Readonly<Record<DateOrder, string>> = {
  dmy: '3 April 2017: day first',
  mdy: '4 March 2017: month first',
  ymd: 'year first',
};

/** Roles under one question. */
export interface RoleGroup<Role extends string> {
  readonly heading: string;
  readonly roles: readonly Role[];
}

/** The five questions that a column can answer, and what answers none. */
export const RELATION_ROLE_GROUPS: readonly RoleGroup<RelationRole>[] = [
  { heading: 'Who', roles: ['from', 'fromId', 'fromKind', 'to', 'toId', 'toKind'] },
  { heading: 'What', roles: ['wording', 'directed', 'relationId'] },
  { heading: 'When', roles: ['date', 'start', 'end'] },
  { heading: 'How firmly', roles: ['firmness', 'stance'] },
  {
    heading: 'On whose say-so',
    roles: ['source', 'sourceTitle', 'publisher', 'published', 'speaker', 'said', 'quote'],
  },
  { heading: 'None of these', roles: ['property', 'ignore'] },
];

/** The same for a table of entities. */
export const ENTITY_ROLE_GROUPS: readonly RoleGroup<EntityRole>[] = [
  { heading: 'Who', roles: ['name', 'id', 'alias', 'identifier'] },
  { heading: 'What', roles: ['kind', 'summary'] },
  { heading: 'On whose say-so', roles: ['source'] },
  { heading: 'None of these', roles: ['property', 'ignore'] },
];

/** What each row of a table is. */
export const SHAPES: readonly TableRule['shape'][] = ['relations', 'entities', 'matrix', 'sources', 'skip'];
