import { expect, type Locator, type Page, test } from '@playwright/test';
import { findBox, heading, nameOf, openSite, STORY } from './site.ts';

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' });
const hits = (page: Page): Locator => page.getByRole('listbox', { name: 'Search results' }).getByRole('option');

/** What is typed → what stands first, and of what kind. */
const QUERIES: readonly (readonly [query: string, first: string | RegExp, kind?: string])[] = [
  ['WSJ', 'The Wall Street Journal', 'organisation'],
  ['wall street', 'The Wall Street Journal'],
  ['NYT', 'The New York Times', 'organisation'],
  ['new york times', 'The New York Times'],
  ['Twitter', 'X'],
  ['DoD', 'The Pentagon', 'public body'],
  ['department of defense', 'The Pentagon'],
  ['Moscow', 'Russia'],
  ['путин', 'Vladimir Putin', 'person'],
  ['ПУТИН', 'Vladimir Putin'],
  ['Дональд', 'Donald Trump'],
  ['маск', 'Elon Musk'],
  ['近平', 'Xi Jinping'],
  ['习近平', 'Xi Jinping'],
  ['習近平', 'Xi Jinping'],
  ['五角大楼', 'The Pentagon'],
  ['Россия', 'Russia'],
  ['mus', 'Elon Musk'],
  ['vlad', 'Vladimir Putin'],
  ['pace', 'SpaceX', 'company'],
  ['tagon', 'The Pentagon'],
  ['muks', 'Elon Musk'],
  ['vladmir', 'Vladimir Putin'],
  ['pentgon', 'The Pentagon'],
  ['bremer', 'Ian Bremmer'],
  ['starlnik', 'Starlink satellites', 'asset'],
  ['Élon Müsk', 'Elon Musk'],
  ['Vłâdìmïr Pûtîñ', 'Vladimir Putin'],
  ['Тесла', 'Tesla'],
  ['Бреммер', 'Ian Bremmer'],
  ['musk elon', 'Elon Musk'],
  ['donald tru', 'Donald Trump'],
  ['china', 'China'],
  ['X', 'X'],
  ['xi', 'Xi Jinping'],
  ['taiwan', 'Taiwan', 'place'],
  ['tesla', 'Tesla'],
  ['taiwan request', 'Starlink–Taiwan request', 'event'],
  ['sold starlink terminals', /^Elon Musk sold Starlink terminals to Russia/, 'Relation'],
  ['endorsed', /^Elon Musk endorsed Donald Trump/, 'Relation'],
  ['news article', 'News article, 25 October 2024', 'Source'],
  ['25 october', 'News article, 25 October 2024'],
];

test('every way of writing a name finds it first', async ({ page }) => {
  await openSite(page);
  await box(page).click();
  for (const [query, first, kind] of QUERIES) {
    await box(page).fill(query);
    const hit = hits(page).first();
    await expect.soft(hit.locator('.hit-label'), query).toHaveText(first);
    if (kind) await expect.soft(hit.locator('.hit-kind'), query).toHaveText(kind);
  }
});

test('a hit by another name says which name, with what matched marked, and a relation says who denies it', async ({
  page,
}) => {
  await openSite(page);
  await box(page).fill('wsj');
  await expect(hits(page).first()).toContainText('WSJ');
  await expect(hits(page).first().locator('mark')).toHaveText('WSJ');
  await box(page).fill('近平');
  await expect(hits(page).first().locator('mark')).toHaveText('近平');
  await box(page).fill('sold starlink');
  await expect(hits(page).first()).toContainText('alleged');
  await expect(hits(page).first()).toContainText('denied by Elon Musk');
});

test('"/" and Ctrl+K lead to the box, Enter opens the first hit and brings it into view', async ({ page }) => {
  await openSite(page);
  const home = await findBox(page, 'taiwan');
  for (let times = 0; times < 5; times += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  const area = (await page.getByRole('application').boundingBox())!;
  const isOutside = ({ x, y, width, height }: typeof home): boolean =>
    x < area.x || y < area.y || x + width > area.x + area.width || y + height > area.y + area.height;
  const far = STORY.entities.map(({ id }) => id as string);
  await expect.poll(async () => (await Promise.all(far.map((id) => findBox(page, id)))).some(isOutside)).toBe(true);
  await page.getByRole('tab', { name: 'Graph' }).focus();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  const boxes = await Promise.all(far.map(async (id) => ({ id, box: await findBox(page, id) })));
  const outside = boxes.find((each) => isOutside(each.box))!.id;
  await page.keyboard.type(nameOf(outside));
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(nameOf(outside));
  await expect.poll(async () => isOutside(await findBox(page, outside))).toBe(false);
  await expect(page.getByRole('status').first()).toContainText(nameOf(outside));
  await expect(box(page)).toHaveValue('');

  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('trump');
  await expect(hits(page).first()).toContainText('Donald Trump');
  const second = await hits(page).nth(1).locator('.hit-label').textContent();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText(second!.split(',')[0]!);
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('/');
  await expect(box(page)).toHaveValue('/');
});

test('a hit is opened from any tab, and a source opens too', async ({ page }) => {
  await openSite(page, '#v1&t=table');
  await box(page).fill('news article');
  await hits(page).first().click();
  await expect(heading(page)).toHaveText('News article, 25 October 2024');
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true');
});

test('no result says what was searched', async ({ page }) => {
  await openSite(page);
  await box(page).fill('zzyzx');
  const { entities, relations, sources } = STORY;
  await expect(
    page
      .getByRole('search')
      .getByText(
        `Nothing found for “zzyzx” in ${entities.length} entities, ${relations.length} relations and ${sources.length} source`,
      ),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('About this story');
});

test('what was typed before the box was ready is kept and found', async ({ page }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/SearchBox-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('./', { waitUntil: 'domcontentloaded' });
  await box(page).click();
  await page.keyboard.type('penta');
  release();
  await expect(hits(page).first()).toContainText('The Pentagon');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('gon');
  await expect(box(page)).toHaveValue('pentagon');
  await expect(hits(page).first()).toContainText('The Pentagon');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('The Pentagon');
});
