import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';
import type { Grid, GridProblem } from './grid.ts';
import { dropPreamble, dropRepeats } from './preamble.ts';
import { isZip, unpack } from './unpack.ts';

/** So many cells are filled from merged ones; more is no table. */
const MOST_MERGED = 1_000_000;
const MS_PER_DAY = 86_400_000;
/** Between the day that Excel counts from and 1970, in days. */
const EPOCH_1900 = 25_569;
const DAYS_TO_1904 = 1462;

/** A day as workbooks count it, as ISO 8601, with the time where there is one. */
function isoOfSerial(serial: number, is1904: boolean): string | null {
  // Excel counts a 29 February 1900 that was none.
  const days = is1904 ? serial + DAYS_TO_1904 : serial < 60 ? serial + 1 : serial;
  const date = new Date(Math.round((days - EPOCH_1900) * MS_PER_DAY));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return null;
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
}

function textOfCell(cell: CellObject | undefined, is1904: boolean): string {
  if (cell === undefined || cell.t === 'z') return '';
  if (cell.v === undefined || cell.v === null) return cell.f === undefined ? '' : `=${cell.f}`;
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const isDate = cell.z !== undefined && SSF.is_date(String(cell.z));
    return (
      (isDate && cell.v >= 1 ? isoOfSerial(cell.v, is1904) : null) ??
      (isDate ? (cell.w ?? String(cell.v)) : String(cell.v))
    );
  }
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  return typeof cell.v === 'boolean' ? (cell.v ? 'yes' : 'no') : String(cell.v);
}

/** What a merged cell says holds for all cells that it covers. */
function fillMerged(rows: string[][], sheet: WorkSheet): void {
  let left = MOST_MERGED;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c] ?? '';
    if (value === '') continue;
    for (const row of rows.slice(s.r, e.r + 1)) left -= fillCells(row, s.c, Math.min(e.c, s.c + left), value);
    if (left <= 0) return;
  }
}

function fillCells(row: string[], from: number, to: number, value: string): number {
  let filled = 0;
  for (let c = from; c <= to && c <= row.length; c += 1, filled += 1) if ((row[c] ?? '') === '') row[c] = value;
  return filled;
}

/** Columns for the addresses behind cells, where most of a column's cells have one: "Article (link)". */
function addLinks(rows: string[][], data: readonly (readonly (CellObject | undefined)[] | undefined)[]): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const counts = new Map<number, number>();
  for (const row of data) {
    for (const [c, cell] of (row ?? []).entries()) if (linkOf(cell)) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  let at = width;
  for (const [c, count] of counts) {
    if (count * 2 < rows.length - 3) continue;
    const first = data.findIndex((row) => linkOf(row?.[c]) !== null);
    for (const [r, row] of rows.entries()) {
      while (row.length < at) row.push('');
      row[at] = linkOf(data[r]?.[c]) ?? (r === first - 1 ? `${row[c] ?? ''} (link)` : '');
    }
    at += 1;
  }
}

function linkOf(cell: CellObject | undefined): string | null {
  const target = cell?.l?.Target;
  return target !== undefined && /^https?:/i.test(target) && !/^https?:/i.test(String(cell?.v ?? '')) ? target : null;
}

function readSheet(sheet: WorkSheet, name: string, file: number, is1904: boolean): Grid | null {
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  if (data.length > LIMITS.records) throw new DataError('too-many-records', name, { limit: LIMITS.records });
  const all = Array.from(data, (row) => Array.from(row ?? [], (cell) => textOfCell(cell, is1904)));
  fillMerged(all, sheet);
  addLinks(all, data);
  const kept = all.map((row, i) => [row, i + 1] as const).filter(([row]) => row.some((cell) => cell.trim() !== ''));
  const rows = kept.map(([row]) => row);
  if (rows.length === 0) return null;
  const errors = data.flat().filter((cell) => cell?.t === 'e').length;
  const problems: GridProblem[] =
    errors > 0 ? [{ code: 'cells-with-errors', isWarning: true, where: name, params: { count: errors } }] : [];
  const whole = { rows, lines: kept.map(([, line]) => line), problems };
  const parsed = dropRepeats(dropPreamble(whole, 'row'), 'row');
  const width = parsed.rows.reduce((widest, row) => Math.max(widest, lastFilled(row)), 0);
  return { name, file, ...parsed, rows: parsed.rows.map((row) => pad(row, width)), unit: 'row', hasHeader: null };
}

const lastFilled = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;
const pad = (row: readonly string[], width: number): string[] => Array.from({ length: width }, (_, i) => row[i] ?? '');

/**
 * The sheets of a workbook as tables; dates as ISO 8601, formulas as what they gave, empty sheets left out. Throws
 * DataError `too-large` before unpacking more than the limit, `invalid` for what is no workbook.
 */
export function readWorkbook(bytes: Uint8Array, name: string, file: number): Grid[] {
  // Unpacked by us within the limits and handed on unpacked: what a ZIP says of its sizes is not to be trusted.
  const safe = isZip(bytes)
    ? zipSync(
        unpack(bytes, (entry) => !entry.startsWith('xl/media/')),
        { level: 0 },
      )
    : bytes;
  try {
    const book = read(safe, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellDates: false,
    });
    const is1904 = book.Workbook?.WBProps?.date1904 === true;
    const names = book.SheetNames;
    return names.flatMap((sheet) => {
      const found = Object.hasOwn(book.Sheets, sheet) ? book.Sheets[sheet] : undefined;
      return found ? (readSheet(found, names.length > 1 ? `${name} › ${sheet}` : name, file, is1904) ?? []) : [];
    });
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError('invalid', name, { problem: 'the workbook is damaged or has a password' });
  }
}
