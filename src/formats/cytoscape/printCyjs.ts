import { createFreeIds, FILE_ID, type FreeIds, writeFields } from '../attributeNames.ts';
import { recordOf } from '../jsonAttributes.ts';
import { type JsonRecord } from '../jsonRecord.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { EDGE_NAMES, NETWORK_NAMES, NODE_NAMES } from './cyjsNames.ts';

/** Where there is a label, an attribute that is called so stands in nobody's way. */
function reservedFor(names: ReadonlySet<string>, label: string | null, isLabelOwn: boolean): ReadonlySet<string> {
  return label === null || isLabelOwn ? names : new Set([...names].filter((name) => name !== 'label'));
}

const [NODE_FEWER, EDGE_FEWER] = [reservedFor(NODE_NAMES, '', false), reservedFor(EDGE_NAMES, '', false)];

function printData(
  { attributes, label, kept }: GraphNode | GraphEdge,
  head: readonly (readonly [string, unknown])[],
  labelName: 'name' | 'interaction',
): JsonRecord {
  const old = recordOf(kept);
  const isLabelOwn = old['labelField'] === 'label';
  const [all, fewer] = labelName === 'name' ? [NODE_NAMES, NODE_FEWER] : [EDGE_NAMES, EDGE_FEWER];
  const fields = writeFields(attributes, label === null || isLabelOwn ? all : fewer);
  const named = label === null ? [] : [[isLabelOwn ? 'label' : labelName, label] as const];
  return Object.fromEntries([...Object.entries(recordOf(old['data'])), ...fields, ...named, ...head]);
}

function idFields(id: string | null, written: string): (readonly [string, unknown])[] {
  return [['id', written], ...(id === null || id === written ? [] : [[FILE_ID, id] as const])];
}

function printNode(node: GraphNode, id: string, idOf: (id: string) => string): JsonRecord {
  const { x, y, parents = [] } = node;
  const parent = parents[0] === undefined ? [] : [['parent', idOf(parents[0])] as const];
  return {
    data: printData(node, [...idFields(node.id, id), ...parent], 'name'),
    ...recordOf(recordOf(node.kept)['element']),
    ...(x === undefined || y === undefined ? {} : { position: { x, y } }),
  };
}

function printEdge(edge: GraphEdge, free: FreeIds, idOf: (id: string) => string): JsonRecord {
  const ends = [
    ['source', idOf(edge.source)],
    ['target', idOf(edge.target)],
    ...(edge.directed ? [] : [['directed', false] as const]),
  ] as const;
  const head = [...idFields(edge.id, free.take(edge.id, 'edge ')), ...ends];
  return { data: printData(edge, head, 'interaction'), ...recordOf(recordOf(edge.kept)['element']) };
}

/**
 * Writes `.cyjs` as Cytoscape desktop, Cytoscape.js and Cytoscape Web read it: ids are texts, unique over nodes and edges and
 * never empty or blank; one that had to be changed stands in `sayso_file_id`. An edge whose ends have no order says `directed: false`.
 * Of several parents the first is written. Linear.
 */
export function printCyjs({ title, description, attributes, nodes, edges, kept }: PropertyGraph): string {
  const old = recordOf(kept);
  const wanted = [...nodes, ...edges].flatMap(({ id }) => id ?? []);
  const free = createFreeIds((id) => id.trim() !== '', new Set(wanted));
  const ids = nodes.map(({ id }) => free.take(id, 'node '));
  const written = new Map(nodes.map(({ id }, i) => [id, ids[i] ?? id] as const).toReversed());
  const idOf = (id: string): string => written.get(id) ?? id;
  const data = Object.fromEntries([
    ...Object.entries(recordOf(old['data'])),
    ...writeFields(attributes, NETWORK_NAMES),
    ...(title === null ? [] : [['name', title] as const]),
    ...(description === undefined ? [] : [['description', description] as const]),
  ]);
  return `${JSON.stringify({
    format_version: '1.0',
    generated_by: 'Sayso',
    target_cytoscapejs_version: '~3.30',
    ...recordOf(old['file']),
    data,
    elements: {
      nodes: nodes.map((node, i) => printNode(node, ids[i] ?? node.id, idOf)),
      edges: edges.map((edge) => printEdge(edge, free, idOf)),
    },
  })}\n`;
}
