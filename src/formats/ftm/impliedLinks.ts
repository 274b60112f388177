import type { Group } from '../../model/records.ts';
import { isA } from './schemata.ts';

/** A property of a node that names another entity, and how the relation is worded that it implies. */
export interface ImpliedLink {
  readonly schema: string;
  readonly property: string;
  /** "A full B", from the node to the one it names. */
  readonly full: string;
  readonly reverse: string;
  readonly group: Group;
}

const ROWS: readonly (readonly [string, string, string, Group?])[] = [
  ['LegalEntity.parent', 'has as its parent', 'is the parent of', 'ownership'],
  ['RealEstate.parent', 'is a unit of', 'has as a unit'],
  ['Position.organization', 'is a post at', 'has the post', 'role'],
  ['Thing.addressEntity', 'has the address', 'is an address of'],
  ['Thing.riskSource', 'has as a source of risk', 'is a source of risk for'],
  ['Territory.partOf', 'is part of', 'includes'],
  ['Event.organizer', 'was organised by', 'organised', 'event-role'],
  ['Event.involved', 'involved', 'was involved in', 'event-role'],
  ['Trip.startLocation', 'started at', 'was the start of', 'event-role'],
  ['Trip.endLocation', 'ended at', 'was the end of', 'event-role'],
  ['Trip.vehicle', 'was made with', 'was used for', 'event-role'],
  ['Sanction.entity', 'is a sanction on', 'is subject to', 'event-role'],
  ['Risk.entity', 'is a risk noted for', 'has the noted risk', 'event-role'],
  ['Call.caller', 'was made by', 'made', 'event-role'],
  ['Call.receiver', 'was received by', 'received', 'event-role'],
  ['EconomicActivity.contract', 'rests on the contract', 'is the contract of', 'event-role'],
  ['EconomicActivity.declarant', 'was declared by', 'declared', 'event-role'],
  ['EconomicActivity.sender', 'has as sender', 'is the sender in', 'event-role'],
  ['EconomicActivity.receiver', 'has as receiver', 'is the receiver in', 'event-role'],
  ['EconomicActivity.contractHolder', 'has as holder of the contract', 'holds the contract of', 'event-role'],
  ['EconomicActivity.bankAccount', 'uses the account', 'is the account used in', 'event-role'],
  ['EconomicActivity.bankRub', 'uses the rouble account', 'is the rouble account used in', 'event-role'],
  ['EconomicActivity.bankForeign', 'uses the foreign account', 'is the foreign account used in', 'event-role'],
  ['EconomicActivity.transport', 'was transported by', 'transported', 'event-role'],
  ['Security.issuer', 'was issued by', 'issued', 'money'],
  ['BankAccount.bank', 'is held at', 'has the account', 'money'],
  ['CryptoWallet.holder', 'is held by', 'holds', 'ownership'],
  ['UserAccount.owner', 'belongs to', 'has the account', 'ownership'],
  ['Vehicle.owner', 'is owned by', 'owns', 'ownership'],
  ['Vehicle.operator', 'is operated by', 'operates', 'role'],
  ['Contract.authority', 'was issued by', 'issued', 'money'],
  ['Contract.project', 'belongs to the project', 'has the contract', 'money'],
  ['CallForTenders.authority', 'was issued by', 'issued', 'money'],
  ['CallForTenders.onBehalfOf', 'was issued on behalf of', 'had issued', 'money'],
  ['CallForTenders.tenderers', 'has as tenderer', 'tendered for', 'money'],
  ['Identification.holder', 'identifies', 'is identified by'],
  ['TaxRoll.taxee', 'is a tax record of', 'has the tax record', 'money'],
  ['Document.parent', 'is filed in', 'contains'],
  ['Document.ancestors', 'is filed under', 'has filed under it'],
  ['Email.emitters', 'was sent by', 'sent', 'contact'],
  ['Email.recipients', 'was sent to', 'received', 'contact'],
  ['Email.inReplyToEmail', 'replies to', 'was replied to in', 'contact'],
  ['Message.sender', 'was sent by', 'sent', 'contact'],
  ['Message.senderAccount', 'was sent from', 'sent', 'contact'],
  ['Message.recipients', 'was sent to', 'received', 'contact'],
  ['Message.recipientAccount', 'was sent to', 'received', 'contact'],
  ['Message.inReplyToMessage', 'replies to', 'was replied to in', 'contact'],
  ['Image.pictured', 'pictures', 'is pictured in'],
  ['Page.document', 'is a page of', 'has the page'],
  ['Note.entity', 'is a note on', 'has the note'],
  ['Thing.proof', 'rests on the document', 'is evidence for'],
  ['Interval.proof', 'rests on the document', 'is evidence for'],
  ['Similar.candidate', 'compares the candidate', 'is a candidate in'],
  ['Similar.match', 'compares the match', 'is a match in'],
  ['Mention.document', 'was found in', 'contains'],
  ['Mention.resolved', 'is taken to mean', 'is taken to be meant by'],
];

const LINKS: readonly ImpliedLink[] = ROWS.map(([place, full, reverse, group = 'other']) => {
  const [schema = '', property = ''] = place.split('.');
  return { schema, property, full, reverse, group };
});

/** Every property of a node that names another entity. */
export const LINK_PROPERTIES: ReadonlySet<string> = new Set(LINKS.map(({ property }) => property));

const known = new Map<string, readonly ImpliedLink[]>();

/** The properties by which nodes of a schema name other entities; none for an unknown schema. */
export function impliedLinksOf(schema: string): readonly ImpliedLink[] {
  const found = known.get(schema) ?? LINKS.filter((link) => isA(schema, link.schema));
  if (found.length > 0) known.set(schema, found);
  return found;
}
