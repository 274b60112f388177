/**
 * Folded entries laid end to end, each as a line break, a space and its words parted by single spaces, so that one
 * `indexOf` finds the start of an entry ("\n pu"), of a word (" pu") or anything ("pu").
 */
export interface Column {
  readonly text: string;
  /** Where each entry begins in `text`, with the end of the text after the last. */
  readonly starts: Uint32Array;
  /** Whose entry it is: a number that means something to the caller. */
  readonly owners: Uint32Array;
}

/** Lays out entries in the order given. */
export function buildColumn(entries: readonly string[], owners: readonly number[]): Column {
  const starts = new Uint32Array(entries.length + 1);
  let at = 0;
  for (let index = 0; index < entries.length; index += 1) {
    starts[index] = at;
    at += (entries[index] as string).length + 2;
  }
  starts[entries.length] = at;
  const text = entries.length === 0 ? '' : `\n ${entries.join('\n ')}\n`;
  return { text, starts, owners: Uint32Array.from(owners) };
}

/** Calls `visit` with every occurrence of `needle`, in order: whose entry it is in, and where. Linear in the text. */
export function scanColumn(column: Column, needle: string, visit: (owner: number, at: number) => void): void {
  if (needle === '') return;
  const { text, starts, owners } = column;
  let entry = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    while ((starts[entry + 1] as number) <= at) entry += 1;
    visit(owners[entry] as number, at);
  }
}

/** Whether an entry's word, or the entry itself, ends at this place. */
export function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0a || at >= text.length;
}
