import type { Source } from '../model/records.ts';
import { LINE_HEIGHT } from '../model/textMetrics.ts';
import { publishedText, sayCitation } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import { saySource } from '../words/saySource.ts';
import { type Columns, divideColumns, setColumns } from './columns.ts';
import { FIRST_BASELINE } from './drawText.ts';
import type { NumberedSaying } from './numberSayings.ts';
import { type Piece, placeAt, type Setting, setLoose, setParagraph, stack } from './paragraph.ts';
import type { Sheet } from './sheet.ts';
import { element, escapeText } from './svgText.ts';

const SENTENCE = 12;
const SMALL = 11;
const HEADING = 14;
const LEADING = 1.25;
const GUTTER = 24;
/** A number of three figures and more needs more room in front of its item. */
const GUTTER_WIDE = 30;
const GAP = 10;

/** What stands in front of an item: its number, or a sign where the picture carries no numbers. */
function drawMark(mark: string, fill: string): string {
  const y = SENTENCE * (FIRST_BASELINE + (LEADING - LINE_HEIGHT) / 2);
  return element('text', { x: 0, y, 'font-size': SENTENCE, 'font-weight': 600, fill }, mark);
}

function partsOf(
  { dataset, ink: { palette }, directNames }: Sheet,
  saying: NumberedSaying,
): (readonly [string, Setting])[] {
  const small = { size: SMALL, weight: 'regular', fill: palette.soft, leading: LEADING } as const;
  const found = saying.citations.map(({ source, locators }) => {
    const record = dataset.sources.get(source);
    return record ? sayCitation(record, locators) : source;
  });
  return [
    [directNames(`${saying.sentence}:`), { ...small, size: SENTENCE, fill: palette.ink, maxLines: 12 }],
    [directNames(saying.bareStanding), { ...small, fill: palette.ink }],
    [directNames(saying.dispute ?? ''), { ...small, weight: 'semibold', fill: palette.dispute }],
    [directNames(found.join('; ')), small],
  ];
}

/** One item, or several in a row where it is higher than `limit`. */
function drawItem(sheet: Sheet, saying: NumberedSaying, width: number, limit: number): Piece[] {
  const gutter = saying.number > 99 ? GUTTER_WIDE : GUTTER;
  const parts = partsOf(sheet, saying);
  const { palette } = sheet.ink;
  const mark = sheet.figures ? drawMark(String(saying.number), palette.ink) : drawMark('≠', palette.dispute);
  const body = stack(
    parts.map(([text, setting]) => setParagraph(text, width - gutter, setting, gutter)),
    0,
  );
  const marked = ({ height, markup }: Piece): Piece => ({ height, markup: element('g', {}, `${mark}\n${markup}`) });
  if (body.height <= limit) return [marked(body)];
  const lines = parts.flatMap(([text, setting]) => setLoose(text, width - gutter, setting, gutter));
  const [first, ...rest] = cutToHeight(lines, limit);
  return [...(first ? [marked(first)] : []), ...rest];
}

function cutToHeight(lines: readonly Piece[], limit: number): Piece[] {
  const pieces: Piece[][] = [[]];
  let used = 0;
  for (const line of lines) {
    if (used + line.height > limit) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)?.push(line);
    used += line.height;
  }
  return pieces.map((piece) => stack(piece, 0));
}

/** The address of a source, if it is one on the web. */
function webAddress({ url, archivedUrl }: Source): string | null {
  const address = [url, archivedUrl].find((one) => one && /^https?:\/\//i.test(one) && URL.canParse(one));
  return address ? new URL(address).href : null;
}

function linked(source: Source, { height, markup }: Piece): Piece {
  const href = webAddress(source);
  if (href === null) return { height, markup };
  const title = element('title', {}, escapeText(plainText(source.title ?? '') || plainText(source.label)));
  // Older renderers read the second form alone.
  const link = { href, 'xlink:href': href, target: '_blank', rel: 'noopener noreferrer' };
  return { height, markup: element('a', link, title + markup) };
}

function drawSource({ ink: { palette }, directNames }: Sheet, source: Source, width: number, limit: number): Piece[] {
  const setting = { size: SMALL, weight: 'regular', fill: palette.soft, leading: LEADING } as const;
  const said = directNames(saySource(source));
  const whole = setParagraph(said, width, setting);
  const pieces = whole.height <= limit ? [whole] : cutToHeight(setLoose(said, width, setting), limit);
  return pieces.map((piece) => linked(source, piece));
}

function headingSetting({ ink }: Sheet): Setting {
  return { size: HEADING, weight: 'semibold', fill: ink.palette.ink };
}

/** What stands over the list. */
export function drawListHeading(sheet: Sheet, width: number): Piece {
  return setParagraph(sheet.figures ? publishedText.numbered : publishedText.disputes, width, headingSetting(sheet));
}

/** Items of the list and of the sources that it cites, none higher than `limit`, for columns of `width`. */
export function drawItems(sheet: Sheet, width: number, limit: number): { items: Piece[]; sources: Piece[] } {
  const cited = new Set(sheet.listed.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const sources = [...sheet.dataset.sources.values()].filter(({ id }) => cited.has(id));
  const [first, ...rest] = sources.flatMap((source) => drawSource(sheet, source, width, limit));
  const heading = setParagraph(publishedText.sources, width, { ...headingSetting(sheet), size: SENTENCE + 1 });
  return {
    items: sheet.listed.flatMap((saying) => drawItem(sheet, saying, width, limit)),
    // Never parted from its heading.
    sources: first ? [stack([heading, first], GAP / 2), ...rest] : [],
  };
}

function under(items: readonly Piece[], columns: Columns): Piece {
  return items.length === 0 ? { height: 0, markup: '' } : setColumns(items, columns);
}

/**
 * The list under a picture, in balanced columns: number, sentence, standing, who denies or limits it, and where it is
 * found; then the sources, linked where they have an address. Without numbers each item has the sign of a dispute.
 */
export function drawList(sheet: Sheet, width: number): Piece {
  if (sheet.listed.length === 0) return { height: 0, markup: '' };
  const columns = divideColumns(width);
  const { items, sources } = drawItems(sheet, columns.width, Infinity);
  const list = stack([drawListHeading(sheet, width), under(items, columns), under(sources, columns)], GAP + 2);
  return { height: list.height, markup: placeAt(list, 0, 0) };
}
