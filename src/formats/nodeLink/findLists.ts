import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** One node or edge with its place; `key` is its name in a file that lists them by name. */
export interface Listed {
  readonly value: unknown;
  readonly key: string | null;
  readonly where: string;
}

/** What lists make a graph: the record that has them, and under which names. */
export interface Holder {
  readonly holder: JsonRecord;
  /** What stands beside the record in the file. */
  readonly outer: JsonRecord;
  readonly path: string;
  readonly nodes: string;
  /** Null where there are hyperedges or nodes alone. */
  readonly edges: string | null;
}

/** The lists of one graph, and what the file says beside them. */
export interface Lists {
  readonly holder: JsonRecord;
  readonly outer: JsonRecord;
  readonly nodes: readonly Listed[];
  readonly edges: readonly Listed[];
  readonly hyperedges: readonly Listed[];
  readonly taken: readonly string[];
}

const NODES = ['nodes', 'vertices'];
const EDGES = ['links', 'edges', 'relationships', 'rels', 'connections', 'relations', 'adjacency'];
const WRAPPERS = ['graph', 'data', 'network', 'graphData'];

const isList = (value: unknown): boolean => Array.isArray(value) || isRecord(value);
const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value : Object.keys(recordOf(value))).length > 0;

/** The list of one of these names, one with something in it first; capitals make no other name. */
function findName(record: JsonRecord, names: readonly string[]): string | undefined {
  const known = new Map(Object.keys(record).map((name) => [name.toLowerCase(), name] as const));
  const found = names.flatMap((name) => {
    const own = isList(record[name]) ? name : (known.get(name) ?? '');
    return isList(record[own]) ? [own] : [];
  });
  return found.find((name) => isFilled(record[name])) ?? found[0];
}

/** Kumu calls nodes elements, VOSviewer items. */
function findNodes(record: JsonRecord, wrapper: string): string | undefined {
  const name = findName(record, NODES);
  if (name !== undefined) return name;
  if (wrapper === 'network') return findName(record, ['items']);
  return Array.isArray(record['connections']) ? findName(record, ['elements']) : undefined;
}

/** The lists in this record; nodes alone are a graph only where the file calls it one. */
function holderIn(holder: JsonRecord, path: string, outer: JsonRecord, wrapper: string): Holder | null {
  const nodes = findNodes(holder, wrapper);
  if (nodes === undefined) return null;
  const edges = findName(holder, EDGES) ?? null;
  const isGraph = edges !== null || Array.isArray(holder['hyperedges']) || wrapper === 'graph';
  return isGraph ? { holder, outer, path, nodes, edges } : null;
}

function withoutField(record: JsonRecord, field: string): JsonRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

function findMany(list: readonly unknown[], path: string): Holder[] {
  return list.flatMap((graph, i) => (isRecord(graph) ? (holderIn(graph, `${path}[${i}].`, {}, 'graph') ?? []) : []));
}

/**
 * The graphs of a file: it is one, wraps one, lists several as `graphs` (JSON Graph Format) or is a list of them. Empty
 * for anything else. Cheap: looks at names alone.
 */
export function findHolders(json: unknown): readonly Holder[] {
  if (Array.isArray(json)) {
    const all = json.length <= 1000 ? findMany(json, '') : [];
    return all.length === json.length && all.every(({ edges }) => edges !== null) ? all : [];
  }
  if (!isRecord(json)) return [];
  if (Array.isArray(json['graphs'])) return findMany(json['graphs'], 'graphs');
  for (const wrapper of ['', ...WRAPPERS]) {
    const inner = wrapper === '' ? json : json[wrapper];
    if (!isRecord(inner)) continue;
    const outer = wrapper === '' ? {} : withoutField(json, wrapper);
    const found = holderIn(inner, wrapper === '' ? '' : `${wrapper}.`, outer, wrapper);
    if (found) return [found];
  }
  return [];
}

function listed(list: unknown, path: string): Listed[] {
  if (Array.isArray(list)) return list.map((value, i) => ({ value, key: null, where: `${path}[${i}]` }));
  return Object.entries(recordOf(list)).map(([key, value]) => ({
    value,
    key,
    where: `${path}[${JSON.stringify(key)}]`,
  }));
}

/** The nodes and edges of the graphs in a file; empty where it has no such lists. */
export function findLists(json: unknown): readonly Lists[] {
  return findHolders(json).map(({ holder, outer, path, nodes, edges }) => {
    const hasHyperedges = Array.isArray(holder['hyperedges']);
    return {
      holder,
      outer,
      nodes: listed(holder[nodes], path + nodes),
      edges: edges === null ? [] : listed(holder[edges], path + edges),
      hyperedges: hasHyperedges ? listed(holder['hyperedges'], `${path}hyperedges`) : [],
      taken: [nodes, ...(edges === null ? [] : [edges]), ...(hasHyperedges ? ['hyperedges'] : [])],
    };
  });
}
