import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';
import type { Grid } from './grid.ts';

type Row = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSingle = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isCell = (value: unknown): boolean => isSingle(value) || (Array.isArray(value) && value.every(isSingle));
/** So many records tell what the others are. */
const PROBE = 200;

function isFlatList(value: unknown): value is readonly Row[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value
    .slice(0, PROBE)
    .every((row) => isRecord(row) && Object.keys(row).length > 0 && Object.values(row).every(isCell));
}

/** The lists of flat records in a JSON value, by name ("" for the value itself); empty where it is something else. */
export function findFlatLists(json: unknown): readonly (readonly [name: string, rows: readonly Row[]])[] {
  if (isFlatList(json)) return [['', json]];
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => (isFlatList(value) ? [[name, value] as const] : []));
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join('; ');
  return JSON.stringify(value) ?? '';
}

/** Flat records as a table: a column for each key in order of first appearance, lists in a cell as "a; b". Linear. */
export function readJsonTable(rows: readonly Row[], name: string, file: number): Grid {
  if (rows.length > LIMITS.records) throw new DataError('too-many-records', '', { limit: LIMITS.records });
  const columns = new Map<string, number>();
  const records = rows.filter(isRecord);
  for (const row of records) for (const key of Object.keys(row)) if (!columns.has(key)) columns.set(key, columns.size);
  const cells = records.map((row) => {
    const line = Array.from({ length: columns.size }, () => '');
    for (const [key, value] of Object.entries(row)) line[columns.get(key) ?? 0] = cellOf(value);
    return line;
  });
  return {
    name,
    file,
    rows: [[...columns.keys()], ...cells],
    lines: [0, ...cells.map((_, i) => i + 1)],
    unit: 'item',
    hasHeader: true,
    problems:
      records.length === rows.length
        ? []
        : [{ code: 'record-skipped', isWarning: true, where: name, params: { reason: 'not a record' } }],
  };
}
