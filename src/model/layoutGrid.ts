import type { Box, Point } from './layoutProblem.ts';

/** Finds things near a box without looking at all of them; ids are the caller's whole numbers. */
export interface LayoutGrid {
  /** Files an id under every cell that the box touches. */
  addBox(id: number, box: Box): void;
  /** Files an id under the cells along a segment, and a few beside it. */
  addLine(id: number, from: Point, to: Point): void;
  /** Calls `visit` for ids filed in cells that the box touches, some more than once; stops where it returns true. */
  near(box: Box, visit: (id: number) => boolean): boolean;
}

const STRIDE = 1_048_576;

/** An empty grid of square cells of `size` px. Answers cost what lies in the cells looked at. */
export function createGrid(size: number): LayoutGrid {
  const cells = new Map<number, number[]>();
  const cellOf = (value: number): number => Math.floor(value / size) + STRIDE / 2;

  function addBox(id: number, box: Box): void {
    const right = cellOf(box.x + box.width);
    const bottom = cellOf(box.y + box.height);
    for (let x = cellOf(box.x); x <= right; x += 1) {
      for (let y = cellOf(box.y); y <= bottom; y += 1) {
        const key = x * STRIDE + y;
        const cell = cells.get(key);
        if (cell) cell.push(id);
        else cells.set(key, [id]);
      }
    }
  }

  function addLine(id: number, from: Point, to: Point): void {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const pieces = Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / size));
    for (let k = 0; k < pieces; k += 1) {
      const x0 = from.x + (dx * k) / pieces;
      const y0 = from.y + (dy * k) / pieces;
      const width = dx / pieces;
      const height = dy / pieces;
      const box = { x: Math.min(x0, x0 + width), y: Math.min(y0, y0 + height) };
      addBox(id, { ...box, width: Math.abs(width), height: Math.abs(height) });
    }
  }

  function near(box: Box, visit: (id: number) => boolean): boolean {
    const right = cellOf(box.x + box.width);
    const bottom = cellOf(box.y + box.height);
    for (let x = cellOf(box.x); x <= right; x += 1) {
      for (let y = cellOf(box.y); y <= bottom; y += 1) {
        if (cells.get(x * STRIDE + y)?.some((id) => visit(id))) return true;
      }
    }
    return false;
  }

  return { addBox, addLine, near };
}
