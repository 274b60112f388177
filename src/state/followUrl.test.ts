import { describe, expect, test, vi } from 'vitest';
import type { EntityId } from '../model/records.ts';
import { HOME, NO_FILTERS, type View } from '../model/view.ts';
import { type AppState, buildInitialState } from './appState.ts';
import { followUrl } from './followUrl.ts';
import { readFragment } from './fragment.ts';
import { readPacked, writeLink } from './linkCodec.ts';
import { unpackView } from './packView.ts';
import { openClock, openStore, openWindow, sample } from './urlFixture.ts';
import type { LinkCodec } from './urlWriter.ts';

const dataset = sample('home', ['a', 'b', 'c']);
const id = (name: string): EntityId => name as EntityId;

const codec: LinkCodec = { writeLink, readPacked };

function open(hash = '', load = () => Promise.resolve(codec)) {
  const page = openWindow(hash);
  const clock = openClock();
  const { store, set, setView } = openStore(dataset);
  const { ready, stop } = followUrl(store, page, { load, wait: clock.wait });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return { page, clock, store, set, setView, ready, stop, settle };
}

const linkTo = (view: Partial<View>, others: Partial<AppState> = {}): string =>
  codec.writeLink({ ...buildInitialState(dataset, null), view: { ...HOME, ...view }, ...others }).fragment;

describe('what is done is in the address', () => {
  test('each selection, focus and tab is a step, at once and without the codec', () => {
    const load = vi.fn<() => Promise<LinkCodec>>(() => Promise.resolve(codec));
    const { page, set, setView } = open('', load);
    set({ selection: ['a'] });
    set({ selection: ['b'] });
    setView({ focus: { ids: [id('a')], hops: 1 } });
    set({ tab: 'timeline' });
    set({ selection: [], tab: 'graph', view: HOME });
    expect(page.entries).toEqual(['', '#v1&s=a', '#v1&s=b', '#v1&s=b&f=1:a', '#v1&s=b&f=1:a&t=timeline', '/sub/?x']);
    expect(load).not.toHaveBeenCalled();
  });

  test('steps that wait for the codec are written in order', async () => {
    const { page, set, setView, settle } = open();
    setView({ hidden: [id('a')] });
    set({ selection: ['b'] });
    setView({ hidden: [] });
    expect(page.entries).toHaveLength(1);
    await settle();
    expect(page.entries).toEqual([
      '',
      linkTo({ hidden: [id('a')] }),
      linkTo({ hidden: [id('a')] }, { selection: ['b'] }),
      '#v1&s=b',
    ]);
  });

  test('each callout is a step, and Back takes it out again', async () => {
    const callouts = [{ id: 'c1', at: { entity: id('a') }, text: 'Since when?' }];
    const { page, store, setView, settle } = open();
    setView({ callouts });
    await settle();
    expect(page.entries).toEqual(['', linkTo({ callouts })]);
    page.back();
    await settle();
    expect(store.getState().view.callouts).toEqual([]);
  });

  test('what follows fast upon its like is one step: typing, playing a clock, dragging', async () => {
    const { page, clock, setView, set, settle } = open();
    for (const text of ['m', 'mu', 'mus']) {
      setView({ filters: { ...NO_FILTERS, text } });
      clock.pass(100);
    }
    await settle();
    clock.pass(300);
    expect(page.entries).toEqual(['', linkTo({ filters: { ...NO_FILTERS, text: 'mus' } })]);
    clock.pass(1000);
    setView({ filters: NO_FILTERS, asOf: 19_000 });
    clock.pass(1000);
    // A playing clock is slower, but no new step of undo.
    for (const asOf of [19_001, 19_002]) {
      setView({ asOf }, false);
      clock.pass(1000);
    }
    expect(page.entries.slice(2)).toEqual([linkTo({ asOf: 19_002 })]);
    set({ cameraAt: { x: 1, y: 2, zoom: 2 } });
    setView({ moved: new Map([[id('a'), { x: 1, y: 2 }]]) });
    expect(page.entries).toHaveLength(3);
    // The next step finds the last one as it was left.
    set({ selection: ['c'] });
    expect(page.entries).toHaveLength(4);
    expect(unpackView(readFragment(page.entries[2] ?? '')?.packed ?? '')?.cameraAt).toEqual({ x: 1, y: 2, zoom: 2 });
  });

  test('a dataset that did not come with the page is named', () => {
    const { page, set } = open();
    set({ dataset: sample('other', ['x', 'y']), datasetVersion: 2 });
    expect(page.entries).toEqual(['']);
    set({ selection: ['x'] });
    expect(page.entries.at(-1)).toBe('#v1&s=x&d=other');
  });

  test('a browser that refuses to write, or code that does not come, stops nothing', async () => {
    const { page, set, setView, settle } = open('', () => Promise.reject(new Error('offline')));
    setView({ hidden: [id('a')] });
    await settle();
    setView({ hidden: [] });
    set({ selection: ['a'] });
    expect(page.entries.at(-1)).toBe('#v1&s=a');
    page.history.pushState = () => {
      throw new Error('too many');
    };
    expect(() => set({ selection: ['b'] })).not.toThrow();
  });

  test('nothing is written after the end', () => {
    const { page, clock, set, stop } = open();
    set({ cameraAt: { x: 1, y: 2, zoom: 2 } });
    stop();
    set({ selection: ['a'] });
    clock.pass(1000);
    expect(page.entries).toEqual(['']);
  });
});

