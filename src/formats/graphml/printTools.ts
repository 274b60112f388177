import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { buildColumns, type Columns, createKeyIds, hasRoleNames, printRoleKey } from './graphmlColumns.ts';
import { type KeyFor, OWN_KEYS } from './graphmlKeys.ts';
import { type KeptHead, type KeptPart, keysOf, NOTHING, readKeptHead, readKeptPart } from './keptHead.ts';
import { getAttribute, printElement, type XmlElement } from './xmlElement.ts';

/** What the parts of a GraphML file are printed with. */
export interface PrintTools {
  readonly graph: PropertyGraph;
  readonly head: KeptHead;
  readonly columns: Readonly<Record<KeyFor, Columns>>;
  readonly kept: ReadonlyMap<GraphNode | GraphEdge, KeptPart>;
  readonly labelIds: Readonly<Record<KeyFor, string>>;
  /** Directed and undirected edges, where most readers want one of them: then undirected ones are marked with a key. */
  readonly isMarked: boolean;
  readonly edgedefault: 'directed' | 'undirected';
  readonly keysXml: readonly string[];
}

const LOOK_TYPES: ReadonlyMap<string, 'int' | 'float'> = new Map([
  ['r', 'int'],
  ['g', 'int'],
  ['b', 'int'],
  ['a', 'float'],
  ['z', 'float'],
  ['size', 'float'],
]);

const NO_TYPES: ReadonlyMap<string, string> = new Map();

/** Keys of kept data that the kept head does not declare, as when records of several files are written together. */
function declareMissing(head: KeptHead, content: Iterable<readonly [KeyFor, readonly XmlElement[]]>): string[] {
  const declared = new Set(head.keys.map((key) => getAttribute(key, 'id') ?? ''));
  const xml: string[] = [];
  for (const [kind, elements] of content) {
    for (const id of keysOf(elements)) {
      if (declared.has(id)) continue;
      declared.add(id);
      const graphics = `${kind}graphics`;
      const attributes = [
        ['id', id],
        ['for', kind],
        ['yfiles.type', graphics],
      ] as const;
      xml.push(printElement({ name: 'key', attributes }));
    }
  }
  return xml;
}

interface RoleKeys {
  readonly xml: string[];
  readonly labelIds: Record<KeyFor, string>;
  /** What they are called, which no attribute beside them may be: igraph refuses a name that comes twice. */
  readonly names: Readonly<Record<KeyFor, Set<string>>>;
}

/** Keys for label, place, title and what else is no attribute; before all others, since the first of a name has the role. */
function buildRoleKeys(
  graph: PropertyGraph,
  head: KeptHead,
  looks: ReadonlySet<string>,
  allotId: (id: string) => string,
): RoleKeys {
  const xml: string[] = [];
  const rows = { node: graph.nodes.filter(({ isHyperedge }) => !isHyperedge), edge: graph.edges };
  const hyper = graph.nodes.filter(({ isHyperedge }) => isHyperedge);
  const names = {
    graph: new Set<string>(),
    node: new Set<string>(),
    edge: new Set<string>(),
    hyperedge: new Set<string>(),
  };
  const labelIds: Record<KeyFor, string> = { graph: '', node: '', edge: '', hyperedge: '' };
  const add = (
    kind: KeyFor,
    id: string,
    name: string,
    type: Parameters<typeof printRoleKey>[1]['type'] = 'string',
  ): string => {
    const made = allotId(id);
    xml.push(printRoleKey(kind, { id: made, name, type }));
    names[kind].add(name);
    return made;
  };
  if (graph.title !== null || hasRoleNames('graph', [graph])) labelIds.graph = add('graph', 'name', 'name');
  const isLabelled = (all: readonly { readonly label: string | null }[]): boolean =>
    all.some(({ label }) => label !== null);
  if (isLabelled(rows.node) || hasRoleNames('node', rows.node)) labelIds.node = add('node', 'label', head.nodeLabel);
  if (isLabelled(rows.edge) || hasRoleNames('edge', rows.edge))
    labelIds.edge = add('edge', 'edgelabel', head.edgeLabel);
  if (isLabelled(hyper) || hasRoleNames('hyperedge', hyper)) labelIds.hyperedge = add('hyperedge', '', 'label');
  if (looks.size > 0 || rows.node.some(({ x }) => x !== undefined) || hasRoleNames('node', rows.node)) {
    for (const name of ['x', 'y']) add('node', name, name, 'double');
  }
  if (looks.size > 0) for (const [name, type] of LOOK_TYPES) add('node', name, name, type);
  return { xml, labelIds, names };
}

