import type { ReadContext } from '../format.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { type Item, type Items, readItems } from './graphmlItems.ts';
import { type KeyFor, type Keys, readKeys } from './graphmlKeys.ts';
import { readHyperedges } from './hyperedges.ts';
import { addInner, findInner, joinHeads } from './innerGraphs.ts';
import { joinLayers } from './layers.ts';
import { descName, type GraphmlReading, keepParts, labelOf, readSpells } from './partFields.ts';
import { type Parts, readParts } from './readParts.ts';
import { createSameNames } from './sameName.ts';
import { FOLDER, getAttribute, localName, restOf, type XmlElement } from './xmlElement.ts';

const NODE_OWN = new Set(['id']);
const EDGE_OWN = new Set(['id', 'source', 'target', 'directed']);
const GRAPH_OWN = new Set(['edgedefault']);

function parentsOf({ graph }: Item, { roles }: Parts): string[] {
  const owner = graph?.owner;
  const nested = owner?.kind === 'node' ? [getAttribute(owner, 'id') ?? ''] : [];
  const more = roles.get('parents');
  return Array.isArray(more) ? [...nested, ...more.map(String)] : nested;
}

/** Attributes of a node that have no field; that it is a group goes without saying where nodes are in it. */
function restOfNode(item: Item, isGroup: boolean): (readonly [string, string])[] | undefined {
  const rest = restOf(item.attributes, NODE_OWN)?.filter(
    ([name, value]) => !(isGroup && name === FOLDER && value === 'group'),
  );
  return rest && rest.length > 0 ? rest : undefined;
}

function readNode(reading: GraphmlReading, item: Item, inner: readonly Item[] | undefined): GraphNode {
  const { keys, log } = reading;
  const parts = readParts(item, keys.node, log);
  const { attributes, desc, place, where } = parts;
  if (desc !== null) attributes.set(descName(keys.node), desc);
  addInner(reading, inner, attributes);
  const parents = parentsOf(item, parts);
  return {
    id: getAttribute(item, 'id') ?? '',
    label: labelOf(parts, item),
    where,
    attributes,
    ...place,
    ...(parents.length > 0 ? { parents } : {}),
    ...readSpells(parts),
    ...keepParts(parts, restOfNode(item, inner !== undefined)),
  };
}

/** Whether edges of a graph are directed; null where neither it nor what it is in says so. */
function findDefault(graph: Item | null): boolean | null {
  for (let each = graph; each; each = each.graph) {
    const says = getAttribute(each, 'edgedefault');
    if (says !== undefined) return says.trim().toLowerCase() === 'directed';
  }
  return null;
}

const isTrue = (text: string): boolean => /^\s*(?:true|1|yes)\s*$/i.test(text);

function readEdge(
  reading: GraphmlReading,
  item: Item,
  directedByDefault: boolean,
  inner: readonly Item[] | undefined,
): GraphEdge {
  const { keys, log } = reading;
  const parts = readParts(item, keys.edge, log);
  const { attributes, desc, roles, where } = parts;
  if (desc !== null) attributes.set(descName(keys.edge), desc);
  addInner(reading, inner, attributes);
  if (parts.isBackward)
    log.warn('arrow-at-source', where, { label: labelOf(parts, item) ?? getAttribute(item, 'id') ?? '' });
  const says = getAttribute(item, 'directed');
  return {
    id: getAttribute(item, 'id') ?? null,
    source: getAttribute(item, 'source') ?? '',
    target: getAttribute(item, 'target') ?? '',
    directed: roles.get('undirected') === true ? false : says === undefined ? directedByDefault : isTrue(says),
    label: labelOf(parts, item),
    where,
    attributes,
    ...readSpells(parts),
    ...keepParts(parts, restOf(item.attributes, EDGE_OWN)),
  };
}

function readEdges(
  reading: GraphmlReading,
  inner: ReadonlyMap<Item, readonly Item[]>,
): { readonly edges: GraphEdge[]; readonly isMixed: boolean } {
  const { items, log } = reading;
  const defaults = new Map<Item | null, boolean | null>();
  let [isMixed, isUnsaid] = [false, false];
  const edges = items.edges.map((item) => {
    if (!defaults.has(item.graph)) defaults.set(item.graph, findDefault(item.graph));
    const byDefault = defaults.get(item.graph) ?? null;
    const says = getAttribute(item, 'directed');
    if (says === undefined && byDefault === null) isUnsaid = true;
    if (says !== undefined && isTrue(says) !== (byDefault ?? false)) isMixed = true;
    return readEdge(reading, item, byDefault ?? false, inner.get(item));
  });
  if (isUnsaid) log.note('direction-not-stated', items.graphs[0] ? `line ${items.graphs[0].line}` : '');
  return { edges, isMixed };
}

/** Keys that our writer could not make again: of drawing, of ports, with elements as default or as values. */
function keepKeys({ keys }: Items, used: ReadonlySet<string>): XmlElement[] {
  return keys
    .filter((key) => {
      const target = getAttribute(key, 'for') ?? 'all';
      if (getAttribute(key, 'yfiles.type') !== undefined || target === 'port' || target === 'endpoint') return true;
      return used.has(getAttribute(key, 'id') ?? '') || (key.children ?? []).some(({ children }) => children);
    })
    .map((key) => ({ ...key, name: 'key' }));
}

