import type { GraphEdge, PropertyGraph } from '../propertyGraph.ts';
import { printData, printText, printValues } from './graphmlColumns.ts';
import { OWN_KEYS } from './graphmlKeys.ts';
import { NOTHING } from './keptHead.ts';
import { findNesting } from './nesting.ts';
import { printHyperedges, splitHyperedges } from './printHyperedges.ts';
import { printInside, wrap } from './printInside.ts';
import { buildPrintTools, type PrintTools } from './printTools.ts';
import { collectPrefixes, FOLDER, printAttributes, printElement, type XmlElement } from './xmlElement.ts';

const GRAPHML = 'http://graphml.graphdrawing.org/xmlns';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const KNOWN_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['y', 'http://www.yworks.com/xml/graphml'],
  ['yed', 'http://www.yworks.com/xml/yed/3'],
  ['xsi', XSI],
]);

function createNodePrinter(tools: PrintTools): { readonly tops: () => string[] } {
  const { nodes } = tools.graph;
  const inside = findNesting(nodes);
  const children = new Map<number, number[]>();
  inside.forEach((above, i) => {
    if (above === null) return;
    const list = children.get(above);
    if (list) list.push(i);
    else children.set(above, [i]);
  });

  function print(i: number): string {
    const node = tools.graph.nodes[i];
    if (!node) return '';
    const { look, xml } = tools.kept.get(node) ?? NOTHING;
    const parents = node.parents ?? [];
    const listed = inside[i] === null ? parents : parents.slice(1);
    const below = children.get(i);
    // Readers that know groups look for the graph in them, and some break without one.
    const isFolder = below !== undefined || xml.some(([name, value]) => name === FOLDER && value === 'group');
    const folder: [string, string][] = isFolder && !xml.some(([name]) => name === FOLDER) ? [[FOLDER, 'group']] : [];
    const graph = printAttributes([
      ['id', `${node.id}:`],
      ['edgedefault', tools.edgedefault],
    ]);
    return wrap('node', printAttributes([['id', node.id], ...xml.filter(([name]) => name !== 'id'), ...folder]), [
      ...printInside(tools, node, 'node'),
      ...look.map(([name, value]) => printData(name, value)),
      ...(listed.length > 0 ? [printData(OWN_KEYS.parents, JSON.stringify(listed))] : []),
      ...(isFolder ? [wrap('graph', graph, (below ?? []).map(print))] : []),
    ]);
  }
  return { tops: () => nodes.flatMap((node, i) => (inside[i] === null && !node.isHyperedge ? [print(i)] : [])) };
}

const OWN_NAMES = new Set(['id', 'source', 'target', 'directed']);

function printEdge(tools: PrintTools, edge: GraphEdge): string {
  const { isMarked, edgedefault } = tools;
  const more = (tools.kept.get(edge) ?? NOTHING).xml
    .filter(([name]) => !OWN_NAMES.has(name))
    .map(([name, value]) => [name, name === 'label' ? (edge.label ?? value) : value] as const);
  const isOther = edge.directed !== (edgedefault === 'directed');
  const attributes = printAttributes([
    ['id', edge.id],
    ['source', edge.source],
    ['target', edge.target],
    ['directed', isOther && !isMarked ? String(edge.directed) : null],
    ...more,
  ]);
  const mark = isOther && isMarked ? [printData(OWN_KEYS.undirected, 'true')] : [];
  return wrap('edge', attributes, [...printInside(tools, edge, 'edge'), ...mark]);
}

/** Every prefix that is written needs a declaration, or readers refuse the file. */
function printNamespaces({ head, kept }: PrintTools): string {
  const used = new Set<string>(['xsi']);
  const note = (content: readonly XmlElement[], xml: readonly (readonly [string, string])[]): void => {
    for (const element of content) collectPrefixes(element, used);
    collectPrefixes({ name: '', attributes: xml }, used);
  };
  note([...head.keys, ...head.content, ...head.graphContent], head.xml);
  for (const { content, xml } of kept.values()) note(content, xml);
  const known = new Map(head.namespaces.map(([name, value]) => [name.slice('xmlns:'.length), value]));
  const prefixes = [...new Set([...known.keys(), ...used])].filter((prefix) => prefix !== 'xml' && prefix !== 'xmlns');
  return printAttributes([
    ['xmlns', GRAPHML],
    ...prefixes.map((prefix) => {
      const address = known.get(prefix) || KNOWN_PREFIXES.get(prefix) || `urn:prefix:${prefix}`;
      return [`xmlns:${prefix}`, address] as const;
    }),
    ['xsi:schemaLocation', `${GRAPHML} ${GRAPHML}/1.0/graphml.xsd`],
  ]);
}

/**
 * Prints a graph as GraphML 1.0: typed keys, labels, places as `x` and `y`, groups as nested graphs, and whatever our reader kept
 * (yEd's drawing, ports). What GraphML has no place for is under keys of our own, so that `parseGraphml` gives the graph back.
 * Never throws. Linear.
 */
export function printGraphml(whole: PropertyGraph): string {
  const { graph, hyperedges } = splitHyperedges(whole);
  const tools = buildPrintTools(graph);
  const { head, columns, labelIds, edgedefault } = tools;
  const nodes = createNodePrinter(tools).tops();
  const edges = graph.edges.filter(({ isRole }) => !isRole).map((edge) => printEdge(tools, edge));
  const xml = head.xml.filter(([name]) => name !== 'edgedefault');
  const inside = [
    ...(graph.description === undefined ? [] : [printText('desc', '', graph.description)]),
    ...(graph.title === null ? [] : [printData(labelIds.graph, graph.title)]),
    ...printValues(columns.graph, graph.attributes),
    ...head.graphContent.map((element) => printElement(element)),
    ...nodes,
    ...edges,
    ...printHyperedges(tools, hyperedges),
  ];
  const body = wrap(
    'graph',
    printAttributes([...(xml.length > 0 ? xml : [['id', 'G'] as const]), ['edgedefault', edgedefault]]),
    inside,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml${printNamespaces(tools)}>`,
    ...tools.keysXml,
    body,
    ...head.content.map((element) => printElement(element)),
    '</graphml>\n',
  ].join('\n');
}
