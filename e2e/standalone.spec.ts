import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import type { DatasetFile } from '../src/model/records.ts';
import { openSite, STORY } from './site.ts';

/** What a page must not do: ask for anything but itself, break its policy, fail. */
interface Watched {
  readonly page: Page;
  readonly asked: string[];
  readonly faults: string[];
}

/** Makes the page of the bundled story in the site, and saves it; its address on the disk. */
async function savePage(page: Page, path: string): Promise<string> {
  await openSite(page);
  const text = await page.evaluate(
    async (story) => {
      const blob = await window.sayso!.export({ format: 'html', ...(story ? { story } : {}) });
      return blob.text();
    },
    (STORY.stories?.[0] as { id?: string } | undefined)?.id,
  );
  expect(Buffer.byteLength(text)).toBeLessThan(700_000);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

/** Opens a file with the network off, watched for requests and faults. */
async function openFile(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  return { page, asked, faults };
}

async function expectQuiet({ page, asked, faults }: Watched, address: string): Promise<void> {
  expect(asked).toEqual([address]);
  expect(faults).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const status = (page: Page) => page.locator('#said');

test('the page that stands alone opens from disk with the network off, and asks for nothing', async ({
  page: site,
  browser,
}, info) => {
  // Six browsers one after the other.
  test.slow();
  const address = await savePage(site, info.outputPath('page.html'));

  await test.step('with a mouse, on a wide screen', async () => {
    const watched = await openFile(browser, address, { viewport: { width: 1280, height: 800 } });
    const { page } = watched;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(STORY.title);
    await expect(page.getByText('Data of 23 November 2026')).not.toHaveCount(0);
    await expectQuiet(watched, address);
    await page.locator('#graph a[href="#e.trump"] circle').click();
    await expect(status(page)).toHaveText(/^Donald Trump, person, \d+ relations, \d+ disputed$/);
    const details = page.getByRole('region', { name: 'In words' });
    await expect(details.getByRole('heading', { name: 'Donald Trump' })).toBeVisible();
    await expect(details.locator('article.now .dispute').first()).toHaveText(/^≠ disputed: (denied|limited) by /);
    await details.locator('article.now .lines li:has(.dispute) a').first().click();
    await expect(details.getByRole('heading', { name: 'Who denies or limits it' })).toBeVisible();
    await expect(details.locator('article.now .found a').first()).toBeVisible();
    await expectQuiet(watched, address);
    await page.goBack();
    await expect(details.locator('article.now')).toHaveCount(1);
    await expect(details.locator('article.now')).toHaveAttribute('id', 'e.trump');
    const whole = await page.locator('#graph').getAttribute('viewBox');
    await page.mouse.move(400, 450);
    await page.mouse.wheel(0, -300);
    await expect(page.locator('#graph')).not.toHaveAttribute('viewBox', whole ?? '');
    await page.mouse.down();
    await page.mouse.move(480, 500, { steps: 4 });
    await page.mouse.up();
    await expect(details.locator('article.now'), 'a drag is no click').toHaveAttribute('id', 'e.trump');
    await page.getByRole('button', { name: 'Show the whole graph' }).click();
    await expect(page.locator('#graph')).toHaveAttribute('viewBox', whole ?? '');
    await page.context().close();
  });

  await test.step('by keyboard alone, in the dark', async () => {
    const watched = await openFile(browser, address, { colorScheme: 'dark' });
    const { page } = watched;
    await page.locator('#graph a[tabindex="0"]').press('/');
    await page.keyboard.type('путин');
    await expect(page.getByRole('option').first()).toContainText('Vladimir Putin');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Vladimir Putin' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.locator('article.relation.now h3')).toBeFocused();
    await page.locator('#graph [tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
    await expect(status(page)).toHaveText(/, \d+ relations?/);
    await page.keyboard.press('Enter');
    await expect(page.locator('article.entity.now h3')).toBeFocused();
    await expectQuiet(watched, address);
    await page.context().close();
  });

  await test.step('the story, step by step, and at the address of a step', async () => {
    const watched = await openFile(browser, address);
    const { page } = watched;
    await page.getByRole('button', { name: /^Read it in/ }).click();
    await expect(status(page)).toHaveText(/^Step 1 of/);
    await page.keyboard.press('n');
    await expect(page).toHaveURL(`${address}#step.2`);
    await expect(page.locator('.story .caption:visible')).toHaveCount(1);
    await expectQuiet(watched, address);
    await page.reload();
    await expect(page.getByText('Step 2 of')).toHaveCount(2);
    await page.context().close();
  });

  await test.step('on a phone', async () => {
    const watched = await openFile(browser, address, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const { page } = watched;
    await expectQuiet(watched, address);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'px beyond the screen').toBe(0);
    await page.locator('#graph a[href="#e.putin"] circle').tap();
    await expect(page.getByRole('heading', { name: 'Vladimir Putin' })).toBeInViewport();
    await expect(page.locator('#graph a[href="#e.putin"] circle')).toBeInViewport();
    await expectQuiet(watched, address);
    await page.context().close();
  });

  await test.step('without script, and on paper', async () => {
    const { page } = await openFile(browser, address, { javaScriptEnabled: false });
    await expect(page.locator('article.relation')).toHaveCount(STORY.relations.length);
    await expect(page.locator('article.relation .claim').last()).toBeVisible();
    await page.locator('#graph a[href="#e.trump"] circle').click();
    await expect(page).toHaveURL(`${address}#e.trump`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(31, 28, 24)');
    await page.context().close();
  });

  await test.step('for machines: the data opens in Sayso as it was', async () => {
    const { page } = await openFile(browser, address);
    const file: DatasetFile = JSON.parse((await page.locator('#sayso-dataset').textContent()) ?? '');
    await page.context().close();
    const { counts } = await site.evaluate((data) => window.sayso!.open(data), file);
    expect(counts).toMatchObject({ entities: STORY.entities.length, relations: STORY.relations.length });
  });
});
