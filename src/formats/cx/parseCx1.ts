import { DataError } from '../../model/dataError.ts';
import { createFreeIds } from '../attributeNames.ts';
import type { ReadContext } from '../format.ts';
import { createFieldSorter, type Field, type FieldSorter, keptOf, textOf } from '../jsonAttributes.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { type Citations, readCitations } from './cx1Citations.ts';
import { readGroups, readPlaces } from './cx1Layout.ts';
import { findNetworkText, readCx1Values } from './cx1Values.ts';
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

function besides({ element }: AspectElement, taken: readonly string[]): Field[] {
  return Object.entries(element).filter(([name]) => !taken.includes(name));
}

function refuseVersion(where: string): never {
  const problem =
    'this node is written as in CX version 2, and the file does not say that it is one: its first part has to be {"CXVersion": "2.0", "hasFragments": false}';
  throw new DataError('invalid', where, { problem });
}

function readNodes(reading: Reading): GraphNode[] {
  const items = reading.aspects.get('nodes') ?? [];
  const places = readPlaces(reading.aspects);
  const ids = new Set(items.flatMap(({ element }) => textOf(element['@id']) ?? []));
  const groups = readGroups(reading.aspects, ids);
  const free = createFreeIds(() => true, ids);
  return items.map((item): GraphNode => {
    const { element, where } = item;
    if (element['@id'] === undefined && element['id'] !== undefined) refuseVersion(where);
    const id = textOf(element['@id']) ?? free.take(null, 'node ');
    const represents: Field[] = element['r'] === undefined ? [] : [['represents', element['r']]];
    const own = [...represents, ...besides(item, ['@id', 'n', 'r', 's'])];
    const parents = groups.parents.get(id);
    return {
      id,
      label: textOf(element['n']) ?? groups.names.get(id) ?? null,
      where,
      ...readPart(reading, 'node', id, own, where),
      ...places.get(id),
      ...(parents ? { parents } : {}),
    };
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

function readHead({
  aspects,
  citations,
  sorter,
}: Reading): Pick<PropertyGraph, 'title' | 'description' | 'attributes' | 'kept'> {
  const all = [...readCx1Values(aspects, 'networkAttributes').values()].flat();
  const [title, description] = [findNetworkText(aspects, 'name'), findNetworkText(aspects, 'description')];
  // Where subnetworks have other names, all of them stay.
  const own = all.filter(
    ([name, value]) => !(name === 'name' && value === title) && !(name === 'description' && value === description),
  );
  const { attributes, rest } = sorter.sort(own, 'networkAttributes');
  const read = new Set([...READ].filter((name) => !citations.unread.includes(name)));
  const others = otherAspects(aspects, read);
  for (const [name] of others) sorter.tell(name, '');
  const kept = keptOf([
    ['v', keptOf(rest)],
    ['aspects', others.length > 0 ? others : undefined],
  ]);
  return {
    title,
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
