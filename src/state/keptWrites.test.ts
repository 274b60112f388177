import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createKeptDatabase, type KeptDatabase } from './keptDatabase.ts';
import type { KeptPlace } from './keptRecords.ts';
import { type KeptChange, readKept, writeKept } from './keptWrites.ts';

let count = 0;
const KEY = 'k';

function changeOf(text: string): KeptChange {
  const meta = { key: KEY, stamp: text, id: 'a', title: text, isCopy: false, entities: 0, relations: 0, bytes: 1 };
  return {
    meta: { ...meta, changed: 1, format: 'csv', digest: null, isBare: true },
    body: { key: KEY, blob: new Blob([text]), report: null },
    place: { tab: text } as unknown as KeptPlace,
    isWork: true,
  };
}

interface Writer {
  readonly database: KeptDatabase;
  /** The revision and text that this tab has seen. */
  seen: { readonly revision: number; readonly text: string } | null;
}

/** Reads and writes of three tabs in any order, some of them at the same time. */
const STEPS = fc.array(
  fc.array(fc.record({ tab: fc.nat(2), act: fc.constantFrom('write', 'read', 'close') }), {
    minLength: 1,
    maxLength: 4,
  }),
  { maxLength: 12 },
);

test('no write is ever lost silently: each one that was taken has been seen by the next', async () => {
  await fc.assert(
    fc.asyncProperty(STEPS, async (rounds) => {
      const name = `writes${(count += 1)}`;
      const tabs: Writer[] = [0, 1, 2].map(() => ({ database: createKeptDatabase(name), seen: null }));
      const taken: { readonly text: string; readonly over: string; readonly revision: number }[] = [];
      let serial = 0;
      const act = async ({ tab, act: what }: { tab: number; act: string }): Promise<void> => {
        const mine = tabs[tab]!;
        if (what === 'close') return mine.database.close();
        if (what === 'read') {
          const kept = await mine.database.read((db) => readKept(db, KEY));
          if (kept) {
            const text = await kept.body.blob.text();
            // Dataset, view and what is known of them are always of one write.
            expect([kept.meta.title, kept.place?.tab]).toEqual([text, text]);
            mine.seen = { revision: kept.meta.revision, text };
          }
          return;
        }
        const text = `text${(serial += 1)}`;
        const { revision: base, text: over } = mine.seen ?? { revision: 0, text: '' };
        const answer = await mine.database.write((db) => writeKept(db, base, changeOf(text)));
        if (answer.outcome !== 'written') return;
        taken.push({ text, over, revision: answer.revision });
        mine.seen = { revision: answer.revision, text };
      };
      for (const round of rounds) {
        // A tab does one thing at a time.
        const once = [...new Map(round.map((step) => [step.tab, step])).values()];
        await Promise.all(once.map(act));
      }
      taken.sort((a, b) => a.revision - b.revision);
      expect(taken.map(({ over }) => over)).toEqual(['', ...taken.map(({ text }) => text)].slice(0, taken.length));
      const last = await tabs[0]!.database.read((db) => readKept(db, KEY));
      expect((await last?.body.blob.text()) ?? '').toBe(taken.at(-1)?.text ?? '');
      for (const { database } of tabs) database.close();
    }),
    { numRuns: 60 },
  );
});

test('a write whose answer was lost is known when it is tried again', async () => {
  const database = createKeptDatabase('again');
  const change = changeOf('once');
  expect(await database.write((db) => writeKept(db, 0, change))).toEqual({ outcome: 'written', revision: 1 });
  expect(await database.write((db) => writeKept(db, 0, change))).toEqual({ outcome: 'written', revision: 1 });
  database.close();
});

test('a write over what was deleted makes nothing anew', async () => {
  const database = createKeptDatabase('gone');
  expect(await database.write((db) => writeKept(db, 3, changeOf('late')))).toEqual({ outcome: 'gone' });
  expect(await database.read((db) => db.getAll('datasets'))).toEqual([]);
  database.close();
});

test('a browser that never answers counts as one that refuses', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('indexedDB', {
    open: () => Object.assign(new EventTarget(), Object.create(IDBOpenDBRequest.prototype)),
  });
  const asking = createKeptDatabase('silent')
    .read(async () => 1)
    .catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asking).toMatchObject({ code: 'kept-refused' });
  vi.useRealTimers();
});
