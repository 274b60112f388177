import { DataError } from '../../model/dataError.ts';
import type { RelationId } from '../../model/records.ts';
import { createDraft, type Draft } from '../draft.ts';
import type { Format, Imported, InputFile, ReadContext } from '../format.ts';
import { buildEdge } from './buildEdges.ts';
import { buildImplied } from './buildImplied.ts';
import { buildNode } from './buildNodes.ts';
import { type Collected, collectRecords, countRecords } from './collectRecords.ts';
import { readPositions } from './diagram.ts';
import { EDGE_SCHEMATA } from './edgeSchemata.ts';
import type { FtmRecord } from './ftmRecord.ts';
import { mergeRecords } from './mergeRecords.ts';
import { findOwnParts, type OwnPart } from './ownPart.ts';
import { createProvenance } from './provenance.ts';
import { followReferents } from './referents.ts';
import { createRestoring } from './restoreOwn.ts';
import { sniffFtm } from './sniffFtm.ts';
import { readStatements, type StatementRow } from './statements.ts';
import { isStatementTable, readStatementRows } from './statementTable.ts';

/** A place from which relations are made again, in file order. */
interface Steps {
  readonly records: readonly FtmRecord[];
  readonly parts: ReadonlyMap<FtmRecord, OwnPart>;
  readonly draft: Draft;
  readonly progress: (done: number) => void;
}

function buildAll({ records, parts, draft, progress }: Steps): void {
  const plain = records.filter((record) => !parts.has(record));
  const provenance = createProvenance(plain, draft);
  const restoring = createRestoring(parts, draft);
  const nodes = records.filter(({ schema }) => !EDGE_SCHEMATA.has(schema));
  const built = nodes.map((record) => {
    const part = parts.get(record);
    if (!part) return { record, id: buildNode(record, draft, provenance) };
    if ('entity' in part) restoring.entity(part);
    return null;
  });
  progress(0.75);
  const relations: RelationId[] = [];
  for (const record of records) {
    const part = parts.get(record);
    const edge = EDGE_SCHEMATA.get(record.schema);
    if (part && 'relation' in part) relations.push(restoring.relation(part, record.where));
    else if (!part && edge)
      relations.push(...buildEdge(record, edge, { draft, provenance, takeClaims: (of) => restoring.takeClaims(of) }));
  }
  progress(0.9);
  for (const node of built) if (node) buildImplied(node.record, node.id, draft, provenance);
  restoring.finish(relations);
}

function titleOf(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  return base.replace(/\.(ftm|vis|json|ndjson|jsonl|ijson|csv|pack|txt)(?=\.|$)/gi, '').trim() || 'FollowTheMoney';
}

function build({ records, read, head }: Collected, name: string, { log, progress }: ReadContext): Imported {
  if (records.length === 0) throw new DataError('no-records', '');
  followReferents(records, log);
  const draft = createDraft('ftm', log);
  buildAll({ records, parts: findOwnParts(records, log), draft, progress });
  const positions = readPositions(head, draft);
  for (const field of head.keys()) {
    if (field === 'layout' && positions) log.note('layout-used', field, { count: Object.keys(positions).length });
    else log.note('field-set-aside', field, { field });
  }
  const label = head.get('label');
  const title = (typeof label === 'string' && label.trim() !== '' ? label.trim() : titleOf(name)).slice(0, 200);
  const extra = {
    ...(positions ? { positions } : {}),
    ...(head.size > 0 ? { kept: { ftm: Object.fromEntries(head) } } : {}),
  };
  const file = draft.finish({ id: title, title, ...extra });
  progress(1);
  return { file, read };
}

/** FollowTheMoney: lines of entities, changes or statements, a table of statements, one entity, a list, nested entities, a diagram of Aleph, an answer of Aleph's or OpenSanctions' interface. */
export const ftm: Format = {
  id: 'ftm',
  label: 'FollowTheMoney',
  extensions: ['ftm.json', 'ftm', 'ndjson', 'jsonl', 'ijson', 'vis', 'json'],
  sniff: (file) => (file.json === undefined && isStatementTable(file.text) ? 0.98 : sniffFtm(file)),
  read: (file: InputFile, context: ReadContext) =>
    file.json === undefined && isStatementTable(file.text)
      ? readStatementTable(readStatementRows(file.text), file.name, context)
      : build(collectRecords(file, context), file.name, context),
};

/** Reads a table of statements, one row a value, as OpenSanctions publishes them (`isStatementHead`). Throws `no-records`. */
function readStatementTable(rows: Iterable<StatementRow>, name: string, context: ReadContext): Imported {
  const all = readStatements(rows, context.log);
  return build({ records: mergeRecords(all, context.log), read: countRecords(all), head: new Map() }, name, context);
}
