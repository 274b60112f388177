import { roundTo2 } from './annealState.ts';
import { clipToBox } from './layoutAudit.ts';
import { findTied, footprint } from './layoutBoxes.ts';
import { createGrid, type LayoutGrid } from './layoutGrid.ts';
import { placeLabels } from './layoutLabels.ts';
import { type Box, type LayoutProblem, type NameSide, type Placement, type Point } from './layoutProblem.ts';

/** How far from a neighbour it is tried; the nearer ones always, those further out until a free place is found. */
const RINGS = [110, 150, 200, 270, 360, 480, 600, 740, 900, 1080, 1300, 1560, 1880, 2260];
const NEARER = 6;
/** Px between two places on a ring, and how many there are at least and at most. */
const STEP = 72;
const PLACES = { least: 12, most: 64 } as const;
/** Each ring is turned by this share of a step against the one within, so that no spokes of places arise. */
const TURN = 0.618;
const GAP = 6;
const CELL = 80;
/** A point of the unit circle, 0 to 4 once round: along a diamond and out to the circle, which needs no sine. */
function pointAround(way: number): Point {
  const side = Math.floor(way) % 4;
  const along = way - Math.floor(way);
  const length = Math.sqrt((1 - along) * (1 - along) + along * along);
  const [x, y] = [(1 - along) / length, along / length];
  return [
    { x, y },
    { x: -y, y: x },
    { x: -x, y: -y },
    { x: y, y: -x },
  ][side] as Point;
}

/** For each ring the places to try, from its middle. */
const PLACES_AROUND: readonly (readonly Point[])[] = RINGS.map((ring, rank) => {
  const count = Math.min(PLACES.most, Math.max(PLACES.least, Math.round((6.28 * ring) / STEP)));
  return Array.from({ length: count }, (_, place) => {
    const { x, y } = pointAround((4 * (place + rank * TURN)) / count);
    return { x: x * ring, y: y * ring };
  });
});

/** What a collision costs, and a crossing of a line with a disc or a name. */
const COLLISION = 1000;
const CROSSING = 60;
/** Neighbours that are looked at: more would not change the place. */
const NEIGHBOURS = 6;

function overlapArea(a: Box, b: Box): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/** Things with a place, filed where they lie. Each is visited once an asking. */
interface Shelf<Thing> {
  readonly things: Thing[];
  readonly grid: LayoutGrid;
  readonly asked: number[];
  askings: number;
}

const createShelf = <Thing>(): Shelf<Thing> => ({ things: [], grid: createGrid(CELL), asked: [], askings: 0 });

/** Calls `visit` for what may touch the box, until it returns true. */
function visitNear<Thing>(shelf: Shelf<Thing>, box: Box, visit: (thing: Thing) => boolean): void {
  shelf.askings += 1;
  shelf.grid.near(box, (id) => {
    const thing = shelf.things[id];
    if (thing === undefined || shelf.asked[id] === shelf.askings) return false;
    shelf.asked[id] = shelf.askings;
    return visit(thing);
  });
}

interface Placed {
  readonly at: Point;
  readonly box: Box;
}

interface Line {
  readonly from: Point;
  readonly to: Point;
}

interface Ground {
  readonly problem: LayoutProblem;
  readonly placed: Shelf<Placed>;
  readonly lines: Shelf<Line>;
  readonly points: (Point | undefined)[];
  readonly neighbours: readonly ReadonlySet<number>[];
  /** The right end of what is placed. */
  right: number;
}

/** Boxes that a new line would run through; long lines are looked up piece by piece. */
function countThrough({ placed }: Ground, from: Point, to: Point): number {
  const pieces = Math.max(1, Math.ceil(distance(from, to) / 240));
  const hit = new Set<Placed>();
  for (let piece = 0; piece < pieces; piece += 1) {
    const x = from.x + ((to.x - from.x) * piece) / pieces;
    const y = from.y + ((to.y - from.y) * piece) / pieces;
    const width = (to.x - from.x) / pieces;
    const height = (to.y - from.y) / pieces;
    const box = { x: Math.min(x, x + width), y: Math.min(y, y + height) };
    visitNear(placed, { ...box, width: Math.abs(width), height: Math.abs(height) }, (other) => {
      if (other.at !== to && clipToBox(from, to, other.box)) hit.add(other);
      return false;
    });
  }
  return hit.size;
}

