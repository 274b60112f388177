import type { Attributes, GraphEdge, GraphNode, Spell } from '../propertyGraph.ts';
import { printData, printValues } from './graphmlColumns.ts';
import { isPlace, patchDrawing, readDrawing } from './graphmlDrawing.ts';
import { OWN_KEYS } from './graphmlKeys.ts';
import { NOTHING } from './keptHead.ts';
import type { PrintTools } from './printTools.ts';
import { FURTHER } from './readParts.ts';
import { printElement } from './xmlElement.ts';

function printSpells(spells: readonly Spell[] = []): string[] {
  return spells.length > 0
    ? [printData(OWN_KEYS.spells, JSON.stringify(spells.map(({ start, end }) => ({ start, end }))))]
    : [];
}

/** What the drawing says already is not written again. */
function withoutDrawn(attributes: Attributes, further: readonly string[]): Attributes {
  const value = attributes.get(FURTHER);
  if (!Array.isArray(value) || value.length !== further.length) return attributes;
  if (value.some((text, i) => text !== further[i])) return attributes;
  return new Map([...attributes].filter(([name]) => name !== FURTHER));
}

/** Label, attributes, times and what was kept of a node, edge or hyperedge, in the order that the schema wants. */
export function printInside(
  tools: PrintTools,
  part: GraphNode | GraphEdge,
  kind: 'node' | 'edge' | 'hyperedge',
): string[] {
  const { content } = tools.kept.get(part) ?? NOTHING;
  const drawing = readDrawing(content);
  const node = part as GraphNode;
  const instead = patchDrawing(drawing, node);
  const values = printValues(tools.columns[kind], withoutDrawn(part.attributes, drawing.further));
  const isDrawn = drawing.label !== null;
  const { x, y, label } = node;
  const isPlaced =
    kind === 'node' && drawing.place === null && x !== undefined && y !== undefined && isPlace(x) && isPlace(y);
  return [
    ...values.filter((xml) => xml.startsWith('<desc')),
    ...(label === null || isDrawn ? [] : [printData(tools.labelIds[kind], label)]),
    ...(isPlaced ? [printData('x', String(x)), printData('y', String(y))] : []),
    ...values.filter((xml) => !xml.startsWith('<desc')),
    ...printSpells(part.spells),
    ...content.map((element) => printElement(element, instead)),
  ];
}

/** An element with other elements in it, each on a line of its own. */
export function wrap(tag: string, attributes: string, inside: readonly string[]): string {
  return inside.length > 0 ? `<${tag}${attributes}>\n${inside.join('\n')}\n</${tag}>` : `<${tag}${attributes}/>`;
}
