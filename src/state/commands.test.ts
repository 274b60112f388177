import { describe, expect, test, vi } from 'vitest';
import { buildDataset, tieId } from '../model/buildDataset.ts';
import { solveLayout } from '../model/layout.ts';
import { readPlacement, writePlacement } from '../model/placementCodec.ts';
import type { EntityId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { search } from '../model/search.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildInitialState, KEEPING } from './appState.ts';
import { type CommandName, commands } from './commands.ts';
import { createAppStore } from './createAppStore.ts';
import { followLayout, type SolveLayout } from './followLayout.ts';
import { followSpeech } from './followSpeech.ts';
import { BARE_REST } from './linkFixture.ts';
import { searchIndexOf } from './searchIndexOf.ts';
import { selectEmphasis, selectScene, selectTheme } from './selectors.ts';

const file = sampleFile(
  ['a', 'b', 'c', 'd'].map((id) => sampleEntity(id)),
  [
    sampleRelation('r', 'a', 'b', [sampleClaim('c1')]),
    sampleRelation('r2', 'b', 'c', [
      sampleClaim('c2', { stance: 'denies', modality: 'reported', attribution: [{ entity: 'b', kind: 'named' }] }),
    ]),
    sampleRelation('r3', 'c', 'd', [sampleClaim('c3')]),
  ],
);
const dataset = buildDataset(file);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 300 });
const ids = (...names: string[]): EntityId[] => names as EntityId[];
const openStore = () => createAppStore(buildInitialState(dataset, placement));

