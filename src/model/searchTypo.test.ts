import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildColumn } from './searchColumn.ts';
import { findTypo, scanTypos, type Typo } from './searchTypo.ts';

function findInEntry(entry: string, word: string): readonly Typo[] {
  const found: Typo[] = [];
  scanTypos(buildColumn(['before', entry, 'after'], [0, 1, 2]), word, (owner, typo) => {
    if (owner === 1) found.push(typo);
  });
  return found;
}

/** Plain edit distance with swaps of neighbours, to compare with. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      (rows[i] as number[])[j] = isSwap ? Math.min(best, at(i - 2, j - 2) + 1) : best;
    }
  }
  return at(a.length, b.length);
}

describe('findTypo', () => {
  it.each([
    ['twiter', 'twitter', 'word'],
    ['twittter', 'twitter', 'word'],
    ['twottter', 'twitter', undefined],
    ['muks', 'musk', 'word'],
    ['umsk', 'musk', 'word'],
    ['pentagoon', 'pentagon', 'word'],
    ['pentagonx', 'pentagon', 'word'],
    ['pentago', 'pentagon', 'word'],
    ['vladmi', 'vladimir', 'beginning'],
    ['vladx', 'vladimir', undefined],
    ['vlxd', 'vladimir', undefined],
    ['putin', 'putin\n', undefined],
    ['spacex', 'space x\n', 'word'],
  ])('%s for %s: %s', (word, text, typo) => {
    expect(findTypo(text, 0, word)).toBe(typo);
  });
});

describe('scanTypos', () => {
  it('tells an entry from a word of it', () => {
    expect(findInEntry('starlink', 'starlnk')).toContain('entry');
    expect(findInEntry('starlink satellites', 'starlnk')).toContain('word');
    expect(findInEntry('starlink satellites', 'starlnk')).not.toContain('entry');
    expect(findInEntry('the wall street journal', 'wall streetjournal')).toContain('word');
  });

  it('leaves short words and other entries alone', () => {
    expect(findInEntry('abd', 'abc')).toEqual([]);
    expect(findInEntry('befor', 'before')).toContain('entry');
    expect(findInEntry('xbefore', 'befoer')).toEqual([]);
  });

  it('finds exactly the words at distance one', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, (word, entry) => {
        const isFound = findInEntry(entry, word).includes('entry');
        expect(isFound).toBe(distance(word, entry) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});
