import { type DatePoint, type DateSpan, parseDate } from '../model/dates.ts';
import { plainText } from './plainText.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function calendar({ year, month, day }: DatePoint): string {
  const yearText = year < 1000 ? `year ${year}` : String(year);
  if (month === null) return yearText;
  const monthText = `${MONTHS[month - 1] ?? month} ${yearText}`;
  return day === null ? monthText : `${day} ${monthText}`;
}

function sayPoint(point: DatePoint): string {
  return `${point.uncertain ? 'possibly ' : ''}${point.approximate ? 'about ' : ''}${calendar(point)}`;
}

function pointWhen(point: DatePoint): string {
  const preposition = point.day === null ? 'in' : 'on';
  return `${point.uncertain ? 'possibly ' : ''}${preposition} ${point.approximate ? 'about ' : ''}${calendar(point)}`;
}

function onePoint({ start, end, interval }: DateSpan): DatePoint | null {
  return start && end && (!interval || sayPoint(start) === sayPoint(end)) ? start : null;
}

function sayRange({ text, start, end }: DateSpan, both: 'between' | 'from'): string {
  if (start && end) {
    return both === 'between'
      ? `between ${sayPoint(start)} and ${sayPoint(end)}`
      : `from ${sayPoint(start)} until ${sayPoint(end)}`;
  }
  if (start) return `from ${sayPoint(start)}${text.endsWith('/') ? ', end not known' : ' onwards'}`;
  return end ? `until ${sayPoint(end)}` : text;
}

/**
 * An EDTF date in words: "25 October 2024", "about October 2022", "possibly 2023", "between October 2022 and 2023",
 * "from about October 2022 onwards". Text that is no date of the profile is shown as it is. Never throws.
 */
export function sayDate(edtf: string): string {
  const span = parseDate(edtf);
  if (!span) return plainText(edtf);
  const point = onePoint(span);
  return point ? sayPoint(point) : sayRange(span, 'between');
}

/**
 * The same as a phrase after a verb: "in October 2022", "on 25 October 2024". What lasts is "from A until B"; a moment
 * is "some time between A and B".
 */
export function sayWhen(edtf: string, moment: boolean): string {
  const span = parseDate(edtf);
  if (!span) return plainText(edtf);
  const point = onePoint(span);
  if (point) return pointWhen(point);
  return moment ? `some time ${sayRange(span, 'between')}` : sayRange(span, 'from');
}

/**
 * When something held or happened. What lasts and has no date is put at the source's date; a moment without one is
 * "undated, past". Does not call it true: how firmly it is said is the standing's business.
 */
export function sayValid(
  edtf: string | null | undefined,
  moment: boolean,
  sourceDate: string | null | undefined,
): string {
  if (edtf) return sayWhen(edtf, moment);
  if (moment) return 'undated, past';
  return sourceDate
    ? `at the source’s date, ${sayDate(sourceDate)}`
    : 'at the source’s date, which is not stated in our copy';
}
