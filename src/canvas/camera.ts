import type { Box, Point } from '../model/layoutProblem.ts';

/** Zoom, and where the scene's origin lies in the view, CSS px. */
export interface Camera {
  readonly zoom: number;
  readonly pan: Point;
}

/** A part is never blown up further than this. */
const MOST = 2;

/** The camera that shows a box whole, in the middle of a view: the rule of SVG's `xMidYMid meet`, up to a zoom of 2. */
export function fitTo(box: Box, view: { readonly width: number; readonly height: number }): Camera {
  const zoom =
    box.width > 0 && box.height > 0 ? Math.min(view.width / box.width, view.height / box.height, MOST) || 1 : 1;
  return {
    zoom,
    pan: {
      x: view.width / 2 - (box.x + box.width / 2) * zoom,
      y: view.height / 2 - (box.y + box.height / 2) * zoom,
    },
  };
}
