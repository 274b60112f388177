import type { Kind } from '../model/records.ts';
import { measureText } from '../model/textMetrics.ts';
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

function disputedEntry({ palette }: Pen): Entry {
  const mark = sayDisputedMark(null);
  const signWidth = measureText(mark, SIZE, 'regular') + 12;
  const chip = { x: 0, y: MIDDLE - 8, width: signWidth, height: 16, rx: 2 };
  const sign =
    element('rect', { ...chip, fill: palette.sheet, stroke: palette.dispute, 'stroke-width': 1.25 }) +
    drawBlock({ lines: [mark], x: signWidth / 2, middle: MIDDLE, size: SIZE, paint: { fill: palette.ink } });
  return { signWidth, sign, words: publishedText.disputed };
}

function entryOf(item: LegendItem, pen: Pen): Entry {
  const line = `M0 ${MIDDLE}H${SAMPLE}`;
  switch (item.type) {
    case 'kind':
      return kindEntry(item.kind, pen);
    case 'pattern':
      return { signWidth: SAMPLE, sign: drawStroke(line, item.word, false, pen), words: sayLegendLine(item.word) };
    case 'disputed':
      return disputedEntry(pen);
    case 'several':
      return { signWidth: SAMPLE, sign: drawStroke(line, 'stated', true, pen), words: publishedText.several };
  }
}

/** Entries in rows beside their heading, going on below where the width is used up. */
function drawRow(heading: string, entries: readonly Entry[], width: number, { palette }: Pen): Piece {
  if (entries.length === 0) return { height: 0, markup: '' };
  const label = { fill: palette.soft, 'font-weight': 600 };
  const drawn = [drawBlock({ lines: [heading], x: 0, middle: MIDDLE, size: SIZE, anchor: 'start', paint: label })];
  let [x, y] = [HEADING_WIDTH, 0];
  for (const { sign, signWidth, words } of entries) {
    const whole = signWidth + GAP.sign + measureText(words, SIZE, 'regular');
    if (x > HEADING_WIDTH && x + whole > width) [x, y] = [HEADING_WIDTH, y + ROW];
    const at = { x: signWidth + GAP.sign, middle: MIDDLE, size: SIZE, anchor: 'start' as const };
    const text = drawBlock({ lines: [words], ...at, paint: { fill: palette.ink } });
    drawn.push(placeAt({ height: ROW, markup: sign + text }, Math.round(x * 100) / 100, y));
    x += whole + GAP.item;
  }
  return { height: y + ROW, markup: drawn.join('\n') };
}

/** How to read what is shown, and nothing else: shapes, line patterns and signs, each in rows of at most `width` px. */
export function drawLegend(items: readonly LegendItem[], width: number, pen: Pen): Piece {
  const ofTypes = (...types: LegendItem['type'][]): Entry[] =>
    items.filter(({ type }) => types.includes(type)).map((item) => entryOf(item, pen));
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
