import { tieId } from '../model/buildDataset.ts';
import type { Dataset, TieId } from '../model/dataset.ts';
import type { FoundPath } from '../model/pathAnswer.ts';
import type { ClaimId, EntityId, RelationId, SourceId } from '../model/records.ts';
import { eventOf, isPublic } from '../model/standing.ts';
import { isThrough, type VoiceKey } from '../model/voices.ts';
import type { Emphasis, Scene } from './scene.ts';

/** Nothing stands out. */
export const NO_EMPHASIS: Emphasis = { veil: false, selected: new Set(), near: new Set() };

interface Collected {
  readonly selected: Set<string>;
  readonly near: Set<string>;
}

function addRelation(dataset: Dataset, id: RelationId, into: Collected, as: keyof Collected): void {
  const relation = dataset.relations.get(id);
  if (!relation) return;
  into[as].add(tieId(relation.from, relation.to));
  into.near.add(relation.from).add(relation.to);
}

function addEntity(dataset: Dataset, id: EntityId, into: Collected): void {
  into.selected.add(id);
  for (const relationId of dataset.relationsOf.get(id) ?? []) addRelation(dataset, relationId, into, 'near');
}

function addTie(dataset: Dataset, id: TieId, into: Collected): void {
  const tie = dataset.ties.get(id);
  for (const relation of tie?.relations ?? []) addRelation(dataset, relation, into, 'selected');
}

function addSource(dataset: Dataset, id: SourceId, into: Collected): void {
  for (const { claim, relation, entity } of dataset.claims.values()) {
    if (claim.source !== id) continue;
    if (relation) addRelation(dataset, relation, into, 'near');
    if (entity) into.near.add(entity);
  }
}

function addRecord(dataset: Dataset, id: string, into: Collected): void {
  const placed = dataset.claims.get(id as ClaimId);
  if (dataset.entities.has(id as EntityId)) addEntity(dataset, id as EntityId, into);
  else if (dataset.relations.has(id as RelationId)) addRelation(dataset, id as RelationId, into, 'selected');
  else if (dataset.ties.has(id as TieId)) addTie(dataset, id as TieId, into);
  else if (dataset.sources.has(id as SourceId)) addSource(dataset, id as SourceId, into);
  else if (placed?.relation) addRelation(dataset, placed.relation, into, 'selected');
  else if (placed?.entity) into.selected.add(placed.entity);
}

function standOut(scene: Scene, into: Collected): Emphasis {
  const stands = (id: string): boolean => into.selected.has(id) || into.near.has(id);
  const veil = scene.nodes.some(({ id }) => stands(id)) || scene.edges.some(({ id }) => stands(id));
  return veil ? { veil, ...into } : NO_EMPHASIS;
}

/** What is said of an Event is said of its roles; of any other entity, of itself alone. */
function addSaidOf(dataset: Dataset, id: EntityId, into: Collected): void {
  into.near.add(id);
  for (const relationId of dataset.relationsOf.get(id) ?? []) {
    const relation = dataset.relations.get(relationId);
    if (relation && eventOf(dataset, relation) === id) addRelation(dataset, relationId, into, 'selected');
  }
}

/**
 * What stands out when the given records (entities, relations, ties, claims, sources; others are ignored) are selected
 * or pointed at. The veil falls only where something of it is in the scene, so that selecting what is not drawn hides
 * nothing.
 */
export function buildEmphasis(dataset: Dataset, scene: Scene, ids: readonly string[]): Emphasis {
  if (ids.length === 0) return NO_EMPHASIS;
  const into: Collected = { selected: new Set(), near: new Set() };
  for (const id of ids) addRecord(dataset, id, into);
  return standOut(scene, into);
}

/** A path and nothing else stands out: its entities and the lines of its steps. */
export function emphasisePath(scene: Scene, { entities }: FoundPath): Emphasis {
  const ties = entities.slice(1).map((id, i) => tieId(entities[i] ?? id, id));
  const [first, last] = [entities[0], entities.at(-1)];
  const ends = [first, last].filter((id) => id !== undefined);
  return standOut(scene, { selected: new Set<string>([...ends, ...ties]), near: new Set<string>(entities) });
}

/** Everything that a voice says or passes on stands out, wherever it is drawn. Linear in the claims. */
export function emphasiseVoice(dataset: Dataset, scene: Scene, voice: VoiceKey, asOf: number | null): Emphasis {
  const into: Collected = { selected: new Set(), near: new Set() };
  for (const { claim, relation, entity } of dataset.claims.values()) {
    if (!isThrough(claim, voice) || !isPublic(dataset, claim, asOf)) continue;
    if (relation) addRelation(dataset, relation, into, 'selected');
    if (entity) addSaidOf(dataset, entity, into);
  }
  return standOut(scene, into);
}
