import type { ImportLog } from '../importLog.ts';
import { NESTED_ENDS } from './edgeSchemata.ts';
import { isA } from './schemata.ts';
import { withoutKeys } from './secrets.ts';

/** An entity of FollowTheMoney, edge or node, with lists of strings for values. */
export interface FtmRecord {
  /** Null where the file gives none. */
  id: string | null;
  schema: string;
  readonly properties: Map<string, string[]>;
  /** Whatever else the line has (caption, datasets, referents, first_seen ...): JSON values. */
  readonly extra: Map<string, unknown>;
  /** "line 12", "entities[3]". */
  readonly where: string;
}

/** A JSON object; keys come from data and are read with `Object.entries` or `Object.hasOwn` alone. */
export type RawObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object and no list. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own field of a JSON object; undefined where it has none. */
export function fieldOf(raw: RawObject, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined;
}

/** Whether a JSON value looks like an entity of FollowTheMoney, properties left out included. */
export function isEntity(value: unknown): value is RawObject {
  if (!isObject(value) || typeof fieldOf(value, 'schema') !== 'string') return false;
  const properties = fieldOf(value, 'properties');
  return isObject(properties) || (properties === undefined && Object.hasOwn(value, 'id'));
}

/** The id as text: files have numbers too. */
export function readId(raw: RawObject, where: string, log: ImportLog): string | null {
  const id = fieldOf(raw, 'id');
  if (typeof id === 'string') return id === '' ? null : id;
  if (typeof id !== 'number' && typeof id !== 'boolean') return null;
  log.tally('value-coerced', where, { field: 'id', from: 'a number', to: 'text' });
  return String(id);
}

/** A value of a property as text; undefined for nothing. */
function readValue(value: unknown, field: string, where: string, log: ImportLog): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (value === null || value === undefined) return undefined;
  const from = typeof value === 'object' ? 'a nested value' : typeof value === 'number' ? 'a number' : 'yes or no';
  log.tally('value-coerced', where, { field, from, to: 'text' });
  return JSON.stringify(value);
}

interface Nesting {
  readonly log: ImportLog;
  readonly found: FtmRecord[];
}

function namesParent({ properties }: FtmRecord, parent: string): boolean {
  for (const values of properties.values()) if (values.includes(parent)) return true;
  return false;
}

/** What stands in the place of an entity inlined in another one: its id, or nothing where it names its parent itself. */
function readNested(raw: RawObject, field: string, parent: FtmRecord, nesting: Nesting): string | undefined {
  const nested = readRecord(raw, `${parent.where}.${field}`, nesting);
  if (parent.id !== null && namesParent(nested, parent.id)) return undefined;
  const [schema, property] = NESTED_ENDS.get(field) ?? [];
  if (schema === undefined || property === undefined || !isA(nested.schema, schema)) return nested.id ?? undefined;
  if (parent.id !== null) nested.properties.set(property, [...(nested.properties.get(property) ?? []), parent.id]);
  return undefined;
}

function readValues(raw: unknown, field: string, record: FtmRecord, nesting: Nesting): string[] {
  const { log } = nesting;
  if (raw === null || raw === undefined) return [];
  if (!Array.isArray(raw))
    log.tally('value-coerced', record.where, { field, from: 'a single value', to: 'a list of one' });
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  // Nearly every list is of plain text and can stay as it was parsed.
  if (Array.isArray(raw) && list.every((value) => typeof value === 'string' && value !== '')) return raw as string[];
  return list.flatMap((value) => {
    const text = isEntity(value)
      ? readNested(value, field, record, nesting)
      : readValue(value, field, record.where, log);
    return text ?? [];
  });
}

function readRecord(raw: RawObject, where: string, nesting: Nesting): FtmRecord {
  const id = readId(raw, where, nesting.log) ?? `no-id-${where.replaceAll(/\W+/g, '-')}`;
  if (!Object.hasOwn(raw, 'id')) nesting.log.note('id-missing', where, { id });
  const record: FtmRecord = {
    id,
    schema: String(fieldOf(raw, 'schema')),
    properties: new Map(),
    extra: new Map(),
    where,
  };
  nesting.found.push(record);
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'id' || key === 'schema' || key === 'properties' || value === null) continue;
    if (key === 'links' || key === 'collection') record.extra.set(key, withoutKeys(value, where, nesting.log));
    else record.extra.set(key, Array.isArray(value) ? [...(value as unknown[])] : value);
  }
  const properties = fieldOf(raw, 'properties');
  for (const [field, values] of Object.entries(isObject(properties) ? properties : {})) {
    const read = readValues(values, field, record, nesting);
    if (read.length > 0) record.properties.set(field, read);
  }
  return record;
}

/**
 * Reads an entity and those inlined in its properties (the nested form), outermost first. Single values become lists, numbers
 * text, both told; null is nothing. Recursion follows the nesting of the file, which the JSON reader limits.
 */
export function readEntity(raw: RawObject, where: string, log: ImportLog): FtmRecord[] {
  const found: FtmRecord[] = [];
  readRecord(raw, where, { log, found });
  return found;
}

/** The values of a property; none where it is not there. */
export function valuesOf(record: FtmRecord, property: string): readonly string[] {
  return record.properties.get(property) ?? [];
}
