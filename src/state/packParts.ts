/** What a link says is not trusted: everything that is not as it was written ends here. `unpackView` catches it. */
export function refuse(): never {
  throw new TypeError('This part of a link is not as it was written.');
}

/** An object whose own keys may be asked for by `partOf`. */
export type Parts = Readonly<Record<string, unknown>>;

/** A plain object; a missing one is empty. */
export function readParts(value: unknown): Parts {
  if (value === undefined) return {};
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parts) : refuse();
}

/** A part by its own key, whatever the key is called. */
export function partOf(parts: Parts, key: string): unknown {
  return Object.hasOwn(parts, key) ? parts[key] : undefined;
}

/** A list; a missing one is empty. */
export function readList(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : refuse();
}

/** A text; a missing one is empty. */
export function readText(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : refuse();
}

/** Texts, each once; a missing list is empty. */
export function readIds<Id extends string = string>(value: unknown): Id[] {
  const ids = readList(value);
  return ids.every((id) => typeof id === 'string') ? ([...new Set(ids)] as Id[]) : refuse();
}

/** A whole number from `least` to `most`. */
export function readWhole(value: unknown, least: number, most: number): number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : refuse();
}

/** One of these; null where it is missing. */
export function readChoice<Value>(value: unknown, among: readonly Value[]): Value | null {
  return value === undefined ? null : (among.find((each) => each === value) ?? refuse());
}

/** Null for what is missing or null, else what `read` makes of it. */
export function readMaybe<Value>(value: unknown, read: (value: unknown) => Value): Value | null {
  return value === undefined || value === null ? null : read(value);
}
