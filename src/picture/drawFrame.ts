import { measureText } from '../model/textMetrics.ts';
import { publishedText, sayDataDate, sayLicence, sayPageOf, sayShownPart } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import { type DrawnCounts, sayPictureClocks, sayPictureView } from '../words/sayPictureView.ts';
import { SERIF } from './drawText.ts';
import { type Piece, setParagraph, stack } from './paragraph.ts';
import type { Sheet } from './sheet.ts';
import { element } from './svgText.ts';

const TITLE = {
  size: 27,
  leading: 1.18,
  wider: 1.15,
  maxLines: 4,
  weight: 'semibold',
  family: SERIF,
  own: true,
} as const;
/** Of the title's size, on a sheet with little room. */
const COMPACT = 0.8;
/** The title again, over the pages that follow. */
const RUNNING = { ...TITLE, size: 17, maxLines: 1 } as const;
const CLOCKS = { size: 17, leading: 1.3, weight: 'semibold' } as const;
const SCOPE = { size: 14, leading: 1.35, maxLines: 4, weight: 'semibold' } as const;
const STANDFIRST = { size: 13.5, leading: 1.4, maxLines: 12, weight: 'regular', own: true } as const;
const SMALL = { size: 11, leading: 1.35, weight: 'regular' } as const;
/** Words in a corner: on one line whatever their family, since they grow to the left. */
const CORNER = { flushRight: true, wider: 1 } as const;
/** Running text is easiest to read at about 75 letters. */
const MEASURE = 620;
const GAP = { title: 6, rule: 12, part: 18 } as const;
const NOTHING: Piece = { height: 0, markup: '' };

/** The title that a picture carries; empty for none. */
export function titleOf({ dataset, options: { title } }: Sheet): string {
  return plainText(title === true ? dataset.file.title : title || '');
}

/** Words of its own under the title, else what the dataset says of itself under its own title. */
export function drawStandfirst({ dataset, options: { title, view, standfirst }, ink }: Sheet, width: number): Piece {
  // What it says of itself may hold what was not public by then.
  const isPast = view !== undefined && view.asOf !== null;
  const words = standfirst ?? (title === true && !isPast ? (dataset.file.description ?? '') : '');
  return setParagraph(plainText(words), Math.min(width, MEASURE), { ...STANDFIRST, fill: ink.palette.soft });
}

function drawClocks({ options: { view }, ink }: Sheet, width: number): Piece {
  return setParagraph((view && sayPictureClocks(view)) ?? '', width, { ...CLOCKS, fill: ink.palette.ink });
}

/** Title, clocks, which part is shown, and the standfirst. */
export function drawHeader(sheet: Sheet, width: number, standfirst: boolean): Piece {
  const fill = sheet.ink.palette.ink;
  return stack(
    [
      setParagraph(titleOf(sheet), width, { ...TITLE, size: TITLE.size * (sheet.spec.compact ? COMPACT : 1), fill }),
      // Without a title as well: what was public on some day must not pass for what is public now.
      drawClocks(sheet, width),
      setParagraph(plainText(sheet.options.scope ?? ''), width, { ...SCOPE, fill, own: true }),
      standfirst ? drawStandfirst(sheet, width) : NOTHING,
    ],
    GAP.title,
  );
}

/** The head of a page that follows the first: the title on one line, the number of the page, and the clocks. */
export function drawRunningHead(sheet: Sheet, width: number, page: number, pages: number): Piece {
  const { ink, soft } = sheet.ink.palette;
  const words = sayPageOf(page, pages);
  const small = { ...SMALL, size: 12, fill: soft };
  const taken = measureText(words, small.size, 'regular');
  const title = setParagraph(titleOf(sheet), width - taken - GAP.part, { ...RUNNING, fill: ink });
  const number = setParagraph(words, taken + 2, { ...small, ...CORNER }, width - taken - 2);
  const height = Math.max(title.height, number.height);
  return stack([{ height, markup: `${title.markup}\n${number.markup}` }, drawClocks(sheet, width)], GAP.title);
}

/** Pieces under a rule across the width; nothing where they are empty. */
export function ruled({ ink: { palette } }: Sheet, width: number, piece: Piece): Piece {
  if (piece.height === 0) return piece;
  return stack([{ height: 1, markup: element('rect', { width, height: 1, fill: palette.rule }) }, piece], GAP.rule);
}

function countsOf({ dataset, scene }: Sheet): DrawnCounts {
  const drawn = scene.edges.reduce((sum, { relations }) => sum + relations.length, 0);
  return {
    entities: [scene.nodes.length, dataset.entities.size],
    relations: [drawn, dataset.relations.size],
  };
}

/** What is in force and how much it leaves, date and licence of the data, how much is shown, `note`, and the credit. */
export function drawFooter(sheet: Sheet, width: number, note: string | null = null): Piece {
  const { dataset, options, ink } = sheet;
  const { palette } = ink;
  const counts = countsOf(sheet);
  const newest = [...dataset.sources.values()]
    .map(({ published }) => published ?? '')
    .toSorted()
    .at(-1);
  const inForce = options.view ? sayPictureView(dataset, options.view, counts) : null;
  const part = inForce === null ? sayShownPart(counts.entities, counts.relations) : null;
  const facts = [sayDataDate(dataset.file.updated ?? newest), sayLicence(dataset.file.licence), part, note];
  const credit = measureText(publishedText.credit, SMALL.size, 'semibold');
  const room = width - credit - GAP.part;
  const words = stack(
    [
      // Never cut: it says what the picture does not show.
      setParagraph(inForce ?? '', room, { ...SMALL, fill: palette.ink }),
      setParagraph(facts.filter(Boolean).join('\u00a0· '), room, { ...SMALL, fill: palette.soft, maxLines: 3 }),
    ],
    2,
  );
  const right = setParagraph(
    publishedText.credit,
    credit + 2,
    { ...SMALL, ...CORNER, weight: 'semibold', fill: palette.soft },
    width - credit - 2,
  );
  return ruled(sheet, width, {
    height: Math.max(words.height, right.height),
    markup: `${words.markup}\n${right.markup}`,
  });
}

/** Where the list is that has no room here, with the numbers of what is disputed. */
export function drawPointer({ ink: { palette } }: Sheet, width: number, words: string): Piece {
  return setParagraph(words, width, { ...SMALL, weight: 'semibold', fill: palette.ink });
}
