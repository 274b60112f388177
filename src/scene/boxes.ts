import type { Box, Point } from '../model/layoutProblem.ts';
import type { SceneNode } from './scene.ts';

/** The box of a given size around a centre. */
export function boxAround(centre: Point, size: { readonly width: number; readonly height: number }): Box {
  return {
    x: centre.x - size.width / 2,
    y: centre.y - size.height / 2,
    width: size.width,
    height: size.height,
  };
}

/** The box of a disc. */
export function discBox({ x, y, radius }: Pick<SceneNode, 'x' | 'y' | 'radius'>): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** The centre of a box. */
export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether a point lies in a box or on its edge. */
export function isInside({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** The smallest box around all of them, grown by `margin` on each side; a box without size at 0, 0 for none. */
export function surround(boxes: readonly Box[], margin: number): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}
