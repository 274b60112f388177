import { describe, expect, test } from 'vitest';
import { buildDataset, tieId } from '../model/buildDataset.ts';
import { solveLayout } from '../model/layout.ts';
import { mergeEntities } from '../model/mergeEntities.ts';
import { parseStories } from '../model/parseStories.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildInitialState } from './appState.ts';
import { createAppStore } from './createAppStore.ts';
import { followLayout, type SolveLayout } from './followLayout.ts';
import { followSpeech } from './followSpeech.ts';
import { mergeDuplicates, notDuplicates, setDistinct, unmergeDuplicates } from './mergeState.ts';
import { selectScene } from './selectors.ts';
import { isAtStep } from './storyStep.ts';

const id = (name: string): EntityId => name as EntityId;
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id) as [EntityId, EntityId, EntityId, EntityId];
const file = sampleFile(
  ['a', 'b', 'c', 'd'].map((name) => sampleEntity(name)),
  [
    sampleRelation('r1', 'a', 'c', [sampleClaim('c1')]),
    sampleRelation('r2', 'b', 'd', [sampleClaim('c2')]),
    sampleRelation('r3', 'c', 'd', [sampleClaim('c3')]),
  ],
  {
    stories: [
      { id: 's', title: 'S', steps: [{ id: '1', caption: 'One', view: { focus: { ids: ['b'], hops: 1 } } }] },
      'no story',
    ],
  },
);
const dataset = buildDataset(file);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 300 });
const open = () => createAppStore(buildInitialState(dataset, placement, parseStories(dataset)));

describe('merging what is open', () => {
  test('keeps view, selection, question and voice, with the kept one in the place of the other', () => {
    const store = open();
    store.dispatch('focusOn', { ids: [b], hops: 2 });
    store.dispatch('pin', [b]);
    store.dispatch('hide', [c]);
    store.dispatch('select', { ids: ['b', tieId(b, d), 'r2'] });
    const before = store.getState();
    store.dispatch('replaceDataset', mergeDuplicates(before, a, b, '2026-11-30'));
    const state = store.getState();
    expect(state.dataset.file).toEqual(mergeEntities(file, a, [b], '2026-11-30'));
    expect(state.view).toMatchObject({ focus: { ids: [a], hops: 2 }, pinned: [], hidden: [c] });
    expect(state.selection).toEqual(['a', tieId(a, d), 'r2']);
    expect(state.past).toHaveLength(before.past.length);
    expect(state.datasetVersion).toBe(before.datasetVersion + 1);
    expect(state.refused).toEqual(['no story']);
  });

  test('undo goes on, with earlier views of what is there now, back to where one started', () => {
    const store = open();
    store.dispatch('focusOn', { ids: [b], hops: 1 });
    store.dispatch('hide', [d]);
    store.dispatch('replaceDataset', mergeDuplicates(store.getState(), a, b, '2026'));
    store.dispatch('undo');
    expect(store.getState().view).toMatchObject({ focus: { ids: [a] }, hidden: [] });
    expect(selectScene(store.getState()).nodes.map((node) => node.id)).toEqual([a, c, d]);
    store.dispatch('undo');
    expect(store.getState().view).toBe(HOME);
    store.dispatch('redo');
    expect(store.getState().view.focus?.ids).toEqual([a]);
  });

  test('a question between the two is closed, any other goes on with the kept one', () => {
    const ask = (from: EntityId, to: EntityId) => ({
      ...open().getState(),
      question: { from, to, everything: false, chosen: 2 },
    });
    expect(mergeDuplicates(ask(a, b), a, b, '2026').question).toBeNull();
    expect(mergeDuplicates(ask(b, d), a, b, '2026').question).toMatchObject({ from: a, to: d, chosen: -1 });
    const asked = ask(c, d);
    expect(mergeDuplicates(asked, a, b, '2026').question).toBe(asked.question);
  });

  test('who reads a story stays at the step, and the story names the kept one', () => {
    const store = open();
    store.dispatch('startStory', 's');
    expect(isAtStep(store.getState())).toBe(true);
    store.dispatch('replaceDataset', mergeDuplicates(store.getState(), a, b, '2026'));
    expect(isAtStep(store.getState())).toBe(true);
    expect(store.getState().view.focus?.ids).toEqual([a]);
  });

  test('what is taken back is the dataset from before, and leaves everything else alone', () => {
    const store = open();
    store.dispatch('replaceDataset', mergeDuplicates(store.getState(), a, b, '2026'));
    store.dispatch('focusOn', { ids: [a], hops: 1 });
    const { view } = store.getState();
    store.dispatch('replaceDataset', unmergeDuplicates(store.getState(), 0));
    expect(store.getState().dataset.file).toEqual(file);
    expect(store.getState().view).toBe(view);
  });

  test('the layout is not thrown away: what stays stays, and only what comes back is placed', async () => {
    const store = open();
    const asked: number[] = [];
    const solve: SolveLayout = async (problem) => {
      asked.push(problem.placed?.nodes.size ?? 0);
      const solved = solveLayout(problem, { iterations: 50 });
      return {
        nodes: [...solved.nodes].map(([name, { x, y, side }]) => [name, x, y, side]),
        ties: [...solved.ties].map(([name, { at }]) => [name, at]),
      } as never;
    };
    const stop = followLayout(store, solve);
    store.dispatch('replaceDataset', mergeDuplicates(store.getState(), a, b, '2026'));
    const { placement: merged } = store.getState();
    expect([...(merged?.nodes.keys() ?? [])]).toEqual(['a', 'c', 'd']);
    expect(merged?.nodes.get('c')).toBe(placement.nodes.get('c'));
    expect(asked).toEqual([]);
    store.dispatch('replaceDataset', unmergeDuplicates(store.getState(), 0));
    expect(asked).toEqual([3]);
    stop();
  });

  test('the kept one takes the place of the other where it has none', () => {
    const nodes = new Map([...placement.nodes].filter(([name]) => name !== 'a'));
    const state = { ...open().getState(), placement: { nodes, ties: placement.ties } };
    expect(mergeDuplicates(state, a, b, '2026').placement?.nodes.get('a')).toBe(placement.nodes.get('b'));
  });

  test('the page does not say that something was opened', () => {
    const store = open();
    store.dispatch('openDialog', 'duplicates');
    const stop = followSpeech(store);
    store.dispatch('replaceDataset', mergeDuplicates(store.getState(), a, b, '2026'));
    expect(store.getState().said).toBe('');
    stop();
  });
});

describe('pairs that are not the same', () => {
  test('are remembered in the file, and forgotten again, without touching a record', () => {
    const store = open();
    store.dispatch('replaceDataset', notDuplicates(store.getState(), a, b));
    expect(store.getState().dataset.file).toEqual({ ...file, distinct: [[a, b]] });
    expect(store.getState().dataset.entities).toBe(dataset.entities);
    store.dispatch('replaceDataset', setDistinct(store.getState(), []));
    expect(store.getState().dataset.file).toEqual(file);
  });
});
