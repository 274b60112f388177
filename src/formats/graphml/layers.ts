import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, GraphEdge, GraphNode } from '../propertyGraph.ts';
import type { Item, Items } from './graphmlItems.ts';
import { freeName } from './sameName.ts';
import { getAttribute } from './xmlElement.ts';

interface Layers {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Nodes of the file that are one with a node of an earlier graph. */
  readonly joined: number;
}

/** The outermost graph that something is in. */
function topOf({ graph }: Item): Item | null {
  let top = graph;
  while (top?.graph) top = top.graph;
  return top;
}

/** Whether a node says nothing that another does not. */
function isSaid(node: GraphNode, by: GraphNode): boolean {
  const restOf = ({ label, parents, kept, x, y }: GraphNode): string => JSON.stringify([label, parents, kept, x, y]);
  const isIn = ([name, value]: readonly [string, AttributeValue]): boolean =>
    JSON.stringify(by.attributes.get(name)) === JSON.stringify(value);
  return restOf(node) === restOf(by) && [...node.attributes].every(isIn);
}

/** Nodes with the graphs that they are in: of one id in several graphs one node, where the others say nothing more. */
function joinNodes(nodes: readonly GraphNode[], topOfNode: (i: number) => Item | null) {
  const first = new Map<string, { readonly node: GraphNode; readonly tops: Set<Item | null> }>();
  const made: { readonly node: GraphNode; readonly tops: Set<Item | null> }[] = [];
  nodes.forEach((node, i) => {
    const top = topOfNode(i);
    const known = first.get(node.id);
    if (known && !known.tops.has(top) && isSaid(node, known.node)) {
      known.tops.add(top);
      return;
    }
    const row = { node, tops: new Set([top]) };
    if (!known) first.set(node.id, row);
    made.push(row);
  });
  return made;
}

/**
 * Says of nodes and edges which graph they are in, where a file has several beside each other, as SocNetV writes one for each
 * kind of relation. A node that comes again in another graph is the same node; told as `graphs-joined`. Linear.
 */
export function joinLayers(
  items: Items,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  log: ImportLog,
): Layers {
  const tops = items.graphs.filter(({ owner }) => owner?.kind === 'graphml');
  if (tops.length < 2) return { nodes, edges, joined: 0 };
  const taken = new Set([...nodes, ...edges].flatMap(({ attributes }) => [...attributes.keys()]));
  const field = freeName('graph', 'layer', taken);
  const names = new Map<Item | null, string>(tops.map((top, i) => [top, getAttribute(top, 'id') ?? String(i + 1)]));
  const add = <Part extends GraphNode | GraphEdge>(part: Part, graphs: readonly (Item | null)[]): Part => {
    const said = graphs.flatMap((graph) => names.get(graph) ?? []);
    const value = said.length > 1 ? said : said[0];
    return value === undefined ? part : { ...part, attributes: new Map([...part.attributes, [field, value]]) };
  };
  const topAt = (list: readonly Item[], i: number): Item | null => {
    const item = list[i];
    return item ? topOf(item) : null;
  };
  const made = joinNodes(nodes, (i) => topAt(items.nodes, i));
  const joined = nodes.length - made.length;
  for (let i = 0; i < joined; i += 1) log.tally('graphs-joined', '');
  return {
    nodes: made.map(({ node, tops: graphs }) => add(node, [...graphs])),
    edges: edges.map((edge, i) => add(edge, [topAt(items.edges, i)])),
    joined,
  };
}
