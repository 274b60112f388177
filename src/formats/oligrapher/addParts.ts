import type { Claim, Entity, EntityId, Kind, RelationId } from '../../model/records.ts';
import { findSafeHref } from '../../model/safeAddress.ts';
import type { Draft } from '../draft.ts';
import { type JsonRecord, propertiesOf, restOf, textOf } from '../jsonRecord.ts';
import { type MapItem, type OligrapherMap } from './findMap.ts';
import { periodOf } from './littleSisDates.ts';
import { plainText } from './plainText.ts';

/** What became of the nodes and edges of a map, by their ids in it. */
export interface Parts {
  readonly entities: ReadonlyMap<string, EntityId>;
  readonly relations: ReadonlyMap<string, RelationId>;
}

const USED_OF_NODE = new Set(['id', 'name', 'description', 'url', 'edgeIds']);
const USED_OF_EDGE = new Set([
  'id',
  'label',
  'url',
  'node1_id',
  'node2_id',
  'arrow',
  'start_date',
  'end_date',
  'is_current',
]);

/** An address; the scheme that old maps leave to the page they stand on is https. */
function addressOf(draft: Draft, value: unknown, where: string): string {
  const text = textOf(value);
  if (!text.startsWith('//')) return text;
  draft.log.tally('value-coerced', where, {
    field: 'url',
    from: text.slice(0, 120),
    to: `https:${text}`.slice(0, 130),
  });
  return `https:${text}`;
}

/** The parts of a LittleSis page's address: /person/1305-Name, /org/9/Name, /relationships/12, /relationship/view/id/12. */
function littleSisOf(
  address: string,
): { readonly thing: string; readonly id: string; readonly isHost: boolean } | null {
  const safe = findSafeHref(address);
  if (safe === null) return null;
  const { hostname, pathname } = new URL(safe);
  const match = /\/(person|org|entities|relationships?)\/(?:view\/id\/)?(\d+)/.exec(pathname);
  const isHost = /(?:^|\.)littlesis\.org$/.test(hostname);
  return match || isHost ? { thing: match?.[1] ?? '', id: match?.[2] ?? '', isHost } : null;
}

function kindOf(thing: string | undefined): Kind {
  if (thing === 'person') return 'Person';
  return thing === 'org' ? 'Organization' : 'Other';
}

/** A node's page says who it is and is no evidence of anything else: an identifier, or a website. */
function pageOf(address: string): Pick<Entity, 'identifiers' | 'properties'> & { readonly kind: Kind } {
  const page = littleSisOf(address);
  const kind = kindOf(page?.thing);
  if (address === '') return { kind };
  if (!page?.isHost || page.id === '') return { kind, properties: propertiesOf([['website', [address]]]) };
  return { kind, identifiers: [{ scheme: 'LittleSis', value: page.id, url: address }] };
}

function addNode(draft: Draft, { id, fields, where }: MapItem): EntityId {
  if (draft.findEntity(id) !== undefined) draft.log.warn('id-repeated', where, { id });
  const summary = plainText(textOf(fields['description']));
  const rest = restOf(fields, USED_OF_NODE);
  return draft.entity({
    id,
    name: textOf(fields['name']).replaceAll(/\s+/g, ' '),
    ...pageOf(addressOf(draft, fields['url'], where)),
    ...(summary === '' ? {} : { summary }),
    ...(rest ? { kept: { oligrapher: rest } } : {}),
  });
}

function claimsOf(draft: Draft, fields: JsonRecord, where: string): Claim[] {
  const url = addressOf(draft, fields['url'], where);
  if (url === '') return [];
  const page = littleSisOf(url);
  const label = page?.isHost && page.id !== '' ? { label: `LittleSis ${page.id}` } : {};
  const source = draft.source({
    url,
    ...label,
    kind: page ? 'dataset' : 'other',
    ...(page?.isHost ? { publisher: 'LittleSis' } : {}),
  });
  return [draft.claim({ source })];
}

/** A label that is only an amount says nothing of what the relation is. */
const isAmount = (label: string): boolean => !/\p{L}{2}/u.test(label) || /^[\p{Sc}\d]/u.test(label);

type Arrow = 'forward' | 'backward' | 'none';

function arrowOf(value: unknown): Arrow {
  const text = textOf(value);
  if (text === '1->2' || text === 'true') return 'forward';
  return text === '2->1' ? 'backward' : 'none';
}

function addEdge(draft: Draft, entities: ReadonlyMap<string, EntityId>, { id, fields, where }: MapItem): RelationId {
  const endOf = (end: 'node1_id' | 'node2_id'): EntityId => {
    const wanted = textOf(fields[end]);
    if (wanted !== '') return entities.get(wanted) ?? draft.needEntity(wanted, `${where}.${end}`);
    draft.log.warn('missing-end', `${where}.${end}`);
    return draft.entity({ kind: 'Other', name: 'not stated' });
  };
  const [first, second] = [endOf('node1_id'), endOf('node2_id')];
  const label = plainText(textOf(fields['label'])).replaceAll('\n', ' ');
  const arrow = arrowOf(fields['arrow']);
  const wording = label === '' || isAmount(label) ? { full: '' } : { full: label };
  const valid = draft.date(periodOf(fields['start_date'], fields['end_date']), where);
  const rest = restOf(fields, USED_OF_EDGE);
  const drawn = arrow === 'none' && fields['arrow'] !== undefined ? { arrow: fields['arrow'] } : {};
  const kept = { ...rest, ...drawn };
  return draft.relation({
    id,
    type: draft.type({ ...wording, symmetric: arrow === 'none' }),
    ...(label !== '' && wording.full === '' ? { label } : {}),
    from: arrow === 'backward' ? second : first,
    to: arrow === 'backward' ? first : second,
    ...(valid === undefined ? {} : { valid }),
    properties: propertiesOf([['isCurrent', [textOf(fields['is_current'])]]]),
    claims: claimsOf(draft, fields, where),
    ...(Object.keys(kept).length > 0 ? { kept: { oligrapher: kept } } : {}),
  });
}

/** Adds the entities and relations of a map. Arrows decide directions; dashes are drawing and say nothing. */
export function addParts(draft: Draft, { nodes, edges }: OligrapherMap, progress: (done: number) => void): Parts {
  const entities = new Map<string, EntityId>();
  for (const node of nodes) {
    const made = addNode(draft, node);
    if (!entities.has(node.id)) entities.set(node.id, made);
  }
  const relations = new Map<string, RelationId>();
  for (const [i, edge] of edges.entries()) {
    if (i % 1000 === 0) progress(i / edges.length);
    const made = addEdge(draft, entities, edge);
    if (!relations.has(edge.id)) relations.set(edge.id, made);
  }
  return { entities, relations };
}
