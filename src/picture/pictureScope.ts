import { DataError } from '../model/dataError.ts';
import type { Dataset, TieId } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import type { ClaimId, EntityId, RelationId, SourceId } from '../model/records.ts';
import { discBox } from '../scene/boxes.ts';
import { cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';

/** Which part of a scene becomes a picture. */
export interface PictureScope {
  readonly type: 'all' | 'visible' | 'selection' | 'neighbourhood';
  /** What is selected: entities, relations, ties, claims or sources. Others are ignored. */
  readonly ids?: readonly string[];
  /** Steps around the selection, 1 to 3; 1 where it is not given. */
  readonly hops?: number;
  /** The view in scene units, for `visible`; everything where it is not known. */
  readonly extent?: Box | null;
}

function endsOfRelation(dataset: Dataset, id: RelationId): EntityId[] {
  const relation = dataset.relations.get(id);
  return relation ? [relation.from, relation.to] : [];
}

function endsOfSource(dataset: Dataset, id: SourceId): EntityId[] {
  return [...dataset.claims.values()].flatMap(({ claim, relation, entity }) => {
    if (claim.source !== id) return [];
    return relation ? endsOfRelation(dataset, relation) : entity ? [entity] : [];
  });
}

/** The entities that a record is about: itself, its ends, or all that a source makes a claim about. */
function entitiesOf(dataset: Dataset, id: string): readonly EntityId[] {
  if (dataset.entities.has(id as EntityId)) return [id as EntityId];
  if (dataset.relations.has(id as RelationId)) return endsOfRelation(dataset, id as RelationId);
  const tie = dataset.ties.get(id as TieId);
  if (tie) return tie.ends;
  if (dataset.sources.has(id as SourceId)) return endsOfSource(dataset, id as SourceId);
  const placed = dataset.claims.get(id as ClaimId);
  if (placed?.relation) return endsOfRelation(dataset, placed.relation);
  return placed?.entity ? [placed.entity] : [];
}

/** The drawn entities that a selection is about, in its order. */
export function selectedEntities(dataset: Dataset, scene: Scene, ids: readonly string[]): EntityId[] {
  const drawn = new Set(scene.nodes.map(({ id }) => id));
  return [...new Set(ids.flatMap((id) => entitiesOf(dataset, id)))].filter((id) => drawn.has(id));
}

/** Everything drawn within so many drawn lines of the given entities. */
function spread(scene: Scene, from: readonly EntityId[], hops: number): Set<string> {
  const reached = new Set<string>(from);
  for (let hop = 0; hop < hops; hop += 1) {
    const before = new Set(reached);
    for (const edge of scene.edges) {
      if (before.has(edge.from)) reached.add(edge.to);
      if (before.has(edge.to)) reached.add(edge.from);
    }
    if (reached.size === before.size) break;
  }
  return reached;
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function entitiesInScope(dataset: Dataset, scene: Scene, scope: PictureScope): ReadonlySet<string> {
  const { type, ids = [], hops = 1, extent } = scope;
  const selected = selectedEntities(dataset, scene, ids);
  switch (type) {
    case 'all':
      return new Set(scene.nodes.map(({ id }) => id));
    case 'visible':
      return new Set(scene.nodes.filter((node) => !extent || meets(discBox(node), extent)).map(({ id }) => id));
    case 'selection':
      return new Set(selected);
    case 'neighbourhood':
      return spread(scene, selected, Math.min(3, Math.max(1, Math.floor(hops) || 1)));
  }
}

/**
 * The part of a scene that a scope asks for, at the same places: discs that are at least partly in view, what is
 * selected (relations stand for their ends), or what lies around it. Throws DataError `no-scope` with the scope's type where that is nothing.
 */
export function cutToScope(dataset: Dataset, scene: Scene, scope: PictureScope): Scene {
  const ids = entitiesInScope(dataset, scene, scope);
  if (ids.size === 0) throw new DataError('no-scope', '', { scope: scope.type });
  return ids.size === scene.nodes.length ? scene : cutScene(scene, ids);
}
