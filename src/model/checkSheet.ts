import type { Dataset } from './dataset.ts';
import { latestDay } from './dates.ts';
import { shiftYears } from './days.ts';
import type { DatasetPart } from './keptRecords.ts';
import type { Claim, EntityId, Group, Kind, Relation, RelationId } from './records.ts';
import { claimsOf, entityStandingOf, eventOf, isPublic, publicDayOf, type Standing, standingOf } from './standing.ts';

/** What a check sheet looks for, in the order in which it lists it. */
export const CHECKS = [
  'unsourced',
  'unasserted',
  'disputed',
  'alleged',
  'own-word',
  'single-origin',
  'unanswered',
  'old',
] as const;
/**
 * `unsourced`: no claim at all; `unasserted`: nobody asserts it as a fact, it is hypothetical, questioned, or only
 * denied or met with silence; `alleged`: alleged or rumoured at best; `own-word`: only those whom it is about say so;
 * `single-origin`: one independent origin, or none that is known; `unanswered`: see `Unanswered`; `old`: nothing about
 * it was published since a date, or no day is known.
 */
export type CheckName = (typeof CHECKS)[number];

/**
 * Somebody whom a record is about and of whom no answer is in view: `not-asked` where a source says so, `unknown` where
 * it tells of a silence but not whether anybody asked, `none` where nothing is recorded, which does not mean that nobody
 * asked.
 */
export interface Unanswered {
  readonly party: EntityId;
  readonly why: 'not-asked' | 'unknown' | 'none';
}

/** A relation, an Event with the roles that rest on its claims alone, or an entity's own facts, as it stands. */
export interface CheckedRecord {
  readonly id: RelationId | EntityId;
  /** Null for an Event or facts. */
  readonly relation: RelationId | null;
  readonly entity: EntityId | null;
  readonly standing: Standing;
  /** Those in view. */
  readonly claims: readonly Claim[];
  /** The last day on which anything about it became public; null where none is known. */
  readonly latest: number | null;
  readonly unanswered: readonly Unanswered[];
  /** Every list that it stands in. */
  readonly checks: readonly CheckName[];
}

/** What a person who publishes a part of a dataset should look at again. */
export interface CheckSheet {
  /** How many records were looked at. */
  readonly checked: number;
  /** Those in some list, each once, in file order. */
  readonly flagged: readonly CheckedRecord[];
  /** By check, empty ones too. A record stands in every list that it belongs to. */
  readonly lists: ReadonlyMap<CheckName, readonly CheckedRecord[]>;
}

/** `asOf` is the public clock and `olderThan` the day before which something counts as old; null is none. */
export interface CheckOptions {
  readonly asOf: number | null;
  readonly olderThan: number | null;
}

/** The day before which things count as old unless another is asked for: a year before the data was last kept; null where it does not say. */
export function usualAge({ file }: Dataset): number | null {
  const updated = latestDay(file.updated?.slice(0, 10));
  return updated !== null && Number.isFinite(updated) ? shiftYears(updated, -1) : null;
}

/** Kinds that can be asked. */
const ANSWERING: ReadonlySet<Kind> = new Set(['Person', 'Company', 'PublicBody', 'Organization']);
/** FollowTheMoney's properties of whoever can no longer be asked. */
const ENDED = ['deathDate', 'dissolutionDate'] as const;
const PLAIN_GROUPS: ReadonlySet<Group> = new Set(['role', 'family', 'statement']);

/** A record before it is judged. */
interface Thing {
  readonly relation: Relation | null;
  readonly entity: EntityId | null;
  readonly parties: readonly EntityId[];
  readonly all: readonly Claim[];
}

function canAnswer({ entities }: Dataset, id: EntityId): boolean {
  const entity = entities.get(id);
  if (!entity || !ANSWERING.has(entity.kind)) return false;
  return !ENDED.some((name) => (entity.properties?.[name]?.length ?? 0) > 0);
}

/**
 * Facts of an entity, roles, family ties and statements that a source states in its own voice and nobody disputes: nobody
 * is usually asked to answer that they hold an office.
 */
function isPlainFact(dataset: Dataset, { relation, entity }: Thing, { word, disputed }: Standing): boolean {
  if (word !== 'stated' || disputed) return false;
  if (!relation) return entity !== null && dataset.entities.get(entity)?.kind !== 'Event';
  return PLAIN_GROUPS.has(dataset.types.get(relation.type)?.group ?? 'other');
}

function findAnswer(party: EntityId, claims: readonly Claim[]): Unanswered['why'] | null {
  const own = claims.filter(({ attribution: [first] }) => first?.entity === party);
  const hasAnswered = own.some(
    ({ stance, response }) => stance !== 'no-comment' || response === 'declined' || response === 'unreachable',
  );
  if (hasAnswered) return null;
  return own.length === 0 ? 'none' : own.some(({ response }) => response === 'not-asked') ? 'not-asked' : 'unknown';
}

