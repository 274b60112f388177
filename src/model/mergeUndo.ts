import { DataError } from './dataError.ts';
import { contentOf, isSameContent } from './mergeContent.ts';
import { buildKept, mergeOne, type PlacedFile, renamingOf } from './mergeEntities.ts';
import { type IdMap, mapClaim, mapEntity, mapList, mapRelation } from './mergeReferences.ts';
import { type Renaming, renameStep, renameStory } from './mergeStory.ts';
import type { Claim, DatasetFile, Entity, MergedEntity, Relation } from './records.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Claims as they were, where nobody has changed them since. */
function revertClaims(claims: readonly Claim[], before: readonly Claim[], ids: IdMap): readonly Claim[] {
  const known = new Map(before.map((claim) => [claim.id, claim]));
  return mapList(claims, (claim) => {
    const was = known.get(claim.id);
    return was && isSameContent(mapClaim(was, ids), claim) ? was : claim;
  });
}

function revertRelation(relation: Relation, was: Relation, ids: IdMap): Relation {
  if (isSameContent(mapRelation(was, ids), relation)) return was;
  const end = (now: Relation['from'], then: Relation['from']): Relation['from'] => (ids.get(then) === now ? then : now);
  const claims = revertClaims(relation.claims, was.claims, ids);
  return { ...relation, from: end(relation.from, was.from), to: end(relation.to, was.to), claims };
}

function revertEntity(entity: Entity, was: Entity, ids: IdMap): Entity {
  if (isSameContent(mapEntity(was, ids), entity)) return was;
  return entity.claims ? { ...entity, claims: revertClaims(entity.claims, was.claims ?? [], ids) } : entity;
}

/** A value without what a merge had made of it: as before where it is as the merge left it, else without what that added. */
function revertValue(now: unknown, merged: unknown, before: unknown): unknown {
  if (isSameContent(now, merged)) return before;
  if (Array.isArray(now) && Array.isArray(merged)) {
    const own = new Set((Array.isArray(before) ? before : []).map(contentOf));
    const brought = new Set(merged.map(contentOf).filter((content) => !own.has(content)));
    return now.filter((item) => !brought.has(contentOf(item)));
  }
  return isObject(now) && isObject(merged) ? revertFields(now, merged, isObject(before) ? before : {}) : now;
}

