import { describe, expect, it } from 'vitest';
import { dayNumber } from '../model/dates.ts';
import { FILTER_NAMES, type HiddenBy, HOME, NO_FILTERS, type View } from '../model/view.ts';
import {
  followText,
  sayBecamePublic,
  sayLater,
  sayLaterClaims,
  sayLaterInSource,
  sayMoreHidden,
  sayMoreVoiced,
  sayNotPublic,
  sayRetracted,
  sayWhyHidden,
} from './followText.ts';
import { datasetOf } from './wordsFixture.ts';

const OCTOBER_2022 = dayNumber(2022, 10, 31);

describe('what a list keeps back', () => {
  it('is counted with what hides it, each cause once', () => {
    expect(sayMoreHidden(3, ['modalities', 'text', 'claims'])).toBe('3 more, hidden by filters');
    expect(sayMoreHidden(1, ['held'])).toBe('1 more, hidden by the time they held');
    expect(sayMoreHidden(1200, ['held', 'kinds'])).toBe('1,200 more, hidden by filters and the time they held');
    expect(sayMoreVoiced(1, ['kinds'], 'Ann Lee')).toBe('1 more claim that comes through Ann Lee, hidden by filters');
    expect(sayMoreVoiced(2, ['kinds'], 'Ann Lee')).toBe('2 more claims that come through Ann Lee, hidden by filters');
  });

  it('tells what came later, and never a denial as if it were nothing', () => {
    expect(sayLater(2)).toBe('2 became public later');
    expect(sayLaterClaims(2, 0)).toBe('2 claims became public later');
    expect(sayLaterClaims(1, 1)).toBe('1 claim became public later: it denies or limits this');
    expect(sayLaterClaims(3, 1)).toBe('3 claims became public later; 1 of them denies or limits this');
    expect(sayLaterClaims(3, 2, 'something')).toBe('3 claims became public later; 2 of them deny or limit something');
    expect([sayRetracted(1), sayRetracted(2)]).toEqual([
      '1 rests on retracted claims alone',
      '2 rest on retracted claims alone',
    ]);
    expect(sayLaterInSource(40, 45, OCTOBER_2022)).toBe(
      '40 of 45 claims were not public by 31 October 2022, and say so.',
    );
    expect(sayLaterInSource(1, 1, OCTOBER_2022)).toBe('1 of 1 claim was not public by 31 October 2022, and says so.');
  });

  it('names the day on which something became public, where there is one', () => {
    expect(sayNotPublic(OCTOBER_2022)).toBe('Not public by 31 October 2022');
    expect(sayBecamePublic(dayNumber(2024, 10, 25))).toBe('became public later, on 25 October 2024');
    expect(sayBecamePublic(Number.POSITIVE_INFINITY)).toBe('became public later');
    expect(sayBecamePublic(null)).toBe('became public later');
  });
});

describe('why a relation is hidden', () => {
  const dataset = datasetOf();
  const why = (by: HiddenBy, view: Partial<View>): string => sayWhyHidden(dataset, { ...HOME, ...view }, by);

  it('names the filter with what it asks for', () => {
    const filters = { ...NO_FILTERS, modalities: ['rumoured'], minOrigins: 2, text: 'oil' } as const;
    expect(why('modalities', { filters })).toBe('Hidden by modality: only rumoured');
    expect(why('minOrigins', { filters })).toBe('Hidden by number of origins: at least 2 independent origins');
    expect(why('text', { filters })).toBe('Hidden by words: “oil”');
    expect(why('claims', { filters })).toBe('Hidden by filters that no single claim fits together');
  });

  it('names the clocks', () => {
    expect(why('clock', { asOf: OCTOBER_2022 })).toBe('Not public by 31 October 2022');
    expect(why('clock', {})).toBe(followText.retracted);
    expect(why('held', { held: { from: null, to: OCTOBER_2022 } })).toBe(
      'Hidden by the time it held: only what held until October 2022',
    );
  });

  it('has words for every cause, in force or not', () => {
    for (const by of [...FILTER_NAMES, 'clock', 'held', 'claims'] as const) {
      expect(why(by, {})).toMatch(/\S/);
      expect(why(by, {})).not.toMatch(/undefined|null/);
    }
  });
});
