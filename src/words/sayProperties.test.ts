import { expect, test } from 'vitest';
import { FIRST_STEP, readingText, rowText, storyText } from './readingText.ts';
import { sayProperties } from './sayProperties.ts';

test('an amount is said with its currency and thousands', () => {
  expect(sayProperties({ amount: ['3000000000'], currency: ['USD'] })).toEqual([
    { name: 'Amount', values: ['USD 3,000,000,000'] },
  ]);
});

test('two currencies stay apart from the amounts', () => {
  expect(sayProperties({ amount: ['50000', '7'], currency: ['USD', 'EUR'] })).toEqual([
    { name: 'Amount', values: ['50,000', '7'] },
    { name: 'Currency', values: ['USD', 'EUR'] },
  ]);
});

test('names of properties become words, hostile keys included', () => {
  const hostile = JSON.parse('{"__proto__":["a"],"constructor":["b"],"startDate":["2020"]}');
  expect(sayProperties(hostile).map(({ name }) => name)).toEqual(['__proto__', 'Constructor', 'Start date']);
  expect(sayProperties(undefined)).toEqual([]);
});

test('counts agree with their nouns', () => {
  expect(storyText.counts({ entities: 1, relations: 0, claims: 1000, sources: 1 })).toBe(
    '1 entity, no relations, 1,000 claims from 1 source',
  );
  expect(readingText.siblings(1)).toBe('1 more relation between these two');
  expect(readingText.backTo('A')).toBe('Back to A');
  expect(readingText.several(2)).toBe('2 things selected');
  expect(readingText.more(300, 1000)).toBe('Show 300 more of 1,000');
  expect(readingText.others('B')).toBe('Who else is named in “B”');
  expect(rowText.records.relations(1, 2)).toBe('1 of 2 relations');
  expect(rowText.records.entities(0, 1)).toBe('0 of 1 entity');
  expect(rowText.records.sources(1, 1)).toBe('1 of 1 source');
  expect(rowText.silent('C')).toBe('silent: C');
});

test('silence is not worded as speech', () => {
  expect(FIRST_STEP['no-comment']).not.toMatch(/said|denied/);
});
