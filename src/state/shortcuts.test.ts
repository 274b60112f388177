// @vitest-environment jsdom
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import { parseStories } from '../model/parseStories.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { buildInitialState } from './appState.ts';
import { type CommandName, commands } from './commands.ts';
import { createAppStore } from './createAppStore.ts';
import { type AnyCommand, allCommands, followShortcuts, type KeyPress, keyOf, runShortcut } from './shortcuts.ts';

const dataset = buildDataset(
  sampleFile(
    ['a', 'b', 'c'].map((id) => sampleEntity(id)),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c1')]), sampleRelation('r2', 'b', 'c', [sampleClaim('c2')])],
    { stories: [{ id: 's', title: 'S', steps: ['1', '2', '3'].map((id) => ({ id, caption: id, selection: ['a'] })) }] },
  ),
);
const places = ['a', 'b', 'c'].map((id, i) => [id, { x: i * 100, y: 0, side: 'below' }] as const);
const ties = [...dataset.ties.keys()].map((id) => [id, { at: 0.5 }] as const);
const placement: Placement = { nodes: new Map(places), ties: new Map(ties) };
const openStore = () => createAppStore(buildInitialState(dataset, placement, parseStories(dataset)));

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ...NONE, ...held });

/** The key press that a shortcut asks for, as a keyboard sends it. */
function pressOf(shortcut: string): KeyPress {
  const held = shortcut.split(/\+(?=.)/);
  const key = held.pop()!;
  const shiftKey = held.includes('Shift') || key === '?';
  const isLower = /^[A-Z]$/.test(key) && !shiftKey;
  return press(isLower ? key.toLowerCase() : key, { ctrlKey: held.includes('Ctrl'), shiftKey });
}

const keysOf = ({ shortcut, alias }: AnyCommand): string[] => [shortcut, alias].filter((key) => key !== undefined);
const keyed = allCommands.filter((command) => keysOf(command).length > 0);
const pairs = keyed.flatMap((command) => keysOf(command).map((key) => [key, command] as const));

describe('the normal form of a key press', () => {
  test.each([
    ['f', press('f')],
    ['f', press('F')],
    ['Shift+H', press('H', { shiftKey: true })],
    ['Ctrl+Z', press('z', { ctrlKey: true })],
    ['Ctrl+Z', press('Z', { ctrlKey: true })],
    ['Ctrl+Shift+P', press('P', { ctrlKey: true, shiftKey: true })],
    ['Ctrl+Shift+Z', press('z', { ctrlKey: true, shiftKey: true })],
    ['?', press('?', { shiftKey: true })],
    ['?', press('?')],
    ['+', press('+')],
    ['+', press('+', { shiftKey: true })],
    ['+', press('=')],
    ['=', press('=', { shiftKey: true })],
    ['0', press('0', { shiftKey: true })],
    ['Escape', press('Escape')],
    ['Ctrl+ArrowLeft', press('ArrowLeft', { ctrlKey: true })],
    ['f', press('а', { code: 'KeyF' })],
    ['Ctrl+Z', press('я', { code: 'KeyZ', ctrlKey: true })],
    ['Alt+F', press('ƒ', { code: 'KeyF', altKey: true })],
    ['ö', press('ö', { code: 'Semicolon' })],
  ])('%s', (expected, event) => expect(keyOf(event, false)).toBe(expected));

  test('Command is Ctrl on the keyboards that have it, and nothing elsewhere', () => {
    const event = press('p', { metaKey: true, shiftKey: true });
    expect(keyOf(event, true)).toBe('Ctrl+Shift+P');
    expect(keyOf(event, false)).toBe('Meta+Shift+P');
  });
});

