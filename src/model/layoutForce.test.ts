import { describe, expect, it } from 'vitest';
import { auditLayout } from './layoutAudit.ts';
import { forceLayout } from './layoutForce.ts';
import type { LayoutProblem, NameSide } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';
import { spreadBoxes } from './layoutSpread.ts';

/** Discs with names of two lines as people and companies have them, tied at random to those before. */
function buildCrowd(count: number, ties: number): LayoutProblem {
  const random = createRandom(7);
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    radius: 15 + random.below(6),
    name: { width: 60 + random.below(52), height: random.below(3) === 0 ? 16 : 32 },
  }));
  const pairs = Array.from({ length: ties }, (_, index) => {
    const to = 1 + (index % (count - 1));
    const from = random.below(Math.min(to, 40));
    return { id: `t${index}`, from, to, label: { width: 60 + random.below(40), height: 19 } };
  });
  return { nodes, ties: pairs, width: 856, height: 640, centre: 0, seed: 5 };
}

describe('forceLayout', () => {
  it('puts 500 discs and 1,000 ties on 3,200 px a side without an overlap', () => {
    const problem = buildCrowd(500, 1000);
    const placement = forceLayout(problem);
    const places = [...placement.nodes.values()];
    const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    expect(span(places.map(({ x }) => x))).toBeLessThan(3200);
    expect(span(places.map(({ y }) => y))).toBeLessThan(3200);
    expect(auditLayout(problem, placement).overlaps).toBe(0);
  });

  it('draws most wordings of a scene that is large but not dense', () => {
    const problem = buildCrowd(90, 100);
    const placement = forceLayout(problem);
    const hidden = [...placement.ties.values()].filter(({ at }) => at < 0).length;
    expect(hidden).toBeLessThan(30);
    const audit = auditLayout(problem, placement);
    expect(audit).toMatchObject({ overlaps: 0, shortLines: 0 });
    expect(audit.linesThrough).toBeLessThan(60);
  });
});

describe('spreadBoxes', () => {
  const sides: readonly NameSide[] = ['below', 'above', 'right', 'left'];
  const problem = { ...buildCrowd(40, 0), ties: [] };

  it('parts everything, on whatever side the names are, even from one place', () => {
    const random = createRandom(1);
    const starts = [
      problem.nodes.map(() => ({ x: 400, y: 300 })),
      problem.nodes.map(() => ({ x: random.next() * 300, y: random.next() * 300 })),
    ];
    for (const start of starts) {
      const chosen = problem.nodes.map((_, index) => sides[index % 4] ?? 'below');
      const points = spreadBoxes(problem, start, chosen);
      const nodes = new Map(
        problem.nodes.map(({ id }, i) => [
          id,
          { x: points[i]?.x ?? 0, y: points[i]?.y ?? 0, side: chosen[i] ?? 'below' },
        ]),
      );
      expect(auditLayout(problem, { nodes, ties: new Map() }).overlaps).toBe(0);
    }
  });

  it('leaves alone what has room', () => {
    const points = problem.nodes.map((_, index) => ({ x: (index % 8) * 150, y: Math.floor(index / 8) * 120 }));
    expect(spreadBoxes(problem, points)).toEqual(points);
  });
});
