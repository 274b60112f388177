// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dayNumber } from '../../model/dates.ts';
import type { View } from '../../model/view.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { ViewBar } from './ViewBar.tsx';

const story = storyDataset();

function openBar(view: Partial<View> = {}) {
  const page = renderPanel(<ViewBar />, story);
  page.doing(() => page.store.dispatch('setView', view));
  const { box } = page;
  return {
    ...page,
    chips: () => [...box.querySelectorAll('li bdi')].map(({ textContent }) => textContent),
    remove: (text: string) => box.querySelector(`[aria-label="Remove filter: ${text}"]`),
  };
}

const filtersOf = (view: View, change: Partial<View['filters']>): View['filters'] => ({ ...view.filters, ...change });

test('is empty while nothing is in force', () => {
  expect(openBar().box.textContent).toBe('');
});

test('each filter and clock is a chip that drops it alone, and the focus goes on to the next', () => {
  const { box, store, doing, chips, click, remove } = openBar({
    asOf: dayNumber(2024, 10, 31),
    held: { from: dayNumber(2021, 1, 1), to: dayNumber(2022, 12, 31) },
  });
  const { view } = store.getState();
  doing(() =>
    store.dispatch('setView', { filters: filtersOf(view, { modalities: ['alleged', 'rumoured'], minOrigins: 1 }) }),
  );
  expect(chips()).toEqual([
    'as published by 31 October 2024',
    'held between 2021 and 2022',
    'modality: only alleged, rumoured',
    'at least 1 independent origin',
  ]);
  expect(box.textContent).toMatch(/^\d+ of 36 relations shown/);
  click(remove('held between 2021 and 2022'));
  expect(store.getState().view.held).toBeNull();
  expect(store.getState().view.asOf).not.toBeNull();
  expect(document.activeElement).toBe(remove('modality: only alleged, rumoured'));
  click(remove('at least 1 independent origin'));
  expect(document.activeElement).toBe(remove('modality: only alleged, rumoured'));
  click(remove('modality: only alleged, rumoured'));
  click(remove('as published by 31 October 2024'));
  expect(box.textContent).toBe('');
});

test('all is cleared at once, and undo brings it back', () => {
  const { box, store, doing, chips, click } = openBar({ asOf: dayNumber(2024, 10, 31) });
  doing(() => store.dispatch('setFilters', { text: 'musk' }));
  click(findByText(box, 'button', 'Clear all'));
  expect(chips()).toEqual([]);
  doing(() => store.dispatch('undo'));
  expect(chips()).toEqual(['as published by 31 October 2024', 'words: “musk”']);
});

test('says when nothing is left, what hides it, and offers the way back', () => {
  const { box, store, doing, click } = openBar();
  doing(() => store.dispatch('setFilters', { stances: [] }));
  expect(box.textContent).toContain('Nothing is left to show. All 36 relations are hidden: 36 by stance.');
  click(findByText(box, 'button', 'Show everything'));
  expect(store.getState().view.filters.stances).toBeNull();
});

test('a filter from data stands as text', () => {
  const { box, store, doing, chips } = openBar();
  doing(() => store.dispatch('setFilters', { sources: ['<img src=x>\u202e' as never] }));
  expect(chips()).toEqual(['source: only <img src=x>']);
  expect(box.querySelector('img')).toBeNull();
});
