import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openSite, readScene, STORY } from './site.ts';

const ALL = STORY.relations.length;
const nav = (page: Page): Locator => page.getByRole('navigation', { name: 'Filters' });
const opener = (page: Page): Locator => nav(page).getByRole('button', { name: 'Filters', exact: true });
const bar = (page: Page): Locator => page.getByRole('group', { name: 'In force' });
const rows = (page: Page): Locator => page.locator('tbody tr');

async function openFilters(page: Page): Promise<void> {
  await openSite(page);
  await opener(page).click();
  await expect(nav(page).getByRole('heading', { name: 'Filters' })).toBeFocused();
}

/** The relations that are drawn. */
async function drawn(page: Page): Promise<string[]> {
  const { edges } = await readScene(page);
  return edges.flatMap(({ relations }) => relations as readonly string[]).toSorted();
}

async function expectShown(page: Page, count: number): Promise<void> {
  await expect(nav(page).getByText(`${count} of ${ALL} relations shown`)).toBeVisible();
  await expect.poll(async () => (await drawn(page)).length).toBe(count);
}

/** Relations with a claim of one of these, by the file: their own claims, and for roles those of their event. */
function withModality(...wanted: readonly string[]): string[] {
  const types = new Map(STORY.relationTypes.map((type) => [type.id, type]));
  const entities = new Map(STORY.entities.map((entity) => [entity.id, entity]));
  return STORY.relations
    .filter(({ type, from, to, claims }) => {
      const isRole = types.get(type)?.group === 'event-role';
      const event = isRole ? [to, from].find((id) => entities.get(id)?.kind === 'Event') : undefined;
      const ofEvent = event ? (entities.get(event)?.claims ?? []) : [];
      return [...claims, ...ofEvent].some(({ modality }) => wanted.includes(modality));
    })
    .map(({ id }) => id as string)
    .toSorted();
}

const unfold = (page: Page, name: string): Promise<void> =>
  nav(page)
    .getByRole('button', { name: new RegExp(`^${name} `) })
    .click();

