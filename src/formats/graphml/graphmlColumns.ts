import { writeName } from '../attributeNames.ts';
import type { AttributeValue } from '../propertyGraph.ts';
import { escapeXml } from '../xmlText.ts';
import { isRoleName, type KeyFor, OWN_KEYS } from './graphmlKeys.ts';
import { type ColumnType, findColumns, fitsDeclared } from './typedValues.ts';
import { printAttributes } from './xmlElement.ts';

/** A key that is written for the attributes of one name. */
export interface Column {
  readonly id: string;
  readonly list: boolean;
  readonly isDesc: boolean;
}

/** The keys of one kind of element as they are written. */
export interface Columns {
  /** By the attribute's name. */
  readonly byName: ReadonlyMap<string, Column>;
  /** `<key>` elements. */
  readonly xml: readonly string[];
}

/** What is written for values that are no attribute. */
export interface RoleKey {
  readonly id: string;
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'float' | 'boolean';
}

/** `attr.type` of GraphML by what values are. */
const TYPES: Readonly<Record<ColumnType['of'], string>> = {
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  double: 'double',
  string: 'string',
  odd: 'string',
};
/** Types that all readers know; others are written as the narrowest that fits. */
const KNOWN = new Set(['boolean', 'int', 'long', 'float', 'double', 'string']);

/** A `<key>` for a role. */
export function printRoleKey(kind: KeyFor, { id, name, type }: RoleKey): string {
  return `<key${printAttributes([
    ['id', id],
    ['for', kind],
    ['attr.name', name],
    ['attr.type', type],
  ])}/>`;
}

function typeOf(
  column: ColumnType,
  declared: string | undefined,
): { readonly type: string; readonly list: string | null } {
  if (column.list) {
    const inner = declared?.endsWith('[]') ? declared.slice(0, -2) : undefined;
    const fits = inner !== undefined && KNOWN.has(inner) && fitsDeclared(column, inner);
    return { type: 'string', list: fits ? inner : TYPES[column.of] };
  }
  const fits = declared !== undefined && KNOWN.has(declared) && fitsDeclared(column, declared);
  return { type: fits ? declared : TYPES[column.of], list: null };
}

/** What keys of attributes have to keep clear of. */
interface KeyGround {
  readonly allotId: (wanted: string) => string;
  /** Names of the keys that have a role. */
  readonly taken: ReadonlySet<string>;
  /** What is said of attributes, by their names. */
  readonly descs?: ReadonlyMap<string, string>;
}

/**
 * Chooses a key for every attribute name: the declared type where all values are of it, else the narrowest that is true of all.
 * Lists are JSON arrays under `attr.list`, as Neo4j writes them. Linear.
 */
export function buildColumns(
  kind: KeyFor,
  rows: readonly { readonly attributes: ReadonlyMap<string, AttributeValue> }[],
  declared: ReadonlyMap<string, string>,
  { allotId, taken, descs }: KeyGround,
): Columns {
  const byName = new Map<string, Column>();
  const xml: string[] = [];
  for (const [name, column] of findColumns(rows)) {
    const says = declared.get(name);
    if (says === 'desc' && column.of === 'string' && !column.list) {
      byName.set(name, { id: '', list: false, isDesc: true });
      continue;
    }
    const { type, list } = typeOf(column, says);
    // The one id that Gephi looks for; others must not meet those it takes for labels ("d3").
    const id = allotId(kind === 'edge' && name === 'weight' ? 'weight' : '');
    byName.set(name, { id, list: list !== null, isDesc: false });
    const attributes = [
      ['id', id],
      ['for', kind],
      ['attr.name', writeName(name, taken)],
      ['attr.type', type],
      ['attr.list', list],
    ] as const;
    const desc = descs?.get(name);
    const inside = desc === undefined ? '/>' : `>${printText('desc', '', desc)}</key>`;
    xml.push(`<key${printAttributes(attributes)}${inside}`);
  }
  return { byName, xml };
}

/** Whether any attribute would be taken for a role, so that the key of the role must come first. */
export function hasRoleNames(
  kind: KeyFor,
  rows: readonly { readonly attributes: ReadonlyMap<string, AttributeValue> }[],
): boolean {
  return rows.some(({ attributes }) => [...attributes.keys()].some((name) => isRoleName(kind, name)));
}

/** Hands out ids of keys, each once, beside those that are kept. */
export function createKeyIds(kept: Iterable<string>): (wanted: string) => string {
  const taken = new Set<string>([...kept, ...Object.values(OWN_KEYS)]);
  let next = 0;
  return (wanted) => {
    let id = wanted;
    while (id === '' || taken.has(id)) id = `k${next++}`;
    taken.add(id);
    return id;
  };
}

/** Text in an element; white space at its ends is marked, since readers may take it for layout. */
export function printText(tag: string, attributes: string, text: string): string {
  const space = text !== text.trim() ? ' xml:space="preserve"' : '';
  return `<${tag}${attributes}${space}>${escapeXml(text)}</${tag}>`;
}

/** A `<data>` element. */
export function printData(id: string, text: string): string {
  return printText('data', ` key="${escapeXml(id)}"`, text);
}

/** The attributes of one element. */
export function printValues({ byName }: Columns, attributes: ReadonlyMap<string, AttributeValue>): string[] {
  return [...attributes].flatMap(([name, value]) => {
    const column = byName.get(name);
    if (!column) return [];
    if (column.isDesc) return printText('desc', '', String(value));
    const text = column.list ? JSON.stringify(typeof value === 'object' ? value : [value]) : String(value);
    return printData(column.id, text);
  });
}
