import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { solveLayout } from '../model/layout.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { HOME } from '../model/view.ts';
import { discBox, surround } from '../scene/boxes.ts';
import { buildEmphasis, NO_EMPHASIS } from '../scene/buildEmphasis.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildScene } from '../scene/buildScene.ts';
import { PALETTES } from '../scene/palette.ts';
import { findLook, fitTo, lookTo, type Turn, wheelFactor } from './camera.ts';
import { type Canvas, createCanvas } from './createCanvas.ts';
import { diffScene } from './diffScene.ts';
import { drawControls } from './drawControls.ts';
import type { Drawn } from './drawScene.ts';
import type { Gesture } from './listenGestures.ts';

const dataset = buildDataset(
  sampleFile(
    ['a', 'b', 'c'].map((id) => sampleEntity(id)),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c1')]), sampleRelation('r2', 'b', 'c', [sampleClaim('c2')])],
  ),
);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 500 });
const sceneWith = (focus: readonly string[] | null) =>
  buildScene(dataset, { ...HOME, focus: focus && { ids: focus as EntityId[], hops: 0 } }, placement);

let opened: Canvas | undefined;
afterEach(() => opened?.destroy());

function open(): { canvas: Canvas; gestures: Gesture[] } {
  const gestures: Gesture[] = [];
  const canvas = createCanvas(null, PALETTES.light, (gesture) => gestures.push(gesture));
  opened = canvas;
  return { canvas, gestures };
}

describe('the canvas', () => {
  test('draws what it is told, and no more', () => {
    const { canvas } = open();
    canvas.show(sceneWith(null), NO_EMPHASIS, PALETTES.light);
    expect(canvas.findScreenBox('c' as EntityId)).toBeDefined();
    canvas.show(sceneWith(['a', 'b']), NO_EMPHASIS, PALETTES.light);
    expect(canvas.findScreenBox('c' as EntityId)).toBeUndefined();
    expect(canvas.findScreenBox('a' as EntityId)).toBeDefined();
    canvas.show(sceneWith(null), NO_EMPHASIS, PALETTES.dark);
    expect(canvas.findScreenBox('c' as EntityId)).toBeDefined();
  });

  test('says nothing of what it was told to do', () => {
    const { canvas, gestures } = open();
    const scene = sceneWith(null);
    canvas.show(scene, NO_EMPHASIS, PALETTES.light);
    canvas.show(scene, buildEmphasis(dataset, scene, ['a']), PALETTES.light);
    canvas.show(sceneWith(['a']), NO_EMPHASIS, PALETTES.light);
    expect(gestures).toEqual([]);
  });

  test('a box on screen is the disc with its name, at the camera', () => {
    const { canvas } = open();
    const scene = sceneWith(null);
    canvas.show(scene, NO_EMPHASIS, PALETTES.light);
    const before = canvas.findScreenBox('a' as EntityId);
    const node = scene.nodes.find(({ id }) => id === 'a');
    const { zoom } = canvas.camera();
    const box = node && surround([discBox(node), node.nameBox], 0);
    // The scene rounds the room for a name up to whole px.
    expect(Math.ceil((before?.width ?? 0) / zoom)).toBe(box?.width);
    expect(before?.height).toBeCloseTo((box?.height ?? 0) * zoom, 5);
    canvas.panBy(10, 20);
    const after = canvas.findScreenBox('a' as EntityId);
    expect([(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)]).toEqual([10, 20]);
  });

  test('looks where it is told and tells where it looks', () => {
    const { canvas } = open();
    canvas.lookAt({ x: 12.5, y: -40, zoom: 1.25 }, 0);
    expect(canvas.look()).toEqual({ x: 12.5, y: -40, zoom: 1.25 });
    canvas.panBy(25, -50);
    expect(canvas.look()).toEqual({ x: -7.5, y: 0, zoom: 1.25 });
  });

  test('controls come and go with what they tell, and take no part in boxes', () => {
    const { canvas } = open();
    const scene = sceneWith(['a', 'b']);
    const [node] = scene.nodes;
    const pinned = { ...scene, nodes: scene.nodes.map((one) => ({ ...one, pinned: true, behind: 12 })) };
    canvas.show(pinned, NO_EMPHASIS, PALETTES.light);
    const box = canvas.findScreenBox('a' as EntityId);
    canvas.show(scene, NO_EMPHASIS, PALETTES.light);
    expect(canvas.findScreenBox('a' as EntityId)).toEqual(box);
    const labelsOf = (one: typeof node) => one && drawControls(one, PALETTES.dark).map(({ data }) => data['label']);
    expect(labelsOf(scene.nodes.find(({ id }) => id === 'b'))).toEqual(['+1']);
    expect(labelsOf(node)).toEqual([]);
    expect(labelsOf(pinned.nodes[0])).toEqual(['+12', undefined]);
  });

  test('can be destroyed twice', () => {
    const { canvas } = open();
    canvas.destroy();
    expect(() => canvas.destroy()).not.toThrow();
  });
});

