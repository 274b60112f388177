import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { solveLayout } from '../model/layout.ts';
import type { PathAnswer } from '../model/pathAnswer.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildInitialState } from './appState.ts';
import { type AppStore, createAppStore } from './createAppStore.ts';
import { selectScene } from './selectors.ts';

const dataset = buildDataset(
  sampleFile(
    ['a', 'b', 'c', 'd'].map((id) => sampleEntity(id)),
    [
      sampleRelation('r1', 'a', 'b', [sampleClaim('c1')]),
      sampleRelation('r2', 'b', 'c', [
        sampleClaim('c2', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] }),
      ]),
      sampleRelation('r3', 'c', 'd', [sampleClaim('c3')]),
    ],
  ),
);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 300 });
const id = (name: string): EntityId => name as EntityId;
const openStore = (): AppStore => createAppStore(buildInitialState(dataset, placement));
const drawn = ({ getState }: AppStore): string[] => selectScene(getState()).nodes.map((node) => node.id);

type Step = (store: AppStore) => void;

/** One of everything that changes the view. */
const STEPS: readonly Step[] = [
  ({ dispatch }) => dispatch('focusOn', { ids: [id('b')], hops: 1 }),
  ({ dispatch }) => dispatch('expand', id('c')),
  ({ dispatch }) => dispatch('collapse', id('c')),
  ({ dispatch }) => dispatch('hide', [id('a')]),
  ({ dispatch }) => dispatch('showHidden'),
  ({ dispatch }) => dispatch('pin', [id('b')]),
  ({ dispatch }) => dispatch('unpin', [id('b')]),
  ({ dispatch }) => dispatch('moveNodes', new Map([[id('b'), { x: 1, y: 2 }]])),
  ({ dispatch }) => dispatch('putBack'),
  ({ dispatch }) => dispatch('arrange', 'kind'),
  ({ dispatch }) => dispatch('setFilters', { modalities: ['rumoured'] }),
  ({ dispatch }) => dispatch('setFilters', { text: 'a' }),
  ({ dispatch }) => dispatch('clearFilters'),
  ({ dispatch }) => dispatch('setClock', { asOf: 19_000 }),
  ({ dispatch }) => dispatch('setClock', { held: { from: 1, to: 2 }, playing: true }),
  ({ dispatch }) => dispatch('toggleUnrelated'),
  ({ dispatch }) => dispatch('clearView'),
  ({ dispatch }) => dispatch('showAll'),
  ({ dispatch }) => dispatch('startOver'),
];

describe('undo and redo', () => {
  test('take back and do again whatever was done, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 20 }), (steps) => {
        const store = openStore();
        for (const step of steps) step(store);
        const last = store.getState().view;
        while (store.getState().past.length > 0) store.dispatch('undo');
        expect(store.getState().view).toBe(HOME);
        while (store.getState().future.length > 0) store.dispatch('redo');
        expect(store.getState().view).toBe(last);
      }),
    );
  });

  test('a drag is one step; what plays or is typed is one step; anything between starts a new one', () => {
    const store = openStore();
    const steps = (): number => store.getState().past.length;
    store.dispatch('moveNodes', new Map([[id('a'), { x: 1, y: 1 }]]));
    store.dispatch('moveNodes', new Map([[id('a'), { x: 2, y: 2 }]]));
    expect(steps()).toBe(2);
    for (const asOf of [1, 2, 3]) store.dispatch('setClock', { asOf, playing: true });
    expect(steps()).toBe(3);
    store.dispatch('setClock', { asOf: 4 });
    store.dispatch('setFilters', { text: 'a' });
    store.dispatch('setFilters', { text: 'ab' });
    expect(steps()).toBe(5);
    store.dispatch('undo');
    expect(store.getState().view).toMatchObject({ asOf: 4, filters: { text: '' } });
  });

  test('selecting and moving the camera neither are steps nor forget what can be redone', () => {
    const store = openStore();
    store.dispatch('hide', [id('d')]);
    store.dispatch('undo');
    store.dispatch('select', { ids: ['a'] });
    store.dispatch('lookAt', { x: 1, y: 1, zoom: 2 });
    store.dispatch('point', ['b']);
    expect(store.getState()).toMatchObject({ past: [], future: [{ hidden: ['d'] }] });
    store.dispatch('redo');
    expect(drawn(store)).not.toContain('d');
  });

  test('at most a hundred steps are kept', () => {
    const store = openStore();
    for (let x = 0; x < 120; x += 1) store.dispatch('moveNodes', new Map([[id('a'), { x, y: 0 }]]));
    expect(store.getState().past).toHaveLength(100);
  });
});

