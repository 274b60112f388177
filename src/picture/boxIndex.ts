import type { Box } from '../model/layoutProblem.ts';

/** Side of a cell: about a wording. */
const CELL = 64;

/** Boxes that are taken, found by place. */
export interface BoxIndex {
  readonly add: (box: Box, owner: string) => void;
  /** True where the box covers part of one that another owner has; touching is not covering. */
  readonly meets: (box: Box, owner?: string) => boolean;
}

interface Taken {
  readonly box: Box;
  readonly owner: string;
}

/** A cell's number: rows and columns up to half of this either side of the origin stay apart. */
const STRIDE = 1 << 20;

function cellsOf({ x, y, width, height }: Box): number[] {
  const cells: number[] = [];
  const [right, bottom] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)];
  for (let column = Math.floor(x / CELL); column <= right; column += 1) {
    for (let row = Math.floor(y / CELL); row <= bottom; row += 1) cells.push(column * STRIDE + row);
  }
  return cells;
}

/** True where two boxes share more than an edge. */
function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** An empty index. Adding and asking cost as much as there is near the box. */
export function createBoxIndex(): BoxIndex {
  const cells = new Map<number, Taken[]>();
  return {
    add: (box, owner) => {
      for (const cell of cellsOf(box)) {
        const taken = cells.get(cell);
        if (taken) taken.push({ box, owner });
        else cells.set(cell, [{ box, owner }]);
      }
    },
    meets: (box, owner) =>
      cellsOf(box).some((cell) => cells.get(cell)?.some((other) => other.owner !== owner && boxesMeet(other.box, box))),
  };
}
