import { expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { dayNumber } from '../model/dates.ts';
import { parseStories } from '../model/parseStories.ts';
import { sampleEntity, sampleFile } from '../model/sampleFixture.ts';
import { HOME } from '../model/view.ts';
import { buildInitialState } from './appState.ts';
import { createAppStore } from './createAppStore.ts';
import { followUrl } from './followUrl.ts';
import { readPacked, writeLink } from './linkCodec.ts';
import { openClock, openWindow } from './urlFixture.ts';

const steps = [
  { id: 'one', caption: '1' },
  { id: 'two', caption: '2', view: { asOf: '2023' }, selection: ['a'] },
  { id: 'three', caption: '3', view: { hidden: ['b'] } },
];
const file = { ...sampleFile([sampleEntity('a'), sampleEntity('b')], []), stories: [{ id: 's', title: 'S', steps }] };
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(hash = '', dataset = buildDataset(file)) {
  const store = createAppStore(buildInitialState(dataset, null, parseStories(dataset)));
  const page = openWindow(hash);
  const load = () => Promise.resolve({ writeLink, readPacked });
  const { ready } = followUrl(store, page, { load, wait: openClock().wait });
  await ready;
  return { store, page };
}

test('each step is one in the address, which says which and nothing else; Back goes through them', async () => {
  const { store, page } = await open();
  store.dispatch('startStory', 's');
  store.dispatch('nextStep');
  store.dispatch('nextStep');
  expect(page.entries).toEqual(['', '#v1&p=s:one', '#v1&p=s:two', '#v1&p=s:three']);
  page.back();
  expect(store.getState()).toMatchObject({ playing: { step: 1 }, selection: ['a'] });
  expect(store.getState().view.asOf).toBe(dayNumber(2023, 12, 31));
  page.back();
  page.back();
  expect(store.getState()).toMatchObject({ playing: null, view: HOME, selection: [] });
  expect(page.entries).toHaveLength(4);
});

test('a shared link opens its step', async () => {
  const { store } = await open();
  store.dispatch('goToStep', { story: 's', step: 1 });
  const { fragment, left } = writeLink(store.getState());
  expect([fragment, left]).toEqual(['#v1&d=sample&p=s:two', []]);
  const there = await open(fragment);
  expect(there.store.getState()).toMatchObject({ playing: { story: 's', step: 1 }, selection: ['a'], failure: null });
  expect(there.store.getState().past).toEqual([]);
});

test('a reader who has gone on from a step comes back to what was shown, with the story', async () => {
  const { store, page } = await open();
  store.dispatch('goToStep', { story: 's', step: 1 });
  store.dispatch('select', { ids: ['b'] });
  await settle();
  expect(page.location.hash).toMatch(/^#v1&s=b&d=sample&z=[\w-]+&p=s:two$/);
  const there = await open(page.location.hash);
  const { view, selection, playing } = there.store.getState();
  expect({ view, selection }).toEqual({ view: store.getState().view, selection: ['b'] });
  expect(playing).toMatchObject({ story: 's', step: 1 });
  there.store.dispatch('endStory');
  expect(there.store.getState().selection).toEqual(['b']);
});

test('a step that is shown as nothing special names no step once the reader has left it', async () => {
  const { store, page } = await open();
  store.dispatch('goToStep', { story: 's', step: 1 });
  store.dispatch('startOver');
  expect(page.entries.at(-1)).toBe('/sub/?x');
});

test('a step that is gone leads to the story’s beginning, a story that is gone to the opening view; both are said', async () => {
  const lost = await open('#v1&p=s:four');
  expect(lost.store.getState()).toMatchObject({ playing: { step: 0 }, failure: { code: 'unknown-step' } });
  const none = await open('#v1&p=t:one');
  expect(none.store.getState()).toMatchObject({ playing: null, view: HOME, failure: { code: 'unknown-step' } });
});

test('a link for other data opens its step when they come', async () => {
  const { store } = await open('#v1&d=sample&p=s:two', buildDataset({ ...file, id: 'elsewhere', stories: [] }));
  expect(store.getState()).toMatchObject({ playing: null, failure: { code: 'other-dataset' } });
  const dataset = buildDataset(file);
  store.dispatch('openDataset', { dataset, placement: null, told: parseStories(dataset) });
  await settle();
  expect(store.getState().playing).toMatchObject({ story: 's', step: 1 });
});

test('a story that was written here is linked by what it shows', async () => {
  const { store } = await open();
  store.dispatch(
    'setStories',
    store.getState().stories.map((story) => ({ ...story })),
  );
  store.dispatch('goToStep', { story: 's', step: 1 });
  expect(writeLink(store.getState()).fragment).toMatch(/^#v1&s=a&d=sample&z=/);
  expect(writeLink(store.getState()).fragment).not.toContain('p=');
});
