import { writeName } from '../attributeNames.ts';
import { type ColumnType, findColumns, fitsDeclared, parseTyped } from '../graphml/typedValues.ts';
import { printAttributes, printElement } from '../graphml/xmlElement.ts';
import { createImportLog } from '../importLog.ts';
import type { AttributeValue } from '../propertyGraph.ts';
import { escapeXml } from '../xmlText.ts';
import { SHADOWING, UNDIRECTED } from './gexfColumns.ts';
import { printList } from './gexfLists.ts';
import type { Pairs } from './gexfTimes.ts';
import type { KeptColumn, KeptPart } from './keptGexf.ts';

/** An attribute as it is written. */
export interface PrintColumn {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly isList: boolean;
  /** It has values over time. */
  readonly isDynamic: boolean;
  /** It stands on the element itself: `weight`, `kind`. */
  readonly isOnElement: boolean;
}

/** A node or edge with what was kept of it. */
export interface Row {
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly kept: KeptPart;
}

/** Types that every reader knows; others are written as the narrowest that fits. */
const KNOWN = new Set(['integer', 'long', 'float', 'double', 'boolean', 'string', 'anyURI']);
const SILENT = createImportLog();

function textsOf(value: AttributeValue): string[] {
  return (typeof value === 'object' ? value : [value]).map(String);
}

/** The values over time that were kept for an attribute, where its value is still what they come to. */
function findDynamic(
  { attributes, kept }: Row,
  name: string,
  declared: ReadonlyMap<string, string>,
): readonly Pairs[] | null {
  const pairs = kept.dynamic.get(name);
  const value = attributes.get(name);
  if (!pairs || value === undefined) return null;
  const place = { field: name, where: '', log: SILENT };
  const type = declared.get(name) ?? 'string';
  const texts = pairs.flatMap((each) => parseTyped(new Map(each).get('value') ?? '', type, place) ?? []).map(String);
  const [was, is] = [new Set(texts), new Set(textsOf(value))];
  return was.size === is.size && [...was].every((text) => is.has(text)) ? pairs : null;
}

function typeOf(
  column: ColumnType,
  declared: string | undefined,
  isDynamic: boolean,
): { type: string; isList: boolean } {
  const isList = column.list && !isDynamic;
  const inner = isList && declared?.startsWith('list') ? declared.slice(4) : isList ? undefined : declared;
  const fits = inner !== undefined && KNOWN.has(inner) && fitsDeclared(column, inner);
  const type = fits ? inner : column.of === 'odd' ? 'string' : column.of;
  return { type: isList ? `list${type}` : type, isList };
}

function findDynamicNames(rows: readonly Row[], declared: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>();
  for (const row of rows) {
    for (const name of row.kept.dynamic.keys())
      if (!names.has(name) && findDynamic(row, name, declared)) names.add(name);
  }
  return names;
}

function isOnElement(
  kind: 'node' | 'edge',
  name: string,
  rows: readonly Row[],
  declared: ReadonlyMap<string, string>,
): boolean {
  if (kind === 'node' || (name !== 'weight' && name !== 'kind')) return false;
  const type = name === 'weight' ? 'number' : 'string';
  if (name === 'kind' && declared.get(name) !== 'kind') return false;
  return rows.every(({ attributes }) => {
    const value = attributes.get(name);
    return value === undefined || typeof value === type;
  });
}

/** Chooses an id and a type for every attribute name. Ids are numbers, for which Gephi Lite shows titles, unless the file had others. */
export function buildPrintColumns(
  kind: 'node' | 'edge',
  rows: readonly Row[],
  declared: ReadonlyMap<string, string>,
  kept: readonly KeptColumn[],
): ReadonlyMap<string, PrintColumn> {
  const dynamic = findDynamicNames(rows, declared);
  const taken = new Set<string>([UNDIRECTED]);
  const keptIds = new Map(kept.map(({ name, id }) => [name, id]));
  let next = 0;
  const allot = (wanted: string | undefined): string => {
    let id = wanted ?? '';
    while (id === '' || taken.has(id)) id = String(next++);
    taken.add(id);
    return id;
  };
  const columns = findColumns(rows);
  const built = [...columns].map(([name, column]): [string, PrintColumn] => {
    const onElement = isOnElement(kind, name, rows, declared);
    const isDynamic = dynamic.has(name);
    const { type, isList } = typeOf(column, declared.get(name), isDynamic);
    const id = onElement ? '' : allot(keptIds.get(name));
    const title = declared.has(name) ? name : writeName(name, SHADOWING);
    return [name, { id, title, type, isList, isDynamic, isOnElement: onElement }];
  });
  return new Map(built);
}

/** The `<attributes>` of nodes or edges: values over time in a block of their own, as the format wants. */
export function printColumns(
  kind: 'node' | 'edge',
  columns: ReadonlyMap<string, PrintColumn>,
  kept: readonly KeptColumn[],
  isMarked: boolean,
): string[] {
  const known = new Map(kept.map((column) => [column.name, column]));
  const print = ([name, { id, title, type }]: [string, PrintColumn]): string => {
    const { options, content = [] } = known.get(name) ?? {};
    const inside = [
      ...(options === undefined ? [] : [`<options>${escapeXml(options)}</options>`]),
      ...content.map((element) => printElement(element)),
    ];
    const head = `<attribute${printAttributes([
      ['id', id],
      ['title', title],
      ['type', type],
    ])}`;
    return inside.length === 0 ? `${head}/>` : `${head}>\n${inside.join('\n')}\n</attribute>`;
  };
  const wanted = [...columns].filter(([, column]) => !column.isOnElement);
  const changing = wanted.filter(([, column]) => column.isDynamic).map(print);
  const fixed = wanted.filter(([, column]) => !column.isDynamic).map(print);
  if (isMarked) fixed.push(`<attribute id="${UNDIRECTED}" title="undirected" type="boolean"/>`);
  const block = (mode: string, inside: readonly string[]): string[] =>
    inside.length > 0 ? [`<attributes class="${kind}" mode="${mode}">\n${inside.join('\n')}\n</attributes>`] : [];
  return [...block('dynamic', changing), ...block('static', fixed)];
}

/** One `<attvalue>`. */
export function printAttvalue(id: string, text: string): string {
  return `<attvalue for="${escapeXml(id)}" value="${escapeXml(text)}"/>`;
}

/** The attvalues of a row, those over time as they were kept. */
export function printAttvalues(
  row: Row,
  columns: ReadonlyMap<string, PrintColumn>,
  declared: ReadonlyMap<string, string>,
): string[] {
  return [...row.attributes].flatMap(([name, value]) => {
    const column = columns.get(name);
    if (!column) return [];
    if (column.isOnElement) return [];
    const pairs = column.isDynamic ? findDynamic(row, name, declared) : null;
    if (pairs) return pairs.map((each) => `<attvalue${printAttributes([['for', column.id], ...each])}/>`);
    if (column.isList) return [printAttvalue(column.id, printList(typeof value === 'object' ? value : [value]))];
    return textsOf(value).map((text) => printAttvalue(column.id, text));
  });
}
