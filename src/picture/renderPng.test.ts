// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { largestScale, renderPng } from './renderPng.ts';

/** A canvas that paints, or one that silently does not, as past a browser's limit. */
const browser = { alive: true, draws: true, loads: true, blob: true };
let drawn: unknown[][] = [];
let revoked: string[] = [];

class FakeImage extends EventTarget {
  set src(_url: string) {
    queueMicrotask(() => this.dispatchEvent(new Event(browser.loads ? 'load' : 'error')));
  }
}

function fakeContext() {
  let alpha = 0;
  return {
    fillStyle: '',
    fillRect: () => (alpha = browser.alive ? 255 : 0),
    clearRect: () => (alpha = 0),
    getImageData: () => ({ data: [0, 0, 0, alpha] }),
    drawImage: (...args: unknown[]) => {
      drawn.push(args.slice(1));
      alpha = browser.draws ? 255 : 0;
    },
  };
}

beforeEach(() => {
  Object.assign(browser, { alive: true, draws: true, loads: true, blob: true });
  drawn = [];
  revoked = [];
  vi.stubGlobal('Image', FakeImage);
  vi.stubGlobal('devicePixelRatio', 3);
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: (url: string) => revoked.push(url) });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(fakeContext as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done) {
    done(browser.blob ? new Blob([`${this.width}×${this.height}`], { type: 'image/png' }) : null);
  });
});

afterEach(() => vi.restoreAllMocks());

const request = { svg: '<svg/>', width: 640, height: 400.4, scale: 2, background: 'paper' } as const;

async function failure(over: Partial<Parameters<typeof renderPng>[0]> = {}): Promise<unknown> {
  return renderPng({ ...request, ...over }).catch((error: unknown) => error);
}

describe('renderPng', () => {
  it('has as many pixels as asked for, whatever the screen', async () => {
    const blob = await renderPng(request);
    expect(await blob.text()).toBe('1280×801');
    expect(drawn).toEqual([[0, 0, 1280, 801]]);
    expect(revoked).toEqual(['blob:x']);
  });

  it('says what scale would do where the browser’s limit is passed', async () => {
    expect(await failure({ width: 10_000, height: 9000 })).toEqual(
      new DataError('picture-too-large', '', { width: 20_000, height: 18_000, largestScale: 1.15 }),
    );
    expect(await failure({ height: 20_000, scale: 1 })).toMatchObject({ code: 'picture-too-large' });
    expect(drawn).toEqual([]);
  });

  it.each(['alive', 'blob'] as const)('refuses a blank file (%s)', async (what) => {
    browser[what] = false;
    expect(await failure()).toMatchObject({ code: 'picture-too-large' });
  });

  it('refuses paper that was not painted, and an image that does not load', async () => {
    browser.draws = false;
    expect(await failure()).toMatchObject({ code: 'picture-failed' });
    expect(await failure({ background: 'transparent' })).toBeInstanceOf(Blob);
    browser.loads = false;
    expect(await failure()).toMatchObject({ code: 'picture-failed' });
  });
});

describe('largestScale', () => {
  it('keeps each side and the area within the limits', () => {
    expect(largestScale(1000, 1000)).toBe(10.95);
    expect(largestScale(100, 16_384)).toBe(1);
  });
});
