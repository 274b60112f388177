import Papa from 'papaparse';
import { isKnownSchema } from './schemata.ts';
import { isStatementHead, type StatementRow } from './statements.ts';

/** A header row is no longer than this, in characters. */
const MOST_HEAD = 4000;
/** The columns of a packed table, which has no header: schema and property are one cell, "Person:name". */
const PACKED = 'entity_id packed value dataset lang original_value origin external first_seen last_seen'.split(' ');

function isPacked(head: string): boolean {
  const [first = []] = Papa.parse<string[]>(head, { preview: 1, delimiter: ',' }).data;
  const [, schema] = /^(\w+):\w+$/.exec(first[1] ?? '') ?? [];
  return first.length >= PACKED.length && schema !== undefined && isKnownSchema(schema);
}

/**
 * Whether a text is a table of statements: CSV or TSV whose first row names what a statement has, or packed as FollowTheMoney's
 * own tools write it.
 */
export function isStatementTable(text: string): boolean {
  const start = text.slice(0, MOST_HEAD);
  const [head = ''] = start.split(/[\r\n]/, 1);
  if (isStatementHead(head.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim()))) return true;
  return /^[^\r\n]*,\w+:\w+,/.test(start) && isPacked(start);
}

function unpack(row: readonly string[]): StatementRow {
  const cells = new Map(PACKED.map((name, i) => [name, row[i] ?? '']));
  const [schema = '', prop = ''] = (cells.get('packed') ?? '').split(':');
  cells.delete('packed');
  return cells.set('schema', schema).set('prop', prop);
}

/** The rows of such a table, cells by the names of their columns. Linear. */
export function readStatementRows(text: string): StatementRow[] {
  if (isPacked(text.slice(0, MOST_HEAD)))
    return Papa.parse<string[]>(text, { skipEmptyLines: true, delimiter: ',' }).data.map(unpack);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim());
  return rows.map((row) => new Map(names.map((name, i) => [name, row[i] ?? ''])));
}
