import { DataError } from '../model/dataError.ts';

export const RASTER_FORMATS = ['png', 'jpeg', 'webp'] as const;
export type RasterFormat = (typeof RASTER_FORMATS)[number];

/** What every current browser can hold in one canvas, with room to spare: px a side, px in all. A WebP ends a px earlier. */
const LIMITS = { side: 16_383, area: 120_000_000 } as const;
/** Of JPEG and WebP: text stays sharp at it. */
const QUALITY = 0.92;
/** How much less is tried where a canvas stays empty below the limits, as on a device with little memory. */
const LESS = 0.75;
const TRIES = 6;

/** What is to become pixels. */
export interface RasterRequest {
  readonly svg: string;
  /** Of the SVG, px. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** On paper every pixel must end up opaque. A JPEG is always on paper. */
  readonly background: 'paper' | 'transparent';
  readonly format: RasterFormat;
}

/** The largest scale, to a hundredth, at which a picture of this size in px can become pixels. */
export function largestScale(width: number, height: number): number {
  const scale = Math.min(LIMITS.side / width, LIMITS.side / height, Math.sqrt(LIMITS.area / (width * height)));
  return Math.floor(scale * 100) / 100;
}

/**
 * The SVG at exactly so many pixels. A browser rounds the size that a page of 1122.52 px says itself, and what it adds at
 * the edge is bare.
 */
function sizeTo(svg: string, width: number, height: number): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) => {
    const bare = tag.replaceAll(/\s(?:width|height|preserveAspectRatio)="[^"]*"/g, '');
    return bare.replace('<svg', `<svg width="${width}" height="${height}" preserveAspectRatio="none"`);
  });
}

async function loadImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  try {
    await new Promise<void>((resolve, reject) => {
      image.addEventListener('load', () => resolve());
      image.addEventListener('error', () => reject(new DataError('picture-failed', '')));
      image.src = url;
    });
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What no picture has in its far corner. */
const MARK = [1, 254, 3] as const;

type Corner = 'bare' | 'marked' | 'painted';

/** What a pixel holds: nothing opaque, the mark that was set there, or something else. */
function readPixel(context: CanvasRenderingContext2D, x: number, y: number): Corner {
  const [red, green, blue, alpha] = context.getImageData(x, y, 1, 1).data;
  if (alpha !== 255) return 'bare';
  return red === MARK[0] && green === MARK[1] && blue === MARK[2] ? 'marked' : 'painted';
}

/** Gives a canvas's memory back at once; some browsers wait long before they collect it. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/**
 * A canvas with the mark in its far corner: past a browser's limit one takes all calls and stays empty. One that is to be
 * opaque has no alpha, which makes its files smaller.
 */
function openCanvas(
  width: number,
  height: number,
  isOpaque: boolean,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: !isOpaque });
  if (context) {
    context.fillStyle = `rgb(${MARK.join(' ')})`;
    context.fillRect(width - 1, height - 1, 1, 1);
    if (readPixel(context, width - 1, height - 1) === 'marked') {
      if (!isOpaque) context.clearRect(width - 1, height - 1, 1, 1);
      return { canvas, context };
    }
  }
  release(canvas);
  return null;
}

const pixelsOf = (length: number, scale: number): number => Math.max(1, Math.round(length * scale));

/** The largest scale below one that failed at which a canvas takes paint here; 0 where none is found. */
function findWorkingScale(width: number, height: number, failed: number): number {
  let scale = failed;
  for (let tries = 0; tries < TRIES; tries += 1) {
    scale = Math.floor(scale * LESS * 100) / 100;
    const opened = openCanvas(pixelsOf(width, scale), pixelsOf(height, scale), true);
    if (!opened) continue;
    release(opened.canvas);
    return scale;
  }
  return 0;
}

function tooLarge({ width, height, scale }: RasterRequest, works: number): DataError {
  const pixels = { width: pixelsOf(width, scale), height: pixelsOf(height, scale) };
  return new DataError('picture-too-large', '', { ...pixels, largestScale: works });
}

/**
 * An SVG as pixels, `scale` times as large; the same pixel size whatever the screen's density. Throws DataError
 * `picture-too-large` (with the largest scale that works here) where a browser would give a blank file, `picture-failed`
 * where it cannot draw the SVG, and `no-format` where it writes another format than was asked for.
 */
export async function renderRaster(request: RasterRequest): Promise<Blob> {
  const { svg, width, height, scale, background, format } = request;
  const most = largestScale(width, height);
  if (scale > most) throw tooLarge(request, most);
  const [pixelWidth, pixelHeight] = [pixelsOf(width, scale), pixelsOf(height, scale)];
  const image = await loadImage(sizeTo(svg, pixelWidth, pixelHeight));
  const isOpaque = background === 'paper' || format === 'jpeg';
  const opened = openCanvas(pixelWidth, pixelHeight, isOpaque);
  if (!opened) throw tooLarge(request, findWorkingScale(width, height, scale));
  const { canvas, context } = opened;
  try {
    context.drawImage(image, 0, 0, pixelWidth, pixelHeight);
    if (isOpaque && readPixel(context, pixelWidth - 1, pixelHeight - 1) !== 'painted')
      throw new DataError('picture-failed', '');
    const type = `image/${format}`;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
    if (!blob) throw tooLarge(request, findWorkingScale(width, height, scale));
    if (blob.type !== type) throw new DataError('no-format', '', { format: format.toUpperCase() });
    return blob;
  } finally {
    release(canvas);
  }
}

/** The formats that this browser really writes: it answers with a PNG where it cannot. */
export async function offeredRasters(): Promise<RasterFormat[]> {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const types = RASTER_FORMATS.map(async (format) => {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${format}`));
    return blob?.type === `image/${format}` ? [format] : [];
  });
  return (await Promise.all(types)).flat();
}
