import type { AskedPart } from './exportParts.ts';
import { writeSourcesBibtex } from './formats/bibtex.ts';
import { writeSourcesCsl } from './formats/cslJson.ts';
import { writeSourcesRis } from './formats/ris.ts';
import type { Source } from './model/records.ts';
import type { Exported } from './ui/kit/exporter.ts';
import { buildAccount } from './words/accounts.ts';
import { writeSourcesMarkdown } from './words/sourceMarkdown.ts';

const WRITERS = {
  'sources-markdown': { write: writeSourcesMarkdown, extension: 'md', type: 'text/markdown' },
  'sources-csl': { write: writeSourcesCsl, extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  'sources-bibtex': { write: writeSourcesBibtex, extension: 'bib', type: 'application/x-bibtex' },
  'sources-ris': { write: writeSourcesRis, extension: 'ris', type: 'application/x-research-info-systems' },
} as const;

export type SourcesFormat = keyof typeof WRITERS;

/** The sources that the part rests on under the public clock in force, in order of first mention. */
function findSources({ state: { dataset, view }, part }: AskedPart): Source[] {
  return buildAccount(dataset, part, view.asOf).sources.flatMap(({ id }) => dataset.sources.get(id) ?? []);
}

/** A list of sources for footnotes and reference managers. */
export function makeSources(asked: AskedPart, format: SourcesFormat): Exported {
  const { write, extension, type } = WRITERS[format];
  const blob = new Blob([write(findSources(asked))], { type: `${type};charset=utf-8` });
  return { blob, fileName: asked.nameFor(extension, 'sources'), notes: [] };
}
