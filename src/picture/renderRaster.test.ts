// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { largestScale, offeredRasters, type RasterRequest, renderRaster } from './renderRaster.ts';

/** A browser whose canvas paints up to so many pixels and stays empty past them, and the formats that it writes. */
const browser = { pixels: 1e9, draws: true, loads: true, blob: true, writes: ['png', 'jpeg', 'webp'] };
let drawn: unknown[][] = [];
let revoked: string[] = [];
let canvases: HTMLCanvasElement[] = [];
let loaded: string[] = [];

class FakeImage extends EventTarget {
  set src(_url: string) {
    queueMicrotask(() => this.dispatchEvent(new Event(browser.loads ? 'load' : 'error')));
  }
}

function fakeContext(canvas: HTMLCanvasElement, { alpha = true }: CanvasRenderingContext2DSettings = {}) {
  const bare = [0, 0, 0, alpha ? 0 : 255];
  let corner = bare;
  const context = {
    fillStyle: '',
    fillRect: () => {
      if (canvas.width * canvas.height > browser.pixels) return;
      corner = [...(context.fillStyle.match(/\d+/g) ?? []).map(Number), 255];
    },
    clearRect: () => (corner = bare),
    getImageData: () => ({ data: corner }),
    drawImage: (...args: unknown[]) => {
      drawn.push(args.slice(1));
      if (browser.draws) corner = [251, 249, 244, 255];
    },
  };
  return context;
}

beforeEach(() => {
  Object.assign(browser, { pixels: 1e9, draws: true, loads: true, blob: true, writes: ['png', 'jpeg', 'webp'] });
  [drawn, revoked, canvases, loaded] = [[], [], [], []];
  vi.stubGlobal('Image', FakeImage);
  vi.stubGlobal('devicePixelRatio', 3);
  vi.stubGlobal(
    'Blob',
    class extends Blob {
      constructor(parts: BlobPart[], options?: BlobPropertyBag) {
        super(parts, options);
        if (options?.type === 'image/svg+xml') loaded.push(parts[0] as string);
      }
    },
  );
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: (url: string) => revoked.push(url) });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
    ...[, settings]: unknown[]
  ) {
    canvases.push(this);
    return fakeContext(this, settings as CanvasRenderingContext2DSettings) as never;
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done, type) {
    const written = browser.writes.some((format) => type === `image/${format}`) ? type : 'image/png';
    done(browser.blob ? new Blob([`${this.width}×${this.height}`], { type: written ?? '' }) : null);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const request: RasterRequest = {
  svg: '<svg/>',
  width: 640,
  height: 400.4,
  scale: 2,
  background: 'paper',
  format: 'png',
};

const failure = (over: Partial<RasterRequest> = {}): Promise<unknown> =>
  renderRaster({ ...request, ...over }).catch((error: unknown) => error);

describe('renderRaster', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'has as many pixels as asked for, whatever the screen (%s)',
    async (format) => {
      const blob = await renderRaster({ ...request, format });
      expect(await blob.text()).toBe('1280×801');
      expect(blob.type).toBe(`image/${format}`);
      expect(drawn).toEqual([[0, 0, 1280, 801]]);
      expect(revoked).toEqual(['blob:x']);
    },
  );

  it('says what scale would do where the browser’s limit is passed', async () => {
    expect(await failure({ width: 10_000, height: 9000 })).toEqual(
      new DataError('picture-too-large', '', { width: 20_000, height: 18_000, largestScale: 1.15 }),
    );
    expect(await failure({ height: 20_000, scale: 1 })).toMatchObject({ code: 'picture-too-large' });
    expect(drawn).toEqual([]);
  });

  it('finds what works where a canvas stays empty below the limits', async () => {
    browser.pixels = 400_000;
    expect(await failure()).toMatchObject({
      code: 'picture-too-large',
      params: { width: 1280, height: 801, largestScale: 1.12 },
    });
    browser.pixels = 0;
    expect(await failure()).toMatchObject({ code: 'picture-too-large', params: { largestScale: 0 } });
    browser.pixels = 1e9;
    browser.blob = false;
    expect(await failure()).toMatchObject({ code: 'picture-too-large', params: { largestScale: 1.5 } });
  });

  it('refuses paper that was not painted, and an image that does not load', async () => {
    browser.draws = false;
    expect(await failure()).toMatchObject({ code: 'picture-failed' });
    expect(await failure({ background: 'transparent' })).toBeInstanceOf(Blob);
    expect(await failure({ background: 'transparent', format: 'jpeg' })).toMatchObject({ code: 'picture-failed' });
    browser.loads = false;
    expect(await failure()).toMatchObject({ code: 'picture-failed' });
  });

  it('gives the memory of every canvas back, whatever happens', async () => {
    await renderRaster(request);
    browser.draws = false;
    await failure();
    browser.pixels = 0;
    await failure();
    expect(canvases.length).toBeGreaterThan(3);
    expect(canvases.filter(({ width, height }) => width > 0 || height > 0)).toEqual([]);
  });

  it('draws a page of broken px onto whole pixels, to its very edge', async () => {
    const svg =
      '<?xml version="1.0"?>\n<svg xmlns="x" width="1122.52" height="793.7" viewBox="0 0 1122.52 793.7"><rect width="9"/></svg>';
    await renderRaster({ ...request, svg, width: 1122.52, height: 793.7 });
    expect(loaded).toEqual([
      '<?xml version="1.0"?>\n<svg width="2245" height="1587" preserveAspectRatio="none" xmlns="x" viewBox="0 0 1122.52 793.7"><rect width="9"/></svg>',
    ]);
  });

  it('never passes one format off as another', async () => {
    browser.writes = ['png', 'jpeg'];
    expect(await failure({ format: 'webp' })).toEqual(new DataError('no-format', '', { format: 'WEBP' }));
    expect(await offeredRasters()).toEqual(['png', 'jpeg']);
  });
});

describe('largestScale', () => {
  it('keeps each side and the area within the limits', () => {
    expect(largestScale(1000, 1000)).toBe(10.95);
    expect(largestScale(100, 16_383)).toBe(1);
  });
});
