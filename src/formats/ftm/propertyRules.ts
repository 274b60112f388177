import { parseDate } from '../../model/dates.ts';
import { COUNTRY_CODES, TOPIC_CODES } from './codes.ts';
import type { FtmRecord } from './ftmRecord.ts';
import { addDistinct } from './mergeRecords.ts';
import { isA } from './schemata.ts';

/** Properties that entities and edges written by us may have, by the schema that declares them (FollowTheMoney 3.8 and 4.11). */
const DECLARED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  `Thing: name alias previousName weakAlias country summary notes description sourceUrl publisher publisherUrl wikipediaUrl wikidataId keywords topics address program createdAt modifiedAt retrievedAt
LegalEntity: abbreviation email phone website legalForm incorporationDate dissolutionDate taxStatus status sector classification registrationNumber idNumber taxNumber vatCode jurisdiction mainCountry opencorporatesUrl bvdId icijId okpoCode innCode ogrnCode leiCode dunsCode npiCode swiftBic
Person: title firstName secondName middleName fatherName motherName lastName nameSuffix birthDate birthPlace birthCountry deathDate position nationality passportNumber gender ethnicity height weight eyeColor hairColor appearance religion political education spokenLanguage
Organization: cageCode permId imoNumber
Company: capital jibCode voenCode irsCode ipoCode cikCode kppCode isinCode ticker ricCode amount currency
Address: full remarks postOfficeBox street street2 city postalCode region state latitude longitude
Asset: amount currency amountUsd amountEur
Event: startDate endDate date location important recordId
Interval: startDate endDate date summary description recordId sourceUrl publisher publisherUrl modifiedAt retrievedAt
Interest: role status
Ownership: percentage sharesCount sharesValue sharesCurrency sharesType legalBasis ownershipType
Family: relationship
Associate: relationship
Occupancy: declarationDate status
Payment: amount currency amountUsd amountEur purpose programme transactionNumber sequenceNumber
Debt: amount currency amountUsd amountEur
ContractAward: amount currency amountUsd amountEur lotNumber cpvCode nutsCode decisionReason documentNumber documentType
Directorship: secretary`
    .split('\n')
    .map((line): [string, Set<string>] => {
      const [schema = '', names = ''] = line.split(': ');
      return [schema, new Set(names.split(' '))];
    }),
);

const ISO = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d(?::\d\d(?::\d\d)?)?Z?)?)?)?$/;
const DATES = /Date$|^date$|^(?:modified|retrieved|created|published|authored)At$/;
const ADDRESSES = /Url$|^website$/;
const NUMBERS = /^(?:amount|amountUsd|amountEur|capital|latitude|longitude|height|weight)$/;
const COUNTRIES = /^(?:country|jurisdiction|mainCountry|nationality|birthCountry)$/;
/** Whether an address is one that FollowTheMoney takes. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text);
}

function fitsType(property: string, value: string): boolean {
  if (DATES.test(property)) return ISO.test(value) && parseDate(value.slice(0, 10)) !== null;
  if (ADDRESSES.test(property)) return isWebAddress(value);
  if (NUMBERS.test(property)) return /^-?\d+(?:\.\d+)?$/.test(value);
  if (COUNTRIES.test(property)) return COUNTRY_CODES.has(value);
  if (property === 'topics') return TOPIC_CODES.has(value);
  if (property === 'gender') return value === 'male' || value === 'female' || value === 'other';
  if (property === 'email') return /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(value);
  return (
    !/^(?:phone|spokenLanguage|isinCode|leiCode|swiftBic|imoNumber|npiCode|cageCode|wikidataId|innCode|ogrnCode)$/.test(
      property,
    ) || isCode(property, value)
  );
}

/** Codes with a form of their own, of which programs refuse the wrong ones. */
function isCode(property: string, value: string): boolean {
  if (property === 'wikidataId') return /^Q\d+$/.test(value);
  return property === 'leiCode' ? /^[A-Z0-9]{18}\d\d$/.test(value) : false;
}

/** Whether a schema has a property and the value is of its type, so that other programs keep it. Wrong only towards no. */
export function holdsValue(schema: string, property: string, value: string): boolean {
  for (const [declaring, names] of DECLARED) {
    if (names.has(property) && isA(schema, declaring)) return fitsType(property, value);
  }
  return false;
}

/** A line in the making. */
export type Line = Pick<FtmRecord, 'id' | 'schema' | 'properties' | 'extra'>;

/** Adds a value to a property of a line, once; nothing for an empty one. */
export function addValue(
  { properties }: Pick<Line, 'properties'>,
  property: string,
  value: string | null | undefined,
): void {
  if (!value) return;
  const values = properties.get(property) ?? [];
  properties.set(property, values);
  // A short list is searched faster than a set is made.
  if (values.length > 30) addDistinct(values, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** Adds values where FollowTheMoney takes them and else, with their name, to the text that `rest` is. */
export function addProperties(
  line: Line,
  all: Readonly<Record<string, readonly string[]>> | undefined,
  rest: 'notes' | 'description',
): void {
  for (const [property, values] of Object.entries(all ?? {})) {
    for (const value of values) {
      if (holdsValue(line.schema, property, value)) addValue(line, property, value);
      else if (value.trim() !== '') addValue(line, rest, `${property}: ${value}`);
    }
  }
}

/** The dates of an EDTF text as FollowTheMoney writes them: marks of doubt and open ends are left out. */
export function cutDate(text: string): string {
  return text.replace(/[?~%]$/, '');
}
