import { createFreeIds, FILE_ID, readFields, readName } from '../attributeNames.ts';
import type { ReadContext } from '../format.ts';
import type { ImportLog } from '../importLog.ts';
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
import { createNestedSources, type NestedSources } from '../nestedSources.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { type CyElement, findElements } from './cyjsElements.ts';
import { BOOKKEEPING, EDGE_NAMES, NETWORK_NAMES, NODE_NAMES, SILENT } from './cyjsNames.ts';
import { tellCycles } from './tellCycles.ts';

interface Reading {
  readonly log: ImportLog;
  readonly sorter: FieldSorter;
  readonly nested: NestedSources;
  /** Ids that could not stand in the file as they were, by what stands there for them. */
  readonly renamed: ReadonlyMap<string, string>;
}

const idOf = ({ data }: CyElement): string | null => textOf(data[FILE_ID]) ?? textOf(data['id']);

/** What is said beside an element's data, without what says nothing. */
function readBeside({ sorter }: Reading, { element, where }: CyElement): Field[] {
  const beside: Field[] = [];
  for (const field of Object.entries(element)) {
    const [name, value] = field;
    if (name === 'data' || name === 'group' || name === 'position' || value === null || SILENT.get(name) === value)
      continue;
    beside.push(field);
    sorter.tell(name, where);
  }
  return beside;
}

/** Attributes of one element, and what of it is kept as it is: nested values, Cytoscape's own columns, drawing. */
function readElement(
  reading: Reading,
  item: CyElement,
  taken: readonly (string | undefined)[],
  names: ReadonlySet<string>,
  labelField: string | undefined,
): Pick<GraphNode, 'attributes' | 'kept'> {
  const own: Field[] = [];
  const open: Field[] = [];
  for (const field of Object.entries(item.data)) {
    const [name, value] = field;
    if (BOOKKEEPING.has(name)) own.push(field);
    else if (!taken.includes(name)) open.push([readName(name, names), value]);
  }
  const { attributes, rest } = reading.sorter.sort(open, item.where);
  const beside = readBeside(reading, item);
  const kept = keptOf([
    ['data', keptOf([...own, ...rest])],
    ['element', keptOf(beside)],
    ['labelField', labelField],
  ]);
  return { attributes, ...(kept ? { kept } : {}) };
}

function readPosition({ element, where }: CyElement, log: ImportLog): Pick<GraphNode, 'x' | 'y'> {
  if (!isRecord(element['position'])) return {};
  const [x, y] = [finiteOf(element['position']['x']), finiteOf(element['position']['y'])];
  if (x !== undefined && y !== undefined) return { x, y };
  if (Object.values(element['position']).some((value) => value !== null)) {
    log.warn('record-skipped', `${where}.position`, { reason: 'it is no position of two numbers' });
  }
  return {};
}

function readNode(reading: Reading, item: CyElement, id: string): GraphNode {
  const found = findLabel(item.data, ['name', 'label']);
  const parent = textOf(item.data['parent']);
  const taken = ['id', 'parent', FILE_ID, found?.field];
  return {
    id,
    label: found?.label ?? null,
    where: item.where,
    ...readElement(reading, item, taken, NODE_NAMES, found?.field === 'label' ? 'label' : undefined),
    ...readPosition(item, reading.log),
    ...(parent === null ? {} : { parents: [reading.renamed.get(parent) ?? parent] }),
  };
}

function readEdge(reading: Reading, item: CyElement, isDirected: boolean): GraphEdge {
  const { data, where } = item;
  const found = findLabel(data, ['interaction', 'label']);
  const own = typeof data['directed'] === 'boolean' ? data['directed'] : undefined;
  const taken = ['id', 'source', 'target', FILE_ID, found?.field, own === undefined ? undefined : 'directed'];
  const end = (name: 'source' | 'target'): string => {
    const id = textOf(data[name]);
    return id === null ? `not stated (${where}.${name})` : (reading.renamed.get(id) ?? id);
  };
  return {
    id: idOf(item),
    source: end('source'),
    target: end('target'),
    directed: own ?? isDirected,
    label: found?.label ?? null,
    where,
    ...readElement(reading, item, taken, EDGE_NAMES, found?.field === 'label' ? 'label' : undefined),
    ...reading.nested.read(Object.entries(data).filter(([name]) => !taken.includes(name))),
  };
}