describe('what is in the address is shown', () => {
  test('a plain link at once, a rich one when its code has come', async () => {
    expect(open('#v1&s=a&f=1:b&t=table').store.getState()).toMatchObject({
      selection: ['a'],
      view: { ...HOME, focus: { ids: ['b'], hops: 1 } },
      tab: 'table',
      failure: null,
    });
    const moved = new Map([[id('a'), { x: 12.34, y: -5 }]]);
    const question = { from: id('a'), to: id('b'), everything: true, chosen: 2 };
    const link = linkTo({ moved, asOf: 19_290, held: { from: null, to: 20_000 } }, { question, selection: ['c'] });
    const { store, ready, page } = open(link);
    expect(store.getState().view).toBe(HOME);
    await ready;
    expect(store.getState()).toMatchObject({ selection: ['c'], question, failure: null });
    expect(store.getState().view).toEqual({ ...HOME, moved, asOf: 19_290, held: { from: null, to: 20_000 } });
    expect(page.entries).toEqual([link]);
  });

  test('Back and Forward restore without a new step, home too', async () => {
    const { page, store, set, setView, settle } = open();
    setView({ hidden: [id('a')] });
    await settle();
    set({ selection: ['b'] });
    page.back();
    await settle();
    expect(store.getState()).toMatchObject({ selection: [], view: { hidden: ['a'] } });
    page.back();
    expect(store.getState().view).toEqual(HOME);
    expect(page.entries).toHaveLength(3);
  });

  test('the last of two addresses is shown, however long their code takes', async () => {
    const { page, store, settle } = open('#v1&s=a');
    page.goTo(linkTo({ hidden: [id('a')] }));
    page.goTo('#v1&s=b');
    await settle();
    expect(store.getState()).toMatchObject({ selection: ['b'], view: HOME });
    expect(store.getState().failure).toBeNull();
  });

  test('what rests in the air is not written over the address that is gone to', () => {
    const { page, clock, set } = open();
    set({ selection: ['a'] });
    set({ selection: ['b'] });
    set({ cameraAt: { x: 1, y: 2, zoom: 2 } });
    page.back();
    clock.pass(1000);
    expect(page.entries).toEqual(['', '#v1&s=a', '#v1&s=b']);
  });

  test.each(['#v1&s=%E0%A4%A', '#v9&s=a', '#v1&s=a&z=AAAA', '#v1&z=%22', `#v1&s=${'a,'.repeat(20_000)}`])(
    '%.20s is refused with a sentence, and the default view is shown',
    async (hash) => {
      const { page, store, settle } = open('#v1&s=b&f=1:a');
      page.goTo(hash);
      await settle();
      expect(store.getState()).toMatchObject({ selection: [], view: HOME, failure: { code: 'bad-link' } });
      expect(page.location.hash).toBe(hash);
    },
  );

  test('a place in the page is no link', () => {
    const { page, store } = open('#v1&s=b');
    page.goTo('#graph');
    expect(store.getState()).toMatchObject({ selection: ['b'], failure: null });
  });

  test('without its code a link says so', async () => {
    const { store, ready } = open(linkTo({ hidden: [id('a')] }), () => Promise.reject(new Error('offline')));
    await ready;
    expect(store.getState().failure?.code).toBe('late-code');
  });
});

describe('a link for other data', () => {
  test('names what the dataset does not have', async () => {
    expect(open('#v1&s=a,nobody').store.getState().failure).toMatchObject({
      code: 'unknown-id',
      params: { id: 'nobody' },
    });
    const { store, ready } = open(linkTo({ hidden: [id('a'), id('gone')] }));
    await ready;
    expect(store.getState().failure).toMatchObject({ code: 'outdated-link', params: { named: 2, dropped: 1 } });
    expect(store.getState().view.hidden).toEqual(['a']);
  });

  test('shows what applies, says so, and is shown whole when its data are opened', async () => {
    const other = sample('other', ['x', 'y', 'a']);
    const link = linkTo({ hidden: [id('x'), id('a')], pinned: [id('a')] }, { dataset: other, selection: ['y'] });
    const { page, store, set, ready, settle } = open(link);
    await ready;
    expect(store.getState()).toMatchObject({
      view: { hidden: ['a'], pinned: [] },
      failure: { code: 'other-dataset', params: { made: 'other', open: 'home', named: 3, dropped: 2 } },
    });
    set({ dataset: other, view: HOME, selection: [], failure: null });
    await settle();
    expect(store.getState()).toMatchObject({ view: { hidden: ['x', 'a'] }, selection: ['y'], failure: null });
    expect(readFragment(page.location.hash)).toMatchObject({ dataset: 'other', selection: ['y'] });
  });

  test('is said even where everything in it exists', () => {
    expect(open('#v1&s=a&d=another').store.getState()).toMatchObject({
      selection: ['a'],
      failure: { code: 'other-dataset', params: { named: 1, dropped: 0 } },
    });
    expect(open('#v1&s=a&d=home').store.getState().failure).toBeNull();
  });
});
