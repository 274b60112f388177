import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Box } from '../src/model/layoutProblem.ts';
import { findInk } from './pixels.ts';
import { findWrittenBoxes, nameOf, openSite, readScene, STORY, untilLive } from './site.ts';

/** Lines of text stand this far apart, in font sizes. */
const LINE = 1.2;

const DISPUTES = STORY.relations.flatMap(({ claims }) =>
  claims.filter(({ stance }) => stance === 'denies' || stance === 'limits'),
);

/** The page whose live graph never comes: its code is asked for and not answered. */
async function openWithoutCanvas(page: Page): Promise<void> {
  await page.route('**/createCanvas-*.js', () => undefined);
  await page.goto('./', { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => window.sayso !== undefined);
  await page.evaluate(() => document.fonts.ready);
}

/** A box around a text's lines as readers see them; browsers report one with the font's whole ascent and descent. */
function trim(box: Box, lines: number, size: number): Box {
  const height = lines * LINE * size;
  return { ...box, y: box.y + (box.height - height) / 2, height };
}

interface WrittenText {
  readonly id: string;
  readonly text: string;
  readonly box: Box;
  /** CSS px as drawn. */
  readonly size: number;
}

async function findTexts(page: Page, selector: string): Promise<WrittenText[]> {
  const found = await page.locator(`.first-picture svg text${selector}`).evaluateAll((texts) =>
    texts.map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      const scale = (text as SVGTextElement).getScreenCTM()!.a;
      return {
        id: text.closest<SVGElement>('g[data-id]')!.dataset['id']!,
        text: text.textContent,
        lines: text.querySelectorAll('tspan[x]').length,
        size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        box: { x, y, width, height },
      };
    }),
  );
  return found.map(({ lines, box, ...rest }) => ({ ...rest, box: trim(box, lines, rest.size) }));
}

function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Discs by entity: everything of an entity's group that is no text, but for an icon, which lies inside. */
async function findDiscs(page: Page): Promise<Map<string, Box>> {
  const shapes = await findWrittenBoxes(page, '.sy-entities g[data-id] > :is(circle, rect, polygon, path)');
  const chips = await findWrittenBoxes(page, '.sy-entities g[data-id] > .sy-disputed');
  return new Map(
    Object.entries(shapes).map(([id, boxes]) => {
      const own = boxes.filter((box) => !chips[id]?.some((chip) => chip.x === box.x && chip.width === box.width));
      return [id, union(own)];
    }),
  );
}

test('without scripting the picture, its names and every denial in words are there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL!);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STORY.title);
  const picture = page.locator('.first-picture svg');
  await expect(picture).toBeVisible();
  const names = await page.locator('.first-picture .sy-entities text').allTextContents();
  expect(names.map((name) => name.replace(/\s*≠ .*$/, '')).toSorted()).toEqual(
    STORY.entities.map(({ name }) => name).toSorted(),
  );
  expect(DISPUTES.length).toBeGreaterThanOrEqual(3);
  const label = await picture.evaluate((svg) => svg.querySelector('desc')!.textContent);
  for (const { stance, attribution } of DISPUTES) {
    const speaker = nameOf(attribution[0]!.entity!);
    const words = `${stance === 'denies' ? 'denied' : 'limited'} by ${speaker}`;
    expect(label).toContain(words);
    await expect(page.locator('noscript li').filter({ hasText: words }).first()).toBeVisible();
  }
  await expect(page.locator('noscript li').filter({ hasText: 'sold Starlink terminals to' })).toContainText(
    'denied by Elon Musk',
  );
  await context.close();
});

function sidesOf({ x, y, width, height }: Box): readonly number[] {
  return [x, y, x + width, y + height];
}

async function openBoth(browser: Browser, options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext({ ...options, viewport: { width: 1280, height: 800 } });
  const [written, live] = [await context.newPage(), await context.newPage()];
  await Promise.all([openWithoutCanvas(written), openSite(live)]);
  return { context, written, live };
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the live graph takes the written picture's place to the pixel, ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    const { context, written, live } = await openBoth(browser, { colorScheme, ...(baseURL ? { baseURL } : {}) });
    const names = await findTexts(written, '.sy-name');
    const discs = await findDiscs(written);
    const { nodes } = await readScene(live);
    expect(nodes.map(({ id }) => id as string).toSorted()).toEqual(names.map(({ id }) => id).toSorted());
    for (const { id, screen } of nodes) {
      const box = union([discs.get(id)!, names.find((name) => name.id === id)!.box]);
      expect(screen, `${id} is live`).not.toBeNull();
      const [is, was] = [sidesOf(screen!), sidesOf(box)];
      // Text is measured without kerning, and browsers round its ascent and descent; the ink is held to a pixel below.
      for (const [i, side] of is.entries())
        expect(Math.abs(side - was[i]!), `${id}: ${is.join()}; ${was.join()}`).toBeLessThan(2);
    }
    const wordings = await findTexts(written, '.sy-wording');
    const chips = await findWrittenBoxes(written, '.sy-disputed');
    const parts = [
      // Texts stand on whole pixels of their own in either drawing; a wording also on the rounded middle of its line.
      ...[...discs].map(([id, box]) => ({ what: `disc of ${id}`, box, near: 0.75 })),
      ...names.map(({ text, box }) => ({ what: text, box, near: 1.5 })),
      ...wordings.map(({ id, text, box }) => ({ what: text, box: union([box, ...(chips[id] ?? [])]), near: 2.5 })),
    ];
    const boxes = parts.map(({ box }) => box);
    const before = await findInk(written, await written.screenshot(), boxes);
    const after = await findInk(live, await live.screenshot(), boxes);
    for (const [i, { what, near }] of parts.entries()) {
      const [was, is] = [before[i]!, after[i]!];
      expect(Math.max(Math.abs(is.x - was.x), Math.abs(is.y - was.y)), what).toBeLessThan(near);
      expect(is.weight / was.weight, what).toBeGreaterThan(0.8);
      expect(is.weight / was.weight, what).toBeLessThan(1.25);
    }
    await context.close();
  });
}