function collectUsed(parts: readonly { readonly kept?: unknown }[], more: readonly XmlElement[]): ReadonlySet<string> {
  const content = parts.flatMap(({ kept }) => (kept as { content?: XmlElement[] } | undefined)?.content ?? []);
  const data = [...content, ...more].filter((element) => localName(element) === 'data');
  return new Set(data.map((element) => getAttribute(element, 'key') ?? ''));
}

function declaredOf(keys: Keys): ReadonlyMap<string, string> {
  const attributes = keys.declared.filter(
    ({ type, isGraphics, role }) => type !== null && !isGraphics && role === null,
  );
  const types = attributes.map(({ name, type, list }) => [name, list === null ? (type ?? '') : `${list}[]`] as const);
  return new Map([...types, [descName(keys), 'desc'] as const]);
}

/** What the file says of its fields, by their names. */
function keepDescs({ declared }: Keys): (readonly [string, string])[] {
  return declared.flatMap(({ name, desc, role }) => (desc === null || role !== null ? [] : [[name, desc] as const]));
}

function keepHead(
  reading: GraphmlReading,
  root: Parts,
  graph: Parts | null,
  used: ReadonlySet<string>,
): Record<string, unknown> {
  const { items, keys } = reading;
  const written = items.root.attributes;
  const namespaces = written.filter(([name]) => name.startsWith('xmlns:'));
  const first = items.graphs[0];
  const xml = first && restOf(first.attributes, GRAPH_OWN);
  const named = (kind: 'node' | 'edge'): string | undefined =>
    keys[kind].declared.find(({ role }) => role === 'label')?.name;
  const [node, edge] = [named('node'), named('edge')];
  const keptKeys = keepKeys(items, used);
  const descs = { node: keepDescs(keys.node), edge: keepDescs(keys.edge) };
  return {
    ...(namespaces.length > 0 ? { namespaces } : {}),
    ...(keptKeys.length > 0 ? { keys: keptKeys } : {}),
    ...(descs.node.length + descs.edge.length > 0 ? { descs } : {}),
    ...(root.content.length > 0 ? { content: root.content } : {}),
    ...(graph && graph.content.length > 0 ? { graphContent: graph.content } : {}),
    ...(xml ? { xml } : {}),
    ...(node && node !== 'label' ? { nodeLabel: node } : {}),
    ...(edge && edge !== 'label' ? { edgeLabel: edge } : {}),
  };
}

/**
 * Reads GraphML 1.0 and 1.1 with the extensions of yEd, yFiles, Gephi, Neo4j and TinkerPop. Throws DataError as `walkXml` does
 * and `invalid` where the root is no `graphml`; whatever else is odd goes to the log. Ids and ends are passed on unchecked.
 * Linear.
 */
export function parseGraphml(text: string, context: ReadContext): PropertyGraph {
  const items = readItems(text, context);
  const { log } = context;
  const keysFor = (kind: KeyFor, parts: readonly Item[]): Keys => {
    const idsOf = ({ content }: Item): Set<string> => new Set(content.map((each) => getAttribute(each, 'key') ?? ''));
    return readKeys(
      items.keys,
      kind,
      createSameNames(() => parts.map(idsOf)),
      log,
    );
  };
  const keys = {
    graph: keysFor('graph', [items.root, ...items.graphs]),
    node: keysFor('node', items.nodes),
    edge: keysFor('edge', items.edges),
    hyperedge: keysFor('hyperedge', items.hyperedges),
  };
  const reading: GraphmlReading = { items, log, keys };
  const root = readParts(items.root, keys.graph, log);
  const tops = items.graphs
    .filter(({ owner }) => owner?.kind === 'graphml')
    .map((item) => ({ item, parts: readParts(item, keys.graph, log) }));
  const graph = tops[0]?.parts ?? null;
  const inner = findInner(items);
  const read = readEdges(reading, inner);
  const nodesRead = items.nodes.map((item) => readNode(reading, item, inner.get(item)));
  const { nodes, edges, joined } = joinLayers(items, nodesRead, read.edges, log);
  const hyper = readHyperedges(reading, new Set(nodes.map(({ id }) => id)));
  const all = { nodes: [...nodes, ...hyper.nodes], edges: [...edges, ...hyper.edges] };
  const used = collectUsed(
    [...all.nodes, ...all.edges],
    [...root.content, ...tops.flatMap(({ parts }) => parts.content)],
  );
  const kept = { ...keepHead(reading, root, graph, used), ...(read.isMixed ? { isMixed: true } : {}) };
  const title = graph?.roles.get('title') ?? root.roles.get('title');
  const description = graph?.desc ?? root.desc;
  return {
    format: 'graphml',
    title: title === undefined ? null : String(title),
    ...(description === null ? {} : { description }),
    attributes: joinHeads(reading, root, tops),
    ...all,
    ...(joined > 0 ? { joined } : {}),
    declared: { node: declaredOf(keys.node), edge: declaredOf(keys.edge) },
    ...(Object.keys(kept).length > 0 ? { kept } : {}),
  };
}
