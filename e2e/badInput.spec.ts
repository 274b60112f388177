import { expect, type Locator, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import type { Box } from '../src/model/layoutProblem.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../src/model/sampleFixture.ts';
import { buildHostile, HOSTILE_NAMES } from './datasets.ts';
import { readPicture } from './pictureFile.ts';
import { clickEntity, details, heading, openSite, readScene, STORY, UNTIL_ARRANGED, untilLive } from './site.ts';

const alert = (page: Page): Locator => page.getByRole('alert');
const BUNDLED = '**/data/musk-putin-2024.json';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly where: string;
}

/** Opens a text as a file; what the promise was rejected with, or how much was opened. */
function openText(page: Page, text: string): Promise<Refusal | Record<string, number>> {
  return page.evaluate(
    (content) =>
      window.sayso!.open(new Blob([content])).then(
        ({ counts }) => ({ ...counts }),
        (error: unknown) => {
          const { code, message, where } = error as Refusal;
          return { code, message, where };
        },
      ),
    text,
  );
}

/** A page without a story still works: it says what is wrong, and a file can be opened in it. */
async function expectUsable(page: Page): Promise<void> {
  await expect(page.getByRole('main', { name: 'Graph' })).toBeVisible();
  const small = sampleFile([sampleEntity('a', { name: 'Ada' })], []);
  expect(await openText(page, JSON.stringify(small))).toMatchObject({ entities: 1 });
  await expect(alert(page)).toHaveCount(0);
  await untilLive(page);
  await clickEntity(page, 'a');
  await expect(heading(page)).toHaveText('Ada');
}

test('a story that is missing is said to be missing', async ({ page }) => {
  await page.route(BUNDLED, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(alert(page)).toContainText(/Nothing was found at data\/musk-putin-2024\.json; check .+\./);
  await expectUsable(page);
});

test('a story that is not JSON is said to be unreadable', async ({ page }) => {
  await page.route(BUNDLED, (route) => route.fulfill({ body: '<!doctype html><title>Log in</title>' }));
  await page.goto('./');
  await expect(alert(page)).toContainText(/The file is not readable as JSON at data\/musk-putin-2024\.json; .+\./);
  await expectUsable(page);
});

const good = (change: object): string => JSON.stringify({ ...sampleFile([sampleEntity('a')], []), ...change });
const REFUSED: readonly (readonly [what: string, text: string, refusal: Partial<Refusal>, sentence: RegExp])[] = [
  ['not JSON', '{"sayso": 1,', { code: 'not-json', where: '' }, /not readable as JSON/],
  ['nothing', '', { code: 'empty-file' }, /There is nothing in the file/],
  ['another kind of file', '{"nodes": []}', { code: 'unknown-format' }, /none of the formats that are read here/],
  ['a list', '[]', { code: 'unknown-format' }, /none of the formats that are read here/],
  ['prose', 'Call me back.', { code: 'unknown-format' }, /none of the formats that are read here/],
  [
    'a version to come',
    good({ sayso: 2 }),
    { code: 'unknown-version', where: 'sayso' },
    /version “2”.*reads version 1/,
  ],
  [
    'a wrong shape',
    good({ entities: [{ id: 'a', kind: 'Ghost', name: 'A' }] }),
    { code: 'invalid', where: 'entities[0].kind' },
    /does not follow the format at entities\[0\]\.kind/,
  ],
  [
    'no entities',
    good({ entities: null }),
    { code: 'invalid', where: 'entities' },
    /does not follow the format at entities/,
  ],
  [
    'one id twice',
    good({ entities: [sampleEntity('a'), sampleEntity('a')] }),
    { code: 'duplicate-id', where: 'entities[1] (a)' },
    /The id “a” is used more than once.*at entities\[1\] \(a\)/,
  ],
  [
    'a relation to nobody',
    good({ relations: [sampleRelation('r', 'a', 'gone', [sampleClaim('c')])] }),
    { code: 'dangling-reference', where: 'relations[0] (r).to' },
    /“gone”/,
  ],
];

test('files that cannot be opened are refused with one sentence, and the story stays as it was', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'tesla');
  const before = await readScene(page);
  for (const [what, text, refusal, sentence] of REFUSED) {
    await test.step(what, async () => {
      const refused = (await openText(page, text)) as Refusal;
      expect(refused).toMatchObject(refusal);
      expect(refused.message).toMatch(sentence);
      expect(refused.message, 'one sentence').toMatch(/^[^;]+; [^;]+\.$/);
      await expect(alert(page)).toHaveCount(1);
      await expect(alert(page)).toContainText(refused.message);
      await expect(alert(page)).toContainText('was open before is still there');
      await expect(heading(page)).toHaveText('Tesla');
      expect((await readScene(page)).nodes.map(({ id, x, y }) => ({ id, x, y }))).toEqual(
        before.nodes.map(({ id, x, y }) => ({ id, x, y })),
      );
      await alert(page).getByRole('button', { name: 'Close' }).click();
      await expect(alert(page)).toHaveCount(0);
    });
  }
  await clickEntity(page, 'china');
  await expect(heading(page)).toHaveText('China');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STORY.title);
});

