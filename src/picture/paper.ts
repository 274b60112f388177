/** The sheets that a picture can be composed for; `free` is as large as the graph needs. */
export const PAPERS = [
  'free',
  'column',
  'wide',
  'square',
  'story',
  'a4',
  'a4-landscape',
  'a3',
  'a3-landscape',
] as const;
export type Paper = (typeof PAPERS)[number];

/** How a picture is coloured: as the page, in greys alone, or black on white with heavier lines for print. */
export const PICTURE_STYLES = ['light', 'dark', 'grey', 'print'] as const;
export type PictureStyle = (typeof PICTURE_STYLES)[number];

/** What a sheet asks of a picture. All but the graph is set in units, whose smallest type is 11. */
export interface PaperSpec {
  /** Px; null where the sheet is as large as its content needs. */
  readonly width: number | null;
  readonly height: number | null;
  /** Px of bare ground on each side, which nothing enters. */
  readonly margin: number;
  /** Px of a unit. */
  readonly unit: number;
  /** Px under which no type on the sheet may fall. */
  readonly least: number;
  /** Its size in mm where it is a sheet of paper. */
  readonly print: { readonly width: number; readonly height: number } | null;
  /** So little room that the title is smaller and the legend runs on without headings. */
  readonly compact: boolean;
  /** Px of the pages that take a long list; null where they are like the first. */
  readonly listPage: { readonly width: number; readonly height: number } | null;
}

const PX_PER_MM = 96 / 25.4;
/** The smallest type in units. */
const SMALLEST = 11;
/** 7 pt: about the smallest that newspapers print in their graphics. */
const PRINT_LEAST = (7 * 96) / 72;
/** 12 mm: what office printers leave white, and a little more. */
const PRINT_MARGIN = 12 * PX_PER_MM;

function printed(width: number, height: number, unit: number): PaperSpec {
  return {
    width: width * PX_PER_MM,
    height: height * PX_PER_MM,
    margin: PRINT_MARGIN,
    unit,
    least: PRINT_LEAST,
    print: { width, height },
    compact: false,
    listPage: null,
  };
}

function onScreen(width: number, height: number, least: number, margin: number): PaperSpec {
  return {
    width,
    height,
    margin,
    unit: least / SMALLEST,
    least,
    print: null,
    compact: width === height,
    listPage: null,
  };
}

/**
 * Why type is not smaller: `free` and `column` are looked at 1:1, where 11 px is what this page itself sets its smallest
 * words in. `wide` fills a laptop's 1,280 px or a slide: 14 px becomes 11. `square` and `story` are looked at on phones
 * 390 px wide: 24 px becomes 8.7, held closer. Paper is read at 7 pt and more; A3 has larger headings for the same reader.
 */
export const PAPER_SPECS: Readonly<Record<Paper, PaperSpec>> = {
  free: {
    width: null,
    height: null,
    margin: 24,
    unit: 1,
    least: SMALLEST,
    print: null,
    compact: false,
    listPage: { width: 960, height: 1358 },
  },
  column: {
    width: 720,
    height: null,
    margin: 24,
    unit: 1,
    least: SMALLEST,
    print: null,
    compact: false,
    listPage: { width: 720, height: 1018 },
  },
  wide: onScreen(1600, 900, 14, 40),
  square: onScreen(1080, 1080, 24, 44),
  story: onScreen(1080, 1920, 24, 56),
  a4: printed(210, 297, 0.86),
  'a4-landscape': printed(297, 210, 0.86),
  a3: printed(297, 420, 1),
  'a3-landscape': printed(420, 297, 1),
};
