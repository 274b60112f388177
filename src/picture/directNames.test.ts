import { describe, expect, it } from 'vitest';
import { createNameDirection } from './directNames.ts';
import { claim, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';

const directionFor = (names: readonly string[]) => {
  const dataset = tinyDataset(
    names.map((name, i) => entity(`e${i}`, 'Person', name)),
    [],
  );
  const places = names.map((_, i): [string, [number, number]] => [`e${i}`, [200 * i, 0]]);
  return createNameDirection(dataset, sceneAt(dataset, Object.fromEntries(places)));
};

describe('createNameDirection', () => {
  it('marks whole names that run from right to left, and nothing else', () => {
    const direct = directionFor(['משה', 'משה (2)', 'Ann Lee', 'بنك + مصر']);
    expect(direct('משה (2) knows משה and Ann Lee, not بنك + مصر:')).toBe(
      '\u200fמשה (2)\u200f\u200e knows \u200fמשה\u200f\u200e and Ann Lee, not \u200fبنك + مصر\u200f\u200e:',
    );
    expect(direct('Ann Lee')).toBe('Ann Lee');
  });

  it('marks sources and those who are quoted, so that the day behind them stays there', () => {
    const quoted = claim('c', { stance: 'denies', attribution: [{ kind: 'named', label: 'דוברת (2)' }] });
    const dataset = tinyDataset(
      [entity('a', 'Person', 'A'), entity('b', 'Person', 'B')],
      [relation('ab', 'knows', 'a', 'b', [quoted])],
    );
    const [id, source] = [...dataset.sources][0]!;
    const sources = new Map([[id, { ...source, publisher: 'صحيفة الأيام' }]]);
    const direct = createNameDirection({ ...dataset, sources }, sceneAt(dataset, { a: [0, 0], b: [300, 0] }));
    expect(direct('صحيفة الأيام, 1 May')).toBe('\u200fصحيفة الأيام\u200f\u200e, 1 May');
    expect(direct('denied by דוברת (2)')).toBe('denied by \u200fדוברת (2)\u200f\u200e');
  });

  it('leaves sentences alone where there are no such names', () => {
    expect(directionFor(['A.*'])('A.* שלום')).toBe('A.* שלום');
  });
});
