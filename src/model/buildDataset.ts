import type { Dataset, PlacedClaim, Tie, TieId } from './dataset.ts';
import type { ClaimId, DatasetFile, Entity, EntityId, Relation, RelationId } from './records.ts';

/** The id of the tie between two entities, the same from either end. */
export function tieId(a: EntityId, b: EntityId): TieId {
  // JSON keeps ids with any characters apart from each other.
  return (a <= b ? JSON.stringify([a, b]) : JSON.stringify([b, a])) as TieId;
}

/** The other ends of an entity's ties, in order of first appearance; itself where it is related to itself. */
export function findNeighbours({ relations, relationsOf }: Dataset, id: EntityId): EntityId[] {
  const found = new Set<EntityId>();
  for (const each of relationsOf.get(id) ?? []) {
    const relation = relations.get(each);
    if (relation) found.add(relation.from === id ? relation.to : relation.from);
  }
  return [...found];
}

function collectTies(relations: readonly Relation[]): Map<TieId, Tie> {
  const collected = new Map<TieId, { id: TieId; ends: [EntityId, EntityId]; relations: RelationId[] }>();
  for (const { id, from, to } of relations) {
    const key = tieId(from, to);
    const tie = collected.get(key);
    if (tie) tie.relations.push(id);
    else collected.set(key, { id: key, ends: [from, to], relations: [id] });
  }
  return collected;
}

function collectClaims(entities: readonly Entity[], relations: readonly Relation[]): Map<ClaimId, PlacedClaim> {
  const claims = new Map<ClaimId, PlacedClaim>();
  for (const { id, claims: own = [] } of entities) {
    for (const claim of own) claims.set(claim.id, { claim, relation: null, entity: id });
  }
  for (const { id, claims: own } of relations) {
    for (const claim of own) claims.set(claim.id, { claim, relation: id, entity: null });
  }
  return claims;
}

function collectRelationsOf({ entities, relations }: DatasetFile): Map<EntityId, RelationId[]> {
  const relationsOf = new Map<EntityId, RelationId[]>(entities.map(({ id }) => [id, []]));
  for (const { id, from, to } of relations) {
    relationsOf.get(from)?.push(id);
    if (from !== to) relationsOf.get(to)?.push(id);
  }
  return relationsOf;
}

/** The same as `buildDataset` in steps of at most some 80 ms at 50,000 relations: the caller may let the page answer between them. */
export function* buildDatasetInSteps(file: DatasetFile): Generator<undefined, Dataset, void> {
  const relationsOf = collectRelationsOf(file);
  yield;
  const ties = collectTies(file.relations);
  yield;
  const claims = collectClaims(file.entities, file.relations);
  yield;
  return {
    file,
    sources: new Map(file.sources.map((source) => [source.id, source])),
    entities: new Map(file.entities.map((entity) => [entity.id, entity])),
    relations: new Map(file.relations.map((relation) => [relation.id, relation])),
    types: new Map(file.relationTypes.map((type) => [type.id, type])),
    claims,
    ties,
    relationsOf,
    mostRelations: [...relationsOf.values()].reduce((most, { length }) => Math.max(most, length), 0),
  };
}

/**
 * Indexes a file that is known to be valid (`parseDataset` for one that is not). Linear. The file is kept by reference
 * and belongs to the dataset from then on.
 */
export function buildDataset(file: DatasetFile): Dataset {
  const steps = buildDatasetInSteps(file);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
