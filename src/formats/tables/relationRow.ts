import type { Kind } from '../../model/records.ts';
import type { TableRule } from '../../model/tableMapping.ts';
import type { ImportLog } from '../importLog.ts';
import { splitValues } from './buildEntities.ts';
import { cleanText, shortText } from './grid.ts';
import { findKind } from './kindWords.ts';
import { joinNames, type TableColumns } from './tableColumns.ts';
import { isDateName, joinSpan, readCellDate, readSerial } from './tableDates.ts';

export type RelationRule = Extract<TableRule, { readonly shape: 'relations' }>;

/** Values that stay with a relation under the name of their column. */
export type Extras = Map<string, string[]>;

/** What a row says of one of its ends. */
export interface RowEnd {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind | null;
  readonly kindWord: readonly [column: string, word: string] | null;
  /** As written, to be counted. */
  readonly raw: string;
}

/** Keeps a cell under its column's name; a cell with nothing in it is not kept. */
export function keepCell(extras: Extras, name: string, cell: string): void {
  const text = cell.trim();
  if (text === '') return;
  const known = extras.get(name);
  if (!known) extras.set(name, [text]);
  else if (!known.includes(text)) known.push(text);
}

/** The end of a relation in a row; its kind where a word says it. */
export function readRowEnd(columns: TableColumns, side: 'from' | 'to', row: readonly string[]): RowEnd {
  const [idColumn] = columns.of(`${side}Id`);
  const [kindColumn] = columns.of(`${side}Kind`);
  const rawId = idColumn === undefined ? '' : (row[idColumn] ?? '');
  const name = joinNames(columns, side, row);
  const [nameColumn] = columns.of(side);
  const raw = rawId.trim() || (columns.of(side).length > 1 ? name : (row[nameColumn ?? -1] ?? '').trim());
  const word = kindColumn === undefined ? '' : (row[kindColumn] ?? '').trim();
  const kind = word === '' ? null : findKind(word);
  const kindWord =
    word === '' || kind === word || kindColumn === undefined ? null : ([columns.name(kindColumn), word] as const);
  return { id: cleanText(rawId), name, kind, kindWord, raw };
}

/** Whether a row is so short that it does not reach an end at all: then a quotation mark or a line end is wrong. */
export function reachesEnds(columns: TableColumns, row: readonly string[]): boolean {
  return (['from', 'to'] as const).every((side) =>
    [...columns.of(side), ...columns.of(`${side}Id`)].some((i) => i < row.length),
  );
}

/** A date of a cell as EDTF; what is none, or says more, is kept as text and told. */
export function readDateCell(
  rule: RelationRule,
  name: string,
  cell: string,
  extras: Extras,
  log: ImportLog,
  where: () => string,
): string | undefined {
  if (cell.trim() === '') return undefined;
  const date = readCellDate(cell, rule.dateOrder) ?? (isDateName(name) ? readSerial(cell) : null);
  if (date === null) {
    log.warn('date-not-understood', where(), { date: shortText(cell.trim()) });
    keepCell(extras, name, cell);
    return undefined;
  }
  if (date.isPart) keepCell(extras, name, cell);
  if (date.guess !== null)
    log.tally(
      `date-${date.guess}-guessed`,
      where(),
      date.guess === 'order' ? { order: rule.dateOrder, field: shortText(name) } : { field: shortText(name) },
    );
  if (date.edtf === '..') {
    if (cell.trim() !== '..') keepCell(extras, name, cell);
    return undefined;
  }
  return date.edtf;
}

/** When it held or happened, as EDTF: a start and an end, else a date. */
export function readValid(
  rule: RelationRule,
  columns: TableColumns,
  row: readonly string[],
  extras: Extras,
  log: ImportLog,
  where: () => string,
): string | undefined {
  const read = (role: string): { readonly column: number | undefined; readonly edtf: string | undefined } => {
    const [column, ...more] = columns.of(role);
    for (const other of more) keepCell(extras, columns.name(other), row[other] ?? '');
    const edtf =
      column === undefined
        ? undefined
        : readDateCell(rule, columns.name(column), row[column] ?? '', extras, log, where);
    return { column, edtf };
  };
  const [date, start, end] = [read('date'), read('start'), read('end')];
  const keep = ({ column }: { readonly column: number | undefined }): void => {
    if (column !== undefined) keepCell(extras, columns.name(column), row[column] ?? '');
  };
  if (start.edtf === undefined && end.edtf === undefined) return date.edtf;
  if (date.edtf !== undefined) keep(date);
  if (start.edtf === end.edtf) return start.edtf;
  const joined = joinSpan(start.edtf, end.edtf);
  if (joined !== null) return joined;
  log.warn('dates-reversed', where(), { start: start.edtf ?? '', end: end.edtf ?? '' });
  keep(start);
  keep(end);
  return undefined;
}

/** Everything in a row that has no role, under the names of its columns; cells beyond the header too. */
export function readExtras(
  rule: RelationRule,
  columns: TableColumns,
  row: readonly string[],
  log: ImportLog,
  where: () => string,
): Extras {
  const extras: Extras = new Map();
  for (const index of columns.of('property')) {
    const values = splitValues(row[index] ?? '', rule.separator);
    if (values.length > 0) extras.set(columns.name(index), values);
  }
  const width = rule.header.length;
  if (row.length > width && row.slice(width).some((cell) => cell.trim() !== '')) {
    log.tally('row-longer', where());
    for (let index = width; index < row.length; index += 1) keepCell(extras, columns.name(index), row[index] ?? '');
  } else if (row.length < width) log.tally('row-shorter', where());
  return extras;
}
