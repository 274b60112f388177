import type { AskedPart } from './exportParts.ts';
import { DOSSIER_PAGE_STYLE, DOSSIER_STYLE } from './picture/dossierStyle.ts';
import { writeDossierBody, writeDossierHtml } from './picture/writeDossierHtml.ts';
import type { Exported, ExportRequest } from './ui/kit/exporter.ts';
import { printSheet } from './ui/printing/printSheet.ts';
import { buildDossier, type Dossier } from './words/dossier.ts';
import { writeDossierMarkdown } from './words/dossierMarkdown.ts';

function dossierOf({ state: { dataset, view }, part, heading }: AskedPart, { title }: ExportRequest): Dossier {
  const own = typeof title === 'string' ? title : '';
  return buildDossier(dataset, part, view, own || (heading ?? ''));
}

/** Every relation of the part in words, with footnoted claims and the list of sources. */
export function makeDossier(asked: AskedPart, request: ExportRequest): Exported {
  const dossier = dossierOf(asked, request);
  const [text, type, extension] =
    request.format === 'dossier-markdown'
      ? [writeDossierMarkdown(dossier), 'text/markdown', 'md']
      : [writeDossierHtml(dossier), 'text/html', 'html'];
  const blob = new Blob([text], { type: `${type};charset=utf-8` });
  return { blob, fileName: asked.nameFor(extension, 'dossier'), notes: [] };
}

/** Hands the dossier to the browser's print dialog. */
export async function printDossier(asked: AskedPart, request: ExportRequest): Promise<void> {
  const markup = writeDossierBody(dossierOf(asked, request));
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const name = asked.nameFor('html', 'dossier').replace(/\.html$/, '');
  await printSheet([...body.children], `${DOSSIER_STYLE}${DOSSIER_PAGE_STYLE}`, name);
}
