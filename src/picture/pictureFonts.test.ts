import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const asked: string[] = [];

/** A fresh module, as fonts are kept for good. */
async function freshFonts() {
  vi.resetModules();
  return import('./pictureFonts.ts');
}

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(new Uint8Array([119, 79, 70, 50]));
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('loadFonts', () => {
  it('embeds Latin alone where nothing else occurs, as data URIs', async () => {
    const { loadFonts } = await freshFonts();
    const fonts = await loadFonts('Plain words');
    expect(fonts.map(({ family, weight }) => `${family} ${weight}`)).toEqual([
      'Source Sans 3 400',
      'Source Sans 3 600',
      'Source Serif 4 600',
    ]);
    expect(new Set(fonts.map(({ dataUri }) => dataUri))).toEqual(new Set(['data:font/woff2;base64,d09GMg==']));
    expect(asked.every((url) => /latin-(400|600)-normal/.test(url))).toBe(true);
  });

  it('adds the scripts that occur, each with its own range', async () => {
    const { loadFonts } = await freshFonts();
    const fonts = await loadFonts('Путин, Σίσυφος, Łódź');
    expect(fonts).toHaveLength(12);
    expect(new Set(fonts.map(({ range }) => range)).size).toBe(4);
  });

  it('asks for each file once, and again only where it failed', async () => {
    const { loadFonts } = await freshFonts();
    await Promise.all([loadFonts('a'), loadFonts('b')]);
    await loadFonts('c');
    expect(asked).toHaveLength(3);
  });

  it('leaves out what cannot be had', async () => {
    const { loadFonts } = await freshFonts();
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    expect(await loadFonts('a')).toEqual([]);
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(2)));
    expect(await loadFonts('a')).toHaveLength(3);
  });
});
