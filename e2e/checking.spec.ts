import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { details, openSite } from './site.ts';

const exporting = (page: Page): Locator => page.getByRole('dialog', { name: 'Export', exact: true });
const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Check before publishing' });
const list = (page: Page, name: string): Locator =>
  sheet(page)
    .locator('details', { hasText: `${name} (` })
    .first();

async function openExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(exporting(page).getByRole('img')).toBeVisible();
}

test('what is to be published is checked, looked up in the graph, and chosen still', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSite(page, '#v1&s=trump');
  await openExport(page);
  await exporting(page).getByRole('combobox', { name: 'Colours' }).selectOption('print');
  await exporting(page)
    .getByRole('button', { name: /^Check before publishing \(\d+\)$/ })
    .click();
  await expect(sheet(page)).toContainText('Donald Trump and what is within 1 step');
  await expect(list(page, 'Disputed')).toContainText('denied by Donald Trump');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await sheet(page).getByRole('button', { name: 'Copy as text' }).click();
  await expect(sheet(page).getByText('The list is in the clipboard.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/- Donald Trump has ties with Vladimir Putin: rumoured, denied by Donald Trump/);

  await list(page, 'Disputed').getByRole('button', { name: 'Donald Trump has ties with Vladimir Putin' }).click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(/s=r-trump-putin-ties/);
  await openExport(page);
  await expect(exporting(page).getByRole('combobox', { name: 'Colours' })).toHaveValue('print');
});

test('the check sheet is printed whole, without the page around it', async ({ page }) => {
  await openSite(page);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('check before');
  await page.keyboard.press('Enter');
  await expect(list(page, 'none that is known')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const closed = sheet(page).locator('details:not([open]) li').first();
  await expect(closed).toBeVisible();
  await expect(page.getByRole('main', { includeHidden: true })).toBeHidden();
  await expect(sheet(page).getByRole('radio').first()).toBeHidden();
});

test('what cannot be made says why, and one press mends it', async ({ page }) => {
  await openSite(page);
  await openExport(page);
  const alert = exporting(page).getByRole('alert');
  const save = exporting(page).getByRole('button', { name: /^Save/ });
  await exporting(page).getByRole('combobox', { name: 'Shape' }).selectOption('square');
  await expect(alert).toContainText('too large to be read on this sheet');
  await expect(save).toBeDisabled();
  await alert.getByRole('button', { name: /^Use / }).click();
  await expect(exporting(page).getByRole('img')).toBeVisible();
  await expect(alert).toHaveCount(0);

  await page.keyboard.press('Escape');
  await page.evaluate((dataset) => window.sayso!.open(dataset), buildGeneratedDataset(500, 1000, 1));
  await openExport(page);
  await exporting(page).getByRole('combobox', { name: 'File', exact: true }).selectOption('png');
  await exporting(page).getByRole('combobox', { name: 'Size', exact: true }).selectOption('4');
  await expect(alert).toContainText('larger than this browser can make', { timeout: 20_000 });
  await expect(save).toBeDisabled();
  await alert.getByRole('button', { name: /^Use [\d.]+×/ }).click();
  await expect(alert).toHaveCount(0);
  await expect(save).toBeEnabled();
});
