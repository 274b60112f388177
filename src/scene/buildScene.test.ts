import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { chooseRelations } from '../model/chooseRelations.ts';
import { parseDate } from '../model/dates.ts';
import { solveLayout } from '../model/layout.ts';
import { auditLayout } from '../model/layoutAudit.ts';
import type { DatasetFile, EntityId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { chooseShownPart } from '../model/shownPart.ts';
import { HOME, type View } from '../model/view.ts';
import { buildEmphasis } from './buildEmphasis.ts';
import { buildProblem } from './buildProblem.ts';
import { buildScene, cutScene } from './buildScene.ts';
import { findNextNode } from './findNextNode.ts';
import { leaveOutline, OUTLINES } from './shapes.ts';

const deny = (id: string) => sampleClaim(id, { stance: 'denies', modality: 'reported', attribution: [named('a')] });

function sceneOf(file: DatasetFile, view: Partial<View> = {}) {
  const dataset = buildDataset(file);
  const all = new Set(dataset.entities.keys());
  const placement = solveLayout(buildProblem(dataset, all), { iterations: 2000 });
  return { dataset, placement, scene: buildScene(dataset, { ...HOME, ...view }, placement) };
}

const story: DatasetFile = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'));

describe('a scene', () => {
  const file = sampleFile(
    [
      sampleEntity('a'),
      sampleEntity('b'),
      sampleEntity('c', { kind: 'Company' }),
      sampleEntity('e', { kind: 'Event', claims: [sampleClaim('ec'), deny('ed')] }),
    ],
    [
      sampleRelation('r1', 'a', 'b', [sampleClaim('c1')]),
      sampleRelation('r2', 'b', 'a', [
        sampleClaim('c2', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] }),
        deny('c3'),
      ]),
      sampleRelation('r3', 'a', 'c', [sampleClaim('c4')], { type: 'meets' }),
      sampleRelation('r4', 'c', 'e', [], { type: 'asked' }),
      sampleRelation('self', 'c', 'c', [sampleClaim('c5')]),
    ],
  );
  const { scene } = sceneOf(file);
  const edge = (relation: string) =>
    scene.edges.find(({ relations }) => (relations as readonly string[]).includes(relation));

  test('draws one line for a tie, with how many relations and how many disputed', () => {
    expect(scene.edges).toHaveLength(4);
    expect(edge('r1')).toMatchObject({
      relations: ['r1', 'r2'],
      label: '2 relations · ≠ 1 disputed',
      pattern: 'stated',
      disputed: true,
      arrowFrom: true,
      arrowTo: true,
    });
  });

  test('draws no arrow for a symmetric relation', () => {
    expect(edge('r3')).toMatchObject({ label: 'contact with', arrowFrom: false, arrowTo: false, disputed: false });
  });

  test('an event shows its dispute on its outline and its name, and on its roles', () => {
    const event = scene.nodes.find(({ id }) => id === 'e');
    expect(event?.lines).toEqual(['e', '≠ disputed']);
    expect(event?.standing).toMatchObject({ word: 'stated', disputed: true });
    expect(edge('r4')?.lines).toEqual(['asked', '≠ disputed']);
  });

  test('a self relation is a loop above its disc with its wording on it', () => {
    expect(edge('self')?.loop).not.toBeNull();
    expect(edge('self')?.labelBox).not.toBeNull();
  });

  test('the legend lists only what is shown', () => {
    expect(scene.legend).toEqual([
      { type: 'kind', kind: 'Person' },
      { type: 'kind', kind: 'Company' },
      { type: 'kind', kind: 'Event' },
      { type: 'pattern', word: 'stated' },
      { type: 'disputed' },
      { type: 'several' },
    ]);
    expect(cutScene(scene, new Set(['c', 'a'])).legend).toEqual([
      { type: 'kind', kind: 'Person' },
      { type: 'kind', kind: 'Company' },
      { type: 'pattern', word: 'stated' },
    ]);
  });

  test('everything drawn lies inside its bounds', () => {
    const { bounds } = scene;
    for (const box of [
      ...scene.nodes.map(({ nameBox }) => nameBox),
      ...scene.edges.flatMap(({ labelBox }) => labelBox ?? []),
    ]) {
      expect(box.x).toBeGreaterThanOrEqual(bounds.x);
      expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
    }
  });

  test('a moved disc takes its name and its lines along', () => {
    const { scene: moved } = sceneOf(file, { moved: new Map([['b' as EntityId, { x: 900, y: 900 }]]) });
    const b = moved.nodes.find(({ id }) => id === 'b');
    expect(b).toMatchObject({ x: 900, y: 900 });
    expect(Math.abs((b?.nameBox.y ?? 0) - 900)).toBeLessThan(60);
    expect(moved.bounds.y + moved.bounds.height).toBeGreaterThan(900);
  });
});

