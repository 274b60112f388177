import { isSameContent, uniteByName, uniteLists } from './mergeContent.ts';
import type { Claim, Entity, Properties, Relation, Source } from './records.ts';

type Fields = ReadonlyMap<string, unknown>;
type Unite = (mine: unknown, other: unknown) => unknown;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): boolean => value === undefined || value === null;
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Lists are united, and lists by name; anything else cannot be. */
const uniteItems: Unite = (mine, other) =>
  Array.isArray(mine) && Array.isArray(other) ? uniteLists(mine, other) : undefined;
const uniteNamed: Unite = (mine, other) =>
  isObject(mine) && isObject(other)
    ? uniteByName(mine as Record<string, readonly unknown[]>, other as Record<string, readonly unknown[]>)
    : undefined;
/** The maker's own notes stay in the one field that is left out of everything published. */
const uniteNotes: Unite = (mine, other) => {
  if (typeof mine !== 'string' || typeof other !== 'string') return uniteLists(asList(mine), asList(other));
  return mine.includes(other) ? mine : `${mine}\n\n${other}`;
};

const BY_FIELD: ReadonlyMap<string, Unite> = new Map([
  ['names', uniteNamed],
  ['properties', uniteNamed],
  ['aliases', uniteItems],
  ['identifiers', uniteItems],
  ['about', uniteItems],
  ['against', uniteItems],
  ['authors', uniteItems],
  ['locators', uniteItems],
  ['notes', uniteNotes],
  ['also', (mine, other) => uniteLists(asList(mine), asList(other))],
]);

/** What formats keep for themselves: what only the other has is taken along, where both differ the other's is left over. */
function uniteKept(mine: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) {
  const more = Object.entries(other).filter(([name]) => !Object.hasOwn(mine, name));
  const left = Object.entries(other).filter(
    ([name, value]) => Object.hasOwn(mine, name) && !isSameContent(mine[name], value),
  );
  return {
    kept: more.length > 0 ? Object.fromEntries([...Object.entries(mine), ...more]) : mine,
    left: left.length > 0 ? Object.fromEntries(left) : null,
  };
}

function uniteOne(name: string, mine: unknown, other: unknown): { readonly value: unknown; readonly left: unknown } {
  if (isNothing(mine)) return { value: other, left: undefined };
  if (isNothing(other) || isSameContent(mine, other)) return { value: mine, left: undefined };
  if (name === 'kept' && isObject(mine) && isObject(other)) {
    const { kept, left } = uniteKept(mine, other);
    return { value: kept, left: left ?? undefined };
  }
  const united = BY_FIELD.get(name)?.(mine, other);
  return united === undefined ? { value: mine, left: other } : { value: united, left: undefined };
}

/**
 * A record with whatever another has and it lacks; fields of lists are united. Where both say something else, its own stays
 * and the other's goes into the list `also`, an unknown field for everybody else: nothing is lost. `skip` names fields
 * that are none of this. The very record where the other has nothing new.
 */
export function uniteFields<Row extends object>(base: Row, added: object, skip: ReadonlySet<string>): Row {
  const fields = new Map<string, unknown>(Object.entries(base));
  const left = new Map<string, unknown>();
  let isNew = false;
  const set = (name: string, value: unknown): void => {
    if (value === fields.get(name)) return;
    fields.set(name, value);
    isNew = true;
  };
  for (const [name, other] of Object.entries(added)) {
    if (skip.has(name) || isNothing(other)) continue;
    const one = uniteOne(name, fields.get(name), other);
    set(name, one.value);
    if (one.left !== undefined) left.set(name, one.left);
  }
  if (left.size > 0) {
    const before = fields.get('also');
    const list = before === undefined ? [] : asList(before);
    const now = uniteLists(list, [Object.fromEntries(left)]);
    if (now !== list) set('also', now);
  }
  return isNew ? (Object.fromEntries(fields as Fields) as Row) : base;
}

const ENTITY_OWN = new Set(['id', 'kind', 'name', 'summary', 'aliases', 'claims']);
const RELATION_OWN = new Set(['id', 'type', 'from', 'to', 'claims']);
const SOURCE_OWN = new Set(['id', 'kind']);
const CLAIM_OWN = new Set(['id']);

/** Its name and aliases as aliases of the other. */
function uniteAliases(base: Entity, added: Entity): readonly string[] {
  const names = [added.name, ...(added.aliases ?? [])].filter((name) => name !== base.name);
  return uniteLists(base.aliases ?? [], names);
}

function withClaims<Row extends { readonly claims?: readonly Claim[] }>(row: Row, more: readonly Claim[] = []): Row {
  return more.length > 0 ? { ...row, claims: [...(row.claims ?? []), ...more] } : row;
}

/**
 * An entity that is another one as well: with the other's names as aliases and all that it has. Where both say something
 * else its own stays, and another kind or summary is kept as a property; a kind that is only `Other` gives way, but not to
 * an Event, which has a standing. Claims of both: the caller sees to it that none is there twice.
 */
export function uniteEntity(base: Entity, added: Entity): Entity {
  const aliases = uniteAliases(base, added);
  const isVague = base.kind === 'Other' && added.kind !== 'Event';
  const kind = isVague ? added.kind : base.kind;
  const summary = base.summary ?? added.summary;
  const others = new Map<string, readonly string[]>();
  if (added.kind !== kind && added.kind !== 'Other') others.set('kind', [added.kind]);
  if (added.summary !== undefined && added.summary !== summary) others.set('summary', [added.summary]);
  const properties: Properties = Object.fromEntries(others);
  const named: Entity = {
    ...base,
    kind,
    ...(summary === undefined ? {} : { summary }),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
  const isSame = kind === base.kind && summary === base.summary && aliases === (base.aliases ?? aliases);
  const united = uniteFields(isSame && (base.aliases || aliases.length === 0) ? base : named, added, ENTITY_OWN);
  const told = others.size > 0 ? uniteFields(united, { properties }, ENTITY_OWN) : united;
  return withClaims(told, added.claims);
}

/** A relation with what another of the same sentence has; the caller sees to it that no claim is there twice. */
export function uniteRelation(base: Relation, added: Relation): Relation {
  return withClaims(uniteFields(base, added, RELATION_OWN), added.claims);
}

/** A source with what another description of it has. */
export function uniteSource(base: Source, added: Source): Source {
  const united = uniteFields(base, added, SOURCE_OWN);
  if (added.kind === base.kind || added.kind === 'other') return united;
  return base.kind === 'other'
    ? { ...united, kind: added.kind }
    : uniteFields(united, { also: [{ kind: added.kind }] }, SOURCE_OWN);
}

/** A claim with what the very same claim has elsewhere: whom it is set against. */
export function uniteClaim(base: Claim, added: Claim): Claim {
  return uniteFields(base, added, CLAIM_OWN);
}
