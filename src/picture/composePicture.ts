import type { Dataset } from '../model/dataset.ts';
import { measureText } from '../model/textMetrics.ts';
import { PALETTES, type Palette, type Theme } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { publishedText, sayDataDate, sayLicence, sayShownPart } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import {
  type DrawnCounts,
  type InForce,
  sayInForce,
  sayPictureClocks,
  sayPictureView,
} from '../words/sayPictureView.ts';
import { saySource } from '../words/saySource.ts';
import { drawLegend } from './drawLegend.ts';
import type { Pen } from './drawLine.ts';
import { drawList } from './drawList.ts';
import { SANS, SERIF } from './drawText.ts';
import { type Numbering, numberSayings } from './numberSayings.ts';
import { type Piece, placeAt, setParagraph, stack } from './paragraph.ts';
import { type Saying, sayAlternative, sayingsOf, sayTitles } from './pictureWords.ts';
import { attributes, element, escapeText } from './svgText.ts';
import { writeScene } from './writeScene.ts';

/** A font file to embed, as a data URI. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: number;
  readonly dataUri: string;
  /** CSS `unicode-range`; everything where it is not given. */
  readonly range?: string;
}

/** What goes into a published picture. */
export interface PictureOptions {
  /** True for the dataset's own title and description, or another title; false for neither. */
  readonly title: boolean | string;
  /** A line under the title that says which part is shown. */
  readonly scope?: string | null;
  readonly legend: boolean;
  /** Numbers at the lines and the list of what they stand for. Without it disputes are still listed. */
  readonly sources: boolean;
  readonly background: 'paper' | 'transparent';
  readonly theme: Theme;
  readonly fonts?: readonly EmbeddedFont[];
  /** The filters and clocks under which the scene was built; none where it is not given. */
  readonly view?: InForce;
}

/** A picture that stands alone: SVG text of `width` × `height` px, and its alternative text with every denial. */
export interface ComposedPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

/** Px of bare background on each side, which nothing enters. */
const MARGIN = 24;
const NARROWEST = 640;
const TITLE = { size: 27, leading: 1.18, wider: 1.15, maxLines: 4 } as const;
const CLOCKS = { size: 17, leading: 1.3 } as const;
const SCOPE = { size: 14, leading: 1.35, maxLines: 4 } as const;
const STANDFIRST = { size: 13.5, leading: 1.4, maxLines: 12 } as const;
/** Running text is easiest to read at about 75 letters. */
const MEASURE = 620;
const GAP = { title: 6, part: 18, list: 10 } as const;

interface Sheet {
  readonly dataset: Dataset;
  readonly scene: Scene;
  readonly options: PictureOptions;
  readonly palette: Palette;
  /** Between the margins, px. */
  readonly inner: number;
  readonly pen: Pen;
}

function drawHeader({ dataset, options, palette, inner }: Sheet): Piece {
  const { title, scope, view } = options;
  const words = title === true ? dataset.file.title : title || '';
  // What the dataset says of itself may hold what was not public by then.
  const isPast = view !== undefined && view.asOf !== null;
  const standfirst = title === true && !isPast ? (dataset.file.description ?? '') : '';
  const measure = Math.min(inner, MEASURE);
  return stack(
    [
      setParagraph(plainText(words), inner, { ...TITLE, weight: 'semibold', fill: palette.ink, family: SERIF }),
      // Without a title as well: what was public on some day must not pass for what is public now.
      setParagraph((view && sayPictureClocks(view)) ?? '', inner, { ...CLOCKS, weight: 'semibold', fill: palette.ink }),
      setParagraph(plainText(scope ?? ''), inner, { ...SCOPE, weight: 'semibold', fill: palette.ink }),
      setParagraph(plainText(standfirst), measure, { ...STANDFIRST, weight: 'regular', fill: palette.soft }),
    ],
    GAP.title,
  );
}

function drawScene(sheet: Sheet, sayings: readonly Saying[], figures: Numbering['figures']): Piece {
  const { scene, palette, options, inner } = sheet;
  const { x, y, width, height } = scene.bounds;
  const markup = writeScene(scene, palette, {
    classes: false,
    titles: sayTitles(scene, sayings),
    bare: options.background === 'transparent',
    ...(options.sources ? { numbers: figures } : {}),
  });
  return { height, markup: placeAt({ height, markup }, Math.round((inner - width) / 2 - x), -y) };
}

function drawRule({ palette, inner }: Sheet): Piece {
  return { height: 1, markup: element('rect', { width: inner, height: 1, fill: palette.rule }) };
}

function ruled(sheet: Sheet, pieces: readonly Piece[]): Piece {
  const body = stack(pieces, GAP.list);
  return body.height === 0 ? body : stack([drawRule(sheet), body], 12);
}