function findUnanswered(dataset: Dataset, thing: Thing, standing: Standing, claims: readonly Claim[]): Unanswered[] {
  if (claims.length === 0 || isPlainFact(dataset, thing, standing)) return [];
  return [...new Set(thing.parties)].flatMap((party) => {
    const why = canAnswer(dataset, party) ? findAnswer(party, claims) : null;
    return why === null ? [] : [{ party, why }];
  });
}

const isOnlyOwn = ({ ownWord, word, origins, originUnknown }: Standing): boolean =>
  ownWord || (word === 'hypothetical' && origins.length === 0 && !originUnknown);

const isSingle = (standing: Standing): boolean =>
  (standing.support !== null || standing.word === 'hypothetical') &&
  standing.origins.length <= 1 &&
  !isOnlyOwn(standing);

function findChecks(found: Omit<CheckedRecord, 'checks'>, { olderThan }: CheckOptions): CheckName[] {
  const { standing, claims, latest, unanswered } = found;
  const { word } = standing;
  const isFound: Readonly<Record<CheckName, boolean>> = {
    unsourced: word === 'unsourced',
    unasserted: word === 'hypothetical' || word === 'questioned' || word === 'unsupported',
    disputed: standing.disputed,
    alleged: word === 'alleged' || word === 'rumoured',
    'own-word': isOnlyOwn(standing),
    'single-origin': isSingle(standing),
    unanswered: unanswered.length > 0,
    old: olderThan !== null && claims.length > 0 && (latest === null || latest < olderThan),
  };
  return CHECKS.filter((name) => isFound[name]);
}

function checkThing(dataset: Dataset, thing: Thing, options: CheckOptions): CheckedRecord[] {
  const { relation, entity, all } = thing;
  const claims = all.filter((claim) => isPublic(dataset, claim, options.asOf));
  const id = relation?.id ?? entity;
  if (id === null || (all.length > 0 && claims.length === 0)) return [];
  const standing = relation
    ? standingOf(dataset, relation.id, options.asOf)
    : entityStandingOf(dataset, id as EntityId, options.asOf);
  const days = claims.map((claim) => publicDayOf(dataset, claim)).filter((day) => day !== null);
  const found = {
    id,
    relation: relation?.id ?? null,
    entity,
    standing,
    claims,
    latest: days.length > 0 ? days.reduce((last, day) => Math.max(last, day)) : null,
    unanswered: findUnanswered(dataset, thing, standing, claims),
  };
  return [{ ...found, checks: findChecks(found, options) }];
}

/** Who has a role in an Event. */
function findRoles(dataset: Dataset, event: EntityId): EntityId[] {
  return (dataset.relationsOf.get(event) ?? []).flatMap((id) => {
    const relation = dataset.relations.get(id);
    if (!relation || eventOf(dataset, relation) !== event) return [];
    return [relation.from === event ? relation.to : relation.from];
  });
}

/** Events, facts of entities and relations; a role without claims of its own goes with its Event. */
function findThings(dataset: Dataset, { entities, relations }: DatasetPart): Thing[] {
  const drawn = new Set(entities);
  const roles = new Map<EntityId, EntityId[]>();
  const rolesOf = (event: EntityId): EntityId[] => {
    const found = roles.get(event) ?? findRoles(dataset, event);
    roles.set(event, found);
    return found;
  };
  const ofEntities = [...drawn].flatMap((id): Thing[] => {
    const { kind, claims: all = [] } = dataset.entities.get(id) ?? {};
    if (kind !== 'Event' && all.length === 0) return [];
    return [{ relation: null, entity: id, parties: kind === 'Event' ? rolesOf(id) : [id], all }];
  });
  const ofRelations = [...new Set(relations)].flatMap((id): Thing[] => {
    const relation = dataset.relations.get(id);
    const event = relation ? eventOf(dataset, relation) : null;
    if (!relation || (event !== null && drawn.has(event) && relation.claims.length === 0)) return [];
    const parties = event === null ? [relation.from, relation.to] : rolesOf(event);
    return [{ relation, entity: null, parties, all: claimsOf(dataset, relation) }];
  });
  return [...ofEntities, ...ofRelations];
}

/**
 * The check sheet of a part: everything in it that a careful reader would ask about. Judged under the public clock
 * alone, as filters never remove claims. Linear in the part and its claims.
 */
export function checkBeforePublishing(dataset: Dataset, part: DatasetPart, options: CheckOptions): CheckSheet {
  const checked = findThings(dataset, part).flatMap((thing) => checkThing(dataset, thing, options));
  const flagged = checked.filter(({ checks }) => checks.length > 0);
  return {
    checked: checked.length,
    flagged,
    lists: new Map(CHECKS.map((name) => [name, flagged.filter(({ checks }) => checks.includes(name))])),
  };
}
