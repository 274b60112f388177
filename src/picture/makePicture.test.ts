// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePicture } from './makePicture.ts';
import { disputedPair } from './pictureFixture.ts';
import type { PngRequest } from './renderPng.ts';

const rendered: PngRequest[] = [];

vi.mock('./renderPng.ts', () => ({
  renderPng: async (request: PngRequest) => {
    rendered.push(request);
    return new Blob(['png'], { type: 'image/png' });
  },
}));

beforeEach(() => {
  rendered.length = 0;
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(3)));
});

afterEach(() => vi.unstubAllGlobals());

describe('makePicture', () => {
  it('makes an SVG of everything with fonts embedded, unless told otherwise', async () => {
    const { dataset, scene } = disputedPair();
    const made = await makePicture(dataset, scene, {});
    expect(made.blob.type).toBe('image/svg+xml');
    expect(made.svg).toContain('@font-face');
    expect(made.svg).toContain('denied by Bob Ray');
    expect(made.fileName).toBe('tiny-2024-05-04.svg');
    expect(rendered).toEqual([]);
  });

  it('names the part that it shows', async () => {
    const { dataset, scene } = disputedPair();
    const made = await makePicture(dataset, scene, { scope: 'neighbourhood', ids: ['ann'], hops: 2, format: 'png' });
    expect(made.fileName).toBe('tiny-neighbourhood-of-ann-lee-within-2-steps-2024-05-04.png');
    expect(made.svg).toContain('Ann Lee and what is within 2 steps');
    const untitled = await makePicture(dataset, scene, { scope: 'selection', ids: ['ann'], title: false });
    expect(untitled.svg).not.toContain('>Ann Lee and what');
  });

  it('hands scale and background on, kept between 1 and 4', async () => {
    const { dataset, scene } = disputedPair();
    for (const scale of [undefined, 0, 3, 99, Number.NaN]) {
      await makePicture(dataset, scene, {
        format: 'png',
        background: 'transparent',
        ...(scale === undefined ? {} : { scale }),
      });
    }
    expect(rendered.map(({ scale }) => scale)).toEqual([2, 1, 3, 4, 2]);
    expect(rendered[0]).toMatchObject({ background: 'transparent', width: 640 });
  });

  it('rejects where nothing is in scope', async () => {
    const { dataset, scene } = disputedPair();
    await expect(makePicture(dataset, scene, { scope: 'selection' })).rejects.toMatchObject({ code: 'no-scope' });
  });
});
