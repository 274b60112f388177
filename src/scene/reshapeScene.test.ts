import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { layoutScene, solveLayout } from '../model/layout.ts';
import { readPlacement, writePlacement } from '../model/placementCodec.ts';
import type { EntityId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { type Callout, HOME, type View } from '../model/view.ts';
import { buildProblem } from './buildProblem.ts';
import { buildScene, cutScene } from './buildScene.ts';
import { reshapeProblem, reshapeScene } from './reshapeScene.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const denial = sampleClaim('no', { stance: 'denies', modality: 'reported', attribution: [named('a')] });
const dataset = buildDataset(
  sampleFile(
    ids.map((id) => sampleEntity(id)),
    [
      ...ids
        .slice(1)
        .map((id, i) => sampleRelation(`r${i}`, 'a', id, [sampleClaim(`c${i}`), ...(i === 0 ? [denial] : [])])),
      sampleRelation('self', 'c', 'c', [sampleClaim('s')]),
    ],
  ),
);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 5000 });
const tall = { width: 600, height: 1200 };

function reshaped(view: View, part: readonly string[] = ids) {
  const scene = cutScene(buildScene(dataset, view, placement), new Set(part));
  const answer = layoutScene(reshapeProblem(dataset, scene, tall));
  return { scene, answer: readPlacement(writePlacement(answer)), after: reshapeScene(dataset, view, scene, answer) };
}

describe('a scene for another shape', () => {
  test('draws the very same, taller than wide', () => {
    const { scene, after } = reshaped(HOME);
    const drawn = ({ nodes, edges, legend, hidden }: typeof scene) => ({
      nodes: nodes.map(({ id, lines, behind, standing }) => ({ id, lines, behind, standing })),
      edges: edges.map(({ id, relations, disputed }) => ({ id, relations, disputed })),
      legend,
      hidden,
    });
    expect(drawn(after)).toEqual(drawn(scene));
    expect(after.bounds.height).toBeGreaterThan(after.bounds.width);
    expect(after.edges.every(({ labelBox }) => labelBox !== null)).toBe(true);
  });

  test('of a part places that part alone and keeps its counts', () => {
    const { scene, answer, after } = reshaped(HOME, ['a', 'b', 'c']);
    expect([...answer.nodes.keys()]).toEqual(['a', 'b', 'c']);
    expect(after.nodes.map(({ id, behind }) => [id, behind])).toEqual(
      scene.nodes.map(({ id, behind }) => [id, behind]),
    );
    expect(after.hidden).toEqual(scene.hidden);
  });

  test('starts from where the reader has moved things, and forgets it afterwards', () => {
    const moved = new Map([['b' as EntityId, { x: 3000, y: 20 }]]);
    const { answer, after } = reshaped({ ...HOME, moved });
    const [first, ...others] = [...after.nodes].sort((one, other) => other.x - one.x);
    expect(first?.id).toBe('b');
    expect(others[0]?.x).toBeLessThan(first?.x ?? 0);
    expect(after.nodes.every(({ id, x }) => answer.nodes.get(id)?.x === x)).toBe(true);
    expect(after.bounds.width).toBeLessThan(1200);
  });

  test('takes a note at a spot along with what is nearest to it', () => {
    const near = placement.nodes.get('d') ?? { x: 0, y: 0 };
    const spot = { x: near.x + 30, y: near.y - 20 };
    const callouts: Callout[] = [
      { id: 'n1', text: 'At a spot', at: spot },
      { id: 'n2', text: 'At an entity', at: { entity: 'b' as EntityId } },
    ];
    const { answer, after } = reshaped({ ...HOME, callouts });
    const to = answer.nodes.get('d') ?? { x: 0, y: 0 };
    expect(after.callouts.find(({ id }) => id === 'n1')?.at).toEqual({ x: to.x + 30, y: to.y - 20 });
    expect(after.callouts.find(({ id }) => id === 'n2')?.at).toEqual({ entity: 'b' });
  });

  test('asks for room for wordings that were not drawn, and always for disputed ones', () => {
    const scene = buildScene(dataset, HOME, {
      nodes: placement.nodes,
      ties: new Map([...placement.ties.keys()].map((id) => [id, { at: -1 }])),
    });
    const problem = reshapeProblem(dataset, scene, tall);
    const drawn = reshapeProblem(dataset, buildScene(dataset, HOME, placement), tall);
    expect(problem.ties.map(({ label }) => label)).toEqual(drawn.ties.map(({ label }) => label));
    expect(problem.ties.filter(({ label }) => label === null)).toHaveLength(1);
    expect(problem.ties.filter(({ must }) => must)).toHaveLength(1);
    expect(problem.reshape?.ties.get(problem.ties[0]?.id ?? '')).toEqual({ at: -1 });
  });
});
