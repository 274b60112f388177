import type { Grid } from './grid.ts';
import { type Header, readHeader } from './headerWords.ts';
import { isClearDate, readCellDate } from './tableDates.ts';

/** So many rows tell what a column is. */
const PROBE = 1500;

/** What the first rows say of a column. Shares are of the cells that have something in them. */
export interface ColumnFacts {
  readonly index: number;
  /** As the file has it, also where the column got another name to be unique. */
  readonly header: Header;
  /** A column before has the same header. */
  readonly isRepeated: boolean;
  /** Cells that have something, of the rows looked at. */
  readonly filled: number;
  readonly rows: number;
  readonly values: ReadonlyMap<string, number>;
  readonly urls: number;
  readonly numbers: number;
  /** Dates of any form, years and seconds among them. */
  readonly dates: number;
  /** Dates that are nothing else. */
  readonly clearDates: number;
  /** Characters of a cell on average. */
  readonly length: number;
}

const NUMBER = /^[^\p{L}\d]{0,4}-?\d[\d.,'  ]*(?:e[+-]?\d+)?\s?(?:%|€|£|\$|k|m|bn|mio|eur|usd|gbp|chf)?$/iu;

/** Whether a text is a number, an amount or a share. */
export function isNumber(text: string): boolean {
  return text.length < 40 && NUMBER.test(text);
}

/** The columns of a table with what is in them. Linear in the columns. */
export function readColumns(grid: Grid, header: readonly string[], hasHeader: boolean): ColumnFacts[] {
  const rows = grid.rows.slice(hasHeader ? 1 : 0, PROBE);
  const seen = new Set<string>();
  return header.map((_, index) => {
    const name = hasHeader ? (grid.rows[0]?.[index] ?? '') : '';
    const isRepeated = seen.has(name.trim());
    if (name.trim() !== '') seen.add(name.trim());
    return { index, header: readHeader(name.slice(0, 200)), isRepeated, ...factsOf(rows, index) };
  });
}

function factsOf(
  rows: readonly (readonly string[])[],
  index: number,
): Omit<ColumnFacts, 'index' | 'header' | 'isRepeated'> {
  const values = new Map<string, number>();
  for (const row of rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '') values.set(cell, (values.get(cell) ?? 0) + 1);
  }
  let [filled, urls, numbers, dates, clearDates, length] = [0, 0, 0, 0, 0, 0];
  for (const [value, count] of values) {
    filled += count;
    length += Math.min(value.length, 1000) * count;
    if (/^(?:https?:\/\/|www\.)/i.test(value)) urls += count;
    else if (readCellDate(value, 'dmy')) {
      dates += count;
      if (isClearDate(value)) clearDates += count;
      if (isNumber(value)) numbers += count;
    } else if (isNumber(value)) numbers += count;
  }
  const all = Math.max(1, filled);
  return {
    rows: rows.length,
    filled,
    values,
    urls: urls / all,
    numbers: numbers / all,
    dates: dates / all,
    clearDates: clearDates / all,
    length: length / all,
  };
}

/** Whether a column can name something: text that is no address, number, date or long prose. */
export function isNaming({ filled, urls, numbers, clearDates, length }: ColumnFacts): boolean {
  return filled > 0 && urls < 0.5 && numbers < 0.5 && clearDates < 0.5 && length < 120;
}

/** The share of different values among the cells: 1 where none is there twice. */
export function distinctShare({ values, filled }: ColumnFacts): number {
  return filled === 0 ? 0 : values.size / filled;
}

/** The share of different values for which this holds. */
export function shareOf({ values }: ColumnFacts, holds: (value: string) => boolean): number {
  if (values.size === 0) return 0;
  let count = 0;
  for (const value of values.keys()) if (holds(value)) count += 1;
  return count / values.size;
}
