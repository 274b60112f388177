import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import type { DatasetFile } from '../src/model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../src/model/sampleFixture.ts';
import { openSite, STORY, untilLive } from './site.ts';

const NAMES = ['Ada', 'Ben', 'Cy', 'Dot'];
const FILE = sampleFile(
  NAMES.map((name) => sampleEntity(name)),
  NAMES.slice(1).map((name, i) => sampleRelation(`r${i}`, 'Ada', name, [sampleClaim(`c${i}`)])),
  { id: 'circle', title: 'The circle of Ada', notes: 'for my eyes only' },
);

async function openFile(page: Page, file: DatasetFile = FILE): Promise<void> {
  await page.evaluate((each) => window.sayso!.open(new File([JSON.stringify(each)], 'circle.json')), file);
}

/** What this tab is to open when it is loaded again. */
const tabRecord = (page: Page): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('sayso.tab'));

async function openKept(page: Page): Promise<void> {
  await openSite(page);
  await openFile(page);
  await expect.poll(() => tabRecord(page)).toContain('The circle of Ada');
}

const openId = (page: Page): Promise<string> => page.evaluate(() => window.sayso!.dataset().id);
const notice = (page: Page) => page.getByRole('region', { name: 'What is kept on this machine' });

/** Revisions of what is kept, read past the page. Empty where there is no database, and none is made. */
function readKept(page: Page): Promise<{ id: string; revision: number }[]> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'sayso')) return [];
    return new Promise<{ id: string; revision: number }[]>((resolve, reject) => {
      const opening = indexedDB.open('sayso');
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const asking = opening.result.transaction('datasets').objectStore('datasets').getAll();
        asking.addEventListener('success', () => {
          opening.result.close();
          resolve(asking.result.map(({ id, revision }) => ({ id, revision })));
        });
      });
    });
  });
}

test('the first visit keeps nothing and asks for nothing', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await openSite(page);
  await page.evaluate(() => window.sayso!.select('elon-musk'));
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(scripts.filter((url) => url.includes('keeping'))).toEqual([]);
});

test('reload returns to where one was, and the bundled story does not show itself meanwhile', async ({ page }) => {
  // Looks at every frame: is the picture that was written at build to be seen, and what is said instead?
  await page.addInitScript(() => {
    const seen = { picture: 0, said: '' };
    Object.assign(window, { seen });
    const look = (): void => {
      const written = document.querySelector('.first-picture svg');
      if (written?.checkVisibility({ visibilityProperty: true })) seen.picture += 1;
      const { content } = getComputedStyle(document.documentElement, '::before');
      if (content.includes('Opening')) seen.said = content;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openKept(page);
  await page.evaluate(() =>
    window.sayso!.set({ hidden: ['Dot' as never], moved: [{ id: 'Ben' as never, x: 40, y: 50 }] }),
  );
  await page.getByRole('tab', { name: 'Table' }).click();
  await page.evaluate(() => window.sayso!.select('Ada'));
  const before = await page.evaluate(() => ({ view: window.sayso!.view(), file: window.sayso!.dataset() }));
  // At once: what was done has not been written yet.
  await page.reload();
  await page.waitForFunction(() => window.sayso !== undefined);
  await page.evaluate(() => window.sayso!.ready);
  const after = await page.evaluate(() => ({ view: window.sayso!.view(), file: window.sayso!.dataset() }));
  expect(after).toEqual(before);
  await expect(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveTitle('The circle of Ada · Sayso');
  const seen = await page.evaluate(() => (window as unknown as { seen: { picture: number; said: string } }).seen);
  expect(seen).toEqual({ picture: 0, said: '"Opening The circle of Ada …"' });
  expect(await page.evaluate(() => document.documentElement.dataset['opening'])).toBe(undefined);
});

test('a link for other data and an embedded page win over what was kept', async ({ page }) => {
  await openKept(page);
  for (const address of ['./#v1&s=elon-musk', './?embed', './?embed#v1&d=circle']) {
    await page.goto('about:blank');
    await openSite(page, address.slice(2));
    expect(await openId(page)).toBe(STORY.id);
  }
  await page.goto('about:blank');
  await openSite(page, '#v1&s=Ben&d=circle');
  expect(await openId(page)).toBe('circle');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Ben');
});

test('what cannot be read is said, and the bundled story opens', async ({ page, context }) => {
  await openKept(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('sayso');
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('bodies', 'readwrite').objectStore('bodies');
          const asking = store.getAll();
          asking.addEventListener('success', () => {
            const writing = store.put({ ...asking.result[0], blob: new Blob(['{']) });
            writing.addEventListener('success', () => {
              opening.result.close();
              resolve(null);
            });
          });
        });
      }),
  );
  await page.reload();
  await untilLive(page);
  expect(await openId(page)).toBe(STORY.id);
  await expect(page.getByRole('alert')).toContainText('could not be read, and nothing of it was deleted');
  expect(await readKept(await anotherTab(context))).toHaveLength(1);
});

