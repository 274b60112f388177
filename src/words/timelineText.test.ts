import { describe, expect, test } from 'vitest';
import { dayNumber } from '../model/dates.ts';
import { buildHistogram } from '../model/histogram.ts';
import {
  sayBar,
  sayClock,
  sayClockMove,
  sayDay,
  sayEnd,
  sayHeld,
  sayHeldMove,
  sayKnownBars,
  sayStep,
  sayTick,
  timelineText,
} from './timelineText.ts';
import { claimOf, datasetOf } from './wordsFixture.ts';

const day = dayNumber(2024, 10, 25);
const step = { day, published: [], retracted: [], disputing: 0, relations: [], known: 0 };
const ids = (count: number) => Array.from({ length: count }, (_, i) => `c${i}` as never);

describe('days', () => {
  test('are said whole, months and years where a bar or tick stands for them', () => {
    expect(sayDay(day)).toBe('25 October 2024');
    expect(sayDay(Number.POSITIVE_INFINITY)).toBe('no last day');
    expect(sayBar('month', { from: dayNumber(2024, 10, 1), to: dayNumber(2024, 10, 31) })).toBe('October 2024');
    expect(sayBar('year', { from: dayNumber(2024, 1, 1), to: dayNumber(2024, 12, 31) })).toBe('2024');
    expect(sayBar('decade', { from: dayNumber(2020, 1, 1), to: dayNumber(2029, 12, 31) })).toBe('2020 to 2029');
    expect(sayTick({ day, part: 'year' })).toBe('2024');
    expect(sayTick({ day, part: 'month' })).toBe('Oct 2024');
    expect(sayTick({ day, part: 'day' })).toBe('25 Oct 2024');
  });

  test('an interval is said by what is closed', () => {
    expect([
      sayHeld(null, null),
      sayHeld(day, null),
      sayHeld(null, day),
      sayHeld(day, day),
      sayHeld(day, day + 1),
    ]).toEqual([
      'at any time',
      'from 25 October 2024 on',
      'until 25 October 2024',
      'on 25 October 2024',
      'between 25 October 2024 and 26 October 2024',
    ]);
  });
});

describe('steps', () => {
  test('count what changes', () => {
    expect(sayStep({ ...step, published: ids(1) })).toBe('1 claim becomes public');
    expect(sayStep({ ...step, published: ids(3), disputing: 2, retracted: ids(1) })).toBe(
      '3 claims become public, 2 of them deny or limit, 1 claim is retracted',
    );
    expect(sayClock(day, undefined, day)).toBe('25 October 2024: nothing dated is public yet');
    expect(sayEnd('to', null, 3, 8)).toBe('without an end; 3 of 8 dated relations');
    expect(sayHeldMove({ from: day, to: day, held: 1, dated: 1, undated: 1 })).toBe(
      'What held on 25 October 2024: 1 of 1 dated relation in the data. 1 undated relation stays in the picture whatever the day.',
    );
    expect(sayHeldMove({ from: null, to: null, held: 2, dated: 3, undated: 0 })).toBe(
      'What held at any time: 2 of 3 dated relations in the data.',
    );
  });
});

describe('a move of the public clock', () => {
  const dataset = datasetOf([claimOf({ stance: 'denies', attribution: [{ entity: 'bob', kind: 'named' }] })]);
  const none = { appeared: [], gone: [], disputed: [], further: [] };
  const say = (change: object, isBack = false): string =>
    sayClockMove(dataset, { asOf: null, newest: day, known: 1, isBack, change: { ...none, ...change } });
  const start = 'As published by 25 October 2024: 1 of 2 relations.';
  const ties = 'Ann Lee has ties with Bob Ray (not asserted, denied by Bob Ray)';

  test('says what became of relations, each with its standing', () => {
    expect(say({ appeared: ['r'] })).toBe(`${start} New: ${ties}.`);
    expect(say({ appeared: ['r'] }, true)).toBe(`${start} Back: ${ties}.`);
    expect(say({ disputed: ['r'] })).toBe(`${start} Now disputed: ${ties}.`);
    expect(say({ further: ['r'] })).toBe(`${start} Further claims about ${ties}.`);
    expect(say({ further: ['r'] }, true)).toBe(`${start} Fewer or other claims about ${ties}.`);
    expect(say({ gone: ['r'] })).toBe(`${start} 1 relation withdrawn.`);
    expect(say({ gone: ['r', 'r2'] }, true)).toBe(`${start} 2 relations not public by then.`);
    expect(say({})).toBe(`${start} Nothing changes.`);
  });

  test('names three and counts the rest', () => {
    expect(say({ appeared: ['r2', 'r', 'r2', 'r', 'r'] })).toMatch(/; and 2 more\.$/);
  });
});

test('a histogram in words names full bars and counts the rest', () => {
  const stretches = Array.from({ length: 20 }, (_, i) => ({ from: day + i, to: day + i, count: 1, marked: i % 2 }));
  const words = sayKnownBars(buildHistogram(stretches, day, day + 19));
  expect(words).toMatch(/^Claims by the day\. 25 October 2024: 1 claim became public; 26 October 2024: 1 claim became/);
  expect(words).toContain('1 of them denies or limits');
  expect(words).toMatch(/; 8 more bars$/);
});

test('singular and plural', () => {
  expect(timelineText.known.borrowed(1, 2)).toBe(
    '1 of 2 claims has no public date of its own and counts from its source’s date.',
  );
  expect(timelineText.known.undated(2)).toBe('2 claims without any date always count.');
  expect(timelineText.held.now(1, 2, 1)).toBe(
    '1 of 2 dated relations in the data. 1 undated one stays in the picture whatever the day.',
  );
});
