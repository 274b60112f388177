import { DataError } from '../model/dataError.ts';

/** What every current browser can hold in one canvas, with room to spare: px a side, px in all. */
const LIMITS = { side: 16_384, area: 120_000_000 } as const;

/** The largest scale, to a hundredth, at which a picture of this size in px can become a PNG. */
export function largestScale(width: number, height: number): number {
  const scale = Math.min(LIMITS.side / width, LIMITS.side / height, Math.sqrt(LIMITS.area / (width * height)));
  return Math.floor(scale * 100) / 100;
}

function tooLarge(width: number, height: number, scale: number): DataError {
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new DataError('picture-too-large', '', { ...pixels, largestScale: largestScale(width, height) });
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

function isPainted(context: CanvasRenderingContext2D, x: number, y: number): boolean {
  return context.getImageData(x, y, 1, 1).data[3] === 255;
}

/** Past a browser's limit a canvas takes all calls and stays empty: a pixel in its far corner tells. */
function isAlive(context: CanvasRenderingContext2D, x: number, y: number): boolean {
  context.fillStyle = '#ffffff';
  context.fillRect(x, y, 1, 1);
  const alive = isPainted(context, x, y);
  context.clearRect(x, y, 1, 1);
  return alive;
}

/** What is to become a PNG. */
export interface PngRequest {
  readonly svg: string;
  /** Of the SVG, px. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** On paper every pixel must end up opaque. */
  readonly background: 'paper' | 'transparent';
}

/**
 * A PNG of an SVG, `scale` times as large; the same pixel size whatever the screen's density. Throws DataError
 * `picture-too-large` (with the largest scale that works) where a browser would give a blank file, and `picture-failed`
 * where it cannot draw the SVG.
 */
export async function renderPng({ svg, width, height, scale, background }: PngRequest): Promise<Blob> {
  const [pixelWidth, pixelHeight] = [Math.round(width * scale), Math.round(height * scale)];
  if (scale > largestScale(width, height)) throw tooLarge(width, height, scale);
  const image = await loadImage(svg);
  const canvas = document.createElement('canvas');
  canvas.width = pixelWidth;
  canvas.height = pixelHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const corner = [pixelWidth - 1, pixelHeight - 1] as const;
  if (!context || !isAlive(context, ...corner)) throw tooLarge(width, height, scale);
  context.drawImage(image, 0, 0, pixelWidth, pixelHeight);
  if (background === 'paper' && !isPainted(context, ...corner)) throw new DataError('picture-failed', '');
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw tooLarge(width, height, scale);
  return blob;
}
