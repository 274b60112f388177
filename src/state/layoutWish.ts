import type { TieId } from '../model/dataset.ts';
import type { LayoutProblem, Placement, Point } from '../model/layoutProblem.ts';
import { type EntityId, KINDS } from '../model/records.ts';
import { fitsCanvas } from '../model/shownPart.ts';
import { standingOf } from '../model/standing.ts';
import type { View } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import type { AppState } from './appState.ts';
import { selectPart } from './selectors.ts';

/** With one in so many of a part placed, the rest is added to it; else the part is laid out anew. */
const SHARE = 3;

/** What has to have a place now. */
export interface LayoutWish {
  readonly ids: ReadonlySet<EntityId>;
  /** The same for the same part, arrangement and pins of the same dataset. */
  readonly key: string;
}

function pinsOf({ view }: AppState, ids: ReadonlySet<EntityId>): [EntityId, Point][] {
  return view.pinned.flatMap((id): [EntityId, Point][] => {
    const at = view.moved.get(id);
    return at && ids.has(id) ? [[id, at]] : [];
  });
}

/** The ids that need places: where the canvas holds the whole, every part of it uses the places of the whole. */
export function idsToPlace(state: AppState): ReadonlySet<EntityId> {
  return fitsCanvas(state.dataset) ? new Set(state.dataset.entities.keys()) : selectPart(state).ids;
}

/** What the view asks to be placed. */
export function buildWish(state: AppState, ids: ReadonlySet<EntityId>): LayoutWish {
  const { dataset, datasetVersion, view } = state;
  const part = fitsCanvas(dataset) ? null : [...dataset.entities.keys()].filter((id) => ids.has(id));
  const pins = view.arrangement === 'kind' ? pinsOf(state, ids) : null;
  return { ids, key: JSON.stringify([datasetVersion, view.arrangement, part, pins]) };
}

/** Whether each has a place. */
export function isPlaced(ids: ReadonlySet<EntityId>, placement: Placement | null): placement is Placement {
  if (!placement) return false;
  for (const id of ids) if (!placement.nodes.has(id)) return false;
  return true;
}

/**
 * Whether the rest of a part is added to a placement: always where the reader asked for more of what it was made for, else
 * where enough of the part is placed.
 */
export function isBase(
  { placement, view: before }: { readonly placement: Placement; readonly view: View },
  view: View,
  ids: ReadonlySet<EntityId>,
): boolean {
  let placed = 0;
  for (const id of ids) if (placement.nodes.has(id)) placed += 1;
  const isMore = view.focus === before.focus && (view.expanded !== before.expanded || view.added !== before.added);
  return placed > 0 && (isMore || placed * SHARE >= ids.size);
}

/** Whether two placements have what they share at the same places. */
export function agree(a: Placement, b: Placement): boolean {
  for (const [id, { x, y }] of a.nodes) {
    const other = b.nodes.get(id);
    if (other && (other.x !== x || other.y !== y)) return false;
  }
  return true;
}

/** The layout problem of a wish; with a base, whose nodes stay where they are drawn now. */
export function buildAsk(state: AppState, { ids }: LayoutWish, base: Placement | null): LayoutProblem {
  const { dataset, view } = state;
  const problem = buildProblem(dataset, ids);
  const columns = {
    ranks: problem.nodes.map(({ id }) => KINDS.indexOf(dataset.entities.get(id as EntityId)?.kind ?? 'Other')),
    pinned: new Map(pinsOf(state, ids)),
  };
  const drawn = problem.nodes.flatMap(({ id }) => {
    const place = base?.nodes.get(id);
    return place ? [[id, { ...place, ...view.moved.get(id as EntityId) }] as const] : [];
  });
  const ties = problem.ties.flatMap(({ id }) => {
    const place = base?.ties.get(id);
    return place ? [[id, place] as const] : [];
  });
  const isDisputed = (id: TieId): boolean =>
    dataset.ties.get(id)?.relations.some((each) => standingOf(dataset, each).disputed) ?? false;
  return {
    ...problem,
    ties: problem.ties.map((tie) => (isDisputed(tie.id as TieId) ? { ...tie, must: true } : tie)),
    ...(base ? { placed: { nodes: new Map(drawn), ties: new Map(ties) } } : {}),
    ...(view.arrangement === 'kind' ? { columns } : {}),
  };
}

/** An answer in which what the base had placed is exactly where it was, without what the reader has moved it by. */
export function mergeAnswer(answer: Placement, base: Placement | null): Placement {
  if (!base) return answer;
  const keep = <Value>(now: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value>) =>
    new Map([...now].map(([id, value]) => [id, before.get(id) ?? value] as const));
  return { nodes: keep(answer.nodes, base.nodes), ties: keep(answer.ties, base.ties) };
}
