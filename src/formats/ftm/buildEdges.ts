import { parseDate } from '../../model/dates.ts';
import type { Claim, EntityId, RelationId, TypeId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { joinDates, readFileDate } from '../fileDate.ts';
import { propertiesOf } from './buildNodes.ts';
import type { EdgeSchema } from './edgeSchemata.ts';
import { type FtmRecord, valuesOf } from './ftmRecord.ts';
import { keepRecord } from './keptFtm.ts';
import type { Provenance } from './provenance.ts';

/** The relation type of an edge schema, one a schema. */
function edgeType(schema: string, edge: EdgeSchema, draft: Draft): TypeId {
  const { full, short, reverseFull, reverseShort, symmetric, moment, group } = edge;
  const reverse = { full: reverseFull, short: reverseShort };
  return draft.type({ full, short, reverse, symmetric, moment, group, schema });
}

/** The date that a property gives: of several the first that is understood, or one that says the same more exactly. */
function dateOf(record: FtmRecord, property: string, draft: Draft): string | undefined {
  const values = valuesOf(record, property);
  const understood = values.flatMap((text) => {
    const date = readFileDate(text);
    if (date === undefined)
      draft.log.warn('date-not-understood', `${record.where}.${property}`, { date: text.slice(0, 80) });
    return date ?? [];
  });
  const [first] = understood;
  if (first === undefined) return undefined;
  const exact = understood.reduce((best, date) => (date.startsWith(best) ? date : best), first);
  if (understood.some((date) => !exact.startsWith(date))) {
    draft.log.warn('several-dates', `${record.where}.${property}`, { used: exact, count: understood.length });
  }
  return exact;
}

/** When an edge held or happened, from its start and end or else its date, as EDTF. */
function validOf(record: FtmRecord, moment: boolean, draft: Draft): string | undefined {
  const start = dateOf(record, 'startDate', draft);
  const end = dateOf(record, 'endDate', draft);
  const date = dateOf(record, 'date', draft);
  if (date !== undefined && (moment || (start === undefined && end === undefined))) return date;
  if (start !== undefined && end !== undefined && !parseDate(`${start}/${end}`)) {
    draft.log.warn('dates-reversed', record.where, { start, end });
    return undefined;
  }
  return joinDates(start, end);
}

function amountOf(record: FtmRecord): string | undefined {
  const [amount] = valuesOf(record, 'amount');
  const [currency] = valuesOf(record, 'currency');
  if (amount !== undefined) return currency === undefined ? amount : `${amount} ${currency}`;
  const [euros] = valuesOf(record, 'amountEur');
  if (euros !== undefined) return `${euros} EUR`;
  const [dollars] = valuesOf(record, 'amountUsd');
  return dollars === undefined ? undefined : `${dollars} USD`;
}

/** The wording on the line, where the record has one of its own. */
function labelOf(record: FtmRecord, { short }: EdgeSchema): string | undefined {
  for (const property of ['role', 'relationship', 'controlType']) {
    const values = valuesOf(record, property);
    if (values.length > 0) return values.join('; ');
  }
  const shares = valuesOf(record, 'percentage').map((text) => (/^[\d.,]+$/.test(text) ? `${text}%` : text));
  if (shares.length > 0) return `${short} ${shares.join('; ')}`;
  const amount = amountOf(record);
  return amount === undefined ? undefined : `${short} ${amount}`;
}

/** Who is at one end; an entity made for this edge alone where nobody is named. */
function endsOf(record: FtmRecord, property: string, draft: Draft): EntityId[] {
  const ids = valuesOf(record, property);
  if (ids.length > 0) return ids.map((id) => draft.needEntity(id, `${record.where}.${property}`));
  draft.log.warn('missing-end', `${record.where}.${property}`, { property });
  return [draft.entity({ kind: 'Other', name: 'not stated', kept: { ftm: { notStated: true } } })];
}

/** What an edge is built with: `takeClaims` gives the claims that notes of ours carry about a relation. */
export interface EdgeContext {
  readonly draft: Draft;
  readonly provenance: Provenance;
  readonly takeClaims: (of: string) => Claim[];
}

/** What the edge's sources state; a document that is put to an entity and names no other source states that itself. */
function claimsOn(record: FtmRecord, source: EntityId, { provenance }: EdgeContext): Claim[] {
  const stated = provenance.claimsOf(record);
  return stated.length > 0 || record.schema !== 'Documentation' ? stated : provenance.documentClaimOf(source);
}

/**
 * Makes the relations of an edge: one for each pair of its ends, with the schema's wording, claimed by each source it names.
 * They share `kept.ftm.sayso.edge`, by which export joins them again.
 */
export function buildEdge(record: FtmRecord, edge: EdgeSchema, context: EdgeContext): readonly RelationId[] {
  const { draft, takeClaims } = context;
  const type = edgeType(record.schema, edge, draft);
  const from = endsOf(record, edge.source, draft);
  const to = endsOf(record, edge.target, draft);
  const valid = validOf(record, edge.moment, draft);
  const label = labelOf(record, edge);
  const properties = propertiesOf(record, new Set([edge.source, edge.target])) ?? {};
  const pairs = from.flatMap((source) => to.map((target) => [source, target] as const));
  if (pairs.length > 1) draft.log.note('ends-paired', record.where, { id: record.id ?? '', count: pairs.length });
  return pairs.map(([source, target], i) => {
    const id = i === 0 ? `${record.id}` : `${record.id}~${i + 1}`;
    const restored = takeClaims(id);
    const claims: readonly Claim[] = [...claimsOn(record, source, context), ...restored];
    return draft.relation({
      id,
      type,
      from: source,
      to: target,
      ...(label === undefined ? {} : { label }),
      ...(valid === undefined ? {} : { valid }),
      properties,
      claims,
      kept: keepRecord(record, { edge: `${record.id}` }),
    });
  });
}
