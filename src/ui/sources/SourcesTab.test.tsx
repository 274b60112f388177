// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { dayNumber } from '../../model/dates.ts';
import type { SourceId } from '../../model/records.ts';
import { NO_FILTERS } from '../../model/view.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { SourcesTab } from './SourcesTab.tsx';

const story = storyDataset();
const claimIds = (box: Element): (string | undefined)[] =>
  [...box.querySelectorAll<HTMLElement>('[data-claim]')].map(({ dataset }) => dataset['claim']);

test('each claim stands once, beside the paragraph of its first place, in reading order', () => {
  const { box } = renderPanel(<SourcesTab />, story);
  const passages = [...box.querySelectorAll('.passage')];
  expect(passages).toHaveLength(7);
  expect(claimIds(box)).toHaveLength(story.claims.size);
  expect(new Set(claimIds(box))).toEqual(new Set(story.claims.keys()));
  expect(claimIds(passages[3]!)).toEqual(['c-sold-accused', 'c-sold-musk-denies']);
  expect(passages[3]?.textContent).toContain('He rejects this flatly.');
});

test('a denial carries the sign, and so does the accusation that it disputes', () => {
  const { box } = renderPanel(<SourcesTab />, story);
  expect(findByText(box, '[data-claim]', 'Musk has been accused')?.textContent).toContain('≠ denied by Elon Musk');
  expect(findByText(box, '[data-claim]', 'Musk firmly rejects')?.textContent).toContain('≠ denies');
});

test('marks the claims of what is selected, those of a person’s relations included', () => {
  const { box } = renderPanel(<SourcesTab />, story, ['bremmer']);
  const marked = [...box.querySelectorAll<HTMLElement>('[aria-current]')].map(({ dataset }) => dataset['claim']);
  expect(new Set(marked)).toEqual(new Set(['c-bremmer-scientist', 'c-bremmer-spoke']));
});

test('opens the source beside the graph', () => {
  const { box, store, click } = renderPanel(<SourcesTab />, story);
  click(findByText(box, 'button', 'beside the graph'));
  expect(store.getState()).toMatchObject({ tab: 'graph', selection: ['article'] });
});

test('of several sources the chosen or selected one is shown, and stays when a claim of it is selected', () => {
  const { file } = datasetOf([claimOf({ source: 't', text: 'Said in the second.' })]);
  const [first] = file.sources;
  const dataset = buildDataset({ ...file, sources: [first!, { ...first!, id: 't' as SourceId, label: 'The second' }] });
  const { box, store, doing } = renderPanel(<SourcesTab />, dataset);
  const shown = () => box.querySelector('article h3')?.textContent;
  expect(shown()).toBe('The digest');
  expect(box.textContent).toContain('No claim in this dataset comes from this source.');
  doing(() => store.dispatch('select', { ids: ['t'] }));
  expect(shown()).toBe('The second');
  doing(() => store.dispatch('select', { ids: ['r'] }));
  expect(shown()).toBe('The second');
  expect(claimIds(box)).toEqual(['c']);
});

test('without sources says so', () => {
  const { file } = datasetOf();
  expect(renderPanel(<SourcesTab />, buildDataset({ ...file, sources: [] })).box.textContent).toContain(
    'names no sources',
  );
});

test('under the public clock nothing is dropped: what became public later says so, and keeps its denials', () => {
  const { box, store, doing } = renderPanel(<SourcesTab />, story);
  expect(box.textContent).not.toContain('became public later');
  doing(() => store.dispatch('setClock', { asOf: dayNumber(2022, 10, 31) }));
  expect(claimIds(box)).toHaveLength(story.claims.size);
  const later = [...box.querySelectorAll('[data-claim]')].filter(({ textContent }) =>
    textContent.includes('became public later, on 25 October 2024'),
  );
  expect(later).toHaveLength(story.claims.size - 5);
  expect(box.querySelector('.reading-later')?.textContent).toBe(
    `${later.length} of ${story.claims.size} claims were not public by 31 October 2022, and say so.`,
  );
  expect(findByText(box, '[data-claim]', 'Musk has been accused')?.textContent).toContain('≠ denied by Elon Musk');
});

test('filters do not cut the reading', () => {
  const { box, store, doing } = renderPanel(<SourcesTab />, story);
  const before = box.textContent;
  doing(() => store.dispatch('setFilters', { ...NO_FILTERS, modalities: ['rumoured'] }));
  expect(box.textContent).toBe(before);
});
