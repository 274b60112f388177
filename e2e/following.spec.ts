import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { ViewChange } from '../src/model/viewFile.ts';
import { readPicture } from './pictureFile.ts';
import { details, heading, openSite, readScene, STORY } from './site.ts';

const ALL = STORY.relations.length;
const OCTOBER_2022: ViewChange = { asOf: '2022-10-31' };
const RUMOURED: ViewChange = { filters: { modalities: ['rumoured'] } };

async function openUnder(page: Page, view: ViewChange): Promise<void> {
  await openSite(page);
  await page.evaluate((change) => window.sayso!.set(change), view);
}

const select = (page: Page, id: string): Promise<void> => page.evaluate((wanted) => window.sayso!.select(wanted), id);

async function drawnRelations(page: Page): Promise<string[]> {
  return (await readScene(page)).edges.flatMap(({ relations }) => relations as readonly string[]).toSorted();
}

async function rowIds(page: Page): Promise<string[]> {
  const ids = await page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['row'] ?? ''));
  return ids.toSorted();
}

for (const [name, view] of [
  ['the public clock', OCTOBER_2022],
  ['a filter', RUMOURED],
  ['valid time', { held: '2023' }],
] as const) {
  test(`the table lists what the graph draws under ${name}`, async ({ page }) => {
    await openUnder(page, view);
    const drawn = await drawnRelations(page);
    expect(drawn.length).toBeLessThan(ALL);
    await page.getByRole('tab', { name: 'Table' }).click();
    await expect(page.getByRole('caption')).toHaveText(`${drawn.length} of ${ALL} relations`);
    expect(await rowIds(page)).toEqual(drawn);
    await expect(page.getByText(`${ALL - drawn.length} of ${ALL} relations hidden`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Entities', exact: true }).click();
    const nodes = (await readScene(page)).nodes.map(({ id }) => id as string);
    expect(await rowIds(page)).toEqual(nodes.toSorted());
    await page.getByRole('button', { name: 'Show in the filters' }).click();
    await expect(page.getByRole('button', { name: 'Show in the filters' })).toHaveAttribute('aria-expanded', 'true');
  });
}

test('what could be known in October 2022 is told, and what came later only counted', async ({ page }) => {
  await openUnder(page, OCTOBER_2022);
  await expect(details(page)).toContainText(`4 of ${ALL} relations shown`);
  await select(page, 'musk');
  await expect(heading(page)).toHaveText('Elon Musk');
  await expect(details(page)).toContainText('4 of 22 relations · 1 disputed');
  await expect(details(page)).toContainText('limited by Elon Musk');
  await expect(details(page)).toContainText('18 became public later');
  await expect(details(page)).not.toContainText('Starlink terminals');

  await select(page, 'r-trump-putin-ties');
  await expect(details(page)).toContainText('Not public by 31 October 2022');
  await expect(details(page)).toContainText('denied by Donald Trump');
  await expect(details(page)).toContainText('2 claims became public later; 1 of them denies or limits this');
  await page.getByRole('button', { name: 'Go by everything published' }).click();
  await expect(heading(page)).toBeFocused();
  await expect(details(page)).not.toContainText('Not public');
  expect(await page.evaluate(() => window.sayso!.view().asOf)).toBeNull();
});

test('what filters hide is a closed list that keeps its disputes, opened and left by keys', async ({ page }) => {
  await openUnder(page, RUMOURED);
  await select(page, 'musk');
  const summary = details(page).getByText('more, hidden by filters').first();
  await expect(summary).toBeVisible();
  await expect(details(page)).not.toContainText('sold Starlink terminals');
  await details(page).locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const accused = details(page).getByRole('listitem').filter({ hasText: 'sold Starlink terminals to' }).first();
  await expect(accused).toContainText('denied by Elon Musk');
  await expect(accused).toContainText('Hidden by modality');
  await accused.locator('a.line-link').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/sold Starlink terminals to Russia/);
  await expect(details(page)).toContainText('Hidden by modality: only rumoured');
  await expect(details(page).locator('.details-standing')).toContainText('denied by Elon Musk');
  await page.getByRole('button', { name: 'Drop this filter' }).click();
  await expect(details(page)).not.toContainText('Hidden by');
  expect(await drawnRelations(page)).toHaveLength(ALL);
});

test('a source is read whole, and what became public later says so', async ({ page }) => {
  await openUnder(page, { ...OCTOBER_2022, ...RUMOURED });
  await page.getByRole('tab', { name: 'Sources' }).click();
  const claims = page.locator('#panel-sources [data-claim]');
  const count = STORY.relations.flatMap((r) => r.claims).length + STORY.entities.flatMap((e) => e.claims ?? []).length;
  await expect(claims).toHaveCount(count);
  await expect(claims.filter({ hasText: 'became public later, on 25 October 2024' })).toHaveCount(count - 5);
});

test('a picture says by which day and through which filters it was made', async ({ page }) => {
  await openUnder(page, { ...OCTOBER_2022, filters: { modalities: ['reported'] } });
  const words = 'Filters: modality only reported. As published by 31 October 2022.';
  const drawn = (await drawnRelations(page)).length;
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await expect(dialog.getByRole('img')).toHaveAttribute('alt', new RegExp(words.replaceAll('.', '\\.')));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  const scripted = await page.evaluate(async () => (await window.sayso!.picture()).text());
  for (const svg of [saved, scripted]) {
    const picture = await readPicture(page, svg);
    const text = picture.text.replaceAll('\n', ' ').replaceAll(/\s+/g, ' ');
    expect(picture.text.split('\n')[1]).toBe('As published by 31 October 2022');
    expect(text).toContain(`${words} ${drawn} of ${ALL} relations shown`);
    expect(text).toContain('limited by Elon Musk');
    expect(picture.title).toContain(words);
    expect(picture.description).toContain(words);
    expect(picture.outside).toEqual([]);
  }
});

test('lists of what is hidden have no accessibility problem', async ({ page }) => {
  await openUnder(page, { ...OCTOBER_2022, filters: { dispute: 'disputed' } });
  await select(page, 'musk');
  await details(page).locator('summary').first().click();
  expect((await new AxeBuilder({ page }).include('#details').analyze()).violations).toEqual([]);
  await select(page, 'r-musk-sold-russia');
  expect((await new AxeBuilder({ page }).include('#details').analyze()).violations).toEqual([]);
});
