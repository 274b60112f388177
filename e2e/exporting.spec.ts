import { type Browser, expect, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import type { PictureOptions } from '../src/api.ts';
import { choose, dialog, field, openDialog, preview, save, takePicture, UPDATED } from './exportDialog.ts';
import { readPicture } from './pictureFile.ts';
import { readPngSize, readStrip } from './pixels.ts';
import { clickEntity, nameOf, openSite, readScene, STORY } from './site.ts';

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
  await field(dense, 'File').selectOption({ label: 'PNG, for any program' });
  await field(dense, 'Size').selectOption('3');
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
  const size = await page.evaluate(async (asked) => (await window.sayso!.picture(asked)).size, {
    ...request,
    scale: Number(offered),
  });
  expect(size).toBeGreaterThan(100_000);
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
