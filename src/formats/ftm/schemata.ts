import type { Kind } from '../../model/records.ts';

/** Every schema of FollowTheMoney 3.8 and 4.11 with those it extends; edge schemata included. */
const TABLE = `Address<Thing Airplane<Vehicle Analyzable< Article<Document Asset<Value,Thing Associate<Interval Audio<Document
BankAccount<Asset Call<Interval CallForTenders<Interval,Thing Company<Asset,Organization Contract<Asset
ContractAward<Value,Interest Control<Interest CourtCase<Thing CourtCaseParty<Interest CryptoWallet<Value,Thing
Debt<Value,Interval Directorship<Interest Document<Analyzable,Thing Documentation<Interest EconomicActivity<Interval
Email<Folder,HyperText,PlainText Employment<Interest Event<Analyzable,Interval,Thing Family<Interval Folder<Document
HyperText<Document Identification<Interval Image<Document Interest<Interval Interval< LegalEntity<Thing License<Contract
Membership<Interest Mention< Message<Folder,HyperText,PlainText,Interval Note<Analyzable,Thing Occupancy<Interval
Organization<LegalEntity Ownership<Interest Package<Folder Page< Pages<Document Passport<Identification
Payment<Value,Interval Person<LegalEntity PlainText<Document Position<Thing Post<Interest Project<Value,Interval,Thing
ProjectParticipant<Interest PublicBody<Organization RealEstate<Asset Representation<Interest Risk<Interval Sanction<Interval
Security<Asset Similar< Succession<Interest Table<Document TaxRoll<Interval Territory<Thing Thing< Trip<Event
UnknownLink<Interest UserAccount<Thing Value< Vehicle<Asset Vessel<Vehicle Video<Document Workbook<Folder`;

const PARENTS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split(/\s+/).map((cell): [string, string[]] => {
    const [name = '', parents = ''] = cell.split('<');
    return [name, parents === '' ? [] : parents.split(',')];
  }),
);

const ancestries = new Map<string, ReadonlySet<string>>();

function ancestryOf(schema: string): ReadonlySet<string> {
  const known = ancestries.get(schema);
  if (known) return known;
  // A set is walked to its end, what is added on the way included.
  const found = new Set([schema]);
  for (const each of found) for (const parent of PARENTS.get(each) ?? []) found.add(parent);
  if (PARENTS.has(schema)) ancestries.set(schema, found);
  return found;
}

/** Whether FollowTheMoney has a schema of this name. */
export function isKnownSchema(schema: string): boolean {
  return PARENTS.has(schema);
}

/** Whether a schema is another one or extends it; an unknown one is only itself. */
export function isA(schema: string, ancestor: string): boolean {
  return ancestryOf(schema).has(ancestor);
}

/** The narrower of two schemata of which one extends the other, as FollowTheMoney merges; undefined for strangers. */
export function findCommonSchema(a: string, b: string): string | undefined {
  return isA(a, b) ? a : isA(b, a) ? b : undefined;
}

/** The first that fits decides: a Company is an Asset too. */
const KINDS: readonly (readonly [string, Kind])[] = [
  ['Person', 'Person'],
  ['Company', 'Company'],
  ['PublicBody', 'PublicBody'],
  ['Organization', 'Organization'],
  ['Address', 'Place'],
  ['Territory', 'Place'],
  ['Event', 'Event'],
  ['Sanction', 'Event'],
  ['Risk', 'Event'],
  ['CourtCase', 'Event'],
  ['Call', 'Event'],
  ['EconomicActivity', 'Event'],
  ['Asset', 'Asset'],
  ['CryptoWallet', 'Asset'],
];

/**
 * The kind a node of a schema becomes. A LegalEntity is a person or a company, nobody knows which, and therefore Other, as
 * are posts, documents, projects and whatever FollowTheMoney does not know.
 */
export function kindOf(schema: string): Kind {
  return KINDS.find(([ancestor]) => isA(schema, ancestor))?.[1] ?? 'Other';
}
