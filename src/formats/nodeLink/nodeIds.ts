import { createFreeIds } from '../attributeNames.ts';
import { recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import type { Listed } from './findLists.ts';

const ID_NAMES = ['id', '_id', 'key'] as const;
const NAME_NAMES = ['name', 'label', 'title'] as const;

/** Pairs of fields that name the ends of an edge, the surest first. */
const END_NAMES = [
  ['source', 'target'],
  ['from', 'to'],
  ['startNode', 'endNode'],
  ['start', 'end'],
  ['src', 'dst'],
  ['source_id', 'target_id'],
  ['sourceId', 'targetId'],
] as const;

function firstText(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/** The id that an item states: in its field, as its key in the list, or as the item itself. Null for none. */
function statedId({ value, key }: Listed): string | null {
  return textOf(value) ?? firstText(recordOf(value), ID_NAMES) ?? key;
}

/** The fields with the ends of this edge. Null where it has none. */
export function findEndNames(edge: JsonRecord): readonly [string, string] | null {
  return END_NAMES.find(([from, to]) => edge[from] !== undefined || edge[to] !== undefined) ?? null;
}

/** Ids of nodes in their order, and what ends of edges mean by them. */
export interface NodeIds {
  readonly ids: readonly string[];
  /** The node's id that an end means: an id, a name, the node itself or, where no node has an id, its position. Null for none. */
  findEnd(end: unknown): string | null;
  /** Whether any end was taken as a position. */
  usedPositions(): boolean;
}

/** Ids as stated; else names, where they are single ones; else by position. */
export function createNodeIds(nodes: readonly Listed[]): NodeIds {
  const stated = nodes.map(statedId);
  const free = createFreeIds(() => true, new Set(stated.flatMap((id) => id ?? [])));
  const ids = stated.map((id, i) => id ?? free.take(firstText(recordOf(nodes[i]?.value), NAME_NAMES), 'node '));
  const isByPosition = stated.every((id) => id === null);
  let used = false;
  function findEnd(end: unknown): string | null {
    if (isRecord(end))
      return (
        firstText(end, [...ID_NAMES, ...NAME_NAMES]) ?? findEnd(textOf(end['index']) === null ? null : end['index'])
      );
    if (typeof end !== 'number' || !isByPosition) return textOf(end);
    used = true;
    return ids[end] ?? String(end);
  }
  return { ids, findEnd, usedPositions: () => used };
}
