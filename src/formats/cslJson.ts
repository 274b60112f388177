import type { Source, SourceKind } from '../model/records.ts';
import { addressOf, authorsOf, datePartsOf, oneLine, titleOf } from './sourceFields.ts';

/** CSL has no word for some kinds; what is only called an article need not be one of a newspaper, a journal or a preprint. */
const TYPES: Readonly<Record<SourceKind, string>> = {
  article: 'document',
  post: 'post',
  filing: 'document',
  report: 'report',
  dataset: 'dataset',
  interview: 'interview',
  speech: 'speech',
  book: 'book',
  other: 'document',
};

function writeDate(edtf: string | null | undefined): object | undefined {
  if (!edtf) return undefined;
  const parts = datePartsOf(edtf);
  if (!parts) return { literal: oneLine(edtf) };
  return { 'date-parts': parts.points, ...(parts.approximate ? { circa: true } : {}) };
}

/** One source as a CSL-JSON item (schema 1.0.2); what our copy does not state is left out. */
function cslItem(source: Source): object {
  const { id, kind, publisher, published, accessed, language, licence } = source;
  const authors = authorsOf(source);
  const fields = {
    id,
    type: TYPES[kind],
    genre: TYPES[kind] === 'document' && kind !== 'other' ? kind : undefined,
    title: titleOf(source),
    author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined,
    publisher: oneLine(publisher) || undefined,
    issued: writeDate(published),
    accessed: writeDate(accessed),
    URL: addressOf(source.url) ?? undefined,
    archive_location: addressOf(source.archivedUrl) ?? undefined,
    language: oneLine(language) || undefined,
    license: oneLine(licence) || undefined,
  };
  return fields;
}

/** Sources as CSL-JSON (Citation Style Language 1.0.2), which Zotero, pandoc and others read. */
export function writeSourcesCsl(sources: readonly Source[]): string {
  return `${JSON.stringify(sources.map(cslItem), null, 2)}\n`;
}
