import type { Locator, Source } from '../model/records.ts';
import { saySourceKind } from './names.ts';
import { NOT_STATED } from './panelText.ts';
import { plainText } from './plainText.ts';
import { sayList } from './sayCount.ts';
import { sayDate } from './sayDate.ts';

/**
 * A source as one line of a list: publisher, title, date and kind. What our copy does not state is named at the end:
 * "Digest of the article (article, 25 October 2024; publisher and title not stated in our copy)".
 */
export function saySource({ label, title, publisher, published, kind }: Source): string {
  const missing = Object.entries({ publisher, title, date: published }).flatMap(([name, value]) =>
    value ? [] : [name],
  );
  const heading = !title ? plainText(label) : `“${plainText(title)}”`;
  const by = publisher ? plainText(publisher) : '';
  // A label made of the publisher's name has it already.
  const names = by === '' || heading.startsWith(by) ? heading : `${by}, ${heading}`;
  const facts = [saySourceKind(kind), published && sayDate(published)].filter(Boolean).join(', ');
  // Only named: there is no copy that could have stated more.
  if (missing.length === 3 && kind === 'other') return `${names} (${sayList(missing)} not stated)`;
  const gaps = missing.length > 0 ? `; ${sayList(missing)} ${NOT_STATED}` : '';
  return `${names} (${facts}${gaps})`;
}

/** A place in a source: "paragraph 3, sentence 2, “quoted words”"; "place not given" where the locator is empty. */
export function sayLocator({ paragraph, sentence, page, timestamp, quote }: Locator): string {
  const parts = [
    page !== undefined && `page ${page}`,
    paragraph !== undefined && `paragraph ${paragraph}`,
    sentence !== undefined && `sentence ${sentence}`,
    timestamp !== undefined && `at ${plainText(timestamp)}`,
    quote !== undefined && `“${plainText(quote)}”`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'place not given';
}

/** All places of a claim in its source, or that none is given. */
export function sayLocators(locators: readonly Locator[]): string {
  return locators.length > 0 ? locators.map(sayLocator).join('; ') : 'place not given';
}
