// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Placement } from '../../model/layoutProblem.ts';
import type { AppState } from '../../state/appState.ts';
import { useApp } from '../kit/appContext.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { CheckDialog } from './CheckDialog.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

const selectIsPlaced = ({ placement }: AppState): boolean => placement !== null;

function OncePlaced() {
  return useApp(selectIsPlaced) && <CheckDialog />;
}

async function open(selection: readonly string[] = []) {
  const dataset = storyDataset();
  const panel = renderPanel(<OncePlaced />, dataset, selection);
  const nodes = [...dataset.entities.keys()].map((id, i) => [id, { x: i * 200, y: 0, side: 'below' }] as const);
  const placement: Placement = { nodes: new Map(nodes), ties: new Map() };
  panel.doing(() => panel.store.dispatch('place', { placement, version: 1, fresh: true }));
  const settle = () => act(() => vi.advanceTimersByTimeAsync(200));
  await settle();
  const list = (title: string) => findByText(panel.box, 'details', title);
  return { ...panel, settle, list };
}

test('lists everything to look at again, each dispute with who disputes it', async () => {
  const { box, list } = await open();
  expect(box.querySelector('.check-count')?.textContent).toBe('36 of 36 things to look at again.');
  const disputed = list('Disputed (3)');
  expect(disputed?.querySelectorAll('li')).toHaveLength(3);
  for (const line of disputed?.querySelectorAll('li') ?? []) expect(line.textContent).toMatch(/denied by|limited by/);
  expect(box.querySelector('.check-none')?.textContent).toContain('Unsourced');
});

test('a line leads to its place', async () => {
  const { list, click, store } = await open();
  store.dispatch('showTab', 'table');
  store.dispatch('openDialog', 'check');
  click(findByText(list('Disputed (3)')!, 'button', 'Donald Trump'));
  expect(store.getState()).toMatchObject({ dialog: null, tab: 'graph', selection: ['r-trump-putin-ties'] });
});

test('checks what is around the selection where something is selected', async () => {
  const { box, click, settle } = await open(['tesla']);
  expect(box.querySelector('.check-of')?.textContent).toContain('· Tesla and what is within 1 step');
  click(findByText(box, 'label', 'What is selected')?.querySelector('input'));
  await settle();
  expect(box.querySelector('.check-of')?.textContent).toMatch(/· Tesla$/);
  expect(box.querySelector('.check-count')?.textContent).toBe('1 of 1 thing to look at again.');
});

test('calls old what was not published on since the date that is given', async () => {
  const { box, doing, settle, list } = await open();
  const date = async (text: string): Promise<void> => {
    const field = box.querySelector<HTMLInputElement>('input[type="date"]')!;
    doing(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle();
  };
  await date('2024-10-25');
  expect(list('Old (')?.textContent ?? '').not.toContain('Last published on 25 October 2024');
  expect(list('Old (36)')).toBeUndefined();
  await date('2024-10-26');
  expect(list('Old (36)')?.textContent).toContain('Last published on 25 October 2024');
  await date('');
  expect(box.textContent).toContain('Without a date, nothing is called old.');
});
