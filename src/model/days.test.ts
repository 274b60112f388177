import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from './dates.ts';
import { calendarDay, dayText, shiftYears } from './days.ts';

describe('calendarDay', () => {
  test('is the other way round of dayNumber, in every year of the format and beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 3_000_000 }), (number) => {
        const { year, month, day } = calendarDay(number);
        expect(dayNumber(year, month, day)).toBe(number);
        expect(month >= 1 && month <= 12 && day >= 1 && day <= 31).toBe(true);
      }),
    );
  });

  test.each([
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    [dayNumber(2024, 2, 29), '2024-02-29'],
    [dayNumber(2000, 12, 31), '2000-12-31'],
    [dayNumber(0, 1, 1), '0000-01-01'],
    [dayNumber(9999, 12, 31), '9999-12-31'],
    [dayNumber(0, 1, 1) - 1, '-0001-12-31'],
  ])('%i is %s', (number, text) => expect(dayText(number)).toBe(text));
});

test('years are shifted to the same day, 29 February to the 28th', () => {
  expect(dayText(shiftYears(dayNumber(2024, 10, 25), -1))).toBe('2023-10-25');
  expect(dayText(shiftYears(dayNumber(2024, 2, 29), 1))).toBe('2025-02-28');
  expect(dayText(shiftYears(dayNumber(2024, 2, 29), -4))).toBe('2020-02-29');
});
