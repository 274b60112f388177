import type { EntityId, TypeId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { intervalOf, isRecord, type JsonRecord, propertiesOf, recordOf, restOf, textOf } from '../jsonRecord.ts';
import type { Agents, Placed } from './agents.ts';
import { claimsOf, factsOf } from './describeAgent.ts';

type NewType = Parameters<Draft['type']>[0];

/** What memberships name beside people and organizations. */
export interface Named {
  readonly posts: ReadonlyMap<string, JsonRecord>;
  readonly events: ReadonlyMap<string, JsonRecord>;
}

const USED = new Set(
  `id role label person_id person member_id member organization_id organization on_behalf_of_id on_behalf_of area_id area start_date end_date sources`.split(
    ' ',
  ),
);

/** How a role is worded; "member" where the file gives none, since a membership it is. */
function roleType(draft: Draft, role: string): TypeId {
  const word = role || 'member';
  const full = /\s(?:of|for|at|in)$/i.test(word) ? word : `${word} of`;
  return draft.type({
    full,
    short: word,
    reverse: { full: `has as ${word}`, short: `← ${word}`.slice(0, 40) },
    group: 'role',
    schema: 'Membership',
  });
}

const ON_BEHALF: NewType = {
  full: 'holds a membership on behalf of',
  short: 'on behalf of',
  reverse: { full: 'has a membership held on its behalf by', short: '← on behalf of' },
  group: 'role',
};
const FOR_AREA: NewType = {
  full: 'holds a membership for the area',
  short: 'for the area',
  reverse: { full: 'is the area of a membership of', short: '← for the area' },
  group: 'role',
};

function memberOf(
  agents: Agents,
  record: JsonRecord,
  owner: EntityId | undefined,
  where: string,
): EntityId | undefined {
  const member = agents.need('person', record['person_id'], record['person'], `${where}.person_id`);
  if (member !== undefined) return member;
  const id = textOf(record['member_id']);
  const isBody =
    /^organi[sz]ation$/i.test(textOf(record['member_type'])) ||
    (agents.has('organization', id) && !agents.has('person', id));
  return agents.need(isBody ? 'organization' : 'person', id, record['member'], `${where}.member_id`) ?? owner;
}

/** Whom a nested membership belongs to. */
export interface Owner {
  readonly person?: EntityId;
  readonly organization?: EntityId;
}

interface Parts {
  readonly post: JsonRecord;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly party: EntityId | undefined;
  readonly area: EntityId | undefined;
}

function partsOf(agents: Agents, posts: Named['posts'], { record, where }: Placed, owner: Owner): Parts {
  const held = record['post'];
  const post = isRecord(held) ? held : recordOf(posts.get(textOf(record['post_id']) || textOf(held)));
  const bodyOf = (each: JsonRecord): EntityId | undefined =>
    agents.need('organization', each['organization_id'], each['organization'], `${where}.organization_id`);
  const areaOf = (each: JsonRecord): EntityId | undefined =>
    agents.need('area', each['area_id'], each['area'], `${where}.area_id`);
  const from = memberOf(agents, record, owner.person, where) ?? agents.nobody(`${where}.person_id`);
  const to = bodyOf(record) ?? owner.organization ?? bodyOf(post) ?? agents.nobody(`${where}.organization_id`);
  const [behalf, behalfId] = [record['on_behalf_of'], record['on_behalf_of_id']];
  const party = agents.need('organization', behalfId, behalf, `${where}.on_behalf_of_id`);
  return { post, from, to, party, area: areaOf(record) ?? areaOf(post) };
}

/** Adds a membership's relation, and those to whom and what it is held for; the dates and sources are the membership's. */
export function relateMembership(draft: Draft, agents: Agents, named: Named, placed: Placed, owner: Owner): void {
  const { record, where } = placed;
  const { post, from, to, party, area } = partsOf(agents, named.posts, placed, owner);
  const nameOf = (id: EntityId | undefined): string[] => (id === undefined ? [] : [draft.getEntity(id).name]);
  const period = textOf(record['legislative_period_id']);
  const interval = draft.date(intervalOf(record['start_date'], record['end_date']), where);
  const dated = interval === undefined ? {} : { valid: interval };
  const facts = Object.entries(factsOf(draft, record, where)).filter(
    ([name]) => name !== 'startDate' && name !== 'endDate',
  );
  const rest = restOf(record, USED);
  const id = textOf(record['id']);
  const role = textOf(record['role']) || textOf(post['role']);
  const held = textOf(post['label']);
  draft.relation({
    ...(id === '' ? {} : { id }),
    type: roleType(draft, role),
    from,
    to,
    ...(role === '' && held !== '' ? { label: held } : {}),
    ...dated,
    properties: propertiesOf([
      ...facts,
      ['label', [textOf(record['label'])]],
      ['post', [held || textOf(record['post_id']) || textOf(record['post'])]],
      ['onBehalfOf', nameOf(party)],
      ['area', nameOf(area)],
      ['legislativePeriod', [textOf(named.events.get(period)?.['name']) || period]],
    ]),
    claims: claimsOf(draft, record),
    ...(rest ? { kept: { popolo: rest } } : {}),
  });
  const others = [
    ['on_behalf_of_id', party === to ? undefined : party, ON_BEHALF],
    ['area_id', area, FOR_AREA],
  ] as const;
  for (const [field, end, type] of others) {
    if (end !== undefined) {
      draft.log.tally('implied-relations', where, { field });
      draft.relation({ type: draft.type(type), from, to: end, ...dated, claims: claimsOf(draft, record) });
    }
  }
}
