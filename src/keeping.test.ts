import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTabs, keptFile, openFile, openStorage, reportOf } from './keepingFixture.ts';
import { DataError } from './model/dataError.ts';
import { writtenFile } from './state/writtenFile.ts';

let tabs = createTabs('none');
let count = 0;
const tab: typeof tabs.tab = (options) => tabs.tab(options);
const keptTab: typeof tabs.keptTab = (file, options) => tabs.keptTab(file, options);

beforeEach(() => {
  tabs = createTabs(`keeping${(count += 1)}`);
  vi.stubGlobal('BroadcastChannel', tabs.network.Channel);
});
afterEach(() => tabs.close());

const story = { id: 's', title: 'S', steps: [{ id: 'one', caption: 'Once' }] };
describe('keeping', () => {
  test('what was opened is kept, with what the start screen says of it', async () => {
    const { shelf } = await keptTab();
    const [entry, ...others] = await shelf.list();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ title: 'About a', entities: 3, relations: 2, format: 'csv', savedTo: null });
    expect(entry?.bytes).toBeGreaterThan(100);
    expect(await shelf.current()).toBe(entry?.key);
  });

  test('the bundled story is not kept, and looking makes no database', async () => {
    const { shelf, store, pass } = tab().begin();
    store.dispatch('select', { ids: ['Ada'] });
    store.dispatch('setView', { asOf: 3 });
    await pass();
    expect(await shelf.list()).toEqual([]);
    expect((await shelf.state()).problem).toBe(null);
    expect(await shelf.recallMapping('k')).toBe(null);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(tabs.name);
  });

  test('the bundled story is kept once a story is written into it', async () => {
    const { shelf, store, pass } = tab().begin();
    store.dispatch('setStories', [story]);
    await pass();
    expect(await shelf.list()).toHaveLength(1);
    store.dispatch('setStories', []);
    await pass();
    expect(await shelf.list()).toHaveLength(1);
  });

  test('the same content with nothing done to it is kept once', async () => {
    const { shelf, store, pass } = await keptTab();
    openFile(store, keptFile('a'));
    await pass();
    expect(await shelf.list()).toHaveLength(1);
    store.dispatch('setView', { asOf: 100 });
    await pass();
    openFile(store, keptFile('a'));
    await pass();
    expect(await shelf.list()).toHaveLength(2);
  });

  test('what opens next leaves what was done before it was written', async () => {
    const { shelf, store, pass } = await keptTab();
    const [first] = await shelf.list();
    store.dispatch('setView', { asOf: 100 });
    openFile(store, keptFile('b'));
    await pass();
    expect((await shelf.list()).map(({ title }) => title)).toEqual(['About b', 'About a']);
    await shelf.open(first!.key);
    expect(store.getState().view.asOf).toBe(100);
    await shelf.open(null);
    expect(store.getState().dataset.file.id).toBe('bundled');
    expect(await shelf.current()).toBe(null);
    await pass();
    expect(await shelf.list()).toHaveLength(2);
  });

  test('mappings are remembered', async () => {
    const { shelf } = await keptTab();
    const mapping = { tables: [], wordings: [['a', 'b']] } as const;
    await shelf.rememberMapping('["__proto__"]', mapping);
    expect(await shelf.recallMapping('["__proto__"]')).toEqual(mapping);
    expect(await shelf.recallMapping('[]')).toBe(null);
  });
});

describe('a tab that is loaded again', () => {
  test('returns to where one was', async () => {
    const first = await keptTab({ ...keptFile('a'), stories: [story] });
    const callouts = [{ id: 'n', at: { entity: 'Ada' as never }, text: 'Here' }];
    const moved = new Map([['Ada' as never, { x: 1, y: 2 }]]);
    const filters = { ...first.store.getState().view.filters, text: 'owns' };
    first.store.dispatch('setView', { asOf: 100, hidden: ['Cy' as never], moved, callouts, filters });
    first.store.dispatch('showTab', 'table');
    first.store.dispatch('select', { ids: ['Ada', 'r0'] });
    await first.pass();
    const before = first.store.getState();
    expect(first.session.entries.get('sayso.tab')).toContain('Opening About a …');
    const again = tab({ session: first.session });
    const taken = await again.keeping.takeUp();
    for (const key of ['view', 'selection', 'tab', 'stories', 'report'] as const) {
      expect(taken.state[key]).toEqual(before[key]);
    }
    expect(writtenFile(taken.state)).toEqual(writtenFile(before));
    const { shelf, store, pass } = again.begin(taken.state);
    store.dispatch('setView', { asOf: 200 });
    await pass();
    expect(await shelf.list()).toHaveLength(1);
  });

  test('what was done just before it was left is not lost', async () => {
    const first = await keptTab();
    first.setHash('#v1&d=a');
    first.store.dispatch('setView', { asOf: 100 });
    const { entries } = first.session;
    first.leave();
    // The browser ends the page before the database has answered.
    const left = new Map(entries);
    const session = Object.assign(openStorage(), { entries: left, getItem: (key: string) => left.get(key) ?? null });
    await first.pass();
    const same = tab({ session: first.session, hash: '#v1&d=a' });
    const taken = await same.keeping.takeUp();
    expect(taken.state.view.asOf).toBe(100);
    expect(taken.restored?.view.asOf).toBe(100);
    // What was written after all is newer than what was left.
    const other = tab({ session, hash: '#v1&d=a&s=Ben' });
    expect((await other.keeping.takeUp()).restored).toBe(null);
  });

  test('takes up what was left but not written, and writes it', async () => {
    const first = await keptTab();
    first.close();
    vi.stubGlobal('indexedDB', undefined);
    first.store.dispatch('setView', { asOf: 100 });
    first.leave();
    await first.pass();
    vi.unstubAllGlobals();
    vi.stubGlobal('BroadcastChannel', tabs.network.Channel);
    const again = tab({ session: first.session });
    const taken = await again.keeping.takeUp();
    expect(taken.state.view.asOf).toBe(100);
    const { pass } = again.begin(taken.state);
    await pass();
    first.session.entries.delete('sayso.place');
    expect((await tab({ session: first.session }).keeping.takeUp()).state.view.asOf).toBe(100);
  });

  test('says so where what it had open is gone or not whole, and deletes nothing', async () => {
    const first = await keptTab();
    const [entry] = await first.shelf.list();
    await first.database.write((db) =>
      db.put('bodies', { key: entry!.key, blob: new Blob(['{\n"sayso":1,\n"ent']), report: null }),
    );
    const broken = await tab({ session: first.session })
      .keeping.takeUp()
      .catch((error: unknown) => error);
    expect(broken).toMatchObject({ code: 'kept-unreadable', where: 'About a' });
    expect(await first.shelf.list()).toHaveLength(1);
    expect(first.session.entries.has('sayso.tab')).toBe(true);
    await expect(first.shelf.open(entry!.key)).rejects.toBeInstanceOf(DataError);
    expect(first.store.getState().dataset.file.id).toBe('a');
    await first.shelf.remove(entry!.key);
    await expect(first.shelf.open(entry!.key)).rejects.toMatchObject({ code: 'kept-gone' });
  });

  test('a place that cannot be read opens the dataset as it is', async () => {
    const first = await keptTab();
    const [entry] = await first.shelf.list();
    const place = { view: { focus: 'x' }, selection: [] } as never;
    await first.database.write((db) => db.put('views', { key: entry!.key, place }));
    const taken = await tab({ session: first.session }).keeping.takeUp();
    expect([taken.state.dataset.file.id, taken.restored]).toEqual(['a', null]);
  });
});

