import type { Dataset } from '../../model/dataset.ts';
import type { Claim, Locator } from '../../model/records.ts';
import { orNotStated, sourceText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayLocators } from '../../words/saySource.ts';
import { RecordLink } from '../kit/RecordLink.tsx';

/** Quotes stand by themselves in a claim. */
function withoutQuote(locator: Locator): Locator {
  return Object.fromEntries(Object.entries(locator).filter(([field]) => field !== 'quote'));
}

/** The source that was read and the place in it, leading there; with publisher and date, or that our copy lacks them. */
export function SourcePlace({ dataset, claim, words }: { dataset: Dataset; claim: Claim; words?: string }) {
  const source = dataset.sources.get(claim.source);
  const label = plainText(source?.label ?? '') || claim.source;
  const date = source?.published ? sayDate(source.published) : null;
  const facts = [
    `${sourceText.publisher.toLowerCase()} ${orNotStated(source?.publisher)}`,
    date !== null && label.includes(date) ? '' : `${sourceText.published.toLowerCase()} ${date ?? orNotStated(null)}`,
  ];
  return (
    <>
      <RecordLink id={claim.source} at={claim.id}>
        <bdi>{words ?? label}</bdi>, {sayLocators(claim.locators.map(withoutQuote))}
      </RecordLink>{' '}
      <span className="soft">({facts.filter(Boolean).join(', ')})</span>
    </>
  );
}
