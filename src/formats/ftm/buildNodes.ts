import type { Entity, EntityId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { COUNTRY_CODES } from './codes.ts';
import { type FtmRecord, valuesOf } from './ftmRecord.ts';
import { type KeptBySayso, keepRecord } from './keptFtm.ts';
import type { Provenance } from './provenance.ts';
import { isKnownSchema, kindOf } from './schemata.ts';

/** Properties that become names, in the order in which they are read. */
const NAME_PROPERTIES = ['name', 'alias', 'weakAlias', 'previousName'] as const;

/** What a record without a name is called by, before its schema: as FollowTheMoney makes captions. */
const CAPTIONS = [
  'title',
  'full',
  'fileName',
  'subject',
  'label',
  'registrationNumber',
  'email',
  'phone',
  'caseNumber',
  'program',
  'authority',
  'number',
  'username',
  'publicKey',
];

/** Identifiers, in `identifiers` as well as in `properties`. */
const IDENTIFIERS: ReadonlySet<string> = new Set(
  `wikidataId leiCode registrationNumber idNumber taxNumber vatCode licenseNumber opencorporatesUrl icijId bvdId permId dunsCode
uniqueEntityId npiCode swiftBic uscCode okpoCode innCode ogrnCode kppCode cikCode isinCode ticker cageCode giiNumber imoNumber mmsi
callSign crsNumber passportNumber socialSecurityNumber isin figiCode iban bic accountNumber publicKey cryptoAddress cadastralCode
caseNumber territoryCode unscId authorityId programId sayariId brightQueryId`.split(/\s+/),
);

function identifiersOf({ properties }: FtmRecord): NonNullable<Entity['identifiers']> {
  const found: { scheme: string; value: string; url?: string }[] = [];
  for (const [scheme, values] of properties) {
    if (!IDENTIFIERS.has(scheme)) continue;
    for (const value of values) {
      const isWikidata = scheme === 'wikidataId' && /^Q\d+$/.test(value);
      found.push({ scheme, value, ...(isWikidata ? { url: `https://www.wikidata.org/wiki/${value}` } : {}) });
    }
  }
  return found;
}

/** A name in parts, the first of each; a country's code in capitals, as addresses have it. */
function joinParts(record: FtmRecord, properties: readonly string[], by: string): string {
  return properties
    .flatMap((each) => valuesOf(record, each).slice(0, 1))
    .map((text) => (COUNTRY_CODES.has(text) ? text.toUpperCase() : text))
    .join(by);
}

/** What a record is called that has no `name`; empty where nothing serves. */
function captionOf(record: FtmRecord): string {
  const caption = record.extra.get('caption');
  const captions = [
    ...(typeof caption === 'string' ? [caption] : []),
    ...CAPTIONS.flatMap((property) => valuesOf(record, property)),
    joinParts(record, ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'], ' '),
    joinParts(record, ['postOfficeBox', 'street', 'street2', 'postalCode', 'city', 'region', 'state', 'country'], ', '),
  ];
  return captions.find((text) => text.trim() !== '') ?? '';
}

interface Naming {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kept: Pick<KeptBySayso, 'shown' | 'names'>;
}

function nameOf(record: FtmRecord): Naming {
  const [first, ...others] = valuesOf(record, 'name').filter((name) => name.trim() !== '');
  const shown = first ?? captionOf(record);
  const aliases = [...new Set([...others, ...NAME_PROPERTIES.slice(1).flatMap((each) => valuesOf(record, each))])];
  const kept = NAME_PROPERTIES.filter((each) => each !== 'alias')
    .map((each): [string, readonly string[]] => [each, each === 'name' ? others : valuesOf(record, each)])
    .filter(([, values]) => values.length > 0);
  // A name that is an alias too must come back in both places.
  const placed = new Set([shown, ...kept.flatMap(([, values]) => values)]);
  const twice = valuesOf(record, 'alias').filter((alias) => placed.has(alias));
  const names = Object.fromEntries([...kept, ...(twice.length > 0 ? [['alias', twice] as const] : [])]);
  return {
    name: shown,
    aliases: aliases.filter((alias) => alias !== shown),
    kept: {
      ...(first === undefined ? { shown } : {}),
      ...(Object.keys(names).length > 0 ? { names } : {}),
    },
  };
}

/** The properties of a record as ours, without those that stand elsewhere. */
export function propertiesOf(record: FtmRecord, without: ReadonlySet<string>): Entity['properties'] {
  const kept = new Map(record.properties);
  for (const key of without) kept.delete(key);
  return Object.fromEntries(kept);
}

function summaryOf(record: FtmRecord): { readonly property: string; readonly text: string } | null {
  for (const property of ['summary', 'description']) {
    const [text, ...others] = valuesOf(record, property);
    if (text !== undefined && others.length === 0) return { property, text };
    if (text !== undefined) return null;
  }
  return null;
}

/** Makes the entity of a node. An Event that names its sources is claimed by them to have happened as told. */
export function buildNode(record: FtmRecord, draft: Draft, provenance: Provenance): EntityId {
  const { name, aliases, kept } = nameOf(record);
  const kind = kindOf(record.schema);
  const summary = summaryOf(record);
  if (record.schema === 'LegalEntity')
    draft.log.tally('guessed', record.where, { what: 'LegalEntity (a person or a body, not said which)', as: 'Other' });
  if (!isKnownSchema(record.schema)) draft.log.note('schema-unknown', record.where, { schema: record.schema });
  const bySayso: KeptBySayso = { ...kept, ...(summary ? { summaryFrom: summary.property } : {}) };
  const without = new Set<string>([...NAME_PROPERTIES, ...(summary ? [summary.property] : [])]);
  return draft.entity({
    ...(record.id === null ? {} : { id: record.id }),
    kind,
    name,
    aliases,
    ...(summary ? { summary: summary.text } : {}),
    identifiers: identifiersOf(record),
    properties: propertiesOf(record, without) ?? {},
    ...(kind === 'Event' ? { claims: provenance.claimsOf(record) } : {}),
    kept: keepRecord(record, bySayso),
  });
}
