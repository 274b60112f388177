import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { createSiteServer } from '../scripts/serve.mjs';
import { listenForFaults } from './listenForFaults.ts';
import { clickEntity, details, heading, openSite, STORY } from './site.ts';

/** Load, click, search, tables, sources, help, export, colours, and a dataset that the worker reads and arranges. */
async function travel(page: Page): Promise<void> {
  await clickEntity(page, 'musk');
  await expect(heading(page)).toHaveText('Elon Musk');
  await page.getByRole('combobox', { name: 'Search' }).fill('путин');
  await page.getByRole('option').first().click();
  await expect(heading(page)).toHaveText('Vladimir Putin');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expect(page.getByRole('main')).toContainText('Paragraph 1');
  await page.getByRole('tab', { name: 'Graph' }).click();
  await page.getByRole('button', { name: 'How to read this' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Alleged');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('combobox', { name: 'File', exact: true }).selectOption('png');
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  // A dossier is shown as it will look, in its own style.
  await page.getByRole('dialog').getByText('Dossier', { exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'What is disputed (3)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Switch to dark/ }).click();
  const counts = await page.evaluate(
    async (file) => (await window.sayso!.open(new Blob([file]))).counts,
    JSON.stringify(buildGeneratedDataset(30, 40, 3)),
  );
  expect(counts).toMatchObject({ entities: 30, relations: 40 });
  await expect(details(page)).toContainText('30 entities');
}

test('a whole journey asks nobody else, breaks no policy and logs no error', async ({ page, baseURL }) => {
  const { bad, requests } = await listenForFaults(page);
  await openSite(page);
  await travel(page);
  expect(bad).toEqual([]);
  expect(requests.length).toBeGreaterThan(5);
  const foreign = requests.filter((url) => !url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
});

test('the site works from any path', async ({ page }) => {
  const dist = fileURLToPath(new URL('../dist', import.meta.url));
  const server = createSiteServer(dist, { base: '/a/path/' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { bad, requests } = await listenForFaults(page);
  await page.goto(`http://127.0.0.1:${port}/a/path/`);
  await page.waitForFunction(() => window.sayso !== undefined);
  await page.evaluate(() => window.sayso!.ready);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STORY.title);
  const counts = await page.evaluate(
    async (file) => (await window.sayso!.open(new Blob([file]))).counts,
    JSON.stringify(STORY),
  );
  expect(counts.entities).toBe(STORY.entities.length);
  expect(bad).toEqual([]);
  expect(requests.filter((url) => url.startsWith('http') && !url.includes('/a/path/'))).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
});
