import { describe, expect, it } from 'vitest';
import { createNameDirection } from './directNames.ts';
import { entity, tinyDataset } from './pictureFixture.ts';

describe('createNameDirection', () => {
  it('marks whole names that run from right to left, and nothing else', () => {
    const names = ['משה', 'משה (2)', 'Ann Lee', 'بنك + مصر'];
    const direct = createNameDirection(
      tinyDataset(
        names.map((name, i) => entity(`e${i}`, 'Person', name)),
        [],
      ),
    );
    expect(direct('משה (2) knows משה and Ann Lee, not بنك + مصر:')).toBe(
      '\u200fמשה (2)\u200f knows \u200fמשה\u200f and Ann Lee, not \u200fبنك + مصر\u200f:',
    );
    expect(direct('Ann Lee')).toBe('Ann Lee');
  });

  it('leaves sentences alone where there are no such names', () => {
    expect(createNameDirection(tinyDataset([entity('a', 'Person', 'A.*')], []))('A.* שלום')).toBe('A.* שלום');
  });
});
