import { tieId } from './buildDataset.ts';
import type { IdMap } from './mergeReferences.ts';
import type { EntityId } from './records.ts';

/** How ids are to be read: what they became, and which of them stand for an entity that went into another. */
export interface Renaming {
  readonly ids: IdMap;
  /** What is said of their own place in the picture is dropped: where they were hidden or pinned, the other is not. */
  readonly gone: ReadonlySet<string>;
}

function mapTie(id: string, { ids }: Renaming): string {
  if (!id.startsWith('["')) return id;
  try {
    const [a, b, ...rest]: unknown[] = JSON.parse(id);
    if (typeof a !== 'string' || typeof b !== 'string' || rest.length > 0) return id;
    const ends = [ids.get(a), ids.get(b)];
    if (ends[0] === undefined && ends[1] === undefined) return id;
    return tieId((ends[0] ?? a) as EntityId, (ends[1] ?? b) as EntityId);
  } catch {
    return id;
  }
}

/** What the id of any record, a tie too, has become. */
export function renameId(id: string, renaming: Renaming): string {
  return renaming.ids.get(id) ?? mapTie(id, renaming);
}

/** What a voice's key has become (`id ENTITY`, `own SOURCE`, `source SOURCE`). */
export function renameVoice(key: string, { ids }: Renaming): string {
  const at = key.indexOf(' ');
  const [word, id] = [key.slice(0, at), key.slice(at + 1)];
  const to = ['id', 'own', 'source'].includes(word) ? ids.get(id) : undefined;
  return to === undefined ? key : `${word} ${to}`;
}

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with some of its fields replaced; the very value where none changes. */
function change(value: unknown, fields: Readonly<Record<string, (field: unknown) => unknown>>): unknown {
  if (!isObject(value)) return value;
  const changed = Object.entries(fields).flatMap(([name, map]): [string, unknown][] => {
    if (!Object.hasOwn(value, name)) return [];
    const now = map(value[name]);
    return now === value[name] ? [] : [[name, now]];
  });
  return changed.length > 0 ? { ...value, ...Object.fromEntries(changed) } : value;
}

function eachOf(list: unknown, map: (item: unknown) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  const now: unknown[] = list.map(map);
  return now.every((item, i) => item === list[i]) ? list : now;
}

/** Ids in order, each once where some became the same. */
function renameList(list: unknown, rename: (id: string) => string): unknown {
  const now = eachOf(list, (id) => (typeof id === 'string' ? rename(id) : id));
  return now === list ? list : [...new Set(now as unknown[])];
}

/**
 * A view as plain data (a step of a story), or one of the page, in which records go by other ids; the very value where
 * nothing changes. Anything that is not of the form stays as it is.
 */
export function renameView(view: unknown, renaming: Renaming): unknown {
  const { gone } = renaming;
  const ids = (list: unknown): unknown => renameList(list, (id) => renameId(id, renaming));
  const voices = (list: unknown): unknown => renameList(list, (key) => renameVoice(key, renaming));
  const stay = (list: unknown): unknown => {
    if (!Array.isArray(list)) return list;
    const left: unknown[] = list.filter((id) => !gone.has(id));
    return ids(left.length < list.length ? left : list);
  };
  const at = (place: unknown): unknown =>
    change(place, {
      entity: (id) => (typeof id === 'string' ? renameId(id, renaming) : id),
      relation: (id) => (typeof id === 'string' ? renameId(id, renaming) : id),
    });
  const moved = (places: unknown): unknown => {
    if (places instanceof Map) {
      if (![...places.keys()].some((id) => gone.has(id) || renaming.ids.has(id))) return places;
      const left = [...places].filter(([id]) => !gone.has(id));
      return new Map(left.map(([id, point]) => [renameId(id, renaming), point]));
    }
    if (!Array.isArray(places)) return places;
    const left: unknown[] = places.filter((place) => !(isObject(place) && gone.has(place['id'] as string)));
    return eachOf(left.length < places.length ? left : places, (place) =>
      change(place, { id: (id) => (typeof id === 'string' ? renameId(id, renaming) : id) }),
    );
  };
  return change(view, {
    filters: (filters) => change(filters, { types: ids, sources: ids, speakers: voices }),
    focus: (focus) => change(focus, { ids }),
    expanded: ids,
    added: ids,
    collapsed: stay,
    hidden: stay,
    pinned: stay,
    moved,
    callouts: (callouts) => eachOf(callouts, (callout) => change(callout, { at })),
  });
}

/** One step of a story in which records go by other ids; the very value where nothing changes. */
export function renameStep(step: unknown, renaming: Renaming): unknown {
  const ids = (list: unknown): unknown => renameList(list, (id) => renameId(id, renaming));
  return change(step, { selection: ids, show: ids, view: (view) => renameView(view, renaming) });
}

/** A story, of whatever shape, in which records go by other ids; the very value where nothing changes. Linear. */
export function renameStory(story: unknown, renaming: Renaming): unknown {
  return change(story, { steps: (steps) => eachOf(steps, (step) => renameStep(step, renaming)) });
}
