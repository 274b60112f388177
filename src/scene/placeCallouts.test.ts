import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { boxDistance } from '../model/layoutAudit.ts';
import type { Box, Placement } from '../model/layoutProblem.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { type Callout, HOME, type View } from '../model/view.ts';
import { discBox } from './boxes.ts';
import { buildScene, cutScene } from './buildScene.ts';
import { CALLOUT } from './labels.ts';
import type { Scene, SceneCallout } from './scene.ts';

const ids = Array.from({ length: 12 }, (_, i) => `n${i}`);
const relations = [
  ...ids.slice(1).map((id, i) => sampleRelation(`r${i + 1}`, ids[i] ?? id, id, [sampleClaim(`c${i}`)])),
  sampleRelation('hub', 'n0', 'n7', [sampleClaim('h')]),
  sampleRelation('self', 'n3', 'n3', [sampleClaim('s')]),
];
const dataset = buildDataset(
  sampleFile(
    ids.map((id) => sampleEntity(id)),
    relations,
  ),
);

/** Discs in rows of four, `apart` px from each other. */
function placementOf(apart: number): Placement {
  const sides = ['below', 'above', 'right', 'left'] as const;
  return {
    nodes: new Map(
      ids.map((id, i) => [
        id,
        { x: (i % 4) * apart, y: Math.floor(i / 4) * apart, side: sides[i % 4] ?? 'below' } as const,
      ]),
    ),
    ties: new Map(),
  };
}

const about = (id: string, text = 'A note', name = id): Callout => ({ id: name, text, at: { entity: id as EntityId } });
const atRelation = (id: string): Callout => ({ id, text: `On ${id}`, at: { relation: id as RelationId } });

function sceneWith(callouts: readonly Callout[], apart = 170, view: Partial<View> = {}): Scene {
  return buildScene(dataset, { ...HOME, ...view, callouts }, placementOf(apart));
}

function only(scene: Scene): SceneCallout {
  const [callout] = scene.callouts;
  if (!callout) throw new Error('no callout is drawn');
  return callout;
}

function fixedBoxes(scene: Scene): Box[] {
  return [
    ...scene.nodes.flatMap((node) => [discBox(node), node.nameBox]),
    ...scene.edges.flatMap(({ labelBox }) => labelBox ?? []),
  ];
}

const isIn = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom(
    'רשומה על הפגישה הזאת',
    '这是一条关于会议的很长的注释，没有空格',
    '👩‍👩‍👧‍👦 ≠ 🇫🇷',
    'x'.repeat(200),
    ' ',
  ),
);
const someCallout = fc.record({
  at: fc.oneof(
    fc.constantFrom(...ids).map((entity) => ({ entity: entity as EntityId })),
    fc.constantFrom(...relations).map(({ id }) => ({ relation: id })),
    fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
  ),
  text: someText,
});

