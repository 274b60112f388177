import cytoscape, { type Core, type ElementDefinition, type EventObject } from 'cytoscape';
import type { TieId } from '../model/dataset.ts';
import type { Box, Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { measureText } from '../model/textMetrics.ts';
import { surround } from '../scene/boxes.ts';
import { discBox } from '../scene/buildScene.ts';
import { NAME_SIZE } from '../scene/labels.ts';
import type { Palette } from '../scene/palette.ts';
import type { Emphasis, Scene, SceneNode } from '../scene/scene.ts';
import { outlineAround } from '../scene/shapes.ts';
import { type Camera, fitTo } from './camera.ts';
import { diffScene } from './diffScene.ts';
import { type Drawn, drawScene, edgeElement, nodeElement } from './drawScene.ts';
import { buildStylesheet } from './stylesheet.ts';

/** What the reader did on the canvas, in the past tense; ids are the records'. Positions are scene units. */
export type Gesture =
  | { readonly type: 'nodeTapped'; readonly id: EntityId; readonly additive: boolean }
  | { readonly type: 'nodeDoubleTapped'; readonly id: EntityId }
  | { readonly type: 'edgeTapped'; readonly id: TieId; readonly additive: boolean }
  | { readonly type: 'groundTapped' }
  | { readonly type: 'pointed'; readonly id: EntityId | TieId | null }
  | { readonly type: 'boxDrawn'; readonly ids: readonly EntityId[] }
  | { readonly type: 'nodesDragged'; readonly moved: ReadonlyMap<EntityId, Point> }
  | { readonly type: 'cameraMoved' };

export interface Canvas {
  /** Draws a scene, touching only what changed. */
  show(scene: Scene, emphasis: Emphasis, palette: Palette): void;
  /** Moves the camera so that a box of scene units fills the view; eased over `ms`, at once for 0. */
  fit(box: Box, ms: number): void;
  /** Zooms about the middle of the view. */
  zoomBy(factor: number, ms: number): void;
  panBy(dx: number, dy: number): void;
  camera(): Camera;
  /** The drawn box of an entity with its name, in CSS px of the page; undefined where it is not drawn. */
  findScreenBox(id: EntityId): Box | undefined;
  /** The view in scene units. */
  extent(): Box;
  /** To be called when the div's size has changed. */
  resized(): void;
  destroy(): void;
}

const VEIL = 'veil';

function toElement(drawn: Drawn): ElementDefinition {
  return {
    group: drawn.group,
    data: { ...drawn.data, id: drawn.id },
    classes: drawn.classes,
    ...(drawn.position ? { position: { ...drawn.position } } : {}),
  };
}

function applyDiff(cy: Core, before: readonly Drawn[], after: readonly Drawn[]): void {
  const { add, remove, change } = diffScene(before, after);
  for (const id of remove) cy.getElementById(id).remove();
  if (add.length > 0) cy.add(add.map(toElement));
  for (const drawn of change) {
    const element = cy.getElementById(drawn.id);
    element.data({ ...drawn.data }).classes(drawn.classes);
    if (drawn.position) element.position({ ...drawn.position });
  }
}

function applyEmphasis(cy: Core, scene: Scene, emphasis: Emphasis): void {
  cy.$('.stands, .selected').removeClass('stands selected');
  cy.getElementById(VEIL).remove();
  if (!emphasis.veil) return;
  const { x, y, width, height } = scene.bounds;
  cy.add({
    group: 'nodes',
    data: { id: VEIL, width: width * 3 + 4000, height: height * 3 + 4000 },
    classes: 'veil',
    position: { x: x + width / 2, y: y + height / 2 },
    grabbable: false,
    selectable: false,
  });
  const both = (id: string) => cy.getElementById(nodeElement(id)).union(cy.getElementById(edgeElement(id)));
  for (const id of emphasis.near) both(id).addClass('stands');
  for (const id of emphasis.selected) both(id).addClass('stands selected');
}

/** A name as it is drawn; its box in the scene also has room for a picture's number. */
function drawnName({ nameBox, side, lines, weight, standing }: SceneNode): Box {
  if (standing?.disputed) return nameBox;
  const width = Math.max(0, ...lines.map((line) => measureText(line, NAME_SIZE, weight)));
  const slack = nameBox.width - width;
  const shift = { below: slack / 2, above: slack / 2, right: 0, left: slack }[side];
  return { ...nameBox, x: nameBox.x + shift, width };
}

function boxAtOrigin(node: SceneNode): Box {
  const corners = outlineAround(node.kind, node, node.radius)?.map((at) => ({ ...at, width: 0, height: 0 }));
  const box = surround([...(corners ?? [discBox(node)]), drawnName(node)], 0);
  return { ...box, x: box.x - node.x, y: box.y - node.y };
}

const recordOf = (event: EventObject): string => String(event.target.data('record'));
const isAdditive = (event: EventObject): boolean => {
  const pressed = event.originalEvent as MouseEvent | undefined;
  return Boolean(pressed?.shiftKey || pressed?.ctrlKey || pressed?.metaKey);
};

function listenTaps(cy: Core, onGesture: (gesture: Gesture) => void): void {
  // `tap`, not `onetap`: a click answers at once, and the double click that may follow adds to it.
  cy.on('tap', (event) => {
    if (event.target === cy) onGesture({ type: 'groundTapped' });
    else if (event.target.isNode()) {
      onGesture({ type: 'nodeTapped', id: recordOf(event) as EntityId, additive: isAdditive(event) });
    } else onGesture({ type: 'edgeTapped', id: recordOf(event) as TieId, additive: isAdditive(event) });
  });
  // Cytoscape counts two quick taps on different things as a double one.
  let taps: unknown[] = [];
  cy.on('tap', ({ target }) => {
    taps = [...taps.slice(-1), target];
  });
  cy.on('dbltap', 'node', (event) => {
    if (taps.every((target) => target === event.target))
      onGesture({ type: 'nodeDoubleTapped', id: recordOf(event) as EntityId });
  });
  cy.on('mouseover', 'node, edge', (event) => onGesture({ type: 'pointed', id: recordOf(event) as EntityId | TieId }));
  cy.on('mouseout', 'node, edge', () => onGesture({ type: 'pointed', id: null }));
}

function listenDrags(cy: Core, onGesture: (gesture: Gesture) => void): void {
  let dragged = new Map<EntityId, Point>();
  cy.on('dragfree', 'node', (event) => {
    if (dragged.size === 0) {
      queueMicrotask(() => {
        const moved = dragged;
        dragged = new Map();
        onGesture({ type: 'nodesDragged', moved });
      });
    }
    dragged.set(recordOf(event) as EntityId, { ...event.target.position() });
  });
  let boxed: EntityId[] = [];
  cy.on('box', 'node', (event) => {
    if (boxed.length === 0) {
      queueMicrotask(() => {
        const ids = boxed;
        boxed = [];
        onGesture({ type: 'boxDrawn', ids });
      });
    }
    boxed.push(recordOf(event) as EntityId);
  });
  cy.on('viewport', () => onGesture({ type: 'cameraMoved' }));
}

/** A Cytoscape instance in a div of the page, or without one for tests (`headless`). */
function openCytoscape(container: HTMLElement | null, palette: Palette): Core {
  return cytoscape({
    ...(container ? { container } : { headless: true, styleEnabled: true }),
    style: buildStylesheet(palette),
    minZoom: 0.15,
    maxZoom: 5,
    boxSelectionEnabled: true,
    autounselectify: true,
    selectionType: 'additive',
  });
}

function cameraOf(cy: Core): Pick<Canvas, 'fit' | 'zoomBy' | 'panBy' | 'camera' | 'extent'> {
  return {
    fit(box, ms) {
      const camera = fitTo(box, { width: cy.width(), height: cy.height() });
      if (ms > 0) cy.animate({ ...camera, duration: ms, easing: 'ease-in-out', queue: false });
      else cy.viewport(camera);
    },
    zoomBy(factor, ms) {
      const level = cy.zoom() * factor;
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      if (ms > 0) cy.animate({ zoom: { level, renderedPosition: middle }, duration: ms, queue: false });
      else cy.zoom({ level, renderedPosition: middle });
    },
    panBy(dx, dy) {
      cy.panBy({ x: dx, y: dy });
    },
    camera: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    extent() {
      const { x1, y1, w, h } = cy.extent();
      return { x: x1, y: y1, width: w, height: h };
    },
  };
}

/**
 * Draws scenes in a div with Cytoscape and reports gestures; it never changes what it was not told to change, except
 * for places while they are dragged and the camera. With `container` null it runs headless. The caller owns the result
 * and must `destroy` it (twice does no harm).
 */
export function createCanvas(
  container: HTMLElement | null,
  palette: Palette,
  onGesture: (gesture: Gesture) => void,
): Canvas {
  const cy = openCytoscape(container, palette);
  let drawn: readonly Drawn[] = [];
  let theme = palette;
  /** Disc and name of each entity, relative to the disc's centre. */
  let boxes = new Map<EntityId, Box>();
  listenTaps(cy, onGesture);
  listenDrags(cy, onGesture);
  return {
    show(scene, emphasis, colours) {
      const next = drawScene(scene, colours);
      cy.batch(() => {
        if (colours !== theme) cy.style(buildStylesheet(colours));
        applyDiff(cy, drawn, next);
        applyEmphasis(cy, scene, emphasis);
      });
      theme = colours;
      drawn = next;
      boxes = new Map(scene.nodes.map((node) => [node.id, boxAtOrigin(node)]));
    },
    ...cameraOf(cy),
    findScreenBox(id) {
      const node = cy.getElementById(nodeElement(id));
      const shown = boxes.get(id);
      if (node.empty() || !shown) return undefined;
      // The scene's box, moved along with a disc that is being dragged.
      const at = node.position();
      const { zoom, pan } = { zoom: cy.zoom(), pan: cy.pan() };
      const page = container?.getBoundingClientRect();
      return {
        x: (shown.x + at.x) * zoom + pan.x + (page?.x ?? 0),
        y: (shown.y + at.y) * zoom + pan.y + (page?.y ?? 0),
        width: shown.width * zoom,
        height: shown.height * zoom,
      };
    },
    resized: () => {
      // A camera on its way was sent for the old size.
      cy.stop();
      cy.resize();
    },
    destroy() {
      if (!cy.destroyed()) cy.destroy();
    },
  };
}
