import type { Box, Point } from '../model/layoutProblem.ts';
import { LINE_HEIGHT, measureText, type Weight } from '../model/textMetrics.ts';

/** Px around the em boxes of a wording's lines, within the room of its label box; less below, where few letters reach. */
const PAD = { side: 3, above: 3, below: 2 } as const;
/** What ≠ may be wider than measured, in em: the shipped fonts lack it, and DejaVu's is 0.84 em. */
const SIGN_EXTRA = 0.35;
/** Of the type that a number stands behind. */
const NUMBER_SHARE = 0.8;

/** The size of a number behind type of `size`, where nothing may be smaller than `least`. */
export function numberSize(size: number, least: number): number {
  return Math.min(size, Math.max(size * NUMBER_SHARE, least));
}

/** A block of text as it is drawn: lines of one size, with a number behind the first. */
export interface ChipText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: Weight;
  readonly number?: string | undefined;
  readonly numberSize: number;
}

/** The box that a block of text covers around its centre, with its number; less than its label box by a px a side. */
export function chipAround(centre: Point, { lines, size, weight, number, numberSize: small }: ChipText): Box {
  const extra = number ? measureText(` ${number}`, small, 'semibold') : 0;
  const alone = number && lines.length === 0 ? [number] : [];
  const widths = [...lines, ...alone].map(
    (line, i) =>
      measureText(line, size, alone.length > 0 ? 'semibold' : weight) +
      (i === 0 && alone.length === 0 ? extra : 0) +
      (line.includes('≠') ? SIGN_EXTRA * size : 0),
  );
  const height = (Math.max(0, lines.length - 1) * LINE_HEIGHT + 1) * size;
  const width = Math.max(0, ...widths) + 2 * PAD.side;
  return {
    x: centre.x - width / 2,
    y: centre.y - height / 2 - PAD.above,
    width,
    height: height + PAD.above + PAD.below,
  };
}
