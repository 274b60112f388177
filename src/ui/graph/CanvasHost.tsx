import { useEffect, useRef } from 'react';
import type { Canvas, Gesture } from '../../canvas/createCanvas.ts';
import type { Box } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';
import { surround } from '../../scene/boxes.ts';
import { discBox } from '../../scene/buildScene.ts';
import type { Scene } from '../../scene/scene.ts';
import type { AppState, CameraWish } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { findRecord } from '../../state/recordOf.ts';
import { selectEmphasis, selectPalette, selectScene } from '../../state/selectors.ts';
import { useAppStore } from '../kit/appContext.ts';
import { type StageOwner, useStage } from '../kit/stage.ts';

const PAN_STEP = 80;
const EASE = 220;
/** How long the live canvas waits for its fonts, ms; the first picture stands meanwhile. */
const FONT_WAIT = 1500;

function easeTime(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : EASE;
}

/** A tie of one relation is selected as that relation. */
function selectable(state: AppState, id: string): string {
  const found = findRecord(state.dataset, id);
  const only = found?.type === 'tie' && found.tie.relations.length === 1 ? found.tie.relations[0] : undefined;
  return only ?? id;
}

function answerGesture({ getState, dispatch }: AppStore, gesture: Gesture): void {
  switch (gesture.type) {
    case 'nodeTapped':
    case 'edgeTapped': {
      const id = selectable(getState(), gesture.id);
      return gesture.additive ? dispatch('toggleSelected', id) : dispatch('select', { ids: [id] });
    }
    case 'nodeDoubleTapped':
      return dispatch('focusOn', { ids: [gesture.id], hops: 1 });
    case 'groundTapped':
      return dispatch('clearSelection');
    case 'pointed':
      return dispatch('point', gesture.id === null ? [] : [gesture.id]);
    case 'boxDrawn':
      return dispatch('select', { ids: gesture.ids });
    case 'nodesDragged':
      return dispatch('moveNodes', gesture.moved);
    case 'cameraMoved':
      return;
  }
}

function boxOf(scene: Scene, ids: readonly string[]): Box | null {
  const wanted = new Set(ids);
  for (const edge of scene.edges) {
    if (wanted.has(edge.id) || edge.relations.some((id) => wanted.has(id))) wanted.add(edge.from).add(edge.to);
  }
  const boxes = scene.nodes.filter(({ id }) => wanted.has(id)).flatMap((node) => [discBox(node), node.nameBox]);
  return boxes.length > 0 ? surround(boxes, 24) : null;
}

/** Below this zoom names cannot be read, so showing something means going nearer. */
const READABLE = 0.7;

/** Moves only as far as needed: what is already in view stays where it is, unless it is too small to read. */
function showBox(canvas: Canvas, box: Box): void {
  const view = canvas.extent();
  const { zoom } = canvas.camera();
  if (zoom < READABLE) {
    const [width, height] = [(view.width * zoom) / READABLE, (view.height * zoom) / READABLE];
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return canvas.fit({ x: middle.x - width / 2, y: middle.y - height / 2, width, height }, easeTime());
  }
  const [left, top] = [box.x - view.x, box.y - view.y];
  const [right, bottom] = [left + box.width - view.width, top + box.height - view.height];
  const by = (low: number, high: number): number => (low < 0 ? -low : high > 0 ? -high : 0);
  canvas.panBy(by(left, right) * zoom, by(top, bottom) * zoom);
}

function fulfil(canvas: Canvas, scene: Scene, { ask }: CameraWish): void {
  switch (ask) {
    case 'fit':
      return canvas.fit(scene.bounds, easeTime());
    case 'zoomIn':
      return canvas.zoomBy(1.3, easeTime());
    case 'zoomOut':
      return canvas.zoomBy(1 / 1.3, easeTime());
    case 'left':
      return canvas.panBy(PAN_STEP, 0);
    case 'right':
      return canvas.panBy(-PAN_STEP, 0);
    case 'up':
      return canvas.panBy(0, PAN_STEP);
    case 'down':
      return canvas.panBy(0, -PAN_STEP);
    default: {
      const box = boxOf(scene, ask.show);
      if (box) showBox(canvas, box);
    }
  }
}

/** Loads the faces that the drawn text needs, in the subsets that it needs. */
async function loadFaces(scene: Scene): Promise<void> {
  const drawn = [...scene.nodes, ...scene.edges]
    .map(({ lines }) => lines.join(' '))
    .join(' ')
    .slice(0, 5000);
  const faces = ['600 13px "Source Sans 3"', '400 12px "Source Sans 3"'];
  const loaded = Promise.all(faces.map((face) => document.fonts.load(face, `${drawn} ≠`)));
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FONT_WAIT))]);
}

/** Keeps the canvas showing the store's scene until it is told to stop. */
function follow(canvas: Canvas, store: AppStore): () => void {
  let { camera } = store.getState();
  const draw = (state: AppState): void => {
    canvas.show(selectScene(state), selectEmphasis(state), selectPalette(state));
    if (state.camera === camera) return;
    camera = state.camera;
    fulfil(canvas, selectScene(state), camera);
  };
  const state = store.getState();
  canvas.show(selectScene(state), selectEmphasis(state), selectPalette(state));
  canvas.fit(selectScene(state).bounds, 0);
  return store.subscribe(draw);
}

function stageOf(canvas: Canvas) {
  return { findScreenBox: (id: EntityId) => canvas.findScreenBox(id), extent: () => canvas.extent() };
}

/**
 * Fits again while the reader has not moved the camera, so that a turned phone or a resized window shows the whole; after
 * that it keeps what is selected in view, since on a phone the details take half of the graph's place.
 */
function followSize(div: HTMLElement, canvas: Canvas, store: AppStore, touched: () => boolean): () => void {
  const observer = new ResizeObserver(() => {
    canvas.resized();
    const state = store.getState();
    const box = boxOf(selectScene(state), state.selection);
    if (!touched()) canvas.fit(selectScene(state).bounds, 0);
    if (box) showBox(canvas, box);
  });
  observer.observe(div);
  return () => observer.disconnect();
}

async function openCanvas(div: HTMLElement, store: AppStore, stage: StageOwner, signal: AbortSignal): Promise<void> {
  const [{ createCanvas }] = await Promise.all([
    import('../../canvas/createCanvas.ts'),
    loadFaces(selectScene(store.getState())),
  ]);
  if (signal.aborted) return;
  const canvas = createCanvas(div, selectPalette(store.getState()), (gesture) => answerGesture(store, gesture));
  let touched = false;
  const touch = (): void => {
    touched = true;
  };
  for (const type of ['wheel', 'pointerdown', 'touchstart'] as const) {
    div.addEventListener(type, touch, { passive: true, signal });
  }
  const unfollow = follow(canvas, store);
  const unwatch = followSize(div, canvas, store, () => touched);
  stage.fill(stageOf(canvas));
  div.dataset.live = '';
  signal.addEventListener('abort', () => {
    stage.fill(null);
    unwatch();
    unfollow();
    canvas.destroy();
  });
}

/** The live graph: one empty div that React never looks into. */
export function CanvasHost() {
  const store = useAppStore();
  const stage = useStage();
  const div = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    if (div.current) void openCanvas(div.current, store, stage, closing.signal);
    return () => closing.abort();
  }, [store, stage]);
  return <div ref={div} className="canvas" />;
}
