import { findNeighbours } from './buildDataset.ts';
import { type Choice, isPassing } from './chooseRelations.ts';
import type { Dataset } from './dataset.ts';
import type { EntityId, RelationId } from './records.ts';
import type { View } from './view.ts';

/** The canvas holds at most about this many discs and lines together (DESIGN 6.1). */
const ELEMENT_LIMIT = 1500;
/** Where the whole would be too much to read: at most so many neighbours, and so many lines, around the middle. */
const READABLE = { neighbours: 24, ties: 36 } as const;

/** The entities to show. `limited`: fewer than was asked for, to keep the picture readable. */
export interface ShownPart {
  readonly ids: ReadonlySet<EntityId>;
  readonly limited: boolean;
}

/** What of the view decides which entities are shown. */
export type PartOfView = Pick<
  View,
  'filters' | 'keepUnrelated' | 'focus' | 'expanded' | 'collapsed' | 'added' | 'hidden'
>;

/** The dataset as far as filters and clocks let it through. */
interface Ground {
  readonly dataset: Dataset;
  readonly choice: Choice;
  /** Relations that pass, by either end; counted when first asked for. */
  readonly degree: (id: EntityId) => number;
  /** Whether the view may show it at all. */
  readonly isWanted: (id: EntityId) => boolean;
}

/** A part that grows until the limit. `elements` counts discs and lines. */
interface Growing {
  readonly ids: Set<EntityId>;
  elements: number;
  limited: boolean;
}

function createGround(dataset: Dataset, { filters, keepUnrelated }: PartOfView, choice: Choice): Ground {
  const degrees = new Map<EntityId, number>();
  const count = (id: EntityId, passing: ReadonlySet<RelationId>): number => {
    let counted = 0;
    for (const each of dataset.relationsOf.get(id) ?? []) if (passing.has(each)) counted += 1;
    degrees.set(id, counted);
    return counted;
  };
  const { passing } = choice;
  const degree = (id: EntityId): number =>
    passing === null ? (dataset.relationsOf.get(id)?.length ?? 0) : (degrees.get(id) ?? count(id, passing));
  const isWanted = (id: EntityId): boolean => {
    const entity = dataset.entities.get(id);
    if (!entity || filters.kinds?.includes(entity.kind) === false) return false;
    return keepUnrelated || passing === null || degree(id) > 0 || (dataset.relationsOf.get(id)?.length ?? 0) === 0;
  };
  return { dataset, choice, degree, isWanted };
}

/** Neighbours through relations that pass, in order of first appearance. */
function passingNeighbours({ dataset, choice }: Pick<Ground, 'dataset' | 'choice'>, id: EntityId): EntityId[] {
  if (choice.passing === null) return findNeighbours(dataset, id);
  const found = new Set<EntityId>();
  for (const each of dataset.relationsOf.get(id) ?? []) {
    const relation = isPassing(choice, each) ? dataset.relations.get(each) : undefined;
    if (relation) found.add(relation.from === id ? relation.to : relation.from);
  }
  return [...found];
}

/** The wanted entity with the most relations that pass, the first of them in file order; undefined where there is none. */
function findBestConnected({ degree }: Ground, wanted: readonly EntityId[]): EntityId | undefined {
  let best: EntityId | undefined;
  let most = -1;
  for (const id of wanted) {
    const own = degree(id);
    if (own <= most) continue;
    best = id;
    most = own;
  }
  return best;
}

/** Neighbours of an entity, those with the most relations first, ties broken by file order. */
function rankNeighbours(ground: Ground, id: EntityId): EntityId[] {
  // `toSorted` is stable, so that equals stay in the order in which they appear.
  return passingNeighbours(ground, id).toSorted((a, b) => ground.degree(b) - ground.degree(a));
}

/** Ties between these through relations that pass; counted no further than the limit. */
function countTies({ dataset, choice }: Ground, ids: ReadonlySet<EntityId>): number {
  let ties = 0;
  for (const { ends, relations } of dataset.ties.values()) {
    if (!ids.has(ends[0]) || !ids.has(ends[1])) continue;
    if (choice.passing === null || relations.some((id) => isPassing(choice, id))) ties += 1;
    if (ties > ELEMENT_LIMIT) break;
  }
  return ties;
}

/** Everything within `hops` of the given entities, breadth first; no further once it is more than the limit. */
function spread(ground: Ground, centres: readonly EntityId[], hops: number): Set<EntityId> {
  const ids = new Set(centres);
  let ring = [...ids];
  for (let hop = 0; hop < hops; hop += 1) {
    const next = new Set<EntityId>();
    for (const id of ring) {
      if (ids.size + next.size > ELEMENT_LIMIT) break;
      const more = passingNeighbours(ground, id).filter((other) => !ids.has(other));
      for (const other of more) next.add(other);
    }
    ring = [...next];
    for (const id of ring) ids.add(id);
  }
  return ids;
}

