import Papa from 'papaparse';

/** What may stand in a table: text and numbers as they are, lists and records as JSON, nothing for null. */
export type Cell = string | number | boolean | readonly string[] | object | null | undefined;

/** A table as a file. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

/**
 * What a spreadsheet takes for a formula, the full-width signs of East Asian ones included, with any apostrophes before
 * it: one more apostrophe makes it text, and one less gives back exactly what was there.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const SEPARATOR = '|';

/** A list in one cell: "a|b"; a bar or backslash in an item has a backslash before it, an empty list is empty. */
export function joinCell(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(/[\\|]/g, '\\$&')).join(SEPARATOR);
}

function writeCell(cell: Cell): string | number | boolean {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return cell;
  if (Array.isArray(cell) && cell.every((item) => typeof item === 'string')) return joinCell(cell);
  return JSON.stringify(cell);
}

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF, a row of names. No cell of it is run as a formula; a
 * spreadsheet shows the apostrophe that prevents it only where one would have been run.
 */
export function writeTable(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): CsvFile {
  const data = rows.map((row) => row.map(writeCell));
  const text = Papa.unparse({ fields: [...columns], data }, { newline: '\r\n', escapeFormulae: FORMULA });
  return { name, text: `\ufeff${text}\r\n` };
}
