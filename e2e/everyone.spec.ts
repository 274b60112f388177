import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { clickEntity, details, heading, openSite } from './site.ts';

type Scheme = 'light' | 'dark';

/** Every rule in light; in dark those of colour, as nothing else is another. */
async function expectNoFaults(page: Page, where: string, scheme: Scheme = 'light'): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (scheme === 'dark'
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe
  ).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  expect(said, where).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any view, ${colorScheme}`, async ({ browser, baseURL }) => {
    test.slow();
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 800 },
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await openSite(page);
    await expectNoFaults(page, 'opening view', colorScheme);
    await clickEntity(page, 'musk');
    await expect(heading(page)).toHaveText('Elon Musk');
    await expectNoFaults(page, 'entity', colorScheme);
    await page.evaluate(() => window.sayso!.select('r-trump-putin-ties'));
    await expect(details(page)).toContainText('denied by Donald Trump');
    await expectNoFaults(page, 'relation', colorScheme);
    await details(page)
      .getByRole('link', { name: /^News article/ })
      .first()
      .click();
    await expectNoFaults(page, 'source', colorScheme);
    for (const name of ['Table', 'Sources'] as const) {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectNoFaults(page, name, colorScheme);
    }
    await page.getByRole('tab', { name: 'Graph' }).click();
    await page.getByRole('combobox', { name: 'Search' }).fill('star');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoFaults(page, 'search results', colorScheme);
    await page.keyboard.press('Escape');
    for (const name of ['How to read this', 'Export'] as const) {
      await page.getByRole('button', { name }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      if (name === 'Export') await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
      await expectNoFaults(page, name, colorScheme);
      await page.keyboard.press('Escape');
    }
    await context.close();
  });
}

/** A name that comes twice, a date that is none, a relation without a source: every part of the report and the list. */
const DOUBTFUL = [
  'Person,Company,Relation,Since,Source',
  'DONALD J. TRUMP,Acme Ltd,director of,2019-03-04,https://example.org/a',
  'Donald Trump,Acme Ltd,owner of,sometime,',
].join('\n');

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing where one's own data are opened, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openSite(page);
    const dialog = (name: string | RegExp) => page.getByRole('dialog', { name, exact: true });
    await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog('Open')).toContainText('What you open is kept here');
    await expectNoFaults(page, 'open', colorScheme);
    const file = { name: 'boards.csv', mimeType: 'text/csv', buffer: Buffer.from(DOUBTFUL) };
    await dialog('Open').getByLabel('Choose files').setInputFiles(file);
    const mapping = dialog('How the table is read');
    await expect(mapping.locator('.preview-list li')).toHaveCount(2);
    await expectNoFaults(page, 'mapping', colorScheme);
    await mapping.getByRole('button', { name: 'Open', exact: true }).click();
    const understood = page.getByRole('button', { name: 'What was understood' });
    await expect(understood).toBeVisible();
    await expectNoFaults(page, 'notice', colorScheme);
    await understood.click();
    await expect(dialog('What was understood')).toContainText('sometime');
    await expectNoFaults(page, 'report', colorScheme);
    await dialog('What was understood').getByRole('button', { name: 'Find entities that may be the same' }).click();
    const duplicates = dialog('Entities that may be the same');
    await expect(duplicates.getByRole('heading', { level: 3 })).toHaveCount(1);
    await expectNoFaults(page, 'duplicates', colorScheme);
    await duplicates.getByRole('button', { name: /^Same: keep Donald Trump/ }).click();
    await expect(duplicates).toContainText('Merged (1)');
    await expectNoFaults(page, 'duplicates, merged', colorScheme);
    await page.keyboard.press('Escape');
    await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(
      dialog('Open')
        .getByRole('button', { name: /^Delete / })
        .first(),
    ).toBeVisible();
    await expectNoFaults(page, 'open, with what is kept', colorScheme);
  });
}

test('by keyboard alone: search, entity, relation, source, export', async ({ page }) => {
  await openSite(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('trump');
  await expect(page.getByRole('option').first()).toContainText('Donald Trump');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Donald Trump');

  const tabTo = async (isThere: () => boolean | Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 120; i += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('120 times Tab did not lead there');
  };
  const focused = (selector: string) => () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  await tabTo(focused('aside a[href="#v1&s=r-trump-putin-ties"]'));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('has ties with');
  await expect(heading(page)).toBeFocused();
  await tabTo(() =>
    page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.startsWith('News article') ?? false),
  );
  await page.keyboard.press('Enter');
  await expect(details(page)).toContainText('own wording');
  await page.goBack();
  await expect(heading(page)).toContainText('has ties with');

  await page.getByRole('tab', { name: 'Graph' }).focus();
  await tabTo(() => page.evaluate(() => document.activeElement?.textContent === 'Export'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  await tabTo(() => page.evaluate(() => document.activeElement?.textContent === 'Save'));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.svg$/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
});

test('the graph itself answers the keyboard, and says what is selected', async ({ page }) => {
  await openSite(page);
  const graph = page.getByRole('application', { name: 'Picture of the graph' });
  await graph.focus();
  await page.keyboard.press('ArrowUp');
  const first = await heading(page).textContent();
  await expect(page.getByRole('status').first()).toHaveText(new RegExp(`^${first}, `));
  await page.keyboard.press('ArrowDown');
  await expect(heading(page)).not.toHaveText(first ?? '');
  await page.keyboard.press('f');
  await expect(page.getByRole('main')).toContainText('Only what is around');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main')).not.toContainText('Only what is around');
});

const noSideScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1);

test('on a phone the details are a sheet that can be closed', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await openSite(page);
  expect(await noSideScroll(page)).toBe(true);
  await page.evaluate(() => window.sayso!.select('trump'));
  await expect(heading(page)).toBeInViewport();
  const sheet = await details(page).boundingBox();
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeCloseTo(844, 0);
  expect(sheet?.height).toBeLessThan(844 * 0.6);
  const isInView = async (): Promise<boolean> => {
    const { nodes } = await page.evaluate(() => window.sayso!.scene());
    const box = nodes.find(({ id }) => id === 'trump')?.screen;
    return box !== null && box !== undefined && box.y > 0 && box.y + box.height < (sheet?.y ?? 0);
  };
  await expect.poll(isInView, { message: 'the selected name stays above the sheet' }).toBe(true);
  await expectNoFaults(page, 'sheet');
  await details(page).getByRole('button', { name: 'Close details' }).tap();
  await expect(heading(page)).not.toHaveText('Donald Trump');
  await context.close();
});

test('at 320 px and 400% zoom nothing is lost', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4,
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await openSite(page);
  for (const name of ['Graph', 'Table', 'Sources'] as const) {
    await page.getByRole('tab', { name }).click();
    expect(await noSideScroll(page), name).toBe(true);
  }
  for (const control of [
    page.getByRole('combobox', { name: 'Search' }),
    page.getByRole('button', { name: 'Export' }),
  ]) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport();
  }
  await page.getByRole('tab', { name: 'Graph' }).click();
  await page.evaluate(() => window.sayso!.select('musk'));
  await expect(heading(page)).toBeInViewport();
  expect(await noSideScroll(page)).toBe(true);
  await details(page).getByRole('link', { name: 'Tesla' }).first().click();
  await expect(heading(page)).toHaveText('Tesla');
  await context.close();
});
