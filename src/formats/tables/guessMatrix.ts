import { isNumber } from './columnFacts.ts';
import { cleanText, type Grid } from './grid.ts';

/** Marks that say in a cell of a matrix that two are related. */
const MARK = /^(?:x|yes|y|true|ja|oui|si|✓|✔|•)$/i;

/** Whether a cell of a matrix says that there is a relation: neither empty nor nothing. */
export function isTie(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && !/^(?:[-+]?0*(?:[.,]0*)?|no|n|false|nan|null|-|nein|non)$/i.test(text);
}

/** Whether rows and columns of a table name the same things and its cells are numbers or marks. */
export function isMatrix({ rows }: Grid): boolean {
  const [head = [], ...body] = rows;
  const columns = head.slice(1).map(cleanText);
  if (columns.length < 3 || body.length < 3 || columns.every((name) => name === '')) return false;
  const across = new Set(columns);
  const known = body.filter(([first = '']) => across.has(cleanText(first))).length;
  if (known < body.length * 0.8 || known < columns.length * 0.5) return false;
  const cells = body.slice(0, 100).flatMap((row) => row.slice(1).map((cell) => cell.trim()));
  return cells.every((cell) => cell === '' || isNumber(cell) || MARK.test(cell) || !isTie(cell));
}

/** Whether what a row says of a column the column says of the row: then the matrix has no direction. */
export function isSymmetric({ rows }: Grid): boolean {
  const [head = [], ...body] = rows;
  const place = new Map(head.slice(1).map((name, i) => [cleanText(name), i + 1]));
  const rowOf = new Map(body.map((row) => [cleanText(row[0] ?? ''), row]));
  return body.every((row) =>
    row.slice(1).every((cell, i) => {
      const other = rowOf.get(cleanText(head[i + 1] ?? ''));
      const back = other?.[place.get(cleanText(row[0] ?? '')) ?? -1];
      return back === undefined || back.trim() === cell.trim();
    }),
  );
}