describe('what is drawn', () => {
  test('hiding takes the entity and its selection away; selecting it again brings it back', () => {
    const store = openStore();
    store.dispatch('select', { ids: ['d'] });
    store.dispatch('hide', [id('d')]);
    expect(drawn(store)).not.toContain('d');
    expect(store.getState().selection).toEqual([]);
    store.dispatch('select', { ids: ['d'] });
    expect(drawn(store)).toContain('d');
  });

  test('expanding adds the neighbours to a focus, folding takes them away again', () => {
    const store = openStore();
    store.dispatch('focusOn', { ids: [id('a')], hops: 1 });
    expect(drawn(store)).toEqual(['a', 'b']);
    store.dispatch('expand', id('b'));
    expect(drawn(store)).toEqual(['a', 'b', 'c']);
    store.dispatch('collapse', id('b'));
    expect(drawn(store)).toEqual(['a', 'b']);
  });

  test('what is pinned stays when all else is put back', () => {
    const store = openStore();
    const [node] = selectScene(store.getState()).nodes;
    store.dispatch('pin', [id('a')]);
    store.dispatch('moveNodes', new Map([[id('b'), { x: 0.123_456, y: 1 }]]));
    expect(store.getState().view.moved.get(id('b'))).toEqual({ x: 0.12, y: 1 });
    store.dispatch('putBack');
    expect([...store.getState().view.moved]).toEqual([['a', { x: node?.x, y: node?.y }]]);
    expect(selectScene(store.getState()).nodes[0]).toMatchObject({ id: 'a', pinned: true });
  });

  test('a filter hides relations, counts them, and the entities that are left without any', () => {
    const store = openStore();
    store.dispatch('setFilters', { modalities: ['rumoured'] });
    expect(drawn(store)).toEqual(['b', 'c']);
    expect(selectScene(store.getState()).hidden).toMatchObject({ entities: 2, relations: 2, why: { filters: 2 } });
    store.dispatch('toggleUnrelated');
    expect(drawn(store)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a path that is lit', () => {
  const answer = {
    from: id('a'),
    to: id('c'),
    outcome: 'found',
    paths: [{ entities: [id('a'), id('b'), id('c')], relations: ['r1', 'r2'], others: [0, 0] }],
    complete: true,
    blockedBy: [],
  } as unknown as PathAnswer;

  test('is drawn even where it leads past a filter, and is hidden again with it', () => {
    const store = openStore();
    const { dispatch, getState } = store;
    dispatch('setFilters', { modalities: ['rumoured'] });
    expect(drawn(store)).toEqual(['b', 'c']);
    dispatch('askPath', { from: id('a'), to: id('c'), everything: true });
    const { question } = getState();
    dispatch('answerPath', { answer, for: question! });
    dispatch('choosePath', 0);
    expect(drawn(store)).toEqual(['a', 'b', 'c']);
    const { edges, hidden } = selectScene(getState());
    expect(edges.flatMap(({ relations }) => relations).toSorted()).toEqual(['r1', 'r2']);
    expect(hidden).toMatchObject({ relations: 1, why: { filters: 1, focus: 0 } });
    dispatch('askPath', null);
    expect(drawn(store)).toEqual(['b', 'c']);
  });

  test('is not closed by what else is done, and takes no step of undo where all of it is drawn', () => {
    const { dispatch, getState } = openStore();
    dispatch('askPath', { from: id('a'), to: id('c') });
    dispatch('answerPath', { answer, for: getState().question! });
    dispatch('choosePath', 0);
    expect(getState()).toMatchObject({ past: [], question: { chosen: 0 } });
    dispatch('setClock', { asOf: 30_000 });
    expect(getState().question).not.toBeNull();
  });
});
