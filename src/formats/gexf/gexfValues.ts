import { getAttribute, localName, type XmlElement } from '../graphml/xmlElement.ts';
import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, Scalar } from '../propertyGraph.ts';
import { type GexfColumn, type GexfColumns, parseAttvalue, UNDIRECTED } from './gexfColumns.ts';
import { type Pairs, TIME_NAMES } from './gexfTimes.ts';

/** Values over time as written, by the attribute's name: `value` and times of each. */
export type Dynamic = readonly (readonly [string, readonly Pairs[]])[];

/** The attvalues of a node or edge. */
export interface Values {
  readonly attributes: Map<string, AttributeValue>;
  readonly dynamic: Dynamic;
  readonly isUndirected: boolean;
}

/** The attvalues of a node or edge as they stand. */
export function findAttvalues(content: readonly XmlElement[]): XmlElement[] {
  return content.flatMap((element) => {
    if (localName(element) === 'attvalue') return [element];
    if (localName(element) !== 'attvalues') return [];
    return (element.children ?? []).filter((child) => localName(child) === 'attvalue');
  });
}

/** The id of the attribute that an attvalue is of. */
export function columnIdOf(attvalue: XmlElement): string {
  return getAttribute(attvalue, 'for') ?? getAttribute(attvalue, 'id') ?? '';
}

/** Values that an attribute had, each once, in order; a single one stands alone. */
function joinValues(values: readonly AttributeValue[]): AttributeValue | null {
  const all: Scalar[] = values.flatMap((value) => (typeof value === 'object' ? [...value] : [value]));
  const distinct = [...new Set(all)];
  return distinct.length > 1 ? distinct : (distinct[0] ?? null);
}

function readColumn(column: GexfColumn, pairs: readonly Pairs[], where: string, log: ImportLog): AttributeValue | null {
  const place = { field: column.name, where, log };
  const values = pairs.map((each) => parseAttvalue(column, new Map(each).get('value') ?? '', place));
  // A list in one value stays a list, the empty one too, which flattening would lose.
  return values.length === 1 ? (values[0] ?? null) : joinValues(values.filter((value) => value !== null));
}

/** Reads attvalues by their attributes, defaults where there are none. Linear. */
export function readValues(
  content: readonly XmlElement[],
  columns: GexfColumns,
  where: string,
  log: ImportLog,
): Values {
  const given = new Map<GexfColumn, Pairs[]>();
  for (const element of findAttvalues(content)) {
    const column = columns.find(columnIdOf(element), where);
    const pairs = (element.attributes ?? []).filter(([name]) => name === 'value' || TIME_NAMES.has(name));
    const list = given.get(column);
    if (list) list.push(pairs);
    else given.set(column, [pairs]);
  }
  const attributes = new Map<string, AttributeValue>();
  const dynamic: (readonly [string, readonly Pairs[]])[] = [];
  let isUndirected = false;
  for (const [column, pairs] of given) {
    const value = readColumn(column, pairs, where, log);
    if (column.id === UNDIRECTED) isUndirected = value === true;
    else if (value !== null) attributes.set(column.name, value);
    const isDynamic = pairs.length > 1 || pairs.some((each) => each.some(([name]) => TIME_NAMES.has(name)));
    if (isDynamic && column.id !== UNDIRECTED) dynamic.push([column.name, pairs]);
  }
  for (const column of columns.declared) {
    if (column.defaults === null || column.defaults === '' || given.has(column)) continue;
    const value = parseAttvalue(column, column.defaults, { field: column.name, where, log });
    if (value !== null) attributes.set(column.name, value);
  }
  return { attributes, dynamic, isUndirected };
}
