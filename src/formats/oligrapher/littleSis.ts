import type { Kind } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { Imported, ReadContext } from '../format.ts';
import { isRecord, type JsonRecord, listOf, propertiesOf, recordOf, restOf, textOf, textsOf } from '../jsonRecord.ts';
import { dateOf, periodOf } from './littleSisDates.ts';
import { plainText } from './plainText.ts';

type NewType = Parameters<Draft['type']>[0];
type Group = NewType['group'];

/** How two are related by the number of the category; the first that the record names is the subject. */
const CATEGORIES = new Map<string, readonly [full: string, reverse: string, group: Group, marks?: string]>([
  ['1', ['has a position at', 'has in a position', 'role']],
  ['2', ['studied at', 'was attended by', 'role']],
  ['3', ['is a member of', 'has as a member', 'role']],
  ['4', ['is related to', 'is related to', 'family', 'symmetric']],
  ['5', ['donated to', 'received a donation from', 'money', 'moment']],
  ['6', ['does business with', 'does business with', 'money', 'symmetric']],
  ['7', ['lobbies', 'is lobbied by', 'contact']],
  ['8', ['knows', 'knows', 'contact', 'symmetric']],
  ['9', ['works together with', 'works together with', 'role', 'symmetric']],
  ['10', ['owns', 'is owned by', 'ownership']],
  ['11', ['is part of', 'has as part', 'ownership']],
]);

interface Item {
  readonly id: string;
  readonly fields: JsonRecord;
  readonly page: string;
  readonly where: string;
}

/** What LittleSis gives of entities and relationships, as answers of its interface and as files of all of them. */
export interface LittleSisData {
  readonly entities: readonly Item[];
  readonly relationships: readonly Item[];
  readonly meta: JsonRecord;
  readonly unread: readonly string[];
}

const isItem = (value: unknown, type: string): value is JsonRecord =>
  isRecord(value) && value['type'] === type && isRecord(value['attributes']);

function isEntityItem(value: unknown): value is JsonRecord {
  const fields = isItem(value, 'entities') ? recordOf(value['attributes']) : {};
  return 'name' in fields && ('primary_ext' in fields || 'blurb' in fields);
}

function isRelationshipItem(value: unknown): value is JsonRecord {
  return isItem(value, 'relationships') && 'entity1_id' in recordOf(value['attributes']);
}

function itemOf(value: JsonRecord, where: string): Item {
  const fields = recordOf(value['attributes']);
  const links = recordOf(value['links']);
  return {
    id: textOf(value['id'] ?? fields['id']),
    fields,
    page: textOf(links['self']) || textOf(value['self']),
    where,
  };
}

/** Whether a JSON value has such data, by its first records. Never throws. */
export function isLittleSis(json: unknown): boolean {
  const list = listOf(isRecord(json) ? json['data'] : json).slice(0, 20);
  return list.some((each) => isEntityItem(each) || isRelationshipItem(each));
}

/** Finds such data in a JSON value; null for anything else. Linear. */
export function findLittleSis(json: unknown): LittleSisData | null {
  const answer = isRecord(json) ? json : {};
  const lists: readonly (readonly [string, readonly unknown[]])[] = [
    [Array.isArray(json) ? '' : 'data', listOf(Array.isArray(json) ? json : answer['data'])],
    ['included', listOf(answer['included'])],
  ];
  const entities: Item[] = [];
  const relationships: Item[] = [];
  const unread: string[] = [];
  for (const [name, list] of lists) {
    for (const [i, value] of list.entries()) {
      const where = `${name}[${i}]`;
      if (isEntityItem(value)) entities.push(itemOf(value, where));
      else if (isRelationshipItem(value)) relationships.push(itemOf(value, where));
      else unread.push(where);
    }
  }
  if (entities.length + relationships.length === 0) return null;
  return { entities, relationships, meta: recordOf(answer['meta']), unread };
}

function kindOf(fields: JsonRecord): Kind {
  const types = textsOf(fields['types']).join(' ');
  const first = textOf(fields['primary_ext']) || types;
  if (first.startsWith('Person')) return 'Person';
  if (/GovernmentBody|Government Body/.test(types)) return 'PublicBody';
  return /Public ?Company|Private ?Company/.test(types) ? 'Company' : 'Organization';
}

const ENTITY_FIELDS = new Set(
  'id name blurb summary website start_date end_date primary_ext aliases types tags'.split(' '),
);

