import { DataError } from '../../model/dataError.ts';
import { FILE_ID, readFields } from '../attributeNames.ts';
import type { ReadContext } from '../format.ts';
import type { ImportLog } from '../importLog.ts';
import {
  createFieldSorter,
  type Field,
  type FieldSorter,
  finiteOf,
  keptOf,
  recordOf,
  textOf,
} from '../jsonAttributes.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from '../propertyGraph.ts';
import { createValueReader, type Declarations, readDeclarations } from './cx2Declarations.ts';
import { EDGE_NAMES, NETWORK_NAMES, NODE_NAMES } from './cx2Names.ts';
import { isCx2Style } from './cx2Style.ts';
import { type AspectElement, type Aspects, checkStatus, otherAspects, readAspects, statedCount } from './cxAspects.ts';

const READ = new Set([
  'CXVersion',
  'hasFragments',
  'metaData',
  'attributeDeclarations',
  'networkAttributes',
  'nodes',
  'edges',
  'status',
]);

/** Takes the first text of these names out of the values. */
function takeText(values: Map<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(values.get(name));
    if (text === null) continue;
    values.delete(name);
    return text;
  }
  return null;
}

interface Part {
  readonly label: string | null;
  readonly fileId: string | null;
  readonly fields: Map<string, unknown>;
  readonly attributes: GraphNode['attributes'];
  readonly kept?: unknown;
}

