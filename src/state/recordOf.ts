import type { Dataset, Tie, TieId } from '../model/dataset.ts';
import type { ClaimId, Entity, EntityId, Relation, RelationId, Source, SourceId } from '../model/records.ts';

/** A record that can be selected, with its type. A claim is selected as what it is about. */
export type Found =
  | { readonly type: 'entity'; readonly entity: Entity }
  | { readonly type: 'relation'; readonly relation: Relation }
  | { readonly type: 'tie'; readonly tie: Tie }
  | { readonly type: 'source'; readonly source: Source };

/** The record behind an id; undefined where the dataset has none. */
export function findRecord(dataset: Dataset, id: string): Found | undefined {
  const entity = dataset.entities.get(id as EntityId);
  if (entity) return { type: 'entity', entity };
  const relation = dataset.relations.get(id as RelationId);
  if (relation) return { type: 'relation', relation };
  const source = dataset.sources.get(id as SourceId);
  if (source) return { type: 'source', source };
  const tie = dataset.ties.get(id as TieId);
  if (tie) return { type: 'tie', tie };
  const placed = dataset.claims.get(id as ClaimId);
  const about = placed?.relation ?? placed?.entity;
  return about ? findRecord(dataset, about) : undefined;
}

/** Whether an id names anything of the dataset. */
export function isRecord(dataset: Dataset, id: string): boolean {
  return findRecord(dataset, id) !== undefined;
}
