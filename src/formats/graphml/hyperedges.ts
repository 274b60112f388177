import type { GraphEdge, GraphNode } from '../propertyGraph.ts';
import type { Item } from './graphmlItems.ts';
import { descName, type GraphmlReading, keepParts, labelOf, readSpells } from './partFields.ts';
import { readParts } from './readParts.ts';
import { getAttribute, localName, restOf, type XmlElement } from './xmlElement.ts';

const HYPEREDGE_OWN = new Set(['id']);
const ENDPOINT_OWN = new Set(['id', 'node', 'type']);

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let i = 2; taken.has(id); i += 1) id = `${wanted}~${i}`;
  taken.add(id);
  return id;
}

function readEndpoint(element: XmlElement, source: string, where: string): GraphEdge {
  const type = getAttribute(element, 'type');
  const xml = restOf(element.attributes ?? [], ENDPOINT_OWN);
  const content = element.children ?? [];
  const kept = { ...(xml ? { xml } : {}), ...(content.length > 0 ? { content } : {}) };
  return {
    id: getAttribute(element, 'id') ?? null,
    source,
    target: getAttribute(element, 'node') ?? '',
    directed: true,
    label: type === undefined || type === 'undir' ? null : type,
    where,
    attributes: new Map(),
    isRole: true,
    ...(Object.keys(kept).length > 0 ? { kept } : {}),
  };
}

function readHyperedge({ keys, log }: GraphmlReading, item: Item, id: string): GraphNode {
  const parts = readParts(item, keys.hyperedge, log);
  if (parts.desc !== null) parts.attributes.set(descName(keys.hyperedge), parts.desc);
  return {
    id,
    label: labelOf(parts, item),
    where: parts.where,
    attributes: parts.attributes,
    isHyperedge: true,
    ...readSpells(parts),
    ...keepParts(parts, restOf(item.attributes, HYPEREDGE_OWN)),
  };
}

/** Hyperedges as nodes with a role edge to each end. An id that a node has already is changed. Linear. */
export function readHyperedges(
  reading: GraphmlReading,
  taken: Set<string>,
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  reading.items.hyperedges.forEach((item, i) => {
    const id = freeId(getAttribute(item, 'id') ?? `hyperedge-${i + 1}`, taken);
    nodes.push(readHyperedge(reading, item, id));
    const ends = item.content.filter((element) => localName(element) === 'endpoint');
    for (const end of ends) edges.push(readEndpoint(end, id, `line ${item.line}`));
  });
  return { nodes, edges };
}
