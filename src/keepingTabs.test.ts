import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createNetwork, keptFile, openFile, openTab } from './keepingFixture.ts';
import { readKept } from './state/keptWrites.ts';

let count = 0;
const ACTS = ['filter', 'story', 'pass', 'see', 'newer', 'copy', 'settle', 'leave'] as const;
const STEPS = fc.array(fc.record({ tab: fc.nat(1), act: fc.constantFrom(...ACTS) }), { maxLength: 14 });

/** Two tabs with the same dataset, whose readers do things in any order; `isHeard`: tabs can tell each other. */
async function live(steps: readonly { readonly tab: number; readonly act: string }[], isHeard: boolean): Promise<void> {
  const network = createNetwork();
  vi.stubGlobal('BroadcastChannel', isHeard ? network.Channel : undefined);
  const name = `tabs${(count += 1)}`;
  const opened = [openTab(name), openTab(name)];
  const [first, second] = opened.map((each) => each.begin());
  openFile(first!.store, keptFile('a'));
  await first!.pass();
  const [entry] = await first!.shelf.list();
  await second!.shelf.open(entry!.key);
  const both = [first!, second!];
  /** Everything that a reader wrote, and whether she gave it up herself. */
  const written: { readonly tab: number; readonly text: string; given: boolean }[] = [];
  for (const [i, { tab, act }] of steps.entries()) {
    const { store, shelf, pass, notice } = both[tab]!;
    const text = `text${i}`;
    if (act === 'filter') {
      store.dispatch('setView', { filters: { ...store.getState().view.filters, text } });
    } else if (act === 'story') {
      const story = { id: text, title: text, steps: [] };
      store.dispatch('setStories', [...store.getState().stories, story]);
      written.push({ tab, text, given: false });
    } else if (act === 'pass') await pass();
    else if (act === 'see') opened[tab]!.see();
    else if (act === 'leave') opened[tab]!.leave();
    else if (act === 'settle') void shelf.settle();
    else if (notice() === 'older') {
      await shelf.resolve(act === 'newer' ? 'newer' : 'copy');
      const has = new Set(store.getState().stories.map(({ id }) => id));
      // Of a copy nothing is given up.
      for (const each of written) each.given ||= act === 'newer' && each.tab === tab && !has.has(each.text);
    }
  }
  for (const { pass } of both) await pass();
  const kept = new Set<string>();
  for (const meta of await first!.shelf.list()) {
    const read = await opened[0]!.database.read((db) => readKept(db, meta.key));
    const text = (await read?.body.blob.text()) ?? '';
    for (const each of written) if (text.includes(`"${each.text}"`)) kept.add(each.text);
  }
  for (const [i, { store, notice }] of both.entries()) {
    const mine = written.filter(({ tab, given, text }) => tab === i && !given && !kept.has(text));
    // What is not kept is still on the page, whose reader knows.
    if (mine.length > 0) expect(notice()).toBe('older');
    const open = new Set(store.getState().stories.map(({ id }) => id));
    expect(mine.filter(({ text }) => !open.has(text))).toEqual([]);
  }
  network.clear();
  for (const each of opened) each.close();
}

test('nothing that a reader writes in one of two tabs is lost without her knowing', async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, fc.boolean(), (steps, isHeard) => live(steps, isHeard)),
    { numRuns: 50 },
  );
});
