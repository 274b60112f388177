import type { AskedPart } from './exportParts.ts';
import { cutDataset } from './model/cutDataset.ts';
import { buildStandalonePage } from './picture/buildStandalonePage.ts';
import { loadFonts } from './picture/pictureFonts.ts';
import type { Exported, ExportRequest } from './ui/kit/exporter.ts';

/** The page that stands alone, with the fonts that its words need. */
export async function makePage(asked: AskedPart, { title, alternative, notes }: ExportRequest): Promise<Exported> {
  const { state, scene, part, heading, nameFor } = asked;
  const { dataset, view } = state;
  const input = {
    dataset,
    scene,
    view,
    title: typeof title === 'string' && title !== '' ? title : dataset.file.title,
    scope: heading,
    file: cutDataset(dataset, part, { notes: notes ?? false }),
    alternative: alternative ?? null,
  };
  const fonts = await loadFonts(buildStandalonePage(input));
  const html = buildStandalonePage({ ...input, fonts });
  return { blob: new Blob([html], { type: 'text/html' }), fileName: nameFor('html'), notes: [] };
}
