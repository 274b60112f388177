import { DataError } from '../../model/dataError.ts';
import type { ReadContext } from '../format.ts';
import {
  createFieldSorter,
  type Field,
  type FieldSorter,
  findLabel,
  finiteOf,
  keptOf,
  recordOf,
  textOf,
} from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { findLists, type Listed, type Lists } from './findLists.ts';
import { createNodeIds, findEndNames, type NodeIds } from './nodeIds.ts';
import { isDrawn, spreadFields } from './spreadFields.ts';

const NODE_LABELS = ['label', 'name', 'caption', 'title', 'displayName'];
const EDGE_LABELS = ['label', 'relation', 'relationship', 'caption', 'type', 'name'];

/** What of an element is an attribute, and what is kept: drawing and nested values. */
function readPart(
  sorter: FieldSorter,
  fields: readonly Field[],
  taken: readonly (string | undefined)[],
  where: string,
): Pick<GraphNode, 'attributes' | 'kept'> {
  const drawn: Field[] = [];
  const open: Field[] = [];
  for (const field of fields) {
    const [name, value] = field;
    if (taken.includes(name)) continue;
    const isKept = isDrawn(name) && value !== null && (typeof value !== 'number' || Number.isFinite(value));
    (isKept ? drawn : open).push(field);
  }
  const { attributes, rest } = sorter.sort(open, where);
  for (const [name] of drawn) sorter.tell(name, where);
  const kept = keptOf([...drawn, ...rest]);
  return { attributes, ...(kept ? { kept } : {}) };
}

/** Only the field that states the id goes; another that could have been one stays an attribute. */
const idField = (record: JsonRecord, names: readonly string[]): string | undefined =>
  names.find((name) => textOf(record[name]) !== null);

function readNode(sorter: FieldSorter, { value, where }: Listed, id: string): GraphNode {
  const record = recordOf(value);
  const fields = spreadFields(record);
  const found = findLabel(record, NODE_LABELS) ?? findLabel(recordOf(keptOf(fields)), NODE_LABELS);
  const [x, y] = [finiteOf(record['x']), finiteOf(record['y'])];
  const isPlaced = x !== undefined && y !== undefined;
  const taken = [idField(record, ['id', '_id', 'key']), found?.field, ...(isPlaced ? ['x', 'y'] : [])];
  return {
    id,
    label: found?.label ?? null,
    where,
    ...readPart(sorter, fields, taken, where),
    ...(isPlaced ? { x, y } : {}),
  };
}

function isDirected({ directed, undirected, type }: JsonRecord, byDefault: boolean): boolean {
  if (typeof directed === 'boolean') return directed;
  if (typeof undirected === 'boolean') return !undirected;
  return type === 'undirected' ? false : byDefault;
}

function readEdge(sorter: FieldSorter, { value, key, where }: Listed, ids: NodeIds, byDefault: boolean): GraphEdge {
  const record = recordOf(value);
  const [from, to] = findEndNames(record) ?? ['source', 'target'];
  const fields = spreadFields(record);
  const isWording = (name: string): boolean => name !== 'type' || !/^(?:un)?directed$/i.test(String(record['type']));
  const names = EDGE_LABELS.filter(isWording);
  const found = findLabel(record, names) ?? findLabel(recordOf(keptOf(fields)), names);
  // NetworkX numbers parallel edges in `key`; a text there is an id.
  const idName = idField(record, ['id', '_id']) ?? (typeof record['key'] === 'string' ? 'key' : undefined);
  const end = (name: string): string => ids.findEnd(record[name]) ?? `not stated (${where}.${name})`;
  return {
    id: (idName === undefined ? null : textOf(record[idName])) ?? key,
    source: end(from),
    target: end(to),
    directed: isDirected(record, byDefault),
    label: found?.label ?? null,
    where,
    ...readPart(sorter, fields, [idName, from, to, found?.field], where),
  };
}

const STRUCTURE = ['directed', 'multigraph', 'title', 'name', 'label', 'description'];

function readHead(sorter: FieldSorter, { holder, taken }: Lists): Omit<PropertyGraph, 'format' | 'nodes' | 'edges'> {
  const graph = recordOf(holder['graph']);
  const title = findLabel(holder, ['title', 'name', 'label']) ?? findLabel(graph, ['title', 'name']);
  const description = textOf(holder['description']);
  const fields = spreadFields(
    Object.fromEntries(Object.entries(holder).filter(([name]) => ![...taken, ...STRUCTURE].includes(name))),
  );
  const { attributes, rest } = sorter.sort(fields, '');
  const kept = keptOf(rest);
  return {
    title: title?.label ?? null,
    ...(description ? { description } : {}),
    attributes,
    ...(kept ? { kept } : {}),
  };
}

/**
 * Reads lists of nodes and edges as Linkurious, D3, vis.js, sigma, Neo4j, NetworkX and JSON Graph write them. Ends are ids,
 * nodes themselves or, where no node has an id, positions in the list. Throws DataError `invalid` where there are no two
 * such lists. Linear.
 */
export function parseNodeLink(value: unknown, { log }: ReadContext): PropertyGraph {
  const lists = findLists(value);
  if (!lists) throw new DataError('invalid', '', { problem: 'it has no list of nodes with a list of edges' });
  const sorter = createFieldSorter(log, 'field-set-aside');
  const usable = ({ value: item, where }: Listed): boolean => {
    if (isRecord(item) || textOf(item) !== null) return true;
    log.warn('record-skipped', where, { reason: 'it is no node or edge' });
    return false;
  };
  // Positions count every entry of the list.
  const ids = createNodeIds(lists.nodes);
  const byDefault = lists.holder['directed'] !== false;
  const nodes = lists.nodes.flatMap((node, i) => (usable(node) ? [readNode(sorter, node, ids.ids[i] ?? '')] : []));
  const edges = lists.edges.filter(usable).map((edge) => readEdge(sorter, edge, ids, byDefault));
  if (ids.usedPositions()) {
    log.note('guessed', '', {
      what: 'a number at the end of an edge',
      as: 'the position of a node in the list, from 0',
    });
  }
  const seen = new Set<string>();
  for (const { id, where } of edges) {
    if (id !== null && seen.has(id)) log.warn('id-repeated', where, { id });
    if (id !== null) seen.add(id);
  }
  return { format: 'json-graph', ...readHead(sorter, lists), nodes, edges };
}