/** Keys of our own for what GraphML has no place for; only those that are used. */
function printOwnKeys({ nodes, edges }: PropertyGraph, isMarked: boolean, names: RoleKeys['names']): string[] {
  const hasSpells = (parts: readonly (GraphNode | GraphEdge)[]): boolean =>
    parts.some(({ spells }) => spells && spells.length > 0);
  // igraph takes no key that is for all.
  const spellsOf = hasSpells(edges) ? (hasSpells(nodes) ? 'all' : 'edge') : hasSpells(nodes) ? 'node' : null;
  if (hasSpells(nodes)) names.node.add('spells');
  if (hasSpells(edges)) names.edge.add('spells');
  if (isMarked) names.edge.add('undirected');
  const hasParents = nodes.some(({ parents }) => parents && parents.length > 0);
  if (hasParents) names.node.add('parents');
  return [
    ...(spellsOf ? [`<key id="${OWN_KEYS.spells}" for="${spellsOf}" attr.name="spells" attr.type="string"/>`] : []),
    ...(hasParents
      ? [`<key id="${OWN_KEYS.parents}" for="node" attr.name="parents" attr.type="string" attr.list="string"/>`]
      : []),
    ...(isMarked ? [`<key id="${OWN_KEYS.undirected}" for="edge" attr.name="undirected" attr.type="boolean"/>`] : []),
  ];
}

/** Looks through a graph and chooses its keys. Linear. */
export function buildPrintTools(graph: PropertyGraph): PrintTools {
  const head = readKeptHead(graph.kept);
  const kept = new Map([...graph.nodes, ...graph.edges].map((part) => [part, readKeptPart(part.kept)]));
  const content = [
    ...graph.nodes.map((part) => ['node', (kept.get(part) ?? NOTHING).content] as const),
    ...graph.edges.map((part) => ['edge', (kept.get(part) ?? NOTHING).content] as const),
    ['graph', [...head.content, ...head.graphContent]] as const,
  ];
  const missing = declareMissing(head, content);
  const keptIds = [
    ...head.keys.map((key) => getAttribute(key, 'id') ?? ''),
    ...content.flatMap(([, each]) => keysOf(each)),
  ];
  const allotId = createKeyIds(keptIds);
  const looks = new Set([...kept.values()].flatMap(({ look }) => look.map(([name]) => name)));
  const roles = buildRoleKeys(graph, head, looks, allotId);
  const edges = graph.edges.filter(({ isRole }) => !isRole);
  const directed = edges.filter((edge) => edge.directed).length;
  const isMixed = directed > 0 && directed < edges.length;
  const isMarked = isMixed && !head.isMixed;
  const ownKeys = printOwnKeys(graph, isMarked, roles.names);
  const types = graph.declared ?? { node: NO_TYPES, edge: NO_TYPES };
  const columns = {
    graph: buildColumns('graph', [graph], NO_TYPES, { allotId, taken: roles.names.graph }),
    node: buildColumns(
      'node',
      graph.nodes.filter(({ isHyperedge }) => !isHyperedge),
      types.node,
      { allotId, taken: roles.names.node, descs: head.descs.node },
    ),
    edge: buildColumns('edge', graph.edges, types.edge, { allotId, taken: roles.names.edge, descs: head.descs.edge }),
    hyperedge: buildColumns(
      'hyperedge',
      graph.nodes.filter(({ isHyperedge }) => isHyperedge),
      NO_TYPES,
      { allotId, taken: roles.names.hyperedge },
    ),
  };
  return {
    graph,
    head,
    columns,
    kept,
    labelIds: roles.labelIds,
    isMarked,
    edgedefault: directed > 0 || edges.length === 0 ? 'directed' : 'undirected',
    keysXml: [
      ...roles.xml,
      ...ownKeys,
      ...Object.values(columns).flatMap(({ xml }) => xml),
      ...head.keys.map((key) => printElement(key)),
      ...missing,
    ],
  };
}
