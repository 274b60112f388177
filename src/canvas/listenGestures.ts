import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { TieId } from '../model/dataset.ts';
import type { Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { wheelFactor } from './camera.ts';
import { middleOf } from './drawCallouts.ts';
import { badgeElement, pinElement } from './drawControls.ts';
import { nodeElement } from './drawScene.ts';

/** What the reader did on the canvas, in the past tense; ids are the records'. Positions are scene units. */
export type Gesture =
  | { readonly type: 'nodeTapped'; readonly id: EntityId; readonly additive: boolean }
  | { readonly type: 'nodeDoubleTapped'; readonly id: EntityId }
  | { readonly type: 'badgeTapped'; readonly id: EntityId }
  /** A right click or a long press; `at` in CSS px of the page. */
  | { readonly type: 'menuAsked'; readonly id: EntityId; readonly at: Point }
  /** The same beside discs: on a line (`id`) or on the ground; `spot` in scene units. */
  | { readonly type: 'spotMenuAsked'; readonly id: TieId | null; readonly spot: Point; readonly at: Point }
  /** `of`: what it is about, where that is drawn. */
  | { readonly type: 'calloutTapped'; readonly id: string; readonly of: EntityId | TieId | null }
  | { readonly type: 'edgeTapped'; readonly id: TieId; readonly additive: boolean }
  | { readonly type: 'groundTapped' }
  | { readonly type: 'pointed'; readonly id: EntityId | TieId | null }
  | { readonly type: 'boxDrawn'; readonly ids: readonly EntityId[] }
  | { readonly type: 'nodesDragged'; readonly moved: ReadonlyMap<EntityId, Point> }
  /** By hand: dragged, pinched, or turned with the wheel. */
  | { readonly type: 'cameraMoved' };

type OnGesture = (gesture: Gesture) => void;

/** The record of an element; of a badge, that of its disc. */
const recordOf = ({ target }: EventObject): string => String(target.data('record') ?? target.data('of'));
const isAdditive = (event: EventObject): boolean => {
  const pressed = event.originalEvent as MouseEvent | undefined;
  return Boolean(pressed?.shiftKey || pressed?.ctrlKey || pressed?.metaKey);
};
const round = (value: number): number => Math.round(value * 100) / 100;

function calloutOf({ target }: EventObject): Gesture {
  return { type: 'calloutTapped', id: target.data('callout'), of: target.data('of') ?? null };
}

function tapOf(event: EventObject): Gesture {
  if (event.target === event.cy) return { type: 'groundTapped' };
  if (event.target.hasClass('callout')) return calloutOf(event);
  if (event.target.hasClass('badge')) return { type: 'badgeTapped', id: recordOf(event) as EntityId };
  const additive = isAdditive(event);
  if (event.target.isNode()) return { type: 'nodeTapped', id: recordOf(event) as EntityId, additive };
  return { type: 'edgeTapped', id: recordOf(event) as TieId, additive };
}

function listenTaps(cy: Core, onGesture: OnGesture): void {
  // Lifting the finger after a long press is a tap to Cytoscape.
  let isHeld = false;
  cy.on('tapstart', () => {
    isHeld = false;
  });
  // `tap`, not `onetap`: a click answers at once, and the double click that may follow adds to it.
  cy.on('tap', (event) => {
    if (!isHeld) onGesture(tapOf(event));
  });
  // Cytoscape counts two quick taps on different things as a double one.
  let taps: unknown[] = [];
  cy.on('tap', ({ target }) => {
    taps = [...taps.slice(-1), target];
  });
  cy.on('dbltap', 'node[record]', (event) => {
    if (taps.every((target) => target === event.target))
      onGesture({ type: 'nodeDoubleTapped', id: recordOf(event) as EntityId });
  });
  const askMenu = (event: EventObject): void => {
    const page = cy.container()?.getBoundingClientRect();
    const { x, y } = event.renderedPosition;
    const at = { x: x + (page?.x ?? 0), y: y + (page?.y ?? 0) };
    const isGround = event.target === event.cy;
    if (isGround || event.target.isEdge()) {
      const id = isGround ? null : (recordOf(event) as TieId);
      const spot = { x: round(event.position.x), y: round(event.position.y) };
      onGesture({ type: 'spotMenuAsked', id, spot, at });
    } else if (event.target.hasClass('callout')) onGesture(calloutOf(event));
    else onGesture({ type: 'menuAsked', id: recordOf(event) as EntityId, at });
  };
  cy.on('cxttap', askMenu);
  cy.on('taphold', (event) => {
    // A mouse has another button for it.
    if (!event.originalEvent?.type.startsWith('touch')) return;
    isHeld = true;
    askMenu(event);
  });
  cy.on('mouseover', 'node, edge', (event) => {
    const { target } = event;
    const id = target.data('record') ?? target.data('of') ?? null;
    onGesture({ type: 'pointed', id: id as EntityId | TieId | null });
  });
  cy.on('mouseout', 'node, edge', () => onGesture({ type: 'pointed', id: null }));
}

/** Moves the callouts of discs, and of the ties that end at them, along with them. */
function bringCallouts(cy: Core, moved: ReadonlySet<string>): void {
  for (const part of cy.nodes('.callout-part')) {
    const holders: readonly string[] = part.data('holders');
    if (!holders.some((id) => moved.has(id))) continue;
    const { x, y } = middleOf(holders.map((holder) => cy.getElementById(nodeElement(holder)).position()));
    part.position({ x: x + part.data('dx'), y: y + part.data('dy') });
  }
}

/** Moves badge and pin of a disc along with it. */
function bringControls(cy: Core, node: NodeSingular): void {
  const { x, y } = node.position();
  for (const control of [badgeElement, pinElement]) {
    const element = cy.getElementById(control(node.data('record')));
    if (element.nonempty()) element.position({ x: x + element.data('dx'), y: y + element.data('dy') });
  }
}

/** What is selected with a disc goes where it is dragged: gives those that went along. */
function bringSelected(cy: Core): (target: NodeSingular) => readonly NodeSingular[] {
  let along: { readonly node: NodeSingular; readonly dx: number; readonly dy: number }[] = [];
  cy.on('grab', 'node[record]', ({ target }) => {
    const at = target.position();
    const others = target.hasClass('selected') ? cy.nodes('[record].selected').not(target) : cy.collection();
    along = others.map((each) => {
      const node = each as NodeSingular;
      return { node, dx: node.position('x') - at.x, dy: node.position('y') - at.y };
    });
  });
  return (target) => {
    const { x, y } = target.position();
    for (const { node, dx, dy } of along) node.position({ x: x + dx, y: y + dy });
    return along.map(({ node }) => node);
  };
}

function listenDrags(cy: Core, onGesture: OnGesture): void {
  const bring = bringSelected(cy);
  cy.on('drag', 'node[record]', ({ target }) => {
    const moved = [target, ...bring(target)];
    for (const node of moved) bringControls(cy, node);
    bringCallouts(cy, new Set(moved.map((node) => node.data('record'))));
  });
  let dragged = new Map<EntityId, Point>();
  cy.on('dragfree', 'node[record]', (event) => {
    if (dragged.size === 0) {
      queueMicrotask(() => {
        const moved = dragged;
        dragged = new Map();
        onGesture({ type: 'nodesDragged', moved });
      });
    }
    for (const node of [event.target, ...bring(event.target)]) {
      const { x, y } = node.position();
      dragged.set(node.data('record'), { x: round(x), y: round(y) });
    }
  });
  let boxed: EntityId[] = [];
  cy.on('box', 'node[record]', (event) => {
    if (boxed.length === 0) {
      queueMicrotask(() => {
        const ids = boxed;
        boxed = [];
        onGesture({ type: 'boxDrawn', ids });
      });
    }
    boxed.push(recordOf(event) as EntityId);
  });
}

/**
 * Answers the wheel in a container instead of Cytoscape, whose own answer is 5% a notch and which warns of every other;
 * pinching on a screen stays Cytoscape's. To be called before Cytoscape opens there, so that this one comes first.
 * Returns the function that stops it.
 */
export function listenWheel(container: HTMLElement, findCore: () => Core, onGesture: OnGesture): () => void {
  const turn = (event: WheelEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    // While something is dragged the wheel would pull it away from the pointer.
    if (event.buttons !== 0 || event.deltaY === 0) return;
    const cy = findCore();
    const page = container.getBoundingClientRect();
    const renderedPosition = { x: event.clientX - page.x, y: event.clientY - page.y };
    cy.stop();
    cy.zoom({ level: cy.zoom() * wheelFactor(event), renderedPosition });
    onGesture({ type: 'cameraMoved' });
  };
  container.addEventListener('wheel', turn, { capture: true, passive: false });
  return () => container.removeEventListener('wheel', turn, { capture: true });
}

/** Reports what the reader does, but for the wheel. */
export function listenGestures(cy: Core, onGesture: OnGesture): void {
  listenTaps(cy, onGesture);
  listenDrags(cy, onGesture);
  cy.on('dragpan scrollzoom pinchzoom', () => onGesture({ type: 'cameraMoved' }));
}
