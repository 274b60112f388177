// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import type { Entity } from '../../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../../model/sampleFixture.ts';
import { findByText, renderPanel } from '../kit/PanelFixture.tsx';
import { DuplicatesDialog } from './DuplicatesDialog.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

const trump = sampleEntity('a', { name: 'Donald Trump', aliases: ['The Donald'] });
const other = sampleEntity('b', { name: 'DONALD J. TRUMP', identifiers: [{ scheme: 'wikidata', value: 'Q22686' }] });
const acme = sampleEntity('c', { name: 'Acme Ltd', kind: 'Company' });
const acmeToo = sampleEntity('d', { name: 'ACME', kind: 'Company' });

async function open(entities: readonly Entity[] = [trump, other, acme, acmeToo]) {
  const relations = entities.length > 1 ? [sampleRelation('r', 'a', entities[1]!.id, [sampleClaim('c1')])] : [];
  const panel = renderPanel(<DuplicatesDialog />, buildDataset(sampleFile(entities, relations)));
  const settle = () => act(() => vi.advanceTimersByTimeAsync(300));
  await settle();
  const press = async (words: string, selector = 'button'): Promise<void> => {
    panel.click(findByText(panel.box, selector, words));
    await settle();
  };
  const headings = () => [...panel.box.querySelectorAll('.duplicate-pair h3')].map(({ textContent }) => textContent);
  const said = () => panel.box.querySelector('.duplicates-said')?.textContent;
  return { ...panel, settle, press, headings, said };
}

test('shows pairs side by side, says why, and that they may be the same', async () => {
  const { box, headings } = await open();
  expect(box.querySelector('.duplicates-count')?.textContent).toBe(
    '2 pairs of entities that may be the same, the most alike first.',
  );
  expect(headings()).toEqual(['Acme Ltd and ACME may be the same', 'Donald Trump and DONALD J. TRUMP may be the same']);
  const pair = box.querySelectorAll('.duplicate-pair')[1];
  expect(pair?.querySelector('.duplicate-why')?.textContent).toContain('initials');
  const sides = [...(pair?.querySelectorAll('.duplicate-side') ?? [])].map(({ textContent }) => textContent);
  expect(sides[0]).toMatch(/Donald Trump.*person · 1 relation.*Also called.*The Donald.*Sources.*The source/);
  expect(sides[1]).toMatch(/wikidata Q22686/);
});

test('makes two one, says so, goes on with the next pair, and takes it back', async () => {
  const { box, press, headings, said, store } = await open();
  await press('Same: keep Donald Trump');
  expect(headings()).toEqual(['Acme Ltd and ACME may be the same']);
  expect(said()).toBe(
    'DONALD J. TRUMP and Donald Trump are one entity now, Donald Trump. It can be taken apart below.',
  );
  expect(document.activeElement?.textContent).toBe('Acme Ltd and ACME may be the same');
  expect(store.getState().dataset.entities.get('a' as never)?.aliases).toEqual(['The Donald', 'DONALD J. TRUMP']);
  expect(findByText(box, 'section', 'Merged (1)')?.textContent).toMatch(
    /DONALD J. TRUMP, merged into Donald Trump on \d/,
  );
  await press('Take apart');
  expect(said()).toBe('DONALD J. TRUMP and Donald Trump are two entities again.');
  expect(headings()).toHaveLength(2);
  expect(document.activeElement?.className).toBe('duplicates-content');
});

test('either side can be kept', async () => {
  const { press, store } = await open([trump, other]);
  await press('Same: keep DONALD J. TRUMP');
  expect([...store.getState().dataset.entities.keys()]).toEqual(['b']);
});

test('remembers that two are not the same, and asks again when told to', async () => {
  const { box, press, headings, said, store } = await open([trump, other]);
  const button = findByText(box, 'button', 'Not the same');
  expect(button?.getAttribute('aria-label')).toBe('Not the same: Donald Trump and DONALD J. TRUMP');
  await press('Not the same');
  expect(headings()).toEqual([]);
  expect(said()).toContain('stay two');
  expect(store.getState().dataset.file.distinct).toEqual([['a', 'b']]);
  await press('Ask again');
  expect(headings()).toHaveLength(1);
  expect(store.getState().dataset.file.distinct).toBeUndefined();
});

test('tells two of one name apart by their side, and lists long lists by twenties', async () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    sampleEntity(i === 0 ? 'a' : `e${i}`, { name: `Name of ${i >> 1}x` }),
  );
  const { box, headings, press } = await open(many);
  expect(headings()).toHaveLength(20);
  expect(findByText(box, 'button', 'Same: keep the first Name of 0x')).toBeDefined();
  await press('', '.show-more');
  expect(headings().length).toBe(30);
});

test('says that nothing looks alike, and that a merge cannot be taken back where the id is taken', async () => {
  const { box, press, said, store, doing } = await open([trump, other]);
  await press('Same: keep Donald Trump');
  const { file } = store.getState().dataset;
  doing(() =>
    store.dispatch('replaceDataset', {
      dataset: buildDataset({ ...file, entities: [...file.entities, sampleEntity('b', { name: 'Quite another' })] }),
    }),
  );
  await press('Take apart');
  expect(said()).toContain('DONALD J. TRUMP cannot be taken apart here');
  expect(box.querySelector('.duplicates-count')?.textContent).toBe('No entities that look alike.');
});