function drawSources(sheet: Sheet, sayings: readonly Saying[]): Piece {
  const { dataset, options, palette, inner } = sheet;
  const heading = { size: 14, weight: 'semibold', fill: palette.ink } as const;
  const listed = options.sources ? sayings : sayings.filter(({ dispute }) => dispute !== null);
  const { sayings: numbered } = numberSayings(sheet.scene, sayings);
  const shown = numbered.filter(({ drawnAt, relation }) =>
    listed.some((saying) => saying.drawnAt === drawnAt && saying.relation === relation),
  );
  const list = drawList(dataset, shown, { numbered: options.sources, width: inner, palette });
  const cited = new Set(shown.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const sources = [...dataset.sources.values()].filter(({ id }) => cited.has(id)).map(saySource);
  const credits = sources.length > 0 ? `${publishedText.sources}: ${sources.join('; ')}.` : '';
  const title = options.sources ? publishedText.numbered : publishedText.disputes;
  return ruled(sheet, [
    shown.length > 0 ? setParagraph(title, inner, heading) : { height: 0, markup: '' },
    list,
    setParagraph(credits, inner, { size: 11, weight: 'regular', fill: palette.soft, leading: 1.35 }),
  ]);
}

function drawFooter(sheet: Sheet): Piece {
  const { dataset, scene, palette, options, inner } = sheet;
  const { file } = dataset;
  const drawn = scene.edges.reduce((sum, { relations }) => sum + relations.length, 0);
  const newest = [...dataset.sources.values()]
    .map(({ published }) => published ?? '')
    .toSorted()
    .at(-1);
  const counts: DrawnCounts = {
    entities: [scene.nodes.length, dataset.entities.size],
    relations: [drawn, dataset.relations.size],
  };
  const inForce = options.view ? sayPictureView(dataset, options.view, counts) : null;
  const part = inForce === null ? sayShownPart(counts.entities, counts.relations) : null;
  const parts = [sayDataDate(file.updated ?? newest), sayLicence(file.licence), part];
  const small = { size: 11, weight: 'regular', fill: palette.soft, leading: 1.35 } as const;
  const credit = measureText(publishedText.credit, small.size, 'semibold');
  const room = inner - credit - GAP.part;
  const words = stack(
    [
      // Never cut: it says what the picture does not show.
      setParagraph(inForce ?? '', room, { ...small, fill: palette.ink }),
      setParagraph(parts.filter(Boolean).join(' · '), room, { ...small, maxLines: 3 }),
    ],
    2,
  );
  const right = setParagraph(publishedText.credit, inner, { ...small, weight: 'semibold' }, inner - credit);
  return ruled(sheet, [{ height: Math.max(words.height, right.height), markup: `${words.markup}\n${right.markup}` }]);
}

function writeFonts(fonts: readonly EmbeddedFont[]): string {
  const rules = fonts.map(({ family, weight, dataUri, range }) => {
    const only = range ? `unicode-range:${range};` : '';
    return `@font-face{font-family:'${family}';font-weight:${weight};${only}src:url(${dataUri}) format('woff2')}`;
  });
  return rules.length === 0 ? '' : `${element('style', {}, escapeText(rules.join('')))}\n`;
}

/**
 * The publishable picture of a scene: title, graph, legend, numbered relations with standing, deniers and sources, and
 * a footer, all inside its margins. Well-formed XML for any text in the data. Linear in what is shown.
 */
export function composePicture(dataset: Dataset, scene: Scene, options: PictureOptions): ComposedPicture {
  const width = Math.ceil(Math.max(NARROWEST, scene.bounds.width + 2 * MARGIN));
  const palette = PALETTES[options.theme];
  const pen: Pen = { palette, classOf: () => undefined, bare: options.background === 'transparent' };
  const sheet: Sheet = { dataset, scene, options, palette, inner: width - 2 * MARGIN, pen };
  const sayings = sayingsOf(dataset, scene, options.view?.asOf ?? null);
  const { figures } = numberSayings(scene, sayings);
  const body = stack(
    [
      drawHeader(sheet),
      drawScene(sheet, sayings, figures),
      options.legend ? ruled(sheet, [drawLegend(scene.legend, sheet.inner, pen)]) : { height: 0, markup: '' },
      drawSources(sheet, sayings),
      drawFooter(sheet),
    ],
    GAP.part,
  );
  const height = Math.ceil(body.height + 2 * MARGIN);
  const title = typeof options.title === 'string' && options.title !== '' ? options.title : dataset.file.title;
  const inForce = options.view ? sayInForce(dataset, options.view) : '';
  const { short, long } = sayAlternative(title, scene, sayings, inForce);
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': SANS,
  });
  const paper = options.background === 'paper' ? `${element('rect', { width, height, fill: palette.ground })}\n` : '';
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n<svg${head}>\n${element('title', { id: 'title' }, escapeText(short))}\n${element(
    'desc',
    { id: 'desc' },
    escapeText(long),
  )}\n${writeFonts(options.fonts ?? [])}${paper}${placeAt(body, MARGIN, MARGIN)}\n</svg>\n`;
  return { svg, width, height, description: long };
}
