import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftPicture } from './draftPicture.ts';
import { isPictureFormat, makePicture } from './makePicture.ts';
import type { PngText } from './pngText.ts';
import type { RasterRequest } from './renderRaster.ts';

const rendered: RasterRequest[] = [];
const described: PngText[] = [];

vi.mock('./renderRaster.ts', async (actual) => ({
  ...(await actual<object>()),
  renderRaster: async (request: RasterRequest) => {
    rendered.push(request);
    return new Blob([request.format], { type: `image/${request.format}` });
  },
}));
vi.mock('./pngText.ts', () => ({
  addPngText: async (png: Blob, texts: PngText) => {
    described.push(texts);
    return png;
  },
}));

beforeEach(() => {
  rendered.length = 0;
  described.length = 0;
});

const page = (name: string): DraftPicture['pages'][number] => ({ svg: `<svg id="${name}"/>`, width: 640, height: 400 });
const DRAFT: DraftPicture = {
  pages: [page('one')],
  alternative: { short: 'Two people', long: 'Two people, and Bob denies it' },
  fileStem: 'tiny-2024',
  least: 11,
};

describe('makePicture', () => {
  it('is the page itself as SVG', async () => {
    const [file, ...more] = await makePicture(DRAFT, { format: 'svg' });
    expect([file?.name, file?.blob.type, await file?.blob.text()]).toEqual([
      'tiny-2024.svg',
      'image/svg+xml',
      '<svg id="one"/>',
    ]);
    expect([more, rendered]).toEqual([[], []]);
  });

  it('numbers the files of several pages', async () => {
    const draft = { ...DRAFT, pages: [page('one'), page('two')] };
    for (const format of ['svg', 'webp'] as const) {
      const names = (await makePicture(draft, { format })).map(({ name }) => name);
      expect(names).toEqual([`tiny-2024-page-1.${format}`, `tiny-2024-page-2.${format}`]);
    }
    expect(rendered.map(({ svg }) => svg)).toEqual(['<svg id="one"/>', '<svg id="two"/>']);
  });

  it('puts the description and the facts into a PNG', async () => {
    await makePicture(DRAFT, { format: 'png', facts: [['Title', 'Tiny']] });
    expect(described).toEqual([
      [
        ['Title', 'Tiny'],
        ['Description', 'Two people, and Bob denies it'],
      ],
    ]);
    await makePicture(DRAFT, { format: 'jpeg' });
    expect(described).toHaveLength(1);
  });

  it('hands scale and background on, kept between 1 and 4', async () => {
    for (const scale of [undefined, 0, 1.5, 99, Number.NaN]) {
      const asked = scale === undefined ? {} : { scale };
      await makePicture(DRAFT, { format: 'png', background: 'transparent', ...asked });
    }
    expect(rendered.map(({ scale }) => scale)).toEqual([2, 1, 1.5, 4, 2]);
    expect(rendered[0]).toMatchObject({ background: 'transparent', width: 640 });
  });
});

describe('isPictureFormat', () => {
  it('tells pictures from the rest', () => {
    const formats = ['svg', 'png', 'jpeg', 'webp', 'pdf', 'html', 'toString'];
    expect(formats.filter(isPictureFormat)).toEqual(['svg', 'png', 'jpeg', 'webp']);
  });
});
