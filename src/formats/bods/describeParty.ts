import type { Entity, Kind } from '../../model/records.ts';
import type { Draft, NewEntity } from '../draft.ts';
import { isRecord, type JsonRecord, listOf, propertiesOf, recordOf, textOf, textsOf } from '../jsonRecord.ts';
import type { Statement } from './readStatements.ts';

/** Who or what the file does not name. */
export const NOT_STATED = 'not stated';

const ENTITY_KINDS = new Map<string, Kind>([
  ['registeredEntity', 'Company'],
  ['legalEntity', 'Organization'],
  ['state', 'PublicBody'],
  ['stateBody', 'PublicBody'],
]);

function placesOf(value: unknown): string[] {
  return listOf(value).map((each) => (isRecord(each) ? textOf(each['code']) || textOf(each['name']) : textOf(each)));
}

function addressOf(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  const country = value['country'];
  const parts = [value['address'], value['postCode'], isRecord(country) ? country['name'] || country['code'] : country];
  return parts.map(textOf).filter(Boolean).join(', ');
}

function fullName(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  const parts = [value['givenName'], value['patronymicName'], value['familyName']];
  return textOf(value['fullName']) || parts.map(textOf).filter(Boolean).join(' ');
}

const joined = (parts: readonly unknown[], by: string): string => parts.map(textOf).filter(Boolean).join(by);

/** In which office and when a person is or was politically exposed. */
function exposuresOf(details: JsonRecord): string[] {
  const exposure = details['politicalExposure'];
  const told = isRecord(exposure) ? exposure['details'] : details['pepStatusDetails'];
  return listOf(told).map((each) => {
    const one = recordOf(each);
    const dates = [one['startDate'], one['endDate']].some((date) => textOf(date) !== '')
      ? `${textOf(one['startDate']) || '?'} to ${textOf(one['endDate']) || '?'}`
      : '';
    return joined([one['reason'] ?? one['missingInfoReason'], placesOf(one['jurisdiction'])[0], dates], ', ');
  });
}

/** Where an entity is listed, or whether. */
function listingsOf(details: JsonRecord): string[] {
  const listing = recordOf(details['publicListing']);
  const told = listOf(listing['securitiesListings']).map((each) => {
    const one = recordOf(each);
    const security = recordOf(one['security']);
    const exchange = textOf(one['stockExchangeName']) || textOf(one['marketIdentifierCode']);
    return joined([exchange, security['ticker'], joined([security['idScheme'], security['id']], ' ')], ', ');
  });
  return told.length > 0 ? told : [textOf(listing['hasPublicListing'])];
}

/** What somebody noted on a statement, and who: a correction, a comment, a link to another one. */
export function annotationsOf({ raw }: Statement): string[] {
  return listOf(raw['annotations']).map((each) => {
    const one = recordOf(each);
    const text = textOf(one['description']) || textOf(one['transformedContent']) || textOf(one['motivation']);
    const by = textOf(recordOf(one['createdBy'])['name']);
    const notes = joined([by === '' ? '' : `by ${by}`, one['url']], ', ');
    return notes === '' ? text : `${text} (${notes})`;
  });
}

/** The name in use first: neither a former one nor one in another script. */
function namesOf(details: JsonRecord): string[] {
  const names = listOf(details['names']);
  const isUsual = (each: unknown): boolean =>
    !isRecord(each) || ['', 'individual', 'legal'].includes(textOf(each['type']));
  const sorted = [...names.filter(isUsual), ...names.filter((each) => !isUsual(each))].map(fullName);
  const all = [textOf(details['name']), ...sorted, ...textsOf(details['alternateNames'])];
  return [...new Set(all)].filter(Boolean);
}

function identifiersOf(details: JsonRecord): NonNullable<Entity['identifiers']> {
  return listOf(details['identifiers']).flatMap((each) => {
    const one = recordOf(each);
    const [value, uri] = [textOf(one['id']), textOf(one['uri'])];
    const scheme = textOf(one['scheme']) || textOf(one['schemeName']);
    return value === '' && uri === '' ? [] : [{ scheme, value: value || uri, ...(uri === '' ? {} : { url: uri }) }];
  });
}

/** Why somebody is not named, as the file says it: its explanation, else its code. */
export function reasonOf(unspecified: JsonRecord): { readonly reason: string; readonly text: string } {
  const reason = textOf(unspecified['reason']);
  return { reason, text: textOf(unspecified['description']) || textOf(unspecified['missingInfoReason']) || reason };
}

function factsOf(draft: Draft, { kind, details, where }: Statement): NonNullable<Entity['properties']> {
  const type = details['entityType'];
  const dates = (name: string): string[] => {
    const date = draft.date(textOf(details[name]), `${where}.${name}`);
    return date === undefined ? [] : [date];
  };
  const exposure = details['politicalExposure'];
  return propertiesOf([
    [
      kind === 'person' ? 'personType' : 'entityType',
      [textOf(isRecord(type) ? type['type'] : (type ?? details['personType']))],
    ],
    [
      'legalForm',
      [textOf(recordOf(type)['details']), textOf(recordOf(type)['subtype']), textOf(details['entitySubtype'])],
    ],
    ['birthDate', dates('birthDate')],
    ['deathDate', dates('deathDate')],
    ['incorporationDate', dates('foundingDate')],
    ['dissolutionDate', dates('dissolutionDate')],
    ['nationality', placesOf(details['nationalities'])],
    ['jurisdiction', placesOf(details['jurisdiction'] ?? details['incorporatedInJurisdiction'])],
    ['taxResidency', placesOf(details['taxResidencies'])],
    ['birthPlace', [addressOf(details['placeOfBirth'])]],
    ['residence', [addressOf(details['placeOfResidence'])]],
    ['address', listOf(details['addresses']).map(addressOf)],
    ['website', [textOf(details['uri'])]],
    ['statute', [textOf(recordOf(details['formedByStatute'])['name'])]],
    ['pepStatus', [textOf(isRecord(exposure) ? exposure['status'] : details['hasPepStatus'])]],
    ['politicalExposure', exposuresOf(details)],
    ['publicListing', listingsOf(details)],
  ]);
}

/** What a person or entity statement says, as an entity; it has no claim yet. */
export function describeParty(draft: Draft, id: string, statement: Statement): NewEntity {
  const { kind, details, raw } = statement;
  const type = textOf(recordOf(details['entityType'])['type'] ?? details['entityType'] ?? details['personType']);
  const [name = '', ...aliases] = namesOf(details);
  const missing = recordOf(
    details['unspecifiedPersonDetails'] ?? details['unspecifiedEntityDetails'] ?? details['unspecified'],
  );
  const { reason, text } = reasonOf({ missingInfoReason: details['missingInfoReason'], ...missing });
  const hidden = /^(?:anonymous|unknown)/.test(type);
  return {
    id,
    kind: kind === 'person' ? 'Person' : (ENTITY_KINDS.get(type) ?? 'Other'),
    name: name || (hidden ? NOT_STATED : ''),
    aliases,
    ...(text === '' ? {} : { summary: text }),
    identifiers: identifiersOf(details),
    properties: propertiesOf([
      ...Object.entries(factsOf(draft, statement)),
      ['reason', [reason]],
      ['annotation', annotationsOf(statement)],
    ]),
    kept: { bods: { statement: raw } },
  };
}
