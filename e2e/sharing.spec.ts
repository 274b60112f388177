import { expect, type Page, test } from '@playwright/test';
import type { ViewChange } from '../src/model/viewFile.ts';
import { heading, nameOf, openSite, readScene, STORY, untilLive } from './site.ts';

const ALL = STORY.entities.map(({ id }) => id as string);

/** The same scene in the same places, and on the screen as good as to the pixel. */
async function expectSamePicture(page: Page, elsewhere: Page): Promise<void> {
  const here = await readScene(page);
  await expect
    .poll(async () => {
      const { nodes } = await readScene(elsewhere);
      const off = nodes.map(({ screen }, i) => {
        const box = here.nodes[i]?.screen;
        return screen && box ? Math.max(Math.abs(screen.x - box.x), Math.abs(screen.y - box.y)) : Number.NaN;
      });
      return Math.max(...off);
    })
    .toBeLessThan(0.5);
  const there = await readScene(elsewhere);
  const plain = ({ nodes, edges }: typeof here) => ({
    nodes: nodes.map(({ id, label, kind, x, y }) => ({ id, label, kind, x, y })),
    edges: edges.map(({ id, label, relations }) => ({ id, label, relations })),
  });
  expect(plain(there)).toEqual(plain(here));
}

const MOVED = ALL.slice(0, 10).map((id, i) => ({ id: id as never, x: 40.25 + 97.13 * i, y: 310.5 - 61.77 * (i % 4) }));
const RICH: ViewChange = {
  filters: { modalities: ['stated', 'reported', 'alleged'], minOrigins: 0, text: '' },
  asOf: '2024-10-25',
  held: '2022-01/..',
  keepUnrelated: true,
  moved: MOVED.map(({ id, x, y }) => ({ id, x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 })),
  pinned: MOVED.slice(0, 3).map(({ id }) => id),
};

test('a whole view with ten moved entities is a short link that opens the same in a fresh profile', async ({
  page,
  browser,
  baseURL,
}) => {
  await openSite(page);
  await page.evaluate((change) => window.sayso!.set(change), RICH);
  await page.evaluate(() => window.sayso!.select('wsj'));
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/#v1&s=wsj&d=musk-putin-2024&z=[\w-]+$/);
  // The camera is written when it has come to rest.
  await page.waitForTimeout(800);
  const link = page.url();
  expect(link.length).toBeLessThan(2000);
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const elsewhere = await context.newPage();
  await elsewhere.setViewportSize(page.viewportSize()!);
  await elsewhere.goto(link);
  await untilLive(elsewhere);
  const [here, there] = [
    await page.evaluate(() => window.sayso!.view()),
    await elsewhere.evaluate(() => window.sayso!.view()),
  ];
  expect(there).toEqual(here);
  expect(there).toMatchObject({ moved: RICH.moved, pinned: RICH.pinned, asOf: '2024-10-25' });
  await expectSamePicture(page, elsewhere);
  await expect(heading(elsewhere)).toHaveText(nameOf('wsj'));
  await context.close();
});

test('Back and Forward lead through filters, clocks and what is hidden', async ({ page }) => {
  await openSite(page);
  const drawn = async (): Promise<number> => (await readScene(page)).nodes.length;
  await page.evaluate(() => window.sayso!.set({ hidden: ['ukraine' as never] }));
  await expect(page).toHaveURL(/z=/);
  const first = page.url();
  await page.evaluate(() => window.sayso!.set({ hidden: ['ukraine', 'taiwan'] as never }));
  await expect.poll(() => page.url()).not.toBe(first);
  expect(await drawn()).toBe(ALL.length - 2);
  await page.goBack();
  await expect.poll(drawn).toBe(ALL.length - 1);
  await page.goBack();
  await expect.poll(drawn).toBe(ALL.length);
  await page.goForward();
  await expect.poll(drawn).toBe(ALL.length - 1);
  expect(page.url()).toBe(first);
});

test('Share copies a link, says what it holds, and the link opens the view', async ({ browser, baseURL }) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ permissions, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openSite(page);
  await page.evaluate(() => window.sayso!.set({ hidden: ['taiwan' as never], asOf: '2024-10-25' }));
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('The link is in the clipboard.')).toBeVisible();
  const field = dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toBeFocused();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(field).toHaveValue(link);
  expect(link).toContain('#v1&d=musk-putin-2024&z=');
  await expect(dialog).toContainText(`${link.length} characters`);
  await expect(dialog.getByRole('listitem')).toHaveText([/25 October 2024/, /1 entity hidden/]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const elsewhere = await browser.newPage();
  await elsewhere.goto(link);
  await untilLive(elsewhere);
  expect(await elsewhere.evaluate(() => window.sayso!.view())).toMatchObject({
    hidden: ['taiwan'],
    asOf: '2024-10-25',
  });
  await elsewhere.close();
  await context.close();
});

test('where the browser does not let the page copy, the link is there to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openSite(page, '#v1&s=xi');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/did not let the page copy/)).toBeVisible();
  const field = dialog.getByRole('textbox', { name: 'Link' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd]);
  expect(selected).toEqual([0, (await field.inputValue()).length]);
});

test('a link for other data says so, shows what applies, and opens whole when its data come', async ({
  page,
  browser,
}) => {
  const other = {
    ...STORY,
    id: 'other-data',
    entities: [...STORY.entities, { id: 'newcomer', kind: 'Person', name: 'A Newcomer' }],
  };
  await openSite(page);
  await page.evaluate((file) => window.sayso!.open(file), other);
  await page.evaluate(() => window.sayso!.set({ hidden: ['taiwan', 'newcomer'] as never }));
  await expect(page).toHaveURL(/d=other-data&z=/);
  const link = page.url();
  // Somebody else's browser, which has kept none of it.
  const elsewhere = await browser.newPage();
  await elsewhere.goto(link);
  await untilLive(elsewhere);
  const alert = elsewhere.getByRole('alert');
  await expect(alert).toContainText('made for other data (other-data)');
  await expect(alert).toContainText('1 of 2 things');
  await expect(alert).not.toContainText('open before');
  expect(await elsewhere.evaluate(() => window.sayso!.view())).toMatchObject({ hidden: ['taiwan'] });
  await elsewhere.evaluate((file) => window.sayso!.open(file), other);
  await expect.poll(() => elsewhere.evaluate(() => window.sayso!.view().hidden)).toEqual(['taiwan', 'newcomer']);
  await expect(alert).toHaveCount(0);
  await elsewhere.close();
});
