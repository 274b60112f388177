import type { Attributes, AttributeValue, Scalar } from '../propertyGraph.ts';

const INT_MAX = 2 ** 31;

const isList = (value: AttributeValue): value is readonly Scalar[] => Array.isArray(value);

/** The narrowest CX2 type of single values; text where they are of several kinds. */
function typeOfScalars(values: Iterable<Scalar>): string {
  let found: string | null = null;
  const rank = ['integer', 'long', 'double'];
  for (const value of values) {
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
    const number = isWhole ? (Math.abs(value) < INT_MAX ? 'integer' : 'long') : 'double';
    const type = typeof value === 'number' ? (Number.isFinite(value) ? number : 'string') : typeof value;
    if (found === null || found === type) found = type;
    else if (rank.includes(found) && rank.includes(type))
      found = rank[Math.max(rank.indexOf(found), rank.indexOf(type))] ?? type;
    else return 'string';
  }
  return found ?? 'string';
}

/** A declared type stays where values fit it: a column of doubles may hold whole numbers alone. */
function widen(found: string, declared: string | undefined, isEmpty: boolean): string {
  const single = declared?.replace(/^list_of_/, '') ?? found;
  const wider: Readonly<Record<string, readonly string[]>> = { integer: ['long', 'double'], long: ['double'] };
  return (isEmpty && /^(?:string|integer|long|double|boolean)$/.test(single)) || wider[found]?.includes(single)
    ? single
    : found;
}

/** CX2 types of all attributes of nodes or edges, by name. Linear in values. */
export function findCx2Types(
  parts: Iterable<Attributes>,
  declared: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const columns = new Map<string, { readonly scalars: Scalar[]; hasList: boolean }>();
  for (const attributes of parts) {
    for (const [name, value] of attributes) {
      const column = columns.get(name) ?? { scalars: [], hasList: false };
      columns.set(name, column);
      if (isList(value)) {
        column.hasList = true;
        for (const item of value) column.scalars.push(item);
      } else column.scalars.push(value);
    }
  }
  return new Map(
    [...columns].map(([name, { scalars, hasList }]) => {
      const type = widen(typeOfScalars(scalars), declared.get(name), scalars.length === 0);
      return [name, hasList ? `list_of_${type}` : type];
    }),
  );
}

/** A value as its column's type has it: text in a column of several kinds, a list in a column of lists. */
export function writeCx2Value(value: AttributeValue, type: string): unknown {
  const isText = type.endsWith('string');
  const items = (isList(value) ? value : [value]).map((item) => (isText ? String(item) : item));
  return type.startsWith('list_of_') ? items : items[0];
}