describe('what is hidden is counted, with the reason', () => {
  test('by the focus', () => {
    const { scene } = sceneOf(story, { focus: { ids: ['xi' as EntityId], hops: 1 } });
    expect(scene.nodes.length + scene.hidden.entities).toBe(story.entities.length);
    expect(scene.hidden.why).toMatchObject({ focus: scene.hidden.relations, limit: 0, clock: 0, unplaced: 0 });
    expect(scene.hidden.relations).toBeGreaterThan(0);
  });

  test('by the public clock, and a denial shows as soon as it is public', () => {
    const early = sceneOf(story, { asOf: parseDate('2022-10')?.latest ?? 0 }).scene;
    expect(early.hidden.why.clock).toBe(early.hidden.relations);
    const count = (scene: typeof early): number => scene.edges.reduce((sum, edge) => sum + edge.relations.length, 0);
    expect(count(early) + early.hidden.relations).toBe(story.relations.length);
    expect(count(sceneOf(story, { asOf: parseDate('2024-10-25')?.latest ?? 0 }).scene)).toBe(story.relations.length);
  });

  test('by the limit of the canvas: the best-connected entity and its strongest neighbours', {
    timeout: 60_000,
  }, () => {
    const many = Array.from({ length: 900 }, (_, i) => sampleEntity(`p${i}`));
    const lines = many.flatMap(({ id }, i) =>
      i === 0 ? [] : [sampleRelation(`r${i}`, 'p0', id, [sampleClaim(`c${i}`)])],
    );
    const dataset = buildDataset(sampleFile(many, lines));
    const part = chooseShownPart(dataset, HOME, chooseRelations(dataset, HOME));
    expect(part.limited).toBe(true);
    expect(part.ids.size).toBe(25);
    const placement = solveLayout(buildProblem(dataset, part.ids), { iterations: 500 });
    const scene = buildScene(dataset, HOME, placement);
    expect(scene.nodes).toHaveLength(25);
    expect(scene.hidden).toEqual({
      entities: 875,
      relations: 875,
      why: { clock: 0, held: 0, filters: 0, focus: 0, limit: 875, unplaced: 0 },
    });
  });
});

describe('emphasis', () => {
  const { dataset, scene } = sceneOf(story);
  test('an entity stands out with its neighbours and lines', () => {
    const { veil, selected, near } = buildEmphasis(dataset, scene, ['xi']);
    expect([veil, [...selected]]).toEqual([true, ['xi']]);
    const lines = scene.edges.filter(({ from, to }) => from === 'xi' || to === 'xi');
    for (const { id, from, to } of lines) for (const one of [id, from, to]) expect(near.has(one)).toBe(true);
    expect(near.size).toBe(lines.length * 2 + 1);
  });
  test('a source lights up everything claimed in it', () => {
    const { near } = buildEmphasis(dataset, scene, [story.sources[0]?.id ?? '']);
    const claimed = scene.edges.filter(({ relations }) =>
      relations.some((id) => dataset.relations.get(id)?.claims.length),
    );
    for (const { id } of claimed) expect(near.has(id)).toBe(true);
  });
  test('nothing and unknown ids leave everything as it is', () => {
    expect(buildEmphasis(dataset, scene, []).veil).toBe(false);
    expect(buildEmphasis(dataset, scene, ['nobody', '__proto__']).veil).toBe(false);
  });
});

test('the layout of the story: no label, name or line touches another', { timeout: 60_000 }, () => {
  const dataset = buildDataset(story);
  const problem = buildProblem(dataset, new Set(dataset.entities.keys()));
  const audit = auditLayout(problem, solveLayout(problem, { iterations: 250_000 }));
  expect(audit).toMatchObject({ overlaps: 0, linesThrough: 0, shortLines: 0, outside: 0 });
  expect(audit.crossings).toBeLessThanOrEqual(5);
});

test('arrow keys lead to every entity of the story', () => {
  const { scene } = sceneOf(story);
  const start = findNextNode(scene, null, 'up');
  const reached = new Set(start ? [start] : []);
  for (const id of reached) {
    for (const way of ['left', 'right', 'up', 'down'] as const) {
      const next = findNextNode(scene, id, way);
      if (next) reached.add(next);
    }
  }
  expect(reached.size).toBe(scene.nodes.length);
});

test('a line leaves an outline on the outline, towards its target', () => {
  const kinds = Object.keys(OUTLINES) as (keyof typeof OUTLINES)[];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -300, max: 300 }),
      (kind, x, y) => {
        fc.pre(x !== 0 || y !== 0);
        const point = leaveOutline(kind, { x: 0, y: 0 }, 20, { x, y });
        expect(Math.abs(point.x * y - point.y * x)).toBeLessThan(1e-6 * (1 + Math.abs(x) + Math.abs(y)) * 20);
        expect(point.x * x + point.y * y).toBeGreaterThan(0);
        expect(Math.hypot(point.x, point.y)).toBeLessThanOrEqual(20 * Math.SQRT2 + 1e-9);
      },
    ),
  );
});
