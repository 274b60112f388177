import type {
  Claim,
  ClaimId,
  DatasetFile,
  Entity,
  EntityId,
  Relation,
  RelationId,
  RelationType,
  Source,
  SourceId,
  TypeId,
} from './records.ts';

/** Between the same two entities, in either direction; `ends` in order of first appearance. */
export type TieId = string & { readonly tie: true };
export interface Tie {
  readonly id: TieId;
  readonly ends: readonly [EntityId, EntityId];
  readonly relations: readonly RelationId[];
}

/** A claim with the record it is made about. */
export interface PlacedClaim {
  readonly claim: Claim;
  readonly relation: RelationId | null;
  readonly entity: EntityId | null;
}

/** What is loaded: read-only records by id, and indices. Replaced whole on load, never changed. */
export interface Dataset {
  /** As loaded, unknown fields and all: what `dataset()` returns and save writes. */
  readonly file: DatasetFile;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly types: ReadonlyMap<TypeId, RelationType>;
  readonly claims: ReadonlyMap<ClaimId, PlacedClaim>;
  readonly ties: ReadonlyMap<TieId, Tie>;
  /** Relations by either end, in file order; every entity has an entry. */
  readonly relationsOf: ReadonlyMap<EntityId, readonly RelationId[]>;
  /** The number of relations of the best-connected entity. */
  readonly mostRelations: number;
}
