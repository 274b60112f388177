import { DataError } from '../../model/dataError.ts';
import type { ReadContext } from '../format.ts';
import { createFieldSorter, type Field, findLabel, keptOf, recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import { createNestedSources } from '../nestedSources.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { withoutAdjacency } from './adjacency.ts';
import { findLists, type Listed, type Lists } from './findLists.ts';
import { readHyperedges } from './hyperedges.ts';
import { createNodeIds, idText, type NodeIds } from './nodeIds.ts';
import { type EdgeReading, type ElementReading, readEdge, readNode } from './readElements.ts';
import { spreadFields } from './spreadFields.ts';

interface Reading extends ElementReading {
  readonly context: ReadContext;
  /** What earlier graphs of the file say of a node, by id. */
  readonly known: Map<string, string>;
  readonly isMany: boolean;
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;

/** NetworkX writes what it knows of a graph as a record or, in adjacency data, as pairs. */
function graphFields(graph: unknown): Record<string, unknown> {
  const pairs = Array.isArray(graph) ? (graph as readonly unknown[]) : [];
  const fields = pairs.filter((pair): pair is Field => Array.isArray(pair) && typeof pair[0] === 'string');
  return { ...recordOf(graph), ...Object.fromEntries(fields) };
}

type Head = Pick<PropertyGraph, 'title' | 'description' | 'attributes' | 'kept'>;

function readHead({ sorter }: ElementReading, { holder, outer, taken }: Lists): Head {
  const title =
    findLabel(holder, ['title', 'name', 'label']) ?? findLabel(graphFields(holder['graph']), ['title', 'name']);
  const description = textOf(holder['description']);
  const used = new Set([...taken, 'directed', 'multigraph', 'description', ...(title ? [title.field] : [])]);
  const own = Object.entries(holder).filter(([name, value]) => !used.has(name) && !isEmpty(value));
  // What is said of a graph has the name it has there; what is beside it, its own.
  const beside = Object.entries(outer).filter(([name, value]) => !isEmpty(value) && !own.some(([it]) => it === name));
  const { attributes, rest } = sorter.sort(spreadFields(Object.fromEntries([...own, ...beside])), '');
  const kept = keptOf(rest);
  return {
    title: title?.label ?? null,
    ...(description ? { description } : {}),
    attributes,
    ...(kept ? { kept } : {}),
  };
}

/** Ids of nodes in a file of several graphs: a node said in the same words again is the same one, any other has an id of its own. */
function tellApart(ids: NodeIds, nodes: readonly Listed[], { known }: Reading, number: number) {
  const renamed = new Map<string, string>();
  const again = new Set<string>();
  ids.ids.forEach((id, i) => {
    const said = JSON.stringify(nodes[i]?.value);
    const before = known.get(id);
    if (before === said) again.add(id);
    else if (before !== undefined) renamed.set(id, `${id} (graph ${number})`);
    else known.set(id, said);
  });
  return { renamed, again };
}

/** A node or edge of a file of several graphs says of which it is one. */
function inGraph<Part extends GraphNode | GraphEdge>(part: Part, graph: string | null): Part {
  if (graph === null || part.attributes.has('graph')) return part;
  return { ...part, attributes: new Map([...part.attributes, ['graph', graph] as const]) };
}

function tellGuesses({ used }: NodeIds, { log }: ReadContext): void {
  const what = 'a number at the end of an edge';
  if (used.position) log.note('guessed', '', { what, as: 'the position of a node in the list, from 0' });
  if (used.name) log.note('guessed', '', { what: 'an end of an edge that is no id', as: 'the name of a node' });
}

interface Graph {
  readonly head: Head;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

function readGraph(reading: Reading, found: Lists, number: number): Graph {
  const { context, isMany } = reading;
  const usable = ({ value: item, where }: Listed): boolean => {
    if (isRecord(item) || idText(item) !== null) return true;
    context.log.warn('record-skipped', where, { reason: 'it is no node or edge' });
    return false;
  };
  const lists = withoutAdjacency(found);
  // Positions count every entry of the list.
  const own = createNodeIds(lists.nodes, lists.edges);
  const { renamed, again } = isMany
    ? tellApart(own, lists.nodes, reading, number)
    : { renamed: new Map(), again: new Set() };
  const finalId = (id: string): string => renamed.get(id) ?? id;
  const ids: NodeIds = {
    ...own,
    findEnd: (end) => {
      const id = own.findEnd(end);
      return id === null ? null : finalId(id);
    },
  };
  const isMulti = lists.holder['multigraph'] === true;
  const edgeReading: EdgeReading = { ...reading, ids, isMulti, isDirected: lists.holder['directed'] !== false };
  const head = readHead(reading, lists);
  const graph = isMany ? (head.title ?? `graph ${number}`) : null;
  const nodes = lists.nodes.flatMap((node, i) => {
    const id = own.ids[i] ?? '';
    return usable(node) && !again.has(id) ? [inGraph(readNode(reading, node, finalId(id)), graph)] : [];
  });
  const edges = lists.edges.filter(usable).map((edge) => inGraph(readEdge(edgeReading, edge), graph));
  const hyper = readHyperedges(edgeReading, lists.hyperedges.filter(usable), new Set(own.ids.map(finalId)));
  tellGuesses(own, context);
  return { head, nodes: [...nodes, ...hyper.nodes], edges: [...edges, ...hyper.edges] };
}

function joinHeads({ sorter }: Reading, heads: readonly Head[]): Head {
  const [only] = heads;
  if (only && heads.length === 1) return only;
  const all = heads.map(({ attributes, ...head }) => ({ ...head, attributes: [...attributes] }));
  sorter.tell('graphs', '');
  const title = heads.flatMap((head) => head.title ?? []).join(', ');
  return { title: title === '' ? null : title.slice(0, 200), attributes: new Map(), kept: { graphs: all } };
}

/** Reads lists that a file was found to have. */
export function readLists(graphs: readonly Lists[], context: ReadContext): PropertyGraph {
  const { log } = context;
  const nested = createNestedSources();
  const sorter = createFieldSorter(log, 'field-set-aside');
  const reading: Reading = { context, sorter, nested, known: new Map(), isMany: graphs.length > 1 };
  const read = graphs.map((lists, i) => readGraph(reading, lists, i + 1));
  const edges = read.flatMap((graph) => graph.edges);
  const seen = new Set<string>();
  for (const { id, where } of edges) {
    if (id !== null && seen.has(id)) log.warn('id-repeated', where, { id });
    if (id !== null) seen.add(id);
  }
  const head = joinHeads(
    reading,
    read.map((graph) => graph.head),
  );
  return {
    format: 'json-graph',
    ...head,
    nodes: read.flatMap(({ nodes }) => nodes),
    edges,
    ...(nested.sources.size > 0 ? { sources: nested.sources } : {}),
  };
}

/**
 * Reads lists of nodes and edges as Linkurious, D3, vis.js, sigma, Kumu, Neo4j, NetworkX and JSON Graph write them, several
 * graphs in a file too. Ends are ids, names, nodes themselves or positions in the list. Throws DataError `invalid` where
 * there are no such lists. Linear.
 */
export function parseNodeLink(value: unknown, context: ReadContext): PropertyGraph {
  const graphs = findLists(value);
  if (graphs.length === 0)
    throw new DataError('invalid', '', { problem: 'it has no list of nodes with a list of edges' });
  return readLists(graphs, context);
}