describe('callouts of a scene', () => {
  test('cover no disc, no name, no wording and no other callout, however many and however crowded', () => {
    fc.assert(
      fc.property(fc.array(someCallout, { maxLength: 25 }), fc.integer({ min: 90, max: 320 }), (notes, apart) => {
        const scene = sceneWith(
          notes.map((note, i) => ({ ...note, id: `c${i}` })),
          apart,
        );
        const bare = sceneWith([], apart);
        expect(scene.nodes).toEqual(bare.nodes);
        const boxes = fixedBoxes(scene);
        for (const { box, anchor } of scene.callouts) {
          for (const other of boxes) expect(boxDistance(box, other)).toBeGreaterThan(0);
          expect(isIn(box, scene.bounds)).toBe(true);
          expect(isIn({ ...anchor, width: 0, height: 0 }, scene.bounds)).toBe(true);
          boxes.push(box);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('say their whole text inside their sheet', () => {
    const text = 'He has denied this twice, in writing, through a lawyer whom he has since dismissed.';
    const callout = only(sceneWith([about('n5', text)]));
    expect(callout.lines.join(' ')).toBe(text);
    expect(callout.lines.length).toBeGreaterThan(1);
    expect(callout.box.height).toBeGreaterThanOrEqual(
      callout.lines.length * CALLOUT.size * 1.2 + 2 * CALLOUT.padding.y,
    );
  });

  test('know from which side they are read', () => {
    const texts = ['A note', '«12» רשומה', 'He said: رشوة', '…', '会議'];
    const read = texts.map((text) => only(sceneWith([about('n5', text)])).rightToLeft);
    expect(read).toEqual([false, true, false, false, false]);
  });

  test('point at the edge of the disc that they are about, from nearby', () => {
    const scene = sceneWith([about('n5')], 300);
    const callout = only(scene);
    const node = scene.nodes.find(({ id }) => id === 'n5');
    const [dx, dy] = [callout.anchor.x - (node?.x ?? 0), callout.anchor.y - (node?.y ?? 0)];
    expect(Math.sqrt(dx * dx + dy * dy)).toBeCloseTo((node?.radius ?? 0) + 2, 1);
    expect(node && boxDistance(callout.box, discBox(node))).toBeLessThan(60);
    expect(callout.holders).toEqual(['n5']);
  });

  test('point at the wording of the line that they are about, of a loop too', () => {
    for (const id of ['hub', 'self', 'r2']) {
      const scene = sceneWith([atRelation(id)], 300);
      const edge = scene.edges.find((each) => (each.relations as readonly string[]).includes(id));
      const { anchor, holders } = only(scene);
      expect(edge?.labelBox && boxDistance({ ...anchor, width: 0, height: 0 }, edge.labelBox)).toBeLessThan(3);
      expect(holders).toEqual([...new Set([edge?.from, edge?.to])]);
    }
  });

  test('point at the middle of a line that has no wording', () => {
    const bare = { ...placementOf(300), ties: new Map(sceneWith([]).edges.map(({ id }) => [id, { at: -1 }])) };
    const scene = buildScene(dataset, { ...HOME, callouts: [atRelation('r1')] }, bare);
    const edge = scene.edges.find((each) => (each.relations as readonly string[]).includes('r1'));
    const { anchor } = only(scene);
    expect(anchor.x).toBeCloseTo(((edge?.start.x ?? 0) + (edge?.end.x ?? 0)) / 2, -1);
    expect(anchor.y).toBeCloseTo(((edge?.start.y ?? 0) + (edge?.end.y ?? 0)) / 2, -1);
  });

  test('stand at their spot where it is bare, else beside it', () => {
    const bare = only(sceneWith([{ id: 'c', text: 'A note', at: { x: 160, y: 160 } }], 320));
    expect([bare.box.x + bare.box.width / 2, bare.box.y + bare.box.height / 2]).toEqual([160, 160]);
    expect(bare.tail).toEqual(bare.anchor);
    const outside = only(sceneWith([{ id: 'c', text: 'A note', at: { x: -700, y: 1200 } }], 320));
    expect(outside.tail).toEqual(outside.anchor);
    const onDisc = only(sceneWith([{ id: 'c', text: 'A note', at: { x: 320, y: 320 } }], 320));
    expect(onDisc.tail).not.toEqual(onDisc.anchor);
    expect(boxDistance(onDisc.box, { x: 320, y: 320, width: 0, height: 0 })).toBeLessThan(60);
  });

  test('keep off lines where there is room', () => {
    const scene = sceneWith(
      ids.map((id) => about(id)),
      320,
    );
    const crossed = scene.callouts.filter(({ box }) =>
      scene.edges.some(({ start, end, loop }) => {
        const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
        const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
        const isStraight = !loop && (left === right || top === bottom);
        return isStraight && boxDistance(box, { x: left, y: top, width: right - left, height: bottom - top }) === 0;
      }),
    );
    expect(scene.callouts).toHaveLength(12);
    expect(crossed).toEqual([]);
  });

  test('stand beside the graph where it has no room at all', () => {
    const scene = sceneWith([about('n5', 'x'.repeat(200))], 60);
    const graph = sceneWith([], 60).bounds;
    expect(isIn(only(scene).box, graph)).toBe(false);
    expect(scene.bounds.width * scene.bounds.height).toBeGreaterThan(graph.width * graph.height);
  });

  test('go where what they are about is not drawn, or where they say nothing', () => {
    expect(sceneWith([about('n5')], 170, { hidden: ['n5' as EntityId] }).callouts).toEqual([]);
    expect(sceneWith([about('n5', ' \n ')]).callouts).toEqual([]);
    expect(sceneWith([atRelation('hub')], 170, { hidden: ['n7' as EntityId] }).callouts).toEqual([]);
  });

  test('go along into a part of the scene: with its entities and lines, and at spots in it', () => {
    const spot = (id: string, x: number, y: number): Callout => ({ id, text: id, at: { x, y } });
    const scene = sceneWith([
      about('n0'),
      about('n11'),
      atRelation('r1'),
      atRelation('hub'),
      spot('in', 80, 20),
      spot('out', 500, 340),
    ]);
    const part = cutScene(scene, new Set(['n0', 'n1']));
    expect(part.callouts.map(({ id }) => id)).toEqual(['n0', 'r1', 'in']);
    for (const { box } of part.callouts) expect(isIn(box, part.bounds)).toBe(true);
  });

  test('are placed alike each time', () => {
    const notes = ids.map((id) => about(id, `About ${id}`));
    expect(sceneWith(notes)).toEqual(sceneWith(notes));
  });
});
