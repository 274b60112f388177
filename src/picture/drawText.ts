import { isRightToLeft } from '../model/textDirection.ts';
import { LINE_HEIGHT } from '../model/textMetrics.ts';
import { attributes, element, escapeText } from './svgText.ts';

/**
 * The family that text metrics were measured from, then what is hardly wider, for renderers that read no embedded fonts
 * (Noto Sans is wider by an eighth and would run over), then what has the other scripts.
 */
export const SANS =
  "'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
/** The family of titles. */
export const SERIF = "'Source Serif 4', 'Noto Serif', Georgia, 'Times New Roman', serif";

/**
 * From the top of a line's box of LINE_HEIGHT to its baseline, in em: the em box (ascent 1024, descent 400 of 1424)
 * centred in the line, which is where the canvas draws the same line.
 */
export const FIRST_BASELINE = (LINE_HEIGHT - 1) / 2 + 1024 / 1424;

/** The baseline of line `index` of a block of `count` lines that is centred on `middle`, in px. */
function baseline(middle: number, count: number, index: number, size: number): number {
  return middle + (index - count / 2) * size * LINE_HEIGHT + FIRST_BASELINE * size;
}

/** Lines of one block of text, centred on a height. */
export interface Block {
  readonly lines: readonly string[];
  readonly x: number;
  readonly middle: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** Markup that follows the first line. */
  readonly afterFirst?: string;
  /** Attributes of the text element: paint, weight, class. */
  readonly paint: Readonly<Record<string, string | number | undefined>>;
}

/**
 * A line of text escaped; of a block that runs from right to left between isolates, so that its brackets, digits and full stops
 * come out in place. Browsers, librsvg and resvg agree on these and not on `direction`, under which they also disagree
 * about what an anchor means.
 */
export function directed(line: string, rightToLeft: boolean): string {
  return rightToLeft ? `\u2067${escapeText(line)}\u2069` : escapeText(line);
}

/** Takes no room but keeps the words of two lines apart where the text is copied, searched or read aloud. */
const GAP = '<tspan font-size="0"> </tspan>';

/** True where the line ends inside a word that goes on in the next one. */
function endsOpen(line: string): boolean {
  return /[-\u2010\u2013\u2014/]$/.test(line);
}

/** One text element for a block, text as text, a tspan for each line. */
export function drawBlock({ lines, x, middle, size, anchor = 'middle', afterFirst = '', paint }: Block): string {
  const rightToLeft = isRightToLeft(lines.join(' '));
  const spans = lines.map((line, i) => {
    const gap = i > 0 && !endsOpen(lines[i - 1] ?? '') ? GAP : '';
    const at = { x, y: baseline(middle, lines.length, i, size) };
    return `${gap}${element('tspan', at, `${directed(line, rightToLeft)}${i === 0 ? afterFirst : ''}`)}`;
  });
  return `<text${attributes({ ...paint, 'font-size': size, 'text-anchor': anchor === 'start' ? undefined : anchor })}>${spans.join('')}</text>`;
}
