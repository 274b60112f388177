import type { DraftPicture } from './draftPicture.ts';
import { addPngText, type PngText } from './pngText.ts';
import { RASTER_FORMATS, type RasterFormat, renderRaster } from './renderRaster.ts';
import type { PictureOptions } from './sheet.ts';

export type PictureFormat = 'svg' | RasterFormat;

/** Whether a file of this format is a picture. */
export function isPictureFormat(format: string): format is PictureFormat {
  return format === 'svg' || (RASTER_FORMATS as readonly string[]).includes(format);
}

/** How a picture that is composed becomes files. */
export interface PictureFileOptions {
  readonly format: PictureFormat;
  /** Pixels per px, kept between 1 and 4; 2 where it is not given. Of no use to an SVG. */
  readonly scale?: number;
  readonly background?: PictureOptions['background'];
  /** What a PNG says of itself besides its description. */
  readonly facts?: PngText;
}

/** A finished file. */
export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

const SCALES = { least: 1, most: 4, usual: 2 } as const;

function keptScale(asked: number | undefined): number {
  if (asked === undefined || !Number.isFinite(asked)) return SCALES.usual;
  return Math.min(SCALES.most, Math.max(SCALES.least, asked));
}

/** So many pages are drawn at the same time: while one is packed by the browser the next is read. */
const LANES = 2;

/** Answers in order, a few at a time. */
async function inLanes<Item, Answer>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [i, item] of waiting) answers[i] = await work(item, i);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return answers;
}

/** One file a page of a picture, in order; of several the names end in their number. Rejects as `renderRaster` does. */
export function makePicture(draft: DraftPicture, options: PictureFileOptions): Promise<NamedFile[]> {
  const { format, background = 'paper', facts = [] } = options;
  const scale = keptScale(options.scale);
  const texts: PngText = [...facts, ['Description', draft.alternative.long]];
  return inLanes(draft.pages, async (page, i) => {
    const number = draft.pages.length > 1 ? `-page-${i + 1}` : '';
    const name = `${draft.fileStem}${number}.${format}`;
    if (format === 'svg') return { name, blob: new Blob([page.svg], { type: 'image/svg+xml' }) };
    const drawn = await renderRaster({ ...page, scale, background, format });
    return { name, blob: format === 'png' ? await addPngText(drawn, texts, scale) : drawn };
  });
}
