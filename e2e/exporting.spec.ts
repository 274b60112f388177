import { readFileSync } from 'node:fs';
import { type Browser, type Download, expect, type Locator, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import type { DatasetFile } from '../src/model/records.ts';
import type { PictureRequest as DraftRequest } from '../src/picture/draftPicture.ts';
import { readPicture } from './pictureFile.ts';
import { readPngSize, readStrip } from './pixels.ts';
import { clickEntity, nameOf, openSite, readScene, STORY } from './site.ts';

type PictureRequest = Omit<DraftRequest, 'view'> & { readonly format?: 'svg' | 'png' };

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export', exact: true });
const preview = (page: Page): Locator => dialog(page).getByRole('img');
const field = (page: Page, name: string): Locator => dialog(page).getByRole('combobox', { name });
const UPDATED = STORY.updated!.slice(0, 10);

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(preview(page)).toBeVisible();
}

/** Does something and waits until the preview shows it. */
async function changing(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await preview(page).getAttribute('src');
  await act();
  await expect(preview(page)).not.toHaveAttribute('src', before ?? '');
}

async function choose(page: Page, role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
  await changing(page, () => dialog(page).getByRole(role, { name }).click());
}

async function save(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** What `window.sayso` makes, as bytes. */
async function take(page: Page, method: 'picture' | 'export', request: object): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([name, asked]) => {
      const blob = await window.sayso![name](asked as ExportOptions);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
    [method, request] as const,
  );
  return Buffer.from(base64, 'base64');
}

const takePicture = (page: Page, request: PictureOptions): Promise<Buffer> => take(page, 'picture', request);
const takeExport = (page: Page, request: ExportOptions): Promise<Buffer> => take(page, 'export', request);

function unzip(bytes: Buffer): Map<string, Buffer> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, each]) => [name, Buffer.from(each)]));
}

function neighbourhood(id: string, hops: number): Set<string> {
  const reached = new Set([id]);
  for (let hop = 0; hop < hops; hop += 1) {
    const before = new Set(reached);
    for (const { from, to } of STORY.relations) {
      if (before.has(from)) reached.add(to);
      if (before.has(to)) reached.add(from);
    }
  }
  return reached;
}

/** Everybody who denies or limits a relation, as it is said. */
function denialsOf(ids: ReadonlySet<string>): { relation: string; tie: string; words: string }[] {
  return STORY.relations
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .flatMap(({ id, from, to, claims }) =>
      claims.flatMap(({ stance, attribution }) => {
        if (stance !== 'denies' && stance !== 'limits') return [];
        const words = `${stance === 'denies' ? 'denied' : 'limited'} by ${nameOf(attribution[0]!.entity!)}`;
        return [{ relation: id, tie: [from, to].join(' '), words }];
      }),
    );
}

async function expectWhole(page: Page, svg: string, ids: ReadonlySet<string>): Promise<void> {
  const picture = await readPicture(page, svg);
  expect(Object.keys(picture.names).toSorted()).toEqual([...ids].toSorted());
  for (const id of ids) expect(picture.names[id]).toBe(nameOf(id));
  expect(picture.outside).toEqual([]);
  expect(picture.hasScript).toBe(false);
  const relations = STORY.relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const events = STORY.entities.filter(({ id, kind }) => ids.has(id) && kind === 'Event');
  const all = Array.from({ length: relations.length + events.length }, (_, i) => i + 1);
  expect(picture.numbers.toSorted((a, b) => a - b)).toEqual(all);
  expect(picture.listed.toSorted((a, b) => a - b)).toEqual(all);
  const list = picture.text.replaceAll('\n', ' ');
  for (const { words } of denialsOf(ids)) {
    expect(list).toContain(words);
    expect(picture.description).toContain(words);
    expect(picture.title).toContain(words);
    const said = Object.values(picture.titles).filter((title) => title.includes(words));
    expect(said.length, `${words} at its line`).toBeGreaterThan(0);
  }
  const disputedTies = new Set(denialsOf(ids).map(({ tie }) => tie));
  const marked = Object.values(picture.wordings).filter((wording) => wording.includes('≠'));
  expect(marked).toHaveLength(disputedTies.size);
  for (const wording of marked) expect(wording).toMatch(/≠ (\d+ )?disputed/);
}

