import type { ReadContext } from '../format.ts';
import { isPlace } from '../graphml/graphmlDrawing.ts';
import { textOf } from '../graphml/graphmlKeys.ts';
import { createSameNames } from '../graphml/sameName.ts';
import { parseTyped } from '../graphml/typedValues.ts';
import { getAttribute, localName, restOf, type XmlElement } from '../graphml/xmlElement.ts';
import type { AttributeValue, GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { type GexfColumns, onElement, readColumns } from './gexfColumns.ts';
import { type GexfItem, type GexfItems, readGexfItems } from './gexfItems.ts';
import { readMeta } from './gexfMeta.ts';
import { TIME_NAMES } from './gexfTimes.ts';
import { columnIdOf, type Dynamic, findAttvalues, readValues, type Values } from './gexfValues.ts';
import { createTimeReader, type TimeReader } from './readTimes.ts';

const UNDERSTOOD = new Set(['attvalues', 'attvalue', 'spells', 'slices', 'parents']);
const NODE_OWN = new Set(['id', 'label', 'pid', ...TIME_NAMES]);
const EDGE_OWN = new Set(['id', 'source', 'target', 'type', 'label', 'weight', 'kind', ...TIME_NAMES]);

interface GexfReading {
  readonly items: GexfItems;
  readonly context: ReadContext;
  readonly times: TimeReader;
  readonly columns: { readonly node: GexfColumns; readonly edge: GexfColumns };
}

interface Kept {
  readonly xml?: readonly (readonly [string, string])[] | undefined;
  readonly content?: readonly XmlElement[];
  readonly times?: unknown;
  readonly dynamic?: Dynamic;
}

function keep({ xml, content = [], times, dynamic = [] }: Kept): { readonly kept?: Record<string, unknown> } {
  const kept = {
    ...(xml ? { xml } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(times ? { times } : {}),
    ...(dynamic.length > 0 ? { dynamic } : {}),
  };
  return Object.keys(kept).length > 0 ? { kept } : {};
}

/** Sizes, colours and what is not understood; of positions only what is no place on a plane. */
function keepContent(content: readonly XmlElement[]): XmlElement[] {
  return content.flatMap((element) => {
    const name = localName(element);
    if (UNDERSTOOD.has(name)) return [];
    if (name !== 'position') return [element];
    const z = Number(getAttribute(element, 'z') ?? 0);
    return z !== 0 && Number.isFinite(z) ? [{ name: element.name, attributes: [['z', String(z)]] as const }] : [];
  });
}

function readPlace(
  { content }: GexfItem,
  where: string,
  { log }: ReadContext,
): { readonly x?: number; readonly y?: number } {
  const position = content.find((element) => localName(element) === 'position');
  if (!position) return {};
  const [x, y] = ['x', 'y'].map((name) => getAttribute(position, name)?.trim() ?? '');
  const [left, top] = [Number(x || Number.NaN), Number(y || Number.NaN)];
  if (isPlace(left) && isPlace(top)) return { x: left, y: top };
  log.warn('position-unusable', where, { x: x ?? '', y: y ?? '' });
  return {};
}

function parentsOf({ inside, attributes, content }: GexfItem): string[] {
  const pid = getAttribute({ attributes }, 'pid');
  const listed = content.filter((element) => localName(element) === 'parents').flatMap(({ children = [] }) => children);
  const more = listed.flatMap((parent) => getAttribute(parent, 'for') ?? []);
  return [...new Set([...(inside === null ? [] : [inside]), ...(pid === undefined ? [] : [pid]), ...more])];
}

/** Times that are no dates stand among attributes too, unless the file has such an attribute itself. */
function addTimes({ attributes }: Values, found: ReadonlyMap<string, AttributeValue>): void {
  for (const [name, value] of found) if (!attributes.has(name)) attributes.set(name, value);
}

function readNode({ context, columns, times }: GexfReading, item: GexfItem): GraphNode {
  const where = `line ${item.line}`;
  const values = readValues(item.content, columns.node, where, context.log);
  const when = times.read(item, where);
  addTimes(values, when.attributes);
  const parents = parentsOf(item);
  return {
    id: getAttribute(item, 'id') ?? '',
    label: getAttribute(item, 'label') ?? null,
    where,
    attributes: values.attributes,
    ...readPlace(item, where, context),
    ...(parents.length > 0 ? { parents } : {}),
    ...(when.spells.length > 0 ? { spells: when.spells } : {}),
    ...keep({
      xml: restOf(item.attributes, NODE_OWN),
      content: keepContent(item.content),
      times: when.kept,
      dynamic: values.dynamic,
    }),
  };
}

function readOnElement(item: GexfItem, { attributes }: Values, where: string, { log }: ReadContext): void {
  const weight = getAttribute(item, 'weight');
  const number = weight === undefined ? null : parseTyped(weight, 'double', { field: 'weight', where, log });
  if (number !== null) attributes.set('weight', number);
  const kind = getAttribute(item, 'kind');
  if (kind !== undefined) attributes.set('kind', kind);
}

function readEdge({ context, columns, times }: GexfReading, item: GexfItem, byDefault: string): GraphEdge {
  const where = `line ${item.line}`;
  const values = readValues(item.content, columns.edge, where, context.log);
  readOnElement(item, values, where, context);
  const when = times.read(item, where);
  addTimes(values, when.attributes);
  const type = (getAttribute(item, 'type') ?? byDefault).trim().toLowerCase();
  const rest = restOf(item.attributes, EDGE_OWN) ?? [];
  const xml = type === 'mutual' ? [...rest, ['type', 'mutual'] as const] : rest;
  return {
    id: getAttribute(item, 'id') ?? null,
    source: getAttribute(item, 'source') ?? '',
    target: getAttribute(item, 'target') ?? '',
    directed: type === 'directed' && !values.isUndirected,
    label: getAttribute(item, 'label') ?? null,
    where,
    attributes: values.attributes,
    ...(when.spells.length > 0 ? { spells: when.spells } : {}),
    ...keep({
      xml: xml.length > 0 ? xml : undefined,
      content: keepContent(item.content),
      times: when.kept,
      dynamic: values.dynamic,
    }),
  };
}

function declaredOf(
  { declared }: GexfColumns,
  more: readonly (readonly [string, string])[] = [],
): ReadonlyMap<string, string> {
  return new Map([...declared.map(({ name, type }) => [name, type] as const), ...more]);
}

/** Ids and options of attributes, which other programs look for ("modularity_class"). */
function keepColumns({ declared }: GexfColumns): unknown[] {
  return declared.flatMap(({ name, id, options, content }) => {
    const more = { ...(options === null ? {} : { options }), ...(content.length > 0 ? { content } : {}) };
    return /^\d+$/.test(id) && Object.keys(more).length === 0 ? [] : [{ name, id, ...more }];
  });
}

/** What stands in the graph, or among its declarations, that is none of what is read. */
function restOfGraph({ content, attributes }: GexfItems): XmlElement[] {
  const blocks = attributes.flatMap((block) => {
    const children = (block.children ?? []).filter((child) => localName(child) !== 'attribute');
    return children.length > 0 ? [{ ...block, name: 'attributes', children }] : [];
  });
  return [...blocks, ...content];
}

function keepHead({ items, columns }: GexfReading, isMixed: boolean): Record<string, unknown> {
  const graph = [...items.graph].filter(([name]) => name !== 'defaultedgetype');
  const namespaces = items.root.filter(([name]) => name.startsWith('xmlns:') && !/^xmlns:(?:viz|xsi)$/.test(name));
  const [node, edge] = [keepColumns(columns.node), keepColumns(columns.edge)];
  const content = restOfGraph(items);
  return {
    ...(graph.length > 0 ? { graph } : {}),
    ...(namespaces.length > 0 ? { namespaces } : {}),
    ...(node.length + edge.length > 0 ? { columns: { node, edge } } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(isMixed ? { isMixed } : {}),
  };
}

const ON_ELEMENT = ['weight', 'kind'] as const;

/** The ids of attributes under which each node or edge has a value, and what stands on itself. */
function readIds(items: readonly GexfItem[]): ReadonlySet<string>[] {
  return items.map((item) => {
    const own = ON_ELEMENT.filter((name) => getAttribute(item, name) !== undefined).map(onElement);
    return new Set([...findAttvalues(item.content).map(columnIdOf), ...own]);
  });
}

function reservedNames({ edges }: GexfItems): string[] {
  return ON_ELEMENT.filter((name) => edges.some((edge) => getAttribute(edge, name) !== undefined));
}

/**
 * Reads GEXF 1.1draft to 1.3, by its elements whatever version it states: attributes with defaults and lists, positions,
 * nesting, pid and parents, times. Dates become spells, other times stay attributes; colours, sizes, values over time and what
 * is not understood are kept. Throws DataError as `walkXml` does and `invalid` where the root is no `gexf`. Linear.
 */
export function parseGexf(text: string, context: ReadContext): PropertyGraph {
  const items = readGexfItems(text, context);
  const { log } = context;
  const columns = {
    node: readColumns(
      items.attributes,
      'node',
      [],
      createSameNames(() => readIds(items.nodes)),
      log,
    ),
    edge: readColumns(
      items.attributes,
      'edge',
      reservedNames(items),
      createSameNames(() => readIds(items.edges)),
      log,
    ),
  };
  const meta = readMeta(items.meta, textOf);
  const times = createTimeReader(items.graph.get('timeformat'), log);
  const reading: GexfReading = { items, context, times, columns };
  const byDefault = (items.graph.get('defaultedgetype') ?? 'undirected').trim().toLowerCase();
  const nodes = items.nodes.map((item) => readNode(reading, item));
  const edges = items.edges.map((item) => readEdge(reading, item, byDefault));
  const said = new Set(items.edges.map((edge) => getAttribute(edge, 'type')?.trim().toLowerCase() ?? byDefault));
  const kept = keepHead(reading, said.has('directed') && said.has('undirected'));
  const onElements = items.edges.some((edge) => getAttribute(edge, 'kind') !== undefined)
    ? [['kind', 'kind'] as const]
    : [];
  return {
    format: 'gexf',
    ...meta,
    // networkx writes no title, and the name of the graph where nobody looks for it.
    title: meta.title?.trim() ? meta.title : items.graph.get('name')?.trim() || meta.title,
    nodes,
    edges,
    declared: { node: declaredOf(columns.node), edge: declaredOf(columns.edge, onElements) },
    ...(Object.keys(kept).length > 0 ? { kept } : {}),
  };
}
