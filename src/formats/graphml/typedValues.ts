import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, Scalar } from '../propertyGraph.ts';

/** Digits that a double holds exactly. */
const SAFE_DIGITS = 15;
const MAX_SHOWN = 80;
const INTEGERS = new Set(['int', 'integer', 'long', 'short', 'byte', 'bigint', 'biginteger']);
const FLOATS = new Set(['float', 'double', 'real', 'bigdecimal', 'decimal', 'number']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a declared type is one of numbers. */
export function isNumeric(type: string): boolean {
  const plain = type.toLowerCase();
  return INTEGERS.has(plain) || FLOATS.has(plain);
}

/** Whether a declared type is one of whole numbers. */
function isInteger(type: string): boolean {
  return INTEGERS.has(type.toLowerCase());
}

const shorten = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** Where a value stands, for what is said of it. */
export interface ValuePlace {
  readonly field: string;
  readonly where: string;
  readonly log: ImportLog;
}

function parseNumber(text: string, type: string, { field, where, log }: ValuePlace): Scalar {
  if (!NUMBER.test(text)) {
    log.note('value-not-of-type', where, { field, value: shorten(text), type });
    return text;
  }
  if (/^[+-]?\d+$/.test(text) && text.length > SAFE_DIGITS && String(Number(text)) !== text) {
    log.tally('number-as-text', where, { example: shorten(text) });
    return text;
  }
  // Above the largest double: the text says more than Infinity.
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

/**
 * A value by its declared type: numbers and booleans of XML Schema, else text. What is not of its type stays text (told); empty
 * numbers and booleans are null. NaN and infinite ones stay text.
 */
export function parseTyped(text: string, type: string | null, place: ValuePlace): Scalar | null {
  const kind = type?.toLowerCase() ?? 'string';
  const isNumber = isNumeric(kind);
  if (!isNumber && kind !== 'boolean') return text;
  const plain = text.trim();
  if (plain === '') return null;
  if (isNumber) return parseNumber(plain, kind, place);
  if (/^(?:true|1|yes)$/i.test(plain)) return true;
  if (/^(?:false|0|no)$/i.test(plain)) return false;
  place.log.note('value-not-of-type', place.where, { field: place.field, value: shorten(plain), type: kind });
  return plain;
}

/** What a column of values is; `list` where any of them is a list. `odd`: only texts that are numbers no double holds (NaN, INF, 20 digits). */
export interface ColumnType {
  readonly of: 'boolean' | 'integer' | 'long' | 'double' | 'string' | 'odd';
  readonly list: boolean;
}

const ODD = /^(?:NaN|-?Inf(?:inity)?|-?\d{16,400})$/i;

function typeOf(value: Scalar): ColumnType['of'] {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return ODD.test(value) ? 'odd' : 'string';
  if (!Number.isSafeInteger(value)) return 'double';
  return Math.abs(value) < 2 ** 31 ? 'integer' : 'long';
}

const WIDTH = ['integer', 'long', 'double'] as const;

function join(a: ColumnType['of'] | null, b: ColumnType['of']): ColumnType['of'] {
  if (a === null || a === b) return b;
  const other = a === 'odd' ? b : b === 'odd' ? a : null;
  if (other !== null) return WIDTH.includes(other as 'long') ? 'double' : 'string';
  const [i, j] = [WIDTH.indexOf(a as 'long'), WIDTH.indexOf(b as 'long')];
  return i >= 0 && j >= 0 ? (WIDTH[Math.max(i, j)] ?? 'double') : 'string';
}

/** The narrowest type that holds every value of each attribute, by its name. Linear. */
export function findColumns(
  rows: readonly { readonly attributes: ReadonlyMap<string, AttributeValue> }[],
): ReadonlyMap<string, ColumnType> {
  const columns = new Map<string, { of: ColumnType['of'] | null; list: boolean }>();
  for (const { attributes } of rows) {
    for (const [name, value] of attributes) {
      const column = columns.get(name) ?? { of: null, list: false };
      columns.set(name, column);
      const isList = typeof value === 'object';
      column.list ||= isList;
      for (const item of isList ? value : [value]) column.of = join(column.of, typeOf(item));
    }
  }
  return new Map([...columns].map(([name, { of, list }]) => [name, { of: of ?? 'string', list }]));
}

/** Whether values of a column may be written under a type that the file declared. */
export function fitsDeclared({ of }: ColumnType, declared: string): boolean {
  if (of === 'odd') return declared.toLowerCase() !== 'boolean';
  if (of === 'string') return !isNumeric(declared) && declared.toLowerCase() !== 'boolean';
  if (of === 'boolean') return declared.toLowerCase() === 'boolean';
  return isInteger(declared) ? of !== 'double' : isNumeric(declared);
}
