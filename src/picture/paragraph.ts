import { isRightToLeft } from '../model/textDirection.ts';
import { LINE_HEIGHT, type Weight, wrapText } from '../model/textMetrics.ts';
import { directed, FIRST_BASELINE } from './drawText.ts';
import { attributes, element, num } from './svgText.ts';

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
  /** Text of the data alone, which may run from right to left; sentences of ours never do, whatever they begin with. */
  readonly own?: boolean;
  readonly flushRight?: boolean;
}

/**
 * How much wider Arial runs than the embedded fonts, whose place it takes in Inkscape, librsvg and whatever else reads no
 * embedded ones: there as well lines end before the next column and the edge.
 */
const WIDER: Readonly<Record<Weight, number>> = { regular: 1.1, semibold: 1.13 };

/** A paragraph of running text, wrapped to `width` px and set flush left at `x`; flush right where it runs that way. */
export function setParagraph(text: string, width: number, setting: Setting, x = 0): Piece {
  const { size, weight, wider = WIDER[weight], maxLines } = setting;
  return setLines(wrapText(text, width / wider, size, weight, maxLines), width, setting, x);
}

/** Lines that are wrapped already. */
function setLines(lines: readonly string[], width: number, setting: Setting, left: number): Piece {
  const { size, weight, fill, leading = LINE_HEIGHT, family, own, flushRight = false } = setting;
  if (lines.length === 0) return { height: 0, markup: '' };
  const step = size * leading;
  const top = (step - size * LINE_HEIGHT) / 2 + size * FIRST_BASELINE;
  const turned = own === true && isRightToLeft(lines.join(' '));
  const atRight = turned || flushRight;
  const x = atRight ? left + width : left;
  const spans = lines.map((line, i) => {
    // Flush left, a space at a line's end shifts nothing and keeps its words apart.
    const space = i < lines.length - 1 && !/[-\u2010\u2013\u2014/]$/.test(line) ? ' ' : '';
    return element('tspan', { x, y: top + i * step }, directed(line, turned) + space);
  });
  const paint = attributes({
    'font-family': family,
    'font-size': size,
    'font-weight': weight === 'semibold' ? 600 : undefined,
    fill,
    'text-anchor': atRight ? 'end' : undefined,
  });
  return { height: lines.length * step, markup: `<text${paint}>${spans.join('')}</text>` };
}

/** The same as pieces of one line each, for text that is longer than a column. */
export function setLoose(text: string, width: number, setting: Setting, x = 0): Piece[] {
  const lines = wrapText(text, width / WIDER[setting.weight], setting.size, setting.weight);
  return lines.map((line) => setLines([line], width, setting, x));
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

/** A piece's markup moved to a place, and made larger where it is told to. */
export function placeAt({ markup }: Piece, x: number, y: number, scale = 1): string {
  if (x === 0 && y === 0 && scale === 1) return markup;
  const larger = scale === 1 ? '' : ` scale(${Math.round(scale * 10_000) / 10_000})`;
  return element('g', { transform: `translate(${num(x)} ${num(y)})${larger}` }, markup);
}
