import { createFreeIds, FILE_ID, type FreeIds, writeFields } from '../attributeNames.ts';
import { recordOf } from '../jsonAttributes.ts';
import { type JsonRecord } from '../jsonRecord.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { EDGE_NAMES, GRAPH_NAMES, NODE_NAMES } from './parseGraphology.ts';

type Written = readonly (readonly [string, unknown])[];

function printAttributes(
  { attributes, label, kept }: GraphNode | GraphEdge,
  names: ReadonlySet<string>,
  own: Written,
): JsonRecord {
  return Object.fromEntries([
    ...Object.entries(recordOf(recordOf(kept)['attributes'])),
    ...writeFields(attributes, names),
    ...(label === null ? [] : [['label', label] as const]),
    ...own,
  ]);
}

function printNode(node: GraphNode, key: string): JsonRecord {
  const { id, x, y, kept } = node;
  const place: Written =
    x === undefined || y === undefined
      ? []
      : [
          ['x', x],
          ['y', y],
        ];
  return {
    ...recordOf(recordOf(kept)['element']),
    key,
    attributes: printAttributes(node, NODE_NAMES, key === id ? place : [...place, [FILE_ID, id]]),
  };
}

function printEdge(edge: GraphEdge, free: FreeIds, keyOf: (id: string) => string): JsonRecord {
  const { id, source, target, directed, kept } = edge;
  const key = id === null ? null : free.take(id, 'edge ');
  return {
    ...recordOf(recordOf(kept)['element']),
    ...(key === null ? {} : { key }),
    source: keyOf(source),
    target: keyOf(target),
    ...(directed ? {} : { undirected: true }),
    attributes: printAttributes(edge, EDGE_NAMES, key === id ? [] : [[FILE_ID, id]]),
  };
}

/** Graphology keeps neighbours in plain objects: a node called so breaks it, and with `__proto__` every object of the page. */
const NO_KEYS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Beside a title, a name is an attribute like any other. */
const TITLED_NAMES: ReadonlySet<string> = new Set(['title', 'description']);

/** Whether any two nodes are joined twice, in whatever direction. */
function hasParallels(edges: readonly GraphEdge[]): boolean {
  const pairs = edges.map(({ source, target }) =>
    JSON.stringify(source < target ? [source, target] : [target, source]),
  );
  return new Set(pairs).size < pairs.length;
}

function typeOf(edges: readonly GraphEdge[]): 'directed' | 'undirected' | 'mixed' {
  const directed = edges.filter((edge) => edge.directed).length;
  if (directed === edges.length) return 'directed';
  return directed === 0 ? 'undirected' : 'mixed';
}

/**
 * Writes graphology's serialisation, which `Graph.from`, Gephi Lite and sigma read: `key`, `attributes` with `label`, `x`
 * and `y` (upward), `undirected` on edges whose ends have no order. A key that cannot be is changed, and stands in
 * `sayso_file_id` as it was: one that is used twice, and `__proto__` and the like as keys of nodes. Linear.
 */
export function printGraphology({ title, description, attributes, nodes, edges, kept }: PropertyGraph): string {
  const old = recordOf(kept);
  const free = createFreeIds(() => true, new Set(edges.flatMap(({ id }) => id ?? [])));
  const freeNodes = createFreeIds((id) => !NO_KEYS.has(id), new Set(nodes.map(({ id }) => id)));
  const keys = nodes.map(({ id }) => freeNodes.take(id, 'node '));
  const byId = new Map(nodes.map(({ id }, i) => [id, keys[i] ?? id] as const).toReversed());
  const keyOf = (id: string): string => byId.get(id) ?? id;
  return `${JSON.stringify({
    ...recordOf(old['file']),
    options: { type: typeOf(edges), multi: hasParallels(edges), allowSelfLoops: true },
    attributes: Object.fromEntries([
      ...Object.entries(recordOf(old['attributes'])),
      ...writeFields(attributes, title === null ? GRAPH_NAMES : TITLED_NAMES),
      ...(title === null ? [] : [['title', title] as const]),
      ...(description === undefined ? [] : [['description', description] as const]),
    ]),
    nodes: nodes.map((node, i) => printNode(node, keys[i] ?? node.id)),
    edges: edges.map((edge) => printEdge(edge, free, keyOf)),
  })}\n`;
}
