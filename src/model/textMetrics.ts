import { RANGES, REGULAR, SEMIBOLD_EXTRA } from './generated/advanceWidths.ts';

/** The two weights of the shipped sans that labels are set in: 400 and 600. */
export type Weight = 'regular' | 'semibold';

/** Height of a line of text as a multiple of its size. */
export const LINE_HEIGHT = 1.2;

/** Thousandths of an em for what the shipped fonts lack, by last code point of the run; on the generous side. */
const SCRIPT_WIDTHS: readonly (readonly [last: number, width: number])[] = [
  [0x058f, 600],
  [0x05ff, 600],
  [0x08ff, 620],
  [0x0dff, 700],
  [0x0eff, 620],
  [0x0fff, 620],
  [0x109f, 700],
  [0x10ff, 600],
  [0x115f, 1000],
  [0x11ff, 0],
  [0x139f, 850],
  [0x2e7f, 600],
  [0xa4cf, 1000],
  [0xabff, 600],
  [0xd7ff, 1000],
  [0xf8ff, 600],
  [0xfaff, 1000],
  [0xfe2f, 620],
  [0xfe4f, 1000],
  [0xfeff, 620],
  [0xff60, 1000],
  [0xffdf, 500],
  [0xffef, 1000],
  [0x1afff, 600],
  [0x1b16f, 1000],
  [0x1f1e5, 600],
  [0x1f1ff, 650],
  [0x1ffff, 600],
  [0x3ffff, 1000],
];
const DEFAULT_WIDTH = 600;
const EMOJI_WIDTH = 1300;
/** The mark of a dispute is not in the shipped subsets: the widest of the usual fallbacks. */
const NOT_EQUAL_WIDTH = 840;

const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

const TABLES: Readonly<Record<Weight, Map<number, number>>> = { regular: new Map(), semibold: new Map() };

function fillTables(): void {
  let code = 0;
  let index = 0;
  for (const range of RANGES.split(' ')) {
    const [gap = '', length = ''] = range.split(':');
    code += Number.parseInt(gap, 36);
    for (const end = code + Number.parseInt(length, 36); code < end; code += 1) {
      const width = Number.parseInt(REGULAR.slice(index, index + 2), 36);
      const extra = Number.parseInt(SEMIBOLD_EXTRA.slice(index, index + 2), 36) - 100;
      TABLES.regular.set(code, width);
      TABLES.semibold.set(code, width + extra);
      index += 2;
    }
  }
}
fillTables();

function findScriptWidth(code: number): number {
  for (const [last, width] of SCRIPT_WIDTHS) if (code <= last) return width;
  return DEFAULT_WIDTH;
}

function findMissingWidth(char: string, code: number, weight: Weight): number {
  if (ZERO_WIDTH.test(char)) return 0;
  if (char === '≠') return NOT_EQUAL_WIDTH;
  const parts = char.normalize('NFD');
  const isHangul = code >= 0xac00 && code <= 0xd7a3;
  if (parts !== char && !isHangul) {
    let sum = 0;
    for (const part of parts) sum += getAdvance(part, weight);
    return sum;
  }
  return EMOJI.test(char) ? EMOJI_WIDTH : findScriptWidth(code);
}

/** Kept per code point, so that a character outside the fonts is looked at once. */
function getAdvance(char: string, weight: Weight): number {
  const code = char.codePointAt(0) ?? 0;
  const table = TABLES[weight];
  let width = table.get(code);
  if (width === undefined) {
    width = findMissingWidth(char, code, weight);
    table.set(code, width);
  }
  return width;
}

/**
 * Width in px of a text in the shipped sans at `size` px, from the fonts' own advance widths, without kerning; scripts
 * that the fonts lack count by a generous width per script. The same number in every engine. Linear.
 */
export function measureText(text: string, size: number, weight: Weight): number {
  let sum = 0;
  for (const char of text) sum += getAdvance(char, weight);
  return (sum * size) / 1000;
}

/** The box in px of lines set under each other at `size` px with LINE_HEIGHT. */
export function textBlock(lines: readonly string[], size: number, weight: Weight): { width: number; height: number } {
  let width = 0;
  for (const line of lines) width = Math.max(width, measureText(line, size, weight));
  return { width, height: lines.length * size * LINE_HEIGHT };
}

const JOINER = '\u200d';
const STICKS = /\p{M}|\u200d|\p{Emoji_Modifier}/u;
const FLAG_HALF = /[\u{1f1e6}-\u{1f1ff}]/u;

