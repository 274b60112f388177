import { isRoleName } from './graphmlKeys.ts';
import { getAttribute, localName, readElements, readPairs, type XmlElement } from './xmlElement.ts';

type Pairs = readonly (readonly [string, string])[];

/** What our reader kept of a whole GraphML file. */
export interface KeptHead {
  readonly namespaces: Pairs;
  readonly keys: readonly XmlElement[];
  /** What the file says of attributes, by their names. */
  readonly descs: { readonly node: ReadonlyMap<string, string>; readonly edge: ReadonlyMap<string, string> };
  readonly content: readonly XmlElement[];
  readonly graphContent: readonly XmlElement[];
  readonly xml: Pairs;
  readonly nodeLabel: string;
  readonly edgeLabel: string;
  /** It had directed and undirected edges, and said so edge by edge. */
  readonly isMixed: boolean;
}

/** What our reader kept of a node or an edge. */
export interface KeptPart {
  readonly content: readonly XmlElement[];
  readonly look: Pairs;
  readonly xml: Pairs;
}

function asRecord(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
}

function readTexts(value: unknown): ReadonlyMap<string, string> {
  const pairs: unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    pairs.flatMap((pair) => {
      const [name, text] = Array.isArray(pair) ? (pair as unknown[]) : [];
      return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
    }),
  );
}

/** What was kept of the whole file, checked, since it may come from any file. */
export function readKeptHead(value: unknown): KeptHead {
  const kept = asRecord(value);
  const descs = asRecord(kept['descs']);
  const name = (kind: 'node' | 'edge', text: unknown): string =>
    typeof text === 'string' && isRoleName(kind, text) && text !== 'x' && text !== 'y' ? text : 'label';
  return {
    namespaces: readPairs(kept['namespaces']).filter(([each]) => each.startsWith('xmlns:')),
    keys: readElements(kept['keys']).filter((key) => localName(key) === 'key'),
    descs: { node: readTexts(descs['node']), edge: readTexts(descs['edge']) },
    content: readElements(kept['content']),
    graphContent: readElements(kept['graphContent']),
    xml: readPairs(kept['xml']),
    nodeLabel: name('node', kept['nodeLabel']),
    edgeLabel: name('edge', kept['edgeLabel']),
    isMixed: kept['isMixed'] === true,
  };
}

/** Where nothing was kept. */
export const NOTHING: KeptPart = { content: [], look: [], xml: [] };

/** What was kept of a node or an edge, checked. */
export function readKeptPart(value: unknown): KeptPart {
  if (value === undefined) return NOTHING;
  const kept = asRecord(value);
  const look = readPairs(kept['look']).filter(([, text]) => text.trim() !== '' && Number.isFinite(Number(text)));
  return { content: readElements(kept['content']), look, xml: readPairs(kept['xml']) };
}

/** Ids of keys that kept elements are under. */
export function keysOf(content: readonly XmlElement[]): string[] {
  return content.flatMap((element) => (localName(element) === 'data' ? [getAttribute(element, 'key') ?? ''] : []));
}
