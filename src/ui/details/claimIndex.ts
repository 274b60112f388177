import { tieId } from '../../model/buildDataset.ts';
import { isPassing } from '../../model/chooseRelations.ts';
import type { Dataset, PlacedClaim } from '../../model/dataset.ts';
import { isLater } from '../../model/laterClaims.ts';
import type { EntityId, Relation } from '../../model/records.ts';
import { isPublic } from '../../model/standing.ts';
import type { Known } from '../kit/known.ts';

interface ClaimIndex {
  /** Claims by each entity in their attribution. */
  readonly bySpeaker: ReadonlyMap<string, readonly PlacedClaim[]>;
  /** Claims by the relations and claims that they are against. */
  readonly byTarget: ReadonlyMap<string, readonly PlacedClaim[]>;
}

/** One pass for each dataset, when the first panel asks. */
const indices = new WeakMap<Dataset, ClaimIndex>();

function add(map: Map<string, PlacedClaim[]>, key: string, placed: PlacedClaim): void {
  const known = map.get(key);
  if (known) known.push(placed);
  else map.set(key, [placed]);
}

function buildIndex(dataset: Dataset): ClaimIndex {
  const bySpeaker = new Map<string, PlacedClaim[]>();
  const byTarget = new Map<string, PlacedClaim[]>();
  for (const placed of dataset.claims.values()) {
    const { attribution, against } = placed.claim;
    for (const entity of new Set(attribution.map((step) => step.entity))) if (entity) add(bySpeaker, entity, placed);
    for (const target of new Set(against)) add(byTarget, target, placed);
  }
  return { bySpeaker, byTarget };
}

function indexOf(dataset: Dataset): ClaimIndex {
  const known = indices.get(dataset) ?? buildIndex(dataset);
  indices.set(dataset, known);
  return known;
}

/** What an entity does in the claims that name it as a speaker. */
export type Voice = 'says' | 'denies' | 'limits' | 'questions' | 'silentOn' | 'relays';

const VOICES = {
  asserts: 'says',
  denies: 'denies',
  limits: 'limits',
  questions: 'questions',
  'no-comment': 'silentOn',
} as const;

/** All claims that name an entity as first speaker or as a relay. */
export function findSayings(dataset: Dataset, id: EntityId): readonly PlacedClaim[] {
  return indexOf(dataset).bySpeaker.get(id) ?? [];
}

/** The public ones of them, on what is let through, by what the entity does in them. */
export function findVoices({ dataset, asOf, choice }: Known, id: EntityId): Map<Voice, PlacedClaim[]> {
  const voices = new Map<Voice, PlacedClaim[]>();
  for (const placed of findSayings(dataset, id)) {
    const { claim, relation } = placed;
    if (!isPublic(dataset, claim, asOf) || (relation && !isPassing(choice, relation))) continue;
    const voice = claim.attribution[0]?.entity === id ? VOICES[claim.stance] : 'relays';
    voices.set(voice, [...(voices.get(voice) ?? []), placed]);
  }
  return voices;
}

/** The public claims made elsewhere that are set against a relation or a claim; filters do not part a claim from them. */
export function findOpponents({ dataset, asOf }: Known, target: string): PlacedClaim[] {
  const placed = indexOf(dataset).byTarget.get(target) ?? [];
  return placed.filter(({ claim }) => isPublic(dataset, claim, asOf));
}

/** How many such claims became public later. */
export function countLaterOpponents({ dataset, asOf }: Known, target: string): number {
  const placed = indexOf(dataset).byTarget.get(target) ?? [];
  return placed.filter(({ claim }) => isLater(dataset, claim, asOf)).length;
}

/** Other relations between the same two entities, in file order. */
export function findSiblings(dataset: Dataset, relation: Relation): Relation[] {
  const tie = dataset.ties.get(tieId(relation.from, relation.to));
  return (tie?.relations ?? []).flatMap((id) => (id === relation.id ? [] : (dataset.relations.get(id) ?? [])));
}
