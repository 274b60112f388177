import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { heading, openSite } from './site.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'All commands' });
const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Command or name' });
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
const graph = (page: Page): Locator => page.getByRole('application', { name: 'Picture of the graph' });

async function open(page: Page, keys = '?'): Promise<void> {
  await page.keyboard.press(keys);
  await expect(field(page)).toBeFocused();
}

/** Types, takes the first that fits, and waits until the list is gone. */
async function run(page: Page, typed: string, first: string | RegExp): Promise<void> {
  await page.keyboard.type(typed);
  await expect(page.locator('[role="option"][aria-selected="true"]')).toHaveText(first);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('by keyboard alone: three commands, and the focus is back each time', async ({ page }) => {
  await openSite(page);
  await graph(page).focus();
  await open(page);
  await run(page, 'dark', /dark/);
  await expect(graph(page)).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await open(page, 'Control+Shift+P');
  await run(page, 'go to trump', 'Go to Donald Trump');
  await expect(graph(page)).toBeFocused();
  await expect(heading(page)).toHaveText('Donald Trump');
  await expect(page).toHaveURL(/s=trump/);

  const exporting = page.getByRole('button', { name: 'Export' });
  await exporting.focus();
  await open(page);
  await run(page, 'only around 1 step', /^Show only what is around .*1 step/);
  await expect(exporting).toBeFocused();
  await expect(page.getByRole('main')).toContainText('Only what is around');

  await open(page);
  await run(page, 'undo', /^Undo/);
  await expect(page.getByRole('main')).not.toContainText('Only what is around');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('main')).toContainText('Only what is around');
});

test('Escape closes it and nothing else; the arrows walk; what is not possible is greyed and stays', async ({
  page,
}) => {
  await openSite(page, '#v1&s=musk');
  await graph(page).focus();
  await open(page);
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await expect(options(page).last()).toBeInViewport();
  const undo = options(page).filter({ hasText: /^Undo/ });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expect(undo).toContainText('not possible now');
  await undo.click({ force: true });
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(graph(page)).toBeFocused();
  await expect(heading(page), 'the selection stays').toHaveText('Elon Musk');
  await open(page);
  await page.keyboard.press('Control+Shift+P');
  await expect(palette(page)).toBeHidden();
});

test('a name leads to its entity, to its surroundings, and to the question how two are connected', async ({ page }) => {
  await openSite(page, '#v1&s=musk');
  await open(page);
  await page.keyboard.type('putin');
  await expect(options(page)).toContainText([
    'Go to Vladimir Putin',
    'How are Elon Musk and Vladimir Putin connected?',
    'Show only what is around Vladimir Putin',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /connected/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await open(page);
  await expect(options(page).filter({ hasText: 'How is Elon Musk connected' })).toBeVisible();
  await page.keyboard.type('qqqqqq');
  await expect(palette(page)).toContainText('No command and no name contains “qqqqqq”.');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();
});

test('in a text field "?" is a letter, and the steps back are those of the field', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() => window.sayso!.focus('musk', 1));
  await page.getByRole('combobox', { name: 'Search' }).click();
  await page.keyboard.type('who?');
  await expect(page.getByRole('combobox', { name: 'Search' })).toHaveValue('who?');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('main')).toContainText('Only what is around');
  await expect(palette(page)).toBeHidden();
  await open(page, 'Control+Shift+P');
});

test('the help sheet lists every key of every command, and leads to the list', async ({ page }) => {
  await openSite(page);
  await open(page);
  const readKeys = (rows: Locator, label: string): Promise<string[]> =>
    rows.evaluateAll(
      (all, selector) =>
        all
          .filter((row) => row.querySelector('kbd'))
          .map((row) => {
            const keys = [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent);
            return `${keys.join(' ')}: ${row.querySelector(selector)?.textContent}`;
          }),
      label,
    );
  // With nothing selected every label is that of the registry.
  const listed = await readKeys(options(page), '.palette-label');
  expect(listed.length).toBeGreaterThan(15);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'How to read this' }).first().click();
  const help = page.getByRole('dialog', { name: 'How to read this' });
  await expect(help).toBeVisible();
  const explained = await readKeys(help.locator('.help-keys > div'), 'dd');
  expect(explained).toEqual(expect.arrayContaining(listed));
  await help.getByRole('button', { name: 'All commands' }).click();
  await expect(field(page)).toBeFocused();
  await expect(help).toBeHidden();
});

test('the keys of the help sheet can be gone to at once', async ({ page }) => {
  await openSite(page);
  await graph(page).focus();
  await open(page);
  await run(page, 'keys', /^Keys/);
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Keys', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(graph(page)).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`at 320 px and with forced colours it can be used, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 256 },
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await openSite(page);
    await open(page, 'Control+Shift+P');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('ArrowUp');
    await expect(options(page).last()).toBeInViewport();
    await page.keyboard.type('show only around 3 steps');
    await expect(options(page).first()).toBeInViewport({ ratio: 1 });
    const isWide = await palette(page).evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
    expect(isWide).toBe(false);
    await page.keyboard.press('Escape');
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await open(page, 'Control+Shift+P');
    await page.keyboard.press('ArrowDown');
    const outline = await options(page)
      .first()
      .evaluate((option) => getComputedStyle(option).outlineStyle);
    expect(outline).toBe('solid');
    await context.close();
  });
}
