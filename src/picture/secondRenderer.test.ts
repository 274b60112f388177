import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { PALETTES } from '../scene/palette.ts';
import { composePicture } from './composePicture.ts';
import { buildGallery, type Exhibit } from './galleryFixture.ts';
import { EVERYTHING } from './readPictureFixture.ts';
import type { Page } from './writePage.ts';

/** Px at each border that must be bare. */
const STRIP = 14;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** "r,g,b,a" at a px. */
  readonly at: (x: number, y: number) => string;
}

/** A page drawn by resvg, at so many pixels a px. It has no fonts here: shapes, lines and transforms are compared. */
function draw(page: Page, scale = 1): Pixels {
  const image = new Resvg(page.svg, { fitTo: { mode: 'zoom', value: scale } }).render();
  const { width, height, pixels } = image;
  return { width, height, at: (x, y) => pixels.slice((y * width + x) * 4, (y * width + x) * 4 + 4).join(',') };
}

function rgb(hex: string): string {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)).join(',');
}

function stripColours({ width, height, at }: Pixels, strip: number): Set<string> {
  const colours = new Set<string>();
  for (let y = 0; y < height; y += 1) {
    const isRim = y < strip || y >= height - strip;
    for (let x = 0; x < width; x += 1) if (isRim || x < strip || x >= width - strip) colours.add(at(x, y));
  }
  return colours;
}

let gallery: Exhibit[] = [];

beforeAll(async () => {
  await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  gallery = buildGallery();
});

describe('pictures in a second renderer', () => {
  it('have nothing but ground along their borders', () => {
    for (const { name, dataset, scene } of gallery) {
      if (scene.nodes.length > 50) continue;
      for (const page of composePicture(dataset, scene, EVERYTHING).pages) {
        const drawn = draw(page);
        expect([...stripColours(drawn, STRIP)], name).toEqual([`${rgb(PALETTES.light.ground)},255`]);
      }
    }
  });

  it('have the same size in pixels on every paper of a size, to the pixel', () => {
    const { dataset, scene } = gallery.find(({ name }) => name === 'parallel relations')!;
    for (const [paper, width, height] of [
      ['square', 1080, 1080],
      ['wide', 1600, 900],
      ['story', 1080, 1920],
      ['a4', 794, 1123],
    ] as const) {
      const [page] = composePicture(dataset, scene, { ...EVERYTHING, paper }).pages;
      for (const scale of [1, 2]) {
        const { width: w, height: h } = draw(page!, scale);
        expect(Math.abs(w - width * scale), paper).toBeLessThanOrEqual(1);
        expect(Math.abs(h - height * scale), paper).toBeLessThanOrEqual(1);
      }
    }
  });

  it('show every kind of disc in its colour', () => {
    const { dataset, scene } = gallery.find(({ name }) => name === '30 elements')!;
    const [page] = composePicture(dataset, scene, EVERYTHING).pages;
    const { at } = draw(page!);
    const colours = new Set<string>();
    for (let y = 0; y < Math.floor(page!.height); y += 2) {
      for (let x = 0; x < Math.floor(page!.width); x += 2) colours.add(at(x, y));
    }
    for (const { kind } of scene.nodes) expect([...colours]).toContain(`${rgb(PALETTES.light.kinds[kind])},255`);
  });
});
