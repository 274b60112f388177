import type { ImportLog } from '../importLog.ts';
import type { FtmRecord } from './ftmRecord.ts';
import { addDistinct } from './mergeRecords.ts';
import { findCommonSchema } from './schemata.ts';

/** One row of a statement file, fields by name: of a JSON line, or of a table by its header. */
export type StatementRow = ReadonlyMap<string, string>;

interface Gathering {
  readonly record: FtmRecord;
  readonly rows: Record<string, string>[];
  readonly datasets: Set<string>;
  firstSeen: string;
  lastSeen: string;
}

const textOf = (row: StatementRow, ...keys: string[]): string =>
  keys.map((key) => row.get(key) ?? '').find((text) => text !== '') ?? '';

/** Whether fields by these names make a statement: who, of which schema, which property, what value. */
export function isStatementHead(names: readonly string[]): boolean {
  const has = new Set(names);
  const said = has.has('val') || has.has('value');
  return has.has('prop') && said && has.has('schema') && (has.has('entity_id') || has.has('canonical_id'));
}

function addRow(gathering: Gathering, row: StatementRow, where: string, log: ImportLog): void {
  const { record } = gathering;
  const schema = textOf(row, 'schema');
  const common = findCommonSchema(record.schema, schema);
  if (common === undefined) log.warn('schema-conflict', where, { id: record.id ?? '', schema });
  record.schema = common ?? record.schema;
  const property = textOf(row, 'prop');
  const value = textOf(row, 'val', 'value');
  // A statement of the property "id" says that the entity is there.
  if (property !== 'id' && property !== '' && value !== '') {
    const values = record.properties.get(property) ?? [];
    record.properties.set(property, values);
    addDistinct(values, [value]);
  }
  const dataset = textOf(row, 'dataset');
  if (dataset !== '') gathering.datasets.add(dataset);
  const first = textOf(row, 'first_seen');
  const last = textOf(row, 'last_seen');
  if (first !== '' && (gathering.firstSeen === '' || first < gathering.firstSeen)) gathering.firstSeen = first;
  if (last > gathering.lastSeen) gathering.lastSeen = last;
  gathering.rows.push(Object.fromEntries(row));
}

function finish({ record, rows, datasets, firstSeen, lastSeen }: Gathering): FtmRecord {
  if (datasets.size > 0) record.extra.set('datasets', [...datasets]);
  if (firstSeen !== '') record.extra.set('first_seen', firstSeen);
  if (lastSeen !== '') record.extra.set('last_seen', lastSeen);
  const referents = new Set(rows.flatMap((row) => row['entity_id'] ?? []).filter((id) => id !== record.id));
  if (referents.size > 0) record.extra.set('referents', [...referents]);
  record.extra.set('statements', rows);
  return record;
}

/**
 * Joins statements (one value of one property in one dataset a row) to entities, by canonical id where there is one. The
 * rows themselves stay in `extra.statements`: they alone say which dataset and language a value is from. A row without an id
 * or schema is told and skipped. Linear.
 */
export function readStatements(
  rows: Iterable<StatementRow>,
  log: ImportLog,
  placeOf: (index: number) => string = (index) => `row ${index + 1}`,
): FtmRecord[] {
  const byId = new Map<string, Gathering>();
  let index = -1;
  for (const row of rows) {
    index += 1;
    const where = placeOf(index);
    const id = textOf(row, 'canonical_id', 'entity_id');
    const schema = textOf(row, 'schema');
    if (id === '' || schema === '') {
      log.warn('record-skipped', where, { reason: 'a statement without an id or a schema' });
      continue;
    }
    let gathering = byId.get(id);
    if (!gathering) {
      const record: FtmRecord = { id, schema, properties: new Map(), extra: new Map(), where };
      gathering = { record, rows: [], datasets: new Set(), firstSeen: '', lastSeen: '' };
      byId.set(id, gathering);
    }
    addRow(gathering, row, where, log);
  }
  return [...byId.values()].map(finish);
}
