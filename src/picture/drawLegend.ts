import type { Kind } from '../model/records.ts';
import type { StandingWord } from '../model/standing.ts';
import { LINE_HEIGHT, measureText, textBlock, wrapText } from '../model/textMetrics.ts';
import type { LegendItem } from '../scene/scene.ts';
import { discRadius } from '../scene/shapes.ts';
import { sayKind } from '../words/names.ts';
import { publishedText, sayLegendLine } from '../words/pictureText.ts';
import { sayDisputedMark } from '../words/sayRelation.ts';
import { drawDisc } from './drawDisc.ts';
import { drawStroke, type Pen } from './drawLine.ts';
import { drawBlock } from './drawText.ts';
import { type Piece, placeAt, stack } from './paragraph.ts';
import { element } from './svgText.ts';

const SIZE = 11.5;
const ROW = 22;
const MIDDLE = ROW / 2;
const GAP = { sign: 7, item: 20 } as const;
const HEADING_WIDTH = 58;
const DISC = 8.5;
const SAMPLE = 40;

/** Narrower than this, headings stand over their rows. */
const NARROW = 380;

/** One entry: its sign and words, with the width of the sign in px. */
interface Entry {
  readonly signWidth: number;
  readonly sign: string;
  readonly words: string;
}

function kindEntry(kind: Kind, pen: Pen): Entry {
  const radius = (DISC * discRadius(kind, 1, 1)) / discRadius('Person', 1, 1);
  const word = kind === 'Event' ? 'stated' : null;
  const signWidth = 2 * radius;
  return { signWidth, sign: drawDisc({ kind, x: radius, y: MIDDLE, radius, word }, pen), words: sayKind(kind) };
}

function disputedEntry({ palette, chip: edge = 1.25 }: Pen): Entry {
  const mark = sayDisputedMark(null);
  const signWidth = measureText(mark, SIZE, 'regular') + 12;
  const chip = { x: 0, y: MIDDLE - 8, width: signWidth, height: 16, rx: 2 };
  const sign =
    element('rect', { ...chip, fill: palette.sheet, stroke: palette.dispute, 'stroke-width': edge }) +
    drawBlock({ lines: [mark], x: signWidth / 2, middle: MIDDLE, size: SIZE, paint: { fill: palette.ink } });
  return { signWidth, sign, words: publishedText.disputed };
}

function entryOf(item: LegendItem, brief: boolean, pen: Pen): Entry {
  const line = `M0 ${MIDDLE}H${SAMPLE}`;
  const drawn = (word: StandingWord, several: boolean): string => drawStroke(line, word, several, pen);
  switch (item.type) {
    case 'kind':
      return kindEntry(item.kind, pen);
    case 'pattern':
      return { signWidth: SAMPLE, sign: drawn(item.word, false), words: sayLegendLine(item.word, brief) };
    case 'disputed':
      return disputedEntry(pen);
    case 'several':
      return { signWidth: SAMPLE, sign: drawn('stated', true), words: publishedText.several };
  }
}

/** A sign with its words in at most `room` px, and the width of both. */
function drawEntry({ sign, signWidth, words }: Entry, room: number, { palette }: Pen): Piece & { width: number } {
  const left = signWidth + GAP.sign;
  const lines = wrapText(words, room - left, SIZE, 'regular');
  const { width } = textBlock(lines, SIZE, 'regular');
  const more = (lines.length - 1) * SIZE * LINE_HEIGHT;
  const at = { x: left, middle: MIDDLE + more / 2, size: SIZE, anchor: 'start' as const };
  const text = drawBlock({ lines, ...at, paint: { fill: palette.ink } });
  return { width: left + width, height: ROW + more, markup: sign + text };
}

/** Entries in rows beside their heading, under it, or without one, going on below where the width is used up. */
function drawRow(heading: string | null, entries: readonly Entry[], width: number, pen: Pen): Piece {
  if (entries.length === 0) return { height: 0, markup: '' };
  const left = heading === null || width < NARROW ? 0 : HEADING_WIDTH;
  const top = heading !== null && width < NARROW ? ROW - 3 : 0;
  const label = { fill: pen.palette.soft, 'font-weight': 600 };
  const head = { x: 0, middle: MIDDLE, size: SIZE, anchor: 'start' as const, paint: label };
  const drawn = heading === null ? [] : [drawBlock({ lines: [heading], ...head })];
  let [x, y, high] = [left, top, 0];
  for (const entry of entries) {
    const piece = drawEntry(entry, width - left, pen);
    if (x > left && x + piece.width > width) [x, y, high] = [left, y + high, 0];
    drawn.push(placeAt(piece, x, y));
    x += piece.width + GAP.item;
    high = Math.max(high, piece.height);
  }
  return { height: y + high, markup: drawn.join('\n') };
}

/**
 * How to read what is shown, and nothing else: shapes, line patterns and signs, each in rows of at most `width` px.
 * `brief`: a pattern's word without what it means; `runOn`: all rows in one, without headings.
 */
export function drawLegend(
  items: readonly LegendItem[],
  width: number,
  pen: Pen,
  { brief = false, runOn = false }: { readonly brief?: boolean; readonly runOn?: boolean } = {},
): Piece {
  const ofTypes = (...types: LegendItem['type'][]): Entry[] =>
    items.filter(({ type }) => types.includes(type)).map((item) => entryOf(item, brief, pen));
  if (runOn) return drawRow(null, ofTypes('kind', 'pattern', 'disputed', 'several'), width, pen);
  const { shapes, lines, signs } = publishedText.legend;
  return stack(
    [
      drawRow(shapes, ofTypes('kind'), width, pen),
      drawRow(lines, ofTypes('pattern'), width, pen),
      drawRow(signs, ofTypes('disputed', 'several'), width, pen),
    ],
    2,
  );
}
