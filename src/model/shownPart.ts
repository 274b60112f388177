import { findNeighbours } from './buildDataset.ts';
import type { Dataset } from './dataset.ts';
import type { EntityId } from './records.ts';

/** The canvas holds at most about this many discs and lines together (DESIGN 6.1). */
const ELEMENT_LIMIT = 1500;
/** Where the whole would be too much to read: at most so many neighbours, and so many lines, around the middle. */
const READABLE = { neighbours: 24, ties: 36 } as const;

/** A focus: everything within `hops` of the given entities. */
export interface Focus {
  readonly ids: readonly EntityId[];
  readonly hops: number;
}

/** The entities to show. `limited`: fewer than was asked for, to keep the picture readable. */
export interface ShownPart {
  readonly ids: ReadonlySet<EntityId>;
  readonly limited: boolean;
}

const degreeOf = (dataset: Dataset, id: EntityId): number => dataset.relationsOf.get(id)?.length ?? 0;

/** The entity with the most relations, the first of them in file order; undefined for an empty dataset. */
function findBestConnected(dataset: Dataset): EntityId | undefined {
  let best: EntityId | undefined;
  let most = -1;
  for (const [id, relations] of dataset.relationsOf) {
    if (relations.length > most) {
      best = id;
      most = relations.length;
    }
  }
  return best;
}

/** Neighbours of an entity, those with the most relations first, ties broken by file order. */
function rankNeighbours(dataset: Dataset, id: EntityId): EntityId[] {
  const neighbours = findNeighbours(dataset, id);
  const order = new Map(neighbours.map((neighbour, i) => [neighbour, i]));
  return neighbours.toSorted(
    (a, b) => degreeOf(dataset, b) - degreeOf(dataset, a) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
}

function countTies(dataset: Dataset, ids: ReadonlySet<EntityId>): number {
  let ties = 0;
  for (const { ends } of dataset.ties.values()) if (ids.has(ends[0]) && ids.has(ends[1])) ties += 1;
  return ties;
}

/** Neighbours of these that are not among `ids` yet, the strongest of each first. */
function nextRing(dataset: Dataset, ring: readonly EntityId[], ids: ReadonlySet<EntityId>): EntityId[] {
  const next = new Set(ring.flatMap((id) => rankNeighbours(dataset, id)));
  return [...next].filter((id) => !ids.has(id));
}

/** Everything within `hops` of the given entities, breadth first, cut at `limit` entities. */
function spread(dataset: Dataset, focus: Focus, limit: number): ShownPart {
  const ids = new Set<EntityId>(focus.ids.filter((id) => dataset.entities.has(id)));
  let ring = [...ids];
  for (let hop = 0; hop < focus.hops; hop += 1) {
    const next = nextRing(dataset, ring, ids);
    const room = Math.max(0, limit - ids.size);
    for (const id of next.slice(0, room)) ids.add(id);
    if (next.length > room) return { ids, limited: true };
    ring = next;
  }
  return { ids, limited: false };
}

function isDrawable(dataset: Dataset, ids: ReadonlySet<EntityId>): boolean {
  return ids.size + countTies(dataset, ids) <= ELEMENT_LIMIT;
}

/** The given entities with their strongest neighbours, as many as can be read. */
function readablePart(dataset: Dataset, centres: readonly EntityId[]): ShownPart {
  const ids = new Set(centres);
  let ties = countTies(dataset, ids);
  for (const id of nextRing(dataset, centres, ids)) {
    const more = findNeighbours(dataset, id).filter((other) => ids.has(other)).length;
    if (ids.size >= centres.length + READABLE.neighbours) break;
    if (ties + more > READABLE.ties) continue;
    ids.add(id);
    ties += more;
  }
  return { ids, limited: true };
}

/**
 * What the canvas shows: everything, or what the focus asks for; where that exceeds the element limit, the
 * best-connected (or focused) entity with its strongest neighbours. Linear in the dataset.
 */
export function chooseShownPart(dataset: Dataset, focus: Focus | null): ShownPart {
  if (!focus) {
    if (dataset.entities.size + dataset.ties.size <= ELEMENT_LIMIT) {
      return { ids: new Set(dataset.entities.keys()), limited: false };
    }
    const best = findBestConnected(dataset);
    return readablePart(dataset, best ? [best] : []);
  }
  const part = spread(dataset, focus, ELEMENT_LIMIT);
  if (isDrawable(dataset, part.ids)) return part;
  return readablePart(
    dataset,
    focus.ids.filter((id) => dataset.entities.has(id)),
  );
}
