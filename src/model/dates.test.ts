import { readFileSync } from 'node:fs';
import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDates, dayNumber, daysInMonth, latestDay, parseDate } from './dates.ts';

const SHARED = process.env['SAYSO_SHARED'] ?? '';
const CORPUS = `${SHARED}/corpus/10-edtf`;
/** The profile of DESIGN 2.2, written independently of the parser. */
const PROFILE =
  /^(\d{4}(-[01]\d(-\d\d)?)?[?~%]?|(\d{4}(-[01]\d(-\d\d)?)?[?~%]?|\.\.)?\/(\d{4}(-[01]\d(-\d\d)?)?[?~%]?|\.\.)?)$/;

const iso = (day: number | null | undefined): string | null =>
  day === null || day === undefined ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);

const points = fc
  .record({
    year: fc.integer({ min: 0, max: 9999 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
    mark: fc.constantFrom('', '?', '~', '%'),
  })
  .filter(({ year, month, day }) => month === null || day === null || day <= daysInMonth(year, month))
  .map(({ year, month, day, mark }) => {
    const pad = (n: number, width: number): string => String(n).padStart(width, '0');
    const parts = [pad(year, 4), ...(month ? [pad(month, 2), ...(day ? [pad(day, 2)] : [])] : [])];
    return parts.join('-') + mark;
  });

describe('parseDate', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2022-10~', '2022-10-01', '2022-10-31'],
    ['2022-10~/..', '2022-10-01', null],
    ['../2022-10', null, '2022-10-31'],
    ['2021/2022-03-04%', '2021-01-01', '2022-03-04'],
  ])('%s runs from %s to %s', (text, earliest, latest) => {
    const span = parseDate(text);
    expect([iso(span?.earliest), iso(span?.latest)]).toEqual([earliest, latest]);
  });

  test.each([
    '',
    'last year',
    '2022-13',
    '2022-02-30',
    '2022-1',
    '../..',
    '/',
    '2024/2023',
    '2022-10-25T10:00',
    '1/2/3',
    '20222',
  ])('refuses %j', (text) => expect(parseDate(text)).toBeNull());

  test('keeps what the writer was unsure of', () => {
    expect(parseDate('2021-04~')?.start).toEqual({
      year: 2021,
      month: 4,
      day: null,
      uncertain: false,
      approximate: true,
    });
    expect(parseDate('2021%')?.start).toMatchObject({ uncertain: true, approximate: true });
  });

  test('agrees with the edtf library on single dates', () => {
    fc.assert(
      fc.property(points, (text) => {
        const theirs = edtf(text);
        const ours = parseDate(text);
        expect(iso(ours?.earliest)).toBe(new Date(theirs.min).toISOString().slice(0, 10));
        expect(iso(ours?.latest)).toBe(new Date(theirs.max).toISOString().slice(0, 10));
      }),
    );
  });

  test('an interval runs from its start to its end, and never backwards', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const span = parseDate(`${a}/${b}`);
        const [start, end] = [parseDate(a), parseDate(b)];
        if (!span) expect((start?.earliest ?? 0) > (end?.earliest ?? 0)).toBe(true);
        else expect([span.earliest, span.latest]).toEqual([start?.earliest, end?.latest]);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseDate(text)).not.toThrow();
      }),
    );
  });
});

describe.skipIf(!SHARED)('published EDTF test data', () => {
  interface Case {
    readonly s: string;
    readonly valid: boolean;
  }
  const files = SHARED ? ['edtf-validate.jsonl', 'edtf.js-parser.jsonl'] : [];
  const cases = files.flatMap((name) =>
    readFileSync(`${CORPUS}/${name}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Case => JSON.parse(line)),
  );
  const inProfile = cases.filter(({ s }) => PROFILE.test(s) && !/^(\.\.)?\/(\.\.)?$/.test(s));

  test('the data is there', () => {
    expect(cases.length).toBe(445);
    expect(inProfile.length).toBeGreaterThan(60);
  });

  test.each(inProfile)('$s', ({ s, valid }) => {
    expect(parseDate(s) !== null).toBe(valid);
  });

  test('everything outside the profile is left as text', () => {
    const understood = cases.filter(({ s }) => !PROFILE.test(s) && parseDate(s) !== null);
    expect(understood).toEqual([]);
  });
});

describe('order', () => {
  test('by first, then last day; open starts first; what is not understood last', () => {
    const texts = [undefined, '2023', '2022-10~/..', '2022', 'soon', '../2022-10', '2022-10'];
    expect(texts.toSorted(compareDates)).toEqual([
      '../2022-10',
      '2022',
      '2022-10',
      '2022-10~/..',
      '2023',
      'soon',
      undefined,
    ]);
  });

  test('latestDay', () => {
    expect(iso(latestDay('2022-10'))).toBe('2022-10-31');
    expect(latestDay('2022-10/..')).toBe(Number.POSITIVE_INFINITY);
    expect(latestDay(null)).toBeNull();
    expect(latestDay('soon')).toBeNull();
  });

  test('dayNumber counts like the calendar in years below 100 too', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2);
    expect(dayNumber(100, 1, 1) - dayNumber(99, 12, 31)).toBe(1);
  });
});
