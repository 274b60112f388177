import { uniteEntity } from './mergeFields.ts';
import { mapEntity, mapRelation } from './mergeReferences.ts';
import { type Renaming, renameStory } from './mergeStory.ts';
import type { DatasetFile, Entity, EntityId, MergedEntity, Relation } from './records.ts';

/** A file with the places that importers give entities, by id. */
export type PlacedFile = DatasetFile & { readonly positions?: Readonly<Record<string, unknown>> };

/** How references change when one entity goes into another. */
export function renamingOf(gone: EntityId, kept: EntityId): Renaming {
  return { ids: new Map([[gone, kept]]), gone: new Set([gone]) };
}

/** The kept entity of a merge: all that both have, its own references to the other included. */
export function buildKept(kept: Entity, gone: Entity, { ids }: Renaming): Entity {
  return mapEntity(uniteEntity(kept, gone), ids);
}

function mergePositions(file: PlacedFile, gone: EntityId, kept: EntityId): Partial<PlacedFile> {
  const { positions } = file;
  if (!positions || !Object.hasOwn(positions, gone)) return {};
  const others = Object.entries(positions).filter(([id]) => id !== gone);
  const moved: [string, unknown][] = Object.hasOwn(positions, kept) ? [] : [[kept, positions[gone]]];
  return { positions: Object.fromEntries([...others, ...moved]) };
}

function placesBefore({ positions }: PlacedFile, ids: readonly EntityId[]): object {
  const places = ids.flatMap((id): [string, unknown][] =>
    positions && Object.hasOwn(positions, id) ? [[id, positions[id]]] : [],
  );
  return places.length > 0 ? { positions: Object.fromEntries(places) } : {};
}

/** Merges one entity into another; the very file where one of them is not there. */
export function mergeOne(file: PlacedFile, into: EntityId, id: EntityId, at?: string): PlacedFile {
  const index = file.entities.findIndex((entity) => entity.id === id);
  const gone = file.entities[index];
  const kept = file.entities.find((entity) => entity.id === into);
  if (!gone || !kept || gone === kept) return file;
  const renaming = renamingOf(id, into);
  const changed = { entities: [] as Entity[], relations: [] as Relation[] };
  const entities = file.entities.flatMap((entity) => {
    if (entity === gone) return [];
    if (entity === kept) return [buildKept(kept, gone, renaming)];
    const now = mapEntity(entity, renaming.ids);
    if (now !== entity) changed.entities.push(entity);
    return [now];
  });
  const relations = file.relations.map((relation) => {
    const now = mapRelation(relation, renaming.ids);
    if (now !== relation) changed.relations.push(relation);
    return now;
  });
  const told = (file.stories ?? []).map((story) => renameStory(story, renaming));
  const stories = (file.stories ?? []).flatMap((story, i) => (story === told[i] ? [] : [{ index: i, story }]));
  const before: MergedEntity['before'] = { index, gone, kept, ...changed, stories, ...placesBefore(file, [id, into]) };
  return {
    ...file,
    ...mergePositions(file, id, into),
    entities,
    relations,
    ...(stories.length > 0 ? { stories: told } : {}),
    merged: [...(file.merged ?? []), { into, ...(at === undefined ? {} : { at }), before }],
  };
}

/**
 * Makes entities one, which keeps the id and name of `into`: it gets their names as aliases, their fields and claims, and
 * everything that named them names it. A relation between them stays, from it to itself. `file.merged` keeps what was, an
 * entry for each, so that `unmergeEntities` can take back any of them; `at` is the EDTF day. Ids that the file lacks are
 * passed over. Linear in the file for each id.
 */
export function mergeEntities(file: PlacedFile, into: EntityId, ids: readonly EntityId[], at?: string): PlacedFile {
  return ids.reduce((now, id) => mergeOne(now, into, id, at), file);
}
