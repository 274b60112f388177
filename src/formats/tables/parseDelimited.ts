import Papa from 'papaparse';
import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';
import { findDelimiter, findLineEnd } from './delimiter.ts';
import { type Grid, type GridProblem, shortText } from './grid.ts';
import { dropPreamble, dropRepeats, type ParsedRows } from './preamble.ts';

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
  const { rows, lines, problems } = dropRepeats(dropPreamble(parsed, 'line'), 'line');
  return { name, file, rows, lines, unit: 'line', hasHeader: null, problems };
}
