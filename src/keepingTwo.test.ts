import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTabs, keptFile, openFile, openStorage } from './keepingFixture.ts';

let tabs = createTabs('none');
let count = 0;
const tab: typeof tabs.tab = (options) => tabs.tab(options);
const keptTab: typeof tabs.keptTab = (file, options) => tabs.keptTab(file, options);

beforeEach(() => {
  tabs = createTabs(`two${(count += 1)}`);
  vi.stubGlobal('BroadcastChannel', tabs.network.Channel);
});
afterEach(() => tabs.close());

const story = { id: 's', title: 'S', steps: [{ id: 'one', caption: 'Once' }] };
const settle = (ms = 8): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The first tab, and a second one that has the same open. */
async function twoTabs() {
  const first = await keptTab();
  const [entry] = await first.shelf.list();
  const second = tab();
  const begun = second.begin();
  await begun.shelf.open(entry!.key);
  await begun.pass();
  return { first, second: { ...second, ...begun }, key: entry!.key };
}

describe('two tabs', () => {
  test('the one that opens what the other has open is told once', async () => {
    const { first, second } = await twoTabs();
    expect([first.notice(), second.notice()]).toEqual([null, 'elsewhere']);
    second.store.dispatch('report', { keptNotice: null });
    await tab()
      .begin()
      .shelf.open((await first.shelf.list())[0]!.key);
    await settle();
    expect([first.notice(), second.notice()]).toEqual([null, null]);
  });

  test('the one with the older copy is told, and writes nothing more', async () => {
    const { first, second, key } = await twoTabs();
    first.store.dispatch('setView', { asOf: 100 });
    await first.pass();
    expect([first.notice(), second.notice()]).toEqual([null, 'older']);
    second.store.dispatch('setView', { asOf: 200 });
    await second.pass();
    await first.shelf.open(key);
    expect(first.store.getState().view.asOf).toBe(100);
  });

  test('"show the newer" gives up what was done here', async () => {
    const { first, second } = await twoTabs();
    first.store.dispatch('setView', { asOf: 100 });
    await first.pass();
    second.store.dispatch('setView', { asOf: 200 });
    await second.shelf.resolve('newer');
    expect(second.store.getState().view.asOf).toBe(100);
    second.store.dispatch('setView', { asOf: 300 });
    await second.pass();
    expect(first.notice()).toBe('older');
    expect(await second.shelf.list()).toHaveLength(1);
  });

  test('"keep mine as a copy" keeps both', async () => {
    const { first, second } = await twoTabs();
    first.store.dispatch('setView', { asOf: 100 });
    await first.pass();
    second.store.dispatch('setStories', [story]);
    await second.shelf.resolve('copy');
    expect(second.notice()).toBe(null);
    const titles = (await second.shelf.list()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['About a', 'About a (copy)']);
    expect([first.notice(), (await second.shelf.current()) === (await first.shelf.current())]).toEqual([null, false]);
  });

  test('what was done to the older copy stays as a copy when something else is opened', async () => {
    const { first, second } = await twoTabs();
    first.store.dispatch('setView', { asOf: 100 });
    await first.pass();
    second.store.dispatch('setView', { asOf: 200 });
    openFile(second.store, keptFile('b'));
    await second.pass();
    expect((await second.shelf.list()).map(({ title }) => title).toSorted()).toEqual([
      'About a',
      'About a (copy)',
      'About b',
    ]);
  });

  test('without a channel, revisions keep them apart, and coming back tells', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const { first, second } = await twoTabs();
    first.store.dispatch('setView', { asOf: 100 });
    await first.pass();
    expect(second.notice()).toBe(null);
    second.see();
    await second.pass();
    expect(second.notice()).toBe('older');
    first.store.dispatch('setView', { asOf: 150 });
    await first.pass();
    expect(first.notice()).toBe(null);
  });

  test('selection alone is no change that anybody could lose', async () => {
    const { first, second } = await twoTabs();
    first.store.dispatch('select', { ids: ['Ada'] });
    await first.pass();
    second.store.dispatch('select', { ids: ['Ben'] });
    await second.pass();
    expect([first.notice(), second.notice()]).toEqual([null, 'elsewhere']);
  });
});

describe('deleting', () => {
  test('one: it stays on the page and is no longer kept until it is opened again', async () => {
    const { first, second, key } = await twoTabs();
    await first.shelf.remove(key);
    await settle();
    expect([first.notice(), second.notice()]).toEqual([null, 'deleted']);
    for (const { store, pass, shelf } of [first, second]) {
      store.dispatch('setStories', [story]);
      await pass();
      expect(await shelf.list()).toEqual([]);
      expect(await shelf.current()).toBe(null);
    }
    expect(first.store.getState().dataset.file.id).toBe('a');
    expect(first.session.entries.size).toBe(0);
    openFile(first.store, keptFile('a'));
    await first.pass();
    expect(await first.shelf.list()).toHaveLength(1);
  });

  test('everything: database, settings and what tabs remember', async () => {
    const local = openStorage();
    local.setItem('sayso.theme', 'dark');
    local.setItem('another page', 'stays');
    const first = await keptTab(keptFile('a'), { local });
    const second = await keptTab(keptFile('b'));
    await first.shelf.rememberMapping('k', { tables: [], wordings: [] });
    await first.shelf.removeAll();
    await settle();
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(tabs.name);
    expect([...local.entries.keys()]).toEqual(['another page']);
    expect([first.session.entries.size, second.session.entries.size]).toEqual([0, 0]);
    second.store.dispatch('setView', { asOf: 100 });
    second.leave();
    await second.pass();
    expect(second.notice()).toBe('deleted');
    expect(await second.shelf.list()).toEqual([]);
    expect(second.session.entries.size).toBe(0);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(tabs.name);
  });
});
