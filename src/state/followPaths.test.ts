import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { DataError } from '../model/dataError.ts';
import { findPaths, type PathProblem, type PathSolution } from '../model/findPaths.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { createInlineJobs } from '../workers/createInlineJobs.ts';
import { buildInitialState } from './appState.ts';
import { type AppStore, createAppStore } from './createAppStore.ts';
import { askPaths, followPaths } from './followPaths.ts';

const id = (text: string): EntityId => text as EntityId;

const dataset = buildDataset(
  sampleFile(
    ['a', 'b', 'c', 'z'].map((name) => sampleEntity(name)),
    [
      sampleRelation('r1', 'a', 'b', [sampleClaim('c1')]),
      sampleRelation('r2', 'b', 'z', [sampleClaim('c2', { modality: 'rumoured' })]),
      sampleRelation('r3', 'c', 'a', [sampleClaim('c3')]),
      sampleRelation('r4', 'c', 'z', [sampleClaim('c4')]),
    ],
  ),
);

/** Jobs that answer when the test says so. */
function createHeld() {
  const waiting: { problem: PathProblem; answer: () => void; fail: (error: DataError) => void }[] = [];
  const solve = (problem: PathProblem): Promise<PathSolution> =>
    new Promise((resolve, reject) => {
      waiting.push({ problem, answer: () => resolve(findPaths(problem)), fail: reject });
    });
  return { waiting, solve };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function follow(solve: Parameters<typeof followPaths>[1]): AppStore {
  const store = createAppStore(buildInitialState(dataset, null));
  onTestFinished(followPaths(store, solve));
  return store;
}

const lit = (store: AppStore): readonly string[] | undefined => {
  const { answer, question } = store.getState();
  return answer?.paths[question?.chosen ?? -1]?.relations;
};

describe('a question about paths', () => {
  test('is answered when both ends are named, and the best path is lit', async () => {
    const jobs = createInlineJobs();
    const solve = vi.fn<(problem: PathProblem) => Promise<PathSolution>>((problem) => jobs.run('paths', problem));
    const store = follow(solve);
    store.dispatch('askPath', { from: id('a') });
    await settle();
    expect(solve).not.toHaveBeenCalled();
    store.dispatch('askPath', { to: id('z') });
    await settle();
    expect(store.getState().answer?.paths.map(({ relations }) => relations)).toEqual([
      ['r3', 'r4'],
      ['r1', 'r2'],
    ]);
    expect(lit(store)).toEqual(['r3', 'r4']);
    store.dispatch('choosePath', 1);
    store.dispatch('point', ['a']);
    await settle();
    expect(solve).toHaveBeenCalledTimes(1);
    expect(lit(store)).toEqual(['r1', 'r2']);
  });

  test('from a link lights the path that the link names', async () => {
    const store = follow(async (problem) => findPaths(problem));
    store.dispatch('askPath', { from: id('a'), to: id('z'), chosen: 1 });
    await settle();
    expect(lit(store)).toEqual(['r1', 'r2']);
  });

  test('is asked again when filters change; the path that was lit stays so, or the best one is', async () => {
    const store = follow(async (problem) => findPaths(problem));
    store.dispatch('askPath', { from: id('a'), to: id('z') });
    await settle();
    store.dispatch('choosePath', 1);
    store.dispatch('setFilters', { text: 'knows' });
    await settle();
    expect(lit(store)).toEqual(['r1', 'r2']);
    store.dispatch('setFilters', { standings: ['stated'] });
    await settle();
    expect(store.getState().answer?.paths).toHaveLength(1);
    expect(lit(store)).toEqual(['r3', 'r4']);
    store.dispatch('setFilters', { standings: ['alleged'] });
    await settle();
    expect(store.getState().answer).toMatchObject({ outcome: 'none', blockedBy: [{ by: 'standings', relations: 2 }] });
    expect(store.getState().question?.chosen).toBe(-1);
    store.dispatch('askPath', { everything: true });
    await settle();
    expect(store.getState().answer?.paths).toHaveLength(2);
  });

  test('drops what comes too late and asks the newest question', async () => {
    const { waiting, solve } = createHeld();
    const store = follow(solve);
    store.dispatch('askPath', { from: id('a'), to: id('z') });
    store.dispatch('askPath', { to: id('b') });
    store.dispatch('askPath', { to: id('c') });
    await settle();
    expect(waiting).toHaveLength(1);
    waiting[0]?.answer();
    await settle();
    expect(store.getState().answer).toBeNull();
    expect(waiting).toHaveLength(2);
    waiting[1]?.answer();
    await settle();
    expect(store.getState().answer).toMatchObject({ from: 'a', to: 'c' });
  });

  test('that is closed meanwhile is not answered, and asked again it is', async () => {
    const { waiting, solve } = createHeld();
    const store = follow(solve);
    store.dispatch('askPath', { from: id('a'), to: id('z') });
    store.dispatch('askPath', null);
    waiting[0]?.answer();
    await settle();
    expect(store.getState()).toMatchObject({ question: null, answer: null });
    store.dispatch('askPath', { from: id('a'), to: id('z') });
    await settle();
    waiting[1]?.answer();
    await settle();
    expect(store.getState().answer?.outcome).toBe('found');
  });

  test('that fails is said to have failed, once, and can be asked anew', async () => {
    const { waiting, solve } = createHeld();
    const store = follow(solve);
    store.dispatch('askPath', { from: id('a'), to: id('z') });
    waiting[0]?.fail(new DataError('late-code', 'paths'));
    await settle();
    expect(store.getState().failure?.code).toBe('late-code');
    store.dispatch('dismissFailure');
    await settle();
    expect(waiting).toHaveLength(1);
    store.dispatch('askPath', { everything: true });
    expect(waiting).toHaveLength(2);
  });

  test('about one and the same entity needs no search', async () => {
    const { waiting, solve } = createHeld();
    const store = follow(solve);
    store.dispatch('askPath', { from: id('a'), to: id('a') });
    await settle();
    expect(store.getState().answer?.outcome).toBe('same');
    expect(waiting).toHaveLength(0);
  });
});

describe('the scripting API', () => {
  const state = buildInitialState(dataset, null);
  const solve = async (problem: PathProblem): Promise<PathSolution> => findPaths(problem);

  test('gets steps in the direction of the path, with standings', async () => {
    const [best] = await askPaths(state, { from: 'z', to: 'a', everything: false }, solve);
    expect(best?.steps.map(({ relation, from, to, standing }) => [relation, from, to, standing.word])).toEqual([
      ['r4', 'z', 'c', 'stated'],
      ['r3', 'c', 'a', 'stated'],
    ]);
  });

  test('gets none from an entity to itself, and a typed refusal for an unknown one', async () => {
    await expect(askPaths(state, { from: 'a', to: 'a', everything: false }, solve)).resolves.toEqual([]);
    for (const [from, to, where] of [
      ['a', 'nobody', 'to'],
      ['toString', 'a', 'from'],
    ] as const) {
      await expect(askPaths(state, { from, to, everything: false }, solve)).rejects.toMatchObject({
        code: 'unknown-id',
        where,
      });
    }
  });
});
