import type { Box } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';
import { discBox, surround } from '../../scene/boxes.ts';
import type { Scene } from '../../scene/scene.ts';
import type { AppState, LookAt } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { selectPart, selectScene } from '../../state/selectors.ts';
import { isAtStep } from '../../state/storyStep.ts';

/** What the camera of a canvas can do. */
interface Lens {
  fit(box: Box, ms: number): void;
  zoomBy(factor: number, ms: number): void;
  panBy(dx: number, dy: number): void;
  lookAt(look: LookAt, ms: number): void;
  look(): LookAt;
  extent(): Box;
}

const PAN_STEP = 80;
const ZOOM_STEP = 1.3;
const EASE = 220;
/** How long the camera rests before the store is told where it looks, ms; longer than it is eased. */
const REST = 300;
/** Below this zoom names cannot be read, so showing something means going nearer. */
const READABLE = 0.7;

function easeTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : EASE;
}

/** The box of what is drawn of these records; null where nothing is. */
function boxOf(scene: Scene, ids: Iterable<string>): Box | null {
  const wanted = new Set(ids);
  for (const edge of scene.edges) {
    if (wanted.has(edge.id) || edge.relations.some((id) => wanted.has(id))) wanted.add(edge.from).add(edge.to);
  }
  const boxes = [
    ...scene.nodes.filter(({ id }) => wanted.has(id)).flatMap((node) => [discBox(node), node.nameBox]),
    ...scene.callouts.filter(({ id }) => wanted.has(id)).map(({ box }) => box),
  ];
  return boxes.length > 0 ? surround(boxes, 24) : null;
}

/** The box that the camera shows while the reader has not moved it: of what a story frames, else of everything. */
function restBox(state: AppState): Box {
  const { ask } = state.camera;
  const scene = selectScene(state);
  return (typeof ask === 'object' && 'frame' in ask && boxOf(scene, ask.frame)) || scene.bounds;
}

function panTo(lens: Lens, box: Box): void {
  const view = lens.extent();
  const { zoom } = lens.look();
  const [left, top] = [box.x - view.x, box.y - view.y];
  const [right, bottom] = [left + box.width - view.width, top + box.height - view.height];
  const by = (low: number, high: number): number => (low < 0 ? -low : high > 0 ? -high : 0);
  const [dx, dy] = [by(left, right) * zoom, by(top, bottom) * zoom];
  if (dx !== 0 || dy !== 0) lens.panBy(dx, dy);
}

/** Moves only as far as needed: what is already in view stays where it is, unless it is too small to read. */
function showBox(lens: Lens, box: Box): void {
  if (lens.look().zoom >= READABLE) return panTo(lens, box);
  lens.lookAt({ x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: READABLE }, easeTime());
}

/** Brings what is new into view: by moving the camera where it fits, else from further off. */
function reveal(lens: Lens, box: Box): void {
  const view = lens.extent();
  if (box.width <= view.width && box.height <= view.height) panTo(lens, box);
  else lens.fit(surround([box, view], 0), easeTime());
}

function fulfil(lens: Lens, state: AppState, ease: number): void {
  const { ask } = state.camera;
  switch (ask) {
    case 'fit':
      return lens.fit(restBox(state), ease);
    case 'zoomIn':
      return lens.zoomBy(ZOOM_STEP, easeTime());
    case 'zoomOut':
      return lens.zoomBy(1 / ZOOM_STEP, easeTime());
    case 'left':
      return lens.panBy(PAN_STEP, 0);
    case 'right':
      return lens.panBy(-PAN_STEP, 0);
    case 'up':
      return lens.panBy(0, PAN_STEP);
    case 'down':
      return lens.panBy(0, -PAN_STEP);
    default: {
      if ('at' in ask) return lens.lookAt(ask.at, easeTime());
      if ('frame' in ask) return lens.fit(restBox(state), ease);
      const box = boxOf(selectScene(state), ask.show);
      if (box) showBox(lens, box);
    }
  }
}

