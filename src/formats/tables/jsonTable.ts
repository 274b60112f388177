import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';
import { parseJsonText } from '../jsonText.ts';
import type { Grid, GridProblem } from './grid.ts';

type Row = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSingle = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isCell = (value: unknown): boolean => isSingle(value) || (Array.isArray(value) && value.every(isSingle));
/** So many records tell what the others are. */
const PROBE = 200;

/** Whether values are rows: nearly all (of few, all but one) are records, and most of them have a field in common that is a value of its own. */
function isRows(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const probe = value.slice(0, PROBE);
  const records = probe.filter(isRecord);
  if (records.length === 0 || records.length < Math.min(probe.length * 0.8, probe.length - 1)) return false;
  const counts = new Map<string, number>();
  for (const record of records)
    for (const [key, cell] of Object.entries(record)) if (isCell(cell)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(0, ...counts.values()) * 2 > records.length;
}

/** The lists of records in a JSON value, by name ("" for the value itself); empty where it is something else. */
export function findFlatLists(json: unknown): readonly (readonly [name: string, rows: readonly unknown[]])[] {
  if (isRows(json)) return [['', json]];
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([name, value]) => (isRows(value) ? [[name, value] as const] : []));
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isCell(value))
    return (value as readonly unknown[]).map?.(cellOf).filter(Boolean).join('; ') ?? JSON.stringify(value);
  return JSON.stringify(value) ?? '';
}

/** A record's fields: those of records in it under "outer.inner", lists of records as JSON. */
function fieldsOf(row: Row, before = '', level = 0): (readonly [string, string])[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const name = before + key;
    return isRecord(value) && level < 3 ? fieldsOf(value, `${name}.`, level + 1) : [[name, cellOf(value)] as const];
  });
}

/** Records as a table: a column for each field in order of first appearance, lists in a cell as "a; b". Linear. */
export function readJsonTable(rows: readonly unknown[], name: string, file: number, lines?: readonly number[]): Grid {
  if (rows.length > LIMITS.records) throw new DataError('too-many-records', '', { limit: LIMITS.records });
  const columns = new Map<string, number>();
  const places: number[] = [];
  const problems: GridProblem[] = [];
  const unit = lines ? 'line' : 'item';
  const cells = rows.flatMap((row, i) => {
    const place = lines?.[i] ?? i + 1;
    if (!isRecord(row)) {
      problems.push({
        code: 'record-skipped',
        isWarning: true,
        where: `${unit} ${place}`,
        params: { reason: row === undefined ? 'no JSON' : 'not a record' },
      });
      return [];
    }
    const line: string[] = [];
    for (const [key, cell] of fieldsOf(row)) {
      const at = columns.get(key) ?? columns.size;
      columns.set(key, at);
      line[at] = cell;
    }
    places.push(place);
    return [line];
  });
  const full = cells.map((line) => Array.from({ length: columns.size }, (_, at) => line[at] ?? ''));
  return { name, file, rows: [[...columns.keys()], ...full], lines: [0, ...places], unit, hasHeader: true, problems };
}

/** A value a line, as JSON Lines has it; undefined where a line is none. Null for a text that is something else. Linear. */
export function readJsonLines(
  text: string,
): { readonly rows: readonly unknown[]; readonly lines: readonly number[] } | null {
  if (!/^\s*\{/.test(text)) return null;
  const [rows, lines]: [unknown[], number[]] = [[], []];
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parseLine(line);
    // The first line tells: a record that is spread over lines is no line of its own.
    if (rows.length === 0 && !isRecord(value)) return null;
    rows.push(value);
    lines.push(i + 1);
  }
  return isRows(rows) && rows.length > 1 ? { rows, lines } : null;
}

function parseLine(line: string): unknown {
  try {
    return parseJsonText(line, null);
  } catch {
    return undefined;
  }
}
