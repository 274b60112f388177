import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import type { Box } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { measureText } from '../model/textMetrics.ts';
import { discBox, surround } from '../scene/boxes.ts';
import { NAME_SIZE } from '../scene/labels.ts';
import type { Palette } from '../scene/palette.ts';
import type { Emphasis, Scene, SceneNode } from '../scene/scene.ts';
import { outlineAround } from '../scene/shapes.ts';
import { type Camera, findLook, fitTo, type Look, lookTo } from './camera.ts';
import { diffScene } from './diffScene.ts';
import { calloutElements, drawCallouts } from './drawCallouts.ts';
import { badgeElement, drawControls, pinElement } from './drawControls.ts';
import { type Drawn, drawScene, edgeElement, nodeElement } from './drawScene.ts';
import { type Gesture, listenGestures, listenWheel } from './listenGestures.ts';
import { buildStylesheet } from './stylesheet.ts';

export interface Canvas {
  /** Draws a scene, touching only what changed. */
  show(scene: Scene, emphasis: Emphasis, palette: Palette): void;
  /** Moves the camera so that a box of scene units fills the view; eased over `ms`, at once for 0. */
  fit(box: Box, ms: number): void;
  /** Zooms about the middle of the view. */
  zoomBy(factor: number, ms: number): void;
  panBy(dx: number, dy: number): void;
  /** Brings a point of the scene to the middle of the view. */
  lookAt(look: Look, ms: number): void;
  /** Where the camera looks now. */
  look(): Look;
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
    ...(drawn.isControl ? { grabbable: false, selectable: false } : {}),
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
  const add = (id: string, classes: string): void => {
    for (const element of [nodeElement, edgeElement]) cy.getElementById(element(id)).addClass(classes);
    for (const control of [badgeElement, pinElement]) cy.getElementById(control(id)).addClass('stands');
  };
  for (const { id, of } of scene.callouts) {
    if (of === null || !(emphasis.near.has(of) || emphasis.selected.has(of))) continue;
    for (const element of calloutElements(id)) cy.getElementById(element).addClass('stands');
  }
  for (const id of emphasis.near) add(id, 'stands');
  for (const id of emphasis.selected) add(id, 'stands selected');
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

function cameraOf(cy: Core): Omit<Canvas, 'show' | 'findScreenBox' | 'resized' | 'destroy'> {
  const size = () => ({ width: cy.width(), height: cy.height() });
  const camera = (): Camera => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
  const go = (to: Camera, ms: number): void => {
    // What is on its way elsewhere would go on beside it.
    cy.stop();
    if (ms > 0) cy.animate({ ...to, duration: ms, easing: 'ease-in-out', queue: false });
    else cy.viewport(to);
  };
  return {
    fit: (box, ms) => go(fitTo(box, size()), ms),
    lookAt: (look, ms) => go(lookTo(look, size()), ms),
    look: () => findLook(camera(), size()),
    camera,
    zoomBy(factor, ms) {
      const level = cy.zoom() * factor;
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      if (ms > 0) cy.animate({ zoom: { level, renderedPosition: middle }, duration: ms, queue: false });
      else cy.zoom({ level, renderedPosition: middle });
    },
    panBy(dx, dy) {
      cy.panBy({ x: dx, y: dy });
    },
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
  const stopWheel = container ? listenWheel(container, () => cy, onGesture) : () => undefined;
  const cy = openCytoscape(container, palette);
  let drawn: readonly Drawn[] = [];
  let theme = palette;
  /** Disc and name of each entity, relative to the disc's centre. */
  let boxes = new Map<EntityId, Box>();
  listenGestures(cy, onGesture);
  return {
    show(scene, emphasis, colours) {
      const controls = scene.nodes.flatMap((node) => drawControls(node, colours));
      const next = [...drawScene(scene, colours), ...controls, ...drawCallouts(scene)];
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
      stopWheel();
      if (!cy.destroyed()) cy.destroy();
    },
  };
}
