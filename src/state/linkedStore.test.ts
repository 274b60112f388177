import { expect, test } from 'vitest';
import type { EntityId } from '../model/records.ts';
import { NO_FILTERS } from '../model/view.ts';
import { buildInitialState } from './appState.ts';
import { createAppStore } from './createAppStore.ts';
import { followUrl } from './followUrl.ts';
import { readPacked, writeLink } from './linkCodec.ts';
import { openClock, openWindow, sample } from './urlFixture.ts';

const dataset = sample('home', ['a', 'b', 'c', 'd']);
const ids = (...names: string[]): EntityId[] => names as EntityId[];

function open(hash = '') {
  const store = createAppStore(buildInitialState(dataset, null));
  const page = openWindow(hash);
  const clock = openClock();
  const following = followUrl(store, page, {
    load: () => Promise.resolve({ writeLink, readPacked }),
    wait: clock.wait,
  });
  return { ...following, store, page, clock };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('what commands do comes back from the address, and Back undoes it in the address too', async () => {
  const { store, page, clock } = open();
  const { dispatch, getState } = store;
  dispatch('setFilters', { modalities: ['stated'], text: 'a' });
  await settle();
  for (const asOf of [19_000, 19_001, 19_002]) {
    clock.pass(1000);
    dispatch('setClock', { asOf, playing: true });
  }
  clock.pass(1000);
  dispatch('hide', ids('b'));
  dispatch('moveNodes', new Map([[ids('a')[0] as EntityId, { x: 1.239, y: -5 }]]));
  clock.pass(1000);
  dispatch('arrange', 'kind');
  dispatch('undo');
  dispatch('light', 'id a' as never);
  dispatch('askPath', { from: ids('a')[0] as EntityId, to: ids('c')[0] as EntityId });
  dispatch('lookAt', { x: 10.25, y: 3, zoom: 1.5 });
  clock.pass(1000);
  // The opening, filters, the clock as one, hiding with its move, arranging, undoing, voice, question with the camera.
  expect(page.entries).toHaveLength(8);
  const there = open(page.location.hash);
  await there.ready;
  const { view, cameraAt, question, voice } = there.store.getState();
  expect({ view, cameraAt, question, voice }).toEqual({
    view: getState().view,
    cameraAt: getState().cameraAt,
    question: getState().question,
    voice: getState().voice,
  });
  expect(view.filters).toEqual({ ...NO_FILTERS, modalities: ['stated'], text: 'a' });
  expect(view.moved.get(ids('a')[0] as EntityId)).toEqual({ x: 1.24, y: -5 });
  const { length } = page.entries;
  for (let step = 1; step < length; step += 1) {
    page.back();
    await settle();
  }
  expect(getState()).toMatchObject({ view: buildInitialState(dataset, null).view, question: null, voice: null });
  expect(page.entries).toHaveLength(length);
});
