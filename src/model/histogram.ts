import { dayNumber } from './dates.ts';
import { calendarDay } from './days.ts';

/** What one bar stands for, and for units from a year on how many years. */
export type BarUnit = 'day' | 'month' | 'year' | 'decade' | 'century';

/** Something that takes up days, ends included; infinite ends reach to the edge. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of these are of the kind that is marked. */
  readonly marked: number;
}

/** A stretch of equal calendar units: `from` to `to`, both included. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly marked: number;
}

/** Bars without gaps from the first day to the last, linear in time. */
export interface Histogram {
  readonly unit: BarUnit;
  readonly from: number;
  readonly to: number;
  readonly bars: readonly Bar[];
  /** The count of the highest bar. */
  readonly most: number;
}

const YEARS: Readonly<Record<Exclude<BarUnit, 'day' | 'month'>, number>> = { year: 1, decade: 10, century: 100 };
/** The longest time, in days, that each unit is used for: so there are never more than about 125 bars. */
const LONGEST: readonly (readonly [BarUnit, number])[] = [
  ['day', 62],
  ['month', 3660],
  ['year', 43_830],
  ['decade', 438_300],
];

function chooseUnit(days: number): BarUnit {
  return LONGEST.find(([, most]) => days <= most)?.[0] ?? 'century';
}

/** The number of the unit in which a day lies. */
function indexOf(unit: BarUnit, number: number): number {
  if (unit === 'day') return number;
  const { year, month } = calendarDay(number);
  return unit === 'month' ? year * 12 + month - 1 : Math.floor(year / YEARS[unit]);
}

/** The first day of a unit. */
function startOf(unit: BarUnit, index: number): number {
  if (unit === 'day') return index;
  if (unit !== 'month') return dayNumber(index * YEARS[unit], 1, 1);
  const year = Math.floor(index / 12);
  return dayNumber(year, index - year * 12 + 1, 1);
}

/**
 * Counts what falls into each day, month, year, decade or century between two days, whichever is readable; the first
 * and last bar are whole units. A stretch counts in every bar it touches. Linear in the stretches.
 */
export function buildHistogram(stretches: readonly Stretch[], from: number, to: number): Histogram {
  const unit = chooseUnit(to - from);
  const first = indexOf(unit, from);
  const indices = new Map<number, number>();
  const place = (day: number): number => {
    const index = indices.get(day) ?? indexOf(unit, day) - first;
    indices.set(day, index);
    return index;
  };
  const size = indexOf(unit, to) - first + 1;
  const counts = new Array<number>(size + 1).fill(0);
  const marks = new Array<number>(size + 1).fill(0);
  const add = (list: number[], at: number, count: number): void => {
    list[at] = (list[at] ?? 0) + count;
  };
  for (const stretch of stretches) {
    if (stretch.from > to || stretch.to < from) continue;
    const start = place(Math.max(stretch.from, from));
    const end = place(Math.min(stretch.to, to)) + 1;
    add(counts, start, stretch.count);
    add(counts, end, -stretch.count);
    add(marks, start, stretch.marked);
    add(marks, end, -stretch.marked);
  }
  const bars: Bar[] = [];
  let count = 0;
  let marked = 0;
  for (let i = 0; i < size; i += 1) {
    count += counts[i] ?? 0;
    marked += marks[i] ?? 0;
    bars.push({ from: startOf(unit, first + i), to: startOf(unit, first + i + 1) - 1, count, marked });
  }
  return {
    unit,
    from: startOf(unit, first),
    to: startOf(unit, first + size) - 1,
    bars,
    most: bars.reduce((most, bar) => Math.max(most, bar.count), 0),
  };
}

/** A place on the axis; `part` is how much of its date is written there. */
export interface Tick {
  readonly day: number;
  readonly part: 'year' | 'month' | 'day';
}

/** Distances between labelled years, months or days that readers count in. */
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;
const MONTH_STEPS = [1, 2, 3, 6, 12] as const;

function pickStep(steps: readonly number[], size: number, most: number): number {
  return steps.find((step) => size / step <= most) ?? steps.at(-1) ?? 1;
}

/**
 * Where the axis is labelled between two days, at most `most` + 1 times: round years; months where the time is too
 * short for two years; days within a month or two. The first label may begin inside its unit, at `from`.
 */
export function buildTicks(from: number, to: number, most: number): Tick[] {
  const first = calendarDay(from);
  const last = calendarDay(to);
  const ticks: Tick[] = [];
  if (last.year - first.year >= 2) {
    const step = pickStep(YEAR_STEPS, last.year - first.year + 1, most);
    for (let year = Math.ceil(first.year / step) * step; year <= last.year; year += step)
      ticks.push({ day: Math.max(dayNumber(year, 1, 1), from), part: 'year' });
  } else if (to - from > 62) {
    const start = first.year * 12 + first.month - 1;
    const end = last.year * 12 + last.month - 1;
    const step = pickStep(MONTH_STEPS, end - start + 1, most / 2);
    for (let at = start; at <= end; at += step)
      ticks.push({ day: Math.max(startOf('month', at), from), part: 'month' });
  } else {
    const step = Math.max(1, Math.ceil((to - from + 1) / (most / 2)));
    for (let at = from; at <= to; at += step) ticks.push({ day: at, part: 'day' });
  }
  return ticks;
}
