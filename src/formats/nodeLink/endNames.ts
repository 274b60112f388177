import { plainName } from '../graphVocabulary.ts';
import type { JsonRecord } from '../jsonRecord.ts';

/** Pairs of fields that name the ends of an edge, the surest first: `start` and `end` may be days. */
const END_NAMES = [
  ['source', 'target'],
  ['from', 'to'],
  ['startNode', 'endNode'],
  ['fromNode', 'toNode'],
  ['fromId', 'toId'],
  ['source_id', 'target_id'],
  ['sourceId', 'targetId'],
  ['startNodeId', 'endNodeId'],
  ['startNodeElementId', 'endNodeElementId'],
  ['src', 'dst'],
  ['_outV', '_inV'],
  ['_from', '_to'],
  ['start', 'end'],
] as const;

type Pair = readonly [from: string, to: string];

const PLAIN: readonly Pair[] = END_NAMES.map(([from, to]) => [plainName(from), plainName(to)]);

function findFolded(edge: JsonRecord): Pair | null {
  const known = new Map(Object.keys(edge).map((name) => [plainName(name), name] as const));
  for (const [from, to] of PLAIN) {
    const [a, b] = [known.get(from), known.get(to)];
    if (a !== undefined && b !== undefined) return [a, b];
  }
  return null;
}

/** The fields with the ends of this edge; a pair that is there goes before half of one. Null where it has none. */
export function findEndNames(edge: JsonRecord): Pair | null {
  const isThere = (name: string): boolean => edge[name] !== undefined && edge[name] !== null;
  return (
    END_NAMES.find(([from, to]) => isThere(from) && isThere(to)) ??
    findFolded(edge) ??
    END_NAMES.find(([from, to]) => isThere(from) || isThere(to)) ??
    null
  );
}
