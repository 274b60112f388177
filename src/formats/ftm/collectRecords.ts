import { DataError } from '../../model/dataError.ts';
import type { InputFile, ReadContext, ReadCounts } from '../format.ts';
import { parseJsonText } from '../jsonText.ts';
import { eachAnswered, isAnswer } from './answers.ts';
import { EDGE_SCHEMATA } from './edgeSchemata.ts';
import { type FtmRecord, fieldOf, isEntity, isObject, type RawObject, readEntity, readId } from './ftmRecord.ts';
import { mergeRecords } from './mergeRecords.ts';
import { isStatementHead, readStatements, type StatementRow } from './statements.ts';

/** All entities of a file, merged by id, and what else the file has. */
export interface Collected {
  readonly records: readonly FtmRecord[];
  /** Entities as the file lists them, before they are merged. */
  readonly read: ReadCounts;
  /** Other fields of a file that is one object: layout and viewport of a diagram. JSON values. */
  readonly head: ReadonlyMap<string, unknown>;
}

/** Whether a JSON value is a change to an entity: {"op": "ADD", "entity": {...}}. */
export function isDelta(value: unknown): value is RawObject {
  return isObject(value) && typeof fieldOf(value, 'op') === 'string' && isObject(fieldOf(value, 'entity') ?? value);
}

/** Whether a JSON value is a statement: one value of one property. */
export function isStatement(value: unknown): value is RawObject {
  return isObject(value) && isStatementHead(Object.keys(value));
}

interface Collector {
  add(raw: unknown, where: string): void;
  finish(): Pick<Collected, 'records' | 'read'>;
}

function rowOf(raw: RawObject): StatementRow {
  const cells = Object.entries(raw).filter(([, value]) => value !== null && typeof value !== 'object');
  return new Map(cells.map(([key, value]) => [key, String(value)]));
}

/** The statements of an entity that is given as nothing else; none for one with properties. */
function statementsOf(raw: RawObject): readonly RawObject[] {
  const statements = fieldOf(raw, 'statements');
  if (!Array.isArray(statements) || Object.hasOwn(raw, 'properties')) return [];
  return (statements as readonly unknown[]).filter(isStatement);
}

/** Counts in the file's own terms. */
export function countRecords(records: readonly FtmRecord[]): ReadCounts {
  const edges = records.filter(({ schema }) => EDGE_SCHEMATA.has(schema)).length;
  return { nodes: records.length - edges, edges };
}

function createCollector({ log }: ReadContext): Collector {
  // By order of appearance; an entity that is changed again keeps its place.
  const changed = new Map<string, readonly FtmRecord[]>();
  const plain: FtmRecord[] = [];
  const rows: StatementRow[] = [];
  const places: string[] = [];

  function change(raw: RawObject, where: string): void {
    const entity = fieldOf(raw, 'entity');
    const body = isObject(entity) ? entity : raw;
    const id = readId(body, where, log) ?? where;
    if (String(fieldOf(raw, 'op')).toUpperCase() === 'DEL') {
      log.note('record-deleted', where, { id });
      changed.delete(id);
    } else if (isEntity(body)) changed.set(id, readEntity(body, where, log));
    else log.warn('record-skipped', where, { reason: 'a change without an entity' });
  }

  function state(raw: RawObject, where: string): void {
    rows.push(rowOf(raw));
    places.push(where);
  }

  function add(raw: unknown, where: string): void {
    if (isDelta(raw)) change(raw, where);
    else if (isStatement(raw)) state(raw, where);
    else if (isAnswer(raw)) {
      for (const [entity, at] of eachAnswered(raw, log)) add(entity, [where, at].filter(Boolean).join('.'));
    } else if (isEntity(raw)) {
      const statements = statementsOf(raw);
      if (statements.length > 0) for (const each of statements) state(each, where);
      else plain.push(...readEntity(raw, where, log));
    } else log.warn('record-skipped', where, { reason: 'it has no schema and no properties' });
  }

  return {
    add,
    finish() {
      const stated = readStatements(rows, log, (index) => places[index] ?? '');
      const all = [...plain, ...[...changed.values()].flat(), ...stated];
      return { records: mergeRecords(all, log), read: countRecords(all) };
    },
  };
}

function readLine(line: string, where: string, collector: Collector, { log }: ReadContext): void {
  try {
    collector.add(parseJsonText(line, log), where);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    log.warn('record-skipped', where, {
      reason: error.code === 'too-deep' ? 'nested too deep' : 'no JSON, or cut off',
    });
  }
}

function readLines(text: string, collector: Collector, context: ReadContext): void {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    number += 1;
    const line = text.slice(at, end).trim();
    if (line !== '') readLine(line, `line ${number}`, collector, context);
    at = end + 1;
    if (number % 1000 === 0) context.progress((at / text.length) * 0.6);
  }
}

/**
 * Reads the entities of a file in every form that FollowTheMoney files have: lines of entities, changes or statements, one
 * entity, a list of them, an object with `entities`, the answer of a service. Linear.
 */
export function collectRecords(file: InputFile, context: ReadContext): Collected {
  const collector = createCollector(context);
  const { json } = file;
  let head = new Map<string, unknown>();
  if (json === undefined) readLines(file.text, collector, context);
  else if (Array.isArray(json)) json.forEach((raw, i) => collector.add(raw, `[${i}]`));
  else if (isObject(json) && Array.isArray(fieldOf(json, 'entities'))) {
    const { entities, ...rest } = json;
    (entities as unknown[]).forEach((raw, i) => collector.add(raw, `entities[${i}]`));
    head = new Map(Object.entries(rest));
  } else collector.add(json, isAnswer(json) ? '' : 'line 1');
  return { ...collector.finish(), head };
}
