import { readElements, readPairs, type XmlElement } from '../graphml/xmlElement.ts';
import type { Pairs, Times } from './gexfTimes.ts';

/** An attribute whose id or options other programs look for. */
export interface KeptColumn {
  readonly name: string;
  readonly id: string;
  readonly options?: string;
  readonly content?: readonly XmlElement[];
}

/** What our reader kept of a whole GEXF file. */
export interface KeptGexf {
  readonly graph: ReadonlyMap<string, string>;
  readonly namespaces: Pairs;
  readonly columns: { readonly node: readonly KeptColumn[]; readonly edge: readonly KeptColumn[] };
  /** What stands in the graph beside nodes, edges and attributes. */
  readonly content: readonly XmlElement[];
  readonly isMixed: boolean;
}

/** What our reader kept of a node or an edge. */
export interface KeptPart {
  readonly xml: Pairs;
  readonly content: readonly XmlElement[];
  readonly times: Times | null;
  readonly dynamic: ReadonlyMap<string, readonly Pairs[]>;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function readColumns(value: unknown): KeptColumn[] {
  return asList(value).flatMap((item) => {
    const { name, id, options, content } = asRecord(item);
    const inside = readElements(content);
    if (typeof name !== 'string' || typeof id !== 'string') return [];
    const more = {
      ...(typeof options === 'string' ? { options } : {}),
      ...(inside.length > 0 ? { content: inside } : {}),
    };
    return [{ name, id, ...more }];
  });
}

/** What was kept of the whole file, checked, since it may come from any file. */
export function readKeptGexf(value: unknown): KeptGexf {
  const kept = asRecord(value);
  const columns = asRecord(kept['columns']);
  return {
    graph: new Map(readPairs(kept['graph'])),
    namespaces: readPairs(kept['namespaces']).filter(([name]) => name.startsWith('xmlns:')),
    columns: { node: readColumns(columns['node']), edge: readColumns(columns['edge']) },
    content: readElements(kept['content']),
    isMixed: kept['isMixed'] === true,
  };
}

const NOTHING: KeptPart = { xml: [], content: [], times: null, dynamic: new Map() };

/** What was kept of a node or an edge, checked. */
export function readKeptPart(value: unknown): KeptPart {
  if (value === undefined) return NOTHING;
  const kept = asRecord(value);
  const times = asRecord(kept['times']);
  const dynamic = asList(kept['dynamic']).flatMap((item) => {
    const [name, values] = asList(item);
    return typeof name === 'string' ? [[name, asList(values).map(readPairs)] as const] : [];
  });
  return {
    xml: readPairs(kept['xml']),
    content: readElements(kept['content']),
    times:
      kept['times'] === undefined
        ? null
        : { own: readPairs(times['own']), spells: asList(times['spells']).map(readPairs) },
    dynamic: new Map(dynamic),
  };
}
