import { describe, expect, it } from 'vitest';
import { inputOf } from '../readFixture.ts';
import { isTableFile } from './isTableFile.ts';
import { findFlatLists, readJsonLines, readJsonTable } from './jsonTable.ts';

const tableOf = (value: unknown) => {
  const [[, rows] = ['', []]] = findFlatLists(value);
  return readJsonTable(rows, 'x.json', 0);
};

describe('lists of records in JSON', () => {
  it('are tables, with what is nested under names with dots', () => {
    const { rows } = tableOf([
      { name: 'Ann', born: { year: 1970, place: { city: 'X' } }, tags: ['a', 'b'], jobs: [{ at: 'Acme' }] },
      { name: 'Bob', age: 3, alive: true },
    ]);
    expect(rows).toEqual([
      ['name', 'born.year', 'born.place.city', 'tags', 'jobs', 'age', 'alive'],
      ['Ann', '1970', 'X', 'a; b', '[{"at":"Acme"}]', '', ''],
      ['Bob', '', '', '', '', '3', 'true'],
    ]);
  });

  it('may have something else among them, which is told', () => {
    const { rows, lines, problems } = tableOf([{ a: 1 }, null, { a: 2 }, { a: 3 }, { a: 4 }]);
    expect(rows).toHaveLength(5);
    expect(lines).toEqual([0, 1, 3, 4, 5]);
    expect(problems).toEqual([
      { code: 'record-skipped', isWarning: true, where: 'item 2', params: { reason: 'not a record' } },
    ]);
  });

  it('have a field in common: other lists are none', () => {
    for (const other of [[], [1, 2], [null, null], [{}], [{ a: 1 }, { b: 2 }, { c: 3 }], { error: 'no' }, 'x', null])
      expect(findFlatLists(other)).toEqual([]);
  });

  it('keep names that objects have of their own', () => {
    const value: unknown = JSON.parse('[{"__proto__":{"polluted":"x"},"constructor":"y"},{"constructor":"z"}]');
    expect(tableOf(value).rows[0]).toEqual(['__proto__.polluted', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('JSON Lines', () => {
  const TEXT = '{"source":"a","target":"b","n":12345678901234567890}\r\n\r\n{"source":"b","target":"c"}\r\n{"sour';

  it('are rows with their lines; what is cut off is told', () => {
    const read = readJsonLines(TEXT);
    if (!read) throw new Error('No lines.');
    const { rows, lines, problems } = readJsonTable(read.rows, 'x', 0, read.lines);
    expect(rows).toEqual([
      ['source', 'target', 'n'],
      ['a', 'b', '12345678901234567890'],
      ['b', 'c', ''],
    ]);
    expect(lines).toEqual([0, 1, 3]);
    expect(problems).toEqual([
      { code: 'record-skipped', isWarning: true, where: 'line 4', params: { reason: 'no JSON' } },
    ]);
  });

  it('are told from other texts', () => {
    expect(isTableFile(inputOf(TEXT))).toBe(true);
    for (const other of ['{\n"a": 1\n}', '{"a": 1} x', 'a,b', '{cut', '[1]\n[2]', ''])
      expect(readJsonLines(other)).toBeNull();
  });
});

it('takes no single line for a table that is not called one', () => {
  expect(isTableFile(inputOf('callback([{"a":1},{"b":2}]);', 'x.json'))).toBe(false);
  expect(isTableFile(inputOf('a,b\nc,d\n', 'x.json'))).toBe(true);
});
