import type { Group } from '../../model/records.ts';

/** A schema whose entities are relations: where its ends stand, who may stand there, and how it is worded here. */
export interface EdgeSchema {
  readonly source: string;
  readonly target: string;
  readonly sourceRange: string;
  readonly targetRange: string;
  /** "A full B"; FollowTheMoney's label is the middle of it. */
  readonly full: string;
  readonly short: string;
  readonly reverseFull: string;
  readonly reverseShort: string;
  readonly symmetric: boolean;
  readonly moment: boolean;
  readonly group: Group;
  /** The property that takes wording of our own on export, which FollowTheMoney shows or lists. */
  readonly wordingIn: string;
}

type Row = readonly [
  name: string,
  ends: string,
  full: string,
  short: string,
  reverseFull: string,
  reverseShort: string,
  group: Group,
  wordingIn: string,
  marks?: string,
];

const ROWS: readonly Row[] = [
  ['Ownership', 'owner:LegalEntity asset:Asset', 'owns', 'owns', 'is owned by', 'owned by', 'ownership', 'role'],
  [
    'Control',
    'controller:LegalEntity controlled:LegalEntity',
    'controls',
    'controls',
    'is controlled by',
    'controlled by',
    'ownership',
    'role',
  ],
  [
    'Directorship',
    'director:LegalEntity organization:Organization',
    'directs',
    'directs',
    'is directed by',
    'directed by',
    'role',
    'role',
  ],
  [
    'Membership',
    'member:LegalEntity organization:Organization',
    'belongs to',
    'belongs to',
    'has as a member',
    'member',
    'role',
    'role',
  ],
  [
    'Employment',
    'employee:Person employer:Organization',
    'works for',
    'works for',
    'employs',
    'employs',
    'role',
    'role',
  ],
  ['Occupancy', 'holder:Person post:Position', 'holds', 'holds', 'is held by', 'held by', 'role', 'status'],
  [
    'Representation',
    'agent:LegalEntity client:LegalEntity',
    'represents',
    'represents',
    'is represented by',
    'represented by',
    'role',
    'role',
  ],
  [
    'Family',
    'person:Person relative:Person',
    'is related to',
    'related to',
    'is related to',
    'related to',
    'family',
    'relationship',
    'symmetric',
  ],
  [
    'Associate',
    'person:Person associate:Person',
    'is associated with',
    'associated with',
    'is associated with',
    'associated with',
    'other',
    'relationship',
    'symmetric',
  ],
  [
    'UnknownLink',
    'subject:Thing object:Thing',
    'is linked to',
    'linked to',
    'is linked to',
    'linked to',
    'other',
    'role',
    'symmetric',
  ],
  [
    'Succession',
    'predecessor:LegalEntity successor:LegalEntity',
    'precedes',
    'precedes',
    'succeeds',
    'succeeds',
    'other',
    'role',
    'moment',
  ],
  [
    'Payment',
    'payer:LegalEntity beneficiary:LegalEntity',
    'paid',
    'paid',
    'was paid by',
    'paid by',
    'money',
    'purpose',
    'moment',
  ],
  ['Debt', 'debtor:LegalEntity creditor:LegalEntity', 'owes', 'owes', 'is owed by', 'owed by', 'money', 'summary'],
  [
    'ContractAward',
    'contract:Contract supplier:LegalEntity',
    'was awarded to',
    'awarded to',
    'was awarded',
    'was awarded',
    'money',
    'role',
    'moment',
  ],
  [
    'ProjectParticipant',
    'participant:LegalEntity project:Project',
    'participates in',
    'participates in',
    'has as a participant',
    'participant',
    'role',
    'role',
  ],
  [
    'CourtCaseParty',
    'party:Thing case:CourtCase',
    'is involved in',
    'involved in',
    'involves',
    'involves',
    'event-role',
    'role',
  ],
  [
    'Documentation',
    'document:Document entity:Thing',
    'documents',
    'documents',
    'is documented by',
    'documented by',
    'other',
    'role',
  ],
];

/** Every schema with an `edge` in FollowTheMoney 3.8 and 4.11, by name. "Preceeds" is spelled right. */
export const EDGE_SCHEMATA: ReadonlyMap<string, EdgeSchema> = new Map(
  ROWS.map(([name, ends, full, short, reverseFull, reverseShort, group, wordingIn, marks = '']) => {
    const [source = '', sourceRange = '', target = '', targetRange = ''] = ends.split(/[: ]/);
    const symmetric = marks === 'symmetric';
    const moment = marks === 'moment';
    return [
      name,
      {
        source,
        target,
        sourceRange,
        targetRange,
        full,
        short,
        reverseFull,
        reverseShort,
        symmetric,
        moment,
        group,
        wordingIn,
      },
    ];
  }),
);

/** In nested files the name under which an edge entity stands at one of its ends, with its schema and the property of that end. */
export const NESTED_ENDS: ReadonlyMap<string, readonly [schema: string, property: string]> = new Map(
  `associates:Associate.person associations:Associate.associate awards:ContractAward.contract contractAwardSupplier:ContractAward.supplier
controlledEntities:Control.controller controllingEntities:Control.controlled courtCase:CourtCaseParty.party parties:CourtCaseParty.case
debtDebtor:Debt.debtor debtCreditor:Debt.creditor directorshipDirector:Directorship.director
directorshipOrganization:Directorship.organization relatedEntities:Documentation.document documentedBy:Documentation.entity
employers:Employment.employee employees:Employment.employer familyPerson:Family.person familyRelative:Family.relative
membershipMember:Membership.member membershipOrganization:Membership.organization positionOccupancies:Occupancy.holder
occupancies:Occupancy.post ownershipOwner:Ownership.owner ownershipAsset:Ownership.asset paymentPayer:Payment.payer
paymentBeneficiary:Payment.beneficiary projectParticipation:ProjectParticipant.participant participants:ProjectParticipant.project
agencyClient:Representation.agent agentRepresentation:Representation.client successors:Succession.predecessor
predecessors:Succession.successor unknownLinkTo:UnknownLink.subject unknownLinkFrom:UnknownLink.object sanctions:Sanction.entity
risks:Risk.entity identification:Identification.holder noteEntities:Note.entity positions:Position.organization
subsidiaries:LegalEntity.parent things:Thing.addressEntity proven:Thing.proof provenIntervals:Interval.proof securities:Security.issuer
bankAccounts:BankAccount.bank cryptoWallets:CryptoWallet.holder ownedVehicles:Vehicle.owner operatedVehicles:Vehicle.operator
eventsOrganized:Event.organizer eventsInvolved:Event.involved contractAuthority:Contract.authority userAccounts:UserAccount.owner
taxRolls:TaxRoll.taxee`
    .split(/\s+/)
    .map((cell): [string, [string, string]] => {
      const [name = '', schema = '', property = ''] = cell.split(/[:.]/);
      return [name, [schema, property]];
    }),
);