test('a neighbourhood is exported as SVG that stands alone, with numbers, deniers and sources', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'trump');
  await openDialog(page);
  await expect(dialog(page).getByRole('radio', { name: 'What is around the selection' })).toBeChecked();
  await expect(preview(page)).toHaveAttribute('alt', /denied by Donald Trump/);
  const { name, bytes } = await save(page);
  expect(name).toBe(`musk-putin-2024-neighbourhood-of-donald-trump-${UPDATED}.svg`);
  await expect(dialog(page).getByRole('status')).toContainText(name);
  const svg = bytes.toString('utf8');
  await expectWhole(page, svg, neighbourhood('trump', 1));
  const picture = await readPicture(page, svg);
  expect(picture.text).toContain('Donald Trump and what is within 1 step');
  expect(picture.text).toMatch(/Data of \d+ \w+ \d{4}/);
  expect(picture.text).toMatch(/News article, 25 October 2024, paragraphs? \d/);
  expect(new Set(picture.fonts)).toEqual(new Set(['Source Sans 3', 'Source Serif 4']));
  expect(picture.text.replaceAll('\n', ' ')).toContain(STORY.title);
  expect(svg).not.toMatch(/href="(?!#)|url\((?!data:)/);

  for (const hops of [2, 3]) {
    await choose(page, 'radio', `${hops} steps`);
    await expect(preview(page)).toHaveAttribute(
      'alt',
      new RegExp(`A graph of ${neighbourhood('trump', hops).size} entities`),
    );
  }
  await choose(page, 'radio', 'Everything');
  const whole = await save(page);
  expect(whole.name).toBe(`musk-putin-2024-${UPDATED}.svg`);
  await expectWhole(page, whole.bytes.toString('utf8'), new Set(STORY.entities.map(({ id }) => id as string)));
});

test('title, legend, sources and paper can be left out, and the denials stay', async ({ page }) => {
  await openSite(page, '#v1&s=r-trump-putin-ties');
  await openDialog(page);
  await choose(page, 'radio', 'What is selected');
  const full = await readPicture(page, (await save(page)).bytes.toString('utf8'));
  expect(Object.keys(full.names).toSorted()).toEqual(['putin', 'trump']);
  expect(full.text).toContain('Shapes');
  await choose(page, 'checkbox', 'Title');
  await choose(page, 'checkbox', 'Legend');
  await choose(page, 'checkbox', 'Numbered sources');
  await choose(page, 'checkbox', 'Transparent ground');
  const { bytes } = await save(page);
  const bare = await readPicture(page, bytes.toString('utf8'));
  expect(bare.text.replaceAll('\n', ' ')).not.toContain(STORY.title);
  expect(bare.text).not.toContain('Shapes');
  expect(bare.numbers).toEqual([]);
  expect(bare.listed).toEqual([]);
  expect(bare.text.replaceAll('\n', ' ')).toContain('denied by Donald Trump');
  expect(bare.description).toContain('denied by Donald Trump');
  expect(bare.height).toBeLessThan(full.height);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
});

