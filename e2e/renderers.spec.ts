import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { buildGallery } from '../src/picture/galleryFixture.ts';
import { takePicture, unzip } from './exportDialog.ts';
import { openSite } from './site.ts';

/** What of a page of a picture is not as it must be, as Chromium draws it with its embedded fonts. */
interface Seen {
  readonly outside: readonly string[];
  readonly overlapping: readonly string[];
  /** The share of pixels that a second renderer draws otherwise, text apart. */
  readonly different: number;
}

interface Asked {
  readonly svg: string;
  /** The same without text, as PNG by the second renderer. */
  readonly other: string;
}

async function lookInPage({ svg, other }: Asked): Promise<Seen> {
  document.body.innerHTML = svg.slice(svg.indexOf('<svg'));
  const root = document.querySelector('svg')!;
  document.body.style.margin = '0';
  await Promise.all([...document.fonts].map((font) => font.load()));
  const { width, height } = root.getBoundingClientRect();
  // What of an em box holds ink: lines of text stand closer than their boxes are high.
  const boxes = [...root.querySelectorAll('text')].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const slack = Number.parseFloat(getComputedStyle(text).fontSize) * 0.25;
    return { left: left + 2, right: right - 2, top: top + slack, bottom: bottom - slack, what: text.textContent };
  });
  const isOutside = ({ left, right, top, bottom }: (typeof boxes)[number]): boolean =>
    left < 0 || top < 0 || right > width || bottom > height;
  const overlapping = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.what} | ${b.what}`),
  );
  const draw = async (url: string): Promise<Uint8ClampedArray> => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.floor(width), Math.floor(height)];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const textless = svg.replace(/<text\b.*?<\/text>/gs, '');
  const mine = await draw(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(textless)}`);
  const theirs = await draw(`data:image/png;base64,${other}`);
  let count = 0;
  for (let at = 0; at < mine.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(mine[at + channel]! - theirs[at + channel]!) > 96)) count += 1;
  }
  const outside = boxes.filter(isOutside).map(({ what }) => what);
  return { outside, overlapping, different: (count * 4) / mine.length };
}

function drawElsewhere(svg: string): string {
  const image = new Resvg(svg.replace(/<text\b.*?<\/text>/gs, '')).render();
  return Buffer.from(image.asPng()).toString('base64');
}

async function takePages(page: Page): Promise<string[]> {
  const bytes = await takePicture(page, { format: 'svg' });
  if (bytes.toString('latin1', 0, 2) !== 'PK') return [bytes.toString()];
  return [...unzip(bytes)].filter(([name]) => name.endsWith('.svg')).map(([, file]) => file.toString());
}

test.beforeAll(async () => {
  await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
});

const GALLERY = buildGallery();

// In two, for two workers.
for (const half of [0, 1]) {
  test(`twenty things that are hard to draw, part ${half + 1}: nothing is cut or covered, and a second renderer draws them alike`, async ({
    page,
    context,
  }) => {
    await openSite(page);
    const blank = await context.newPage();
    for (const { name, dataset } of GALLERY.filter((_, i) => i % 2 === half)) {
      await page.evaluate((file) => window.sayso!.open(file), dataset.file);
      if (dataset.entities.size === 0) {
        await expect(takePages(page), name).rejects.toThrow('There is nothing to export');
        continue;
      }
      for (const svg of await takePages(page)) {
        const seen = await blank.evaluate(lookInPage, { svg, other: drawElsewhere(svg) });
        expect.soft(seen.outside, name).toEqual([]);
        expect.soft(seen.overlapping, name).toEqual([]);
        expect.soft(seen.different, name).toBeLessThan(0.00001);
      }
    }
  });
}
