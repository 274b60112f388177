import Papa from 'papaparse';
import { isStatementHead, type StatementRow } from './statements.ts';

/** A header row is no longer than this, in characters. */
const MOST_HEAD = 4000;

/** Whether a text is a table of statements: CSV or TSV whose first row names what a statement has. */
export function isStatementTable(text: string): boolean {
  const [head = ''] = text.slice(0, MOST_HEAD).split(/[\r\n]/, 1);
  return isStatementHead(head.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim()));
}

/** The rows of such a table, cells by the names of their columns. Linear. */
export function readStatementRows(text: string): StatementRow[] {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  const names = head.map((name) => name.trim());
  return rows.map((row) => new Map(names.map((name, i) => [name, row[i] ?? ''])));
}
