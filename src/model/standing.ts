import type { Dataset } from './dataset.ts';
import { latestDay } from './dates.ts';
import type { Claim, EntityId, Modality, Relation, RelationId, Step } from './records.ts';
import { MODALITIES } from './records.ts';

/** Who speaks: an entity, or only a label; `named` is false for unnamed and unstated ones. */
export interface Speaker {
  readonly entity: EntityId | null;
  readonly label: string;
  readonly named: boolean;
}

export type Support = Exclude<Modality, 'hypothetical'>;
export type StandingWord = Modality | 'questioned' | 'unsupported' | 'unsourced';
/** Every word a standing can have, firmest first. */
export const STANDING_WORDS: readonly StandingWord[] = [...MODALITIES, 'questioned', 'unsupported', 'unsourced'];

/** What a relation amounts to under the claims in view (DESIGN 2.3). */
export interface Standing {
  /** The firmest modality among assertions, hypothetical apart; null where none supports. */
  readonly support: Support | null;
  readonly word: StandingWord;
  /** Independent first speakers of assertions who are no party. */
  readonly origins: readonly Speaker[];
  /** Some assertion's first speaker is unstated, so its origin is unknown and counts for nothing. */
  readonly originUnknown: boolean;
  /** Every supporting first speaker is a party to the relation. */
  readonly ownWord: boolean;
  readonly deniedBy: readonly Speaker[];
  readonly limitedBy: readonly Speaker[];
  readonly questionedBy: readonly Speaker[];
  readonly silent: readonly Speaker[];
  /** Someone denies or limits. */
  readonly disputed: boolean;
}

/** The speaker of one attribution step. */
function speakerOf(dataset: Dataset, step: Step): Speaker {
  const entity = step.entity ?? null;
  const label = (entity && dataset.entities.get(entity)?.name) ?? step.label ?? '';
  return { entity, label, named: step.kind === 'named' };
}

/** The speaker that stands for a source's own voice: its publisher, or the source itself where none is stated. */
function sourceVoice(dataset: Dataset, claim: Claim): Speaker {
  const source = dataset.sources.get(claim.source);
  return { entity: null, label: source?.publisher ?? source?.label ?? claim.source, named: true };
}

/** The day from which a claim is public: its own `public`, at most its source's `published`; null if neither is known. */
export function publicDayOf(dataset: Dataset, claim: Claim): number | null {
  const own = latestDay(claim.public);
  const published = latestDay(dataset.sources.get(claim.source)?.published);
  if (own === null) return published;
  return published === null ? own : Math.min(own, published);
}

/**
 * Whether a claim counts under the public clock. `asOf` is a day number or null for "everything"; a claim without any
 * public date always counts. Retracted claims stop counting on the day of the retraction.
 */
export function isPublic(dataset: Dataset, claim: Claim, asOf: number | null): boolean {
  const retracted = claim.retracted ? (latestDay(claim.retracted.date) ?? Number.NEGATIVE_INFINITY) : null;
  if (retracted !== null && (asOf === null || retracted <= asOf)) return false;
  if (asOf === null) return true;
  const day = publicDayOf(dataset, claim);
  return day === null || day <= asOf;
}

const keyOf = (speaker: Speaker): string =>
  speaker.entity ? `id ${speaker.entity}` : `as ${speaker.label.trim().toLowerCase()}`;

function distinct(speakers: readonly Speaker[]): Speaker[] {
  return [...new Map(speakers.map((speaker) => [keyOf(speaker), speaker])).values()];
}

function firstSpeaker(dataset: Dataset, claim: Claim): Speaker {
  const [first] = claim.attribution;
  return first ? speakerOf(dataset, first) : sourceVoice(dataset, claim);
}

/** The origin of one assertion (DESIGN 2.3), or null where its first speaker is unstated. */
function originOf(dataset: Dataset, claim: Claim): Speaker | null {
  const [first] = claim.attribution;
  if (!first) return sourceVoice(dataset, claim);
  if (first.kind === 'unstated') return null;
  if (first.kind === 'named') return speakerOf(dataset, first);
  const relay = claim.attribution.find((step) => step.kind === 'named');
  return relay ? speakerOf(dataset, relay) : sourceVoice(dataset, claim);
}

/** One claim per utterance; claims without a statement key stand for themselves. */
function utterances(claims: readonly Claim[]): Claim[] {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const key = claim.statement ? `s ${claim.statement}` : `c ${claim.id}`;
    if (!first.has(key)) first.set(key, claim);
  }
  return [...first.values()];
}

