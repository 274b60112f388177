import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { dayNumber } from '../model/dates.ts';
import { changeStep } from '../model/editStory.ts';
import { parseStories } from '../model/parseStories.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { HOME } from '../model/view.ts';
import { buildInitialState } from './appState.ts';
import { createAppStore } from './createAppStore.ts';
import { findStepName, isAtStep } from './storyStep.ts';
import { writtenFile } from './writtenFile.ts';

const STORY = {
  id: 's',
  title: 'S',
  steps: [
    { id: 'whole', caption: 'All of it' },
    { id: 'early', caption: 'Before 2024', view: { asOf: '2023' }, selection: ['a'], show: ['a', 'b'] },
    { id: 'pair', caption: 'These two', selection: ['r'] },
  ],
};
const BAD = { id: 'bad' };
const dataset = buildDataset(
  sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c')])], {
    stories: [BAD, STORY],
  }),
);
const open = () => createAppStore(buildInitialState(dataset, null, parseStories(dataset)));

describe('telling a story', () => {
  test('shows each step: its view, its selection, its frame, and nothing that was open before', () => {
    const store = open();
    store.dispatch('light', 'unnamed' as never);
    store.dispatch('showTab', 'table');
    store.dispatch('startStory', 's');
    expect(store.getState()).toMatchObject({ view: HOME, selection: [], voice: null, tab: 'graph' });
    expect(store.getState().camera.ask).toBe('fit');
    store.dispatch('nextStep');
    const { view, selection, camera, playing } = store.getState();
    expect(view).toEqual({ ...HOME, asOf: dayNumber(2023, 12, 31) });
    expect(selection).toEqual(['a']);
    expect(camera.ask).toEqual({ frame: ['a', 'b'] });
    expect(playing).toMatchObject({ story: 's', step: 1 });
    expect(isAtStep(store.getState())).toBe(true);
  });

  test('goes no further than its ends', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 2 });
    const last = store.getState();
    store.dispatch('nextStep');
    store.dispatch('goToStep', { story: 's', step: 3 });
    store.dispatch('startStory', 'bad');
    expect(store.getState()).toBe(last);
  });

  test('is one step of undo however many steps were read', () => {
    const store = open();
    store.dispatch('setFilters', { minOrigins: 1 });
    const own = store.getState().view;
    store.dispatch('startStory', 's');
    for (let i = 0; i < 2; i += 1) store.dispatch('nextStep');
    store.dispatch('previousStep');
    expect(store.getState().past).toEqual([HOME, own]);
    store.dispatch('undo');
    expect(store.getState().view).toBe(own);
  });

  test('closed at a step, it gives back the view from before, and leaves no trace in undo', () => {
    const store = open();
    store.dispatch('setFilters', { minOrigins: 1 });
    const own = store.getState();
    store.dispatch('startStory', 's');
    store.dispatch('nextStep');
    store.dispatch('endStory');
    const { view, past, playing, selection } = store.getState();
    expect({ view, past, playing, selection }).toEqual({
      view: own.view,
      past: own.past,
      playing: null,
      selection: [],
    });
  });

  test('closed after the reader has gone on, it leaves what the reader made', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 1 });
    store.dispatch('hide', ['b'] as never);
    expect(isAtStep(store.getState())).toBe(false);
    const made = store.getState().view;
    store.dispatch('endStory');
    expect(store.getState()).toMatchObject({ view: made, playing: null });
  });

  test('Escape closes it at its step; else first what the reader has selected', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 1 });
    store.dispatch('stepBack');
    expect(store.getState().playing).toBeNull();
    store.dispatch('goToStep', { story: 's', step: 1 });
    store.dispatch('select', { ids: ['b'] });
    store.dispatch('stepBack');
    expect(store.getState()).toMatchObject({ selection: [], playing: { step: 1 } });
    store.dispatch('stepBack');
    expect(store.getState().playing).toBeNull();
  });

  test('opened by a link, it is nothing to be undone', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 1, isLinked: true });
    expect(store.getState().past).toEqual([]);
    store.dispatch('endStory');
    expect(store.getState().view).toBe(HOME);
  });
});

describe('writing stories', () => {
  test('the step that is told stays told where it moves, and is left where it goes', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 1 });
    const [story] = store.getState().stories;
    const turned = { ...story!, steps: story!.steps.toReversed().slice(0, 2).toReversed() };
    store.dispatch('setStories', [turned]);
    expect(store.getState().playing).toMatchObject({ step: 0 });
    expect(isAtStep(store.getState())).toBe(true);
    store.dispatch('setStories', []);
    expect(store.getState().playing).toBeNull();
  });

  test('new words do not make a step another view, but no link leads to it', () => {
    const store = open();
    store.dispatch('goToStep', { story: 's', step: 1 });
    expect(findStepName(store.getState())).toEqual({ story: 's', step: 'early' });
    store.dispatch(
      'setStories',
      store.getState().stories.map((each) => changeStep(each, 'early', { caption: 'New' })),
    );
    expect(isAtStep(store.getState())).toBe(true);
    expect(findStepName(store.getState())).toBeNull();
  });

  test('the file holds them as they are now, with those that cannot be played', () => {
    const store = open();
    expect(writtenFile(store.getState())).toBe(dataset.file);
    store.dispatch(
      'setStories',
      store.getState().stories.map((each) => ({ ...each, title: 'New' })),
    );
    expect(writtenFile(store.getState())).toEqual({ ...dataset.file, stories: [{ ...STORY, title: 'New' }, BAD] });
    store.dispatch('setStories', []);
    expect(writtenFile(store.getState()).stories).toEqual([BAD]);
  });
});
