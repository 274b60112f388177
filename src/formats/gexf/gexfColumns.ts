import { readName } from '../attributeNames.ts';
import { freeName, type SameName, type SameNames } from '../graphml/sameName.ts';
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
  /** What else stands in its declaration: scales of colours and sizes. */
  readonly content: readonly XmlElement[];
}

/** The attributes of nodes, or of edges. */
export interface GexfColumns {
  find(id: string, where: string): GexfColumn;
  readonly declared: readonly GexfColumn[];
}

/** Titles that Gephi Lite takes for the label, place or looks of the element, so that ours are written under others. */
export const SHADOWING: ReadonlySet<string> = new Set(['label', 'x', 'y', 'z', 'size', 'color', 'thickness', 'shape']);

function textIn(element: XmlElement, name: string): string | null {
  const found = (element.children ?? []).find((child) => localName(child) === name);
  return found ? (found.text ?? '').trim() : null;
}

const DECLARED = new Set(['default', 'options']);

/** The id that a value on an edge itself has among those of attributes. */
export const onElement = (name: string): string => `@${name}`;

/** Names by title; a title that comes again is the same attribute where no element has a value under both. */
function createNames(reserved: Iterable<string>, sameNames: SameNames) {
  const names = new Map<string, SameName>();
  for (const name of reserved) names.set(name, sameNames.begin(onElement(name), false));
  return (wanted: string, id: string, isAlone: boolean): string => {
    if (!isAlone && names.get(wanted)?.accept(id)) return wanted;
    const name = freeName(wanted, id, names);
    names.set(name, sameNames.begin(id, isAlone));
    return name;
  };
}

function readColumn(element: XmlElement, id: string, name: string): GexfColumn {
  const content = (element.children ?? []).filter((child) => !DECLARED.has(localName(child)));
  const type = getAttribute(element, 'type') ?? 'string';
  return { id, name, type, defaults: textIn(element, 'default'), options: textIn(element, 'options'), content };
}

/** The declared attributes of one class; `reserved` are names of what stands on elements themselves. */
export function readColumns(
  blocks: readonly XmlElement[],
  kind: 'node' | 'edge',
  reserved: Iterable<string>,
  sameNames: SameNames,
  log: ImportLog,
): GexfColumns {
  const byId = new Map<string, GexfColumn>();
  const allot = createNames(reserved, sameNames);
  const declared: GexfColumn[] = [];
  for (const block of blocks) {
    if ((getAttribute(block, 'class') ?? 'node') !== kind) continue;
    for (const element of block.children ?? []) {
      const id = getAttribute(element, 'id') ?? '';
      if (localName(element) !== 'attribute' || byId.has(id)) continue;
      const wanted = readName(getAttribute(element, 'title') ?? id, SHADOWING);
      const isOwn = id === UNDIRECTED;
      const name = isOwn ? wanted : allot(wanted, id, (textIn(element, 'default') ?? '') !== '');
      if (name !== wanted) log.note('field-renamed', '', { from: wanted, to: name });
      const column = readColumn(element, id, name);
      byId.set(id, column);
      if (!isOwn) declared.push(column);
    }
  }
  return {
    declared,
    find(id, where) {
      const found = byId.get(id);
      if (found) return found;
      const column = readColumn({ name: 'attribute' }, id, allot(id, id, false));
      byId.set(id, column);
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
