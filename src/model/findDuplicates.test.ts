import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { type DuplicatePair, findDuplicates } from './findDuplicates.ts';
import { mergeEntities } from './mergeEntities.ts';
import type { DatasetFile, Entity, EntityId, Kind } from './records.ts';
import { sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';

const find = (...entities: Entity[]): DuplicatePair[] => findDuplicates(buildDataset(sampleFile(entities, [])));
const pairOf = (a: object, b: object): string => find(sampleEntity('a', a), sampleEntity('b', b))[0]?.why ?? 'none';
const reasonOf = (a: string, b: string, kind: Kind = 'Person'): string => pairOf({ name: a, kind }, { name: b, kind });

describe('names that may be the same', () => {
  it.each([
    ['DONALD TRUMP', 'Donald Trump', 'same-name-folded'],
    ['Donald J. Trump', 'DONALD TRUMP', 'initials'],
    ['Donald J. Trump', 'Donald John Trump', 'initials'],
    ['Trump, Donald', 'Donald Trump', 'word-order'],
    ['Trump, Donald J.', 'Donald Trump', 'initials'],
    ['J.D. Vance', 'J. D. Vance', 'same-name-folded'],
    ['Dr. Ann Lee', 'Ann Lee', 'title'],
    ['Zoë O’Brien', "Zoe O'Brien", 'same-name-folded'],
    ['Владимир Путин', 'Vladimir Putin', 'same-name-folded'],
    ['Jean-Claude Juncker', 'Jean Claude Juncker', 'same-name-folded'],
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy', 'one-letter'],
    ['Alexander Navalny', 'Aleksander Navalny', 'none'],
    ['Konstantin Malofeev', 'Konstantin Malofeyev', 'one-letter'],
    ['Konstantin Malofeev', 'Konstantin Maloffev', 'one-letter'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.', 'word-order'],
    ['Martin Luther King Jr.', 'Martin Luther King Junior', 'title'],
  ])('%s, %s: %s', (a, b, reason) => {
    expect(reasonOf(a, b)).toBe(reason);
    expect(reasonOf(b, a)).toBe(reason);
  });

  it.each([
    ['Trump Organization LLC', 'The Trump Organization', 'legal-form'],
    ['Acme Ltd', 'ACME LIMITED', 'legal-form'],
    ['Trump Marks Corp.', 'Trump Marks LLC', 'other-legal-form'],
    ['ООО Ромашка', 'Romashka LLC', 'legal-form'],
    ['Acme L.L.C.', 'Acme LLC', 'same-name-folded'],
    ['Johnson & Johnson, Inc.', 'Johnson and Johnson', 'legal-form'],
    ['ООО Ромашка', 'OOO Romashka', 'same-name-folded'],
    ['Space X', 'SpaceX', 'one-letter'],
    ['Rosneft Trading SA', 'Rosnneft Trading', 'one-letter'],
  ])('%s, %s: %s', (a, b, reason) => {
    expect(reasonOf(a, b, 'Company')).toBe(reason);
  });

  it.each([
    ['Donald Trump', 'Donald Trump Jr.'],
    ['Donald Trump Sr.', 'Donald Trump Jr.'],
    ['John Smith II', 'John Smith III'],
    ['Donald Trump', 'Ronald Trump'],
    ['Donald B. Trump', 'Donald C. Trump'],
    ['Donald Trump', 'Melania Trump'],
    ['Ivan Petrov', 'Ivana Petrova'],
    ['Alexey Petrov', 'Alexey Petrova'],
    ['Mark Smith', 'Mary Smith'],
    ['Mr. Smith', 'Smith'],
    ['Unknown', 'unknown'],
    ['N/A', 'n/a'],
    ['???', '???'],
  ])('never %s and %s', (a, b) => {
    expect(reasonOf(a, b)).toBe('none');
  });

  it.each([
    ['Fund 1', 'Fund 2'],
    ['Holdings 2021 Company', 'Holdings 2022 Company'],
    ['Bravo Fund', 'Bravo Fund II'],
  ])('never %s and %s', (a, b) => {
    expect(reasonOf(a, b, 'Company')).toBe('none');
  });

  it('looks at aliases and at names in other languages', () => {
    expect(
      pairOf({ name: 'X', aliases: ['Twitter Inc.'], kind: 'Company' }, { name: 'Twitter', kind: 'Company' }),
    ).toBe('alias');
    expect(pairOf({ name: 'Wladimir Putin', names: { ru: ['Путин Владимир'] } }, { name: 'Vladimir Putin' })).toBe(
      'alias',
    );
    expect(
      pairOf({ name: 'Don Trump', aliases: ['Donald Trump'] }, { name: 'Donald Trump Jr.', aliases: ['Donald Trump'] }),
    ).toBe('none');
  });

  it('takes an identifier for stronger than any name', () => {
    const wikidata = { identifiers: [{ scheme: 'wikidata', value: 'Q22686' }] };
    const [pair] = find(sampleEntity('a', { name: 'X', ...wikidata }), sampleEntity('b', { name: 'Y', ...wikidata }));
    expect(pair).toEqual({ a: 'a', b: 'b', why: 'identifier', shared: 'wikidata Q22686', grade: 100 });
    expect(pairOf({ name: 'Ann Lee', ...wikidata }, { name: 'Ann Lee Jr.', ...wikidata })).toBe('identifier');
  });
});

describe('facts that keep two apart', () => {
  const same = { name: 'Ann Lee' };
  it.each([
    [{ kind: 'Person' }, { kind: 'Company' }, 'none'],
    [{ kind: 'Company' }, { kind: 'Organization' }, 'same-name-folded'],
    [{ kind: 'Other' }, { kind: 'Person' }, 'same-name-folded'],
    [{ properties: { birthDate: ['1946-06-14'] } }, { properties: { birthDate: ['1977-12-31'] } }, 'none'],
    [{ properties: { birthDate: ['1946-06-14'] } }, { properties: { birthDate: ['1946'] } }, 'same-name-folded'],
    [{ properties: { registrationNumber: ['A 1'] } }, { properties: { registrationNumber: ['A-2'] } }, 'none'],
    [
      { properties: { registrationNumber: ['A 1'] } },
      { properties: { registrationNumber: ['a-1'] } },
      'same-name-folded',
    ],
    [
      { identifiers: [{ scheme: 'wikidata', value: 'Q1' }] },
      { identifiers: [{ scheme: 'Wikidata', value: 'Q2' }] },
      'none',
    ],
  ])('%j, %j: %s', (a, b, reason) => {
    expect(pairOf({ ...same, ...a }, { ...same, ...b })).toBe(reason);
  });

  it('a relation that nobody has to himself keeps them apart, any other does not', () => {
    const people = [sampleEntity('a', same), sampleEntity('b', same)];
    const types = ['family', 'contact'].map((group) => ({ ...sampleFile([], []).relationTypes[0], id: group, group }));
    const related = (type: string) =>
      findDuplicates(
        buildDataset(sampleFile(people, [sampleRelation('r', 'b', 'a', [], { type })], { relationTypes: types })),
      );
    expect(related('family')).toEqual([]);
    expect(related('contact')).toHaveLength(1);
  });

  it('pairs that were found not to be the same stay away, also when one is merged into a third', () => {
    const people = ['a', 'b', 'c'].map((id) => sampleEntity(id, same));
    const file = sampleFile(people, [], { distinct: [['c', 'b']] });
    const pairs = (of: DatasetFile) => findDuplicates(buildDataset(of)).map(({ a, b }) => `${a}${b}`);
    expect(pairs(file)).toEqual(['ab', 'ac']);
    expect(pairs(mergeEntities(file, 'a' as EntityId, ['c' as EntityId]))).toEqual([]);
  });
});

describe('the list', () => {
  it('names each pair once, the better connected first, the likeliest pair on top', () => {
    const people = [
      sampleEntity('a', { name: 'Ann B. Leeson' }),
      sampleEntity('b', { name: 'Ann Leeson', aliases: ['Ann B. Leeson'] }),
      sampleEntity('c', { name: 'ann leeson' }),
    ];
    const file = sampleFile(people, [sampleRelation('r', 'c', 'c', [])]);
    expect(findDuplicates(buildDataset(file)).map(({ a, b, why }) => [a, b, why])).toEqual([
      ['c', 'b', 'same-name-folded'],
      ['a', 'b', 'alias'],
      ['c', 'a', 'initials'],
    ]);
  });

  it('grows with the entities and not with their square, whatever they share', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      sampleEntity(`e${i}`, { name: 'John Smith', aliases: ['J Smith'] }),
    );
    const pairs = find(...many);
    expect(pairs.length).toBeGreaterThan(990);
    expect(pairs.length).toBeLessThan(10 * many.length);
  });

  it('takes any text for a name', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('__proto__', ', Jr.', 'the', 'Ltd.', '& Co'),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const pairs = find(
          ...names.map((text, i) => sampleEntity(`e${i}`, { name: text, kind: i % 2 ? 'Company' : 'Person' })),
        );
        for (const { a, b } of pairs) expect(a).not.toBe(b);
      }),
    );
  });

  it('finds nothing in the bundled story', () => {
    const file = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')) as DatasetFile;
    expect(findDuplicates(buildDataset(file))).toEqual([]);
  });
});
