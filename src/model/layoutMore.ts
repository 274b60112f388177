import { roundTo2 } from './annealState.ts';
import { layoutScene } from './layout.ts';
import { clipToBox } from './layoutAudit.ts';
import { placeLabels } from './layoutLabels.ts';
import { type Box, type LayoutProblem, type NameSide, nameBox, type Placement, type Point } from './layoutProblem.ts';

/** Directions on the unit circle from Pythagorean triples: no sine needed. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [0.8, 0.6],
  [0.6, 0.8],
  [0, 1],
  [-0.6, 0.8],
  [-0.8, 0.6],
  [-1, 0],
  [-0.8, -0.6],
  [-0.6, -0.8],
  [0, -1],
  [0.6, -0.8],
  [0.8, -0.6],
].map(([x = 0, y = 0]) => ({ x, y }));
const RINGS = [110, 150, 200, 270, 360, 480];
const GAP = 6;

interface Placed {
  readonly index: number;
  readonly at: Point;
  readonly box: Box;
}

/** What a disc with its name takes up, gap included. */
function footprint(problem: LayoutProblem, index: number, at: Point, side: NameSide): Box {
  const node = problem.nodes[index] ?? { radius: 0, name: { width: 0, height: 0 } };
  const name = nameBox(at, node.radius, node.name, side);
  const x = Math.min(at.x - node.radius, name.x) - GAP;
  const y = Math.min(at.y - node.radius, name.y) - GAP;
  const right = Math.max(at.x + node.radius, name.x + name.width) + GAP;
  const bottom = Math.max(at.y + node.radius, name.y + name.height) + GAP;
  return { x, y, width: right - x, height: bottom - y };
}

function overlapArea(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

interface Ground {
  readonly problem: LayoutProblem;
  readonly placed: Placed[];
  readonly points: (Point | undefined)[];
  readonly neighbours: readonly ReadonlySet<number>[];
  readonly lines: { from: Point; to: Point }[];
}

function costOf(ground: Ground, index: number, at: Point, near: readonly Point[]): number {
  const box = footprint(ground.problem, index, at, 'below');
  let cost = 0;
  for (const other of ground.placed) {
    const area = overlapArea(box, other.box);
    if (area > 0) cost += 1000 + area;
    for (const end of near) if (end !== other.at && clipToBox(at, end, other.box)) cost += 60;
  }
  for (const line of ground.lines) if (clipToBox(line.from, line.to, box)) cost += 60;
  for (const end of near) cost += distance(at, end) * 0.15;
  const { width, height } = ground.problem;
  if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) cost += 150;
  return cost;
}

function candidatesFor(ground: Ground, near: readonly Point[]): Point[] {
  const anchors = near.length > 0 ? near.slice(0, 3) : [{ x: ground.problem.width / 2, y: ground.problem.height / 2 }];
  if (near.length > 1) {
    const sum = near.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
    anchors.push({ x: sum.x / near.length, y: sum.y / near.length });
  }
  return anchors.flatMap((anchor) =>
    RINGS.flatMap((ring) => DIRECTIONS.map(({ x, y }) => ({ x: anchor.x + x * ring, y: anchor.y + y * ring }))),
  );
}

/** A place to the right of everything, in rows: never taken. */
function freePlace(ground: Ground, index: number): Point {
  let right = 0;
  for (const { box } of ground.placed) right = Math.max(right, box.x + box.width);
  const box = footprint(ground.problem, index, { x: 0, y: 0 }, 'below');
  return { x: right + box.width / 2 + GAP, y: ground.problem.height / 2 };
}

function settle(ground: Ground, index: number, at: Point, side: NameSide): void {
  ground.points[index] = at;
  for (const other of ground.neighbours[index] ?? []) {
    const end = ground.points[other];
    if (end && other !== index) ground.lines.push({ from: at, to: end });
  }
  ground.placed.push({ index, at, box: footprint(ground.problem, index, at, side) });
}

function placeOne(ground: Ground, index: number): void {
  const near = [...(ground.neighbours[index] ?? [])].flatMap((other) => ground.points[other] ?? []);
  let best = freePlace(ground, index);
  let least = costOf(ground, index, best, near);
  for (const candidate of candidatesFor(ground, near)) {
    const at = { x: roundTo2(candidate.x), y: roundTo2(candidate.y) };
    const cost = costOf(ground, index, at, near);
    if (cost >= least) continue;
    least = cost;
    best = at;
  }
  settle(ground, index, { x: roundTo2(best.x), y: roundTo2(best.y) }, 'below');
}

/** The new node with the most placed neighbours, the earliest of equals. */
function pickNext(ground: Ground, waiting: ReadonlySet<number>): number {
  let most = -1;
  let next = -1;
  for (const index of waiting) {
    let count = 0;
    for (const other of ground.neighbours[index] ?? []) if (ground.points[other]) count += 1;
    if (count <= most) continue;
    most = count;
    next = index;
  }
  return next;
}

/**
 * Adds nodes to a picture: those in `fixed` keep position and side, and their ties their `at`; each new one goes to a
 * free place near its placed neighbours, most neighbours first. Wordings without room get `at` -1. With nothing fixed
 * it is `layoutScene`. O(new × (nodes + ties) × 300).
 */
export function placeMore(problem: LayoutProblem, fixed: Placement): Placement {
  const points = problem.nodes.map(({ id }): Point | undefined => fixed.nodes.get(id));
  if (points.every((point) => point === undefined)) return layoutScene(problem);
  const neighbours = problem.nodes.map(() => new Set<number>());
  for (const { from, to } of problem.ties) {
    neighbours[from]?.add(to);
    neighbours[to]?.add(from);
  }
  const ground: Ground = { problem, placed: [], points: points.map(() => undefined), neighbours, lines: [] };
  const waiting = new Set<number>();
  points.forEach((point, index) => {
    if (point) settle(ground, index, point, fixed.nodes.get(problem.nodes[index]?.id ?? '')?.side ?? 'below');
    else waiting.add(index);
  });
  while (waiting.size > 0) {
    const next = pickNext(ground, waiting);
    waiting.delete(next);
    placeOne(ground, next);
  }
  return placeLabels({
    problem,
    points: ground.points.map((point) => point ?? { x: 0, y: 0 }),
    keepSides: fixed.nodes,
    keepAt: fixed.ties,
  });
}