function revertFields(now: Loose, merged: Loose, before: Loose): Loose {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  const own = (record: Loose, name: string): unknown => (Object.hasOwn(record, name) ? record[name] : undefined);
  return Object.fromEntries(
    [...names].flatMap((name): [string, unknown][] => {
      const value = revertValue(own(now, name), own(merged, name), own(before, name));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The two entities of a merge as they are without it. Whoever changed the kept one since has changed that one. */
function partEntities(
  now: Entity,
  { before }: MergedEntity,
  renaming: Renaming,
): readonly [kept: Entity, gone: Entity] {
  const { kept, gone } = before;
  const merged = buildKept(kept, gone, renaming);
  if (isSameContent(merged, now)) return [kept, gone];
  const theirs = new Set(gone.claims?.map(({ id }) => id));
  const claims = revertClaims(now.claims ?? [], [...(kept.claims ?? []), ...(gone.claims ?? [])], renaming.ids);
  const [{ claims: _now, ...fields }, { claims: _merged, ...mergedFields }, { claims: _kept, ...keptFields }] = [
    now,
    merged,
    kept,
  ];
  const without = (entity: object, own: readonly Claim[], had: boolean): Entity => {
    const { claims: _old, ...bare } = entity as Entity;
    return { ...bare, ...(own.length > 0 || had ? { claims: own } : {}) };
  };
  return [
    without(
      revertFields(fields, mergedFields, keptFields),
      claims.filter(({ id }) => !theirs.has(id)),
      kept.claims !== undefined,
    ),
    without(
      // Only what is still there may be named.
      gone.about ? { ...gone, about: gone.about.filter((id) => now.about?.includes(id)) } : gone,
      claims.filter(({ id }) => theirs.has(id)),
      gone.claims !== undefined,
    ),
  ];
}

/** A story as it was, or those of its steps that nobody has changed since. */
function revertStory(story: unknown, was: unknown, renaming: Renaming): unknown {
  if (isSameContent(renameStory(was, renaming), story)) return was;
  if (!isObject(story) || !isObject(was) || !Array.isArray(story['steps']) || !Array.isArray(was['steps']))
    return story;
  const before = new Map(was['steps'].map((step: unknown) => [isObject(step) ? step['id'] : undefined, step]));
  const steps = mapList(story['steps'] as unknown[], (step) => {
    const old = isObject(step) ? before.get(step['id']) : undefined;
    return old !== undefined && isSameContent(renameStep(old, renaming), step) ? old : step;
  });
  return { ...story, steps };
}

function revertStories({ stories }: DatasetFile, { before }: MergedEntity, renaming: Renaming): object {
  if (!stories || before.stories.length === 0) return {};
  const now = [...stories];
  for (const { index, story: was } of before.stories) {
    const renamed = renameStory(was, renaming);
    const id = isObject(was) ? was['id'] : undefined;
    const isIt = (story: unknown): boolean => isSameContent(story, renamed);
    const found = [
      isIt(now[index]) ? index : -1,
      now.findIndex(isIt),
      now.findIndex((story) => id !== undefined && isObject(story) && story['id'] === id),
    ].find((at) => at >= 0);
    if (found !== undefined) now[found] = revertStory(now[found], was, renaming);
  }
  return { stories: now };
}

function revertPositions(file: PlacedFile, { into, before }: MergedEntity): Partial<PlacedFile> {
  const was = before.positions;
  const { gone } = before;
  if (!was || !Object.hasOwn(was, gone.id)) return {};
  const places = new Map(Object.entries(file.positions ?? {}));
  if (!Object.hasOwn(was, into) && isSameContent(places.get(into), was[gone.id])) places.delete(into);
  places.set(gone.id, was[gone.id]);
  return { positions: Object.fromEntries(places) };
}

/** Takes back a merge that no later one rests on. Throws DataError `unmerge-impossible` where the file no longer has what it was about. */
function revertOne(file: PlacedFile, entry: MergedEntity): PlacedFile {
  const { into, before } = entry;
  const { gone, index } = before;
  const at = file.entities.findIndex(({ id }) => id === into);
  const now = file.entities[at];
  if (!now || before.kept.id !== into || gone.id === into || file.entities.some(({ id }) => id === gone.id)) {
    throw new DataError('unmerge-impossible', '', { name: gone.name });
  }
  const renaming = renamingOf(gone.id, into);
  const { ids } = renaming;
  const [kept, back] = partEntities(now, entry, renaming);
  const others = new Map(before.entities.map((entity) => [entity.id, entity]));
  const relationsBefore = new Map(before.relations.map((relation) => [relation.id, relation]));
  const entities = file.entities.map((entity, i) => {
    if (i === at) return kept;
    const was = others.get(entity.id);
    return was ? revertEntity(entity, was, ids) : entity;
  });
  entities.splice(index, 0, back);
  return {
    ...file,
    ...revertStories(file, entry, renaming),
    ...revertPositions(file, entry),
    entities,
    relations: file.relations.map((relation) => {
      const was = relationsBefore.get(relation.id);
      return was ? revertRelation(relation, was, ids) : relation;
    }),
  };
}

/**
 * Takes back one merge of `file.merged`, whichever: the file is then what it would be without it, with the later merges
 * done again. What was added to it or changed since stays, with the kept entity. Throws DataError `unmerge-impossible`
 * {name} where the kept entity is gone, or the id is taken by another. Linear in the file for each merge since.
 */
export function unmergeEntities(file: PlacedFile, index: number): PlacedFile {
  const all = file.merged ?? [];
  if (!all[index]) return file;
  const { merged: _all, ...parted } = all.slice(index).reduceRight(revertOne, file);
  const earlier = all.slice(0, index);
  const start: PlacedFile = earlier.length > 0 ? { ...parted, merged: earlier } : parted;
  return all.slice(index + 1).reduce((now, { into, at, before }) => mergeOne(now, into, before.gone.id, at), start);
}