describe('storage that fails', () => {
  test('missing or refused: told once, and everything else goes on', async () => {
    const refuse = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    };
    for (const broken of [undefined, refuse]) {
      vi.stubGlobal('indexedDB', broken);
      const { shelf, store, pass, notice } = await keptTab();
      expect(notice()).toBe('refused');
      expect(await shelf.list()).toEqual([]);
      expect(await shelf.state()).toMatchObject({ problem: 'refused' });
      store.dispatch('report', { keptNotice: null });
      store.dispatch('setView', { asOf: 100 });
      await pass();
      expect(notice()).toBe(null);
      await shelf.rememberMapping('k', { tables: [], wordings: [] });
      expect(await shelf.recallMapping('k')).toBe(null);
    }
  });

  test('full: what was kept before stays, the reader is told once, and it goes on when there is room', async () => {
    const { shelf, store, pass, notice, session } = await keptTab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    store.dispatch('setStories', [story]);
    await pass();
    expect(notice()).toBe('full');
    expect(await shelf.state()).toMatchObject({ problem: 'full' });
    store.dispatch('report', { keptNotice: null });
    store.dispatch('setView', { asOf: 100 });
    await pass();
    expect(notice()).toBe(null);
    const before = await tab({ session }).keeping.takeUp();
    expect([before.state.stories, before.state.view.asOf]).toEqual([[], null]);
    put.mockRestore();
    store.dispatch('setView', { asOf: 200 });
    await pass();
    const after = await tab({ session }).keeping.takeUp();
    expect([after.state.stories, after.state.view.asOf]).toEqual([[story], 200]);
    expect(await shelf.state()).toMatchObject({ problem: null });
  });

  test('volatile: said, and asked for', async () => {
    let isPersisted = false;
    const storage = {
      persisted: async () => isPersisted,
      persist: async () => (isPersisted = true),
      estimate: async () => ({ usage: 5, quota: 10 }),
    };
    const { shelf } = tab({ storage }).begin();
    expect(await shelf.state()).toEqual({ problem: 'volatile', usage: 5, quota: 10 });
    expect(await shelf.persist()).toBe(true);
    expect(await shelf.state()).toEqual({ problem: null, usage: 5, quota: 10 });
  });

  test('closed by the browser: it opens again with the next write', async () => {
    const { shelf, store, pass, notice, database } = await keptTab();
    await database.read(async (db) => db.close());
    store.dispatch('setView', { asOf: 100 });
    await pass();
    expect(notice()).toBe(null);
    expect(await shelf.list()).toHaveLength(1);
  });

  test('upgraded by a newer page in another tab: it lets go, and the reader is told', async () => {
    const { store, pass, notice, shelf } = await keptTab();
    const newer = await openDB(tabs.name, 2);
    store.dispatch('setView', { asOf: 100 });
    await pass();
    expect(notice()).toBe('refused');
    expect(await newer.getAll('datasets')).toHaveLength(1);
    newer.close();
    expect(await shelf.list()).toEqual([]);
  });
});

test('a report is kept with the dataset', async () => {
  const mine = tab();
  const { store, pass } = mine.begin();
  const report = {
    ...reportOf('gexf'),
    issues: [{ code: 'x', where: 'line 3', params: {}, severity: 'note' as const }],
  };
  openFile(store, keptFile('a'), report);
  await pass();
  expect((await tab({ session: mine.session }).keeping.takeUp()).state.report).toEqual(report);
});
