import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import type { Dataset } from './dataset.ts';
import { fold } from './fold.ts';
import type { DatasetFile } from './records.ts';
import { buildSearchIndex, search } from './search.ts';
import { GRADE, gradeAnswers, LEVEL } from './searchGrades.ts';
import { gradeName } from './searchMatch.ts';
import { buildNameShelf, buildRelationShelf } from './searchShelf.ts';
import { joinWords, parseQuery, splitWords } from './searchText.ts';

function named(names: readonly string[]): Dataset {
  const entities = names.map((name, index) => ({ id: `e${index}`, kind: 'Person', name }));
  const file = { sayso: 1, id: 'd', title: 'd', sources: [], entities, relations: [], relationTypes: [] };
  return buildDataset(file as unknown as DatasetFile);
}

function findIds(names: readonly string[], query: string, limit: number): readonly string[] {
  const index = buildSearchIndex(named(names), () => '');
  return search(index, query, limit).map(({ id }) => id);
}

const spell = (name: string): string => joinWords(splitWords(fold(name)));

describe('gradeAnswers', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 6 });
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  it('grades each name as it would be graded alone', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), word, (names, asked) => {
        const dataset = named(names);
        const query = parseQuery(asked);
        const relations = buildRelationShelf(dataset, () => '');
        const { records } = gradeAnswers(buildNameShelf(dataset), () => relations, query, Number.POSITIVE_INFINITY);
        const alone = names.map((each) => gradeName(each, query));
        const withoutTypos = alone.some((grade) => grade <= GRADE.joined);
        const worst = GRADE.words + (withoutTypos ? LEVEL.inside : LEVEL.none - 1);
        expect([...records.grades]).toEqual(alone.map((grade) => (grade <= worst ? grade : 255)));
      }),
      // A whole name that is no word of its own keeps others from being found by a slip.
      { numRuns: 3000, examples: [[['a cda', 'aca a', 'a'], 'acda']] },
    );
  });
});

describe('search over any names', () => {
  it('finds an entity first by its exact name, unless others are spelled so', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, fc.nat(), (all, pick) => {
        const index = pick % all.length;
        const name = all[index] as string;
        if (spell(name) === '') return;
        const same = all.filter((each) => spell(each) === spell(name)).length;
        expect(findIds(all, name, same)).toContain(`e${index}`);
      }),
      { numRuns: 500 },
    );
  });

  it('finds an entity among the first five after one slip in a word of five letters or more', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 5, maxLength: 10 });
    const names = fc.array(letters, { minLength: 2, maxLength: 30 });
    const slip = fc.record({ kind: fc.nat(3), at: fc.nat(), letter: fc.constantFrom('e', 'q', 'x') });
    fc.assert(
      fc.property(names, fc.nat(), letters, slip, (all, pick, second, { kind, at, letter }) => {
        const index = pick % all.length;
        const word = all[index] as string;
        const place = at % (word.length - 1);
        const [before, a, b, after] = [word.slice(0, place), word[place], word[place + 1], word.slice(place + 2)];
        const slips = [`${before}${b}${after}`, `${before}${letter}${a}${b}${after}`, `${before}${letter}${b}${after}`];
        const typed = slips[kind] ?? `${before}${b}${a}${after}`;
        const full = all.map((each, number) => (number === index ? `${each} ${second}` : each));
        expect(findIds(full, typed, 5)).toContain(`e${index}`);
        expect(findIds(full, `${second} ${typed}`, 5)).toContain(`e${index}`);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, units)), fc.oneof(text, units), (names, query) => {
        expect(findIds(names, query, 5).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
