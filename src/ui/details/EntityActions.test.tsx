// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Entity, EntityId } from '../../model/records.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { EntityActions } from './EntityActions.tsx';

const story = storyDataset();

function open(id: string) {
  const panel = renderPanel(<EntityActions entity={story.entities.get(id as EntityId) as Entity} />, story);
  const places = [...story.entities.keys()].map((each, i) => [each, { x: 100 * i, y: 0, side: 'below' }] as const);
  const placement = { nodes: new Map(places), ties: new Map() };
  panel.doing(() => panel.store.dispatch('place', { placement, version: 1, fresh: false }));
  const button = (text: string) => findByText(panel.box, 'button', text);
  const labels = () => [...panel.box.querySelectorAll('button')].map(({ textContent }) => textContent);
  return { ...panel, button, labels, view: () => panel.store.getState().view };
}

test('narrows the graph to what is around it and back', () => {
  const { click, button, view } = open('xi');
  click(button('2'));
  expect(view().focus).toEqual({ ids: ['xi'], hops: 2 });
  expect(button('2')?.getAttribute('aria-pressed')).toBe('true');
  expect(button('1')?.getAttribute('aria-pressed')).toBe('false');
  click(button('2'));
  expect(view().focus).toBe(null);
});

test('offers only what would do something now', () => {
  const { click, button, labels, view, doing, store } = open('xi');
  expect(labels()).toEqual(['1', '2', '3', 'Collapse', 'Hide', 'Pin', 'Path to …', 'Callout']);
  click(button('Collapse'));
  expect(view().collapsed).toEqual(['xi']);
  click(button('Expand +1'));
  expect(view()).toMatchObject({ collapsed: [], expanded: ['xi'] });
  click(button('Pin'));
  expect(view().pinned).toEqual(['xi']);
  click(button('Unpin'));
  expect(view().pinned).toEqual([]);
  click(button('Hide'));
  expect(view().hidden).toEqual(['xi']);
  expect(labels()).toEqual(['1', '2', '3', 'Path to …']);
  doing(() => store.dispatch('showHidden'));
  expect(labels()).toContain('Hide');
});

test('keeps the focus where the pressed button goes', () => {
  const { box, click, button } = open('xi');
  click(button('Collapse'));
  button('Expand +1')?.focus();
  click(button('Expand +1'));
  expect(document.activeElement).toBe(box.querySelector('.entity-actions'));
});

test('asks for a path from it, and for what rests on it if it says or relays anything', () => {
  const { click, button, store } = open('bremmer');
  click(button('Path to'));
  expect(store.getState().question).toMatchObject({ from: 'bremmer', to: null });
  click(button('What rests on this voice'));
  expect(store.getState().voice).toBe('id bremmer');
  expect(open('taiwan').button('What rests')).toBe(undefined);
});
