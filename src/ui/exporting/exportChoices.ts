import { DataError } from '../../model/dataError.ts';
import type { DraftPicture } from '../../picture/draftPicture.ts';
import { PAPERS, type Paper, type PictureStyle } from '../../picture/paper.ts';
import { largestScale } from '../../picture/renderRaster.ts';
import type { PictureText } from '../../words/describePicture.ts';
import type { ExportRequest } from '../kit/exporter.ts';
import type { ExportFormat } from '../kit/exportFormats.ts';
import type { PublishedScope } from '../kit/publishedScope.ts';

export const KINDS = ['picture', 'page', 'dossier', 'data', 'sources'] as const;
/** What is exported, before how. */
export type ExportKind = (typeof KINDS)[number];

/** The files that each kind can become, the usual one first. */
export const FORMATS_OF = {
  picture: ['svg', 'png', 'jpeg', 'webp'],
  page: ['html'],
  dossier: ['dossier-html', 'dossier-markdown'],
  data: ['sayso', 'csv', 'ftm', 'graphml', 'gexf', 'cyjs', 'cx2', 'graphology'],
  sources: ['sources-markdown', 'sources-csl', 'sources-bibtex', 'sources-ris'],
} as const satisfies Readonly<Record<ExportKind, readonly ExportFormat[]>>;

export const SCREEN_PAPERS = ['free', 'column', 'wide', 'square', 'story'] as const satisfies readonly Paper[];
export const PRINT_PAPERS = ['a4', 'a4-landscape', 'a3', 'a3-landscape'] as const satisfies readonly Paper[];
export const SCALES = [1, 2, 3, 4] as const;

/** Words of the reader's own for a picture, and the part for which they were written. */
export interface OwnWords extends PictureText {
  readonly scope: PublishedScope;
}

/** Everything that the dialog lets choose; each kind takes what concerns it. */
export interface ExportChoices {
  readonly kind: ExportKind;
  readonly formats: Readonly<Record<ExportKind, ExportFormat>>;
  readonly paper: Paper;
  readonly style: PictureStyle;
  readonly reshape: boolean;
  readonly scale: number;
  readonly background: 'paper' | 'transparent';
  readonly hasTitle: boolean;
  /** Null for the dataset's own. */
  readonly title: string | null;
  readonly legend: boolean;
  readonly sources: boolean;
  readonly callouts: boolean;
  /** Null for those that the scene gives. */
  readonly words: OwnWords | null;
  /** A picture of each step of this story, instead of the part. */
  readonly series: string | null;
  /** The story that goes with the page. */
  readonly story: string | null;
  readonly notes: boolean;
}

export const FIRST_CHOICES: ExportChoices = {
  kind: 'picture',
  formats: { picture: 'svg', page: 'html', dossier: 'dossier-html', data: 'sayso', sources: 'sources-markdown' },
  paper: 'free',
  style: 'light',
  reshape: false,
  scale: 2,
  background: 'paper',
  hasTitle: true,
  title: null,
  legend: true,
  sources: true,
  callouts: true,
  words: null,
  series: null,
  story: null,
  notes: false,
};

export const isRaster = (format: ExportFormat): boolean => format === 'png' || format === 'jpeg' || format === 'webp';
/** Whether the height of the sheet is given, so that arranging anew can make more of it. */
export const isFixed = (paper: Paper): boolean => paper !== 'free' && paper !== 'column';
/** Whether a picture of it is shown beforehand. */
export const isDrawn = (kind: ExportKind): boolean => kind === 'picture' || kind === 'page';
const canBeTransparent = (format: ExportFormat): boolean => format !== 'jpeg' && format !== 'html';

function pictureOf(choices: ExportChoices, format: ExportFormat): Partial<ExportRequest> {
  const { paper, style, reshape, scale, background, legend, sources, callouts, words, series } = choices;
  return {
    paper,
    style,
    reshape: reshape && isFixed(paper),
    legend,
    sources,
    callouts,
    background: canBeTransparent(format) ? background : 'paper',
    // Each step has words of its own.
    alternative: series === null && words ? { short: words.short, long: words.long } : null,
    ...(isRaster(format) ? { scale } : {}),
    ...(series === null ? {} : { story: series }),
  };
}

/** What the exporter is asked for. `ids` is the selection. */
export function buildRequest(choices: ExportChoices, scope: PublishedScope, ids: readonly string[]): ExportRequest {
  const { kind, formats, hasTitle, title, words, story, notes } = choices;
  const format = formats[kind];
  const asked = { format, scope: scope.type, hops: scope.hops, ids, title: hasTitle && (title ?? true) };
  if (kind === 'picture') return { ...asked, ...pictureOf(choices, format) };
  if (kind === 'page') {
    const alternative = words && { short: words.short, long: words.long };
    // Its preview is of the picture in it; the claims and sources beside it are the page's own.
    return { ...asked, alternative, story, notes, sources: false };
  }
  return kind === 'data' ? { ...asked, title: true, notes } : asked;
}

/** Why pages cannot become pixels at a scale, known before it is tried; null where they can, or need not. */
export function findTooLarge({ pages }: DraftPicture, { format, scale = 1 }: ExportRequest): DataError | null {
  const tooLarge = isRaster(format) && pages.find(({ width, height }) => scale > largestScale(width, height));
  if (!tooLarge) return null;
  const { width, height } = tooLarge;
  const most = Math.min(...pages.map((page) => largestScale(page.width, page.height)));
  const pixels = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new DataError('picture-too-large', '', { ...pixels, largestScale: most });
}

/** A way out of a failure: what to choose instead. */
export interface ExportOffer {
  readonly type: 'paper' | 'scale' | 'format';
  readonly change: Partial<ExportChoices>;
}

/** The choice that mends a failure, where there is one: a larger sheet, fewer pixels, or SVG, which has no limit. */
export function findOffer({ code, params }: DataError, choices: ExportChoices): ExportOffer | null {
  if (code === 'page-too-small') {
    const paper = PAPERS.find((name) => name === params['offer']);
    return paper ? { type: 'paper', change: { paper } } : null;
  }
  if (code !== 'picture-too-large') return null;
  const scale = Math.floor(Number(params['largestScale']) * 10) / 10;
  if (scale >= 1) return { type: 'scale', change: { scale } };
  return { type: 'format', change: { formats: { ...choices.formats, picture: 'svg' } } };
}
