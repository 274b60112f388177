import { expect, test } from '@playwright/test';
import type { DatasetFile } from '../src/model/records.ts';
import { changing, dialog, field, openDialog, save, takeExport, takePicture, UPDATED, unzip } from './exportDialog.ts';
import { readStrip } from './pixels.ts';
import { openSite, STORY } from './site.ts';

interface PngChunk {
  readonly name: string;
  readonly body: Buffer;
}

function readChunks(png: Buffer): PngChunk[] {
  const chunks: PngChunk[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) });
  }
  return chunks;
}

test('pictures come in every format, and a PNG says what it shows and of which data', async ({ page }) => {
  await openSite(page);
  const request = { scope: 'neighbourhood', ids: ['trump'], scale: 1 } as const;
  const png = await takePicture(page, { ...request, format: 'png' });
  const texts = readChunks(png).flatMap(({ name, body }) => (name === 'iTXt' ? [body.toString()] : []));
  expect(texts.map((text) => text.split('\0')[0])).toEqual(['Title', 'Software', 'Source', 'Description']);
  expect(texts.join('\n')).toContain('denied by Donald Trump');
  expect(texts[2]).toContain(`updated ${UPDATED}`);
  const jpeg = await takePicture(page, { ...request, format: 'jpeg', background: 'transparent' });
  expect(jpeg.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect((await readStrip(page, jpeg, 1)).colours).toHaveLength(1);
  const webp = await takePicture(page, { ...request, format: 'webp' });
  expect(webp.toString('latin1', 0, 4) + webp.toString('latin1', 8, 12)).toBe('RIFFWEBP');
});

test('a picture of several pages is a ZIP, and prints as vectors on sheets of their size', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', document.title);
  });
  await openSite(page);
  await openDialog(page);
  await changing(page, () => field(page, 'Shape').selectOption({ label: 'A4 portrait' }));
  await expect(dialog(page).getByText(/^Page 1 of \d$/)).toBeVisible();
  const { name, bytes } = await save(page);
  expect(name).toBe(`musk-putin-2024-${UPDATED}.zip`);
  const files = unzip(bytes);
  const pages = [...files.keys()].filter((each) => each.endsWith('.svg'));
  expect(pages.length).toBeGreaterThan(1);
  expect(files.get('descriptions.txt')!.toString()).toContain('denied by Donald Trump');
  const drawn = pages.map((each) => files.get(each)!.toString()).join('');
  expect(drawn).toContain('denied by Donald Trump');

  const title = await page.title();
  await dialog(page).getByRole('button', { name: 'Print or save as PDF' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', `musk-putin-2024-${UPDATED}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(pages.length);
  for (const [, width, height] of pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)) {
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  }
  expect(pdf).toContain('/FontName');
  expect(pdf).not.toContain('/Subtype /Image');
  await expect(page.locator('.printed')).toHaveCount(0);
  expect(await page.title()).toBe(title);
});

test('a dossier is printed without the page around it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', document.title);
  });
  await openSite(page, '#v1&s=trump');
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog(page).getByText('Dossier', { exact: true }).click();
  await dialog(page).getByRole('radio', { name: 'What is selected' }).check();
  const print = dialog(page).getByRole('button', { name: 'Print or save as PDF' });
  await expect(print).toBeEnabled();
  await print.click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /dossier-donald-trump/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed h1')).toContainText('Donald Trump');
  await expect(page.locator('.printed')).toContainText('≠ Denied by Donald Trump');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main', { name: 'Graph' })).toBeHidden();
});

test('everything else that leaves the page: data that opens again, tables, words, sources, series', async ({
  page,
}) => {
  await openSite(page);
  const part = { scope: 'neighbourhood', ids: ['trump'] } as const;
  const json: DatasetFile = JSON.parse((await takeExport(page, { ...part, format: 'sayso' })).toString());
  expect(json.entities.length).toBeLessThan(STORY.entities.length);
  const tables = unzip(await takeExport(page, { ...part, format: 'csv' }));
  expect(tables.get('relations.csv')!.toString()).toMatch(/^\ufeffid,/);
  expect((await takeExport(page, { ...part, format: 'dossier-markdown' })).toString()).toMatch(
    /denied by Donald Trump/i,
  );
  expect((await takeExport(page, { ...part, format: 'sources-ris' })).toString()).toMatch(/^TY {2}- /);
  const html = (await takeExport(page, { ...part, format: 'html' })).toString();
  expect(html).toContain('denied by Donald Trump');
  const story = STORY.stories![0] as { readonly id: string; readonly steps: readonly unknown[] };
  const series = unzip(await takePicture(page, { format: 'svg', story: story.id }));
  expect([...series.keys()].filter((name) => name.endsWith('.svg'))).toHaveLength(story.steps.length);
  const { issues } = await page.evaluate((file) => window.sayso!.open(file), json);
  expect(issues).toEqual([]);
});

test('the answer to how two are connected is a dossier of the path that is lit', async ({ page }) => {
  await openSite(page, '#v1&s=trump,xi');
  await page.getByRole('application').press('t');
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { level: 2 })).toContainText(
    'connected',
  );
  await openDialog(page);
  await expect(dialog(page).getByRole('radio', { name: 'The path that is lit' })).toBeChecked();
  await dialog(page).getByText('Dossier', { exact: true }).click();
  await expect(dialog(page).getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
  const { name, bytes } = await save(page);
  expect(name).toMatch(/^musk-putin-2024-dossier-donald-trump-elon-musk-.*\.html$/);
  const [path] = await page.evaluate(() => window.sayso!.paths('trump', 'xi'));
  const dossier = bytes.toString();
  for (const { relation } of path!.steps) {
    const { from, to } = STORY.relations.find(({ id }) => id === relation)!;
    for (const end of [from, to]) expect(dossier).toContain(STORY.entities.find(({ id }) => id === end)!.name);
  }
  expect(dossier).not.toContain('The Pentagon');
  await page.keyboard.press('Escape');
  const refused = await page.evaluate(() => window.sayso!.export(undefined as never).catch((error) => error.message));
  expect(refused).toContain('give one of: svg, png');
});
