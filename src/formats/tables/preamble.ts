import { isNumber } from './columnFacts.ts';
import { type Grid, type GridProblem, shortText, usualWidth } from './grid.ts';
import { isKnown } from './guessHeader.ts';
import { isClearDate } from './tableDates.ts';

/** A table of which the lines are known that every cell of it stands in. */
export interface ParsedRows {
  readonly rows: string[][];
  readonly lines: number[];
  readonly problems: GridProblem[];
}

const textsOf = (row: readonly string[]): string[] => row.map((cell) => cell.trim()).filter(Boolean);
const filledCells = (row: readonly string[]): number => textsOf(row).length;
const isValue = (cell: string): boolean => isNumber(cell) || isClearDate(cell);

/** Names for groups of columns above the names of the columns themselves, as NodeXL and many reports have them. */
function isBand(row: readonly string[], next: readonly string[]): boolean {
  const [groups, names] = [new Set(textsOf(row)), textsOf(next)];
  if (next.length < 4 || groups.size * 2 > names.length || new Set(names).size < names.length) return false;
  const known = names.filter(isKnown).length;
  return names.length >= next.length * 0.7 && known > [...groups].filter(isKnown).length && !names.some(isValue);
}

/** Titles, remarks and blank rows above the table itself: how many rows, and the rows to be told. */
function countPreamble(rows: readonly (readonly string[])[]): number {
  const width = usualWidth(rows);
  if (width < 2) return 0;
  let at = 0;
  while (at < Math.min(rows.length - 1, 30)) {
    const row = rows[at] ?? [];
    const isRemark = /^\s*#/.test(row[0] ?? '') && filledCells(row) !== width && filledCells(rows[at + 1] ?? []) > 0;
    // A title across merged cells is in each of them.
    const isTitle = width > 2 && new Set(textsOf(row)).size <= 1 && (at > 0 || filledCells(row) > 0);
    if (!isRemark && !isTitle && !isBand(row, rows[at + 1] ?? [])) break;
    at += 1;
  }
  return at;
}

/** A table without what stands above it (told), with the name of its first column freed of a remark's sign. */
export function dropPreamble(parsed: ParsedRows, unit: Grid['unit']): ParsedRows {
  const skipped = countPreamble(parsed.rows);
  const told = parsed.rows.slice(0, skipped).map(
    (row, i): GridProblem => ({
      code: 'line-above-table',
      isWarning: false,
      where: `${unit} ${parsed.lines[i] ?? i + 1}`,
      params: { text: shortText(row.join(' ').trim()) },
    }),
  );
  const rows = parsed.rows.slice(skipped);
  const [first, ...rest] = rows;
  const isMarked = first !== undefined && first.length > 1 && /^#\s+\S/.test(first[0] ?? '');
  return {
    rows: isMarked ? [[(first[0] ?? '').replace(/^#\s+/, ''), ...first.slice(1)], ...rest] : rows,
    lines: parsed.lines.slice(skipped),
    problems: [...parsed.problems, ...told],
  };
}

/** A table without its first row where that comes again, as in files that were put together; told. Linear. */
export function dropRepeats(parsed: ParsedRows, unit: Grid['unit']): ParsedRows {
  const [first = [], ...body] = parsed.rows;
  const names = first.map((cell) => cell.trim());
  const isAgain = (row: readonly string[]): boolean =>
    (row[0] ?? '').trim() === names[0] &&
    row.length === names.length &&
    row.every((cell, i) => cell.trim() === names[i]);
  const again = names.filter(isKnown).length >= 2 && body.some(isAgain);
  if (!again) return parsed;
  const kept = parsed.rows.map((row, i) => i === 0 || !isAgain(row));
  const at = kept.indexOf(false);
  const count = kept.filter((is) => !is).length;
  const where = `${unit} ${parsed.lines[at] ?? at + 1}`;
  return {
    rows: parsed.rows.filter((_, i) => kept[i]),
    lines: parsed.lines.filter((_, i) => kept[i]),
    problems: [...parsed.problems, { code: 'header-again', isWarning: false, where, params: { count } }],
  };
}
