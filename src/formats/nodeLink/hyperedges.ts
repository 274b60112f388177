import { createFreeIds } from '../attributeNames.ts';
import { listOf, recordOf, textOf } from '../jsonAttributes.ts';
import type { GraphEdge, GraphNode } from '../propertyGraph.ts';
import type { Listed } from './findLists.ts';
import { type EdgeReading, readEdge, readPart } from './readElements.ts';
import { spreadFields } from './spreadFields.ts';

interface Ends {
  readonly sources: readonly unknown[];
  readonly targets: readonly unknown[];
  /** Of a hyperedge without direction. */
  readonly nodes: readonly unknown[];
}

const endsOf = (value: unknown): Ends => {
  const { source, target, nodes } = recordOf(value);
  return { sources: listOf(source), targets: listOf(target), nodes: listOf(nodes) };
};

/** The two ends of a hyperedge that is a plain edge. */
function findPair({
  sources,
  targets,
  nodes,
}: Ends): { readonly pair: readonly unknown[]; readonly directed: boolean } | null {
  if (nodes.length === 0 && sources.length === 1 && targets.length === 1)
    return { pair: [sources[0], targets[0]], directed: true };
  return nodes.length === 2 && sources.length + targets.length === 0 ? { pair: nodes, directed: false } : null;
}

const STRUCTURE = ['id', 'source', 'target', 'nodes', 'directed', 'relation', 'label'];

function readHyperedge(reading: EdgeReading, { value, where }: Listed, id: string): GraphNode {
  const record = recordOf(value);
  const fields = spreadFields(record);
  const [label, relation] = [textOf(record['label']), textOf(record['relation'])];
  const own = relation !== null && label !== null ? fields.filter(([name]) => name === 'relation') : [];
  const rest = fields.filter(([name]) => !STRUCTURE.includes(name));
  return { id, label: label ?? relation, where, isHyperedge: true, ...readPart(reading, [...own, ...rest], [], where) };
}

function readRole(reading: EdgeReading, source: string, end: unknown, label: string | null, where: string): GraphEdge {
  const target = reading.ids.findEnd(end) ?? `not stated (${where})`;
  return { id: null, source, target, directed: true, label, where, attributes: new Map(), isRole: true };
}

/**
 * Hyperedges of JSON Graph Format: one between two nodes is an edge, any other an event in which each end has a role: those
 * in `source` and in `target` are told apart. Linear.
 */
export function readHyperedges(
  reading: EdgeReading,
  hyperedges: readonly Listed[],
  taken: ReadonlySet<string>,
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const free = createFreeIds((id) => !taken.has(id), taken);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const item of hyperedges) {
    const ends = endsOf(item.value);
    const found = findPair(ends);
    if (found) {
      const [source, target] = found.pair;
      const { nodes: _nodes, ...rest } = recordOf(item.value);
      const isDirected = found.directed && reading.isDirected;
      edges.push(readEdge({ ...reading, isDirected }, { ...item, value: { ...rest, source, target } }));
      continue;
    }
    const id = free.take(textOf(recordOf(item.value)['id']), 'hyperedge ');
    nodes.push(readHyperedge(reading, item, id));
    for (const end of ends.sources) edges.push(readRole(reading, id, end, 'source', item.where));
    for (const end of ends.targets) edges.push(readRole(reading, id, end, 'target', item.where));
    for (const end of ends.nodes) edges.push(readRole(reading, id, end, null, item.where));
  }
  return { nodes, edges };
}
