import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPaths, type PathProblem } from './findPaths.ts';

interface Drawn {
  readonly entities: number;
  readonly ties: readonly (readonly [from: number, to: number, strength: number])[];
}

function problemOf({ entities, ties }: Drawn, from: number, to: number, most = 10): PathProblem {
  return {
    entities,
    from,
    to,
    ends: Int32Array.from(ties.flatMap(([a, b]) => [a, b])),
    strengths: Int32Array.from(ties.map(([, , strength]) => strength)),
    unfiltered: null,
    most,
  };
}

/** Every simple path by walking all of them, ranked as promised. */
function enumerate({ entities, ties }: Drawn, from: number, to: number): number[][] {
  const next = new Map<number, Map<number, number>>();
  for (let i = 0; i < entities; i += 1) next.set(i, new Map());
  for (const [a, b, strength] of ties) {
    if (a === b || strength < 0) continue;
    next.get(a)?.set(b, strength);
    next.get(b)?.set(a, strength);
  }
  const found: { path: number[]; weakest: number }[] = [];
  const walk = (path: number[], weakest: number): void => {
    const last = path.at(-1) as number;
    if (last === to) found.push({ path, weakest });
    else {
      for (const [other, strength] of next.get(last) ?? []) {
        if (!path.includes(other)) walk([...path, other], Math.min(weakest, strength));
      }
    }
  };
  if (from !== to) walk([from], Number.POSITIVE_INFINITY);
  const byOrder = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((entity, i) => entity !== b[i]);
    return (a[at] ?? 0) - (b[at] ?? 0);
  };
  return found
    .toSorted((a, b) => a.path.length - b.path.length || b.weakest - a.weakest || byOrder(a.path, b.path))
    .map(({ path }) => path);
}

/** Small graphs from sparse to complete, at most one tie between two entities. */
const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 8 }).chain((entities) => {
  const pairs: [number, number][] = [];
  for (let a = 0; a < entities; a += 1) for (let b = a; b < entities; b += 1) pairs.push([a, b]);
  return fc.record({
    entities: fc.constant(entities),
    ties: fc
      .shuffledSubarray(pairs)
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map(([a, b]) => fc.integer({ min: -1, max: 3 }).map((strength) => [a, b, strength] as const)),
        ),
      ),
  });
});

describe('paths of numbers', () => {
  test('are those that walking every path finds, in the same order', () => {
    fc.assert(
      fc.property(drawn, fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 12 }), (graph, a, b, most) => {
        const [from, to] = [a % graph.entities, b % graph.entities];
        const { paths, complete } = findPaths(problemOf(graph, from, to, most));
        expect(complete).toBe(true);
        expect(paths).toEqual(enumerate(graph, from, to).slice(0, most));
      }),
      { numRuns: 3000 },
    );
  });

  test('go round what hangs on one entity only', () => {
    // A dense blob that can only be entered and left through 1.
    const blob = [2, 3, 4, 5, 6, 7].flatMap((a) => [[1, a, 1] as const, ...[8, 9, 10].map((b) => [a, b, 1] as const)]);
    const graph: Drawn = { entities: 12, ties: [[0, 1, 5], [1, 11, 5], ...blob] };
    expect(findPaths(problemOf(graph, 0, 11))).toEqual({ paths: [[0, 1, 11]], complete: true, beyond: null });
  });

  test('are few and found at once in a long chain', () => {
    const links = Array.from({ length: 3000 }, (_, i) => [i, i + 1, i % 7] as const);
    const { paths, complete } = findPaths(problemOf({ entities: 3001, ties: [...links, [0, 3000, 0]] }, 0, 3000));
    expect(paths.map(({ length }) => length)).toEqual([2, 3001]);
    expect(complete).toBe(true);
  });

  test('from an entity to itself, or to nobody, are none', () => {
    const graph: Drawn = { entities: 2, ties: [[0, 1, 1]] };
    for (const [from, to] of [
      [0, 0],
      [0, -1],
      [2, 0],
      [-1, -1],
    ] as const) {
      expect(findPaths(problemOf(graph, from, to))).toEqual({ paths: [], complete: true, beyond: null });
    }
  });

  test('are looked for without filters only where filters leave none', () => {
    const asked = {
      ...problemOf(
        {
          entities: 3,
          ties: [
            [0, 1, -1],
            [1, 2, 3],
          ],
        },
        0,
        2,
      ),
      unfiltered: Int32Array.of(2, 3),
    };
    expect(findPaths(asked)).toEqual({ paths: [], complete: true, beyond: [0, 1, 2] });
    expect(findPaths({ ...asked, strengths: Int32Array.of(2, 3) }).beyond).toBeNull();
    expect(findPaths({ ...asked, unfiltered: Int32Array.of(-1, 3) }).beyond).toBeNull();
  });

  test('say that they are not all when the work was too much', () => {
    const pairs = Array.from({ length: 40 }, (_, a) => Array.from({ length: a }, (__, b) => [a, b, 1] as const)).flat();
    const { paths, complete } = findPaths(problemOf({ entities: 40, ties: pairs }, 0, 39), 3000);
    expect(complete).toBe(false);
    expect(paths[0]).toEqual([0, 39]);
  });
});
