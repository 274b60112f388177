import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideColumns, setColumnPages, setColumns } from './columns.ts';
import type { Piece } from './paragraph.ts';

const heights = fc.array(fc.integer({ min: 5, max: 200 }), { minLength: 1, maxLength: 60 });
const toItems = (all: readonly number[]): Piece[] => all.map((height, i) => ({ height, markup: `<i n="${i}"/>` }));
const order = (pieces: readonly Piece[]): number[] =>
  pieces.flatMap(({ markup }) => [...markup.matchAll(/n="(\d+)"/g)].map(([, n]) => Number(n)));

describe('columns', () => {
  it('divide a width into one to three', () => {
    expect([150, 455, 592, 823, 2000].map((width) => divideColumns(width).count)).toEqual([1, 2, 2, 3, 3]);
    expect(divideColumns(2000).width).toBe(420);
  });

  it('hold every item once, in order, on pages no higher than they may be', () => {
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 100, max: 1300 }),
        (all, limit, width) => {
          const pages = setColumnPages(toItems(all), divideColumns(width), [200, limit]);
          expect(order(pages)).toEqual(all.map((_, i) => i));
          pages.forEach(({ height }, i) => expect(height).toBeLessThanOrEqual(i === 0 ? 200 : limit));
        },
      ),
    );
  });

  it('are as even as their items allow', () => {
    fc.assert(
      fc.property(heights, (all) => {
        const { height } = setColumns(toItems(all), { count: 3, width: 200 });
        const sum = all.reduce((total, one) => total + one + 9, 0);
        expect(height).toBeLessThanOrEqual(sum / 3 + Math.max(...all) + 9);
      }),
    );
  });
});
