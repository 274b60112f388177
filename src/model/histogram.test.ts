import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, parseDate } from './dates.ts';
import { dayText } from './days.ts';
import { buildHistogram, buildTicks } from './histogram.ts';

const day = (text: string): number => parseDate(text)?.earliest ?? Number.NaN;
const on = (text: string, marked = 0) => ({ from: day(text), to: day(text), count: 1, marked });

describe('buildHistogram', () => {
  test.each([
    ['2024-10-24', '2024-10-25', 'day', 2],
    ['2024-01-01', '2024-03-03', 'day', 63],
    ['2022-10-30', '2024-10-25', 'month', 25],
    ['1990-05-01', '2024-10-25', 'year', 35],
    ['1700-01-01', '2024-10-25', 'decade', 33],
    ['0000-01-01', '9999-12-31', 'century', 100],
  ] as const)('from %s to %s it counts by the %s', (from, to, unit, size) => {
    const histogram = buildHistogram([on(from), on(to, 1)], day(from), day(to));
    expect(histogram.unit).toBe(unit);
    expect(histogram.bars).toHaveLength(size);
    expect(histogram.bars[0]).toMatchObject({ count: 1, marked: 0 });
    expect(histogram.bars.at(-1)).toMatchObject({ count: 1, marked: 1 });
  });

  test('its bars are whole calendar units without gaps', () => {
    const { bars, from, to } = buildHistogram([], day('2022-10-30'), day('2024-10-25'));
    expect([dayText(from), dayText(to)]).toEqual(['2022-10-01', '2024-10-31']);
    expect(bars.slice(0, 3).map((bar) => [dayText(bar.from), dayText(bar.to)])).toEqual([
      ['2022-10-01', '2022-10-31'],
      ['2022-11-01', '2022-11-30'],
      ['2022-12-01', '2022-12-31'],
    ]);
  });

  test('what lasts counts in every bar it touches, and to the edge where an end is open', () => {
    const stretches = [
      { from: day('2024-01-31'), to: day('2024-02-01'), count: 1, marked: 0 },
      { from: Number.NEGATIVE_INFINITY, to: day('2024-01-15'), count: 1, marked: 1 },
      { from: day('2024-05-01'), to: Number.POSITIVE_INFINITY, count: 1, marked: 1 },
      { from: day('1900-01-01'), to: day('1901-01-01'), count: 9, marked: 9 },
    ];
    const { bars, most } = buildHistogram(stretches, day('2024-01-01'), day('2024-06-30'));
    expect(bars.map(({ count }) => count)).toEqual([2, 1, 0, 0, 1, 1]);
    expect(bars.map(({ marked }) => marked)).toEqual([1, 0, 0, 0, 1, 1]);
    expect(most).toBe(2);
  });

  test('loses and invents nothing, and stays readable, whatever the days', () => {
    const days = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 40 }), (numbers) => {
        const from = Math.min(...numbers);
        const to = Math.max(...numbers);
        const stretches = numbers.map((at) => ({ from: at, to: at, count: 1, marked: 0 }));
        const { bars } = buildHistogram(stretches, from, to);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
        expect(bars.length).toBeLessThanOrEqual(125);
        for (const at of numbers) expect(bars.find((bar) => bar.from <= at && at <= bar.to)?.count).toBeGreaterThan(0);
      }),
    );
  });
});

describe('buildTicks', () => {
  const ticks = (from: string, to: string) =>
    buildTicks(day(from), day(to), 8).map((tick) => `${tick.part} ${dayText(tick.day)}`);

  test('labels years, the first where the axis begins', () => {
    expect(ticks('2022-10-01', '2024-10-31')).toEqual(['year 2022-10-01', 'year 2023-01-01', 'year 2024-01-01']);
  });

  test('labels round years where there are many, and months and days where there are few', () => {
    expect(ticks('1931-01-01', '2024-12-31')).toEqual(
      [1940, 1960, 1980, 2000, 2020].map((year) => `year ${year}-01-01`),
    );
    expect(ticks('2024-07-01', '2024-10-31').map((tick) => tick.slice(0, 13))).toEqual([
      'month 2024-07',
      'month 2024-08',
      'month 2024-09',
      'month 2024-10',
    ]);
    expect(ticks('2024-10-24', '2024-10-25')).toEqual(['day 2024-10-24', 'day 2024-10-25']);
  });

  test('never more than the room allows', () => {
    const days = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const found = buildTicks(Math.min(a, b), Math.max(a, b), 8);
        expect(found.length).toBeLessThanOrEqual(9);
        expect(found.every(({ day: at }) => at >= Math.min(a, b) && at <= Math.max(a, b))).toBe(true);
      }),
    );
  });
});
