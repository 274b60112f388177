import type { Claim, Relation } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import {
  dayOf,
  intervalOf,
  isRecord,
  type JsonRecord,
  listOf,
  propertiesOf,
  recordOf,
  textOf,
  textsOf,
} from '../jsonRecord.ts';
import { annotationsOf, NOT_STATED, reasonOf } from './describeParty.ts';
import type { BodsRecord, BodsRecords } from './groupVersions.ts';
import { interestType, NO_PARTY, wordsOf } from './interestTypes.ts';
import type { MakeClaim, Party } from './provenance.ts';
import type { Statement } from './readStatements.ts';

interface End extends Party {
  /** The code for why nobody is named; null for somebody who is. */
  readonly reason: string | null;
}

/** The id that an end is named by; empty for an unspecified one. */
function nameOfEnd(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  return textOf(value['describedByEntityStatement'] ?? value['describedByPersonStatement']);
}

/** Finds or makes who is at an end: by record (0.4), by statement (before), or nobody that is named. */
function endOf(draft: Draft, { findParty }: BodsRecords, value: unknown, where: string): End {
  const ends = recordOf(value);
  const named = nameOfEnd(value);
  if (named !== '') {
    const id = draft.needEntity(findParty(named) ?? named, where);
    return { id, name: draft.getEntity(id).name, reason: null };
  }
  const unspecified = isRecord(ends['unspecified']) ? ends['unspecified'] : ends;
  const { reason, text } = reasonOf(unspecified);
  draft.log.warn('missing-end', where);
  const id = draft.entity({
    kind: 'Other',
    name: NOT_STATED,
    ...(text === '' ? {} : { summary: text }),
    properties: propertiesOf([['reason', [reason]]]),
    kept: Object.keys(ends).length > 0 ? { bods: { unspecified: ends } } : {},
  });
  return { id, name: '', reason };
}

function interestsOf({ details }: Statement): readonly JsonRecord[] {
  return listOf(details['interests']).filter(isRecord);
}

/** What has to be the same for two statements to say the same: all but the order of fields. */
function sayingOf(interest: JsonRecord): string {
  return JSON.stringify(Object.entries(interest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const SHARES = [
  ['exact', 'percentage'],
  ['minimum', 'shareMinimum'],
  ['maximum', 'shareMaximum'],
  ['exclusiveMinimum', 'shareExclusiveMinimum'],
  ['exclusiveMaximum', 'shareExclusiveMaximum'],
] as const;
const FACTS = ['directOrIndirect', 'beneficialOwnershipOrControl', 'details'] as const;

function factsOf(interest: JsonRecord, statement: Statement): Readonly<Record<string, readonly string[]>> {
  const { raw, details } = statement;
  const facts: (readonly [string, readonly string[]])[] = [];
  const add = (name: string, value: unknown): void => {
    const text = textOf(value);
    if (text !== '') facts.push([name, [text]]);
  };
  const share = recordOf(interest['share']);
  for (const [field, name] of SHARES) add(name, share[field]);
  for (const field of FACTS) add(field, interest[field]);
  if (interest['directOrIndirect'] === undefined) add('directOrIndirect', interest['interestLevel']);
  if (details['isComponent'] === true) add('isComponent', true);
  if (textOf(raw['recordStatus']) === 'closed') add('recordClosed', dayOf(raw['statementDate']));
  facts.push(['components', textsOf(details['componentRecords'] ?? details['componentStatementIDs'])]);
  facts.push(['annotation', annotationsOf(statement)]);
  return propertiesOf(facts);
}

/** What comes back on export: the statement and those before it, with the first relation; which interest it is, with the others. */
function keptOf({ id, newest, earlier }: BodsRecord, place: number): { readonly bods: JsonRecord } {
  if (place > 0) return { bods: { record: id, interest: place } };
  const before = earlier.length > 0 ? { earlier: earlier.map(({ raw }) => raw) } : {};
  return { bods: { record: id, statement: newest.raw, ...before } };
}

function validOf(draft: Draft, interest: JsonRecord, { raw, where }: Statement): string | undefined {
  if (textOf(raw['recordStatus']) === 'closed' && textOf(interest['endDate']) === '') {
    draft.log.warn('closed-without-end', where, { date: dayOf(raw['statementDate']).slice(0, 40) });
  }
  return draft.date(intervalOf(interest['startDate'], interest['endDate']), where);
}

/**
 * Adds the relations of a relationship record, one for each interest of its newest statement, since each has its own type
 * and dates; one for none. Earlier statements that say exactly the same of an interest are claims for it too.
 */
export function relate(draft: Draft, claimOf: MakeClaim, records: BodsRecords, record: BodsRecord): void {
  const { newest, earlier } = record;
  const from = endOf(draft, records, newest.details['interestedParty'], `${newest.where}.interestedParty`);
  const to = endOf(draft, records, newest.details['subject'], `${newest.where}.subject`);
  const parties = [from, to];
  const before = earlier.map((statement) => ({ statement, said: new Set(interestsOf(statement).map(sayingOf)) }));
  const interests: readonly (JsonRecord | null)[] = interestsOf(newest);
  for (const [place, interest] of (interests.length > 0 ? interests : [null]).entries()) {
    const same = before.filter(({ statement: { details }, said }) => {
      const isSame = interest ? said.has(sayingOf(interest)) : said.size === 0;
      return isSame && isSamePair(records, newest.details, details);
    });
    const claims = [...same.map(({ statement }) => statement), newest].flatMap((statement): Claim[] => {
      const claim = claimOf(statement, parties);
      return claim ? [claim] : [];
    });
    const valid = validOf(draft, interest ?? {}, newest);
    draft.relation({
      id: interests.length > 1 ? `${record.id}#${place + 1}` : record.id,
      ...typeOf(draft, interest, [from, to]),
      from: from.id,
      to: to.id,
      ...(valid === undefined ? {} : { valid }),
      properties: factsOf(interest ?? {}, newest),
      claims,
      kept: keptOf(record, place),
    });
  }
}

/** Whether another statement of the record is about the same two. */
function isSamePair({ findParty }: BodsRecords, one: JsonRecord, other: JsonRecord): boolean {
  return ['interestedParty', 'subject'].every((end) => {
    const [a, b] = [one[end], other[end]].map(nameOfEnd);
    if (!a || !b) return JSON.stringify(one[end]) === JSON.stringify(other[end]);
    return (findParty(a) ?? a) === (findParty(b) ?? b);
  });
}

function typeOf(
  draft: Draft,
  interest: JsonRecord | null,
  ends: readonly [End, End],
): Pick<Relation, 'type' | 'label'> {
  if (interest) return { type: draft.type(interestType(textOf(interest['type']))) };
  const [from, to] = ends;
  const reason = from.reason ?? to.reason;
  return {
    type: draft.type(from.reason === null ? interestType('') : NO_PARTY),
    ...(!reason ? {} : { label: wordsOf(reason) || reason }),
  };
}