/** What a place would cost, or anything above `least` where it costs more. */
function costOf(ground: Ground, index: number, at: Point, near: readonly Point[], least: number): number {
  const box = footprint(ground.problem, index, at, 'below', GAP);
  const { width, height } = ground.problem;
  let cost = box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height ? 150 : 0;
  for (const end of near) cost += (distance(at, end) * 0.15 * 3) / Math.max(3, near.length);
  if (cost >= least) return cost;
  visitNear(ground.placed, box, (other) => {
    const area = overlapArea(box, other.box);
    if (area > 0) cost += COLLISION + area;
    return cost >= least;
  });
  if (cost >= least) return cost;
  visitNear(ground.lines, box, ({ from, to }) => {
    if (clipToBox(from, to, box)) cost += CROSSING;
    return cost >= least;
  });
  for (const end of near) if (cost < least) cost += CROSSING * countThrough(ground, at, end);
  return cost;
}

/** Around which points a new one is tried: its first placed neighbours and their middle, else the middle of the frame. */
function anchorsOf({ problem }: Ground, near: readonly Point[]): Point[] {
  if (near.length === 0) return [{ x: problem.width / 2, y: problem.height / 2 }];
  if (near.length === 1) return [...near];
  const sum = near.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
  return [...near.slice(0, 3), { x: sum.x / near.length, y: sum.y / near.length }];
}

function settle(ground: Ground, index: number, at: Point, side: NameSide): void {
  ground.points[index] = at;
  for (const other of ground.neighbours[index] ?? []) {
    const end = ground.points[other];
    if (!end || other === index) continue;
    ground.lines.grid.addLine(ground.lines.things.length, at, end);
    ground.lines.things.push({ from: at, to: end });
  }
  const box = footprint(ground.problem, index, at, side, GAP);
  ground.placed.grid.addBox(ground.placed.things.length, box);
  ground.placed.things.push({ at, box });
  ground.right = Math.max(ground.right, box.x + box.width);
}

function placeOne(ground: Ground, index: number): void {
  const near = [...(ground.neighbours[index] ?? [])]
    .flatMap((other) => (other === index ? [] : (ground.points[other] ?? [])))
    .slice(0, NEIGHBOURS);
  const anchors = anchorsOf(ground, near);
  // To the right of everything: never taken.
  const aside = footprint(ground.problem, index, { x: 0, y: 0 }, 'below', GAP).width / 2 + GAP;
  let best = { x: roundTo2(ground.right + aside), y: roundTo2(anchors[0]?.y ?? 0) };
  let least = Number.POSITIVE_INFINITY;
  PLACES_AROUND.forEach((places, rank) => {
    if (rank >= NEARER && least < COLLISION) return;
    for (const anchor of anchors) {
      for (const { x, y } of places) {
        const at = { x: roundTo2(anchor.x + x), y: roundTo2(anchor.y + y) };
        const cost = costOf(ground, index, at, near, Math.min(least, COLLISION));
        if (cost >= least || cost >= COLLISION) continue;
        least = cost;
        best = at;
      }
    }
  });
  settle(ground, index, best, 'below');
}

/** The new node with the most placed neighbours, the earliest of equals. */
function pickNext(waiting: ReadonlyMap<number, number>): number {
  let most = -1;
  let next = -1;
  for (const [index, count] of waiting) {
    if (count <= most) continue;
    most = count;
    next = index;
  }
  return next;
}

/**
 * Adds nodes to a picture: those in `fixed` keep position and side, and their ties their `at`; each new one goes to a
 * free place near its placed neighbours, most neighbours first, and outside what is placed where there is none. Wordings
 * without room get `at` -1. O(new²) plus the work of some hundred places for each new one. Something must be fixed.
 */
export function placeMore(problem: LayoutProblem, fixed: Placement): Placement {
  const neighbours = findTied(problem);
  const points = problem.nodes.map(() => undefined);
  const ground: Ground = { problem, placed: createShelf(), lines: createShelf(), points, neighbours, right: 0 };
  const waiting = new Set<number>();
  problem.nodes.forEach(({ id }, index) => {
    const place = fixed.nodes.get(id);
    if (place) settle(ground, index, { x: place.x, y: place.y }, place.side);
    else waiting.add(index);
  });
  const isPlaced = (index: number): boolean => ground.points[index] !== undefined;
  const counts = new Map([...waiting].map((index) => [index, [...(neighbours[index] ?? [])].filter(isPlaced).length]));
  while (counts.size > 0) {
    const next = pickNext(counts);
    counts.delete(next);
    placeOne(ground, next);
    for (const other of neighbours[next] ?? []) if (counts.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return placeLabels({
    problem,
    points: ground.points.map((point) => point ?? { x: 0, y: 0 }),
    keepSides: fixed.nodes,
    keepAt: fixed.ties,
  });
}
