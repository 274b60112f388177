import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeLineId } from './lineIds.ts';

it('spells out ids that FollowTheMoney refuses, no two the same', () => {
  expect(writeLineId('NK-1.a')).toBe('NK-1.a');
  expect(writeLineId('40 WALL ST.')).toBe('s-40.20-WALL.20-ST.2e--s');
  const ids = fc.oneof(fc.string(), fc.constantFrom('s-a-s', 'a b', 's-a.20-b-s'));
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      expect(writeLineId(a)).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
      expect(writeLineId(a) === writeLineId(b)).toBe(a === b);
    }),
  );
});
