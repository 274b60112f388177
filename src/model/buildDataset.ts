import type { Dataset, PlacedClaim, TieId } from './dataset.ts';
import type { ClaimId, DatasetFile, EntityId, RelationId } from './records.ts';

/** Records between two pauses. */
const STEP = 10_000;

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

/** Calls `take` with each record; the caller may let the page answer now and then. */
function* takeEach<Row>(rows: readonly Row[], take: (row: Row) => void): Generator<undefined, void, void> {
  for (let i = 0; i < rows.length; i += STEP) {
    yield;
    for (const row of rows.slice(i, i + STEP)) take(row);
  }
}

function* indexById<Row extends { readonly id: string }>(
  rows: readonly Row[],
): Generator<undefined, Map<Row['id'], Row>, void> {
  const index = new Map<Row['id'], Row>();
  yield* takeEach(rows, (row) => index.set(row.id, row));
  return index;
}

/** The same as `buildDataset` in steps of some 30 ms. */
export function* buildDatasetInSteps(file: DatasetFile): Generator<undefined, Dataset, void> {
  const collected = new Map<TieId, { id: TieId; ends: [EntityId, EntityId]; relations: RelationId[] }>();
  const claims = new Map<ClaimId, PlacedClaim>();
  const relationsOf = new Map<EntityId, RelationId[]>();
  yield* takeEach(file.entities, ({ id, claims: own = [] }) => {
    relationsOf.set(id, []);
    for (const claim of own) claims.set(claim.id, { claim, relation: null, entity: id });
  });
  yield* takeEach(file.relations, ({ id, from, to, claims: own }) => {
    relationsOf.get(from)?.push(id);
    if (from !== to) relationsOf.get(to)?.push(id);
    const key = tieId(from, to);
    const tie = collected.get(key);
    if (tie) tie.relations.push(id);
    else collected.set(key, { id: key, ends: [from, to], relations: [id] });
    for (const claim of own) claims.set(claim.id, { claim, relation: id, entity: null });
  });
  return {
    file,
    sources: yield* indexById(file.sources),
    entities: yield* indexById(file.entities),
    relations: yield* indexById(file.relations),
    types: yield* indexById(file.relationTypes),
    claims,
    ties: collected,
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