async function anotherTab(context: BrowserContext, record: string | null = null): Promise<Page> {
  const page = await context.newPage();
  if (record !== null) await page.addInitScript((text) => sessionStorage.setItem('sayso.tab', text), record);
  await openSite(page);
  return page;
}

test('two tabs: the one with the older copy is told and decides', async ({ page, context }) => {
  await openKept(page);
  const other = await anotherTab(context, await tabRecord(page));
  expect(await openId(other)).toBe('circle');
  await expect(notice(other)).toContainText('also open in another tab');
  await page.evaluate(() => window.sayso!.set({ hidden: ['Dot' as never] }));
  await expect(notice(other)).toContainText('changed in another tab');
  await other.evaluate(() => window.sayso!.set({ hidden: ['Cy' as never] }));
  await other.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(notice(other)).toHaveCount(0);
  await expect.poll(async () => (await readKept(other)).length).toBe(2);
  for (const [each, hidden] of [
    [page, 'Dot'],
    [other, 'Cy'],
  ] as const) {
    await each.reload();
    await untilLive(each);
    expect((await each.evaluate(() => window.sayso!.view())).hidden).toEqual([hidden]);
  }
});

test('"delete everything" leaves nothing behind, in this tab and others', async ({ page, context }) => {
  await openKept(page);
  const other = await anotherTab(context, await tabRecord(page));
  await page.evaluate(() => localStorage.setItem('sayso.theme', 'dark'));
  await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Open', exact: true });
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).last().click();
  await expect(notice(other)).toContainText('deleted in another tab');
  for (const each of [page, other]) {
    await expect
      .poll(() =>
        each.evaluate(async () => ({
          databases: (await indexedDB.databases()).length,
          caches: (await caches.keys()).length,
          stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
            key.startsWith('sayso'),
          ),
        })),
      )
      .toEqual({ databases: 0, caches: 0, stored: [] });
    // What is open stays, and is no longer kept.
    expect(await openId(each)).toBe('circle');
    await each.evaluate(() => window.sayso!.set({ hidden: ['Dot' as never] }));
  }
  await page.reload();
  await untilLive(page);
  expect(await openId(page)).toBe(STORY.id);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a tab that is killed in the middle of an import leaves what was kept before whole', async ({ page, context }) => {
  test.setTimeout(180_000);
  await openKept(page);
  const record = await tabRecord(page);
  const big = JSON.stringify(buildGeneratedDataset(5000, 20_000, 1));
  await context.route('**/big.json', (route) => route.fulfill({ body: big, contentType: 'application/json' }));
  for (const after of [0, 500, 2000]) {
    const killed = await anotherTab(context, record);
    await killed.evaluate(async () => {
      const file = new File([await (await fetch('./big.json')).blob()], 'big.json');
      void window.sayso!.open(file);
    });
    await killed.waitForTimeout(after);
    await killed.close({ runBeforeUnload: false });
    const next = await anotherTab(context, record);
    expect(await openId(next)).toBe('circle');
    expect((await next.evaluate(() => window.sayso!.dataset())).notes).toBe('for my eyes only');
    await next.close();
  }
});

test('Ctrl+S saves a file with private notes and stories, to be opened again', async ({ page }) => {
  // As in a browser that cannot write in place.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await openKept(page);
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^circle.*\.json$/);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(JSON.parse(text)).toEqual(await page.evaluate(() => window.sayso!.dataset()));
  await expect(notice(page)).toContainText(/Saved to circle/);
});
