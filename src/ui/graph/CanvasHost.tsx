import { useEffect, useRef } from 'react';
import type { Canvas } from '../../canvas/createCanvas.ts';
import type { Gesture } from '../../canvas/listenGestures.ts';
import type { TieId } from '../../model/dataset.ts';
import type { Point } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';
import type { Scene } from '../../scene/scene.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { findRecord } from '../../state/recordOf.ts';
import { selectEmphasis, selectPalette, selectScene } from '../../state/selectors.ts';
import { useAppStore } from '../kit/appContext.ts';
import { type StageOwner, useStage } from '../kit/stage.ts';
import { followCamera } from './followCamera.ts';

/** How long the live canvas waits for its fonts, ms; the first picture stands meanwhile. */
const FONT_WAIT = 1500;

/** A menu for an entity, or for a line or the ground at a point of the scene; `at` in CSS px of the page. */
export type MenuAsk = { readonly at: Point } & (
  | { readonly id: EntityId }
  | { readonly spot: { readonly tie: TieId | null; readonly point: Point } }
);

/** A tie of one relation is selected as that relation. */
function selectable(state: AppState, id: string): string {
  const found = findRecord(state.dataset, id);
  const only = found?.type === 'tie' && found.tie.relations.length === 1 ? found.tie.relations[0] : undefined;
  return only ?? id;
}

interface Answers {
  readonly onMoved: () => void;
  readonly onMenu: (ask: MenuAsk) => void;
}

function answerGesture({ getState, dispatch }: AppStore, gesture: Gesture, { onMoved, onMenu }: Answers): void {
  switch (gesture.type) {
    case 'nodeTapped':
    case 'edgeTapped': {
      const id = selectable(getState(), gesture.id);
      return gesture.additive ? dispatch('toggleSelected', id) : dispatch('select', { ids: [id] });
    }
    case 'nodeDoubleTapped':
      return dispatch('focusOn', { ids: [gesture.id], hops: 1 });
    case 'badgeTapped':
      return dispatch('expand', gesture.id);
    case 'menuAsked':
      return onMenu({ id: gesture.id, at: gesture.at });
    case 'spotMenuAsked':
      return onMenu({ spot: { tie: gesture.id, point: gesture.spot }, at: gesture.at });
    case 'calloutTapped':
      if (!getState().embedded) return dispatch('writeCallout', { id: gesture.id });
      return gesture.of === null ? undefined : dispatch('select', { ids: [selectable(getState(), gesture.of)] });
    case 'groundTapped':
      return dispatch('clearSelection');
    case 'pointed':
      return dispatch('point', gesture.id === null ? [] : [gesture.id]);
    case 'boxDrawn':
      return dispatch('select', { ids: gesture.ids });
    case 'nodesDragged':
      return dispatch('moveNodes', gesture.moved);
    case 'cameraMoved':
      return onMoved();
  }
}

/** Loads the faces that the drawn text needs, in the subsets that it needs. */
async function loadFaces(scene: Scene): Promise<void> {
  const drawn = [...scene.nodes, ...scene.edges, ...scene.callouts]
    .map(({ lines }) => lines.join(' '))
    .join(' ')
    .slice(0, 5000);
  const faces = ['600 13px "Source Sans 3"', '400 12px "Source Sans 3"'];
  const loaded = Promise.all(faces.map((face) => document.fonts.load(face, `${drawn} ≠`)));
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FONT_WAIT))]);
}

function draw(canvas: Canvas, state: AppState): void {
  canvas.show(selectScene(state), selectEmphasis(state), selectPalette(state));
}

function stageOf(canvas: Canvas) {
  return { findScreenBox: (id: EntityId) => canvas.findScreenBox(id), extent: () => canvas.extent() };
}

interface Opening {
  readonly store: AppStore;
  readonly stage: StageOwner;
  readonly onMenu: (ask: MenuAsk) => void;
  readonly signal: AbortSignal;
}

async function openCanvas(div: HTMLElement, { store, stage, onMenu, signal }: Opening): Promise<void> {
  const { embedded } = store.getState();
  const [{ createCanvas }, scrolling] = await Promise.all([
    import('../../canvas/createCanvas.ts'),
    embedded ? import('../../canvas/letPageScroll.ts') : null,
    loadFaces(selectScene(store.getState())),
  ]);
  if (signal.aborted) return;
  const stopScrolling = scrolling?.letPageScroll(div);
  const answers = { onMenu, onMoved: () => camera.moved() };
  const canvas = createCanvas(div, selectPalette(store.getState()), (gesture) => {
    // What the menu offers is for those who work on the graph.
    if (!(embedded && /menuAsked/i.test(gesture.type))) answerGesture(store, gesture, answers);
  });
  draw(canvas, store.getState());
  const camera = followCamera(store, canvas);
  const unfollow = store.subscribe((state) => {
    draw(canvas, state);
    camera.follow(state);
  });
  for (const type of ['wheel', 'pointerdown', 'touchstart'] as const) {
    div.addEventListener(type, () => camera.touched(), { passive: true, capture: true, signal });
  }
  let frame = 0;
  const observer = new ResizeObserver(() => {
    // In the next frame: a size that changes while sizes are being told is an error event in some browsers.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      canvas.resized();
      camera.resized();
    });
  });
  observer.observe(div);
  stage.fill(stageOf(canvas));
  div.dataset.live = '';
  signal.addEventListener('abort', () => {
    stage.fill(null);
    observer.disconnect();
    cancelAnimationFrame(frame);
    unfollow();
    camera.stop();
    canvas.destroy();
    stopScrolling?.();
  });
}

/** The live graph: one empty div that React never looks into. */
export function CanvasHost({ onMenu }: { readonly onMenu: (ask: MenuAsk) => void }) {
  const store = useAppStore();
  const stage = useStage();
  const div = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const closing = new AbortController();
    if (div.current) void openCanvas(div.current, { store, stage, onMenu, signal: closing.signal });
    return () => closing.abort();
  }, [store, stage, onMenu]);
  return <div ref={div} className="canvas" />;
}
