import type { EntityId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { type FtmRecord, valuesOf } from './ftmRecord.ts';
import { type ImpliedLink, impliedLinksOf } from './impliedLinks.ts';
import type { Provenance } from './provenance.ts';
import { isA } from './schemata.ts';

/** What a note says, as a claim about each entity it is on: a fact that is no relation. */
function buildNoteClaims(record: FtmRecord, draft: Draft, provenance: Provenance): void {
  const text = [...valuesOf(record, 'description'), ...valuesOf(record, 'summary'), ...valuesOf(record, 'name')].join(
    ' ',
  );
  if (text === '') return;
  for (const id of valuesOf(record, 'entity')) {
    const entity = draft.findEntity(id);
    if (entity === undefined) continue;
    const { claims = [] } = draft.getEntity(entity);
    draft.amend(entity, { claims: [...claims, provenance.noteClaimOf(record, text)] });
  }
}

function buildLink(record: FtmRecord, from: EntityId, link: ImpliedLink, draft: Draft, provenance: Provenance): void {
  for (const id of new Set(valuesOf(record, link.property))) {
    const to = draft.findEntity(id);
    // What names no entity of the file stays a property.
    if (to === undefined || to === from) continue;
    const { full, reverse, group } = link;
    draft.log.tally('implied-relations', record.where, { field: `${link.schema}.${link.property}` });
    draft.relation({
      type: draft.type({ full, reverse: { full: reverse, short: reverse }, group }),
      from,
      to,
      // An Event's claims are its role relations' own (DESIGN 2.1).
      claims: group === 'event-role' ? [] : provenance.soleClaimOf(record),
      kept: { ftm: { implied: true } },
    });
  }
}

/** Makes the relations that a node's properties imply; their values stay properties, from which export writes them. */
export function buildImplied(record: FtmRecord, from: EntityId, draft: Draft, provenance: Provenance): void {
  if (isA(record.schema, 'Note')) buildNoteClaims(record, draft, provenance);
  for (const link of impliedLinksOf(record.schema)) buildLink(record, from, link, draft, provenance);
}
