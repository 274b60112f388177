import { isPlace } from '../graphml/graphmlDrawing.ts';
import { wrap } from '../graphml/printInside.ts';
import { collectPrefixes, localName, printAttributes, printElement, type XmlElement } from '../graphml/xmlElement.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { UNDIRECTED } from './gexfColumns.ts';
import { printMeta } from './gexfMeta.ts';
import { isDateFormat, TIME_NAMES } from './gexfTimes.ts';
import { type KeptGexf, type KeptPart, readKeptGexf, readKeptPart } from './keptGexf.ts';
import { buildPrintColumns, type PrintColumn, printAttvalue, printAttvalues, printColumns } from './printColumns.ts';
import { type PrintedTimes, printTimes } from './printTimes.ts';
import { isViz, printViz } from './printViz.ts';

const GEXF = 'http://gexf.net/1.3';

/** A node or edge with all that is written of it. */
interface Printed<Part extends GraphNode | GraphEdge> {
  readonly part: Part;
  readonly attributes: Part['attributes'];
  readonly kept: KeptPart;
  readonly times: PrintedTimes;
}

interface Tools {
  readonly head: KeptGexf;
  readonly nodes: readonly Printed<GraphNode>[];
  readonly edges: readonly Printed<GraphEdge>[];
  readonly columns: {
    readonly node: ReadonlyMap<string, PrintColumn>;
    readonly edge: ReadonlyMap<string, PrintColumn>;
  };
  readonly declared: NonNullable<PropertyGraph['declared']>;
  readonly defaultType: 'directed' | 'undirected';
  /** Both kinds of edges, where most readers want one: undirected ones are marked with an attribute. */
  readonly isMarked: boolean;
}

function isMutual({ part: { directed }, kept: { xml } }: Printed<GraphEdge>): boolean {
  return !directed && xml.some(([name, value]) => name === 'type' && value === 'mutual');
}

function buildTools(graph: PropertyGraph): Tools {
  const head = readKeptGexf(graph.kept);
  const isDates = isDateFormat(head.graph.get('timeformat'));
  const prepare = <Part extends GraphNode | GraphEdge>(part: Part): Printed<Part> => {
    const kept = readKeptPart(part.kept);
    return { part, attributes: part.attributes, kept, times: printTimes(part, kept, isDates) };
  };
  const [nodes, edges] = [graph.nodes.map(prepare), graph.edges.map(prepare)];
  const declared = graph.declared ?? { node: new Map<string, string>(), edge: new Map<string, string>() };
  const directed = edges.filter(({ part }) => part.directed).length;
  const undirected = edges.filter((edge) => !edge.part.directed && !isMutual(edge)).length;
  // Columns of attributes that repeat times are not written.
  const visible = <Part extends GraphNode | GraphEdge>(rows: readonly Printed<Part>[]): Printed<Part>[] =>
    rows.map((row) =>
      row.times.said.size === 0
        ? row
        : { ...row, attributes: new Map([...row.attributes].filter(([name]) => !row.times.said.has(name))) },
    );
  const [shownNodes, shownEdges] = [visible(nodes), visible(edges)];
  return {
    head,
    nodes: shownNodes,
    edges: shownEdges,
    declared,
    columns: {
      node: buildPrintColumns('node', shownNodes, declared.node, head.columns.node),
      edge: buildPrintColumns('edge', shownEdges, declared.edge, head.columns.edge),
    },
    defaultType: directed > 0 || undirected === 0 ? 'directed' : 'undirected',
    isMarked: directed > 0 && undirected > 0 && !head.isMixed,
  };
}

function printInside(
  { columns, declared }: Tools,
  row: Printed<GraphNode> | Printed<GraphEdge>,
  kind: 'node' | 'edge',
  more: readonly string[],
): string[] {
  const values = [...printAttvalues(row, columns[kind], declared[kind]), ...more];
  return [...(values.length > 0 ? [wrap('attvalues', '', values)] : []), ...row.times.inside];
}

const NODE_NAMES = new Set(['id', 'label', 'pid', ...TIME_NAMES]);

function printNode(tools: Tools, row: Printed<GraphNode>): string {
  const { part, kept, times } = row;
  const { id, label, x, y, parents = [] } = part;
  const own = [['id', id], ['label', label], ['pid', parents.length === 1 ? parents[0] : null], ...times.own] as const;
  const others = parents.length > 1 ? parents.map((parent) => `<parent${printAttributes([['for', parent]])}/>`) : [];
  const place = x !== undefined && y !== undefined && isPlace(x) && isPlace(y) ? { x, y } : null;
  return wrap('node', printAttributes([...own, ...kept.xml.filter(([name]) => !NODE_NAMES.has(name))]), [
    ...printInside(tools, row, 'node', []),
    ...(others.length > 0 ? [wrap('parents', '', others)] : []),
    ...printViz(kept.content, place),
    ...kept.content.filter((element) => !isViz(element)).map((element) => printElement(element)),
  ]);
}