/**
 * What a record amounts to under the given claims, of which those not public by `asOf` (a day number; null: all) or
 * retracted by then are left out. `parties` are the entities the record is about: their own word is no origin.
 */
function buildStanding(
  dataset: Dataset,
  claims: readonly Claim[],
  parties: ReadonlySet<EntityId>,
  asOf: number | null = null,
): Standing {
  const known = claims.filter((claim) => isPublic(dataset, claim, asOf));
  const who = (stance: Claim['stance']): Speaker[] =>
    distinct(known.filter((claim) => claim.stance === stance).map((claim) => firstSpeaker(dataset, claim)));
  const assertions = known.filter((claim) => claim.stance === 'asserts');
  const supporting = assertions.filter((claim) => claim.modality !== 'hypothetical');
  const support = (MODALITIES.find((modality) => supporting.some((claim) => claim.modality === modality)) ??
    null) as Support | null;
  const isParty = (speaker: Speaker): boolean => speaker.entity !== null && parties.has(speaker.entity);
  const origins = utterances(assertions).map((claim) => originOf(dataset, claim));
  const deniedBy = who('denies');
  const limitedBy = who('limits');
  const questionedBy = who('questions');
  const word =
    support ??
    (assertions.length > 0
      ? 'hypothetical'
      : questionedBy.length > 0
        ? 'questioned'
        : claims.length > 0
          ? 'unsupported'
          : 'unsourced');
  return {
    support,
    word,
    origins: distinct(origins.filter((origin) => origin !== null)).filter((origin) => !isParty(origin)),
    originUnknown: origins.includes(null),
    ownWord: supporting.length > 0 && supporting.every((claim) => isParty(firstSpeaker(dataset, claim))),
    deniedBy,
    limitedBy,
    questionedBy,
    silent: who('no-comment'),
    disputed: deniedBy.length + limitedBy.length > 0,
  };
}

/** The Event that a role relation gives a role in, or null for every other relation. */
export function eventOf(dataset: Dataset, relation: Relation): EntityId | null {
  if (dataset.types.get(relation.type)?.group !== 'event-role') return null;
  const isEvent = (id: EntityId): boolean => dataset.entities.get(id)?.kind === 'Event';
  return isEvent(relation.to) ? relation.to : isEvent(relation.from) ? relation.from : null;
}

/** All claims that bear on a relation: its own, after those of its Event where it is a role relation. */
export function claimsOf(dataset: Dataset, relation: Relation): readonly Claim[] {
  const event = eventOf(dataset, relation);
  const claims = event ? dataset.entities.get(event)?.claims : undefined;
  return claims && claims.length > 0 ? [...claims, ...relation.claims] : relation.claims;
}

function eventParties(dataset: Dataset, event: EntityId): Set<EntityId> {
  const parties = new Set<EntityId>([event]);
  for (const id of dataset.relationsOf.get(event) ?? []) {
    const relation = dataset.relations.get(id);
    if (relation && eventOf(dataset, relation) === event) parties.add(relation.from).add(relation.to);
  }
  return parties;
}

/** The standing of a relation; the parties of a role relation are all who have a role in its Event. */
export function standingOf(dataset: Dataset, id: RelationId, asOf: number | null = null): Standing {
  const relation = dataset.relations.get(id);
  if (!relation) throw new RangeError(`no relation ${id}`);
  const event = eventOf(dataset, relation);
  const parties = event ? eventParties(dataset, event) : new Set([relation.from, relation.to]);
  return buildStanding(dataset, claimsOf(dataset, relation), parties, asOf);
}

/** The standing of an entity's own claims: for an Event that it happened, for others their facts; all who have a role are parties. */
export function entityStandingOf(dataset: Dataset, id: EntityId, asOf: number | null = null): Standing {
  const entity = dataset.entities.get(id);
  if (!entity) throw new RangeError(`no entity ${id}`);
  const parties = entity.kind === 'Event' ? eventParties(dataset, id) : new Set([id]);
  return buildStanding(dataset, entity.claims ?? [], parties, asOf);
}

/** Whether a relation is shown under the public clock: some claim is public by then, or it has none at all. */
export function isKnown(dataset: Dataset, relation: Relation, asOf: number | null): boolean {
  const claims = claimsOf(dataset, relation);
  return claims.length === 0 || claims.some((claim) => isPublic(dataset, claim, asOf));
}
