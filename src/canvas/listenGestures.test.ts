import cytoscape, { type Core } from 'cytoscape';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { badgeElement, pinElement } from './drawControls.ts';
import { edgeElement, nodeElement } from './drawScene.ts';
import { type Gesture, listenGestures, listenWheel } from './listenGestures.ts';

let cy: Core;
afterEach(() => cy.destroy());

function open(): Gesture[] {
  const gestures: Gesture[] = [];
  const controls = { of: 'a', dx: 10, dy: -12 };
  cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      { data: { id: nodeElement('a'), record: 'a' }, position: { x: 1, y: 2 } },
      { data: { id: nodeElement('b'), record: 'b' } },
      { data: { id: edgeElement('t'), record: 't', source: nodeElement('a'), target: nodeElement('b') } },
      { data: { ...controls, id: badgeElement('a') }, classes: 'badge' },
      { data: { ...controls, id: pinElement('a') }, classes: 'pin' },
    ],
  });
  listenGestures(cy, (gesture) => gestures.push(gesture));
  return gestures;
}

function emit(id: string, type: string, originalEvent: object = {}): void {
  const event = { type, position: { x: 7, y: 8 }, originalEvent };
  cy.getElementById(id).emit(event as never);
}

describe('taps', () => {
  test('are told apart by what is tapped', () => {
    const gestures = open();
    emit(nodeElement('a'), 'tap', { shiftKey: true });
    emit(edgeElement('t'), 'tap');
    emit(badgeElement('a'), 'tap');
    cy.emit('tap');
    expect(gestures).toEqual([
      { type: 'nodeTapped', id: 'a', additive: true },
      { type: 'edgeTapped', id: 't', additive: false },
      { type: 'badgeTapped', id: 'a' },
      { type: 'groundTapped' },
    ]);
  });

  test('a badge is no disc: it is not opened by a double click, not boxed, and points at its own', () => {
    const gestures = open();
    emit(badgeElement('a'), 'dbltap');
    emit(badgeElement('a'), 'box');
    emit(badgeElement('a'), 'mouseover');
    expect(gestures).toEqual([{ type: 'pointed', id: 'a' }]);
  });
});

describe('callouts', () => {
  const part = { holders: ['a'], dx: 20, dy: -30 };
  function openWithCallouts(): Gesture[] {
    const gestures = open();
    cy.add([
      { data: { ...part, id: 'c1', callout: 'one', of: 'a' }, classes: 'callout-part callout' },
      { data: { ...part, id: 'c2', callout: 'spot', holders: [] }, classes: 'callout-part callout' },
      { data: { ...part, id: 'c3', callout: 'tie', of: 't', holders: ['a', 'b'] }, classes: 'callout-part callout' },
    ] as never);
    return gestures;
  }

  test('tell which they are and what they are about, and point at that', () => {
    const gestures = openWithCallouts();
    emit('c1', 'tap');
    emit('c2', 'cxttap');
    emit('c1', 'mouseover');
    emit('c2', 'mouseover');
    expect(gestures).toEqual([
      { type: 'calloutTapped', id: 'one', of: 'a' },
      { type: 'calloutTapped', id: 'spot', of: null },
      { type: 'pointed', id: 'a' },
      { type: 'pointed', id: null },
    ]);
  });

  test('come along with what they hang at while it is dragged: a disc, or the middle of a line', () => {
    openWithCallouts();
    cy.getElementById(nodeElement('a')).position({ x: 100, y: 50 });
    emit(nodeElement('a'), 'drag');
    expect(cy.getElementById('c1').position()).toEqual({ x: 120, y: 20 });
    expect(cy.getElementById('c2').position()).toEqual({ x: 0, y: 0 });
    expect(cy.getElementById('c3').position()).toEqual({ x: 70, y: -5 });
  });
});

describe('the menu', () => {
  test('is asked for beside discs too: on a line, and on the ground', () => {
    const gestures = open();
    emit(edgeElement('t'), 'cxttap');
    const event = { type: 'cxttap', position: { x: 7.123, y: 8 }, renderedPosition: { x: 1, y: 2 } };
    cy.emit(event as never);
    expect(gestures).toMatchObject([
      { type: 'spotMenuAsked', id: 't', spot: { x: 7, y: 8 } },
      { type: 'spotMenuAsked', id: null, spot: { x: 7.12, y: 8 }, at: { x: 1, y: 2 } },
    ]);
  });

  test('is asked for with the other button, at the pointer', () => {
    const gestures = open();
    cy.viewport({ zoom: 2, pan: { x: 100, y: 0 } });
    emit(nodeElement('a'), 'cxttap');
    expect(gestures).toEqual([{ type: 'menuAsked', id: 'a', at: { x: 114, y: 16 } }]);
  });

  test('is asked for by a long press of a finger, and lifting it is no tap; the next one is', () => {
    const gestures = open();
    const press = { type: 'touchstart' };
    cy.emit('tapstart');
    emit(nodeElement('a'), 'taphold', { type: 'mousedown' });
    expect(gestures).toEqual([]);
    emit(nodeElement('a'), 'taphold', press);
    emit(nodeElement('a'), 'tap', press);
    expect(gestures.map(({ type }) => type)).toEqual(['menuAsked']);
    cy.emit('tapstart');
    emit(nodeElement('a'), 'tap', press);
    expect(gestures.map(({ type }) => type)).toEqual(['menuAsked', 'nodeTapped']);
  });
});

