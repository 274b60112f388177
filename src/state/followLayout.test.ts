import { expect, test, vi } from 'vitest';
import { buildGeneratedDataset } from '../../scripts/generateGraph.mjs';
import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { layoutScene, solveLayout } from '../model/layout.ts';
import type { LayoutProblem, Placement } from '../model/layoutProblem.ts';
import { writePlacement } from '../model/placementCodec.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { buildInitialState } from './appState.ts';
import { type AppStore, createAppStore } from './createAppStore.ts';
import { followLayout } from './followLayout.ts';
import { selectPart, selectScene } from './selectors.ts';

/** With little effort, where effort matters. */
function solve(problem: LayoutProblem) {
  const isCheap = problem.columns !== undefined || problem.placed !== undefined;
  return writePlacement(isCheap ? layoutScene(problem) : solveLayout(problem, { iterations: 300 }));
}

/** A store whose layouts are solved at once, and what was asked for. */
function open(dataset: Dataset) {
  const asked: LayoutProblem[] = [];
  const store = createAppStore(buildInitialState(dataset, null));
  followLayout(store, async (problem) => {
    asked.push(problem);
    return solve(problem);
  });
  return { store, asked };
}

/** Resolves when all that the view shows is drawn, in the arrangement that was asked for. */
async function drawn(store: AppStore): Promise<Placement> {
  await vi.waitFor(() => {
    const state = store.getState();
    expect(state.busy).toBe(null);
    expect(selectScene(state).nodes).toHaveLength(selectPart(state).ids.size);
  });
  return store.getState().placement as Placement;
}

const large = buildDataset(buildGeneratedDataset(2000, 6000, 3));
const small = buildDataset(
  sampleFile(
    ['a', 'b', 'c', 'd'].map((id) => sampleEntity(id, { kind: id === 'd' ? 'Company' : 'Person' })),
    ['ab', 'bc', 'cd'].map((tie, i) => sampleRelation(tie, tie[0] ?? '', tie[1] ?? '', [sampleClaim(`c${i}`)])),
  ),
);
const ids = (...names: readonly string[]) => names as EntityId[];

test('a dataset that the canvas can hold is laid out once, whatever part of it is shown', async () => {
  const { store, asked } = open(small);
  const whole = await drawn(store);
  store.dispatch('focusOn', { ids: ids('a'), hops: 1 });
  store.dispatch('expand', 'b' as EntityId);
  store.dispatch('hide', ids('a'));
  store.dispatch('showAll');
  expect(await drawn(store)).toBe(whole);
  expect(asked).toHaveLength(1);
});

test('a link to a part of it has the same places as the whole', async () => {
  const { store } = open(small);
  const whole = await drawn(store);
  const other = open(small).store;
  other.dispatch('focusOn', { ids: ids('d'), hops: 1 });
  expect((await drawn(other)).nodes).toEqual(whole.nodes);
});

test('arranging by kind and back gives the old places, and pins stay', async () => {
  const { store, asked } = open(small);
  const whole = await drawn(store);
  store.dispatch('moveNodes', new Map([[ids('b')[0] as EntityId, { x: -500, y: 7 }]]));
  store.dispatch('pin', ids('b'));
  store.dispatch('arrange', 'kind');
  await vi.waitFor(() => expect(store.getState().placement).not.toBe(whole));
  const byKind = await drawn(store);
  expect(byKind.nodes.get('b')).toMatchObject({ x: -500, y: 7 });
  expect(byKind.nodes.get('d')?.x).toBeGreaterThan(byKind.nodes.get('a')?.x ?? 0);
  store.dispatch('arrange', 'usual');
  expect(await drawn(store)).toBe(whole);
  store.dispatch('arrange', 'kind');
  expect(await drawn(store)).toBe(byKind);
  store.dispatch('undo');
  expect(store.getState().placement).toBe(whole);
  expect(asked).toHaveLength(2);
});

test('of a larger one the part is laid out, and what is placed stays exactly when it grows', async () => {
  const { store, asked } = open(large);
  const opening = await drawn(store);
  const size = opening.nodes.size;
  const [hub] = [...opening.nodes.keys()];
  // Moved before it grows: the new ones keep off where it is drawn now, and putting it back puts it back.
  store.dispatch('moveNodes', new Map([[hub as EntityId, { x: 5, y: 6 }]]));
  // So many more that hardly any of them is placed.
  store.dispatch('expand', hub as EntityId);
  const grown = await drawn(store);
  expect(grown.nodes.size).toBeGreaterThan(3 * size);
  for (const [id, place] of opening.nodes) expect(grown.nodes.get(id)).toEqual(place);
  for (const [id, place] of opening.ties) expect(grown.ties.get(id)).toEqual(place);
  expect(asked.at(-1)?.placed?.nodes.get(hub ?? '')).toMatchObject({ x: 5, y: 6 });
  const fits = store.getState().camera.serial;
  store.dispatch('undo');
  expect(await drawn(store)).toBe(grown);
  store.dispatch('redo');
  expect(await drawn(store)).toBe(grown);
  expect(store.getState().camera.serial).toBe(fits);
  expect(asked).toHaveLength(2);
});

test('another part is laid out anew, and the way back is the old picture', async () => {
  const { store, asked } = open(large);
  const opening = await drawn(store);
  const far = [...large.entities.keys()].findLast((id) => !opening.nodes.has(id) && large.relationsOf.get(id)?.length);
  store.dispatch('focusOn', { ids: [far as EntityId], hops: 1 });
  const around = await drawn(store);
  expect(asked.at(-1)?.placed).toBe(undefined);
  expect(around).not.toBe(opening);
  store.dispatch('showAll');
  expect(await drawn(store)).toBe(opening);
});

test('an answer that nobody waits for any more is called off', async () => {
  const store = createAppStore(buildInitialState(large, null));
  const signals: AbortSignal[] = [];
  const answers: (() => void)[] = [];
  followLayout(store, (problem, signal) => {
    signals.push(signal);
    return new Promise((resolve) => answers.push(() => resolve(solve(problem))));
  });
  answers[0]?.();
  const opening = await drawn(store);
  store.dispatch('expand', [...opening.nodes.keys()][3] as EntityId);
  expect(store.getState().busy).toEqual({ what: 'layout', done: 0 });
  store.dispatch('undo');
  expect(store.getState().busy).toBe(null);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  answers[1]?.();
  await Promise.resolve();
  expect(store.getState().placement).toBe(opening);
});
