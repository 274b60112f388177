import { DataError } from '../../model/dataError.ts';
import { createDraft, type Draft } from '../draft.ts';
import type { Format, Imported, InputFile, ReadContext } from '../format.ts';
import { describeParty } from './describeParty.ts';
import { type BodsRecord, groupVersions } from './groupVersions.ts';
import { createClaims, type MakeClaim } from './provenance.ts';
import { isStatement, readStatements, startsWithStatement, statementsIn } from './readStatements.ts';
import { relate } from './relate.ts';

function sniff({ json, text }: InputFile): number {
  if (json === undefined) return startsWithStatement(text) ? 0.95 : 0;
  const list = statementsIn(json);
  if (list === null) return isStatement(json) ? 0.9 : 0;
  return list.slice(0, 20).some(isStatement) ? 0.95 : 0;
}

function addParty(draft: Draft, claimOf: MakeClaim, { id, newest, earlier }: BodsRecord): void {
  const row = describeParty(draft, id, newest);
  if (draft.findEntity(id) !== undefined) draft.log.warn('id-repeated', newest.where, { id });
  const kept =
    earlier.length === 0
      ? row.kept
      : { bods: { ...Object(row.kept?.['bods']), earlier: earlier.map(({ raw }) => raw) } };
  const added = draft.entity({ ...row, ...(kept === undefined ? {} : { kept }) });
  const claim = claimOf(newest, [{ id: added, name: row.name }], row.properties);
  if (claim) draft.amend(added, { claims: [claim] });
}

function titleOf({ name }: InputFile): string {
  return name.replace(/\.[^.]*$/, '').slice(0, 200) || 'BODS';
}

function read(file: InputFile, context: ReadContext): Imported {
  const statements = readStatements(file, context);
  if (statements.length === 0) throw new DataError('no-records', '');
  const draft = createDraft('bods', context.log);
  const claimOf = createClaims(draft);
  const all = groupVersions(statements);
  const parties = all.records.filter(({ newest }) => newest.kind !== 'relationship');
  const relationships = all.records.filter(({ newest }) => newest.kind === 'relationship');
  for (const { newest, earlier } of all.records) {
    for (const _ of earlier) context.log.tally('earlier-statement', newest.where);
  }
  for (const [i, record] of [...parties, ...relationships].entries()) {
    if (i % 1000 === 0) context.progress(i / all.records.length);
    if (record.newest.kind === 'relationship') relate(draft, claimOf, all, record);
    else addParty(draft, claimOf, record);
  }
  const edges = statements.filter(({ kind }) => kind === 'relationship').length;
  return {
    file: draft.finish({ id: `bods:${titleOf(file)}`, title: titleOf(file) }),
    read: { nodes: statements.length - edges, edges },
  };
}

/**
 * The Beneficial Ownership Data Standard, 0.1 to 0.4: an array of statements or one a line. Counted are statements. Of several
 * about one record the newest is shown and the others are kept with it.
 */
export const bods: Format = {
  id: 'bods',
  label: 'BODS (Beneficial Ownership Data Standard)',
  extensions: ['json', 'jsonl', 'ndjson'],
  sniff,
  read,
};
