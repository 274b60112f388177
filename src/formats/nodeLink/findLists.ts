import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** One node or edge with its place; `key` is its name in a file that lists them by name. */
export interface Listed {
  readonly value: unknown;
  readonly key: string | null;
  readonly where: string;
}

/** Two lists that are a graph, and the record that holds them. */
export interface Lists {
  readonly holder: JsonRecord;
  readonly nodes: readonly Listed[];
  readonly edges: readonly Listed[];
  readonly taken: readonly string[];
}

const NODES = ['nodes', 'vertices'];
const EDGES = ['links', 'edges', 'relationships', 'rels'];
const WRAPPERS = ['graph', 'data', 'network'];

const isList = (value: unknown): boolean => Array.isArray(value) || isRecord(value);

/** The record with lists of nodes and edges: the file, or what it wraps. Cheap: looks at names alone. */
export function findHolder(json: unknown): {
  readonly holder: JsonRecord;
  readonly path: string;
  readonly nodes: string;
  readonly edges: string;
} | null {
  const file = recordOf(json);
  for (const wrapper of ['', ...WRAPPERS]) {
    const holder = wrapper === '' ? file : recordOf(file[wrapper]);
    const nodes = NODES.find((name) => isList(holder[name]));
    const edges = EDGES.find((name) => isList(holder[name]));
    if (nodes && edges) return { holder, path: wrapper === '' ? '' : `${wrapper}.`, nodes, edges };
  }
  return null;
}

function listed(list: unknown, path: string): Listed[] {
  if (Array.isArray(list)) return list.map((value, i) => ({ value, key: null, where: `${path}[${i}]` }));
  return Object.entries(recordOf(list)).map(([key, value]) => ({
    value,
    key,
    where: `${path}[${JSON.stringify(key)}]`,
  }));
}

/** The nodes and edges of a file; null where it has no two such lists. */
export function findLists(json: unknown): Lists | null {
  const found = findHolder(json);
  if (!found) return null;
  const { holder, path, nodes, edges } = found;
  return {
    holder,
    nodes: listed(holder[nodes], path + nodes),
    edges: listed(holder[edges], path + edges),
    taken: [nodes, edges],
  };
}
