import type { Properties } from '../model/records.ts';
import type { Attributes, AttributeValue, Scalar } from './propertyGraph.ts';

/** What all values of an attribute are, so that text becomes again what it was. */
export type ValueType = 'string' | 'number' | 'boolean' | 'strings' | 'numbers' | 'booleans';

/** Types by name of attribute, as pairs, since names come from data. */
export type TypedNames = readonly (readonly [name: string, type: ValueType])[];

const isList = (value: AttributeValue): value is readonly Scalar[] => Array.isArray(value);

/** The type of one value; null for a list of several types, which no column can have. */
export function typeOfValue(value: AttributeValue): ValueType | null {
  if (!isList(value)) return typeof value as 'string' | 'number' | 'boolean';
  const kind = value.length === 0 ? 'string' : (typeof value[0] as 'string' | 'number' | 'boolean');
  return value.every((item) => typeof item === kind) ? `${kind}s` : null;
}

/** A value as the texts of a property. Numbers are written as JavaScript does, which reads them back exactly. */
export function textsOfValue(value: AttributeValue): string[] {
  return isList(value) ? value.map(String) : [String(value)];
}

function readScalar(text: string, type: ValueType): Scalar | null {
  if (type.startsWith('number')) {
    const number = Number(text);
    return text.trim() !== '' && String(number) === text ? number : null;
  }
  if (type.startsWith('boolean')) return text === 'true' ? true : text === 'false' ? false : null;
  return text;
}

/** The value that these texts are of this type; null where they are none. */
export function valueOfTexts(texts: readonly string[], type: ValueType): AttributeValue | null {
  const items = texts.map((text) => readScalar(text, type));
  if (items.includes(null)) return null;
  if (type.endsWith('s')) return items as Scalar[];
  return items.length === 1 ? (items[0] ?? null) : null;
}

/** The most frequent type of each attribute of many parts, in order of first appearance. Linear. */
export function findTypes(parts: Iterable<{ readonly attributes: Attributes }>): Map<string, ValueType> {
  const tally = new Map<string, Map<ValueType, number>>();
  for (const { attributes } of parts) {
    for (const [name, value] of attributes) {
      const type = typeOfValue(value) ?? 'strings';
      const seen = tally.get(name) ?? new Map<ValueType, number>();
      tally.set(name, seen.set(type, (seen.get(type) ?? 0) + 1));
    }
  }
  const most = (seen: ReadonlyMap<ValueType, number>): ValueType =>
    [...seen].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'string';
  return new Map([...tally].map(([name, seen]) => [name, most(seen)]));
}

/** Types of properties that say nothing of themselves: numbers where every value is written as one. Linear. */
export function guessTypes(rows: Iterable<Properties | undefined>): Map<string, ValueType> {
  const found = new Map<string, { isNumber: boolean; isList: boolean }>();
  for (const row of rows) {
    for (const [name, texts] of Object.entries(row ?? {})) {
      const seen = found.get(name) ?? { isNumber: true, isList: false };
      found.set(name, seen);
      if (texts.length !== 1) seen.isList = true;
      if (seen.isNumber && texts.some((text) => readScalar(text, 'number') === null)) seen.isNumber = false;
    }
  }
  return new Map(
    [...found].map(([name, { isNumber, isList: many }]) => [
      name,
      // Few programs read lists of numbers, and what comes from elsewhere as text loses nothing as text.
      many ? 'strings' : isNumber ? 'number' : 'string',
    ]),
  );
}
