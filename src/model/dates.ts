/** One end of a date: the calendar parts that were written, and how sure the writer was. */
export interface DatePoint {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** `?` or `%` was written. */
  readonly uncertain: boolean;
  /** `~` or `%` was written. */
  readonly approximate: boolean;
}

/** A date or interval of the EDTF profile in DESIGN 2.2. Day numbers count from 1970-01-01, UTC. */
export interface DateSpan {
  readonly text: string;
  /** Null where the interval is open or unknown at this end, or the point was not written. */
  readonly start: DatePoint | null;
  readonly end: DatePoint | null;
  /** First and last day that the text can mean; null where open. `~` and `?` do not widen. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly interval: boolean;
}

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;
/** Read dates by their text: a large dataset repeats few of them often. */
const spans = new Map<string, DateSpan | null>();
const MOST_SPANS = 20_000;
const MS_PER_DAY = 86_400_000;

/** The day number of a proleptic Gregorian date; months count from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; 400 years are exactly 146,097 days.
  return Date.UTC(year + 400, month - 1, day) / MS_PER_DAY - 146_097;
}

/** Days in a month of the proleptic Gregorian calendar; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parsePoint(text: string): DatePoint | null {
  const match = POINT.exec(text);
  if (!match) return null;
  const [, yearText, monthText, dayText, mark] = match;
  const year = Number(yearText);
  const month = monthText === undefined ? null : Number(monthText);
  const day = dayText === undefined ? null : Number(dayText);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return null;
  return {
    year,
    month,
    day,
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
}

function firstDay({ year, month, day }: DatePoint): number {
  return dayNumber(year, month ?? 1, day ?? 1);
}

function lastDay({ year, month, day }: DatePoint): number {
  const lastMonth = month ?? 12;
  return dayNumber(year, lastMonth, day ?? daysInMonth(year, lastMonth));
}

/**
 * Reads a date of the profile: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, each with `?`, `~` or `%`, and intervals of two of
 * them with `..` (or nothing) for an open or unknown end (ISO 8601-2:2019). Null for everything else, intervals that
 * end before they start and months or days that do not exist included.
 */
export function parseDate(text: string): DateSpan | null {
  const known = spans.get(text);
  if (known !== undefined) return known;
  const span = readSpan(text);
  // Texts come from files: hostile ones must not pile up.
  if (spans.size >= MOST_SPANS) spans.clear();
  spans.set(text, span);
  return span;
}

function readSpan(text: string): DateSpan | null {
  const ends = text.split('/');
  if (ends.length > 2) return null;
  const [startText = '', endText] = ends;
  if (endText === undefined) {
    const point = parsePoint(startText);
    if (!point) return null;
    return { text, start: point, end: point, earliest: firstDay(point), latest: lastDay(point), interval: false };
  }
  const open = (end: string): boolean => end === '' || end === '..';
  const start = open(startText) ? null : parsePoint(startText);
  const end = open(endText) ? null : parsePoint(endText);
  if ((start === null && !open(startText)) || (end === null && !open(endText))) return null;
  if (start === null && end === null) return null;
  // As the published test data has it: 2004-06-11/2004-06 runs backwards.
  if (start && end && firstDay(start) > firstDay(end)) return null;
  return {
    text,
    start,
    end,
    earliest: start && firstDay(start),
    latest: end && lastDay(end),
    interval: true,
  };
}

/** The last day that a date can mean; Infinity for an open end, null where it is missing or not understood. */
export function latestDay(text: string | null | undefined): number | null {
  const span = text ? parseDate(text) : null;
  if (!span) return null;
  return span.latest ?? Number.POSITIVE_INFINITY;
}

/**
 * Orders EDTF texts by earliest, then latest day, for sorting tables. An open start comes first, an open end last;
 * missing and not understood texts come after everything else.
 */
export function compareDates(a: string | null | undefined, b: string | null | undefined): number {
  const left = a ? parseDate(a) : null;
  const right = b ? parseDate(b) : null;
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  const start = (left.earliest ?? Number.NEGATIVE_INFINITY) - (right.earliest ?? Number.NEGATIVE_INFINITY);
  if (start !== 0 && !Number.isNaN(start)) return start;
  const end = (left.latest ?? Number.POSITIVE_INFINITY) - (right.latest ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(end) ? 0 : end;
}