test('fitTo is the rule of xMidYMid meet', () => {
  const camera = fitTo({ x: 10, y: 20, width: 100, height: 50 }, { width: 150, height: 150 });
  expect(camera).toEqual({ zoom: 1.5, pan: { x: 75 - 60 * 1.5, y: 75 - 45 * 1.5 } });
  expect(fitTo({ x: 0, y: 0, width: 0, height: 0 }, { width: 100, height: 100 }).zoom).toBe(1);
});

test('a look is a camera in a view of any size', () => {
  const look = { x: 3, y: -4.25, zoom: 0.5 };
  for (const view of [
    { width: 800, height: 600 },
    { width: 390, height: 300 },
  ]) {
    expect(findLook(lookTo(look, view), view)).toEqual(look);
  }
});

test('a notch of the wheel zooms by about 15%, whatever it is counted in', () => {
  const turn = (deltaY: number, deltaMode = 0, ctrlKey = false): Turn => ({ deltaY, deltaMode, ctrlKey });
  expect(wheelFactor(turn(-100))).toBeCloseTo(1.15);
  expect(wheelFactor(turn(100))).toBeCloseTo(1 / 1.15);
  expect(wheelFactor(turn(-3, 1))).toBeCloseTo(1.15);
  expect(wheelFactor(turn(-5))).toBeCloseTo(1.007, 3);
  expect(wheelFactor(turn(-9999))).toBeCloseTo(1.15 * 1.15);
  expect(wheelFactor(turn(-2, 0, true))).toBeCloseTo(1.02);
});

test('applying the difference between two drawings to the first gives the second', () => {
  const drawn = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5'),
    group: fc.constant('edges' as const),
    data: fc.record({
      source: fc.constantFrom('x', 'y'),
      target: fc.constant('z'),
      dashes: fc.array(fc.nat(3), { maxLength: 2 }),
    }),
    classes: fc.constantFrom('', 'disputed'),
    position: fc.constant(null),
  });
  const drawing = fc.uniqueArray(drawn, { selector: ({ id }) => id });
  fc.assert(
    fc.property(drawing, drawing, (before, after) => {
      const { add, remove, change } = diffScene(before, after);
      const result = new Map<string, Drawn>(before.map((one) => [one.id, one]));
      for (const id of remove) expect(result.delete(id)).toBe(true);
      for (const one of add) {
        expect(result.has(one.id)).toBe(false);
        result.set(one.id, one);
      }
      for (const one of change) {
        expect(result.get(one.id)?.data['source']).toBe(one.data.source);
        result.set(one.id, one);
      }
      const sort = (list: Iterable<Drawn>) => [...list].toSorted((a, b) => a.id.localeCompare(b.id));
      expect(sort(result.values())).toEqual(sort(after));
      if (before === after) expect([add, remove, change]).toEqual([[], [], []]);
    }),
  );
});
