import { LINE_HEIGHT, type Weight, wrapText } from '../model/textMetrics.ts';
import { FIRST_BASELINE } from './drawText.ts';
import { attributes, element, escapeText } from './svgText.ts';

/** A piece of a picture at its own origin: markup that lies within `width` × `height` px. */
export interface Piece {
  readonly height: number;
  readonly markup: string;
}

/** How a paragraph is set. `leading` is a multiple of the size; `wider` is how much wider its family runs than the sans. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly leading?: number;
  readonly family?: string;
  readonly wider?: number;
  /** What goes beyond so many lines ends in an ellipsis; for text that may be absurdly long. */
  readonly maxLines?: number;
}

/** A paragraph of running text, wrapped to `width` px and set flush left at `x`. */
export function setParagraph(text: string, width: number, setting: Setting, x = 0): Piece {
  const { size, weight, fill, leading = LINE_HEIGHT, family, wider = 1, maxLines } = setting;
  const lines = wrapText(text, width / wider, size, weight, maxLines);
  if (lines.length === 0) return { height: 0, markup: '' };
  const step = size * leading;
  const top = (step - size * LINE_HEIGHT) / 2 + size * FIRST_BASELINE;
  const spans = lines.map((line, i) => {
    // Flush left, a space at a line's end shifts nothing and keeps its words apart.
    const space = i < lines.length - 1 && !/[-\u2010\u2013\u2014/]$/.test(line) ? ' ' : '';
    return element('tspan', { x, y: top + i * step }, escapeText(line) + space);
  });
  const paint = attributes({
    'font-family': family,
    'font-size': size,
    'font-weight': weight === 'semibold' ? 600 : undefined,
    fill,
  });
  return { height: lines.length * step, markup: `<text${paint}>${spans.join('')}</text>` };
}

/** Pieces under each other with `gap` px between those that are not empty. */
export function stack(pieces: readonly Piece[], gap: number): Piece {
  let height = 0;
  const moved: string[] = [];
  for (const piece of pieces) {
    if (piece.height === 0) continue;
    const y = height === 0 ? 0 : height + gap;
    moved.push(placeAt(piece, 0, y));
    height = y + piece.height;
  }
  return { height, markup: moved.join('\n') };
}

/** A piece's markup moved to a place. */
export function placeAt({ markup }: Piece, x: number, y: number): string {
  return x === 0 && y === 0
    ? markup
    : element('g', { transform: `translate(${x} ${Math.round(y * 100) / 100})` }, markup);
}
