import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import type { HiddenBy, View } from '../model/view.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayClocks, sayFilters, sayHiddenBy } from './sayView.ts';

/** What a table, a panel or a reading says of what filters and clocks keep from it. */
export const followText = {
  hiddenBy: (by: HiddenBy): string => `Hidden by ${sayHiddenBy(by)}`,
  noneShown: 'None of its relations is let through.',
  noDispute: 'Nothing that is let through is disputed.',
  drop: {
    clock: 'Go by everything published',
    held: 'Show what held at any time',
    filter: 'Drop this filter',
    claims: 'Drop the filters on claims',
  },
  /** Before a standing that is judged on everything published. */
  today: 'By everything published since:',
  retracted: 'Everything said for or against it has been retracted.',
  openFilters: 'Show in the filters',
  entities: (count: number): string => `${sayCount(count, 'entity', 'entities')} hidden by filters and clocks`,
  siblings: (shown: number, all: number): string =>
    `${sayNumber(shown)} of ${sayCount(all, 'more relation')} between these two`,
  laterAgainst: (count: number): string => `${sayCount(count, 'claim')} in conflict with it became public later`,
  everythingShown: 'Everything that is let through',
  named: 'Filters and clocks that are in force are named in the picture.',
} as const;

const dayWords = (day: number): string => sayDate(dayText(day));

/** What hides some relations: "filters", "filters and the time they held". */
function sayCauses(causes: Iterable<HiddenBy>): string {
  const all = new Set([...causes].map((by) => (by === 'held' ? 'the time they held' : 'filters')));
  return sayList([...all].toSorted());
}

/** "3 more, hidden by filters". */
export function sayMoreHidden(count: number, causes: Iterable<HiddenBy>): string {
  return `${sayNumber(count)} more, hidden by ${sayCauses(causes)}`;
}

/** "3 more claims that come through Ann Lee, hidden by filters". */
export function sayMoreVoiced(count: number, causes: Iterable<HiddenBy>, name: string): string {
  const claims = count === 1 ? 'claim that comes' : 'claims that come';
  return `${sayNumber(count)} more ${claims} through ${plainText(name)}, hidden by ${sayCauses(causes)}`;
}

/** "2 became public later". */
export function sayLater(count: number): string {
  return `${sayNumber(count)} became public later`;
}

/** "2 claims became public later; 1 of them denies or limits it": a denial is not to be missed because it came later. */
export function sayLaterClaims(count: number, disputing: number, what = 'this'): string {
  const claims = `${sayCount(count, 'claim')} became public later`;
  if (disputing === 0) return claims;
  if (count === 1) return `${claims}: it denies or limits ${what}`;
  return `${claims}; ${sayNumber(disputing)} of them ${disputing === 1 ? 'denies or limits' : 'deny or limit'} ${what}`;
}

/** "1 rests on retracted claims alone". */
export function sayRetracted(count: number): string {
  return `${sayNumber(count)} ${count === 1 ? 'rests' : 'rest'} on retracted claims alone`;
}

/** When a claim became public that the clock does not count yet: "became public later, on 25 October 2024". */
export function sayBecamePublic(day: number | null): string {
  return day === null || !Number.isFinite(day) ? 'became public later' : `became public later, on ${dayWords(day)}`;
}

/** "Not public by 31 October 2022". */
export function sayNotPublic(asOf: number): string {
  return `Not public by ${dayWords(asOf)}`;
}

/** How much of a source the clock does not count yet. */
export function sayLaterInSource(later: number, all: number, asOf: number): string {
  const claims = `${sayNumber(later)} of ${sayCount(all, 'claim')}`;
  return `${claims} ${later === 1 ? 'was' : 'were'} not public by ${dayWords(asOf)}, and ${later === 1 ? 'says' : 'say'} so.`;
}

/** Why one relation is hidden: "Hidden by modality: only rumoured", "Not public by 31 October 2022". */
export function sayWhyHidden(dataset: Dataset, view: Pick<View, 'filters' | 'asOf' | 'held'>, by: HiddenBy): string {
  if (by === 'clock') return view.asOf === null ? followText.retracted : sayNotPublic(view.asOf);
  if (by === 'held') {
    const held = sayClocks(view).find(({ name }) => name === 'held');
    return `${followText.hiddenBy(by)}: only what ${held?.text ?? ''}`;
  }
  const filter = sayFilters(dataset, view.filters).find(({ name }) => name === by);
  const named = filter?.text.startsWith(sayHiddenBy(by)) ? filter.text : `${sayHiddenBy(by)}: ${filter?.text ?? ''}`;
  return filter ? `Hidden by ${named}` : followText.hiddenBy(by);
}
