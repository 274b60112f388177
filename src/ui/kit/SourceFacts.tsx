import type { Source } from '../../model/records.ts';
import { findSafeHref } from '../../model/safeAddress.ts';
import { saySourceKind } from '../../words/names.ts';
import { orNotStated, sayAuthors, sourceText } from '../../words/panelText.ts';
import { readingText } from '../../words/readingText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayLanguage } from './languageName.ts';
import { SafeLink } from './SafeLink.tsx';

const orGap = (value: string | null | undefined): string => orNotStated(value ? sayDate(value) : null);

function factsOf(source: Source): [name: string, value: string][] {
  return [
    [sourceText.title, orNotStated(source.title)],
    [sourceText.publisher, orNotStated(source.publisher)],
    [sourceText.authors, sayAuthors(source)],
    [sourceText.published, orGap(source.published)],
    [sourceText.kind, saySourceKind(source.kind)],
    ...(source.language === undefined
      ? []
      : [[sourceText.language, orNotStated(sayLanguage(source.language))] as [string, string]]),
    ...(source.accessed === undefined ? [] : [[sourceText.accessed, orGap(source.accessed)] as [string, string]]),
    [sourceText.licence, orNotStated(source.licence)],
  ];
}

/** What is known of a source; what our copy does not state is said to be missing. */
export function SourceFacts({ source }: { readonly source: Source }) {
  const links = [
    { address: source.url, words: sourceText.open },
    { address: source.archivedUrl, words: sourceText.openArchived },
  ];
  return (
    <>
      <dl className="facts">
        {factsOf(source).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {!source.url && (
          <div>
            <dt>{readingText.address}</dt>
            <dd>{orNotStated(null)}</dd>
          </div>
        )}
      </dl>
      {links.map(({ address, words }) =>
        address ? (
          <p key={words} className="source-link">
            <SafeLink address={address}>{findSafeHref(address) ? words : address}</SafeLink>
          </p>
        ) : null,
      )}
    </>
  );
}
