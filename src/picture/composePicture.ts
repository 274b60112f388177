import { DataError } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import { NAME_SIZE, WORDING_SIZE } from '../scene/labels.ts';
import type { Scene } from '../scene/scene.ts';
import type { PictureText } from '../words/describePicture.ts';
import { sayPageOf } from '../words/pictureText.ts';
import { endSentence, upperFirst } from '../words/plainText.ts';
import { sayInForce } from '../words/sayPictureView.ts';
import { type Arrangement, arrangeFixed, arrangeOpen, isHopeless, roomsFor } from './arrangePage.ts';
import { createNameDirection } from './directNames.ts';
import { titleOf } from './drawFrame.ts';
import { type GraphRoom, scaleToFit } from './fitGraph.ts';
import type { Inner } from './listPages.ts';
import { numberSayings } from './numberSayings.ts';
import { PAPER_SPECS, type Paper, type PaperSpec } from './paper.ts';
import type { Piece } from './paragraph.ts';
import { INKS } from './pictureInk.ts';
import { sayAlternative, sayingsOf } from './pictureWords.ts';
import type { PictureOptions, Sheet } from './sheet.ts';
import { type Page, writePage } from './writePage.ts';

/** A picture that stands alone: its pages, and its alternative text with every denial. */
export interface ComposedPicture {
  readonly pages: readonly Page[];
  readonly alternative: PictureText;
  /** The smallest type on the pages, px. */
  readonly least: number;
}

/** Units that a sheet without a width of its own has at least, between its margins. */
const NARROWEST = 592;
/** A list longer than this goes on pages of its own even where the sheet could grow. */
const LONG_LIST = 60;
/** How much a graph that is smaller than its column is enlarged. */
const COLUMN_SCALE = 1.25;
/** Height of a graph's room by its width, where the sheet sets none. */
const OPEN_ASPECT = 1.1;
/** Which sheets are offered instead of one that is too small, in this order, before `free`, which holds everything. */
const OFFERS: Readonly<Record<Paper, readonly Paper[]>> = {
  free: [],
  column: ['wide'],
  wide: [],
  square: ['story', 'wide'],
  story: ['wide'],
  a4: ['a4-landscape', 'a3', 'a3-landscape'],
  'a4-landscape': ['a3', 'a3-landscape'],
  a3: ['a3-landscape'],
  'a3-landscape': [],
};

const marginOf = ({ margin, unit }: PaperSpec): number => margin / unit;

function innerOf(spec: PaperSpec, { width, height }: { width: number; height: number }): Inner {
  return { width: width / spec.unit - 2 * marginOf(spec), height: height / spec.unit - 2 * marginOf(spec) };
}

function buildSheet(dataset: Dataset, scene: Scene, options: PictureOptions): Sheet {
  const ink = INKS[options.style ?? 'light'];
  const { palette, line, chip } = ink;
  const sayings = sayingsOf(dataset, scene, options.view?.asOf ?? null);
  const { sayings: numbered, figures } = numberSayings(scene, sayings);
  return {
    dataset,
    scene,
    options,
    spec: PAPER_SPECS[options.paper ?? 'free'],
    ink,
    pen: { palette, line, chip, classOf: () => undefined, bare: options.background === 'transparent' },
    sayings,
    listed: options.sources ? numbered : numbered.filter(({ dispute }) => dispute !== null),
    directNames: createNameDirection(dataset, scene),
    figures: options.sources ? figures : null,
  };
}

/** Width between the margins of a sheet that has no height. */
function openWidth({ spec, scene }: Sheet): number {
  return spec.width === null
    ? Math.ceil(Math.max(NARROWEST, scene.bounds.width))
    : innerOf(spec, { width: spec.width, height: 0 }).width;
}

function arrange(sheet: Sheet): Arrangement | null {
  const { spec, listed } = sheet;
  if (spec.width !== null && spec.height !== null) {
    return arrangeFixed(sheet, innerOf(spec, { width: spec.width, height: spec.height }));
  }
  const listPage = listed.length > LONG_LIST && spec.listPage ? innerOf(spec, spec.listPage) : null;
  const most = spec.width === null ? 1 : COLUMN_SCALE;
  return arrangeOpen(sheet, openWidth(sheet), { most, listPage });
}

function findOffer(sheet: Sheet, paper: Paper): Paper {
  return OFFERS[paper].find((other) => arrange({ ...sheet, spec: PAPER_SPECS[other] }) !== null) ?? 'free';
}

/** Rounded to a tenth of a px. */
const toTenth = (px: number): number => Math.round(px * 10) / 10;

