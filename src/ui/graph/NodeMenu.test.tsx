// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import type { TieId } from '../../model/dataset.ts';
import type { EntityId } from '../../model/records.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { NodeMenu, SpotMenu } from './NodeMenu.tsx';

const story = storyDataset();

function open(id = 'xi') {
  const onClose = vi.fn<(goBack: boolean) => void>();
  const panel = renderPanel(<NodeMenu id={id as EntityId} at={{ x: 5, y: 6 }} onClose={onClose} />, story);
  return { ...panel, onClose, focused: () => document.activeElement?.textContent ?? '' };
}

test('is a menu with a name whose first item has the focus, at the place asked for', () => {
  const { box, focused } = open();
  const menu = box.querySelector<HTMLElement>('[role="menu"]');
  expect(menu?.getAttribute('aria-label')).toBe('What to do with Xi Jinping');
  expect(focused()).toBe('Show only what is around this, 1 step');
  expect([menu?.style.insetInlineStart, menu?.style.insetBlockStart]).not.toContain('');
});

test('is walked with the arrow keys, Home, End and first letters', () => {
  const { press, focused } = open();
  const key = (name: string) => press(document.activeElement, name);
  key('ArrowDown');
  expect(focused()).toContain('2 steps');
  key('ArrowUp');
  key('ArrowUp');
  expect(focused()).toBe('Write a callout at this');
  key('ArrowUp');
  expect(focused()).toBe('Path from here …');
  key('Home');
  expect(focused()).toContain('1 step');
  key('End');
  key('h');
  expect(focused()).toBe('Hide this in the graph');
  key('p');
  expect(focused()).toBe('Pin this to its place');
});

test('closes with Escape and Tab, and when another place is pressed', () => {
  const { press, onClose, doing } = open();
  press(document.activeElement, 'Escape');
  press(document.activeElement, 'Tab');
  doing(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })));
  expect(onClose.mock.calls).toEqual([[true], [true], [false]]);
});

test('runs what is chosen, and closes', () => {
  const { box, click, onClose, store } = open();
  click(findByText(box, 'button', '3 steps'));
  expect(onClose).toHaveBeenCalledWith(true);
  expect(store.getState().view.focus).toEqual({ ids: ['xi'], hops: 3 });
});

describe('the menu beside discs', () => {
  const openSpot = (tie: TieId | null) => {
    const onClose = vi.fn<(goBack: boolean) => void>();
    const spot = { tie, point: { x: 7, y: 8 } };
    const panel = renderPanel(<SpotMenu spot={spot} at={{ x: 5, y: 6 }} onClose={onClose} />, story);
    return { ...panel, items: () => [...panel.box.querySelectorAll('button')].map(({ textContent }) => textContent) };
  };

  test('writes a callout there, or shows the whole graph', () => {
    const { items, click, box, store } = openSpot(null);
    expect(items()).toEqual(['Write a callout here', 'Show the whole graph']);
    click(findByText(box, 'button', 'here'));
    expect(store.getState()).toMatchObject({ dialog: 'callout', callout: { at: { x: 7, y: 8 } } });
  });

  test('on a line writes about that line', () => {
    const { click, box, store } = openSpot('["putin","trump"]' as TieId);
    click(findByText(box, 'button', 'at this line'));
    expect(store.getState().callout).toEqual({ about: '["putin","trump"]' });
  });
});
