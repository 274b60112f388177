import type { Source } from '../model/records.ts';
import { findSafeHref } from '../model/safeAddress.ts';
import { dossierText } from './dossierText.ts';
import { escapeMarkdown, markdownAddress } from './escapeMarkdown.ts';
import { sourceText } from './panelText.ts';
import { plainText } from './plainText.ts';
import { saySource } from './saySource.ts';

/** One source as an item of a Markdown list: what is known of it, what our copy does not state, and its addresses. */
export function sayMarkdownAddresses(addresses: {
  readonly url: string | null;
  readonly archivedUrl?: string | null | undefined;
}): string[] {
  const [url, archived] = [findSafeHref(addresses.url), findSafeHref(addresses.archivedUrl)];
  return [
    ...(url ? [`${dossierText.address}: ${markdownAddress(url)}`] : []),
    ...(archived ? [`${dossierText.archived}: ${markdownAddress(archived)}`] : []),
  ];
}

/** Sources as a numbered list in Markdown, in the order given. */
export function writeSourcesMarkdown(sources: readonly Source[]): string {
  const items = sources.map((source, i) => {
    const authors = source.authors.map(plainText).filter(Boolean).join(', ');
    const named = authors ? [`${sourceText.authors}: ${escapeMarkdown(authors)}`] : [];
    const parts = [escapeMarkdown(saySource(source)), ...named, ...sayMarkdownAddresses(source)];
    return `${i + 1}. ${parts.join('. ')}.\n`;
  });
  return `# ${dossierText.sources}\n\n${items.join('')}`;
}