/** Entities that the reader has just asked for by expanding or adding; null where it was something else. */
function findAskedFor(state: AppState, before: AppState): readonly EntityId[] | null {
  if (state.dataset !== before.dataset || state.camera !== before.camera) return null;
  const { expanded, added } = state.view;
  if (expanded.length <= before.view.expanded.length && added.length <= before.view.added.length) return null;
  const shown = selectPart(before).ids;
  const asked = [...selectPart(state).ids].filter((id) => !shown.has(id));
  return asked.length > 0 ? asked : null;
}

/** Tells the store where the reader looks, once the camera rests. */
function createTeller(store: AppStore, lens: Lens) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (look: LookAt | null): void => {
    if (JSON.stringify(look) !== JSON.stringify(store.getState().cameraAt)) store.dispatch('lookAt', look);
  };
  return {
    later(): void {
      clearTimeout(timer);
      timer = setTimeout(() => tell(lens.look()), REST);
    },
    /** The whole is shown. Not at once: whoever follows the store has to hear of the wish first. */
    reset(): void {
      clearTimeout(timer);
      timer = undefined;
      if (store.getState().cameraAt !== null) queueMicrotask(() => tell(null));
    },
    stop: (): void => clearTimeout(timer),
  };
}

/** What keeps a camera where store and reader want it. */
interface CameraFollower {
  /** To be called with each change, after the scene is drawn. */
  follow(state: AppState): void;
  /** The reader has touched the graph. */
  touched(): void;
  /** The reader has moved the camera by hand. */
  moved(): void;
  /**
   * The view has another size: the whole is fitted again, or what the reader looked at is brought back to the middle;
   * once the reader has touched what was fitted, what is selected is kept in view, since on a phone the details take half
   * of it.
   */
  resized(): void;
  stop(): void;
}

/** Looks where the state says, and follows it from then on. */
export function followCamera(store: AppStore, lens: Lens): CameraFollower {
  const teller = createTeller(store, lens);
  let awaited: readonly EntityId[] | null = null;
  let isTouched = false;
  // The state followed last: what the store calls the one before may have been followed already.
  let before = store.getState();
  if (before.cameraAt) lens.lookAt(before.cameraAt, 0);
  else lens.fit(restBox(before), 0);

  function answerWish(state: AppState, last: AppState): void {
    const { ask } = state.camera;
    awaited = null;
    // From nothing to something there is no way to be shown.
    const ease = selectScene(last).nodes.length === 0 ? 0 : easeTime();
    fulfil(lens, state, ease);
    if (ask === 'fit' || (typeof ask === 'object' && 'frame' in ask)) {
      isTouched = false;
      teller.reset();
    } else if (typeof ask === 'string') teller.later();
    else if ('show' in ask && state.cameraAt) teller.later();
  }

  function revealAwaited(state: AppState): void {
    const scene = selectScene(state);
    const drawn = new Set(scene.nodes.map(({ id }) => id));
    const asked = awaited?.filter((id) => selectPart(state).ids.has(id));
    if (!asked?.every((id) => drawn.has(id))) return;
    awaited = null;
    if (state.cameraAt === null) return lens.fit(restBox(state), easeTime());
    const box = boxOf(scene, asked);
    if (box) reveal(lens, box);
    teller.later();
  }

  return {
    follow(state) {
      const last = before;
      before = state;
      if (state.camera !== last.camera) return answerWish(state, last);
      awaited = findAskedFor(state, last) ?? awaited;
      if (awaited) revealAwaited(state);
    },
    touched() {
      isTouched = true;
    },
    moved: () => teller.later(),
    resized() {
      const state = store.getState();
      if (state.cameraAt) lens.lookAt(state.cameraAt, 0);
      else if (!isTouched) lens.fit(restBox(state), 0);
      // What a link or a story shows is shown exactly as it was.
      const isAsShown = !isTouched && (state.cameraAt !== null || isAtStep(state));
      const box = isAsShown ? null : boxOf(selectScene(state), state.selection);
      if (box) showBox(lens, box);
    },
    stop: teller.stop,
  };
}
