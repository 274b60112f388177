import type { Box, Point } from '../model/layoutProblem.ts';

/** Zoom, and where the scene's origin lies in the view, CSS px. */
export interface Camera {
  readonly zoom: number;
  readonly pan: Point;
}

/** The same told by the middle of the view in scene units, so that it holds in views of any size. */
export interface Look extends Point {
  readonly zoom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part is never blown up further than this. */
const MOST = 1.5;

/** The camera that shows a box whole, in the middle of a view: the rule of SVG's `xMidYMid meet`, up to a zoom of 1.5. */
export function fitTo(box: Box, view: Size): Camera {
  const zoom =
    box.width > 0 && box.height > 0 ? Math.min(view.width / box.width, view.height / box.height, MOST) || 1 : 1;
  return lookTo({ x: box.x + box.width / 2, y: box.y + box.height / 2, zoom }, view);
}

/** The camera that has a point in the middle of a view. */
export function lookTo({ x, y, zoom }: Look, view: Size): Camera {
  return { zoom, pan: { x: view.width / 2 - x * zoom, y: view.height / 2 - y * zoom } };
}

/** Where a camera looks in a view; to 0.01, which no eye can tell apart. */
export function findLook({ zoom, pan }: Camera, view: Size): Look {
  const round = (value: number, to: number): number => Math.round(value * to) / to;
  return {
    x: round((view.width / 2 - pan.x) / zoom, 100),
    y: round((view.height / 2 - pan.y) / zoom, 100),
    zoom: round(zoom, 10_000),
  };
}

/** What is read of a `WheelEvent`. */
export type Turn = Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>;

/** A notch of a wheel, px, and how much nearer or further it takes. */
const NOTCH = 100;
const STEP = 1.15;
/** Px a line, and a page: units of `deltaMode` 1 and 2. */
const UNITS = [1, 100 / 3, 300] as const;
/** Of one event no more is taken than this, px: what a page far behind has piled up would throw the reader. */
const FARTHEST = 2 * NOTCH;
const FARTHEST_PINCH = 25;

/** By how much a turn of the wheel zooms: 15% a notch. Pinching on a trackpad comes as a turn with Ctrl, in hundredths. */
export function wheelFactor({ deltaY, deltaMode, ctrlKey }: Turn): number {
  const most = ctrlKey ? FARTHEST_PINCH : FARTHEST;
  const turned = Math.min(most, Math.max(-most, deltaY * (UNITS[deltaMode] ?? 1)));
  return ctrlKey ? Math.exp(-turned / 100) : STEP ** (-turned / NOTCH);
}
