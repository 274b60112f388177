import type { AttributeValue } from '../propertyGraph.ts';
import type { Item, Items } from './graphmlItems.ts';
import { descName, type GraphmlReading } from './partFields.ts';
import { type Parts, readParts } from './readParts.ts';
import { freeName } from './sameName.ts';
import { getAttribute } from './xmlElement.ts';

type Values = Iterable<readonly [string, AttributeValue]>;

const isSame = (a: AttributeValue | undefined, b: AttributeValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Adds what is not there; what is there with another value gets the name of where it comes from. */
function addTo(attributes: Map<string, AttributeValue>, values: Values, from: string): void {
  for (const [name, value] of values) {
    if (!isSame(attributes.get(name), value)) attributes.set(freeName(name, from, attributes), value);
  }
}

/** What stands in a graph as attributes, its description and its name among them. */
function valuesOf(
  graph: Item,
  { keys, log }: GraphmlReading,
  parts: Parts | null,
): (readonly [string, AttributeValue])[] {
  // Defaults say nothing of this graph in particular.
  const { attributes, desc, roles } = parts ?? readParts(graph, { ...keys.graph, declared: [] }, log);
  const title = roles.get('title');
  return [
    ...attributes,
    ...(desc === null ? [] : [[descName(keys.graph), desc] as const]),
    ...(title === undefined ? [] : [['graph name', title] as const]),
  ];
}

/** Adds what a node’s or edge’s own graphs say of themselves to what the node or edge says. */
export function addInner(
  reading: GraphmlReading,
  inner: readonly Item[] | undefined,
  attributes: Map<string, AttributeValue>,
): void {
  inner?.forEach((graph, i) => {
    if (graph.content.length > 0)
      addTo(attributes, valuesOf(graph, reading, null), `graph${i === 0 ? '' : ` ${i + 1}`}`);
  });
}

/** The graphs in nodes and edges, by those. */
export function findInner({ graphs }: Items): ReadonlyMap<Item, readonly Item[]> {
  const found = new Map<Item, Item[]>();
  for (const graph of graphs) {
    if (!graph.owner || graph.owner.kind === 'graphml') continue;
    const list = found.get(graph.owner);
    if (list) list.push(graph);
    else found.set(graph.owner, [graph]);
  }
  return found;
}

/** What the file and its graphs say, the first graph before all; a text for each, even where two have a field of one name. */
export function joinHeads(
  reading: GraphmlReading,
  root: Parts,
  tops: readonly { readonly item: Item; readonly parts: Parts }[],
): Map<string, AttributeValue> {
  const [first, ...others] = tops;
  const attributes = new Map(first?.parts.attributes ?? []);
  addTo(attributes, root.attributes, 'file');
  if (first && first.parts.desc !== null && root.desc !== null) {
    addTo(attributes, [[descName(reading.keys.graph), root.desc]], 'file');
  }
  const used = new Set<string>();
  others.forEach(({ item, parts }, i) => {
    const id = getAttribute(item, 'id') ?? '';
    const from = id === '' || used.has(id) ? `graph ${i + 2}` : id;
    used.add(from);
    addTo(attributes, valuesOf(item, reading, parts), from);
  });
  return attributes;
}
