import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import type { Bar, BarUnit, Histogram, Tick } from '../model/histogram.ts';
import type { ClockStep } from '../model/publicTime.ts';
import type { RelationId } from '../model/records.ts';
import type { Change } from '../model/timeline.ts';
import type { Held } from '../model/view.ts';
import { plainText, upperFirst } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayRelationWithStanding } from './sayStanding.ts';

/** A day number in words: "25 October 2024"; an infinite one is "no last day". */
export function sayDay(day: number): string {
  return Number.isFinite(day) ? sayDate(dayText(day)) : 'no last day';
}

/** What a bar stands for: "25 October 2024", "October 2024", "2024", "2020 to 2029". */
export function sayBar(unit: BarUnit, { from, to }: Pick<Bar, 'from' | 'to'>): string {
  if (unit === 'day') return sayDay(from);
  if (unit === 'month') return sayDate(dayText(from).slice(0, -3));
  const [first, last] = [dayText(from), dayText(to)].map((text) => sayDate(text.slice(0, -6)));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** The label under the axis: "2024", "Oct 2024", "25 Oct 2024". */
export function sayTick({ day, part }: Tick): string {
  const text = dayText(day);
  if (part === 'year') return sayDate(text.slice(0, -6));
  const words = sayDate(part === 'month' ? text.slice(0, -3) : text).split(' ');
  return words.map((word) => (/^[A-Z]/.test(word) ? word.slice(0, 3) : word)).join(' ');
}

const UNITS: Readonly<Record<BarUnit, string>> = {
  day: 'day',
  month: 'month',
  year: 'year',
  decade: 'ten years',
  century: 'hundred years',
};
const MAX_BARS = 12;
const MAX_NAMES = 3;

/** All bars that are not empty, for those who do not see them; `say` words one. */
function sayBars(histogram: Histogram, what: string, say: (bar: Bar) => string): string {
  const full = histogram.bars.filter(({ count }) => count > 0);
  const shown = full.slice(0, MAX_BARS).map(say);
  const more = full.length - shown.length;
  return `${what} by the ${UNITS[histogram.unit]}. ${more > 0 ? [...shown, `${sayNumber(more)} more bars`].join('; ') : shown.join('; ')}`;
}

/** What lies behind a bar of the public clock. */
export function sayKnownBar(unit: BarUnit, bar: Bar): string {
  const disputing =
    bar.marked > 0
      ? `, ${sayNumber(bar.marked)} of them ${bar.marked === 1 ? 'denies or limits' : 'deny or limit'}`
      : '';
  return `${sayBar(unit, bar)}: ${sayCount(bar.count, 'claim')} became public${disputing}`;
}

/** What lies behind a bar of valid time. */
export function sayHeldBar(unit: BarUnit, bar: Bar): string {
  const open = bar.marked > 0 ? `, ${sayNumber(bar.marked)} of them with an open end` : '';
  return `${sayBar(unit, bar)}: ${sayCount(bar.count, 'dated relation')}${open}`;
}

/** The whole histogram of the public clock in words. */
export function sayKnownBars(histogram: Histogram): string {
  return sayBars(histogram, 'Claims', (bar) => sayKnownBar(histogram.unit, bar));
}

/** The whole histogram of valid time in words. */
export function sayHeldBars(histogram: Histogram): string {
  return sayBars(histogram, 'Dated relations', (bar) => sayHeldBar(histogram.unit, bar));
}

/** What happens on a day: "5 claims become public, 1 of them denies or limits". */
export function sayStep({ published, retracted, disputing }: ClockStep): string {
  const parts = [];
  if (published.length > 0)
    parts.push(`${sayCount(published.length, 'claim')} ${published.length === 1 ? 'becomes' : 'become'} public`);
  if (disputing > 0)
    parts.push(`${sayNumber(disputing)} of them ${disputing === 1 ? 'denies or limits' : 'deny or limit'}`);
  if (retracted.length > 0)
    parts.push(`${sayCount(retracted.length, 'claim')} ${retracted.length === 1 ? 'is' : 'are'} retracted`);
  return parts.join(', ');
}

/** The position of the public clock, for its slider: the day, and what changes on it. */
export function sayClock(asOf: number | null, step: ClockStep | undefined, newest: number): string {
  if (asOf === null) return `everything, as published by ${sayDay(newest)}${step ? `; ${sayStep(step)}` : ''}`;
  if (!step) return `${sayDay(asOf)}: nothing dated is public yet`;
  return step.day === asOf ? `${sayDay(asOf)}: ${sayStep(step)}` : `${sayDay(asOf)}: nothing changes on this day`;
}

/** The position of one end of valid time, for its slider. */
export function sayEnd(end: 'from' | 'to', day: number | null, held: number, dated: number): string {
  const where = day === null ? (end === 'from' ? 'from the beginning' : 'without an end') : sayDay(day);
  return `${where}; ${sayNumber(held)} of ${sayCount(dated, 'dated relation')}`;
}

/** What valid time is set to: "on 25 October 2024", "between A and B", "from A on", "until B", "at any time". */
export function sayHeld(from: number | null, to: number | null): string {
  if (from === null && to === null) return 'at any time';
  if (from === null) return `until ${sayDay(to ?? 0)}`;
  if (to === null) return `from ${sayDay(from)} on`;
  return from === to ? `on ${sayDay(from)}` : `between ${sayDay(from)} and ${sayDay(to)}`;
}

/** The first three relations with their standing, and how many more there are. */
function sayRelations(dataset: Dataset, ids: readonly RelationId[], asOf: number | null): string {
  const words = ids.slice(0, MAX_NAMES).flatMap((id) => {
    const relation = dataset.relations.get(id);
    return relation ? sayRelationWithStanding(dataset, relation, asOf) : [];
  });
  const more = ids.length - words.length;
  return (more > 0 ? [...words, `and ${sayNumber(more)} more`] : words).join('; ');
}

/** Where the public clock was put, and what that changed. */
interface ClockMove {
  readonly asOf: number | null;
  readonly newest: number;
  /** Relations that are public now. */
  readonly known: number;
  readonly isBack: boolean;
  readonly change: Change;
}

/** A step of the public clock, as it is said aloud. */
export function sayClockMove(dataset: Dataset, { asOf, newest, known, isBack, change }: ClockMove): string {
  const when = `As published by ${sayDay(asOf ?? newest)}`;
  const parts = [`${when}: ${sayNumber(known)} of ${sayCount(dataset.relations.size, 'relation')}.`];
  const { appeared, disputed, further, gone } = change;
  if (appeared.length > 0) parts.push(`${isBack ? 'Back' : 'New'}: ${sayRelations(dataset, appeared, asOf)}.`);
  if (disputed.length > 0) parts.push(`Now disputed: ${sayRelations(dataset, disputed, asOf)}.`);
  if (further.length > 0) {
    const which = isBack ? 'Fewer or other claims' : 'Further claims';
    parts.push(`${which} about ${sayRelations(dataset, further, asOf)}.`);
  }
  if (gone.length > 0)
    parts.push(`${upperFirst(sayCount(gone.length, 'relation'))} ${isBack ? 'not public by then' : 'withdrawn'}.`);
  return parts.length > 1 ? parts.join(' ') : `${parts[0]} Nothing changes.`;
}

/** That undated relations stay whatever the day; empty where there are none. */
function sayStaying(undated: number, noun: 'one' | 'relation'): string {
  if (undated === 0) return '';
  const what = upperFirst(sayCount(undated, `undated ${noun}`));
  return ` ${what} ${undated === 1 ? 'stays' : 'stay'} in the picture whatever the day.`;
}

/** Valid time as it is set, and how much of it is in the picture. */
interface HeldMove extends Held {
  readonly held: number;
  readonly dated: number;
  readonly undated: number;
}

/** A change of valid time, as it is said aloud. */
export function sayHeldMove({ from, to, held, dated, undated }: HeldMove): string {
  return `What held ${sayHeld(from, to)}: ${sayNumber(held)} of ${sayCount(dated, 'dated relation')} in the data.${sayStaying(undated, 'relation')}`;
}

/** All other text of the Timeline tab. */
export const timelineText = {
  title: 'Timeline',
  known: {
    name: 'Public time',
    explain: 'only what was published by this day counts, and standings are judged on it.',
    field: 'As published by',
    reset: 'Everything known',
    now: (newest: number): string =>
      `Everything is shown: as published by ${sayDay(newest)}, the newest date in the data.`,
    at: (asOf: number, known: number, all: number): string =>
      `As published by ${sayDay(asOf)}: ${sayNumber(known)} of ${sayCount(all, 'relation')}.`,
    borrowed: (count: number, all: number): string =>
      `${sayNumber(count)} of ${sayCount(all, 'claim')} ${count === 1 ? 'has' : 'have'} no public date of ${count === 1 ? 'its' : 'their'} own and ${count === 1 ? 'counts' : 'count'} from ${count === 1 ? 'its' : 'their'} source’s date.`,
    undated: (count: number): string =>
      `${upperFirst(sayCount(count, 'claim'))} without any date always ${count === 1 ? 'counts' : 'count'}.`,
    nothing:
      'No claim in this dataset says when it became public, and no source when it was published: all of them always count.',
  },
  held: {
    name: 'Valid time',
    explain: 'what was so or happened at this time, whoever published it when.',
    from: 'What held between',
    to: 'and',
    toMore: 'the end of the time',
    fromSlider: 'Held from',
    toSlider: 'Held to',
    any: 'any',
    reset: 'Any time',
    now: (held: number, dated: number, undated: number): string =>
      `${sayNumber(held)} of ${sayCount(dated, 'dated relation')} in the data.${sayStaying(undated, 'one')}`,
    nothing: 'No relation in this dataset has a date: all of them stay in the picture whatever the day.',
  },
  lists: 'What to list',
  player: 'Play the public clock',
  play: 'Play',
  playSteps: 'Play in steps',
  pause: 'Pause',
  speed: 'Speed',
  speeds: { slow: 'slow', normal: 'normal', fast: 'fast' },
  back: 'One step back',
  forth: 'One step on',
  keys: 'Arrow keys step to the next day on which something changes, Page Up and Page Down by a year, Home and End to the ends.',
  hint: '2022, 2022-10 or 2022-10-31',
  steps: {
    name: 'Step by step',
    relations: (count: number): string => sayCount(count, 'relation'),
    more: (count: number): string => `and ${sayCount(count, 'more relation')} on this day`,
    earlier: (count: number): string => `Show ${sayCount(count, 'earlier day')}`,
    later: (count: number): string => `Show ${sayCount(count, 'later day')}`,
    current: 'shown now',
    others: (count: number): string =>
      `${upperFirst(sayCount(count, 'claim'))} of this day ${count === 1 ? 'is' : 'are'} about people and things themselves.`,
    gone: (count: number): string =>
      `${upperFirst(sayCount(count, 'relation'))} ${count === 1 ? 'rests' : 'rest'} on nothing public any more.`,
    open: 'Without a last day: counts only while everything is shown',
    none: 'There are no days to step through.',
  },
  undated: {
    name: (count: number): string => `Undated and open-ended (${sayNumber(count)})`,
    explain:
      'Undated relations stay in the picture whatever the day: lasting ones are taken as of the source’s date, moments without a date in the past. What is only hypothetical is put at no time.',
    notYet: (count: number): string =>
      `${upperFirst(sayCount(count, 'relation'))} of these ${count === 1 ? 'is' : 'are'} not public yet on the day of the public clock.`,
    open: 'With an open end',
    relations: 'Relations without a date',
    claims: 'Claims without any public date',
    none: 'Every claim here has a public date, and every relation a date with both ends.',
    always: 'They count on every day of the public clock.',
  },
  /** Why a date was refused; the view stays as it was. */
  refused: {
    unreadable: (text: string): string =>
      `“${plainText(text)}” is not a date that exists. Write a year, a month or a day: 2022, 2022-10 or 2022-10-31. Nothing has changed.`,
    interval: (text: string): string =>
      `“${plainText(text)}” is an interval. Write one year, month or day here. Nothing has changed.`,
    reversed: (from: number, to: number): string =>
      `${sayDay(from)} comes after ${sayDay(to)}: the time would end before it begins. Nothing has changed.`,
  },
} as const;
