import { parseDate } from '../model/dates.ts';

/** An object of a JSON file. Its keys come from data: fixed names are read off it, others only through `Object.entries`. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const NOTHING: JsonRecord = Object.freeze({});

/** Whether a JSON value is an object; lists are none. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one for everything else. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : NOTHING;
}

/** The list; one of one for a single thing, an empty one for nothing. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Text, trimmed; numbers and booleans as they are written; empty for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The texts of a list, without empty ones and repetitions. */
export function textsOf(value: unknown): string[] {
  return [...new Set(listOf(value).map(textOf))].filter(Boolean);
}

/** What an object has beside these fields; undefined where that is nothing. `__proto__` stays an ordinary field. */
export function restOf(record: JsonRecord, used: ReadonlySet<string>): JsonRecord | undefined {
  const rest = Object.entries(record).filter(([key, value]) => !used.has(key) && value !== null && value !== '');
  return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

/** Lists of strings by name, as properties are, without names that have none; each text once. */
export function propertiesOf(
  pairs: Iterable<readonly [name: string, values: readonly string[]]>,
): Readonly<Record<string, readonly string[]>> {
  const all = new Map<string, readonly string[]>();
  for (const [name, values] of pairs) {
    const known = all.get(name);
    const texts = values.length === 1 && values[0] === '' ? [] : values;
    if (texts.length === 1 && !known) all.set(name, texts);
    else if (texts.length > 0) all.set(name, [...new Set([...(known ?? []), ...texts])].filter(Boolean));
  }
  return Object.fromEntries([...all].filter(([, values]) => values.length > 0));
}

/** The day of a date with a time (ISO 8601); other text as it is. */
export function dayOf(value: unknown): string {
  const text = textOf(value);
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:/.exec(text)?.[1];
  return day !== undefined && parseDate(day) ? day : text;
}

/** An EDTF interval of two days as files write them, open where one is missing; undefined without any. */
export function intervalOf(start: unknown, end: unknown): string | undefined {
  const [from, to] = [dayOf(start), dayOf(end)];
  return from === '' && to === '' ? undefined : `${from || '..'}/${to || '..'}`;
}
