// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { chooseRelations } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Filters, NO_FILTERS } from '../../model/view.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { FiltersPanel } from './FiltersPanel.tsx';

const story = storyDataset();
const all = story.relations.size;

function openPanel(dataset: Dataset = story) {
  const page = renderPanel(<FiltersPanel />, dataset);
  const { box, store, doing, click } = page;
  const facet = (title: string) =>
    [...box.querySelectorAll('.facet')].find((one) => one.querySelector('.facet-name')?.textContent === title);
  const unfold = (title: string) => click(facet(title)?.querySelector('h4 button'));
  const row = (title: string, label: string) =>
    [...(facet(title)?.querySelectorAll('.facet-row') ?? [])].find(
      (one) => one.querySelector('label')?.textContent === label,
    );
  return {
    ...page,
    facet,
    unfold,
    row,
    tick: (title: string, label: string) => click(row(title, label)?.querySelector('input')),
    only: (title: string, label: string) => click(row(title, label)?.querySelector('.facet-only')),
    count: (title: string, label: string) =>
      row(title, label)?.querySelector('.facet-count [aria-hidden]')?.textContent,
    filters: () => store.getState().view.filters,
    set: (filters: Partial<Filters>) => doing(() => store.dispatch('setFilters', filters)),
    type: (selector: string, words: string) =>
      doing(() => {
        const field = box.querySelector<HTMLInputElement>(selector);
        // React hears only what the element's own setter has not told it of.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

const passing = (filters: Partial<Filters>): number =>
  chooseRelations(story, { filters: { ...NO_FILTERS, ...filters }, asOf: null, held: null }).passing?.size ?? all;

describe('lists', () => {
  test('all is ticked; unticking excludes, ticking again lets all through', () => {
    const { box, filters, tick, row } = openPanel();
    expect(box.querySelectorAll('input[type=checkbox]:not(:checked):not([role])')).toHaveLength(0);
    tick('Standing', 'rumoured');
    expect(filters().standings).not.toContain('rumoured');
    expect(filters().standings).toHaveLength(7);
    expect(row('Standing', 'rumoured')?.querySelector('input')?.checked).toBe(false);
    expect(box.textContent).toContain(`${passing({ standings: filters().standings })} of ${all} relations shown`);
    tick('Standing', 'rumoured');
    expect(filters().standings).toBeNull();
  });

  test('“only” leaves one, “all” takes the facet back and leaves the focus on its heading', () => {
    const { facet, filters, only, click } = openPanel();
    only('Standing', 'alleged');
    expect(filters().standings).toEqual(['alleged']);
    const reset = facet('Standing')?.querySelector('.facet-reset');
    expect(reset?.getAttribute('aria-label')).toBe('Let all through again: Standing');
    click(reset);
    expect(filters().standings).toBeNull();
    expect(document.activeElement).toBe(facet('Standing')?.querySelector('h4 button'));
  });

  test('a folded facet is not drawn and says what is chosen', () => {
    const { facet, unfold, set } = openPanel();
    expect(facet('Modality')?.querySelector('fieldset')).toBeNull();
    expect(facet('Modality')?.textContent).toBe('Modality any');
    set({ modalities: ['alleged', 'rumoured'] });
    expect(facet('Modality')?.textContent).toBe('Modality only alleged, rumoured');
    unfold('Modality');
    expect(facet('Modality')?.querySelector('legend')?.textContent).toBe('Modality');
    expect(facet('Modality')?.querySelectorAll('input:checked')).toHaveLength(2);
  });

  test('counts stand beside each value under the other filters, and belong to its description', () => {
    const { count, row, set, unfold } = openPanel();
    expect(count('Standing', 'rumoured')).toBe(String(passing({ standings: ['rumoured'] })));
    const box = row('Standing', 'rumoured')?.querySelector('input');
    const described = document.getElementById(box?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('relation');
    set({ standings: ['rumoured'], dispute: 'denied' });
    // Its own choice does not count; that of the others does.
    expect(count('Standing', 'stated')).toBe(String(passing({ standings: ['stated'], dispute: 'denied' })));
    unfold('Modality');
    expect(row('Modality', 'alleged')?.hasAttribute('data-none')).toBe(true);
    expect(count('Modality', 'alleged')).toBe('0');
  });

  test('types lie under their group, which is mixed while one of them is out', () => {
    const { facet, filters, unfold, tick, click, row } = openPanel();
    unfold('Relations and their types');
    click(facet('Relations and their types')?.querySelector('[aria-label="Types of money"]'));
    tick('Relations and their types', 'sold Starlink terminals to');
    expect(filters().types).not.toContain('t-sold');
    expect(filters().groups).toBeNull();
    const money = row('Relations and their types', 'money')?.querySelector('input');
    expect([money?.checked, money?.indeterminate]).toEqual([true, true]);
    click(row('Relations and their types', 'contact')?.querySelector('.facet-only'));
    expect(filters()).toMatchObject({ groups: ['contact'], types: null });
  });

  test('a type that is let through brings its group along', () => {
    const { facet, filters, set, unfold, click, only, tick } = openPanel();
    const name = 'Relations and their types';
    set({ groups: ['contact'], types: ['t-ties' as never] });
    unfold(name);
    click(facet(name)?.querySelector('[aria-label="Types of role"]'));
    tick(name, 'is president of');
    expect(filters()).toMatchObject({ groups: ['contact', 'role'], types: ['t-president', 't-ties'] });
    click(facet(name)?.querySelector('[aria-label="Types of money"]'));
    only(name, 'sold Starlink terminals to');
    expect(filters()).toMatchObject({ groups: ['contact', 'role', 'money'], types: ['t-sold'] });
  });

  test('what the dataset does not have is listed by its id and can be unticked', () => {
    const { facet, filters, set, unfold, tick } = openPanel();
    set({ types: ['t-gone' as never, 't-ceo' as never], sources: ['s-gone' as never] });
    unfold('Source');
    tick('Source', 's-gone');
    expect(filters().sources).toEqual([]);
    expect(facet('Source')?.querySelectorAll('input:checked')).toHaveLength(0);
    unfold('Relations and their types');
    tick('Relations and their types', 't-gone');
    expect(filters().types).toEqual(['t-ceo']);
  });
});

describe('who says so', () => {
  const steps = [
    { label: 'Sources', kind: 'unnamed' },
    { kind: 'unstated' },
    ...Array.from({ length: 40 }, (_, i) => ({ label: `Speaker ${i}`, kind: 'named' })),
  ];
  const many = datasetOf([
    claimOf({ id: 'own' }),
    ...steps.map((step, i) => claimOf({ id: `c${i}`, modality: 'reported', attribution: [step] })),
  ]);

  test('the named stand apart from the unnamed and from sources; the rest is shown when asked for', () => {
    const { facet, unfold, click } = openPanel(many);
    unfold('Who says so');
    const parts = [...(facet('Who says so')?.querySelectorAll('[role=group]') ?? [])];
    expect(parts.map((part) => part.getAttribute('aria-label'))).toEqual([
      'Named',
      'Not named',
      'Sources in their own voice',
    ]);
    expect(parts[0]?.querySelectorAll('.facet-row')).toHaveLength(16);
    click(findByText(parts[0]!, 'button', 'Show 16 more of 40'));
    expect(parts[0]?.querySelectorAll('.facet-row')).toHaveLength(32);
    expect([...parts[1]!.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual([
      'Sources (not named)',
      'someone not stated',
    ]);
  });

  test('one is found by name', () => {
    const { facet, unfold, type, only, filters } = openPanel(many);
    unfold('Who says so');
    type('.facet-find', 'SPEAKER 39');
    expect(facet('Who says so')?.querySelectorAll('.facet-row')).toHaveLength(1);
    only('Who says so', 'Speaker 39');
    expect(filters().speakers).toEqual(['as speaker 39']);
    type('.facet-find', 'nobody');
    expect(facet('Who says so')?.textContent).toContain('Nothing in this list is called that.');
  });
});

describe('one answer of several', () => {
  test('origins are a threshold', () => {
    const { facet, filters, unfold, click, row } = openPanel();
    unfold('Independent origins');
    click(row('Independent origins', 'at least 1')?.querySelector('input'));
    expect(filters().minOrigins).toBe(1);
    expect(facet('Independent origins')?.querySelectorAll('input[type=radio]:checked')).toHaveLength(1);
  });

  test('denied, limited, neither', () => {
    const { filters, click, row, count } = openPanel();
    const counts = ['denied or not', 'denied', 'denied or limited', 'neither'].map((label) => count('Denials', label));
    expect(counts).toEqual(
      [all, ...(['denied', 'disputed', 'undisputed'] as const).map((dispute) => passing({ dispute }))].map(String),
    );
    click(row('Denials', 'denied or limited')?.querySelector('input'));
    expect(filters().dispute).toBe('disputed');
    click(row('Denials', 'denied or not')?.querySelector('input'));
    expect(filters().dispute).toBeNull();
  });
});

describe('words', () => {
  const field = '.facet-text input';

  test('what is typed is applied after a pause, by Enter at once', () => {
    vi.useFakeTimers();
    try {
      const { box, filters, type, press, doing } = openPanel();
      type(field, 'star');
      type(field, 'starlink');
      expect(filters().text).toBe('');
      doing(() => vi.advanceTimersByTime(151));
      expect(filters().text).toBe('starlink');
      type(field, 'tesla');
      press(box.querySelector(field), 'Enter');
      expect(filters().text).toBe('tesla');
    } finally {
      vi.useRealTimers();
    }
  });

  test('what is dropped elsewhere is dropped here, and 10,000 letters do no harm', () => {
    const { box, filters, type, press, doing, store } = openPanel();
    type(field, 'x'.repeat(10_000));
    press(box.querySelector(field), 'Enter');
    expect(filters().text).toHaveLength(10_000);
    expect(box.textContent).toContain(`0 of ${all} relations shown`);
    doing(() => store.dispatch('clearFilters'));
    expect(box.querySelector<HTMLInputElement>(field)?.value).toBe('');
  });
});

describe('what is hidden', () => {
  test('is counted, listed with its standing and what hides it, and brought back', () => {
    const { box, store, set, click } = openPanel();
    expect(findByText(box, 'button', 'Show everything')).toBeUndefined();
    set({ dispute: 'undisputed' });
    const fold = findByText(box, '.facet-fold', 'hidden');
    expect(fold?.textContent).toBe(`3 of ${all} relations hidden: 3 by denial`);
    click(fold);
    const lines = [...box.querySelectorAll('.hidden-relations .relation-line')];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line.textContent).toMatch(/≠.*(denied|limited) by .*Hidden by denial$/);
    click(findByText(box, 'button', 'Show everything'));
    expect(store.getState().view.filters).toEqual(NO_FILTERS);
    expect(document.activeElement?.textContent).toBe('Filters');
  });

  test('by the public clock is told as it is known today', () => {
    const { box, store, doing, click } = openPanel();
    doing(() => store.dispatch('setClock', { asOf: 0 }));
    click(findByText(box, '.facet-fold', 'by the public clock'));
    const line = findByText(box, '.relation-line', 'Donald Trump has ties with');
    expect(line?.textContent).toContain('denied by Donald Trump');
    expect(line?.textContent).toContain('Hidden by the public clock');
  });

  test('says so when nothing is left', () => {
    const { box, set } = openPanel();
    set({ kinds: [] });
    expect(box.textContent).toContain('Nothing is left to show.');
    expect(findByText(box, 'button', 'Show everything')).toBeDefined();
  });

  test('entities without relations are kept by a switch', () => {
    const { box, store, click } = openPanel();
    const keep = box.querySelector('[role=switch]');
    expect(keep?.parentElement?.textContent).toBe('Keep entities without relations');
    click(keep);
    expect(store.getState().view.keepUnrelated).toBe(true);
  });
});

test('Escape closes the panel, from a field with words only when it is empty', () => {
  const { box, store, press, type, doing } = openPanel();
  doing(() => store.dispatch('toggleFilters'));
  type('.facet-text input', 'star');
  press(box.querySelector('.facet-text input'), 'Escape');
  expect(store.getState().filtersOpen).toBe(true);
  press(box.querySelector('h2'), 'Escape');
  expect(store.getState().filtersOpen).toBe(false);
});

test('a dataset without relations or sources has an empty panel that works', () => {
  const { file } = datasetOf();
  const { box, facet, unfold } = openPanel(buildDataset({ ...file, relations: [], sources: [], entities: [] }));
  unfold('Publisher');
  expect(facet('Publisher')?.textContent).toContain('This dataset has none.');
  expect(box.textContent).toContain('no relations');
});
