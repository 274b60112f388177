import { bringInside, extentOf, type Look, lookAtBox, panBy, type Size, zoomAbout } from './camera.ts';
import type { PageBox } from './pageData.ts';

/** The camera of the page's picture. */
export interface Stage {
  /** Shows a box whole; everything where none is given. */
  frame(box?: PageBox): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  /** Brings a point of the scene into view if it lies outside; `closer`: near enough for its name to be read. */
  bring(point: Spot, closer: boolean): void;
  /** Everything in view for as long as the page is printed, wherever the reader was. */
  print(isPrinted: boolean): void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Px that a finger or mouse may move in a click. */
const CLICK = 5;
/** Below this zoom names cannot be read, and this is close enough to read what lies around one. */
const READABLE = 0.3;
const CLOSE = 0.8;
const NOTCH = 1.15;
/** Px a line and a page of `deltaMode` 1 and 2. */
const UNITS = [1, 100 / 3, 300] as const;

/** By how much a turn of the wheel zooms; pinching on a trackpad comes as a turn with Ctrl, in hundredths. */
function wheelFactor({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const most = ctrlKey ? 25 : 200;
  const turned = Math.min(most, Math.max(-most, deltaY * (UNITS[deltaMode] ?? 1)));
  return ctrlKey ? Math.exp(-turned / 100) : NOTCH ** (-turned / 100);
}

const middle = (spots: readonly Spot[]): Spot => ({
  x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
  y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
});
const spread = ([a, b]: readonly Spot[]): number => (a && b ? Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) : 1);

/** Drags with one pointer, pinches with two; a drag is no click. */
function listenPointers(holder: HTMLElement, change: (by: (look: Look, view: Size) => Look) => void): void {
  const pointers = new Map<number, Spot>();
  let [dragging, from] = [false, { x: 0, y: 0 }];
  const at = ({ clientX, clientY }: PointerEvent): Spot => {
    const { left, top } = holder.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  holder.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) [dragging, from] = [false, at(event)];
    pointers.set(event.pointerId, at(event));
  });
  holder.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) return;
    // It was let go outside, before it was a drag.
    if (event.buttons === 0) return void pointers.delete(event.pointerId);
    const before = [...pointers.values()];
    if (!dragging && pointers.size === 1 && Math.hypot(at(event).x - from.x, at(event).y - from.y) < CLICK) return;
    if (!dragging) for (const id of pointers.keys()) holder.setPointerCapture(id);
    dragging = true;
    pointers.set(event.pointerId, at(event));
    const after = [...pointers.values()];
    const [was, is] = [middle(before), middle(after)];
    const factor = after.length > 1 ? spread(after) / spread(before) : 1;
    change((look, view) => zoomAbout(panBy(look, is.x - was.x, is.y - was.y), factor, is, view));
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    holder.addEventListener(type, ({ pointerId }) => pointers.delete(pointerId));
  }
  holder.addEventListener('dragstart', (event) => event.preventDefault());
  holder.addEventListener(
    'click',
    (event) => {
      // From the keyboard a click has no detail, and follows no drag.
      if (!dragging || event.detail === 0) return;
      dragging = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

function viewBoxOf({ x, y, width, height }: PageBox): string {
  return [x, y, width, height].map((length) => Math.round(length * 100) / 100).join(' ');
}

/** Lets the reader move the picture in its holder: wheel, drag, pinch. It begins with everything in view. */
export function createStage(holder: HTMLElement, svg: Element, bounds: PageBox): Stage {
  const size = (): Size => ({ width: holder.clientWidth || 1, height: holder.clientHeight || 1 });
  let [look, framed, touched, frame] = [lookAtBox(bounds, size()), bounds, false, 0];
  const draw = (): void => {
    svg.setAttribute('viewBox', viewBoxOf(extentOf(look, size())));
  };
  const change = (by: (look: Look, view: Size) => Look): void => {
    look = by(look, size());
    touched = true;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  listenPointers(holder, change);
  holder.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = holder.getBoundingClientRect();
      change((was, view) =>
        zoomAbout(was, wheelFactor(event), { x: event.clientX - left, y: event.clientY - top }, view),
      );
    },
    { passive: false },
  );
  new ResizeObserver(() => {
    if (!touched) look = lookAtBox(framed, size());
    draw();
  }).observe(holder);
  draw();
  return {
    frame(box = bounds) {
      change((_, view) => lookAtBox(box, view));
      touched = false;
      framed = box;
    },
    zoomBy: (factor) => change((was, view) => zoomAbout(was, factor, { x: view.width / 2, y: view.height / 2 }, view)),
    panBy: (dx, dy) => change((was) => panBy(was, dx, dy)),
    bring: (point, closer) =>
      change((was, view) =>
        closer && was.zoom < READABLE ? { ...point, zoom: CLOSE } : bringInside(was, point, view),
      ),
    print(isPrinted) {
      if (isPrinted) svg.setAttribute('viewBox', viewBoxOf(bounds));
      else draw();
    },
  };
}
