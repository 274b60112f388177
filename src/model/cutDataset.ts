import type { Dataset } from './dataset.ts';
import { type DatasetPart, findKeptRecords, type KeptRecords } from './keptRecords.ts';
import { cutMerges } from './mergeCut.ts';
import type { Claim, ClaimId, DatasetFile, Entity, Relation, RelationId } from './records.ts';

/** What goes with a part beside its records. */
export interface CutOptions {
  /** Private notes of the maker; left out where it is not true. */
  readonly notes?: boolean;
  /** True for those of the file, or the stories as they are now; none where it is not given. */
  readonly stories?: boolean | readonly unknown[];
}

/** What a part could not take along whole. */
export interface CutCounts {
  /** Entities that are only named, without what is said about them. */
  readonly named: number;
  /** Relations that nobody asked for, added so that no standing changes. */
  readonly addedRoles: number;
  /** References to relations and claims outside the part, kept in `againstElsewhere` and `aboutElsewhere`. */
  readonly elsewhere: number;
  /** Claims outside the part that are set against something in it. */
  readonly opponents: number;
}

interface Cutting {
  readonly kept: KeptRecords;
  readonly claims: ReadonlySet<string>;
  readonly notes: boolean;
}

/** `notes` is the maker's own wherever it stands; `note` of a claim is for readers. */
function withoutNotes<Row extends object>(record: Row, notes: boolean): Row {
  if (notes || !Object.hasOwn(record, 'notes')) return record;
  const { notes: _private, ...published } = record as Row & { notes?: unknown };
  return published as unknown as Row;
}

/** References parted into those that the part holds and those that lead out of it. */
function partReferences<Id extends string>(ids: readonly Id[], isHere: (id: Id) => boolean): readonly [Id[], Id[]] {
  return [ids.filter(isHere), ids.filter((id) => !isHere(id))];
}

function cutClaim({ kept, claims, notes }: Cutting, claim: Claim): Claim {
  const bare = withoutNotes(claim, notes);
  if (!bare.against) return bare;
  const [against, away] = partReferences(bare.against, (id) => claims.has(id) || kept.relations.has(id as RelationId));
  if (away.length === 0) return bare;
  const { against: _all, ...rest } = bare;
  return { ...rest, ...(against.length > 0 ? { against } : {}), againstElsewhere: away } as Claim;
}

function cutEntity(cutting: Cutting, entity: Entity): Entity[] {
  const { kept, notes } = cutting;
  const bare = withoutNotes(entity, notes);
  if (kept.named.has(entity.id)) {
    const { claims: _claims, about: _about, ...identity } = bare;
    return [identity];
  }
  if (!kept.entities.has(entity.id)) return [];
  const { about: all, claims, ...rest } = bare;
  const [about, away] = partReferences(all ?? [], (id) => kept.relations.has(id));
  return [
    {
      ...rest,
      ...(claims ? { claims: claims.map((claim) => cutClaim(cutting, claim)) } : {}),
      ...(all && (about.length > 0 || away.length === 0) ? { about } : {}),
      ...(away.length > 0 ? { aboutElsewhere: away } : {}),
    },
  ];
}

function cutRelation(cutting: Cutting, relation: Relation): Relation[] {
  if (!cutting.kept.relations.has(relation.id)) return [];
  const claims = relation.claims.map((claim) => cutClaim(cutting, claim));
  return [{ ...withoutNotes(relation, cutting.notes), claims }];
}

function claimIdsOf({ claims }: Dataset, { entities, relations }: KeptRecords): Set<ClaimId> {
  const kept = [...claims].filter(([, { relation, entity }]) =>
    relation ? relations.has(relation) : entity !== null && entities.has(entity),
  );
  return new Set(kept.map(([id]) => id));
}

/** What the file says of itself as a part; a whole says nothing. */
function sayWhole({ file }: Dataset, { isWhole }: KeptRecords): object {
  if (isWhole) return {};
  const { id, version, updated } = file;
  return { partOf: { id, version, updated, entities: file.entities.length, relations: file.relations.length } };
}

/**
 * A part of a dataset as a file of its own, valid under `parseDataset`, in which every relation and Event of the part has
 * the standing that it has in the whole: with exactly the claims, types, sources and named entities that this takes (the whole
 * keeps them all), in file order, unknown fields and all. What the references lead out of is kept in `againstElsewhere` and
 * `aboutElsewhere`, what it is a part of in `partOf`. Shares records with the dataset. Linear in the dataset.
 */
export function cutDataset(dataset: Dataset, part: DatasetPart, options: CutOptions = {}): DatasetFile {
  const kept = findKeptRecords(dataset, part);
  const notes = options.notes ?? false;
  const cutting: Cutting = { kept, claims: claimIdsOf(dataset, kept), notes };
  const { stories: own, merged: _merged, distinct: _distinct, ...file } = withoutNotes(dataset.file, notes);
  const stories = options.stories === true ? own : options.stories || undefined;
  return {
    ...file,
    ...sayWhole(dataset, kept),
    sources: file.sources
      .filter(({ id }) => kept.isWhole || kept.sources.has(id))
      .map((source) => withoutNotes(source, notes)),
    entities: file.entities.flatMap((entity) => cutEntity(cutting, entity)),
    relations: file.relations.flatMap((relation) => cutRelation(cutting, relation)),
    relationTypes: file.relationTypes.filter(({ id }) => kept.isWhole || kept.types.has(id)),
    ...(stories ? { stories } : {}),
    ...cutMerges(dataset.file, kept, { notes, stories: stories !== undefined }),
  };
}

/** How much a part could not take along whole, for a sentence to the reader. Linear in the dataset. */
export function countCutOff(dataset: Dataset, part: DatasetPart): CutCounts {
  const kept = findKeptRecords(dataset, part);
  const claims = claimIdsOf(dataset, kept);
  const isHere = (id: string): boolean => claims.has(id as ClaimId) || kept.relations.has(id as RelationId);
  let elsewhere = 0;
  let opponents = 0;
  for (const [id, { claim }] of dataset.claims) {
    const against = claim.against ?? [];
    if (claims.has(id)) elsewhere += against.filter((each) => !isHere(each)).length;
    else if (against.some(isHere)) opponents += 1;
  }
  for (const id of kept.entities)
    elsewhere += (dataset.entities.get(id)?.about ?? []).filter((each) => !isHere(each)).length;
  return { named: kept.named.size, addedRoles: kept.addedRoles, elsewhere, opponents };
}