/** What nodes and edges have in common. */
function readPart(
  sorter: FieldSorter,
  { element, where }: AspectElement,
  read: (values: unknown) => Map<string, unknown>,
  labels: readonly string[],
  names: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Part {
  const fields = read(element['v']);
  const fileId = takeText(fields, [FILE_ID]);
  const label = takeText(fields, labels);
  const own = [...fields].filter(
    ([name]) => !(names === EDGE_NAMES && name === 'directed' && fields.get(name) === false),
  );
  const { attributes, rest } = sorter.sort(readFields(own, names), where);
  const beside = Object.entries(element).filter(([name, value]) => !taken.has(name) && value !== null);
  for (const [name] of beside) if (name !== 'z') sorter.tell(name, where);
  const kept = keptOf([
    ['v', keptOf(rest)],
    ['element', keptOf(beside)],
  ]);
  return { label, fileId, fields, attributes, ...(kept ? { kept } : {}) };
}

const NODE_FIELDS = new Set(['id', 'v', 'x', 'y']);
const EDGE_FIELDS = new Set(['id', 's', 't', 'v']);

function readNodes(aspects: Aspects, declared: Declarations, sorter: FieldSorter): GraphNode[] {
  const read = createValueReader(declared);
  const seen = new Set<string>();
  return (aspects.get('nodes') ?? []).map((item): GraphNode => {
    const { element, where } = item;
    const id = textOf(element['id']);
    if (id === null) throw new DataError('invalid', where, { problem: 'this node has no id' });
    if (seen.has(id)) throw new DataError('invalid', where, { problem: `two nodes have the id ${id}` });
    seen.add(id);
    const { label, fileId, attributes, kept } = readPart(sorter, item, read, ['name', 'n'], NODE_NAMES, NODE_FIELDS);
    const [x, y] = [finiteOf(element['x']), finiteOf(element['y'])];
    return {
      id: fileId ?? id,
      label,
      where,
      attributes,
      ...(x === undefined || y === undefined ? {} : { x, y }),
      ...(kept === undefined ? {} : { kept }),
    };
  });
}

function readEdges(
  aspects: Aspects,
  declared: Declarations,
  sorter: FieldSorter,
  log: ImportLog,
  idOf: ReadonlyMap<string, string>,
): GraphEdge[] {
  const read = createValueReader(declared);
  const seen = new Set<string>();
  return (aspects.get('edges') ?? []).map((item): GraphEdge => {
    const { element, where } = item;
    const end = (name: 's' | 't'): string => {
      const id = textOf(element[name]);
      if (id === null)
        throw new DataError('invalid', where, { problem: `this edge has no ${name === 's' ? 'source' : 'target'}` });
      const found = idOf.get(id);
      if (found === undefined)
        throw new DataError('invalid', where, {
          problem: `this edge names the node ${id}, which the file does not have`,
        });
      return found;
    };
    const { label, fileId, fields, attributes, kept } = readPart(
      sorter,
      item,
      read,
      ['interaction', 'i'],
      EDGE_NAMES,
      EDGE_FIELDS,
    );
    const id = fileId ?? textOf(element['id']);
    if (id !== null && seen.has(id)) log.warn('id-repeated', where, { id });
    if (id !== null) seen.add(id);
    return {
      id,
      source: end('s'),
      target: end('t'),
      directed: fields.get('directed') !== false,
      label,
      where,
      attributes,
      ...(kept === undefined ? {} : { kept }),
    };
  });
}

function checkOrder(value: unknown, log: ImportLog): void {
  const order = (value as readonly unknown[]).flatMap((fragment) => Object.keys(recordOf(fragment)));
  const [elements, declarations] = [order.indexOf('nodes'), order.indexOf('attributeDeclarations')];
  if (elements < 0 || declarations < elements) return;
  log.note('order-mended', `[${declarations}].attributeDeclarations`, {
    part: 'attributeDeclarations',
    before: 'nodes',
  });
}

function readHead(
  aspects: Aspects,
  sorter: FieldSorter,
): Pick<PropertyGraph, 'title' | 'description' | 'attributes' | 'kept'> {
  const values = new Map((aspects.get('networkAttributes') ?? []).flatMap(({ element }) => Object.entries(element)));
  const title = takeText(values, ['name']);
  const description = takeText(values, ['description']);
  const { attributes, rest } = sorter.sort(readFields(values, NETWORK_NAMES), 'networkAttributes');
  const others = otherAspects(aspects, READ).filter(
    ([name, elements]) => name !== 'visualProperties' || !isCx2Style(elements),
  );
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

function declarationsOf(aspects: Aspects, name: 'nodes' | 'edges'): Declarations {
  const fields = (aspects.get('attributeDeclarations') ?? []).flatMap(({ element }): Field[] =>
    Object.entries(recordOf(element[name])),
  );
  return readDeclarations(Object.fromEntries(fields));
}

const typesOf = (declarations: Declarations): Map<string, string> =>
  new Map([...declarations].map(([name, { type }]) => [name, type]));

function checkVersion(value: unknown): void {
  const version = recordOf((value as readonly unknown[])[0])['CXVersion'];
  if (version === undefined || /^2(?:\.|$)/.test(textOf(version) ?? '')) return;
  const problem = `it says that it is CX version ${(textOf(version) ?? 'unknown').slice(0, 20)}, and only version 2 says so here`;
  throw new DataError('invalid', '[0].CXVersion', { problem });
}

/**
 * Reads CX2 of Cytoscape Web, Cytoscape desktop and NDEx. Throws DataError `invalid` for a file of another version, without a
 * status of success, with a node twice or an edge to no node; counts that are not as stated and parts out of order are told. Linear.
 */
export function parseCx2(value: unknown, { log }: ReadContext): PropertyGraph {
  const aspects = readAspects(value, 'CX2');
  checkVersion(value);
  checkStatus(aspects, true);
  const sorter = createFieldSorter(log, 'field-kept');
  const declared = { node: declarationsOf(aspects, 'nodes'), edge: declarationsOf(aspects, 'edges') };
  const nodes = readNodes(aspects, declared.node, sorter);
  const written = (aspects.get('nodes') ?? []).map(({ element }) => textOf(element['id']) ?? '');
  const idOf = new Map(nodes.map(({ id }, i) => [written[i] ?? '', id] as const));
  const edges = readEdges(aspects, declared.edge, sorter, log, idOf);
  checkOrder(value, log);
  for (const [what, found] of [
    ['nodes', nodes.length],
    ['edges', edges.length],
  ] as const) {
    const stated = statedCount(aspects, what);
    if (stated !== undefined && stated !== found) log.warn('count-differs', 'metaData', { what, stated, found });
  }
  return {
    format: 'cx2',
    ...readHead(aspects, sorter),
    nodes,
    edges,
    declared: { node: typesOf(declared.node), edge: typesOf(declared.edge) },
  };
}