const EDGE_NAMES = new Set(['id', 'source', 'target', 'type', 'label', 'weight', 'kind', ...TIME_NAMES]);

function typeOf({ defaultType, isMarked }: Tools, edge: Printed<GraphEdge>): string | null {
  if (isMutual(edge)) return 'mutual';
  const type = edge.part.directed ? 'directed' : 'undirected';
  return type === defaultType || isMarked ? null : type;
}

function printEdge(tools: Tools, row: Printed<GraphEdge>): string {
  const { part, kept, times, attributes } = row;
  const onElement = ['weight', 'kind'].map((name) => {
    const value = tools.columns.edge.get(name)?.isOnElement ? attributes.get(name) : undefined;
    return [name, value === undefined ? null : String(value)] as const;
  });
  const own = [
    ['id', part.id],
    ['source', part.source],
    ['target', part.target],
    ['type', typeOf(tools, row)],
    ['label', part.label],
    ...onElement,
    ...times.own,
  ] as const;
  const isOther = !part.directed && tools.isMarked && !isMutual(row);
  return wrap('edge', printAttributes([...own, ...kept.xml.filter(([name]) => !EDGE_NAMES.has(name))]), [
    ...printInside(tools, row, 'edge', isOther ? [printAttvalue(UNDIRECTED, 'true')] : []),
    ...printViz(kept.content, null),
    ...kept.content.filter((element) => !isViz(element)).map((element) => printElement(element)),
  ]);
}

/** How time is written: as the file had it, unless there are dates of ours in it. */
function printGraphAttributes({ head, nodes, edges, defaultType }: Tools): string {
  const all = [...nodes, ...edges].map(({ times }) => times);
  const isTimed = all.some(({ own, inside }) => own.length + inside.length > 0);
  const hasOurs = all.some(({ isOurs }) => isOurs);
  const said = new Map(head.graph);
  if (hasOurs) said.delete('timerepresentation');
  if (hasOurs && !isDateFormat(said.get('timeformat'))) said.set('timeformat', 'date');
  if (isTimed && !said.has('timeformat')) said.set('timeformat', 'double');
  const mode = said.get('mode') ?? (isTimed ? 'dynamic' : 'static');
  const isStill = mode === 'static' && isTimed;
  return printAttributes([['mode', isStill ? 'dynamic' : mode], ['defaultedgetype', defaultType], ...said]);
}

/** Every prefix that is written needs a declaration, or readers refuse the file. */
function printNamespaces({ head, nodes, edges }: Tools): string {
  const used = new Set<string>();
  for (const { kept } of [...nodes, ...edges]) {
    for (const element of kept.content) collectPrefixes(element, used);
    collectPrefixes({ name: '', attributes: kept.xml }, used);
  }
  const declarations = [...head.columns.node, ...head.columns.edge].flatMap(({ content = [] }) => content);
  for (const element of [...head.content, ...declarations]) collectPrefixes(element, used);
  collectPrefixes({ name: '', attributes: [...head.graph] }, used);
  const known = new Map(head.namespaces.map(([name, value]) => [name.slice('xmlns:'.length), value]));
  const others = [...new Set([...known.keys(), ...used])].filter(
    (name) => !['xml', 'xmlns', 'viz', 'xsi'].includes(name),
  );
  return printAttributes([
    ['xmlns', GEXF],
    ['xmlns:viz', `${GEXF}/viz`],
    ['xmlns:xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
    ['xsi:schemaLocation', `${GEXF} ${GEXF}/gexf.xsd`],
    ...others.map((name) => [`xmlns:${name}`, known.get(name) || `urn:prefix:${name}`] as const),
    ['version', '1.3'],
  ]);
}

/**
 * Prints a graph as GEXF 1.3: typed attributes, places, dates as `start` and `end` or spells, groups as `pid` or parents, and
 * what our reader kept (colours, sizes, values over time). Never throws. Linear.
 */
export function printGexf(graph: PropertyGraph): string {
  const tools = buildTools(graph);
  const { head, columns, isMarked } = tools;
  const meta = printMeta(graph);
  const [blocks, others] = [true, false].map((isBlock) =>
    head.content.filter((element) => (localName(element) === 'attributes') === isBlock),
  ) as [XmlElement[], XmlElement[]];
  const inside = [
    ...printColumns('node', columns.node, head.columns.node, false),
    ...printColumns('edge', columns.edge, head.columns.edge, isMarked),
    ...blocks.map((element) => printElement(element)),
    wrap(
      'nodes',
      '',
      tools.nodes.map((row) => printNode(tools, row)),
    ),
    wrap(
      'edges',
      '',
      tools.edges.map((row) => printEdge(tools, row)),
    ),
    ...others.map((element) => printElement(element)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf${printNamespaces(tools)}>`,
    ...(meta === null ? [] : [meta]),
    wrap('graph', printGraphAttributes(tools), inside),
    '</gexf>\n',
  ].join('\n');
}
