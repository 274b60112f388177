import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { NOTHING } from './keptHead.ts';
import { printInside, wrap } from './printInside.ts';
import type { PrintTools } from './printTools.ts';
import { printAttributes, printElement } from './xmlElement.ts';

/** Hyperedges that GraphML can hold, with their role edges. */
type Hyperedges = ReadonlyMap<GraphNode, readonly GraphEdge[]>;

/** An endpoint has an id, a direction and nothing else. */
function isEndpoint({ attributes, spells = [], label, directed }: GraphEdge): boolean {
  return (
    attributes.size === 0 && spells.length === 0 && directed && (label === null || label === 'in' || label === 'out')
  );
}

/** Parts the hyperedges that GraphML can hold from those that it cannot, which become nodes and edges like others. Linear. */
export function splitHyperedges(graph: PropertyGraph): {
  readonly graph: PropertyGraph;
  readonly hyperedges: Hyperedges;
} {
  const ends = new Map<string, GraphEdge[]>();
  for (const { id, isHyperedge } of graph.nodes) if (isHyperedge) ends.set(id, []);
  for (const edge of graph.edges) if (edge.isRole) ends.get(edge.source)?.push(edge);
  const count = new Map<string, number>();
  for (const { id } of graph.nodes) count.set(id, (count.get(id) ?? 0) + 1);
  const isHeld = ({ id, isHyperedge, parents = [], x }: GraphNode): boolean =>
    isHyperedge === true &&
    count.get(id) === 1 &&
    parents.length === 0 &&
    x === undefined &&
    (ends.get(id) ?? []).every(isEndpoint);
  const held = new Map(graph.nodes.filter(isHeld).map((node) => [node, ends.get(node.id) ?? []] as const));
  const roles = new Set([...held.values()].flat());
  return {
    hyperedges: held,
    graph: {
      ...graph,
      nodes: graph.nodes.map((node) => (node.isHyperedge && !held.has(node) ? { ...node, isHyperedge: false } : node)),
      edges: graph.edges.map((edge) => (edge.isRole && !roles.has(edge) ? { ...edge, isRole: false } : edge)),
    },
  };
}

function printEndpoint({ kept }: PrintTools, edge: GraphEdge): string {
  const { xml, content } = kept.get(edge) ?? NOTHING;
  const attributes = printAttributes([['id', edge.id], ['node', edge.target], ['type', edge.label], ...xml]);
  return wrap(
    'endpoint',
    attributes,
    content.map((element) => printElement(element)),
  );
}

/** `<hyperedge>` elements. */
export function printHyperedges(tools: PrintTools, hyperedges: Hyperedges): string[] {
  return [...hyperedges].map(([node, ends]) => {
    const { xml } = tools.kept.get(node) ?? NOTHING;
    const attributes = printAttributes([['id', node.id], ...xml]);
    return wrap('hyperedge', attributes, [
      ...printInside(tools, node, 'hyperedge'),
      ...ends.map((end) => printEndpoint(tools, end)),
    ]);
  });
}
