import type { Kind, Modality } from './records.ts';

/**
 * What a column of a table is, for a table of relations (a row is one) and for a table of entities. Several columns `from`,
 * `to` or `name` are parts of one name (given name, family name); several `source` each name sources, and several `stance`
 * each tell what the row denies: "denied by" names who does. Of other roles the first column counts.
 */
export const RELATION_ROLES = [
  'from',
  'fromId',
  'fromKind',
  'to',
  'toId',
  'toKind',
  'wording',
  'relationId',
  'date',
  'start',
  'end',
  'firmness',
  'speaker',
  'stance',
  'source',
  'sourceTitle',
  'publisher',
  'published',
  'quote',
  'said',
  'directed',
  'property',
  'ignore',
] as const;
export type RelationRole = (typeof RELATION_ROLES)[number];

export const ENTITY_ROLES = [
  'id',
  'name',
  'kind',
  'alias',
  'summary',
  'identifier',
  'source',
  'property',
  'ignore',
] as const;
export type EntityRole = (typeof ENTITY_ROLES)[number];

/** In which order a date of three numbers is read where the numbers do not say. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** How one table is read. `columns` has a role for each column of `header`, in order. */
export type TableRule = {
  /** The file's name, or "file › sheet". */
  readonly name: string;
  /** Names of the columns, made unique; "column 3" where there is none. */
  readonly header: readonly string[];
  /** False: the first row is data. */
  readonly hasHeader: boolean;
  readonly dateOrder: DateOrder;
  /** Splits several values in a cell; null: a cell is one value. Addresses are always told apart. */
  readonly separator: string | null;
} & (
  | {
      readonly shape: 'relations';
      readonly columns: readonly RelationRole[];
      /** Where no column says. */
      readonly fromKind: Kind;
      readonly toKind: Kind;
      readonly wording: string;
      readonly modality: Modality;
      readonly directed: boolean;
    }
  | { readonly shape: 'entities'; readonly columns: readonly EntityRole[]; readonly kind: Kind }
  /** Rows and columns name entities, a cell says whether and how strongly they are related. */
  | { readonly shape: 'matrix'; readonly kind: Kind; readonly wording: string; readonly directed: boolean }
  /** A row is a source that other tables name by its id; what the columns are follows from their names. */
  | { readonly shape: 'sources' }
  | { readonly shape: 'skip' }
);

/** How tables that belong together are read. */
export interface TableMapping {
  readonly tables: readonly TableRule[];
  /** Free wordings that are read as another one: from as written to as chosen. Pairs, since wordings come from data. */
  readonly wordings: readonly (readonly [written: string, chosen: string])[];
}

/** A wording as the tables have it, and how often; `suggested` is another wording that probably means the same. */
export interface WordingCount {
  readonly wording: string;
  readonly count: number;
  readonly suggested: string | null;
}

/** A table as it lies in the file, for the mapping screen. */
export interface TablePeek {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: number;
  /** The first rows, a text a cell. */
  readonly sample: readonly (readonly string[])[];
}

/** The key by which a mapping is remembered: the same tables with the same header rows, whatever the files are called. */
export function mappingKey(tables: readonly Pick<TableRule, 'header'>[]): string {
  return JSON.stringify(tables.map(({ header }) => header));
}
