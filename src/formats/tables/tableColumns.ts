import type { TableRule } from '../../model/tableMapping.ts';
import { cleanText } from './grid.ts';
import { GIVEN_NAMES, readHeader } from './headerWords.ts';

/** The columns of a table by their roles. */
export interface TableColumns {
  /** Places of the columns with this role, in order. */
  of(role: string): readonly number[];
  /** The unique name of a column; "column 7" beyond those that have one. */
  name(index: number): string;
  /** Whether a column holds given names. */
  isGiven(index: number): boolean;
}

/** Prepares the roles of a rule for reading many rows. */
export function readTableColumns(rule: TableRule): TableColumns {
  const byRole = new Map<string, number[]>();
  const roles: readonly string[] = 'columns' in rule ? rule.columns : [];
  for (const [i, role] of roles.entries()) byRole.set(role, [...(byRole.get(role) ?? []), i]);
  const given = new Set(rule.header.flatMap((name, i) => (GIVEN_NAMES.has(readHeader(name).phrase) ? [i] : [])));
  const none: readonly number[] = [];
  return {
    of: (role) => byRole.get(role) ?? none,
    name: (index) => rule.header[index] ?? `column ${index + 1}`,
    isGiven: (index) => given.has(index),
  };
}

/** The name in a row: several columns are its parts, the given name first. */
export function joinNames(columns: TableColumns, role: string, row: readonly string[]): string {
  const places = columns.of(role);
  const [only] = places;
  if (places.length <= 1) return only === undefined ? '' : cleanText(row[only] ?? '');
  const inOrder = [...places.filter((i) => columns.isGiven(i)), ...places.filter((i) => !columns.isGiven(i))];
  return cleanText(inOrder.map((i) => row[i] ?? '').join(' '));
}
