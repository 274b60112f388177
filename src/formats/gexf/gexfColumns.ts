import { readName } from '../attributeNames.ts';
import { parseTyped, type ValuePlace } from '../graphml/typedValues.ts';
import { getAttribute, localName, type XmlElement } from '../graphml/xmlElement.ts';
import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, Scalar } from '../propertyGraph.ts';
import { parseList } from './gexfLists.ts';

/** The id of the attribute that marks undirected edges among directed ones, for readers that take only one kind. */
export const UNDIRECTED = 'sayso.undirected';

/** A declared attribute, or one that is used without being declared. */
export interface GexfColumn {
  readonly id: string;
  /** Unique among those of nodes, or of edges. */
  readonly name: string;
  readonly type: string;
  readonly defaults: string | null;
  readonly options: string | null;
}

/** The attributes of nodes, or of edges. */
export interface GexfColumns {
  find(id: string, where: string): GexfColumn;
  readonly declared: readonly GexfColumn[];
}

/** Titles that Gephi Lite takes for the label, place or looks of the element, so that ours are written under others. */
export const SHADOWING: ReadonlySet<string> = new Set(['label', 'x', 'y', 'z', 'size', 'color', 'thickness', 'shape']);

function freeName(wanted: string, id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let i = 1; ; i += 1) {
    const name = i === 1 ? `${wanted} (${id})` : `${wanted} (${id}, ${i})`;
    if (!taken.has(name)) return name;
  }
}

function textIn(element: XmlElement, name: string): string | null {
  const found = (element.children ?? []).find((child) => localName(child) === name);
  return found ? (found.text ?? '').trim() : null;
}

/** The declared attributes of one class; `reserved` are names of what stands on elements themselves. */
export function readColumns(
  blocks: readonly XmlElement[],
  kind: 'node' | 'edge',
  reserved: Iterable<string>,
  log: ImportLog,
): GexfColumns {
  const byId = new Map<string, GexfColumn>();
  const names = new Set(reserved);
  const declared: GexfColumn[] = [];
  for (const block of blocks) {
    if ((getAttribute(block, 'class') ?? 'node') !== kind) continue;
    for (const element of block.children ?? []) {
      const id = getAttribute(element, 'id') ?? '';
      if (localName(element) !== 'attribute' || byId.has(id)) continue;
      const wanted = readName(getAttribute(element, 'title') ?? id, SHADOWING);
      const isOwn = id === UNDIRECTED;
      const name = isOwn ? wanted : freeName(wanted, id, names);
      if (name !== wanted) log.note('field-renamed', '', { from: wanted, to: name });
      const type = getAttribute(element, 'type') ?? 'string';
      const column = { id, name, type, defaults: textIn(element, 'default'), options: textIn(element, 'options') };
      byId.set(id, column);
      if (!isOwn) names.add(name);
      if (!isOwn) declared.push(column);
    }
  }
  return {
    declared,
    find(id, where) {
      const found = byId.get(id);
      if (found) return found;
      const column: GexfColumn = { id, name: freeName(id, id, names), type: 'string', defaults: null, options: null };
      byId.set(id, column);
      names.add(column.name);
      log.note('attribute-undeclared', where, { field: id });
      return column;
    },
  };
}

/** A value by its attribute's type; null for an empty number. */
export function parseAttvalue(
  { name, type }: { name: string; type: string },
  text: string,
  place: ValuePlace,
): AttributeValue | null {
  if (!/^list/i.test(type)) return parseTyped(text, type, place);
  const inner = type.slice(4).toLowerCase();
  return parseList(text).map((item): Scalar => parseTyped(item, inner, { ...place, field: name }) ?? item);
}