test('by modality: what is counted is what is drawn, in the table, and said', async ({ page }) => {
  await openFilters(page);
  await unfold(page, 'Modality');
  const facet = nav(page).getByRole('group', { name: 'Modality' });
  const alleged = facet.getByRole('checkbox', { name: 'alleged' });
  const wanted = withModality('alleged');
  await expect(alleged).toHaveAccessibleDescription(`${wanted.length} relations`);
  await facet.getByRole('button', { name: 'Only alleged' }).click();
  await expectShown(page, wanted.length);
  expect(await drawn(page)).toEqual(wanted);
  await expect(page.getByRole('status').first()).toHaveText(`${wanted.length} of ${ALL} relations shown`);
  await expect(bar(page)).toContainText('modality: only alleged');
  await facet.getByRole('checkbox', { name: 'rumoured' }).check();
  const both = withModality('alleged', 'rumoured');
  await expectShown(page, both.length);
  expect(await drawn(page)).toEqual(both);
  // A denial of what is shown stays, whatever the filter asks for.
  const { edges } = await readScene(page);
  const ties = edges.find(({ relations }) => (relations as readonly string[]).includes('r-trump-putin-ties'));
  expect(JSON.stringify(ties?.standing)).toMatch(/"deniedBy":\[\{[^\]]*Donald Trump/);
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(rows(page)).toHaveCount(both.length);
  const view = await page.evaluate(() => window.sayso!.view());
  expect(view.filters?.modalities).toEqual(['alleged', 'rumoured']);
});

test('chips are dropped one by one, and what is hidden is told with what hides it', async ({ page }) => {
  await openFilters(page);
  await nav(page).getByRole('radio', { name: 'denied or limited' }).check();
  await expectShown(page, 3);
  await nav(page).getByRole('checkbox', { name: 'rumoured' }).uncheck();
  await expectShown(page, 2);
  await nav(page)
    .getByRole('button', { name: /^34 of 36 relations hidden: / })
    .click();
  const hidden = nav(page).getByRole('group', { name: 'Hidden relations' });
  await expect(hidden.getByRole('listitem').filter({ hasText: 'Donald Trump has ties with' })).toContainText(
    'Hidden by standing',
  );
  await expect(hidden.getByRole('listitem').filter({ hasText: 'Xi Jinping is leader of China' })).toContainText(
    'Hidden by denial',
  );
  await bar(page).getByRole('button', { name: 'Remove filter: standing: without rumoured' }).click();
  await expect(bar(page).getByRole('button', { name: 'Remove filter: only what is denied or limited' })).toBeFocused();
  await expectShown(page, 3);
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await expectShown(page, ALL);
});

test('hiding everything says so and leads back; undo steps back through it', async ({ page }) => {
  await openFilters(page);
  await nav(page).getByRole('searchbox', { name: 'Words in it' }).fill('zzz nobody says this');
  await expect(bar(page)).toContainText(`All ${ALL} relations are hidden: ${ALL} by words.`);
  await expect(nav(page)).toContainText('Nothing is left to show.');
  expect(await drawn(page)).toEqual([]);
  await bar(page).getByRole('button', { name: 'Show everything' }).click();
  await expectShown(page, ALL);
  await expect(nav(page).getByRole('searchbox', { name: 'Words in it' })).toHaveValue('');
  await page.getByRole('main').focus();
  await page.keyboard.press('Control+z');
  await expectShown(page, 0);
  await page.keyboard.press('Control+Shift+z');
  await expectShown(page, ALL);
});

test('raising the number of origins never adds a relation', async ({ page }) => {
  await openFilters(page);
  await unfold(page, 'Independent origins');
  let before = new Set(await drawn(page));
  for (const name of ['at least 1', 'at least 2', 'at least 3']) {
    await nav(page).getByRole('radio', { name }).check();
    await expect(bar(page)).toContainText(name);
    const now = await drawn(page);
    expect(
      now.every((id) => before.has(id)),
      name,
    ).toBe(true);
    before = new Set(now);
  }
});

test('entities without relations leave the picture, or are kept by the switch', async ({ page }) => {
  await openFilters(page);
  await nav(page).getByRole('radio', { name: 'denied or limited' }).check();
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(4);
  await nav(page).getByRole('switch', { name: 'Keep entities without relations' }).check();
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(STORY.entities.length);
});

test('by keyboard alone: open, choose, read what is hidden, drop, close', async ({ page }) => {
  await openSite(page);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(nav(page).getByRole('heading', { name: 'Filters' })).toBeFocused();
  const tabTo = async (target: Locator): Promise<void> => {
    for (let i = 0; i < 120; i += 1) {
      await page.keyboard.press('Tab');
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error('120 times Tab did not lead there');
  };
  await tabTo(nav(page).getByRole('checkbox', { name: 'stated', exact: true }));
  await page.keyboard.press('Space');
  await expect(nav(page).getByRole('checkbox', { name: 'stated', exact: true })).toBeFocused();
  await expect(nav(page).getByRole('checkbox', { name: 'stated', exact: true })).not.toBeChecked();
  await tabTo(nav(page).getByRole('radio', { name: 'denied or not' }));
  await page.keyboard.press('ArrowDown');
  await expect(nav(page).getByRole('radio', { name: 'denied', exact: true })).toBeChecked();
  await expectShown(page, 2);
  await tabTo(nav(page).getByRole('button', { name: /relations hidden: / }));
  await page.keyboard.press('Enter');
  await expect(nav(page).getByRole('group', { name: 'Hidden relations' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
  await expect(opener(page)).toHaveAttribute('aria-expanded', 'false');
  await tabTo(bar(page).getByRole('button', { name: /^Remove filter: standing/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await drawn(page)).length).toBe(ALL);
});

for (const [width, height] of [
  [390, 844],
  [320, 256],
] as const) {
  test(`at ${width} px the panel lies over the page, and nothing is lost`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ viewport: { width, height }, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await openFilters(page);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1);
    expect(await sideways()).toBe(true);
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await nav(page).getByRole('radio', { name: 'denied', exact: true }).check();
    await nav(page).getByRole('button', { name: 'Close filters' }).click();
    await expect(opener(page)).toBeFocused();
    await expect(bar(page)).toContainText('only what is denied');
    expect(await sideways()).toBe(true);
    await bar(page).getByRole('button', { name: 'Clear all' }).click();
    await expect(bar(page)).toBeHidden();
    await context.close();
  });
}

test('hostile texts and lists that let nothing through do no harm', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() =>
    window.sayso!.set({
      filters: { publishers: ['<img src=x onerror=alert(1)>'], text: 'x'.repeat(10_000), kinds: [] },
    }),
  );
  await expect(bar(page)).toContainText('kind of entity: none');
  await expect(bar(page)).toContainText('publisher: only <img src=x onerror=alert(1)>');
  expect((await readScene(page)).edges).toEqual([]);
  await bar(page).getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(async () => (await drawn(page)).length).toBe(ALL);
});