describe('drags', () => {
  test('what is selected with a disc goes along with it, and is told with it', async () => {
    const gestures = open();
    const [a, b] = [cy.getElementById(nodeElement('a')), cy.getElementById(nodeElement('b'))];
    a.position({ x: 1, y: 2 });
    b.position({ x: 101, y: 52 });
    cy.nodes('[record]').addClass('selected');
    emit(nodeElement('a'), 'grab');
    a.position({ x: 11, y: 22 });
    emit(nodeElement('a'), 'drag');
    expect(b.position()).toEqual({ x: 111, y: 72 });
    emit(nodeElement('a'), 'dragfree');
    await Promise.resolve();
    const moved = new Map([
      ['a', { x: 11, y: 22 }],
      ['b', { x: 111, y: 72 }],
    ]);
    expect(gestures).toEqual([{ type: 'nodesDragged', moved }]);
    cy.nodes().removeClass('selected');
    emit(nodeElement('a'), 'grab');
    a.position({ x: 0, y: 0 });
    emit(nodeElement('a'), 'drag');
    expect(b.position()).toEqual({ x: 111, y: 72 });
  });

  test('bring badge and pin along and are told once, to 0.01', async () => {
    const gestures = open();
    cy.getElementById(nodeElement('a')).position({ x: 30.12890625, y: 40 });
    emit(nodeElement('a'), 'drag');
    for (const control of [badgeElement('a'), pinElement('a')]) {
      expect(cy.getElementById(control).position()).toEqual({ x: 40.12890625, y: 28 });
    }
    emit(nodeElement('a'), 'dragfree');
    emit(nodeElement('b'), 'dragfree');
    await Promise.resolve();
    expect(gestures).toHaveLength(1);
    const moved = gestures[0]?.type === 'nodesDragged' ? gestures[0].moved : new Map<never, never>();
    expect(moved.get('a' as never)).toEqual({ x: 30.13, y: 40 });
    expect(moved.size).toBe(2);
  });
});

describe('the camera', () => {
  /** As much of a div as the wheel needs. */
  function fakeDiv(): HTMLElement {
    const place = { x: 10, y: 20 };
    return Object.assign(new EventTarget(), { getBoundingClientRect: () => place }) as unknown as HTMLElement;
  }

  function turn(div: HTMLElement, more: object): Event {
    const event = new Event('wheel', { cancelable: true });
    const given = { deltaY: -100, deltaMode: 0, ctrlKey: false, buttons: 0, clientX: 110, clientY: 70, ...more };
    Object.assign(event, given);
    div.dispatchEvent(event);
    return event;
  }

  test('zooms about the pointer, nobody else does, and no more after the end', () => {
    const div = fakeDiv();
    const gestures = open();
    const stop = listenWheel(
      div,
      () => cy,
      (gesture) => gestures.push(gesture),
    );
    // As Cytoscape listens, after it.
    const others = vi.fn<() => void>();
    div.addEventListener('wheel', others, { capture: true });
    const event = turn(div, {});
    expect(event.defaultPrevented).toBe(true);
    expect(cy.zoom()).toBeCloseTo(1.15);
    // What lay under the pointer, 100, 50 in the view, still does.
    expect(cy.pan().x).toBeCloseTo(100 - 100 * 1.15);
    expect(cy.pan().y).toBeCloseTo(50 - 50 * 1.15);
    turn(div, { buttons: 1 });
    expect(cy.zoom()).toBeCloseTo(1.15);
    expect(others).not.toHaveBeenCalled();
    stop();
    turn(div, {});
    expect(cy.zoom()).toBeCloseTo(1.15);
    expect(gestures).toEqual([{ type: 'cameraMoved' }]);
  });

  test('says when it was moved by hand, not when it was told to move', () => {
    const gestures = open();
    cy.zoom(2);
    cy.panBy({ x: 5, y: 5 });
    expect(gestures).toEqual([]);
    for (const type of ['dragpan', 'pinchzoom']) cy.emit(type);
    expect(gestures).toEqual([{ type: 'cameraMoved' }, { type: 'cameraMoved' }]);
  });
});
