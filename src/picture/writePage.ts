import type { PictureText } from '../words/describePicture.ts';
import { SANS } from './drawText.ts';
import { type Piece, placeAt } from './paragraph.ts';
import { attributes, element, escapeText } from './svgText.ts';

/** One page of a picture: SVG text of `width` × `height` px. */
export interface Page {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A page to write: its size in units, and what a unit is in px. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly unit: number;
  /** What is painted under everything; null for nothing. */
  readonly ground: string | null;
}

const toHundredth = (value: number): number => Math.round(value * 100) / 100;

/** A stand-alone SVG of one page: its words are English, its names may be of any language. */
export function writePage({ width, height, margin, unit, ground }: PageFrame, body: Piece, words: PictureText): Page {
  const size = { width: toHundredth(width * unit), height: toHundredth(height * unit) };
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    ...size,
    viewBox: `0 0 ${toHundredth(width)} ${toHundredth(height)}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'xml:lang': 'en',
    'font-family': SANS,
  });
  const paper = ground === null ? '' : `${element('rect', { width, height, fill: ground })}\n`;
  const title = element('title', { id: 'title' }, escapeText(words.short));
  const desc = element('desc', { id: 'desc' }, escapeText(words.long));
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n<svg${head}>\n${title}\n${desc}\n${paper}${placeAt(body, margin, margin)}\n</svg>\n`;
  return { svg, ...size };
}