function isInside({ x, y, width, height }: Box, outer: Box): boolean {
  return (
    x >= outer.x - 1 &&
    y >= outer.y - 1 &&
    x + width <= outer.x + outer.width + 1 &&
    y + height <= outer.y + outer.height + 1
  );
}

/** Nothing of a panel stands out sideways, and no link leads to a script. */
async function expectTame(page: Page): Promise<void> {
  const wide = await page.evaluate(() =>
    ['#details', 'main', 'header', 'html'].filter((selector) => {
      const element = document.querySelector(selector)!;
      return element.scrollWidth > element.clientWidth + 1;
    }),
  );
  expect(wide).toEqual([]);
  const addresses = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) expect(address).toMatch(/^(https?|mailto):/);
}

test('a hostile file runs nothing, links to nothing dangerous and stays in its boxes', async ({ page }) => {
  test.slow();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await openSite(page);
  const opened = await openText(page, buildHostile());
  expect(opened).toMatchObject({ entities: HOSTILE_NAMES.size });
  await expectTame(page);
  const area = (await page.getByRole('application').boundingBox())!;
  const { nodes } = await readScene(page);
  expect(nodes).toHaveLength(HOSTILE_NAMES.size);
  for (const { id, screen } of nodes) expect(isInside(screen!, area), id).toBe(true);
  for (const { id, label } of nodes) {
    await page.evaluate((each) => window.sayso!.select(each), id);
    await expect(heading(page)).not.toHaveText('About this story');
    await expect(details(page)).toContainText('<img src=x onerror=');
    await expectTame(page);
    expect(label).toBe(HOSTILE_NAMES.get(id));
  }
  await page.getByRole('combobox', { name: 'Search' }).fill('<img src=x');
  await page.getByRole('option').first().click();
  for (const relation of ['r-long', 'r-markup']) await page.evaluate((id) => window.sayso!.select(id), relation);
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByRole('table')).toContainText('<img src=x');
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expect(page.getByRole('main')).toContainText('<script>');
  await expectTame(page);
  const svg = await page.evaluate(async () => (await window.sayso!.picture({ scope: 'all' })).text());
  const picture = await readPicture(page, svg);
  expect(picture.hasScript).toBe(false);
  expect(picture.outside).toEqual([]);
  expect(await page.locator('img[src="x"], script:not([src]):not([type="application/json"])').count()).toBe(0);
  const marks = await page.evaluate(() => [Reflect.get(window, '__pwned'), Reflect.get({}, 'polluted')]);
  expect(marks).toEqual([undefined, undefined]);
  expect(errors).toEqual([]);
});

test('an empty dataset and one of a single entity are no dead ends', async ({ page }) => {
  await openSite(page);
  expect(await openText(page, JSON.stringify(sampleFile([], [], { title: 'Nothing yet' })))).toMatchObject({
    entities: 0,
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing yet');
  await expect(page.getByText('This dataset holds no entities yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/nothing to export/);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByText('There is nothing to list.')).toBeVisible();
  await page.getByRole('tab', { name: 'Graph' }).click();
  expect(await openText(page, JSON.stringify(sampleFile([sampleEntity('a', { name: 'Ada' })], [])))).toMatchObject({
    entities: 1,
  });
  await expect(page.getByText('This dataset holds no entities yet.')).toHaveCount(0);
  await clickEntity(page, 'a');
  await expect(details(page)).toContainText('Ada has no relations in this dataset.');
});

test('a dataset too large to draw opens on a readable part, and everything else is within reach', async ({ page }) => {
  await openSite(page);
  const large = buildGeneratedDataset(1000, 3000, 7);
  const counts = await openText(page, JSON.stringify(large));
  expect(counts).toMatchObject({ entities: 1000, relations: 3000 });
  const { nodes, hidden } = await readScene(page);
  expect(nodes.length).toBeGreaterThan(10);
  expect(nodes.length).toBeLessThan(80);
  expect(nodes.length + hidden.entities).toBe(1000);
  await expect(page.getByText(`${nodes.length} of 1,000 entities are drawn`)).toBeVisible();
  const shown = new Set(nodes.map(({ id }) => id as string));
  const far = large.entities.find(({ id }) => !shown.has(id))!;

  await page.getByRole('combobox', { name: 'Search' }).fill(far.name);
  await expect(page.getByRole('option').first()).toContainText(far.name);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(far.name);
  await expect
    .poll(async () => (await readScene(page)).nodes.map(({ id }) => id as string), { timeout: UNTIL_ARRANGED })
    .toContain(far.id);
  await expect(page.getByText(`Only what is around ${far.name}`)).toBeVisible();

  await page.getByRole('tab', { name: 'Table' }).click();
  const last = large.relations.at(-1)!;
  await page
    .getByRole('searchbox', { name: 'Filter rows' })
    .fill(large.entities.find(({ id }) => id === last.from)!.name);
  await page.locator(`tr[data-row="${last.id}"] button`).click();
  await expect(page.locator(`tr[data-row="${last.id}"]`)).toHaveClass(/is-marked/);
  await page.getByRole('tab', { name: 'Graph' }).click();
  await expect
    .poll(async () => (await readScene(page)).nodes.map(({ id }) => id as string), { timeout: UNTIL_ARRANGED })
    .toContain(last.from);
  await page.getByRole('button', { name: 'Show everything again' }).click();
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(nodes.length);
});
