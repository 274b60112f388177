import type { PageBox } from './pageData.ts';

/** The middle of the view in scene units, and CSS px a unit. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whatever is framed is never blown up further than this; the reader may go closer. */
const FRAMED_MOST = 1.5;
const ZOOM = { least: 0.05, most: 6 } as const;

/** The look that shows a box whole in the middle of a view. */
export function lookAtBox(box: PageBox, view: Size): Look {
  const zoom = Math.min(view.width / box.width, view.height / box.height, FRAMED_MOST);
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    zoom: Number.isFinite(zoom) && zoom > 0 ? zoom : 1,
  };
}

/** Zooms so that what lies under a point of the view (CSS px) stays there. */
export function zoomAbout(
  look: Look,
  factor: number,
  at: { readonly x: number; readonly y: number },
  view: Size,
): Look {
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, look.zoom * factor));
  const [dx, dy] = [at.x - view.width / 2, at.y - view.height / 2];
  return { x: look.x + dx / look.zoom - dx / zoom, y: look.y + dy / look.zoom - dy / zoom, zoom };
}

/** Moves what is drawn by so many CSS px. */
export function panBy(look: Look, dx: number, dy: number): Look {
  return { ...look, x: look.x - dx / look.zoom, y: look.y - dy / look.zoom };
}

/** The part of the scene that is in view. */
export function extentOf({ x, y, zoom }: Look, view: Size): PageBox {
  const [width, height] = [view.width / zoom, view.height / zoom];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Px at the edges of a view where a point counts as outside. */
const EDGE = 40;

/** The same look, moved only as far as it must for a point to lie inside the view. */
export function bringInside(look: Look, point: { readonly x: number; readonly y: number }, view: Size): Look {
  const inside = (middle: number, at: number, length: number): number => {
    const reach = Math.max(0, length / 2 - EDGE) / look.zoom;
    return Math.min(at + reach, Math.max(at - reach, middle));
  };
  return { ...look, x: inside(look.x, point.x, view.width), y: inside(look.y, point.y, view.height) };
}