describe('the registry', () => {
  test('knows each command by its own name', () => {
    expect(allCommands.map(({ id }) => id)).toEqual(Object.keys(commands));
  });

  test('gives each key once, and none that the graph or the search answers itself', () => {
    const keys = pairs.map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const taken of ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', '/', 'Ctrl+K'])
      expect(keys).not.toContain(taken);
  });

  test.each(pairs)('%s is in its normal form, has a scope, and something to run with', (key, command) => {
    expect(keyOf(pressOf(key), false)).toBe(key);
    expect(command.scope).toBeDefined();
    expect(command.offer).toBeDefined();
  });

  test('works everywhere only with Ctrl, Escape or "?", and in a story with a letter; with what browsers leave to pages', () => {
    const everywhere = pairs.filter(([, { scope }]) => scope === 'page').map(([key]) => key);
    for (const key of everywhere) expect(key).toMatch(/^(?:Ctrl\+.+|Escape|\?|[nb])$/);
    for (const key of ['n', 'b']) expect(runShortcut(openStore(), pressOf(key), 'page')).toBe(false);
    // Ctrl+O and Ctrl+S open and save here too, what is read instead of the page.
    const browsers = 'T W N L P F R D J H U A C V X Q Tab Shift+T Shift+N Shift+W Shift+I Shift+J Shift+C Shift+R';
    for (const key of browsers.split(' ')) expect(everywhere).not.toContain(`Ctrl+${key}`);
  });

  test.each(pairs)('%s runs its command, once it is possible', (key, command) => {
    const store = openStore();
    store.dispatch('select', { ids: ['a'] });
    store.dispatch('hide', ['c'] as never);
    store.dispatch('setFilters', { minOrigins: 1 });
    if (command.id === 'redo') store.dispatch('undo');
    if (command.group === 'story') store.dispatch('goToStep', { story: 's', step: 1 });
    const before = store.getState();
    const other = command.scope === 'graph' ? 'page' : 'graph';
    expect(runShortcut(store, pressOf(key), other)).toBe(false);
    expect(store.getState()).toBe(before);
    expect(command.enabled(before)).toBe(true);
    expect(runShortcut(store, pressOf(key), command.scope)).toBe(true);
    expect(store.getState()).not.toEqual(before);
  });
});

describe('running by key', () => {
  test('does nothing while there is nothing to do', () => {
    const store = openStore();
    const before = store.getState();
    for (const key of ['Ctrl+Z', 'Escape', 'Ctrl+Y']) expect(runShortcut(store, pressOf(key), 'page'), key).toBe(false);
    expect(runShortcut(store, pressOf('h'))).toBe(false);
    expect(store.getState()).toBe(before);
  });

  test('leaves to text fields what they take themselves', () => {
    const store = openStore();
    store.dispatch('select', { ids: ['a'] });
    store.dispatch('setFilters', { minOrigins: 1 });
    const asked = (tag: string, type = ''): CommandName[] => {
      const target = document.createElement(tag);
      if (type) target.setAttribute('type', type);
      const keys = ['?', 'Escape', 'Ctrl+Z', 'Ctrl+Shift+P'];
      const run = vi.spyOn(store, 'dispatch').mockImplementation(() => undefined);
      for (const key of keys) runShortcut(store, { ...pressOf(key), target }, 'page');
      const ran = run.mock.calls.map(([name]) => name);
      run.mockRestore();
      return ran;
    };
    for (const type of ['', 'text', 'search', 'number', 'date']) expect(asked('input', type)).toEqual(['openPalette']);
    expect(asked('textarea')).toEqual(['openPalette']);
    for (const type of ['checkbox', 'radio', 'range'])
      expect(asked('input', type)).toEqual(['openPalette', 'stepBack', 'undo', 'openPalette']);
    expect(asked('button')).toHaveLength(4);
  });

  test('on the page: until it is stopped, not under a dialog, not what was answered already', () => {
    const store = openStore();
    const stop = followShortcuts(store, document);
    onTestFinished(stop);
    const type = (key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
      document.body.dispatchEvent(event);
      return event;
    };
    store.dispatch('select', { ids: ['a'] });
    expect(type('h').defaultPrevented, 'the graph’s keys are the graph’s').toBe(false);
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    expect(type('Escape').defaultPrevented).toBe(false);
    dialog.remove();
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    type('Escape');
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
    expect(store.getState().selection).toEqual(['a']);
    expect(type('Escape').defaultPrevented).toBe(true);
    expect(store.getState().selection).toEqual([]);
    stop();
    type('?');
    expect(store.getState().dialog).toBeNull();
  });
});
