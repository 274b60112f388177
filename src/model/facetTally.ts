/** Counts rows by numbered values, each row once a value. */
export interface Tally {
  readonly add: (row: number, number: number) => void;
  readonly counts: Int32Array;
}

/** A tally of so many values, numbered from 0; rows come one after the other. */
export function createTally(length: number): Tally {
  const counts = new Int32Array(length);
  const last = new Int32Array(length).fill(-1);
  return {
    counts,
    add: (row, number) => {
      if (number < 0 || last[number] === row) return;
      last[number] = row;
      counts[number] = (counts[number] as number) + 1;
    },
  };
}

/** The counts by value, in the order of their numbers; only values that are met, if `met` says which. */
export function readTally<Value>({ counts }: Tally, values: Iterable<Value>, met?: ReadonlySet<Value>) {
  const read = new Map<Value, number>();
  let number = 0;
  for (const value of values) {
    if (!met || met.has(value)) read.set(value, counts[number] ?? 0);
    number += 1;
  }
  return read;
}