/** Adds an entity with its ties if the canvas has room for them. */
function addTo(part: Growing, ground: Ground, id: EntityId): void {
  if (part.ids.has(id)) return;
  const more = 1 + passingNeighbours(ground, id).filter((other) => other === id || part.ids.has(other)).length;
  if (part.elements + more > ELEMENT_LIMIT) {
    part.limited = true;
    return;
  }
  part.ids.add(id);
  part.elements += more;
}

/** The given entities with their strongest neighbours, as many as can be read. */
function readablePart(ground: Ground, centres: readonly EntityId[]): Growing {
  const part: Growing = { ids: new Set(), elements: 0, limited: true };
  for (const id of centres) addTo(part, ground, id);
  const most = part.ids.size + READABLE.neighbours;
  for (const id of new Set(centres.flatMap((centre) => rankNeighbours(ground, centre)))) {
    if (part.ids.size >= most) break;
    if (part.ids.has(id)) continue;
    const more = passingNeighbours(ground, id).filter((other) => part.ids.has(other)).length;
    if (part.elements - part.ids.size + more <= READABLE.ties) addTo(part, ground, id);
  }
  return part;
}

/** Everything that the view wants, or its focus; the readable part of it where that is more than the canvas holds. */
function choosePart(ground: Ground, { focus }: PartOfView): Growing {
  const centres = focus?.ids.filter(ground.isWanted) ?? [];
  const wanted = focus
    ? [...spread(ground, centres, focus.hops)]
    : [...ground.dataset.entities.keys()].filter(ground.isWanted);
  if (wanted.length <= ELEMENT_LIMIT) {
    const ids = new Set(wanted);
    const elements = ids.size + countTies(ground, ids);
    if (elements <= ELEMENT_LIMIT) return { ids, elements, limited: false };
  }
  if (focus) return readablePart(ground, centres);
  const best = findBestConnected(ground, wanted);
  return readablePart(ground, best ? [best] : []);
}

function grow(part: Growing, ground: Ground, { expanded, added, hidden }: PartOfView): void {
  const gone = new Set(hidden);
  const add = (id: EntityId): void => {
    if (!gone.has(id) && ground.isWanted(id)) addTo(part, ground, id);
  };
  for (const id of expanded) for (const each of [id, ...rankNeighbours(ground, id)]) add(each);
  for (const id of added) add(id);
}

/** The neighbours of what is folded that nothing else shown holds; what was asked for by name is not among them. */
function findFolded(
  ground: Pick<Ground, 'dataset' | 'choice'>,
  ids: ReadonlySet<EntityId>,
  { focus, expanded, collapsed, added }: PartOfView,
): EntityId[] {
  const folded = new Set(collapsed);
  const asked = new Set([...(focus?.ids ?? []), ...expanded, ...collapsed, ...added]);
  const isHeld = (id: EntityId): boolean =>
    passingNeighbours(ground, id).some((other) => other !== id && ids.has(other) && !folded.has(other));
  const near = new Set(collapsed.flatMap((id) => passingNeighbours(ground, id)));
  return [...near].filter((id) => ids.has(id) && !asked.has(id) && !isHeld(id));
}

/**
 * Which entities are drawn. Only relations that filters and clocks let through count: an entity of a kind that is
 * filtered out is not shown, nor one whose relations all are, unless the view keeps those. Everything, or the focus;
 * where that exceeds the element limit, the best-connected (or focused) entity with its strongest neighbours; then
 * what was expanded or added, as far as the limit allows, less what was hidden and what is folded away: the neighbours
 * of `collapsed` that are tied to nothing else shown. About linear in the dataset.
 */
export function chooseShownPart(dataset: Dataset, view: PartOfView, choice: Choice): ShownPart {
  const isWhole = choice.passing?.size === dataset.relations.size;
  const ground = createGround(dataset, view, isWhole ? { ...choice, passing: null } : choice);
  const part = choosePart(ground, view);
  for (const id of view.hidden) part.ids.delete(id);
  grow(part, ground, view);
  for (const id of findFolded(ground, part.ids, view)) part.ids.delete(id);
  return { ids: part.ids, limited: part.limited };
}

/** For each of `ids` that has any: how many neighbours, through relations that pass, are not among them. */
export function countBehind(dataset: Dataset, choice: Choice, ids: ReadonlySet<EntityId>): Map<EntityId, number> {
  const behind = new Map<EntityId, number>();
  for (const id of ids) {
    let count = 0;
    for (const other of passingNeighbours({ dataset, choice }, id)) if (!ids.has(other)) count += 1;
    if (count > 0) behind.set(id, count);
  }
  return behind;
}

/** How many of the entities shown would go if this one were folded. */
export function countFoldable(
  dataset: Dataset,
  view: PartOfView,
  choice: Choice,
  ids: ReadonlySet<EntityId>,
  id: EntityId,
): number {
  return findFolded({ dataset, choice }, ids, { ...view, collapsed: [...view.collapsed, id] }).length;
}

/** Whether the canvas can hold a whole dataset. */
export function fitsCanvas({ entities, ties }: Dataset): boolean {
  return entities.size + ties.size <= ELEMENT_LIMIT;
}
