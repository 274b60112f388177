import { expect, test } from 'vitest';
import { mappingText } from './mappingText.ts';
import { openingText, sayKept, sayNames, sayOpened } from './openingText.ts';
import { reportText } from './reportText.ts';

test('names files as text, the first of many, and what is not named', () => {
  expect(sayNames(['a\u202e.csv'])).toBe('a.csv');
  expect(sayNames(['a', 'b', 'c'])).toBe('a, b and c');
  expect(sayNames(['a', 'b', 'c', 'd', 'e'])).toBe('a, b and 3 more files');
  expect(sayNames(['x'.repeat(300)])).toHaveLength(80);
  expect(openingText.progress([], 0)).toBe('Opening the file …');
  expect(openingText.progress(['a.csv'], 42)).toBe('Opening a.csv … 42%');
});

test('says what is kept and what was opened', () => {
  expect(sayKept(10_000, 50_000, 4_200_000)).toBe('10,000 entities · 50,000 relations · 4.2 MB');
  expect(sayOpened(['trumpworld.csv'], { entities: 2669, relations: 3380 }, 147)).toBe(
    'Opened trumpworld.csv: 2,669 entities, 3,380 relations; 147 things to look at.',
  );
  expect(sayOpened(['a'], { entities: 1, relations: 1 }, 1)).toBe(
    'Opened a: 1 entity, 1 relation; 1 thing to look at.',
  );
});

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
}

test('uses no pronoun of a gender, no word of the machine room and no straight apostrophe', () => {
  for (const line of allTexts([openingText, mappingText, reportText])) {
    expect(line).not.toMatch(/\b(he|she|his|her|hers|him|node|edge|vertex|modality|stance|attribution)\b/i);
    expect(line).not.toMatch(/\w'\w/);
  }
});
