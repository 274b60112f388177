import { createFreeIds } from '../attributeNames.ts';
import { recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import { findEndNames } from './endNames.ts';
import type { Listed } from './findLists.ts';

const ID_NAMES = ['id', '_id', 'key', 'ID', 'Id', '@id', 'uid', 'uuid', 'node_id', 'nodeId', 'elementId'] as const;
const NAME_NAMES = ['name', 'label', 'title'] as const;

/** An id as JSON has it. NetworkX writes ids of several parts as lists. */
export function idText(value: unknown): string | null {
  if (typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.length > 0 && value.length <= 20 ? JSON.stringify(value) : textOf(value);
}

function firstText(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const text = idText(record[name]);
    if (text !== null) return text;
  }
  return null;
}

/** The field in which a node states its id. */
export function findIdName(record: JsonRecord): string | undefined {
  return ID_NAMES.find((name) => idText(record[name]) !== null);
}

/** The id that an item states: in its field, as its key in the list, or as the item itself. Null for none. */
function statedId({ value, key }: Listed): string | null {
  return idText(value) ?? firstText(recordOf(value), ID_NAMES) ?? key;
}

const nameOf = (value: unknown): string | null => {
  const record = recordOf(value);
  return firstText(record, NAME_NAMES) ?? firstText(recordOf(record['attributes']), NAME_NAMES);
};

/** Ids of nodes in their order, and what ends of edges mean by them. */
export interface NodeIds {
  readonly ids: readonly string[];
  /** The node's id that an end means: an id, a name, the node itself or its position. Null for none. */
  findEnd(end: unknown): string | null;
  /** What ends were taken as beside ids. */
  readonly used: { position: boolean; name: boolean };
}

function endsOf(edges: readonly Listed[]): unknown[] {
  return edges.flatMap(({ value }) => {
    const edge = recordOf(value);
    return (findEndNames(edge) ?? []).map((name) => edge[name]);
  });
}

/** The field of nodes without an id that holds what edges have at their ends. */
function findOwnId(nodes: readonly Listed[], ends: readonly unknown[]): string | undefined {
  const wanted = new Set(ends.flatMap((end) => (typeof end === 'string' ? [end] : [])));
  if (wanted.size === 0) return undefined;
  return Object.keys(recordOf(nodes[0]?.value)).find((field) => {
    const values = new Set(nodes.map(({ value }) => textOf(recordOf(value)[field])));
    return values.size === nodes.length && [...wanted].every((end) => values.has(end));
  });
}

/** Whether ends are positions in the list: no node has an id, or all ends are numbers within it of which none is an id. */
function arePositions(stated: readonly (string | null)[], ends: readonly unknown[]): boolean {
  if (stated.every((id) => id === null)) return true;
  const known = new Set(stated);
  return (
    ends.length > 0 &&
    ends.every((end) => Number.isInteger(end) && Number(end) >= 0 && Number(end) < stated.length) &&
    !ends.some((end) => known.has(String(end)))
  );
}

/** Ids by names that only one node has; empty where names are the ids. */
function readNames(nodes: readonly Listed[], ids: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  const twice = new Set<string>();
  nodes.forEach(({ value }, i) => {
    const name = nameOf(value);
    if (name === null) return;
    if (byName.has(name)) twice.add(name);
    byName.set(name, ids[i] ?? '');
  });
  for (const name of twice) byName.delete(name);
  return byName;
}

/** Ids as stated; else names, where they are single ones; else by position. Ends that are no id may be names. Linear. */
export function createNodeIds(nodes: readonly Listed[], edges: readonly Listed[]): NodeIds {
  const ends = endsOf(edges);
  const plain = nodes.map(statedId);
  const field = plain.every((id) => id === null) ? findOwnId(nodes, ends) : undefined;
  const stated = field === undefined ? plain : nodes.map(({ value }) => textOf(recordOf(value)[field]));
  const free = createFreeIds(() => true, new Set(stated.flatMap((id) => id ?? [])));
  const ids = stated.map((id, i) => id ?? free.take(nameOf(nodes[i]?.value), 'node '));
  const known = new Set(ids);
  const isByPosition = arePositions(stated, ends);
  const used = { position: false, name: false };
  let names: ReadonlyMap<string, string> | null = null;

  function byName(text: string | null): string | null {
    if (text === null || known.has(text)) return text;
    names ??= readNames(nodes, ids);
    const found = names.get(text);
    if (found !== undefined) used.name = true;
    return found ?? text;
  }

  function findEnd(end: unknown): string | null {
    if (isRecord(end)) {
      const own = firstText(end, [...ID_NAMES, ...NAME_NAMES]);
      return own === null ? findEnd(textOf(end['index']) === null ? null : end['index']) : byName(own);
    }
    if (typeof end !== 'number' || !isByPosition) return byName(idText(end));
    used.position = true;
    return ids[end] ?? String(end);
  }
  return { ids, findEnd, used };
}
