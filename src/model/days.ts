import { dayNumber, daysInMonth } from './dates.ts';

/** A calendar date; months and days count from 1. */
interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days of the 400 years after which the calendar repeats. */
const CYCLE = 146_097;
const MEAN_YEAR = CYCLE / 400;

/** The calendar date (proleptic Gregorian) of a finite whole day number, counted from 1970-01-01. */
export function calendarDay(number: number): CalendarDay {
  // The mean year hits the right one or the one before or after it.
  let year = 1970 + Math.floor(number / MEAN_YEAR);
  while (dayNumber(year, 1, 1) > number) year -= 1;
  while (dayNumber(year + 1, 1, 1) <= number) year += 1;
  let rest = number - dayNumber(year, 1, 1);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** A day number as EDTF: "2024-10-25". Days before the year 0 have a minus and are no date of the profile. */
export function dayText(number: number): string {
  const { year, month, day } = calendarDay(number);
  const sign = year < 0 ? '-' : '';
  return `${sign}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The same day so many years later or earlier; 29 February becomes the 28th where there is none. */
export function shiftYears(number: number, years: number): number {
  const { year, month, day } = calendarDay(number);
  return dayNumber(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}