/** The scale at which the graph would fit: with nothing else on the sheet where even that is far too small. */
function wouldScale(sheet: Sheet, inner: Inner): number {
  const alone = scaleToFit(sheet.scene, inner);
  if (inner.height === Infinity || isHopeless(sheet, inner)) return alone;
  return Math.max(0, ...roomsFor(sheet, inner).map((room) => scaleToFit(sheet.scene, room)));
}

function pageTooSmall(sheet: Sheet, paper: Paper): DataError {
  const { spec } = sheet;
  const inner = innerOf(spec, { width: spec.width ?? Infinity, height: spec.height ?? Infinity });
  return new DataError('page-too-small', '', {
    paper,
    least: toTenth(spec.least),
    would: toTenth(wouldScale(sheet, inner) * WORDING_SIZE * spec.unit),
    offer: findOffer(sheet, paper),
  });
}

/** The smallest type of a page: of the frame, and of the graph as it is fitted. */
function leastOf({ spec }: Sheet, { fitted }: Arrangement): number {
  const graph = Math.min(fitted.sizes.name, fitted.sizes.wording, Math.max(fitted.sizes.least, 0.8 * WORDING_SIZE));
  return toTenth(spec.unit * Math.min(11, graph * fitted.scale));
}

function wordsFor(sheet: Sheet): PictureText {
  const { dataset, scene, options, sayings } = sheet;
  const title = typeof options.title === 'string' && options.title !== '' ? options.title : dataset.file.title;
  const inForce = options.view ? sayInForce(dataset, options.view) : '';
  return options.alternative ?? sayAlternative(title, scene, sayings, inForce);
}

/** What a page that only lists says of itself: the first one describes the picture. */
function wordsOfPage(sheet: Sheet, page: number, pages: number): PictureText {
  const which = upperFirst(sayPageOf(page, pages));
  return { short: [titleOf(sheet), which].filter(Boolean).join(', '), long: endSentence(which) };
}

function writePages(sheet: Sheet, { pages }: Arrangement, words: PictureText): Page[] {
  const { spec, options, ink } = sheet;
  const margin = marginOf(spec);
  const ground = options.background === 'paper' ? ink.palette.ground : null;
  const fixed = spec.height === null ? null : { width: (spec.width ?? 0) / spec.unit, height: spec.height / spec.unit };
  const list = spec.listPage ? spec.listPage.width / spec.unit : 0;
  const first = openWidth(sheet) + 2 * margin;
  return pages.map((body: Piece, i) => {
    const size = fixed ?? { width: i === 0 ? first : list, height: Math.ceil(body.height + 2 * margin) };
    const text = i === 0 ? words : wordsOfPage(sheet, i + 1, pages.length);
    return writePage({ ...size, margin, unit: spec.unit, ground }, body, text);
  });
}

/**
 * The publishable picture of a scene on its paper: title, clocks, graph, legend, numbered relations with standing,
 * deniers and sources, filters, date and credit, all inside its margins, on as many pages as the list needs. Well-formed
 * XML for any text in the data. Throws DataError `page-too-small` (paper, least, would: type in px; offer: a paper that
 * works) rather than set the graph in type that cannot be read. Linear in what is shown.
 */
export function composePicture(dataset: Dataset, scene: Scene, options: PictureOptions): ComposedPicture {
  const sheet = buildSheet(dataset, scene, options);
  const arranged = arrange(sheet);
  if (!arranged) throw pageTooSmall(sheet, options.paper ?? 'free');
  const words = wordsFor(sheet);
  return { pages: writePages(sheet, arranged, words), alternative: words, least: leastOf(sheet, arranged) };
}

/**
 * The room that a paper leaves for a scene's graph, in scene units at the smallest size that can be read with its wordings;
 * null for `free`, which has the graph's own shape.
 */
export function findGraphRoom(dataset: Dataset, scene: Scene, options: PictureOptions): GraphRoom | null {
  const sheet = buildSheet(dataset, scene, options);
  const { spec } = sheet;
  if (spec.width === null) return null;
  const scale = spec.least / spec.unit / NAME_SIZE;
  const open = innerOf(spec, { width: spec.width, height: 0 });
  const rooms =
    spec.height === null
      ? [{ ...open, height: open.width * OPEN_ASPECT }]
      : roomsFor(sheet, innerOf(spec, { width: spec.width, height: spec.height }));
  const [largest] = rooms.toSorted((a, b) => b.width * b.height - a.width * a.height);
  return largest ? { width: largest.width / scale, height: largest.height / scale } : null;
}
