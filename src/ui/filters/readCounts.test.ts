import { expect, test } from 'vitest';
import { countFacets } from '../../model/countFacets.ts';
import { NO_FILTERS } from '../../model/view.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { countDated, countDispute, countOf, listOrigins } from './readCounts.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    claimOf({ id: `c${i}`, modality: 'reported', attribution: [{ label: `Speaker ${i}`, kind: 'named' }] }),
  );
const countsOf = (claims: number) =>
  countFacets(datasetOf(many(claims)), { filters: NO_FILTERS, asOf: null, held: null });

test('thresholds go to what is met, at least to three, and hold the one that is set', () => {
  const leasts = (claims: number, current: number) => listOrigins(countsOf(claims), current).map(({ least }) => least);
  expect(leasts(1, 0)).toEqual([0, 1, 2, 3]);
  expect(leasts(12, 0)).toEqual([0, 1, 2, 3, 4, 5, 10]);
  expect(leasts(1, 7)).toEqual([0, 1, 2, 3, 7]);
  expect(listOrigins(countsOf(12), 0).map(({ count }) => count)).toEqual([2, 1, 1, 1, 1, 1, 1]);
});

test('"any" is the sum of what its answers tell apart, and what is unknown counts for nothing', () => {
  const counts = countsOf(1);
  expect([null, 'denied', 'disputed', 'undisputed'].map((one) => countDispute(counts, one as never))).toEqual([
    2, 0, 0, 2,
  ]);
  expect([null, 'dated', 'undated'].map((one) => countDated(counts, one as never))).toEqual([2, 0, 2]);
  expect(countOf(counts, 'types', 'gone')).toBe(0);
  expect(countOf(counts, 'speakers', 'as speaker 0')).toBe(1);
});
