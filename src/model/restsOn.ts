import type { Dataset } from './dataset.ts';
import type { Claim, EntityId, RelationId } from './records.ts';
import {
  claimsOf,
  entityStandingOf,
  eventOf,
  isPublic,
  STANDING_WORDS,
  type Standing,
  standingOf,
} from './standing.ts';
import type { View } from './view.ts';
import { isThrough, type VoiceKey } from './voices.ts';

/**
 * What a record would come to without a voice. `falls`: nothing supports it any more, or nothing is left that asserts it
 * at all; `singles`: one independent origin would be left, or none; `weakens`: its word would get less firm; `says`: it
 * would stand as it does. `undisputes`: a dispute would vanish; `denies`: it would still be disputed.
 */
export type Effect = 'falls' | 'singles' | 'weakens' | 'says' | 'undisputes' | 'denies' | 'asks';

/** A relation, or several roles in one Event of which one claim is told, with its standing now and without the voice. */
export interface Resting {
  readonly effect: Effect;
  /** The relation; for an Event, the roles in it that have no claims of their own. */
  readonly relations: readonly RelationId[];
  /** The Event that the claims are about, or the entity whose facts they are; null where they are about the relation itself. */
  readonly entity: EntityId | null;
  readonly before: Standing;
  readonly after: Standing;
}

/** Everything said through one voice, each thing once in `supported` and once in `disputed` at most. */
export interface RestsOn {
  /** What it asserts: `falls` first, then `singles`, `weakens`, `says`. */
  readonly supported: readonly Resting[];
  /** What it denies or limits: `undisputes` first, then `denies`. */
  readonly disputed: readonly Resting[];
  /** What it only questions or is silent on. */
  readonly asked: readonly Resting[];
}

const ORDER: readonly Effect[] = ['falls', 'singles', 'weakens', 'says', 'undisputes', 'denies', 'asks'];

/** Claims through a voice, and what they are about. */
interface Said {
  readonly entities: Set<EntityId>;
  readonly relations: Set<RelationId>;
  readonly claims: Set<Claim>;
}

/** All claims through a voice, public or not, with what they are about. One pass over the claims. */
function findSaid({ claims }: Dataset, voice: VoiceKey): Said {
  const said: Said = { entities: new Set(), relations: new Set(), claims: new Set() };
  for (const { claim, relation, entity } of claims.values()) {
    if (!isThrough(claim, voice)) continue;
    said.claims.add(claim);
    if (relation !== null) said.relations.add(relation);
    if (entity !== null) said.entities.add(entity);
  }
  return said;
}

/** The dataset as if the voice had said nothing. Shares every record that has no such claim. */
function buildWithout(dataset: Dataset, said: Said): Dataset {
  const entities = new Map(dataset.entities);
  const relations = new Map(dataset.relations);
  const isOther = (claim: Claim): boolean => !said.claims.has(claim);
  for (const id of said.entities) {
    const entity = entities.get(id);
    if (entity) entities.set(id, { ...entity, claims: (entity.claims ?? []).filter(isOther) });
  }
  for (const id of said.relations) {
    const relation = relations.get(id);
    if (relation) relations.set(id, { ...relation, claims: relation.claims.filter(isOther) });
  }
  return { ...dataset, entities, relations };
}

function findSupportEffect(before: Standing, after: Standing): Effect {
  const isAsserted = after.support !== null || after.word === 'hypothetical';
  if ((before.support !== null && after.support === null) || !isAsserted) return 'falls';
  if (after.origins.length < before.origins.length && after.origins.length <= 1) return 'singles';
  return STANDING_WORDS.indexOf(after.word) > STANDING_WORDS.indexOf(before.word) ? 'weakens' : 'says';
}

/** Which lists a thing belongs to, by what the voice says about it. */
function findEffects(said: readonly Claim[], before: Standing, after: Standing): Effect[] {
  const asserts = said.some(({ stance }) => stance === 'asserts');
  const disputes = said.some(({ stance }) => stance === 'denies' || stance === 'limits');
  const effects: Effect[] = asserts ? [findSupportEffect(before, after)] : [];
  if (disputes) effects.push(before.disputed && !after.disputed ? 'undisputes' : 'denies');
  return effects.length > 0 ? effects : ['asks'];
}

interface Thing {
  readonly relations: readonly RelationId[];
  readonly entity: EntityId | null;
  readonly said: readonly Claim[];
}

/** What public claims through a voice are about: Events with their roles, facts of entities, relations by themselves. */
function findThings(dataset: Dataset, all: Said, asOf: number | null): Thing[] {
  const isSaid = (claim: Claim): boolean => all.claims.has(claim) && isPublic(dataset, claim, asOf);
  const relations = new Set(all.relations);
  const things: Thing[] = [];
  for (const id of all.entities) {
    const said = (dataset.entities.get(id)?.claims ?? []).filter(isSaid);
    const roles = (dataset.relationsOf.get(id) ?? []).flatMap((each) => dataset.relations.get(each) ?? []);
    const ofEvent = roles.filter((relation) => eventOf(dataset, relation) === id);
    for (const { id: role, claims } of ofEvent) if (claims.length > 0) relations.add(role);
    const mere = ofEvent.filter(({ claims }) => claims.length === 0);
    if (said.length > 0) things.push({ relations: mere.map((relation) => relation.id), entity: id, said });
  }
  for (const id of relations) {
    const relation = dataset.relations.get(id);
    const said = relation ? claimsOf(dataset, relation).filter(isSaid) : [];
    if (said.length > 0) things.push({ relations: [id], entity: null, said });
  }
  return things;
}

/** The standing of a thing: of an Event or of facts by themselves, else that of the relation. */
function standingOfThing(dataset: Dataset, { entity, relations }: Thing, asOf: number | null): Standing {
  const [relation] = relations;
  if (entity !== null) return entityStandingOf(dataset, entity, asOf);
  if (relation === undefined) throw new RangeError('nothing to judge');
  return standingOf(dataset, relation, asOf);
}

/**
 * What stands on a voice: everything with a public claim through it, and what it would come to without all of these. One
 * claim about an Event is one thing, however many roles it has. Filters play no part, as they never remove claims. Linear
 * in the claims; the cost of a standing for each thing.
 */
export function restsOn(dataset: Dataset, voice: VoiceKey, { asOf }: Pick<View, 'asOf'>): RestsOn {
  const said = findSaid(dataset, voice);
  const without = buildWithout(dataset, said);
  const things = findThings(dataset, said, asOf);
  const resting = things.flatMap((thing): Resting[] => {
    const before = standingOfThing(dataset, thing, asOf);
    const after = standingOfThing(without, thing, asOf);
    const { relations, entity } = thing;
    return findEffects(thing.said, before, after).map((effect) => ({ effect, relations, entity, before, after }));
  });
  const sorted = resting.toSorted((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
  const inList = (from: Effect, to: Effect): Resting[] =>
    sorted.filter(({ effect }) => {
      const at = ORDER.indexOf(effect);
      return at >= ORDER.indexOf(from) && at <= ORDER.indexOf(to);
    });
  return {
    supported: inList('falls', 'says'),
    disputed: inList('undisputes', 'denies'),
    asked: inList('asks', 'asks'),
  };
}
