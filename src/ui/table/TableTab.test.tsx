// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { EntityId, RelationId } from '../../model/records.ts';
import { datasetOf } from '../../words/wordsFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { TableTab } from './TableTab.tsx';

const story = storyDataset();
const all = story.relations.size;

function openTable(dataset: Dataset = story, selection: readonly string[] = []) {
  const page = renderPanel(<TableTab />, dataset, selection);
  const { box, doing, click } = page;
  const rows = () => [...box.querySelectorAll<HTMLElement>('tbody tr')];
  return {
    ...page,
    rows,
    ids: () => rows().map((row) => row.dataset['row']),
    row: (id: string) => rows().find((row) => row.dataset['row'] === id),
    sortBy: (label: string) => click(findByText(box, 'thead button', label)),
    show: (label: string) => click(findByText(box, '.table-switch button', label)),
    filter: (words: string) =>
      doing(() => {
        const field = box.querySelector<HTMLInputElement>('input[type=search]');
        // React hears only what the element's own setter has not told it of.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

function manyRelations(count: number): Dataset {
  const { file } = datasetOf();
  const relations = Array.from({ length: count }, (_, i) => ({ ...file.relations[1]!, id: `r${i}` as RelationId }));
  return buildDataset({ ...file, relations });
}

describe('relations', () => {
  test('every relation is a row with who says so and who denies', () => {
    const { box, rows, row } = openTable();
    expect(rows()).toHaveLength(all);
    expect(box.querySelector('caption')?.textContent).toBe(`${all} of ${all} relations`);
    const cells = [...(row('r-trump-putin-ties')?.children ?? [])].map(({ textContent }) => textContent.trim());
    expect(cells[3]).toBe('rumoured');
    expect(cells[5]).toBe('someone not stated');
    expect(cells[6]).toMatch(/^≠\s+denied by Donald Trump$/);
    expect(cells[7]).toBe('2');
  });

  test('silence is told apart from denial, relays from first speakers', () => {
    const { row } = openTable();
    expect(row('r-musk-putin-contact')?.textContent).toContain('nobody silent: Elon Musk');
    expect(row('r-request-putin')?.textContent).toContain('unnamed sources → The Wall Street Journal');
  });

  test('the button of a row is named by the whole sentence', () => {
    const { row } = openTable();
    expect(row('r-xi-china')?.querySelector('button')?.textContent).toBe('Xi Jinping is leader of China');
  });

  test('sorts by each column, forwards and backwards', () => {
    const { box, ids, sortBy } = openTable();
    sortBy('Who denies');
    expect(new Set(ids().slice(0, 3))).toEqual(
      new Set(['r-musk-putin-war-talk', 'r-musk-sold-russia', 'r-trump-putin-ties']),
    );
    sortBy('From');
    const from = story.relations.get(ids()[0] as RelationId)?.from;
    expect(story.entities.get(from as EntityId)?.name).toBe('Donald Trump');
    expect(box.querySelectorAll('[aria-sort]')).toHaveLength(1);
    expect(box.querySelector('[aria-sort=ascending]')?.textContent).toContain('From');
    sortBy('From');
    expect(box.querySelector('[aria-sort=descending]')).not.toBeNull();
    expect(story.relations.get(ids()[0] as RelationId)?.from).toBe('xi');
  });

  test('sorts dates by time, the undated last', () => {
    const { ids, sortBy } = openTable();
    sortBy('When');
    const dates = ids().map((id) => story.relations.get(id as RelationId)?.valid);
    const firstUndated = dates.indexOf(undefined);
    expect(new Set(dates.slice(0, 2))).toEqual(new Set(['../2022-10', '../2022']));
    expect(dates.slice(firstUndated).every((date) => date === undefined)).toBe(true);
  });

  test('filters by folded words of any column', () => {
    const { box, ids, filter } = openTable();
    filter('ALLEGED russia');
    expect(ids()).toEqual(['r-musk-sold-russia']);
    expect(box.querySelector('caption')?.textContent).toBe(`1 of ${all} relations`);
    filter('nobody of that name');
    expect(box.textContent).toContain('No row contains “nobody of that name”.');
  });

  test('finds an entity by a name in another script', () => {
    const { box, ids, show, filter } = openTable();
    show('Entities');
    filter('трамп');
    expect(ids()).toEqual(['trump']);
    expect(box.querySelector('caption')?.textContent).toBe(`1 of ${story.entities.size} entities`);
  });
});

describe('by keyboard', () => {
  test('one row is reached by Tab, arrows and Home and End walk', () => {
    const { box, doing, press, rows } = openTable();
    const stops = () => [...box.querySelectorAll<HTMLElement>('tbody button')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toHaveLength(1);
    doing(() => stops()[0]?.focus());
    press(document.activeElement, 'ArrowDown');
    expect(document.activeElement?.closest('tr')).toBe(rows()[1]);
    expect(stops()).toEqual([document.activeElement]);
    press(document.activeElement, 'End');
    expect(document.activeElement?.closest('tr')).toBe(rows()[all - 1]);
    press(document.activeElement, 'ArrowDown');
    expect(document.activeElement?.closest('tr')).toBe(rows()[all - 1]);
    press(document.activeElement, 'Home');
    expect(document.activeElement?.closest('tr')).toBe(rows()[0]);
  });

  test('selects, adds with Ctrl, and marks what is selected', () => {
    const { store, row, click, press } = openTable();
    click(row('r-xi-china')?.querySelector('button'));
    expect(store.getState().selection).toEqual(['r-xi-china']);
    expect(row('r-xi-china')?.querySelector('button')?.getAttribute('aria-current')).toBe('true');
    press(row('r-putin-russia')?.querySelector('button'), 'Enter', { ctrlKey: true });
    expect(store.getState().selection).toEqual(['r-xi-china', 'r-putin-russia']);
    click(row('r-xi-china')?.querySelector('td'), { shiftKey: true });
    expect(store.getState().selection).toEqual(['r-putin-russia']);
  });
});

test('a selected tie marks all its relations', () => {
  const tie = [...story.ties.values()].find(({ relations }) => relations.length === 6);
  const { rows } = openTable(story, [tie?.id ?? '']);
  expect(rows().filter(({ className }) => className === 'is-marked')).toHaveLength(6);
});

test('at most a page of rows is drawn until more are asked for', () => {
  const { box, rows, click } = openTable(manyRelations(1000));
  expect(rows()).toHaveLength(300);
  expect(box.querySelector('caption')?.textContent).toBe('1,000 of 1,000 relations');
  click(findByText(box, 'button', 'Show 300 more of 1,000'));
  expect(rows()).toHaveLength(600);
});

test('what our copy does not state is said in the table of sources', () => {
  const { row, show } = openTable();
  show('Sources');
  expect(row('article')?.textContent).toBe(
    `News article, 25 October 2024articlenot stated in our copy25 October 2024${story.claims.size}`,
  );
});

test('an empty dataset says that there is nothing to list', () => {
  const { file } = datasetOf();
  const { box } = openTable(buildDataset({ ...file, relations: [] }));
  expect(box.textContent).toContain('There is nothing to list.');
});
