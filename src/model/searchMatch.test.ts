import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseName, findRanges, gradeName } from './searchMatch.ts';
import { parseQuery } from './searchText.ts';

function marked(text: string, query: string): string {
  let out = '';
  let reached = 0;
  for (const [start, end] of findRanges(text, parseQuery(query))) {
    out += `${text.slice(reached, start)}[${text.slice(start, end)}]`;
    reached = end;
  }
  return out + text.slice(reached);
}

describe('findRanges', () => {
  it.each([
    ['Elon Musk', 'mus', 'Elon [Mus]k'],
    ['Elon Musk', 'musk elon', '[Elon] [Musk]'],
    ['Владимир Путин', 'putin', 'Владимир [Путин]'],
    ['习近平', '近平', '习[近平]'],
    ['The Wall Street Journal', 'wall stret', 'The [Wall] [Street] Journal'],
    ['The Wall Street Journal', 'wsj', 'The [W]all [S]treet [J]ournal'],
    ['The Wall Street Journal', 'wall streetj', 'The [Wall Street J]ournal'],
    ['SpaceX', 'space x', '[SpaceX]'],
    ['Space X', 'spacex', '[Space X]'],
    ['Ellen O’Brien', 'obrien', 'Ellen [O’Brien]'],
    ['Straße des 17. Juni', 'strasse', '[Straße] des 17. Juni'],
    ['Jose\u0301 Pérez', 'jose perez', '[Jose\u0301 Pérez]'],
    ['The Pentagon', 'pentgon', 'The [Pentagon]'],
    ['Elon Musk', 'zelensky', 'Elon Musk'],
  ])('%s for %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('stays inside the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        let reached = -1;
        for (const [start, end] of findRanges(text, parseQuery(query))) {
          expect(start).toBeGreaterThan(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          reached = end;
        }
      }),
    );
  });
});

describe('gradeName', () => {
  it('puts better answers before weaker ones', () => {
    const names = [
      'Wall Street',
      'WallStreet',
      'Wall Street Journal',
      'WallStreet Journal',
      'The Old Wall Street',
      'Stonewall Street',
      'Street by the Wall',
      'Instreet Awall',
      'Wall Strelt',
      'Wall',
      'Elon Musk',
    ];
    const grades = names.map((name) => gradeName(name, parseQuery('wall street')));
    expect(grades).toEqual([...grades].sort((a, b) => a - b));
    expect(new Set(grades).size).toBe(grades.length);
  });
});

describe('chooseName', () => {
  it('shows what was written, in its script', () => {
    const names = ['Vladimir Putin', 'Владимир Путин', 'Володимир Путін'];
    expect(chooseName(names, parseQuery('putin'))).toBe('Vladimir Putin');
    expect(chooseName(names, parseQuery('путин'))).toBe('Владимир Путин');
    expect(chooseName(names, parseQuery('Путін'))).toBe('Володимир Путін');
    expect(chooseName(['X', 'Twitter'], parseQuery('twiter'))).toBe('Twitter');
    expect(chooseName([], parseQuery('x'))).toBe('');
  });
});
