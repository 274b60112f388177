import { isSameContent, uniteLists } from './mergeContent.ts';
import type { PlacedFile } from './mergeEntities.ts';
import { uniteFields } from './mergeFields.ts';
import { type Renaming, renameId, renameStory } from './mergeStory.ts';
import type { DatasetFile, EntityId } from './records.ts';

const RECORDS = new Set([
  'sayso',
  'sources',
  'entities',
  'relations',
  'relationTypes',
  'stories',
  'notes',
  'kept',
  'positions',
  'merged',
  'distinct',
  'joined',
]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Story ids are unique among stories; a story that is there already, under its id or one made of it, is not told twice. */
function joinStories(base: DatasetFile, added: DatasetFile, renaming: Renaming): readonly unknown[] {
  const stories = [...(base.stories ?? [])];
  const ids = new Map<unknown, unknown>(stories.map((story) => [isObject(story) ? story['id'] : story, story]));
  for (const told of added.stories ?? []) {
    const story = renameStory(told, renaming);
    const wanted = isObject(story) ? story['id'] : undefined;
    if (typeof wanted !== 'string' || !isObject(story)) {
      if (!stories.some((each) => isSameContent(each, story))) stories.push(story);
      continue;
    }
    let id = wanted;
    for (let i = 2; ids.has(id) && !isSameContent(ids.get(id), { ...story, id }); i += 1) id = `${wanted}~${i}`;
    if (ids.has(id)) continue;
    const own = id === wanted ? story : { ...story, id };
    ids.set(id, own);
    stories.push(own);
  }
  return stories;
}

/** What the added dataset says of itself where it is not what the base says: whose work it was stays known. */
function headOf(base: DatasetFile, added: DatasetFile): readonly object[] {
  const differing = Object.entries(added).filter(([name, value]) => {
    if (RECORDS.has(name)) return false;
    return !isSameContent(value, (base as unknown as Record<string, unknown>)[name]);
  });
  return differing.length > 0 ? [Object.fromEntries([['id', added.id], ['title', added.title], ...differing])] : [];
}

function joinDistinct(base: DatasetFile, added: DatasetFile, renaming: Renaming): readonly (readonly EntityId[])[] {
  const pairs = (added.distinct ?? []).map((pair) => pair.map((id) => renameId(id, renaming) as EntityId));
  return uniteLists(base.distinct ?? [], pairs);
}

function joinPositions(base: PlacedFile, added: PlacedFile, renaming: Renaming): object {
  if (base.positions || !added.positions) return {};
  const places = Object.entries(added.positions).map(([id, at]) => [renaming.ids.get(id) ?? id, at] as const);
  return { positions: Object.fromEntries(places) };
}

/**
 * Everything of a joined file but its records: the base's own, with the stories, notes and pairs of what is added, places
 * where the base has none, what formats keep, and in `joined` (an unknown field) what the added dataset said of itself.
 * Where nothing is new, nothing is given.
 */
export function joinHead(base: PlacedFile, added: PlacedFile, renaming: Renaming): Partial<PlacedFile> {
  const stories = joinStories(base, added, renaming);
  const distinct = joinDistinct(base, added, renaming);
  const own = base as PlacedFile & { readonly joined?: unknown };
  const listed = Array.isArray(own.joined) ? (own.joined as readonly unknown[]) : [];
  const earlier = (added as { readonly joined?: unknown }).joined;
  const joined = uniteLists(listed, [
    ...headOf(base, added),
    ...(Array.isArray(earlier) ? (earlier as unknown[]) : []),
  ]);
  const carried = Object.fromEntries(Object.entries(added).filter(([name]) => name === 'notes' || name === 'kept'));
  const before = Object.fromEntries(
    Object.entries(base).filter(([name]) => name === 'notes' || name === 'kept' || name === 'also'),
  );
  const kept = uniteFields(before, carried, new Set());
  return {
    ...(kept === before ? {} : kept),
    ...(stories.length > (base.stories?.length ?? 0) ? { stories } : {}),
    ...(distinct.length > (base.distinct?.length ?? 0) ? { distinct } : {}),
    ...(joined.length > listed.length ? { joined } : {}),
    ...joinPositions(base, added, renaming),
  };
}
