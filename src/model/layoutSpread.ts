import { roundTo2 } from './annealState.ts';
import { createGrid } from './layoutGrid.ts';
import { type Box, type LayoutProblem, type NameSide, nameBox, type Point } from './layoutProblem.ts';

const GAP = 4;
const CELL = 80;
const ROUNDS = 2000;
/** After so many rounds it is jammed, and everything moves apart by this factor. */
const JAMMED = 100;
const MORE_ROOM = 1.03;

/** A disc and its name, as they move together. */
interface Footprint {
  x: number;
  y: number;
  /** From the disc's centre. */
  readonly boxes: readonly Box[];
  readonly around: Box;
}

function createFootprint(problem: LayoutProblem, index: number, at: Point, side: NameSide): Footprint {
  const { radius, name } = problem.nodes[index] ?? { radius: 0, name: { width: 0, height: 0 } };
  const disc = { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius };
  const boxes = name.width > 0 && name.height > 0 ? [disc, nameBox({ x: 0, y: 0 }, radius, name, side)] : [disc];
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  return { x: at.x, y: at.y, boxes, around: { x: left, y: top, width, height } };
}

/** How far `b` must go each way until none of its boxes is in the way of one of `a`'s; all 0 where none collides now. */
interface Ways {
  right: number;
  left: number;
  down: number;
  up: number;
}

function findWays(a: Footprint, b: Footprint): Ways {
  const ways = { right: 0, left: 0, down: 0, up: 0 };
  let isColliding = false;
  for (const one of a.boxes) {
    for (const other of b.boxes) {
      const right = a.x + one.x + one.width + GAP - (b.x + other.x);
      const left = b.x + other.x + other.width + GAP - (a.x + one.x);
      const down = a.y + one.y + one.height + GAP - (b.y + other.y);
      const up = b.y + other.y + other.height + GAP - (a.y + one.y);
      if (right > 0 && left > 0 && down > 0 && up > 0) isColliding = true;
      if (down > 0 && up > 0) {
        ways.right = Math.max(ways.right, right);
        ways.left = Math.max(ways.left, left);
      }
      if (right > 0 && left > 0) {
        ways.down = Math.max(ways.down, down);
        ways.up = Math.max(ways.up, up);
      }
    }
  }
  return isColliding ? ways : { right: 0, left: 0, down: 0, up: 0 };
}

/** Pushes two colliding footprints apart by the shortest way; ties are broken by their order. */
function pushApart(a: Footprint, b: Footprint): boolean {
  const { right, left, down, up } = findWays(a, b);
  if (right === 0 && down === 0) return false;
  if (Math.min(right, left) < Math.min(down, up)) {
    const by = right <= left ? right + 0.5 : -left - 0.5;
    a.x -= by / 2;
    b.x += by / 2;
  } else {
    const by = down <= up ? down + 0.5 : -up - 0.5;
    a.y -= by / 2;
    b.y += by / 2;
  }
  return true;
}

/** One round of pushing neighbours apart; whether any were too near each other. */
function pushAll(prints: readonly Footprint[]): boolean {
  const grid = createGrid(CELL);
  let moved = false;
  prints.forEach((print, index) => {
    const { x, y, width, height } = print.around;
    const box = { x: print.x + x - GAP, y: print.y + y - GAP, width: width + 2 * GAP, height: height + 2 * GAP };
    grid.near(box, (other) => {
      const neighbour = prints[other];
      if (neighbour && pushApart(neighbour, print)) moved = true;
      return false;
    });
    grid.addBox(index, box);
  });
  return moved;
}

/**
 * Moves discs, each with its name, apart until none overlap, by as little as it finds: rounds of pushing neighbours, and
 * where they are jammed a little more room for all. Names are below where no side is given. Positions come back rounded to
 * 0.01. About linear a round, of which there are at most 2,000.
 */
export function spreadBoxes(
  problem: LayoutProblem,
  points: readonly Point[],
  sides: readonly NameSide[] = [],
): Point[] {
  const prints = problem.nodes.map((_, index) =>
    createFootprint(problem, index, points[index] ?? { x: 0, y: 0 }, sides[index] ?? 'below'),
  );
  for (let round = 1; round <= ROUNDS && pushAll(prints); round += 1) {
    if (round % JAMMED > 0) continue;
    for (const print of prints) {
      print.x *= MORE_ROOM;
      print.y *= MORE_ROOM;
    }
  }
  return prints.map(({ x, y }) => ({ x: roundTo2(x), y: roundTo2(y) }));
}
