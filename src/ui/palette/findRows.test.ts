import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../../model/sampleFixture.ts';
import { type AppState, buildInitialState } from '../../state/appState.ts';
import { commands } from '../../state/commands.ts';
import { createAppStore } from '../../state/createAppStore.ts';
import { allCommands } from '../../state/shortcuts.ts';
import { ALSO_CALLED } from '../../words/paletteText.ts';
import { findRows, type PaletteRow } from './findRows.ts';

const NAMES = {
  a: 'Ann Undset',
  b: 'Bob',
  c: 'Café Müller',
  ann: 'Ann',
  ann2: 'Anna',
  ann3: 'Annie',
  ann4: 'Annika',
  ann5: 'Anne',
};
const dataset = buildDataset(
  sampleFile(
    Object.entries(NAMES).map(([id, name]) => sampleEntity(id, { name })),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c1')])],
  ),
);
const openStore = (change: Partial<AppState> = {}) =>
  createAppStore({ ...buildInitialState(dataset, null), ...change });
const rowsOf = (state: AppState, query: string): readonly PaletteRow[] =>
  findRows(state, query).flatMap(({ rows }) => rows);
const labels = (query: string, state = openStore().getState()): string[] =>
  rowsOf(state, query).map(({ label }) => label);
const find = (state: AppState, query: string, id: string): PaletteRow =>
  rowsOf(state, query).find((row) => row.id === id)!;

describe('with nothing typed', () => {
  test('lists every command that can be run without saying more, with its keys', () => {
    const rows = rowsOf(openStore().getState(), ' ');
    const offered = allCommands.filter(({ offer }) => offer);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(offered.map(({ id }) => id)));
    expect(rows).toHaveLength(offered.length);
    for (const { id, shortcut, alias } of allCommands.filter((command) => command.shortcut))
      expect(find(openStore().getState(), '', id).shortcuts).toEqual(alias ? [shortcut, alias] : [shortcut]);
  });

  test('tells what is possible now from what is not', () => {
    const store = openStore();
    expect(find(store.getState(), '', 'hide').isEnabled).toBe(false);
    expect(find(store.getState(), '', 'undo').isEnabled).toBe(false);
    expect(find(store.getState(), '', 'fit').isEnabled).toBe(true);
    store.dispatch('select', { ids: ['a'] });
    expect(find(store.getState(), '', 'hide').isEnabled).toBe(true);
    expect(find(store.getState(), '', 'openPalette').isEnabled, 'it is open').toBe(false);
  });

  test('always asks how two are connected, by name where two are selected', () => {
    const store = openStore();
    expect(find(store.getState(), '', 'askPath').isEnabled).toBe(true);
    store.dispatch('select', { ids: ['a'] });
    expect(labels('', store.getState())).toContain('How is Ann Undset connected with another?');
    store.dispatch('select', { ids: ['c', 'b'] });
    expect(labels('', store.getState())).toContain('How are Café Müller and Bob connected?');
    find(store.getState(), '', 'askPath').run(store);
    expect(store.getState().question).toMatchObject({ from: 'c', to: 'b' });
  });
});

describe('typing', () => {
  test('keeps commands by their words, in any order, accents and case aside; the beginning of a label first', () => {
    expect(labels('UNDÓ')[0]).toBe('Undo');
    expect(labels('clear select')[0]).toBe(commands.clearSelection.label);
    expect(labels('selection clear')[0]).toBe(commands.clearSelection.label);
    expect(labels('zoom').slice(0, 2)).toEqual(['Zoom in', 'Zoom out']);
    expect(labels(commands.around3.label)).toEqual([commands.around3.label]);
    expect(labels('xyzzyx')).toEqual([]);
  });

  test('knows other words for commands; each of a command that exists', () => {
    expect(labels('dark mode')).toContain(commands.setTheme.label);
    for (const [id, also] of Object.entries(ALSO_CALLED)) {
      expect(
        rowsOf(openStore().getState(), also).map((row) => row.id),
        id,
      ).toContain(id);
    }
  });

  test('offers what can be done with an entity of that name', () => {
    const store = openStore({ tab: 'table' });
    expect(labels('müller', store.getState())).toEqual([
      'Go to Café Müller',
      'How is Café Müller connected with another?',
      'Show only what is around Café Müller',
    ]);
    expect(labels('muller', store.getState())).toHaveLength(3);
    find(store.getState(), 'cafe', 'go-c').run(store);
    expect(store.getState()).toMatchObject({ tab: 'graph', selection: ['c'] });
    expect(labels('bob', store.getState())).toContain('How are Café Müller and Bob connected?');
    find(store.getState(), 'bob', 'path-b').run(store);
    expect(store.getState().question).toMatchObject({ from: 'c', to: 'b' });
    find(store.getState(), 'bob', 'around-b').run(store);
    expect(store.getState().view.focus).toEqual({ ids: ['b'], hops: 1 });
  });

  test('takes the words of what to do apart from the name', () => {
    expect(labels('path bob')).toEqual(['How is Bob connected with another?']);
    expect(labels('go to bob')).toEqual(['Go to Bob']);
    expect(labels('what is around Café')).toEqual(['Show only what is around Café Müller']);
  });

  test('names at most five entities, the best first, and no command is lost behind them', () => {
    const found = labels('ann');
    expect(found[0]).toBe('Go to Ann');
    expect(found.filter((label) => label.startsWith('Go to'))).toHaveLength(5);
    expect(labels('und').indexOf('Undo')).toBe(0);
    expect(labels('und')).toContain('Go to Ann Undset');
  });
});

test('a command of the graph that is run from another tab goes there', () => {
  const store = openStore({ tab: 'sources' });
  find(store.getState(), '', 'zoomIn').run(store);
  expect(store.getState().tab).toBe('graph');
  store.dispatch('showTab', 'sources');
  find(store.getState(), '', 'setTheme').run(store);
  expect(store.getState()).toMatchObject({ tab: 'sources', theme: 'dark' });
});
