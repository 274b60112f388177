import type { Kind } from '../../model/records.ts';

/** One end of the relations of a table, in columns. */
export interface GuessedEnd {
  /** Several where a name is in parts. */
  readonly names: readonly number[];
  readonly id: number | null;
  readonly kindColumn: number | null;
  readonly kind: Kind;
}

/** Which columns name the two ends. */
export interface GuessedEnds {
  readonly from: GuessedEnd;
  readonly to: GuessedEnd;
  /** What the headers say of how they are related; null where they do not. */
  readonly wording: string | null;
  /** Which columns may say it: any, only those that say nothing else, those for roles too, none. */
  readonly wordingFrom: 'any' | 'plain' | 'roles' | 'none';
  /** How it was found. */
  readonly by: 'pair' | 'nouns' | 'values';
}

/** No column. */
export const NONE: GuessedEnd = { names: [], id: null, kindColumn: null, kind: 'Other' };

/** Whether any column names it. */
export const isEnd = ({ names, id }: GuessedEnd): boolean => names.length > 0 || id !== null;

/** An end of the columns that say something of it, each of another part. */
export function endOf(
  columns: readonly { readonly index: number; readonly part: string; readonly kind: Kind | null }[],
): GuessedEnd {
  const find = (part: string): number | null => columns.find((column) => column.part === part)?.index ?? null;
  const name = find('name');
  const kind = columns.find((column) => column.kind !== null)?.kind ?? 'Other';
  return { names: name === null ? [] : [name], id: find('id'), kindColumn: find('kind'), kind };
}