function addEntity(draft: Draft, { id, fields, page, where }: Item): void {
  if (draft.findEntity(id) !== undefined) return draft.log.tally('records-repeated', where);
  const kind = kindOf(fields);
  const [start, end] =
    kind === 'Person' ? ['birthDate', 'deathDate'] : (['incorporationDate', 'dissolutionDate'] as const);
  const name = textOf(fields['name']);
  const blurb = plainText(textOf(fields['blurb']));
  const rest = restOf(fields, ENTITY_FIELDS);
  draft.entity({
    id,
    kind,
    name,
    aliases: textsOf(fields['aliases']).filter((alias) => alias !== name),
    ...(blurb === '' ? {} : { summary: blurb }),
    identifiers: [{ scheme: 'LittleSis', value: id, ...(page === '' ? {} : { url: page }) }],
    properties: propertiesOf([
      ['type', textsOf(fields['types'])],
      ['website', [textOf(fields['website'])]],
      [start ?? '', textsOf(draft.date(dateOf(fields['start_date']), `${where}.start_date`))],
      [end ?? '', textsOf(draft.date(dateOf(fields['end_date']), `${where}.end_date`))],
      ['description', [plainText(textOf(fields['summary']))]],
      ['tag', textsOf(fields['tags'])],
    ]),
    ...(rest ? { kept: { oligrapher: rest } } : {}),
  });
}

function typeOf(draft: Draft, { fields }: Item): ReturnType<Draft['type']> {
  const [
    full = 'is linked to',
    reverse = 'is linked to',
    group = 'other',
    marks = full === 'is linked to' ? 'symmetric' : '',
  ] = CATEGORIES.get(textOf(fields['category_id'])) ?? [];
  const symmetric = marks === 'symmetric';
  return draft.type({ full, reverse: { full: reverse, short: reverse }, group, symmetric, moment: marks === 'moment' });
}

const RELATION_FIELDS = new Set(
  'id entity1_id entity2_id category_id description1 description start_date end_date is_current amount currency goods'.split(
    ' ',
  ),
);

function addRelationship(draft: Draft, item: Item, licence: string): void {
  const { id, fields, page, where } = item;
  const endOf = (end: 'entity1_id' | 'entity2_id') =>
    draft.needEntity(textOf(fields[end]) || `?${id}`, `${where}.${end}`);
  const [from, to] = [endOf('entity1_id'), endOf('entity2_id')];
  const valid = draft.date(periodOf(fields['start_date'], fields['end_date']), where);
  const label = textOf(fields['description1']);
  const rest = restOf(fields, RELATION_FIELDS);
  const source =
    page === ''
      ? null
      : draft.source({
          url: page,
          label: `LittleSis ${id}`,
          kind: 'dataset',
          publisher: 'LittleSis',
          ...(licence === '' ? {} : { licence }),
        });
  draft.relation({
    id: `relationship-${id}`,
    type: typeOf(draft, item),
    from,
    to,
    ...(label === '' ? {} : { label }),
    ...(valid === undefined ? {} : { valid }),
    properties: propertiesOf([
      ['amount', [textOf(fields['amount'])]],
      ['currency', [textOf(fields['amount']) === '' ? '' : textOf(fields['currency']).toUpperCase()]],
      ['goods', [textOf(fields['goods'])]],
      ['isCurrent', [textOf(fields['is_current'])]],
      ['description', [textOf(fields['description'])]],
    ]),
    claims: source === null ? [] : [draft.claim({ source })],
    ...(rest ? { kept: { oligrapher: rest } } : {}),
  });
}

/** Adds what LittleSis gave, and tells where it has more. */
export function addLittleSis(draft: Draft, data: LittleSisData, { progress }: ReadContext): Imported['read'] {
  const { entities, relationships, meta, unread } = data;
  for (const where of unread)
    draft.log.warn('record-skipped', where, { reason: 'it is no entity and no relationship of LittleSis' });
  const [page, pages] = [Number(meta['currentPage'] ?? 1), Number(meta['pageCount'] ?? 1)];
  if (pages > 1) draft.log.warn('answer-page', 'meta', { page, pages });
  for (const each of entities) addEntity(draft, each);
  const licence = textOf(meta['license']);
  for (const [i, each] of relationships.entries()) {
    if (i % 1000 === 0) progress(i / relationships.length);
    addRelationship(draft, each, licence);
  }
  return { nodes: entities.length, edges: relationships.length };
}
