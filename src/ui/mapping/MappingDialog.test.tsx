// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TableRule } from '../../model/tableMapping.ts';
import type { AppState } from '../../state/appState.ts';
import { mappingText } from '../../words/mappingText.ts';
import { useApp } from '../kit/appContext.ts';
import { offer } from '../kit/offered.ts';
import { OpenerContext } from '../kit/opener.ts';
import { buildPeek, createFakeOpener } from '../kit/openingFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { MappingDialog } from './MappingDialog.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

const selectDialog = ({ dialog }: AppState) => dialog;

function Page() {
  return useApp(selectDialog) === 'mapping' && <MappingDialog />;
}

function open() {
  const opener = createFakeOpener();
  const panel = renderPanel(
    <OpenerContext value={opener}>
      <Page />
    </OpenerContext>,
    storyDataset(),
  );
  const files = [{ name: 'paid.csv', content: 'Who,Whom,How' }];
  offer(panel.store, { files, add: false, peek: buildPeek(null), mapping: null });
  panel.doing(() => panel.store.dispatch('openDialog', 'mapping'));
  const settle = (ms = 500) => act(() => vi.advanceTimersByTimeAsync(ms));
  const select = (label: string): HTMLSelectElement => {
    const named = panel.box.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
    const field = named ?? findByText(panel.box, 'label', label)?.querySelector('select');
    if (!field) throw new Error(`no ${label}`);
    return field;
  };
  const choose = (label: string, value: string): void =>
    panel.doing(() => {
      const field = select(label);
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const press = (name: string): void => panel.click(findByText(panel.box, 'button', name));
  return { ...panel, opener, files, settle, select, choose, pressButton: press };
}

test('the guess is filled in, and what it means is said in words with disputes', () => {
  const { box, select, opener } = open();
  expect(select('What “Who” is').value).toBe('from');
  expect([...select('What “Who” is').querySelectorAll('optgroup')].map(({ label }) => label)).toContain(
    'On whose say-so',
  );
  const lines = [...box.querySelectorAll('.preview-list li')].map(({ textContent }) => textContent);
  expect(lines[0]).toMatch(/^Ann paid Ben.*denied by Ben/);
  expect(lines[1]).toMatch(/^Ben paid Ann.*unsourced/);
  expect(box.textContent).toContain('40 entities and 1,200 relations');
  expect(opener.peeked).toEqual([]);
});

test('changes are looked at once they rest, and what is opened is what was chosen last', async () => {
  const { box, opener, files, settle, choose, pressButton } = open();
  choose('What “How” is', 'wording');
  choose(mappingText.direction, 'symmetric');
  expect(box.querySelector('.mapping-preview')?.ariaBusy ?? box.querySelector('[aria-busy="true"]')).toBeTruthy();
  await settle();
  expect(opener.peeked).toHaveLength(1);
  expect(box.querySelector('[role="status"].unseen')?.textContent).toBe(mappingText.renewed(40, 1200));
  choose('What “Whom” is', 'from');
  pressButton(mappingText.open);
  const rule = opener.opened[0]?.choices.mapping?.tables[0] as Extract<TableRule, { shape: 'relations' }>;
  expect(opener.opened[0]).toMatchObject({ files, choices: { add: false } });
  expect(rule.columns).toEqual(['from', 'from', 'wording']);
  expect(rule.directed).toBe(false);
  // No column has a source, so nothing is claimed.
  expect(findByText(box, 'label', mappingText.modality)).toBeUndefined();
  // A column says it now.
  expect(findByText(box, 'label', mappingText.wording)).toBeUndefined();
});

test('a table can be left out or be of entities, and comes back as it was', async () => {
  const { choose, select, settle, opener } = open();
  choose('What “How” is', 'wording');
  choose(mappingText.shape, 'entities');
  expect(select('What “Who” is').value).toBe('name');
  choose(mappingText.shape, 'skip');
  await settle();
  expect(opener.peeked.at(-1)?.tables[0]?.shape).toBe('skip');
  choose(mappingText.shape, 'relations');
  expect(select('What “How” is').value).toBe('wording');
});

test('wordings are merged one by one or all at once, and parted again', async () => {
  const { box, click, pressButton, settle, opener } = open();
  expect(box.querySelectorAll('.wording-line')[0]?.textContent).toContain('wording 1');
  click(box.querySelector('[aria-label="Read “wording 1” as “wording 0”"]'));
  expect(box.querySelector('.mapping-wordings [role="status"]')?.textContent).toBe(mappingText.suggestions(1));
  pressButton(mappingText.acceptAll(1));
  await settle();
  expect(opener.peeked.at(-1)?.wordings).toEqual([
    ['wording 1', 'wording 0'],
    ['wording 2', 'wording 0'],
  ]);
  pressButton(mappingText.undo);
  click(box.querySelector('[aria-label="Keep “wording 1” apart"]'));
  await settle();
  expect(opener.peeked.at(-1)?.wordings).toEqual([]);
});
