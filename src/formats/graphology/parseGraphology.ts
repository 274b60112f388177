import { createFreeIds, FILE_ID, readFields, readName } from '../attributeNames.ts';
import type { ReadContext } from '../format.ts';
import {
  createFieldSorter,
  type Field,
  type FieldSorter,
  finiteOf,
  keptOf,
  recordOf,
  textOf,
} from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import { createNestedSources, type NestedSources } from '../nestedSources.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { findSerialised, type Serialised } from './findSerialised.ts';

/** Names of attributes that mean something of their own. */
export const NODE_NAMES: ReadonlySet<string> = new Set(['label', 'x', 'y', FILE_ID]);
export const EDGE_NAMES: ReadonlySet<string> = new Set(['label', FILE_ID]);
export const GRAPH_NAMES: ReadonlySet<string> = new Set(['title', 'description', 'name']);

interface Item {
  readonly item: JsonRecord;
  readonly where: string;
}

function findItems(list: readonly unknown[], path: string, { log }: ReadContext): Item[] {
  return list.flatMap((item, i) => {
    const where = `${path}[${i}]`;
    if (isRecord(item)) return [{ item, where }];
    log.warn('record-skipped', where, { reason: 'it is no node or edge' });
    return [];
  });
}

const STRUCTURE = new Set(['key', 'attributes', 'source', 'target', 'undirected']);

function readPart(
  sorter: FieldSorter,
  { item, where }: Item,
  taken: readonly string[],
  names: ReadonlySet<string>,
): Pick<GraphNode, 'attributes' | 'kept'> {
  const open: Field[] = [];
  for (const [name, value] of Object.entries(recordOf(item['attributes']))) {
    if (!taken.includes(name)) open.push([readName(name, names), value]);
  }
  const { attributes, rest } = sorter.sort(open, where);
  const beside = Object.entries(item).filter(([name, value]) => !STRUCTURE.has(name) && value !== null);
  for (const [name] of beside) sorter.tell(name, where);
  const kept = keptOf([
    ['attributes', keptOf(rest)],
    ['element', keptOf(beside)],
  ]);
  return { attributes, ...(kept ? { kept } : {}) };
}

const idOf = ({ item }: Item): string | null => textOf(recordOf(item['attributes'])[FILE_ID]) ?? textOf(item['key']);

function readNode(sorter: FieldSorter, node: Item, id: string): GraphNode {
  const attributes = recordOf(node.item['attributes']);
  const label = textOf(attributes['label']);
  const [x, y] = [finiteOf(attributes['x']), finiteOf(attributes['y'])];
  const isPlaced = x !== undefined && y !== undefined;
  const taken = [FILE_ID, ...(label === null ? [] : ['label']), ...(isPlaced ? ['x', 'y'] : [])];
  return {
    id,
    label,
    where: node.where,
    ...readPart(sorter, node, taken, NODE_NAMES),
    // Gephi, Gephi Lite and sigma draw y upward.
    ...(isPlaced ? { x, y } : {}),
  };
}

function readEdge(
  sorter: FieldSorter,
  edge: Item,
  isUndirected: boolean,
  renamed: ReadonlyMap<string, string>,
  nested: NestedSources,
): GraphEdge {
  const { item, where } = edge;
  const attributes = recordOf(item['attributes']);
  const label = textOf(attributes['label']);
  const end = (name: 'source' | 'target'): string => {
    const key = textOf(item[name]);
    return key === null ? `not stated (${where}.${name})` : (renamed.get(key) ?? key);
  };
  const own = typeof item['undirected'] === 'boolean' ? item['undirected'] : isUndirected;
  return {
    id: textOf(attributes[FILE_ID]) ?? textOf(item['key']),
    source: end('source'),
    target: end('target'),
    directed: !own,
    label,
    where,
    ...readPart(sorter, edge, [FILE_ID, ...(label === null ? [] : ['label'])], EDGE_NAMES),
    ...nested.read(Object.entries(attributes)),
  };
}

function readHead(sorter: FieldSorter, graph: Serialised): Pick<PropertyGraph, 'attributes' | 'kept'> {
  const taken = (name: string, value: unknown): boolean =>
    (name === 'title' && value === graph.title) || (name === 'description' && value === graph.description);
  const fields = Object.entries(graph.attributes).filter(([name, value]) => !taken(name, value));
  const { attributes, rest } = sorter.sort(readFields(fields, GRAPH_NAMES), `${graph.path}attributes`);
  for (const [name] of graph.beside) sorter.tell(name, '');
  const kept = keptOf([
    ['attributes', keptOf(rest)],
    ['file', keptOf(graph.beside)],
  ]);
  return { attributes, ...(kept ? { kept } : {}) };
}

/**
 * Reads graphology's serialisation, Gephi's JSON, a Gephi Lite workspace or a MiniVan bundle. Positions are turned to have y
 * downward. Throws DataError `invalid` where there is no list of nodes. Linear.
 */
export function parseGraphology(value: unknown, context: ReadContext): PropertyGraph {
  const graph = findSerialised(value);
  const sorter = createFieldSorter(context.log, 'field-kept');
  const nodes = findItems(graph.nodes, `${graph.path}nodes`, context);
  const edges = findItems(graph.edges, `${graph.path}edges`, context);
  // Ids that could not be keys as they were.
  const renamed = new Map(
    nodes.flatMap(({ item }) => {
      const id = textOf(recordOf(item['attributes'])[FILE_ID]);
      return id === null ? [] : [[textOf(item['key']) ?? '', id] as const];
    }),
  );
  const free = createFreeIds(() => true, new Set(nodes.flatMap(({ item }) => textOf(item['key']) ?? [])));
  const edgeIds = new Set<string>();
  const nested = createNestedSources();
  const readOne = (item: Item): GraphEdge => {
    const edge = readEdge(sorter, item, graph.isUndirected, renamed, nested);
    if (edge.id !== null && edgeIds.has(edge.id)) context.log.warn('id-repeated', edge.where, { id: edge.id });
    if (edge.id !== null) edgeIds.add(edge.id);
    return edge;
  };
  return {
    format: 'graphology',
    title: graph.title,
    ...(graph.description ? { description: graph.description } : {}),
    ...readHead(sorter, graph),
    nodes: nodes.map((node) => readNode(sorter, node, idOf(node) ?? free.take(null, 'node '))),
    edges: edges.map(readOne),
    ...(nested.sources.size > 0 ? { sources: nested.sources } : {}),
  };
}
