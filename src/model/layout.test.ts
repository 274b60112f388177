import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutScene, solveLayout } from './layout.ts';
import { auditLayout } from './layoutAudit.ts';
import { placeMore } from './layoutMore.ts';
import type { LayoutProblem, Placement } from './layoutProblem.ts';

const sizes = fc.record({ width: fc.integer({ min: 0, max: 120 }), height: fc.integer({ min: 0, max: 40 }) });

function problems(most: number): fc.Arbitrary<LayoutProblem> {
  return fc.integer({ min: 0, max: most }).chain((count) =>
    fc.record({
      nodes: fc
        .array(fc.record({ radius: fc.integer({ min: 0, max: 24 }), name: sizes }), {
          minLength: count,
          maxLength: count,
        })
        .map((nodes) => nodes.map((node, index) => ({ ...node, id: `n${index}` }))),
      ties: fc
        .array(
          fc.record({
            from: fc.nat(Math.max(0, count - 1)),
            to: fc.nat(Math.max(0, count - 1)),
            label: fc.option(sizes),
          }),
          {
            maxLength: count === 0 ? 0 : 2 * count,
          },
        )
        .map((ties) => ties.map((tie, index) => ({ ...tie, id: `t${index}` }))),
      width: fc.constantFrom(0, 200, 860),
      height: fc.constantFrom(0, 690),
      centre: fc.option(fc.nat(Math.max(0, count - 1))),
      seed: fc.integer(),
    }),
  );
}

function expectWhole(problem: LayoutProblem, placement: Placement): void {
  expect([...placement.nodes.keys()].sort()).toEqual(problem.nodes.map((node) => node.id).sort());
  expect([...placement.ties.keys()].sort()).toEqual(problem.ties.map((tie) => tie.id).sort());
  for (const { x, y } of placement.nodes.values()) {
    expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(Math.round(x * 100) / 100).toBe(x);
    expect(Math.round(y * 100) / 100).toBe(y);
  }
  for (const { at } of placement.ties.values()) expect(at === -1 || (at >= 0 && at <= 1)).toBe(true);
}

/** A hub with names and wordings of usual sizes, and ties among the others. */
function story(count: number, extra: number): LayoutProblem {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    radius: index === 0 ? 22 : 17,
    name: { width: 50 + ((index * 37) % 60), height: index % 3 === 0 ? 31.2 : 15.6 },
  }));
  const label = (index: number) => ({ width: 60 + ((index * 23) % 45), height: index % 4 === 0 ? 36 : 14.4 });
  const ties = [];
  for (let index = 1; index < count; index += 1) {
    const from = index < 13 ? 0 : 1 + ((index * 5) % 12);
    ties.push({ id: `t${index}`, from, to: index, label: label(index) });
  }
  for (let index = 0; index < extra; index += 1) {
    ties.push({ id: `e${index}`, from: 1 + index, to: 2 + index, label: label(index + 7) });
  }
  return { nodes, ties, width: 860, height: 690, centre: 0, seed: 3 };
}

describe('solveLayout', () => {
  it('puts a story of 24 entities and 33 ties without a collision', () => {
    const problem = story(24, 10);
    const audit = auditLayout(problem, solveLayout(problem, { iterations: 300_000 }));
    expect(audit).toMatchObject({ overlaps: 0, linesThrough: 0, shortLines: 0, outside: 0 });
    expect(audit.minGap).toBeGreaterThanOrEqual(4);
    expect(audit.crossings).toBeLessThanOrEqual(5);
    expect(audit.centreDistance).toBeLessThan(120);
    expect(audit.lengthSpread).toBeLessThan(0.6);
  });

  it('places everything, finitely and the same twice, whatever the problem', () => {
    fc.assert(
      fc.property(problems(12), (problem) => {
        const placement = solveLayout(problem, { iterations: 500 });
        expectWhole(problem, placement);
        expect(solveLayout(problem, { iterations: 500 })).toEqual(placement);
      }),
      { numRuns: 60 },
    );
  });

  it('reports its progress from 0 to 1', () => {
    const seen: number[] = [];
    solveLayout(story(10, 2), { iterations: 5000 }, (done) => seen.push(done));
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('survives sizes that are no numbers', () => {
    const problem = story(5, 1);
    const broken = { ...problem, nodes: problem.nodes.map((node) => ({ ...node, radius: Number.NaN })) };
    expectWhole(broken, solveLayout(broken, { iterations: 500 }));
  });

  it('puts one node into the middle', () => {
    const placement = solveLayout(story(1, 0), { iterations: 20_000 });
    const { x, y } = placement.nodes.get('n0')!;
    expect(Math.abs(x - 430)).toBeLessThan(60);
    expect(Math.abs(y - 345)).toBeLessThan(60);
  });
});

describe('layoutScene', () => {
  it('places large scenes without overlapping discs or names', () => {
    const problem = story(120, 60);
    const placement = layoutScene(problem);
    expectWhole(problem, placement);
    expect(layoutScene(problem)).toEqual(placement);
    expect(auditLayout(problem, placement).overlaps).toBe(0);
  });

  it('places any large problem', () => {
    fc.assert(
      fc.property(problems(90), (problem) => {
        if (problem.nodes.length > 60) expectWhole(problem, layoutScene(problem));
      }),
      { numRuns: 20 },
    );
  });
});

describe('placeMore', () => {
  it('leaves what is placed where it is and places the rest, the same twice', () => {
    fc.assert(
      fc.property(problems(20), fc.integer({ min: 1, max: 20 }), (problem, count) => {
        const whole = solveLayout(problem, { iterations: 200 });
        const kept = problem.nodes.slice(0, count).map(({ id }) => id);
        const fixed: Placement = {
          nodes: new Map([...whole.nodes].filter(([id]) => kept.includes(id))),
          ties: new Map(),
        };
        const more = placeMore(problem, fixed);
        expectWhole(problem, more);
        for (const [id, place] of fixed.nodes) expect(more.nodes.get(id)).toEqual(place);
        expect(placeMore(problem, fixed)).toEqual(more);
      }),
      { numRuns: 40 },
    );
  });

  it('finds free places near neighbours', () => {
    const problem = story(24, 6);
    const first = { ...problem, nodes: problem.nodes.slice(0, 14), ties: problem.ties.filter((tie) => tie.to < 14) };
    const fixed = solveLayout(first, { iterations: 60_000 });
    const more = placeMore(problem, fixed);
    expect(auditLayout({ ...problem, ties: [] }, more).overlaps).toBe(0);
  });
});