/** User-perceived characters, near enough to UAX 29: base with marks, joined emoji, pairs of flag letters. */
function splitGraphemes(text: string): string[] {
  const graphemes: string[] = [];
  for (const char of text) {
    const last = graphemes.at(-1);
    const joins = last !== undefined && (STICKS.test(char) || last.endsWith(JOINER) || isHalfFlag(last, char));
    if (joins) graphemes[graphemes.length - 1] = last + char;
    else graphemes.push(char);
  }
  return graphemes;
}

function isHalfFlag(last: string, char: string): boolean {
  return FLAG_HALF.test(char) && last.length === 2 && FLAG_HALF.test(last);
}

/** A piece of text that is kept together; `glue` is what stands before it where the line goes on. */
interface Word {
  readonly glue: string;
  readonly text: string;
}

function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const chunk of text.split(/[ \t\r\n\u2000-\u2006\u2008-\u200a\u3000]+/)) {
    if (chunk === '') continue;
    const parts = chunk.match(/[^-\u2010\u2013\u2014/]*[-\u2010\u2013\u2014/]+|[^-\u2010\u2013\u2014/]+/g) ?? [chunk];
    parts.forEach((part, index) => words.push({ glue: index === 0 ? ' ' : '', text: part }));
  }
  return words;
}

/** The width to cut a word at: pieces about as long as each other, so that no letter is left over by itself. */
function evenWidth(width: number, maxWidth: number, size: number): number {
  return Math.min(maxWidth, width / Math.ceil(width / maxWidth) + size / 2);
}

/** Cuts words wider than a line into pieces of whole graphemes that fit, at least one each. */
function cutWords(words: readonly Word[], maxWidth: number, size: number, weight: Weight): Word[] {
  const cut: Word[] = [];
  for (const word of words) {
    const width = measureText(word.text, size, weight);
    if (width <= maxWidth) {
      cut.push(word);
      continue;
    }
    const most = evenWidth(width, maxWidth, size);
    let piece = '';
    let glue = word.glue;
    for (const grapheme of splitGraphemes(word.text)) {
      if (piece !== '' && measureText(piece + grapheme, size, weight) > most) {
        cut.push({ glue, text: piece });
        glue = '';
        piece = '';
      }
      piece += grapheme;
    }
    cut.push({ glue, text: piece });
  }
  return cut;
}

interface SizedWord extends Word {
  readonly width: number;
  readonly glueWidth: number;
}

function fillLines(words: readonly SizedWord[], maxWidth: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of words) {
    const wider = width + word.glueWidth + word.width;
    if (line !== '' && wider > maxWidth) {
      lines.push(line);
      line = word.text;
      width = word.width;
    } else {
      width = line === '' ? word.width : wider;
      line = line === '' ? word.text : line + word.glue + word.text;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The same number of lines in the smallest width, found to half a px: no lone last word. */
function balanceLines(words: readonly SizedWord[], greedy: string[], maxWidth: number): string[] {
  let low = 0;
  for (const word of words) low = Math.max(low, word.width);
  let high = maxWidth;
  let best = greedy;
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    const lines = fillLines(words, middle);
    if (lines.length <= greedy.length) {
      best = lines;
      high = middle;
    } else low = middle;
  }
  return best;
}

function endWithEllipsis(line: string, maxWidth: number, size: number, weight: Weight): string {
  const graphemes = splitGraphemes(line);
  const room = maxWidth - measureText('…', size, weight);
  let width = measureText(line, size, weight);
  while (graphemes.length > 0 && width > room) width -= measureText(graphemes.pop() ?? '', size, weight);
  return `${graphemes.join('').trimEnd()}…`;
}

/**
 * Lines of at most `maxWidth` px, broken at spaces and after hyphens, dashes and slashes, balanced so that the widest
 * line is as narrow as that number of lines allows. A longer word is cut between graphemes. Nothing is dropped unless
 * there are more than `maxLines` lines: then the last one ends with "…". A text of spaces gives no line.
 */
export function wrapText(text: string, maxWidth: number, size: number, weight: Weight, maxLines?: number): string[] {
  const words = cutWords(splitWords(text), maxWidth, size, weight).map((word) => ({
    ...word,
    width: measureText(word.text, size, weight),
    glueWidth: measureText(word.glue, size, weight),
  }));
  const greedy = fillLines(words, maxWidth);
  if (maxLines === undefined || greedy.length <= maxLines) return balanceLines(words, greedy, maxWidth);
  const kept = greedy.slice(0, Math.max(1, maxLines));
  kept.push(endWithEllipsis(kept.pop() ?? '', maxWidth, size, weight));
  return kept;
}
