import type { Dataset } from '../model/dataset.ts';
import type { EntityId, Locator, Source } from '../model/records.ts';
import type { StandingWord } from '../model/standing.ts';
import { sayKind } from './names.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayName } from './sayRelation.ts';
import { sayLocator } from './saySource.ts';

/** Headings and fixed words of a published picture and of its text beside it. */
export const publishedText = {
  relations: 'Who is related to whom, and on whose say-so',
  /** Over the numbered list. */
  numbered: 'Who says so, and who denies it',
  /** Over the disputes alone, where the picture carries no numbers. */
  disputes: 'Disputed',
  sources: 'Sources',
  legend: { shapes: 'Shapes', lines: 'Lines', signs: 'Signs' },
  /** Beside their signs in the legend. */
  disputed: 'somebody denies or limits it',
  several: 'several relations',
  credit: 'Made with Sayso',
} as const;

/** An Event as a heading in a list of relations: "Starlink–Taiwan request (event)". */
export function sayEventHeading(dataset: Dataset, id: EntityId): string {
  const kind = dataset.entities.get(id)?.kind ?? 'Event';
  return `${sayName(dataset, id)} (${sayKind(kind)})`;
}

/** Places in one source, paragraphs gathered: "paragraphs 2, 4 and 6"; empty where no place is given. */
export function sayPlaces(locators: readonly Locator[]): string {
  const paragraphs = new Set<number>();
  const others = new Set<string>();
  for (const locator of locators) {
    const { paragraph, page, timestamp } = locator;
    if (paragraph !== undefined && page === undefined) paragraphs.add(paragraph);
    else if (page !== undefined || timestamp !== undefined) {
      others.add(
        sayLocator({ ...(page === undefined ? {} : { page }), ...(timestamp === undefined ? {} : { timestamp }) }),
      );
    }
  }
  const numbers = [...paragraphs].toSorted((a, b) => a - b).map(String);
  const first = numbers.length === 0 ? [] : [`paragraph${numbers.length > 1 ? 's' : ''} ${sayList(numbers)}`];
  return [...first, ...others].join('; ');
}

/** How old the data of a picture is: "Data of 23 November 2026". */
export function sayDataDate(date: string | null | undefined): string {
  return date ? `Data of ${sayDate(date)}` : 'Data without a date';
}

/** The licence of the data, behind its date; null where the dataset names none. */
export function sayLicence(licence: string | null | undefined): string | null {
  return licence ? `Licence ${plainText(licence)}` : null;
}

/** How much of a dataset a picture leaves out: "Shows 4 of 22 entities and 11 of 36 relations"; null where it shows all. */
export function sayShownPart(
  entities: readonly [shown: number, all: number],
  relations: readonly [shown: number, all: number],
): string | null {
  const [shownEntities, allEntities] = entities;
  const [shown, all] = relations;
  if (shownEntities >= allEntities && shown >= all) return null;
  return `Shows ${sayNumber(shownEntities)} of ${sayCount(allEntities, 'entity', 'entities')} and ${sayNumber(shown)} of ${sayCount(all, 'relation')}`;
}

const LEGEND_LINES: Readonly<Record<StandingWord, string>> = {
  stated: 'stated by a source in its own voice',
  reported: 'reported of a named speaker',
  alleged: 'alleged, by unnamed people or as an accusation',
  rumoured: 'rumoured',
  hypothetical: 'hypothetical: a plan, a worry or an “if”',
  questioned: 'questioned, and asserted by nobody',
  unsupported: 'not asserted: only denials or silence',
  unsourced: 'without a source',
};

const LEGEND_WORDS: Readonly<Record<StandingWord, string>> = {
  stated: 'stated',
  reported: 'reported',
  alleged: 'alleged',
  rumoured: 'rumoured',
  hypothetical: 'hypothetical',
  questioned: 'questioned',
  unsupported: 'not asserted',
  unsourced: 'without a source',
};

/** What a line's pattern means, short enough for the legend of a picture that stands alone; `brief`: the word alone. */
export function sayLegendLine(word: StandingWord, brief = false): string {
  return (brief ? LEGEND_WORDS : LEGEND_LINES)[word];
}

/** At the head of a page: "page 2 of 3". */
export function sayPageOf(page: number, pages: number): string {
  return `page ${sayNumber(page)} of ${sayNumber(pages)}`;
}

const POINTED_MAX = 24;

/** Where the list is that had no room on the first page, and which of its numbers are disputed: null in a picture without numbers, whose list holds disputes alone. */
export function sayListPages(pages: number, disputed: readonly number[] | null, listed: number): string {
  const where = pages > 2 ? `pages 2 to ${sayNumber(pages)}` : 'page 2';
  if (disputed === null)
    return `${publishedText.disputes}, ${sayNumber(listed)} in all, with who denies or limits them: ${where}.`;
  const list = `${publishedText.numbered}: ${where}.`;
  if (disputed.length === 0) return list;
  if (disputed.length > POINTED_MAX) return `${list} Disputed: ${sayNumber(disputed.length)} of ${sayNumber(listed)}.`;
  return `${list} Disputed: ${sayList(disputed.map(sayNumber))}.`;
}

/** How many wordings a picture without numbers leaves out: "12 lines without their wording, for want of room"; null for none. */
export function sayWordless(count: number): string | null {
  return count > 0
    ? `${sayCount(count, 'line')} without ${count === 1 ? 'its' : 'their'} wording, for want of room`
    : null;
}

/** Where a saying is found, as one line: "The Daily, 3 May 2024, paragraphs 2 and 4". The full sources stand apart. */
export function sayCitation({ publisher, label, published }: Source, locators: readonly Locator[]): string {
  const name = plainText(publisher ?? '') || plainText(label);
  const date = published ? sayDate(published) : '';
  // Makers often put the date into the label.
  const parts = [name, name.includes(date) ? '' : date, sayPlaces(locators)];
  return parts.filter(Boolean).join(', ');
}

const NAMES_MAX = 3;

/** Names as a list that stays short: "A, B, C and 4 more". */
function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_MAX).map(plainText);
  const more = names.length - shown.length;
  return sayList(more > 0 ? [...shown, `${sayNumber(more)} more`] : shown);
}

/** Which part of a dataset a picture shows, for its head and its file's name; null where it is no part that was chosen. */
export function sayPictureScope(
  scope: 'all' | 'visible' | 'selection' | 'neighbourhood',
  names: readonly string[],
  hops: number,
): { readonly heading: string; readonly file: string } | null {
  if (scope === 'all' || scope === 'visible' || names.length === 0) return null;
  const who = sayNames(names);
  if (scope === 'selection') return { heading: who, file: who };
  const steps = hops > 1 ? ` within ${sayCount(hops, 'step')}` : '';
  return { heading: `${who} and what is within ${sayCount(hops, 'step')}`, file: `neighbourhood of ${who}${steps}` };
}
