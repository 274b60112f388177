import type { Attributes, AttributeValue, Scalar } from '../propertyGraph.ts';

const INT_MAX = 2 ** 31;

const isList = (value: AttributeValue): value is readonly Scalar[] => Array.isArray(value);

const NUMBERS: readonly string[] = ['integer', 'long', 'double'];

function typeOfScalar(value: Scalar): string {
  if (typeof value !== 'number') return typeof value;
  if (!Number.isFinite(value)) return 'string';
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double';
  return Math.abs(value) < INT_MAX ? 'integer' : 'long';
}

/** The narrowest type that both are; text where there is no other. */
function joinTypes(a: string | null, b: string): string {
  if (a === null || a === b) return b;
  const [first, second] = [NUMBERS.indexOf(a), NUMBERS.indexOf(b)];
  return first < 0 || second < 0 ? 'string' : (NUMBERS[Math.max(first, second)] ?? 'string');
}

/** A declared type stays where values fit it: a column of doubles may hold whole numbers alone. */
function widen(found: string, declared: string | undefined, isEmpty: boolean): string {
  const single = declared?.replace(/^list_of_/, '') ?? found;
  const wider: Readonly<Record<string, readonly string[]>> = { integer: ['long', 'double'], long: ['double'] };
  return (isEmpty && /^(?:string|integer|long|double|boolean)$/.test(single)) || wider[found]?.includes(single)
    ? single
    : found;
}

interface Column {
  type: string | null;
  isList: boolean;
}

function widenColumn(column: Column, value: AttributeValue): void {
  if (!isList(value)) column.type = joinTypes(column.type, typeOfScalar(value));
  else {
    column.isList = true;
    for (const item of value) column.type = joinTypes(column.type, typeOfScalar(item));
  }
}

/** CX2 types of all attributes of nodes or edges, by name. Linear in values. */
export function findCx2Types(
  parts: Iterable<Attributes>,
  declared: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const columns = new Map<string, Column>();
  for (const attributes of parts) {
    for (const [name, value] of attributes) {
      const column = columns.get(name) ?? { type: null, isList: false };
      columns.set(name, column);
      widenColumn(column, value);
    }
  }
  return new Map(
    [...columns].map(([name, { type, isList: hasList }]) => {
      const single = widen(type ?? 'string', declared.get(name), type === null);
      return [name, hasList ? `list_of_${single}` : single];
    }),
  );
}

/** A value as its column's type has it: text in a column of several kinds, a list in a column of lists. */
export function writeCx2Value(value: AttributeValue, type: string): unknown {
  const isText = type.endsWith('string');
  const items = (isList(value) ? value : [value]).map((item) => (isText ? String(item) : item));
  return type.startsWith('list_of_') ? items : items[0];
}