async function openDense(browser: Browser, baseURL: string | undefined, deviceScaleFactor: number): Promise<Page> {
  const context = await browser.newContext({ deviceScaleFactor, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openSite(page, '#v1&s=xi');
  return page;
}

test('a PNG has the same pixels on every screen, with a clean edge', async ({ browser, baseURL }) => {
  const [plain, dense] = [await openDense(browser, baseURL, 1), await openDense(browser, baseURL, 2)];
  const svg = await readPicture(plain, (await takePicture(plain, { scope: 'neighbourhood' })).toString('utf8'));
  for (const scale of [1, 2, 3, 4]) {
    const request = { format: 'png', scope: 'neighbourhood', scale } as const;
    const [one, two] = [await takePicture(plain, request), await takePicture(dense, request)];
    expect(readPngSize(one)).toEqual({ width: svg.width * scale, height: svg.height * scale });
    expect(readPngSize(two)).toEqual(readPngSize(one));
    const { colours, inks } = await readStrip(plain, one, scale);
    expect(colours, `edge at ${scale}`).toHaveLength(1);
    expect(colours[0]).toMatch(/,255$/);
    expect(inks).toBeGreaterThan(20);
  }
  const clear = await takePicture(dense, {
    format: 'png',
    scope: 'neighbourhood',
    scale: 1,
    background: 'transparent',
  });
  expect((await readStrip(dense, clear, 1)).colours).toEqual(['0,0,0,0']);

  await openDialog(dense);
  await pick(dense, 'File', 'png');
  await pick(dense, 'Size', '3');
  const { name, bytes } = await save(dense);
  expect(name).toBe(`musk-putin-2024-neighbourhood-of-xi-jinping-${UPDATED}.png`);
  expect(readPngSize(bytes)).toEqual({ width: svg.width * 3, height: svg.height * 3 });
  await Promise.all([plain.context().close(), dense.context().close()]);
});

test('a picture is copied with its description, as one thing', async ({ browser, baseURL }) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ permissions, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openSite(page, '#v1&s=xi');
  await openDialog(page);
  await dialog(page).getByRole('button', { name: 'Copy picture with its description' }).click();
  await expect(dialog(page).getByText('The picture and its description are in the clipboard.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    const words = await items[0]!.getType('text/plain');
    return { types: items.map((item) => [...item.types].toSorted()), words: await words.text() };
  });
  expect(copied.types).toEqual([['image/png', 'text/plain']]);
  expect(copied.words).toContain('Xi Jinping');
  await context.close();
});

test('past a browser’s limit a sentence and an offer stand in place of a blank file', async ({ page }) => {
  await openSite(page);
  await page.evaluate((dataset) => window.sayso!.open(dataset), buildGeneratedDataset(500, 1000, 1));
  const request = { format: 'png', scale: 4, sources: false } as const;
  const refused = await page.evaluate(async (asked) => {
    try {
      await window.sayso!.picture(asked);
      return null;
    } catch (error) {
      const { code, message, where } = error as { code: string; message: string; where: string };
      return { code, message, where };
    }
  }, request);
  expect(refused).toMatchObject({ code: 'picture-too-large', where: '' });
  const [, offered] = /is larger than this browser can make; choose at most ([\d.]+)×, .+\.$/.exec(refused!.message)!;
  const bytes = await takePicture(page, { ...request, scale: Number(offered) });
  expect(bytes.length).toBeGreaterThan(100_000);
});

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

test('a script takes pictures by scope, and learns what it may not ask for', async ({ page }) => {
  await openSite(page);
  const refuse = (request: PictureOptions) =>
    page.evaluate(
      (asked) =>
        window.sayso!.picture(asked).then(
          () => 'a picture',
          (error: unknown) => Reflect.get(Object(error), 'code') as string,
        ),
      request,
    );
  expect(await refuse({ scope: 'selection' })).toBe('no-scope');
  await page.evaluate(() => window.sayso!.select(['tesla', 'spacex']));
  const two = await readPicture(page, (await takePicture(page, { scope: 'selection', title: 'Two firms' })).toString());
  expect(Object.keys(two.names).toSorted()).toEqual(['spacex', 'tesla']);
  expect(two.text).toContain('Two firms');
  await page.evaluate(() => window.sayso!.select('xi'));
  for (let times = 0; times < 5; times += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  const area = (await page.getByRole('application').boundingBox())!;
  const inView = async (): Promise<number> =>
    (await readScene(page)).nodes.filter(
      ({ screen }) => screen!.x < area.x + area.width && screen!.y < area.y + area.height,
    ).length;
  await expect.poll(inView).toBeLessThan(STORY.entities.length);
  const seen = await readPicture(page, (await takePicture(page, { scope: 'visible' })).toString());
  expect(Object.keys(seen.names).length).toBeLessThan(STORY.entities.length);
  expect(Object.keys(seen.names).length).toBeGreaterThan(0);
});