describe('commands', () => {
  test('selecting knows every type of record and ignores strangers', () => {
    const { dispatch, getState } = openStore();
    const tie = tieId('a' as EntityId, 'b' as EntityId);
    dispatch('select', { ids: ['a', 'r', 's1', 'c1', tie, 'nobody', '__proto__', 'a'] });
    expect(getState().selection).toEqual(['a', 'r', 's1', 'c1', tie]);
    dispatch('toggleSelected', 'a');
    dispatch('toggleSelected', 'b');
    expect(getState().selection).toEqual(['r', 's1', 'c1', tie, 'b']);
    dispatch('clearSelection');
    expect(getState().selection).toEqual([]);
  });

  test('focus shows the neighbourhood only, and there is a way back', () => {
    const { dispatch, getState } = openStore();
    dispatch('focusOn', { ids: ids('a'), hops: 1 });
    expect(selectScene(getState()).nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    dispatch('showAll');
    expect(selectScene(getState()).nodes).toHaveLength(4);
    dispatch('focusOn', { ids: ids('nobody'), hops: 1 });
    expect(getState().view.focus).toBeNull();
  });

  test('selecting what is not drawn brings it into the picture', () => {
    const { dispatch, getState } = openStore();
    dispatch('focusOn', { ids: ids('a'), hops: 1 });
    dispatch('select', { ids: ['d'] });
    expect(selectScene(getState()).nodes.map(({ id }) => id)).toContain('d');
  });

  test('opening a dataset resets the view and keeps the colours', () => {
    const { dispatch, getState } = openStore();
    dispatch('setTheme', 'dark');
    dispatch('focusOn', { ids: ids('a'), hops: 1 });
    dispatch('moveNodes', new Map([['a' as EntityId, { x: 1, y: 2 }]]));
    dispatch('openDataset', { dataset: buildDataset(sampleFile([sampleEntity('x')], [])), placement: null });
    expect(getState()).toMatchObject({ datasetVersion: 2, theme: 'dark', view: HOME, selection: [], placement: null });
    expect(selectTheme(getState())).toBe('dark');
  });

  test('a layout for an older dataset is dropped', () => {
    const { dispatch, getState } = openStore();
    dispatch('place', { placement: { nodes: new Map(), ties: new Map() }, version: 0, fresh: true });
    expect(getState().placement).toBe(placement);
  });

  test('the scene is the same object until what it depends on changes', () => {
    const { dispatch, getState } = openStore();
    const scene = selectScene(getState());
    dispatch('select', { ids: ['a'] });
    dispatch('point', ['b']);
    expect(selectScene(getState())).toBe(scene);
    expect([...selectEmphasis(getState()).selected]).toEqual(['b']);
    dispatch('moveNodes', new Map([['a' as EntityId, { x: 1, y: 2 }]]));
    expect(selectScene(getState())).not.toBe(scene);
    dispatch('putBack');
    expect(selectScene(getState())).toEqual(scene);
  });
});

describe('what a command offers', () => {
  test('is enabled only where it would change something', () => {
    const { dispatch, getState } = openStore();
    const enabled = (name: CommandName): boolean => commands[name].enabled(getState());
    const offered = (): CommandName[] =>
      (['clearSelection', 'focusOn', 'showAll', 'putBack', 'closeDialog', 'dismissFailure'] as const).filter(enabled);
    expect(offered()).toEqual([]);
    expect(enabled('fit')).toBe(true);
    dispatch('focusOn', { ids: ids('a'), hops: 1 });
    dispatch('moveNodes', new Map([['a' as EntityId, { x: 1, y: 1 }]]));
    dispatch('openDialog', 'help');
    dispatch('report', { failure: { code: 'not-json', where: '', params: {} } });
    expect(offered()).toEqual(['clearSelection', 'focusOn', 'showAll', 'putBack', 'closeDialog', 'dismissFailure']);
    dispatch('closeDialog');
    dispatch('dismissFailure');
    dispatch('toggleLegend');
    expect(getState()).toMatchObject({ dialog: null, failure: null, legendOpen: false });
  });

  test('camera wishes can be repeated', () => {
    const { dispatch, getState } = openStore();
    const asked = (): unknown[] => [getState().camera.serial, getState().camera.ask];
    dispatch('zoomIn');
    dispatch('zoomIn');
    expect(asked()).toEqual([2, 'zoomIn']);
    dispatch('pan', 'left');
    expect(asked()).toEqual([3, 'left']);
    dispatch('select', { ids: ['a'], centre: true });
    expect(asked()).toEqual([4, { show: ['a'] }]);
    dispatch('zoomOut');
    dispatch('fit');
    expect(asked()).toEqual([6, 'fit']);
  });

  test('what a link holds is what the table says is shared', () => {
    const shared = Object.entries(KEEPING).flatMap(([key, { shared: isShared }]) => (isShared ? [key] : []));
    const { placement: _, ...rest } = BARE_REST;
    expect(['selection', 'tab', 'playing', ...Object.keys(rest)].toSorted()).toEqual(shared.toSorted());
  });

  test('shortcuts are told apart', () => {
    const shortcuts = Object.values(commands).flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });
});

test('the search index of a dataset is built once', () => {
  expect(searchIndexOf(dataset)).toBe(searchIndexOf(dataset));
  expect(search(searchIndexOf(dataset), 'a', 1)[0]).toMatchObject({ id: 'a' });
});

describe('layout on demand', () => {
  test('asks once for what has no place, keeps answers, drops late ones', async () => {
    const store = createAppStore(buildInitialState(dataset, null));
    const answers: ((value: ReturnType<typeof writePlacement>) => void)[] = [];
    const solve = vi.fn<SolveLayout>(
      () => new Promise<ReturnType<typeof writePlacement>>((resolve) => answers.push(resolve)),
    );
    followLayout(store, solve);
    expect(solve).toHaveBeenCalledTimes(1);
    expect(store.getState().busy?.what).toBe('layout');
    answers[0]?.(writePlacement(placement));
    await vi.waitFor(() => expect(store.getState().placement).not.toBeNull());
    expect(store.getState()).toMatchObject({ busy: null });
    expect(store.getState().placement).toEqual(readPlacement(writePlacement(placement)));
    store.dispatch('focusOn', { ids: ids('a'), hops: 1 });
    expect(solve).toHaveBeenCalledTimes(1);
  });

  test('a failed layout is said', async () => {
    const store = createAppStore(buildInitialState(dataset, null));
    followLayout(store, () => Promise.reject(new Error('no')));
    await vi.waitFor(() => expect(store.getState().failure?.code).toBe('layout-failed'));
  });
});

test('what is selected is said, disputes with it', () => {
  const store = openStore();
  followSpeech(store);
  const said = (): string => store.getState().said;
  store.dispatch('select', { ids: ['b'] });
  expect(said()).toBe('b, person, 2 relations, 1 disputed');
  store.dispatch('select', { ids: ['r2'] });
  expect(said()).toContain('denied by b');
  store.dispatch('select', { ids: ['a', 'b'] });
  expect(said()).toBe('2 entities selected');
  store.dispatch('focusOn', { ids: ids('a'), hops: 1 });
  expect(said()).toContain('2 entities shown');
  store.dispatch('clearSelection');
  expect(said()).toBe('Nothing selected');
  store.dispatch('showAll');
  expect(said()).toBe('The whole graph is shown');
  store.dispatch('select', { ids: [tieId('b' as EntityId, 'c' as EntityId)] });
  expect(said()).toBe('b and c: 1 relation · 1 disputed');
  store.dispatch('select', { ids: ['s1'] });
  expect(said()).toBe('Source The source, 3 claims');
  store.dispatch('showTab', 'table');
  expect(said()).toBe('Table shown');
  store.dispatch('openDataset', { dataset: buildDataset(sampleFile([sampleEntity('x')], [])), placement: null });
  expect(said()).toBe('Opened A sample: 1 entity, no relations.');
});

test('what follows the store can be stopped', async () => {
  const store = openStore();
  const stopSpeech = followSpeech(store);
  const solve = vi.fn<SolveLayout>(() => new Promise(() => undefined));
  const stopLayout = followLayout(store, solve);
  for (const stop of [stopSpeech, stopLayout]) stop();
  store.dispatch('select', { ids: ['a'] });
  store.dispatch('openDataset', { dataset: buildDataset(sampleFile([sampleEntity('x')], [])), placement: null });
  expect(store.getState().said).toBe('');
  expect(solve).not.toHaveBeenCalled();
});
