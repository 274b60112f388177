import { anneal, type Schedule } from './anneal.ts';
import { createAnnealState, readPlacement } from './annealState.ts';
import type { LayoutProblem, NameSide, Placement, Point } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';

/** Px that the outermost discs keep from the frame's edge at first. */
const MARGIN = 44;
const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];

/** Where things are before they settle, by index; without sides and `at`, names are below and wordings in the middle. */
export interface Start {
  readonly points: readonly Point[];
  readonly sides?: readonly NameSide[];
  readonly at?: readonly number[];
}

/** One value of each point on a length of `size`: `evenness` 0 stretches, 1 gives every point as much room. */
function spreadAxis(values: readonly number[], size: number, evenness: number): number[] {
  const order = [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const low = values[order[0] ?? 0] ?? 0;
  const span = (values[order.at(-1) ?? 0] ?? 0) - low;
  const room = Math.max(0, size - 2 * MARGIN);
  const places = values.map((value) => (span > 1e-6 ? (value - low) / span : 0.5));
  order.forEach((index, rank) => {
    const even = (rank + 0.5) / order.length;
    places[index] = (places[index] ?? 0) * (1 - evenness) + even * evenness;
  });
  return places.map((place) => (size - room) / 2 + place * room);
}

/**
 * Stretches points to fill the problem's frame but for a margin, each axis by itself. What is left of or above something
 * else stays so; `evenness` (0 to 1) takes room from where there is much of it. O(n log n).
 */
export function fillFrame(problem: LayoutProblem, points: readonly Point[], evenness: number): Point[] {
  const xs = spreadAxis(
    points.map(({ x }) => x),
    problem.width,
    evenness,
  );
  const ys = spreadAxis(
    points.map(({ y }) => y),
    problem.height,
    evenness,
  );
  return points.map((_, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0 }));
}

/**
 * Anneals from given places, looking only at what lies around each proposal: makes way for names and wordings without
 * finding a new arrangement. With `stay` discs would rather be where they started. Repeatable.
 */
export function settle(problem: LayoutProblem, start: Start, schedules: readonly Schedule[], stay: boolean): Placement {
  const s = createAnnealState(problem);
  start.points.forEach(({ x, y }, i) => {
    s.x[i] = x;
    s.y[i] = y;
  });
  start.sides?.forEach((side, i) => {
    s.side[i] = SIDES.indexOf(side);
  });
  start.at?.forEach((at, t) => {
    s.at[t] = at < 0 ? 0.5 : at;
  });
  if (stay) s.anchors = { x: s.x.map((x) => x / s.width), y: s.y.map((y) => y / s.height) };
  const random = createRandom(problem.seed);
  for (const schedule of schedules) anneal(s, { ...schedule, near: true }, random);
  return readPlacement(problem, s);
}
