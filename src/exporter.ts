import { createPictures, type ExportGround } from './exportPictures.ts';
import { DataError } from './model/dataError.ts';
import { isPictureFormat } from './picture/makePicture.ts';
import { EXPORT_FORMATS, type Exporter, type ExportFormat } from './ui/kit/exporter.ts';

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

/** Makes what leaves the page from what is shown when it is asked; what each format needs is fetched with its first use. */
export function createExporter(ground: ExportGround): Exporter {
  const pictures = createPictures(ground);
  return {
    draft: (request) => orKnown(pictures.draft(request)),
    make: (request) => orKnown(pictures.make(request)),
    print: (request) => orKnown(pictures.print(request)),
    offers: () => orKnown(findOffers()),
  };
}
