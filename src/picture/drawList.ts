import type { Dataset } from '../model/dataset.ts';
import { LINE_HEIGHT } from '../model/textMetrics.ts';
import type { Palette } from '../scene/palette.ts';
import { sayCitation } from '../words/pictureText.ts';
import { FIRST_BASELINE } from './drawText.ts';
import type { NumberedSaying } from './numberSayings.ts';
import { type Piece, placeAt, setParagraph, stack } from './paragraph.ts';
import { element } from './svgText.ts';

const SENTENCE = 12;
const SMALL = 11;
const LEADING = 1.25;
const GUTTER = 24;
const COLUMN = { narrowest: 250, widest: 420, gap: 24 } as const;
const ITEM_GAP = 9;

/** How a width is divided into columns of text, 1 to 3. */
function divideColumns(width: number): { count: number; width: number } {
  const fitting = Math.floor((width + COLUMN.gap) / (COLUMN.narrowest + COLUMN.gap));
  const count = Math.min(3, Math.max(1, fitting));
  return { count, width: Math.min(COLUMN.widest, (width - (count - 1) * COLUMN.gap) / count) };
}

/** What stands in front of an item: its number, or a sign where the picture carries no numbers. */
function drawMark(mark: string, fill: string): string {
  const y = SENTENCE * (FIRST_BASELINE + (LEADING - LINE_HEIGHT) / 2);
  return element('text', { x: 0, y, 'font-size': SENTENCE, 'font-weight': 600, fill }, mark);
}

function drawItem(dataset: Dataset, saying: NumberedSaying, numbered: boolean, width: number, palette: Palette): Piece {
  const room = width - GUTTER;
  const small = { size: SMALL, weight: 'regular', fill: palette.soft, leading: LEADING } as const;
  const set = (text: string, setting: Parameters<typeof setParagraph>[2]): Piece =>
    setParagraph(text, room, setting, GUTTER);
  const found = saying.citations.map(({ source, locators }) => {
    const record = dataset.sources.get(source);
    return record ? sayCitation(record, locators) : source;
  });
  const body = stack(
    [
      set(`${saying.sentence}:`, {
        size: SENTENCE,
        weight: 'regular',
        fill: palette.ink,
        leading: LEADING,
        maxLines: 12,
      }),
      set(saying.bareStanding, { ...small, fill: palette.ink }),
      set(saying.dispute ?? '', {
        ...small,
        weight: 'semibold',
        fill: palette.dispute,
      }),
      set(found.join('; '), small),
    ],
    0,
  );
  const mark = numbered ? drawMark(String(saying.number), palette.ink) : drawMark('≠', palette.dispute);
  return { height: body.height, markup: `${mark}\n${body.markup}` };
}

/** How many leading items of `heights` fill each column when no column is higher than `limit`; null where they need more columns. */
function fillColumns(heights: readonly number[], count: number, limit: number): number[] | null {
  const columns: number[] = [];
  let [used, items] = [0, 0];
  for (const height of heights) {
    if (items > 0 && used + ITEM_GAP + height > limit) {
      columns.push(items);
      [used, items] = [0, 0];
    }
    used += (items > 0 ? ITEM_GAP : 0) + height;
    items += 1;
  }
  columns.push(items);
  return columns.length <= count && heights.every((height) => height <= limit) ? columns : null;
}

/** Columns as even as can be without breaking an item: the smallest height that still holds all, found to a px. */
function balanceColumns(heights: readonly number[], count: number): number[] {
  let low = 0;
  let high = heights.reduce((sum, height) => sum + height + ITEM_GAP, 1);
  let best = fillColumns(heights, count, high) ?? [heights.length];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const columns = fillColumns(heights, count, middle);
    if (columns) [best, high] = [columns, middle];
    else low = middle;
  }
  return best;
}

/**
 * The list under a picture, in balanced columns: number, sentence, standing, who denies or limits it, and where it is
 * found. Without numbers each item has the sign of a dispute instead.
 */
export function drawList(
  dataset: Dataset,
  sayings: readonly NumberedSaying[],
  { numbered, width, palette }: { numbered: boolean; width: number; palette: Palette },
): Piece {
  if (sayings.length === 0) return { height: 0, markup: '' };
  const columns = divideColumns(width);
  const items = sayings.map((saying) => drawItem(dataset, saying, numbered, columns.width, palette));
  const counts = balanceColumns(
    items.map(({ height }) => height),
    columns.count,
  );
  let from = 0;
  const drawn = counts.map((count, i) => {
    const column = stack(items.slice(from, from + count), ITEM_GAP);
    from += count;
    return { height: column.height, markup: placeAt(column, Math.round(i * (columns.width + COLUMN.gap)), 0) };
  });
  return {
    height: Math.max(...drawn.map(({ height }) => height)),
    markup: drawn.map(({ markup }) => markup).join('\n'),
  };
}
