import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutScene } from './layout.ts';
import { auditLayout } from './layoutAudit.ts';
import type { LayoutProblem, Placement, Point } from './layoutProblem.ts';

const MOST = 30;

/** Discs with names of usual sizes, of four kinds, and lines with wordings among them. */
const problems: fc.Arbitrary<LayoutProblem & { readonly columns: { readonly ranks: readonly number[] } }> = fc
  .integer({ min: 1, max: MOST })
  .chain((count) =>
    fc.record({
      nodes: fc
        .array(fc.record({ width: fc.integer({ min: 0, max: 120 }), height: fc.constantFrom(15.6, 31.2) }), {
          minLength: count,
          maxLength: count,
        })
        .map((names) => names.map((name, index) => ({ id: `n${index}`, radius: 12 + (index % 3) * 5, name }))),
      ties: fc
        .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.option(fc.constant({ width: 70, height: 14.4 }))), {
          maxLength: 40,
        })
        .map((ties) => ties.map(([from, to, label], index) => ({ id: `t${index}`, from, to, label }))),
      width: fc.constant(856),
      height: fc.constant(640),
      centre: fc.constant(null),
      seed: fc.constant(1),
      columns: fc.record({
        ranks: fc.array(fc.nat(3), { minLength: count, maxLength: count }),
        pinned: fc.constant(new Map<string, Point>()),
      }),
    }),
  );

const overlapsOf = (problem: LayoutProblem, placement: Placement): number =>
  auditLayout({ ...problem, ties: [] }, placement).overlaps;
const placesOf = (problem: LayoutProblem, { nodes }: Placement, ranks: readonly number[], rank: number): Point[] =>
  problem.nodes.flatMap(({ id }, i) => (ranks[i] === rank ? (nodes.get(id) ?? []) : []));
const xs = (points: readonly Point[] = []): number[] => points.map(({ x }) => x);
const ys = (points: readonly Point[] = []): number[] => points.map(({ y }) => y);

describe('columns by kind', () => {
  test('are finite, repeatable, in reading order, and nothing overlaps', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const placement = layoutScene(problem);
        expect(layoutScene(problem)).toEqual(placement);
        expect([...placement.nodes.keys()]).toEqual(problem.nodes.map(({ id }) => id));
        expect([...placement.nodes.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        expect(auditLayout(problem, placement).overlaps).toBe(0);
        const { ranks } = problem.columns;
        for (const rank of [0, 1, 2]) {
          const [before, after] = [rank, rank + 1].map((one) => placesOf(problem, placement, ranks, one));
          const isLeft = Math.max(...xs(before)) < Math.min(...xs(after));
          expect(isLeft || Math.max(...ys(before)) < Math.min(...ys(after))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('have every wording that must be drawn, whatever it covers', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const must = { ...problem, ties: problem.ties.map((tie) => ({ ...tie, must: true })) };
        expect([...layoutScene(must).ties.values()].filter(({ at }) => at < 0)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('leave what is pinned in its place and make way for it', () => {
    fc.assert(
      fc.property(problems, fc.nat(800), fc.nat(600), (problem, x, y) => {
        const pinned = new Map([['n0', { x, y }]]);
        const asked = { ...problem, columns: { ...problem.columns, pinned } };
        const placement = layoutScene(asked);
        expect(placement.nodes.get('n0')).toMatchObject({ x, y });
        expect(overlapsOf(problem, placement)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test('stay exactly as they are when more comes', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: MOST }), (problem, count) => {
        const isFirst = (index: number): boolean => index < count;
        const first = {
          ...problem,
          nodes: problem.nodes.slice(0, count),
          ties: problem.ties.filter(({ from, to }) => isFirst(from) && isFirst(to)),
        };
        const placed = layoutScene(first);
        const more = layoutScene({ ...problem, placed });
        for (const [id, place] of placed.nodes) expect(more.nodes.get(id)).toEqual(place);
        for (const [id, place] of placed.ties) expect(more.ties.get(id)).toEqual(place);
        expect(overlapsOf(problem, more)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
