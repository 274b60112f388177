import { AxeBuilder } from '@axe-core/playwright';
import { expect, type JSHandle, type Locator, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { sampleEntity, sampleFile } from '../src/model/sampleFixture.ts';
import { openSite, STORY } from './site.ts';

const TABLE = [
  'Person,Company,Relation,Since,Source',
  'Ann Able,Acme Ltd,director of,2019-03-04,https://example.org/a',
  'Ben Bold,Acme Ltd,Director of,sometime,https://example.org/b',
  'Ann Able,Bold & Sons,owner of,2020-01-02,',
].join('\n');

const start = (page: Page): Locator => page.getByRole('dialog', { name: 'Open', exact: true });
const mapping = (page: Page): Locator => page.getByRole('dialog', { name: /^How the tables? (is|are) read$/ });
const report = (page: Page): Locator => page.getByRole('dialog', { name: 'What was understood' });
const title = (page: Page): Locator => page.getByRole('banner').getByRole('heading', { level: 1 });
const live = (page: Page): Locator => page.locator('.page > [role="status"].unseen');

async function openStart(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
  await expect(start(page)).toBeVisible();
}

async function pick(page: Page, name: string, text: string): Promise<void> {
  await openStart(page);
  await start(page)
    .getByLabel('Choose files')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const counts = (page: Page): Promise<{ entities: number; relations: number }> =>
  page.evaluate(() => {
    const { entities, relations } = window.sayso!.dataset();
    return { entities: entities.length, relations: relations.length };
  });

async function expectStory(page: Page): Promise<void> {
  expect(await counts(page)).toEqual({ entities: STORY.entities.length, relations: STORY.relations.length });
}

/** Files as the system hands them over while they are dragged. */
function dragged(page: Page, name: string, text: string): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
}

const small = (name: string): string => JSON.stringify(sampleFile([sampleEntity(name, { name })], []));

test('a table is picked, its guess is looked at and mended, and the report says what was understood', async ({
  page,
}) => {
  await openSite(page);
  await pick(page, 'boards.csv', TABLE);
  await expect(mapping(page)).toBeVisible();
  await expect(mapping(page)).toContainText('boards.csv: 3 rows');
  await expect(mapping(page).getByLabel('What “Person” is')).toHaveValue('from');
  await expect(mapping(page).getByLabel('What “Company” is')).toHaveValue('to');
  await expect(mapping(page)).toContainText(/Ann Able .* Acme Ltd/);
  await mapping(page).getByLabel('What “Source” is').selectOption('ignore');
  await expect(mapping(page).locator('.preview-list li').first()).toContainText('unsourced');
  await mapping(page).getByLabel('What “Source” is').selectOption('source');
  await expect(mapping(page).locator('.preview-list li').first()).toContainText('1 origin');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await mapping(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => counts(page)).toEqual({ entities: 4, relations: 3 });
  await page.getByRole('button', { name: 'What was understood' }).click();
  await expect(report(page)).toContainText('4 entities and 3 relations are open.');
  await expect(report(page)).toContainText('boards.csv');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    report(page).getByRole('button', { name: 'Download as text' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('what-was-understood.txt');

  await report(page).getByRole('button', { name: 'Read the tables differently' }).click();
  await expect(mapping(page).getByLabel('What “Person” is')).toHaveValue('from');
  await mapping(page).getByRole('button', { name: 'Cancel' }).click();
  expect(await counts(page)).toEqual({ entities: 4, relations: 3 });
});

test('a file that is dropped anywhere is opened, or added where it is dropped on the place for that', async ({
  page,
}) => {
  await openSite(page);
  const drop = async (name: string, on: string): Promise<void> => {
    const dataTransfer = await dragged(page, `${name}.json`, small(name));
    await page.dispatchEvent('main', 'dragenter', { dataTransfer });
    await expect(page.getByText('Drop to open')).toBeVisible();
    await page.dispatchEvent(on, 'drop', { dataTransfer });
    await expect(page.getByText('Drop to open')).toHaveCount(0);
  };
  await drop('Ada', '.drop-replace');
  await expect.poll(() => counts(page)).toEqual({ entities: 1, relations: 0 });
  await drop('Bea', '.drop-add');
  await expect.poll(() => counts(page)).toEqual({ entities: 2, relations: 0 });
});

test('a table that is pasted on the page is offered, and replaces nothing until it is opened', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSite(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), TABLE.replaceAll(',', '\t'));
  await page.locator('body').click({ position: { x: 640, y: 40 } });
  await page.keyboard.press('Control+V');
  await expect(start(page).getByRole('group', { name: 'Pasted, and not opened yet' })).toContainText('Ann Able');
  await expectStory(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await start(page).getByRole('button', { name: 'Open it' }).click();
  await mapping(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => counts(page)).toEqual({ entities: 4, relations: 3 });
});

test('Escape stops what is being opened, and what was open is still there', async ({ page }) => {
  await openSite(page);
  await pick(page, 'large.json', JSON.stringify(buildGeneratedDataset(8000, 24_000, 1)));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/^Opening large\.json/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(live(page)).toHaveText('Stopped. What was open before is still there.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectStory(page);
  await expect(title(page)).toHaveText(STORY.title);
});

test('a file that cannot be read says why, and leaves what was open', async ({ page }) => {
  await openSite(page);
  await pick(page, 'broken.json', '{"sayso": 1,');
  await expect(page.getByRole('alert')).toContainText('The dataset that was open before is still there.');
  await expectStory(page);
});

test('names in another script are drawn in the font that they were measured in', async ({ page }) => {
  await openSite(page);
  const isLoaded = await page.evaluate(async (file) => {
    const has = () => document.fonts.check('600 14px "Source Sans 3"', 'Я');
    const before = has();
    await window.sayso!.open(new File([file], 'names.json'));
    return [before, has()];
  }, small('Ірина Яковенко'));
  expect(isLoaded).toEqual([false, true]);
});

test('what is opened can be added to what is open', async ({ page }) => {
  await openSite(page);
  await openStart(page);
  await start(page).getByRole('radio', { name: 'Add to what is open' }).check();
  await start(page).getByLabel('Paste a table or JSON').fill(small('Ada'));
  await start(page).getByRole('button', { name: 'Open what was pasted' }).click();
  await expect
    .poll(() => counts(page))
    .toEqual({ entities: STORY.entities.length + 1, relations: STORY.relations.length });
});
