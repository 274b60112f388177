import { roundTo2 } from './annealState.ts';
import { createGrid } from './layoutGrid.ts';
import { type LayoutProblem, NAME_GAP, type Point } from './layoutProblem.ts';

const GAP = 6;
const CELL = 80;
const ROUNDS = 150;

interface Footprint {
  x: number;
  y: number;
  readonly halfWidth: number;
  readonly up: number;
  readonly down: number;
}

function overlapOf(a: Footprint, b: Footprint): { across: number; down: number } | undefined {
  const across = a.halfWidth + b.halfWidth + GAP - Math.abs(a.x - b.x);
  if (across <= 0) return undefined;
  const down = Math.min(a.y + a.down, b.y + b.down) - Math.max(a.y - a.up, b.y - b.up) + GAP;
  return down <= 0 ? undefined : { across, down };
}

/** Pushes two overlapping footprints apart along the shorter way; ties are broken by their order. */
function pushApart(a: Footprint, b: Footprint): boolean {
  const overlap = overlapOf(a, b);
  if (!overlap) return false;
  if (overlap.across < overlap.down) {
    const push = ((a.x <= b.x ? 1 : -1) * (overlap.across + 0.5)) / 2;
    a.x -= push;
    b.x += push;
  } else {
    const push = ((a.y <= b.y ? 1 : -1) * (overlap.down + 0.5)) / 2;
    a.y -= push;
    b.y += push;
  }
  return true;
}

/**
 * Moves discs, each with its name below it, apart until none overlap, by as little as it finds: at most 150 rounds of
 * pushing neighbours. Positions come back rounded to 0.01. About linear a round.
 */
export function spreadBoxes(problem: LayoutProblem, points: readonly Point[]): Point[] {
  const prints: Footprint[] = problem.nodes.map((node, index) => ({
    x: points[index]?.x ?? 0,
    y: points[index]?.y ?? 0,
    halfWidth: Math.max(node.radius, node.name.width / 2),
    up: node.radius,
    down: node.radius + (node.name.height > 0 ? NAME_GAP + node.name.height : 0),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const grid = createGrid(CELL);
    let moved = false;
    prints.forEach((print, index) => {
      const box = {
        x: print.x - print.halfWidth - GAP,
        y: print.y - print.up - GAP,
        width: 2 * (print.halfWidth + GAP),
        height: print.up + print.down + 2 * GAP,
      };
      grid.near(box, (other) => {
        const neighbour = prints[other];
        if (neighbour && pushApart(neighbour, print)) moved = true;
        return false;
      });
      grid.addBox(index, box);
    });
    if (!moved) break;
  }
  return prints.map(({ x, y }) => ({ x: roundTo2(x), y: roundTo2(y) }));
}
