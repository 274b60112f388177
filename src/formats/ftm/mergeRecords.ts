import type { ImportLog } from '../importLog.ts';
import type { FtmRecord } from './ftmRecord.ts';
import { findCommonSchema } from './schemata.ts';

/** What is in a growing list, so that long ones are not searched again and again. */
const members = new WeakMap<unknown[], Set<unknown>>();

/** Adds to a list what it does not have. Linear in what is added. */
export function addDistinct<Value>(list: Value[], added: readonly Value[]): void {
  const has = members.get(list) ?? new Set<unknown>(list);
  members.set(list, has);
  for (const value of added) {
    if (has.has(value)) continue;
    has.add(value);
    list.push(value);
  }
}

function joinExtra(key: string, old: unknown, added: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(added)) addDistinct(old as unknown[], added as unknown[]);
  if (typeof old === 'string' && typeof added === 'string') {
    if (key === 'first_seen') return old < added ? old : added;
    if (key === 'last_seen' || key === 'last_change') return old > added ? old : added;
  }
  return old;
}

/**
 * Puts the values and fields of a record into another one of the same id. Values are sets; the order of the first is kept.
 * Whether that added a value.
 */
function absorbRecord(into: FtmRecord, from: FtmRecord): boolean {
  let isMore = false;
  for (const [key, values] of from.properties) {
    const old = into.properties.get(key) ?? [];
    const before = old.length;
    addDistinct(old, values);
    into.properties.set(key, old);
    isMore ||= old.length > before;
  }
  for (const [key, value] of from.extra) {
    into.extra.set(key, into.extra.has(key) ? joinExtra(key, into.extra.get(key), value) : value);
  }
  return isMore;
}

/**
 * One record an id, as FollowTheMoney merges: values of the same schema, or of one that extends the other, are joined
 * (`records-merged`, `records-repeated` where that adds nothing). Records of strangers under one id both stay, which the draft tells. Linear.
 */
export function mergeRecords(records: readonly FtmRecord[], log: ImportLog): FtmRecord[] {
  const byId = new Map<string, FtmRecord[]>();
  const merged: FtmRecord[] = [];
  for (const record of records) {
    const same = record.id === null ? [] : (byId.get(record.id) ?? []);
    const other = same.find(({ schema }) => findCommonSchema(schema, record.schema) !== undefined);
    if (other) {
      other.schema = findCommonSchema(other.schema, record.schema) ?? other.schema;
      if (absorbRecord(other, record)) log.note('records-merged', record.where, { id: record.id ?? '' });
      else log.tally('records-repeated', record.where);
      continue;
    }
    if (record.id !== null) byId.set(record.id, [...same, record]);
    merged.push(record);
  }
  return merged;
}
