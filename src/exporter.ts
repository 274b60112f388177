import { type ExportGround, findAskedStory } from './exportDrafts.ts';
import { findAskedPart } from './exportParts.ts';
import { createPictures } from './exportPictures.ts';
import { checkRequest } from './exportRequest.ts';
import { DataError } from './model/dataError.ts';
import { isPictureFormat, type PictureFormat } from './picture/makePicture.ts';
import { withCallouts } from './scene/buildScene.ts';
import type { Exported, Exporter, ExportRequest, MakeOptions } from './ui/kit/exporter.ts';
import { EXPORT_FORMATS, type ExportFormat } from './ui/kit/exportFormats.ts';

/** Waits; what goes wrong gets a form that has a sentence. */
async function orKnown<Value>(making: Promise<Value>): Promise<Value> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError('export-failed', '', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The formats that this browser can write; those of data it always can. */
async function findOffers(): Promise<ExportFormat[]> {
  const { offeredRasters } = await import('./picture/renderRaster.ts');
  const rasters: readonly string[] = await offeredRasters();
  return EXPORT_FORMATS.filter((format) => !isPictureFormat(format) || format === 'svg' || rasters.includes(format));
}

type OtherFormat = Exclude<ExportFormat, PictureFormat>;

/** A file that is no picture; what writes it is fetched with its first use. */
async function makeOther(
  ground: ExportGround,
  asked: ExportRequest,
  format: OtherFormat,
  options: MakeOptions,
): Promise<Exported> {
  switch (format) {
    case 'html': {
      const { makePage } = await import('./exportPage.ts');
      return makePage(
        ground,
        findAskedPart(ground, asked, false),
        asked,
        findAskedStory(ground.store.getState(), asked),
      );
    }
    case 'sayso':
    case 'csv':
    case 'ftm':
    case 'graphml':
    case 'gexf':
    case 'cyjs':
    case 'cx2':
    case 'graphology': {
      const { makeRecords } = await import('./exportRecords.ts');
      const part = findAskedPart(ground, asked, true);
      return makeRecords(ground.jobs, part, format, { notes: asked.notes ?? false, ...options });
    }
    case 'dossier-html':
    case 'dossier-markdown': {
      const { makeDossier } = await import('./exportDossier.ts');
      return makeDossier(findAskedPart(ground, asked, true), asked);
    }
    case 'sources-markdown':
    case 'sources-csl':
    case 'sources-bibtex':
    case 'sources-ris': {
      const { makeSources } = await import('./exportSources.ts');
      return makeSources(findAskedPart(ground, asked, true), format);
    }
    case 'pdf':
      throw new DataError('print-only', '');
  }
}

/** What is asked for may be written by hand on another page: it is checked before anything reads it. */
async function makeAny(
  ground: ExportGround,
  pictures: Pick<Exporter, 'make'>,
  asked: ExportRequest,
  options: MakeOptions,
): Promise<Exported> {
  checkRequest(asked);
  const { format } = asked;
  return isPictureFormat(format) ? pictures.make(asked) : makeOther(ground, asked, format, options);
}

async function printOther(ground: ExportGround, asked: ExportRequest): Promise<void> {
  const { printDossier } = await import('./exportDossier.ts');
  await printDossier(findAskedPart(ground, asked, true), asked);
}

/** Makes what leaves the page from what is shown when it is asked; what each format needs is fetched with its first use. */
export function createExporter(ground: ExportGround): Exporter {
  // No picture is made without what was written into it.
  if (ground.store.getState().drawCallouts === null) ground.store.dispatch('drawCallouts', withCallouts);
  const pictures = createPictures(ground);
  return {
    draft: (asked) => orKnown(pictures.draft(asked)),
    make: (asked, options = {}) => orKnown(makeAny(ground, pictures, asked, options)),
    print: (asked) => orKnown(asked.format.startsWith('dossier') ? printOther(ground, asked) : pictures.print(asked)),
    offers: () => orKnown(findOffers()),
  };
}
