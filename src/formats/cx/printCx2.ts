import { createFreeIds, FILE_ID, writeName } from '../attributeNames.ts';
import { listOf, recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import type { Attributes, AttributeValue, GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { EDGE_NAMES, NETWORK_NAMES, NODE_NAMES } from './cx2Names.ts';
import { buildCx2Style } from './cx2Style.ts';
import { findCx2Types, writeCx2Value } from './cx2Types.ts';

type Fields = readonly (readonly [string, unknown])[];

/** Whole numbers that every program reads exactly. */
const isCx2Id = (id: string): boolean => /^(?:0|[1-9]\d{0,15})$/.test(id) && Number.isSafeInteger(Number(id));

function allotIds(ids: readonly (string | null)[]): string[] {
  const free = createFreeIds(isCx2Id, new Set(ids.flatMap((id) => id ?? [])));
  return ids.map((id) => free.take(id, ''));
}

function writeValues(attributes: Attributes, types: ReadonlyMap<string, string>, names: ReadonlySet<string>): Fields {
  return [...attributes].map(([name, value]) => [
    writeName(name, names),
    writeCx2Value(value, types.get(name) ?? 'string'),
  ]);
}

/** What of an element stands in `v`: what was kept, attributes, the label under its alias, the id that CX2 could not have. */
function printValues(part: GraphNode | GraphEdge, values: Fields, alias: string, id: string): JsonRecord {
  return Object.fromEntries([
    ...Object.entries(recordOf(recordOf(part.kept)['v'])),
    ...values,
    ...(part.label === null ? [] : [[alias, part.label] as const]),
    ...(part.id === null || part.id === id ? [] : [[FILE_ID, part.id] as const]),
  ]);
}

function declare(types: ReadonlyMap<string, string>, names: ReadonlySet<string>, own: Fields): JsonRecord {
  return Object.fromEntries([
    ...[...types].map(([name, type]) => [writeName(name, names), { d: type }] as const),
    ...own,
  ]);
}

const hasChangedId = (parts: readonly (GraphNode | GraphEdge)[], ids: readonly string[]): boolean =>
  parts.some(({ id }, i) => id !== null && id !== ids[i]);

/** Drawing of single elements goes only with them. */
function printOthers(
  kept: unknown,
  nodeIds: ReadonlySet<string>,
  edgeIds: ReadonlySet<string>,
): [string, readonly unknown[]][] {
  return listOf(recordOf(kept)['aspects']).flatMap((aspect): [string, readonly unknown[]][] => {
    const [name, elements] = listOf(aspect);
    if (typeof name !== 'string' || !Array.isArray(elements)) return [];
    const ids = name === 'nodeBypasses' ? nodeIds : name === 'edgeBypasses' ? edgeIds : null;
    const isHere = (element: unknown): boolean => !ids || (isRecord(element) && ids.has(textOf(element['id']) ?? ''));
    return [[name, elements.filter(isHere)]];
  });
}

interface Column {
  readonly types: ReadonlyMap<string, string>;
  readonly ids: readonly string[];
}

function printNodes(nodes: readonly GraphNode[], { types, ids }: Column): JsonRecord[] {
  const arePlaced = nodes.every(({ x, y }) => x !== undefined && y !== undefined);
  return nodes.map((node, i) => ({
    ...recordOf(recordOf(node.kept)['element']),
    id: Number(ids[i]),
    ...(arePlaced ? { x: node.x, y: node.y } : {}),
    v: printValues(node, writeValues(node.attributes, types, NODE_NAMES), 'n', ids[i] ?? ''),
  }));
}

function printEdges(
  edges: readonly GraphEdge[],
  { types, ids }: Column,
  nodeIds: ReadonlyMap<string, string>,
): JsonRecord[] {
  return edges.map((edge, i) => {
    const values = writeValues(edge.attributes, types, EDGE_NAMES);
    return {
      ...recordOf(recordOf(edge.kept)['element']),
      id: Number(ids[i]),
      s: Number(nodeIds.get(edge.source)),
      t: Number(nodeIds.get(edge.target)),
      v: printValues(edge, edge.directed ? values : [...values, ['directed', false]], 'i', ids[i] ?? ''),
    };
  });
}

function printHead({ title, description, attributes, kept }: PropertyGraph): {
  values: JsonRecord;
  declared: JsonRecord;
} {
  const own: [string, AttributeValue][] = [
    ...(title === null ? [] : [['name', title] as [string, string]]),
    ...(description === undefined ? [] : [['description', description] as [string, string]]),
  ];
  const types = findCx2Types([attributes]);
  const values = [
    ...Object.entries(recordOf(recordOf(kept)['v'])),
    ...writeValues(attributes, types, NETWORK_NAMES),
    ...own,
  ];
  return {
    values: Object.fromEntries(values),
    declared: declare(
      types,
      NETWORK_NAMES,
      own.map(([name]) => [name, { d: 'string' }]),
    ),
  };
}

/**
 * Writes CX2 as Cytoscape Web, Cytoscape desktop and NDEx read it: whole numbers for ids (an id that is none stands in
 * `sayso_file_id`), every attribute declared with one type (a column of several kinds becomes text), positions where all
 * are known, other aspects of the file as they were, and a plain visual style where the file brought none. Edges to no node of the graph are left out. Linear.
 */
export function printCx2(graph: PropertyGraph): string {
  const { nodes, declared, kept } = graph;
  const nodeColumn = {
    ids: allotIds(nodes.map(({ id }) => id)),
    types: findCx2Types(
      nodes.map(({ attributes }) => attributes),
      declared?.node,
    ),
  };
  const nodeIds = new Map(nodes.map(({ id }, i) => [id, nodeColumn.ids[i] ?? ''] as const).toReversed());
  const edges = graph.edges.filter(({ source, target }) => nodeIds.has(source) && nodeIds.has(target));
  const edgeColumn = {
    ids: allotIds(edges.map(({ id }) => id)),
    types: findCx2Types(
      edges.map(({ attributes }) => attributes),
      declared?.edge,
    ),
  };
  const head = printHead(graph);
  const idType = { d: 'string' };
  const declarations = {
    networkAttributes: head.declared,
    nodes: declare(nodeColumn.types, NODE_NAMES, [
      ['name', { d: 'string', a: 'n' }],
      ...(hasChangedId(nodes, nodeColumn.ids) ? [[FILE_ID, idType] as const] : []),
    ]),
    edges: declare(edgeColumn.types, EDGE_NAMES, [
      ['interaction', { d: 'string', a: 'i' }],
      ...(edges.every(({ directed }) => directed) ? [] : [['directed', { d: 'boolean' }] as const]),
      ...(hasChangedId(edges, edgeColumn.ids) ? [[FILE_ID, idType] as const] : []),
    ]),
  };
  const others = printOthers(kept, new Set(nodeColumn.ids), new Set(edgeColumn.ids));
  const needs = {
    hasDisputes: edgeColumn.types.has('sayso_disputed'),
    hasUndirected: edges.some(({ directed }) => !directed),
  };
  const aspects: [string, readonly unknown[]][] = [
    ['attributeDeclarations', [declarations]],
    ['networkAttributes', Object.keys(head.values).length > 0 ? [head.values] : []],
    ['nodes', printNodes(nodes, nodeColumn)],
    ['edges', printEdges(edges, edgeColumn, nodeIds)],
    ['visualProperties', others.some(([name]) => name === 'visualProperties') ? [] : buildCx2Style(needs)],
    ...others,
  ];
  const written = aspects.filter(([, elements]) => elements.length > 0);
  return `${JSON.stringify([
    { CXVersion: '2.0', hasFragments: false },
    { metaData: written.map(([name, elements]) => ({ name, elementCount: elements.length })) },
    ...written.map(([name, elements]) => Object.fromEntries([[name, elements]])),
    { status: [{ success: true, error: '' }] },
  ])}\n`;
}
