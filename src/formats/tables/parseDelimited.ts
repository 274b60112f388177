import Papa from 'papaparse';
import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';
import { findDelimiter, findLineEnd } from './delimiter.ts';
import { type Grid, type GridProblem, shortText, usualWidth } from './grid.ts';

/** A table of which the lines are known that every cell of it stands in. */
export interface ParsedRows {
  readonly rows: string[][];
  readonly lines: number[];
  readonly problems: GridProblem[];
}

const countLines = (cell: string): number => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g) ?? []).length : 0);

function tellQuotes(
  errors: readonly Papa.ParseError[],
  rows: readonly string[][],
  starts: readonly number[],
): GridProblem[] {
  const bad = errors.filter(({ type }) => type === 'Quotes').slice(0, 200);
  const seen = new Set<number>();
  return bad.flatMap(({ code, row = 0 }) => {
    if (seen.has(row)) return [];
    seen.add(row);
    const text = shortText((rows[row] ?? []).join(' ').slice(0, 200));
    const where = `line ${starts[row] ?? row + 1}`;
    return [
      { code: code === 'MissingQuotes' ? 'quote-not-closed' : 'quote-odd', isWarning: true, where, params: { text } },
    ];
  });
}

/**
 * Cuts a text into rows and cells (RFC 4180, with any sign between the cells). Blank lines are left out, lines counted
 * through line ends inside cells. Throws DataError `too-many-records`. Linear; an unclosed quotation mark costs a few times
 * as much.
 */
export function cutRows(
  text: string,
  delimiter: string,
  newline: '\n' | '\r' | '\r\n',
  progress: (done: number) => void = () => undefined,
): ParsedRows {
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: GridProblem[] = [];
  let line = 1;
  const config = {
    delimiter,
    newline,
    // What a quotation mark leaves open is parsed again with every piece: few pieces. Not in the declared types for texts.
    chunkSize: Math.max(1_000_000, Math.ceil(text.length / 12)),
    chunk({ data, errors, meta }: Papa.ParseResult<string[]>): void {
      const starts: number[] = [];
      for (const row of data) {
        starts.push(line);
        if (row.length > 1 || row[0] !== '') {
          rows.push(row);
          lines.push(line);
        }
        line += 1;
        for (const cell of row) line += countLines(cell);
      }
      problems.push(...tellQuotes(errors, data, starts));
      if (rows.length > LIMITS.records) throw new DataError('too-many-records', '', { limit: LIMITS.records });
      progress(Math.min(1, meta.cursor / Math.max(1, text.length)));
    },
  };
  Papa.parse<string[]>(text, config as Papa.ParseConfig<string[]>);
  return { rows, lines, problems };
}

const filledCells = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** Titles, remarks and blank rows above the table itself: how many rows, and the rows to be told. */
function countPreamble(rows: readonly (readonly string[])[]): number {
  const width = usualWidth(rows);
  if (width < 2) return 0;
  let at = 0;
  while (at < Math.min(rows.length - 1, 30)) {
    const row = rows[at] ?? [];
    const isRemark = /^\s*#/.test(row[0] ?? '') && filledCells(row) !== width && filledCells(rows[at + 1] ?? []) > 0;
    const isTitle = width > 2 && (filledCells(row) === 1 || (at > 0 && filledCells(row) === 0));
    if (!isRemark && !isTitle) break;
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

/** Delimited text as a table: signs between cells and line ends are found by the content. Throws as `cutRows`. */
export function parseDelimited(text: string, name: string, file: number, progress: (done: number) => void): Grid {
  const { delimiter } = findDelimiter(text);
  const told = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
  const lineEnd = findLineEnd(text);
  const body = lineEnd === null ? text.replaceAll(/\r\n?/g, '\n') : text;
  const parsed = cutRows(
    body.slice(lineEnd === null ? told.replace('\r', '').length : told.length),
    delimiter,
    lineEnd ?? '\n',
    progress,
  );
  if (told) for (let i = 0; i < parsed.lines.length; i += 1) parsed.lines[i] = (parsed.lines[i] ?? 0) + 1;
  const { rows, lines, problems } = dropPreamble(parsed, 'line');
  return { name, file, rows, lines, unit: 'line', hasHeader: null, problems };
}
