import type { Claim, Entity, Kind } from '../../model/records.ts';
import type { Draft, NewEntity } from '../draft.ts';
import { dayOf, type JsonRecord, listOf, propertiesOf, recordOf, restOf, textOf, textsOf } from '../jsonRecord.ts';

/** Fields that become something of ours whole; the rest is kept beside. */
const USED = new Set(
  `id name summary email gender
    birth_date death_date founding_date dissolution_date given_name family_name additional_name patronymic_name honorific_prefix
    honorific_suffix national_identity classification sources start_date end_date`.split(/\s+/),
);

/** Properties that are one text each: Popolo's name, ours. */
const TEXTS: readonly (readonly [field: string, property: string])[] = [
  ['email', 'email'],
  ['gender', 'gender'],
  ['given_name', 'firstName'],
  ['family_name', 'lastName'],
  ['additional_name', 'middleName'],
  ['patronymic_name', 'fatherName'],
  ['honorific_prefix', 'title'],
  ['honorific_suffix', 'nameSuffix'],
  ['national_identity', 'nationality'],
  ['biography', 'biography'],
  ['description', 'description'],
  ['classification', 'classification'],
  ['requirement', 'requirement'],
  ['result', 'result'],
];

const DATES: readonly (readonly [field: string, property: string])[] = [
  ['birth_date', 'birthDate'],
  ['death_date', 'deathDate'],
  ['founding_date', 'incorporationDate'],
  ['dissolution_date', 'dissolutionDate'],
  ['start_date', 'startDate'],
  ['end_date', 'endDate'],
  ['date', 'date'],
];

const CONTACTS = new Map([
  ['email', 'email'],
  ['phone', 'phone'],
  ['voice', 'phone'],
  ['cell', 'phone'],
  ['mobile', 'phone'],
  ['address', 'address'],
  ['url', 'website'],
  ['website', 'website'],
]);

/** What a record says of somebody or something beside its name, as properties; dates as EDTF. */
export function factsOf(draft: Draft, record: JsonRecord, where: string): NonNullable<Entity['properties']> {
  const facts: (readonly [name: string, values: readonly string[]])[] = [];
  const add = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') facts.push([name, [text]]);
  };
  for (const [field, property] of TEXTS) if (field in record) add(property, textOf(record[field]));
  for (const [field, property] of DATES) {
    if (field in record) add(property, draft.date(dayOf(record[field]), `${where}.${field}`));
  }
  for (const each of listOf(record['contact_details'])) {
    const { type, value } = recordOf(each);
    const name = textOf(type);
    add(CONTACTS.get(name.toLowerCase()) ?? (name || 'contact'), textOf(value));
  }
  for (const each of listOf(record['links'])) add('website', textOf(recordOf(each)['url']));
  return propertiesOf(facts);
}

/** Names by language, where the file says which; all other ones are aliases, former ones too. */
function otherNames(record: JsonRecord): Pick<Entity, 'names' | 'aliases'> {
  const names = listOf(record['other_names']).map((each) => {
    const one = recordOf(each);
    return { name: textOf(one['name']) || textOf(each), language: textOf(one['lang']) };
  });
  const plain = names.filter(({ language }) => language === '').map(({ name }) => name);
  const spoken = names.filter(({ language }) => language !== '');
  return {
    names: propertiesOf(spoken.map(({ name, language }) => [language, [name]] as const)),
    aliases: textsOf(plain).filter((name) => name !== textOf(record['name'])),
  };
}

function identifiersOf(record: JsonRecord): NonNullable<Entity['identifiers']> {
  return listOf(record['identifiers']).flatMap((each) => {
    const { scheme, identifier } = recordOf(each);
    const value = textOf(identifier);
    const name = textOf(scheme);
    const url =
      /^wikidata$/i.test(name) && /^Q\d+$/.test(value) ? { url: `https://www.wikidata.org/wiki/${value}` } : {};
    return value === '' ? [] : [{ scheme: name, value, ...url }];
  });
}

const BODIES =
  /^(?:legislature|executive|government|cabinet|parliament|chamber|upper house|lower house|council|committee|ministry|department|agency|court|judiciary|assembly)\b/i;
const COMPANIES = /^(?:company|corporation|business)\b/i;

/** The kind of an organization by its classification, which is free text. */
export function organizationKind(record: JsonRecord): Kind {
  const text = textOf(record['classification']);
  if (COMPANIES.test(text)) return 'Company';
  return BODIES.test(text) ? 'PublicBody' : 'Organization';
}

/** The claims that a record's `sources` make, each with the facts told there. */
export function claimsOf(draft: Draft, record: JsonRecord, properties?: Claim['properties']): Claim[] {
  return listOf(record['sources']).flatMap((each) => {
    const url = textOf(recordOf(each)['url']) || textOf(each);
    const note = textOf(recordOf(each)['note']);
    if (url === '' && note === '') return [];
    const source = draft.source({ url: url || null, ...(note === '' ? {} : { label: note }) });
    return [draft.claim({ source, ...(properties === undefined ? {} : { properties }) })];
  });
}

/** A person, organization, area, event or motion as an entity, with a claim for each of its sources; `apart`: fields read elsewhere. */
export function describeAgent(
  draft: Draft,
  record: JsonRecord,
  kind: Kind,
  where: string,
  apart: ReadonlySet<string>,
): NewEntity {
  const id = textOf(record['id']);
  const properties = factsOf(draft, record, where);
  const rest = restOf(record, new Set([...USED, ...apart]));
  const summary = textOf(record['summary']) || textOf(record['abstract']);
  const name = textOf(record['name']) || textOf(record['label']) || textOf(record['text']).slice(0, 200);
  return {
    ...(id === '' ? {} : { id }),
    kind,
    name: name || textOf(record['identifier']),
    ...otherNames(record),
    ...(summary === '' ? {} : { summary }),
    identifiers: identifiersOf(record),
    properties,
    claims: claimsOf(draft, record, properties),
    ...(rest ? { kept: { popolo: rest } } : {}),
  };
}
