import type { ReactNode } from 'react';
import { fold } from '../../model/fold.ts';
import type { Kind } from '../../model/records.ts';
import type { Known } from '../kit/known.ts';

/** One record as a row. What costs is worked out when it is first asked for. */
export interface TableRow {
  readonly id: string;
  /** Everything the reader can filter by, folded. */
  readonly folded: () => string;
}

/** One column. The `isHead` column names the row and opens it. */
export interface Column<Row extends TableRow> {
  readonly id: string;
  readonly label: string;
  cell(row: Row): ReactNode;
  compare(a: Row, b: Row): number;
  readonly isHead?: boolean;
  readonly isNumber?: boolean;
}

/** What tables list: the dataset under clocks and filters, and what decides which entities they leave. */
export interface Listed extends Known {
  readonly kinds: readonly Kind[] | null;
  readonly keepUnrelated: boolean;
}

/** Rows and columns of one table, and what its records are called in numbers. */
export interface Table<Row extends TableRow> {
  readonly name: string;
  /** Those that filters and clocks let through. */
  readonly rows: readonly Row[];
  /** How many such records the dataset holds. */
  readonly all: number;
  /** What is hidden, in words; null while nothing is in force. */
  readonly hidden: string | null;
  readonly columns: readonly Column<Row>[];
  readonly caption: (shown: number, all: number) => string;
}

/** Works a value out once, when it is first asked for. */
export function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** Orders texts as they are compared everywhere: folded, so that accents and scripts do not part them. */
export function byText<Row>(read: (row: Row) => string): (a: Row, b: Row) => number {
  const folded = new Map<Row, string>();
  const keyOf = (row: Row): string => {
    const key = folded.get(row) ?? fold(read(row));
    folded.set(row, key);
    return key;
  };
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

export function byNumber<Row>(read: (row: Row) => number): (a: Row, b: Row) => number {
  return (a, b) => read(a) - read(b);
}
