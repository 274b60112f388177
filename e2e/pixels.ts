import type { Page } from '@playwright/test';
import type { Box } from '../src/model/layoutProblem.ts';

/** The middle of what is drawn in a box and how much it is: pixels weighed by their distance from the ground. */
export interface Ink {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

interface Ask {
  readonly png: string;
  readonly boxes: readonly Box[];
}

/** Where the ink is in each of some boxes of a screenshot; `page` only lends its canvas. */
export function findInk(page: Page, png: Buffer, boxes: readonly Box[]): Promise<Ink[]> {
  return page.evaluate(
    async (ask: Ask) => {
      const image = new Image();
      image.src = `data:image/png;base64,${ask.png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const ground = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)!.map(Number);
      return ask.boxes.map((box) => {
        const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
        const [width, height] = [Math.ceil(box.width) + 1, Math.ceil(box.height) + 1];
        const { data } = context.getImageData(left, top, width, height);
        let [x, y, weight] = [0, 0, 0];
        for (let i = 0; i < data.length; i += 4) {
          const ink = Math.max(...[0, 1, 2].map((k) => Math.abs(data[i + k]! - ground[k]!)));
          if (ink < 24) continue;
          const at = i / 4;
          x += ink * (left + (at % width));
          y += ink * (top + Math.floor(at / width));
          weight += ink;
        }
        return { x: x / weight, y: y / weight, weight };
      });
    },
    { png: png.toString('base64'), boxes },
  );
}

/** Width and height that a PNG says it has, in pixels. */
export function readPngSize(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** What a picture has at its edge and inside. */
interface Strip {
  readonly colours: readonly string[];
  readonly inks: number;
}

/** The colours of the outermost 12 px on each side, and how many colours there are inside. */
export function readStrip(page: Page, png: Buffer, scale: number): Promise<Strip> {
  return page.evaluate(
    async ({ base64, band }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d', { willReadFrequently: true })!;
      context.drawImage(image, 0, 0);
      const read = (x: number, y: number, width: number, height: number): Set<string> => {
        const { data } = context.getImageData(x, y, width, height);
        const found = new Set<string>();
        for (let i = 0; i < data.length; i += 4) found.add(data.slice(i, i + 4).join());
        return found;
      };
      const { width, height } = canvas;
      const sides = [
        read(0, 0, width, band),
        read(0, height - band, width, band),
        read(0, 0, band, height),
        read(width - band, 0, band, height),
      ];
      return { colours: [...new Set(sides.flatMap((side) => [...side]))], inks: read(band, band, width / 2, 200).size };
    },
    { base64: png.toString('base64'), band: 12 * scale },
  );
}
