import { createFreeIds } from '../attributeNames.ts';
import type { ReadContext } from '../format.ts';
import { createFieldSorter, type Field, type FieldSorter, finiteOf, keptOf, textOf } from '../jsonAttributes.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { type Citations, readCitations } from './cx1Citations.ts';
import { readCx1Values } from './cx1Values.ts';
import { type AspectElement, type Aspects, checkStatus, otherAspects, readAspects, statedCount } from './cxAspects.ts';

const READ = new Set(
  'numberVerification metaData nodes edges nodeAttributes edgeAttributes networkAttributes cartesianLayout citations supports nodeCitations edgeCitations nodeSupports edgeSupports status'.split(
    ' ',
  ),
);

interface Reading {
  readonly aspects: Aspects;
  readonly citations: Citations;
  readonly sorter: FieldSorter;
  readonly values: ReadonlyMap<string, readonly Field[]>;
}

function readPart(
  { citations, sorter, values }: Reading,
  kind: 'node' | 'edge',
  id: string,
  own: readonly Field[],
  where: string,
): Pick<GraphNode, 'attributes' | 'kept' | 'citations' | 'quotes'> {
  const cited = citations.find(kind, id);
  const words: Field[] = cited.words.length > 0 ? [['supports', cited.words]] : [];
  // What a node cites says nothing of a relation: it is shown with the entity.
  if (kind === 'node' && cited.citations.length > 0) {
    words.push(['citations', cited.citations.map((key) => citations.sources.get(key)?.url ?? key)]);
  }
  const { attributes, rest } = sorter.sort([...own, ...words, ...(values.get(id) ?? [])], where);
  const kept = keptOf(rest);
  return {
    attributes,
    ...(kept ? { kept } : {}),
    ...(cited.citations.length > 0 ? { citations: cited.citations } : {}),
    ...(cited.quotes.size > 0 ? { quotes: cited.quotes } : {}),
  };
}

function readPlaces(aspects: Aspects): ReadonlyMap<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  for (const { element } of aspects.get('cartesianLayout') ?? []) {
    const [node, x, y] = [textOf(element['node']), finiteOf(element['x']), finiteOf(element['y'])];
    if (node !== null && x !== undefined && y !== undefined) places.set(node, { x, y });
  }
  return places;
}

function besides({ element }: AspectElement, taken: readonly string[]): Field[] {
  return Object.entries(element).filter(([name]) => !taken.includes(name));
}

function readNodes(reading: Reading): GraphNode[] {
  const items = reading.aspects.get('nodes') ?? [];
  const places = readPlaces(reading.aspects);
  const free = createFreeIds(() => true, new Set(items.flatMap(({ element }) => textOf(element['@id']) ?? [])));
  return items.map((item): GraphNode => {
    const { element, where } = item;
    const id = textOf(element['@id']) ?? free.take(null, 'node ');
    const represents: Field[] = element['r'] === undefined ? [] : [['represents', element['r']]];
    const own = [...represents, ...besides(item, ['@id', 'n', 'r', 's'])];
    return { id, label: textOf(element['n']), where, ...readPart(reading, 'node', id, own, where), ...places.get(id) };
  });
}

function readEdges(reading: Reading): GraphEdge[] {
  return (reading.aspects.get('edges') ?? []).map((item): GraphEdge => {
    const { element, where } = item;
    const id = textOf(element['@id']);
    const end = (name: 's' | 't'): string => textOf(element[name]) ?? `not stated (${where}.${name})`;
    const own = besides(item, ['@id', 's', 't', 'i']);
    // Without an id nothing else in the file can speak of it; the ids of citations are never empty.
    const part = readPart(reading, 'edge', id ?? '\u0000', own, where);
    return { id, source: end('s'), target: end('t'), directed: true, label: textOf(element['i']), where, ...part };
  });
}

function readHead({ aspects, sorter }: Reading): Pick<PropertyGraph, 'title' | 'description' | 'attributes' | 'kept'> {
  const all = [...readCx1Values(aspects, 'networkAttributes').values()].flat();
  const texts = new Map(all.map(([name, value]) => [name, textOf(value)]));
  const own = all.filter(([name]) => name !== 'name' && name !== 'description');
  const { attributes, rest } = sorter.sort(own, 'networkAttributes');
  const others = otherAspects(aspects, READ);
  for (const [name] of others) sorter.tell(name, '');
  const kept = keptOf([
    ['v', keptOf(rest)],
    ['aspects', others.length > 0 ? others : undefined],
  ]);
  const description = texts.get('description');
  return {
    title: texts.get('name') ?? null,
    ...(description ? { description } : {}),
    attributes,
    ...(kept ? { kept } : {}),
  };
}

/**
 * Reads CX version 1 of NDEx: citations become sources, the words of supports quotes from them, other aspects are kept.
 * Throws DataError `invalid` for what is no list of aspects or says itself that it failed. Linear.
 */
export function parseCx1(value: unknown, { log }: ReadContext): PropertyGraph {
  const aspects = readAspects(value, 'CX');
  checkStatus(aspects, false);
  const shared = { aspects, citations: readCitations(aspects, log), sorter: createFieldSorter(log, 'field-set-aside') };
  const nodes = readNodes({ ...shared, values: readCx1Values(aspects, 'nodeAttributes') });
  const edgeReading = { ...shared, values: readCx1Values(aspects, 'edgeAttributes') };
  const edges = readEdges(edgeReading);
  for (const [what, found] of [
    ['nodes', nodes.length],
    ['edges', edges.length],
  ] as const) {
    const stated = statedCount(aspects, what);
    if (stated !== undefined && stated !== found) log.warn('count-differs', 'metaData', { what, stated, found });
  }
  return { format: 'cx1', ...readHead(edgeReading), nodes, edges, sources: shared.citations.sources };
}