interface Labelled {
  readonly what: string;
  readonly box: Box;
}

function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('names, discs and wordings are whole, large enough and clear of one another', async ({ page }) => {
  await openWithoutCanvas(page);
  const names = await findTexts(page, '.sy-name');
  const wordings = await findTexts(page, '.sy-wording');
  expect(names.map(({ text }) => text.replace(/\s*≠ .*$/, '')).toSorted()).toEqual(
    STORY.entities.map(({ name }) => name).toSorted(),
  );
  const ties = new Set(STORY.relations.map(({ from, to }) => [from, to].toSorted().join(' ')));
  expect(wordings).toHaveLength(ties.size);
  for (const { text, size } of [...names, ...wordings]) expect(size, text).toBeGreaterThanOrEqual(11);

  const chips = await findWrittenBoxes(page, '.sy-disputed');
  const withChip = ({ id, text, box }: WrittenText): Labelled => ({
    what: text,
    box: union([box, ...(chips[id] ?? [])]),
  });
  const discs = [...(await findDiscs(page))].map(([id, box]): Labelled => ({ what: `the disc of ${id}`, box }));
  const all = [...names.map(withChip), ...wordings.map(withChip), ...discs];
  const meetings = all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.what} and ${other.what}`] : [])),
  );
  expect(meetings).toEqual([]);

  const area = (await page.getByRole('application').boundingBox())!;
  for (const { what, box } of all) expect(union([area, box]), `${what} is inside`).toEqual(area);
  expect(area.width).toBeGreaterThan(800);
  expect(area.height).toBeGreaterThan(600);
});

interface Line {
  readonly id: string;
  readonly ends: readonly [x1: number, y1: number, x2: number, y2: number];
}

function findLines(page: Page): Promise<Line[]> {
  return page.locator('.first-picture .sy-lines g[data-id]').evaluateAll((groups) =>
    groups.map((group) => {
      const path = group.querySelector<SVGPathElement>('path')!;
      const matrix = path.getScreenCTM()!;
      const [start, end] = [0, path.getTotalLength()].map((at) => path.getPointAtLength(at).matrixTransform(matrix));
      return { id: (group as SVGElement).dataset['id']!, ends: [start!.x, start!.y, end!.x, end!.y] as const };
    }),
  );
}

function sideOf([x1, y1, x2, y2]: Line['ends'], x: number, y: number): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}

function cross(a: Line['ends'], b: Line['ends']): boolean {
  const splits = (one: Line['ends'], [x1, y1, x2, y2]: Line['ends']): boolean =>
    sideOf(one, x1, y1) * sideOf(one, x2, y2) < 0;
  return splits(a, b) && splits(b, a);
}

function runsThrough(ends: Line['ends'], { x, y, width, height }: Box): boolean {
  const [right, bottom] = [x + width, y + height];
  return cross(ends, [x, y, right, bottom]) || cross(ends, [x, bottom, right, y]);
}

test('no line runs through what belongs to another, and few lines cross', async ({ page }) => {
  await openWithoutCanvas(page);
  const lines = await findLines(page);
  const labels = [...(await findTexts(page, '.sy-name')), ...(await findTexts(page, '.sy-wording'))];
  const discs = [...(await findDiscs(page))].map(([id, box]) => ({ id, text: `the disc of ${id}`, box }));
  const struck = lines.flatMap(({ id, ends }) =>
    [...labels, ...discs]
      .filter((other) => other.id !== id && !JSON.parse(id).includes(other.id) && runsThrough(ends, other.box))
      .map(({ text }) => `${id} through ${text}`),
  );
  expect(struck).toEqual([]);
  const crossings = lines.flatMap((one, i) => lines.slice(i + 1).filter((other) => cross(one.ends, other.ends)));
  expect(crossings.length).toBeLessThanOrEqual(5);
});

test('the first view shows title, date, graph, legend and search box, and nothing that calls for attention', async ({
  page,
}) => {
  await page.goto('./');
  await untilLive(page);
  const published = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(
    new Date(
      STORY.sources
        .map((source) => source.published ?? '')
        .toSorted()
        .at(-1)!,
    ),
  );
  for (const part of [
    page.getByRole('heading', { level: 1, name: STORY.title }),
    page.getByRole('banner').getByText(published),
    page.getByRole('application'),
    page.getByRole('region', { name: 'Legend' }),
    page.getByRole('combobox', { name: 'Search' }),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp(STORY.title.slice(0, 20)));
  const { legend } = await readScene(page);
  const listed = await page.getByRole('region', { name: 'Legend' }).getByRole('listitem').allTextContents();
  expect(listed).toHaveLength(legend.length);
  const kinds = new Set(STORY.entities.map(({ kind }) => kind));
  expect(legend.filter(({ type }) => type === 'kind')).toHaveLength(kinds.size);
  const canvas = (await page.getByRole('main', { name: 'Graph' }).boundingBox())!;
  const [ink] = await findInk(page, await page.screenshot(), [canvas]);
  expect(ink!.weight).toBeGreaterThan(500_000);
  const legendButton = page.getByRole('button', { name: 'Legend' });
  await legendButton.click();
  await expect(page.getByRole('region', { name: 'Legend' })).toHaveCount(0);
  await expect(legendButton).toHaveAttribute('aria-expanded', 'false');
});
