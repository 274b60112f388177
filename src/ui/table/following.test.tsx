// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { chooseRelations } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import { dayNumber } from '../../model/dates.ts';
import { type Filters, HOME, NO_FILTERS, type View } from '../../model/view.ts';
import { buildScene } from '../../scene/buildScene.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { TableTab } from './TableTab.tsx';

const story = storyDataset();
const all = story.relations.size;
const OCTOBER_2022 = dayNumber(2022, 10, 31);
const only = (filters: Partial<Filters>): Partial<View> => ({ filters: { ...NO_FILTERS, ...filters } });

const VIEWS: readonly (readonly [name: string, view: Partial<View>])[] = [
  ['nothing', {}],
  ['the public clock', { asOf: OCTOBER_2022 }],
  ['valid time', { held: { from: dayNumber(2023, 1, 1), to: dayNumber(2023, 12, 31) } }],
  ['modality', only({ modalities: ['rumoured'] })],
  ['denials', only({ dispute: 'disputed' })],
  ['kinds', only({ kinds: ['Person', 'Event'] })],
  ['clock and origins', { ...only({ minOrigins: 1 }), asOf: OCTOBER_2022 }],
  ['clock, keeping entities', { asOf: OCTOBER_2022, keepUnrelated: true }],
  ['everything', only({ groups: [] })],
];

function openUnder(view: Partial<View>, dataset: Dataset = story) {
  const page = renderPanel(<TableTab />, dataset);
  page.doing(() => page.store.dispatch('setView', view));
  const { box } = page;
  return {
    ...page,
    ids: () => [...box.querySelectorAll<HTMLElement>('tbody tr')].map((row) => row.dataset['row']),
    show: (label: string) => page.click(findByText(box, '.table-switch button', label)),
    cells: (id: string) =>
      [...(box.querySelector(`tr[data-row="${id}"]`)?.children ?? [])].map(({ textContent }) => textContent.trim()),
    caption: () => box.querySelector('caption')?.textContent,
    hidden: () => box.querySelector('.table-hidden')?.textContent,
  };
}

/** The scene of a view in which every entity has a place. */
function sceneOf(view: Partial<View>) {
  const places = [...story.entities.keys()].map((id, i) => [id, { x: i * 90, y: 0, side: 'below' }] as const);
  return buildScene(story, { ...HOME, ...view }, { nodes: new Map(places), ties: new Map() });
}

describe.each(VIEWS)('under %s', (_, view) => {
  test('relations and entities are those of the scene', () => {
    const { ids, caption, show } = openUnder(view);
    const scene = sceneOf(view);
    const drawn = scene.edges.flatMap(({ relations }) => relations);
    expect(new Set(ids())).toEqual(new Set(drawn));
    expect(caption()).toBe(`${drawn.length} of ${all} relations`);
    show('Entities');
    expect(ids()).toEqual([...story.entities.keys()].filter((id) => scene.nodes.some((node) => node.id === id)));
  });

  test('entities count the relations that pass', () => {
    const { show, cells } = openUnder(view);
    show('Entities');
    const { passing } = chooseRelations(story, { ...HOME, ...view });
    for (const { id } of sceneOf(view).nodes) {
      const own = story.relationsOf.get(id) ?? [];
      expect(cells(id)[3], id).toBe(String(passing ? own.filter((each) => passing.has(each)).length : own.length));
    }
  });
});

test('what is hidden is counted by its causes and leads to the filters', () => {
  const { hidden, store, click, box, show } = openUnder({ ...only({ dispute: 'denied' }), asOf: OCTOBER_2022 });
  expect(hidden()).toMatch(/^\d+ of 36 relations hidden: \d+ by the public clock, \d+ by denial/);
  click(findByText(box, '.table-hidden button', 'Show in the filters'));
  expect(store.getState().filtersOpen).toBe(true);
  expect(findByText(box, '.table-hidden button', 'filters')?.getAttribute('aria-expanded')).toBe('true');
  show('Entities');
  expect(hidden()).toContain(`${story.entities.size} entities hidden by filters and clocks`);
  expect(openUnder({}).hidden()).toBeUndefined();
});

test('a denial of what is shown stays in its row', () => {
  expect(openUnder(only({ modalities: ['rumoured'] })).cells('r-trump-putin-ties')[6]).toMatch(
    /denied by Donald Trump/,
  );
});

test('claims are those that were public', () => {
  const { cells, show } = openUnder({ asOf: OCTOBER_2022 });
  expect(cells('r-musk-putin-war-talk')[7]).toBe('2');
  expect(cells('r-musk-putin-war-talk')[6]).toMatch(/limited by Elon Musk/);
  show('Sources');
  expect(cells('article')[4]).toBe('5');
  show('Entities');
  expect(cells('musk')[5]).toBe('0');
});

test('a row changes with the clock: the denial that arrives is in it', () => {
  const bob = [{ entity: 'bob', kind: 'named' }];
  const denial = claimOf({ id: 'd', stance: 'denies', modality: 'reported', attribution: bob, public: '2024-01-02' });
  const dataset = datasetOf([claimOf({ public: '2020-01-02' }), denial]);
  const { cells, store, doing } = openUnder({ asOf: dayNumber(2021, 1, 1) }, dataset);
  expect(cells('r').slice(6)).toEqual(['nobody', '1']);
  doing(() => store.dispatch('setClock', { asOf: null }));
  expect(cells('r')[6]).toMatch(/denied by Bob Ray/);
  expect(cells('r')[7]).toBe('2');
  doing(() => store.dispatch('setClock', { asOf: dayNumber(2021, 1, 1) }));
  expect(cells('r').slice(6)).toEqual(['nobody', '1']);
});
