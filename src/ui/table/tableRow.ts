import type { ReactNode } from 'react';
import { fold } from '../../model/fold.ts';

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

/** Rows and columns of one table, and what its records are called in numbers. */
export interface Table<Row extends TableRow> {
  readonly name: string;
  readonly rows: readonly Row[];
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