/** Cytoscape has one space of ids; 1 and "1" are one in it, as are a node and an edge of the same id. */
function tellIds(nodes: readonly CyElement[], edges: readonly CyElement[], log: ImportLog): void {
  const asNumber = new Set(nodes.flatMap(({ data }) => (typeof data['id'] === 'number' ? String(data['id']) : [])));
  for (const { data, where } of nodes) {
    if (typeof data['id'] === 'string' && asNumber.has(data['id'])) {
      log.warn('value-coerced', where, { from: `${data['id']} (a number)`, field: 'id', to: data['id'] });
    }
  }
  const seen = new Set(nodes.map(idOf));
  for (const edge of edges) {
    const id = idOf(edge);
    if (id !== null && seen.has(id)) log.warn('id-repeated', edge.where, { id });
    seen.add(id);
  }
}

const UNTOLD = new Set([
  'elements',
  'nodes',
  'edges',
  'data',
  'format_version',
  'generated_by',
  'target_cytoscapejs_version',
  'directed',
  'multigraph',
]);

function readHead(
  { sorter }: Reading,
  head: JsonRecord,
): Pick<PropertyGraph, 'title' | 'description' | 'attributes' | 'kept'> {
  // NetworkX writes a list of pairs, and an empty one where there are none.
  const data = recordOf(Array.isArray(head['data']) ? keptOf(head['data'].filter(isPair)) : head['data']);
  const fields = Object.entries(data).filter(([name]) => name !== 'name' && name !== 'description');
  const [title, description] = [textOf(data['name']), textOf(data['description'])];
  const own = fields.filter(([name]) => BOOKKEEPING.has(name));
  const other = fields.filter(([name]) => !BOOKKEEPING.has(name));
  const { attributes, rest } = sorter.sort(readFields(other, NETWORK_NAMES), 'data');
  const beside = Object.entries(head).filter(([name]) => !UNTOLD.has(name));
  for (const [name] of beside) sorter.tell(name, '');
  const kept = keptOf([
    ['data', keptOf([...own, ...rest])],
    ['file', keptOf(beside)],
  ]);
  return { title, ...(description === null ? {} : { description }), attributes, ...(kept ? { kept } : {}) };
}

const isPair = (value: unknown): value is Field =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';

/**
 * Reads Cytoscape's JSON: `.cyjs` of the desktop program and of Cytoscape Web, Cytoscape.js's `cy.json()`, bare lists of
 * elements. Elements without an id get one by their position; positions have y downward. Throws DataError `invalid` where
 * there are no elements. Linear.
 */
export function parseCyjs(value: unknown, { log }: ReadContext): PropertyGraph {
  const { head, nodes, edges } = findElements(value, log);
  const renamed = new Map(
    nodes
      .filter(({ data }) => textOf(data[FILE_ID]) !== null)
      .map((node) => [textOf(node.data['id']) ?? '', idOf(node) ?? ''] as const),
  );
  const nested = createNestedSources();
  const reading: Reading = { log, sorter: createFieldSorter(log, 'field-kept'), nested, renamed };
  tellIds(nodes, edges, log);
  const free = createFreeIds(() => true, new Set([...nodes, ...edges].flatMap((item) => idOf(item) ?? [])));
  const read = nodes.map((item) => readNode(reading, item, idOf(item) ?? free.take(null, 'node ')));
  tellCycles(read, log);
  const isDirected = head['directed'] !== false;
  const readEdges = edges.map((item) => readEdge(reading, item, isDirected));
  return {
    format: 'cyjs',
    ...readHead(reading, head),
    nodes: read,
    edges: readEdges,
    ...(nested.sources.size > 0 ? { sources: nested.sources } : {}),
  };
}
