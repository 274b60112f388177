import { DataError } from '../../model/dataError.ts';
import type { EntityId } from '../../model/records.ts';
import { createDraft, type Draft } from '../draft.ts';
import type { Format, Imported, InputFile, ReadContext } from '../format.ts';
import { isRecord, type JsonRecord, listOf, restOf, textOf } from '../jsonRecord.ts';
import { type AgentClass, type Agents, createAgents, type Placed } from './agents.ts';
import { claimsOf } from './describeAgent.ts';
import { findPopolo } from './findPopolo.ts';
import { type Named, type Owner, relateMembership } from './relateMembership.ts';

type NewType = Parameters<Draft['type']>[0];

const LISTS = new Map<string, AgentClass>([
  ['persons', 'person'],
  ['organizations', 'organization'],
  ['events', 'event'],
  ['motions', 'motion'],
]);
const USED = new Set([...LISTS.keys(), 'memberships', 'posts', 'areas', 'id', 'name', 'title']);

/** The records of a list; what is none is told. */
function placedOf(draft: Draft, list: unknown, where: string): Placed[] {
  return listOf(list).flatMap((record, i): Placed[] => {
    if (isRecord(record)) return [{ record, where: `${where}[${i}]` }];
    draft.log.warn('record-skipped', `${where}[${i}]`, { reason: record === null ? 'null' : typeof record });
    return [];
  });
}

const byId = (all: readonly Placed[]): Map<string, JsonRecord> =>
  new Map(all.map(({ record }) => [textOf(record['id']), record]));

const PART_OF: NewType = {
  full: 'is part of',
  short: 'part of',
  reverse: { full: 'has as part', short: '← part of' },
  group: 'other',
};
const HAS_AREA: NewType = {
  full: 'has as its area',
  short: 'area',
  reverse: { full: 'is the area of', short: '← area' },
  group: 'other',
};
const BY_BODY: NewType = {
  full: 'took place in',
  short: 'in',
  reverse: { full: 'was the place of', short: '← in' },
  group: 'event-role',
};
const BY_CREATOR: NewType = {
  full: 'was proposed by',
  short: 'proposed by',
  reverse: { full: 'proposed', short: 'proposed' },
  group: 'event-role',
};

/** What a record says of others by their ids, membership apart: relations with the record's own sources. */
function relateOwn(draft: Draft, agents: Agents, of: AgentClass, from: EntityId, { record, where }: Placed): void {
  const ends: readonly (readonly [field: string, of: AgentClass, type: NewType])[] =
    of === 'organization'
      ? [['parent', 'organization', PART_OF] as const, ['area', 'area', HAS_AREA] as const]
      : of === 'person'
        ? [['area', 'area', HAS_AREA] as const]
        : [['organization', 'organization', BY_BODY] as const, ['creator', 'person', BY_CREATOR] as const];
  for (const [field, wanted, type] of ends) {
    const to = agents.need(wanted, record[`${field}_id`], record[field], `${where}.${field}_id`);
    if (to !== undefined) {
      draft.log.tally('implied-relations', where, { field: `${field}_id` });
      draft.relation({ type: draft.type(type), from, to, claims: claimsOf(draft, record) });
    }
  }
}

interface Member {
  readonly placed: Placed;
  readonly owner: Owner;
}

/** Memberships listed and nested in people and organizations; one with the id of another is the same. */
function collectMembers(draft: Draft, json: JsonRecord, made: readonly Made[]): Member[] {
  const nested = made.flatMap(({ of, id, placed }): Member[] =>
    of !== 'person' && of !== 'organization'
      ? []
      : placedOf(draft, placed.record['memberships'], `${placed.where}.memberships`).map((each) => ({
          placed: each,
          owner: of === 'person' ? { person: id } : { organization: id },
        })),
  );
  const listed = placedOf(draft, json['memberships'], 'memberships').map((placed) => ({ placed, owner: {} }));
  const seen = new Set<string>();
  return [...listed, ...nested].filter(({ placed: { record, where }, owner }) => {
    const id = textOf(record['id']);
    const isAgain = id !== '' && seen.has(id) && Object.keys(owner).length > 0;
    if (isAgain) draft.log.tally('membership-twice', where);
    seen.add(id);
    return !isAgain;
  });
}

interface Made {
  readonly of: AgentClass;
  readonly id: EntityId;
  readonly placed: Placed;
}

function read(file: InputFile, { log, progress }: ReadContext): Imported {
  const json = findPopolo(file.json)?.lists ?? {};
  const draft = createDraft('popolo', log);
  const agents = createAgents(draft);
  for (const placed of placedOf(draft, json['areas'], 'areas')) agents.offer(placed);
  const made = [...LISTS].flatMap(([list, of]) =>
    placedOf(draft, json[list], list).map((placed): Made => ({ of, id: agents.add(of, placed), placed })),
  );
  const members = collectMembers(draft, json, made);
  if (made.length + members.length === 0) throw new DataError('no-records', '');
  const posts = [
    ...placedOf(draft, json['posts'], 'posts'),
    ...made.flatMap(({ of, placed, id }) =>
      of !== 'organization'
        ? []
        : placedOf(draft, placed.record['posts'], `${placed.where}.posts`).map(({ record, where }) => ({
            record:
              'organization_id' in record ? record : { ...record, organization_id: textOf(placed.record['id']) || id },
            where,
          })),
    ),
  ];
  const named: Named = { posts: byId(posts), events: byId(placedOf(draft, json['events'], 'events')) };
  for (const { of, id, placed } of made) relateOwn(draft, agents, of, id, placed);
  for (const [i, { placed, owner }] of members.entries()) {
    if (i % 1000 === 0) progress(i / members.length);
    relateMembership(draft, agents, named, placed, owner);
  }
  const areas = agents.unused();
  const kept = {
    ...restOf(json, USED),
    ...(areas.length > 0 ? { areas } : {}),
    ...(posts.length > 0 ? { posts: posts.map(({ record }) => record) } : {}),
  };
  for (const field of Object.keys(kept)) log.note('field-set-aside', field, { field });
  const title =
    textOf(json['title']) || textOf(json['name']) || file.name.replace(/(?:\.popolo)?\.[^.]*$/, '') || 'Popolo';
  const dataset = draft.finish({ id: `popolo:${title}`.slice(0, 200), title });
  const agentsRead = made.filter(({ of }) => of === 'person' || of === 'organization').length;
  return {
    file: Object.keys(kept).length > 0 ? Object.assign(dataset, { kept: { popolo: kept } }) : dataset,
    read: { nodes: agentsRead, edges: members.length },
  };
}

/**
 * Popolo: people, organizations and their memberships, as EveryPolitician and others publish them, whole or one by one. Counted are persons and
 * organizations, and memberships. Areas become places where something names them; events and motions become Events.
 */
export const popolo: Format = {
  id: 'popolo',
  label: 'Popolo',
  extensions: ['json'],
  sniff: ({ json }) => findPopolo(json)?.sure ?? 0,
  read,
};
