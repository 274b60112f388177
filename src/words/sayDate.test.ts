import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayDate, sayValid, sayWhen } from './sayDate.ts';

describe('sayDate', () => {
  it.each([
    ['2024-10-25', '25 October 2024'],
    ['2022-10', 'October 2022'],
    ['2023', '2023'],
    ['0050', 'year 50'],
    ['2022-10~', 'about October 2022'],
    ['2022-10?', 'possibly October 2022'],
    ['2022-10%', 'possibly about October 2022'],
    ['2022-10~/..', 'from about October 2022 onwards'],
    ['2022-10/', 'from October 2022, end not known'],
    ['../2022', 'until 2022'],
    ['2021/2022-10-03', 'between 2021 and 3 October 2022'],
    ['2022-10/2022-10', 'October 2022'],
    ['late 2022', 'late 2022'],
    ['2022-13', '2022-13'],
  ])('says %s as "%s"', (edtf, words) => {
    expect(sayDate(edtf)).toBe(words);
  });

  it('never throws and never turns visible text into nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123-/.~?%') })), (text) => {
        const words = sayDate(text);
        expect(words === '').toBe(text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '').trim() === '');
      }),
    );
  });

  it('keeps every doubt that was written', () => {
    const point = fc.tuple(fc.integer({ min: 1000, max: 2999 }), fc.constantFrom('~', '?', '%', ''));
    fc.assert(
      fc.property(point, ([year, mark]) => {
        const words = sayDate(`${year}${mark}`);
        expect(words.includes('about')).toBe(mark === '~' || mark === '%');
        expect(words.includes('possibly')).toBe(mark === '?' || mark === '%');
      }),
    );
  });
});

describe('sayWhen', () => {
  it.each([
    ['2024-10-25', true, 'on 25 October 2024'],
    ['2022-10~', true, 'in about October 2022'],
    ['2022?', false, 'possibly in 2022'],
    ['2021/2022', false, 'from 2021 until 2022'],
    ['2021/2022', true, 'some time between 2021 and 2022'],
    ['2022-10~/..', true, 'some time from about October 2022 onwards'],
    ['../2022', true, 'some time until 2022'],
    ['last year', true, 'last year'],
  ] as const)('says %s (moment %s) as "%s"', (edtf, moment, words) => {
    expect(sayWhen(edtf, moment)).toBe(words);
  });
});

describe('sayValid', () => {
  it('puts what lasts at the source’s date and leaves a moment undated', () => {
    expect(sayValid(undefined, false, '2024-10-25')).toBe('at the source’s date, 25 October 2024');
    expect(sayValid(undefined, false, null)).toBe('at the source’s date, which is not stated in our copy');
    expect(sayValid(undefined, true, '2024-10-25')).toBe('undated, past');
    expect(sayValid('2022', true, '2024-10-25')).toBe('in 2022');
  });
});
