import { NO_STRENGTH } from './pathStrength.ts';

/** Who is tied to whom: entity `i` has the neighbours `others[starts[i]]` up to `starts[i + 1]`, with the strength of each tie. */
export interface PathGraph {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly strengths: Int32Array;
}

/** `ends`: two entities a tie. Ties without strength and those of an entity to itself are left out. Linear. */
export function buildPathGraph(entities: number, ends: Int32Array, strengths: Int32Array): PathGraph {
  const isOpen = (tie: number): boolean => strengths[tie] !== NO_STRENGTH && ends[2 * tie] !== ends[2 * tie + 1];
  const starts = new Int32Array(entities + 1);
  for (let tie = 0; tie < strengths.length; tie += 1) {
    if (!isOpen(tie)) continue;
    for (const end of [ends[2 * tie] as number, ends[2 * tie + 1] as number])
      starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  }
  for (let i = 0; i < entities; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const filled = starts.slice();
  const others = new Int32Array(starts[entities] ?? 0);
  const graph = { starts, others, strengths: new Int32Array(others.length) };
  const put = (from: number, to: number, strength: number): void => {
    const place = filled[from] ?? 0;
    filled[from] = place + 1;
    others[place] = to;
    graph.strengths[place] = strength;
  };
  for (let tie = 0; tie < strengths.length; tie += 1) {
    if (!isOpen(tie)) continue;
    const [a, b, strength] = [ends[2 * tie] as number, ends[2 * tie + 1] as number, strengths[tie] as number];
    put(a, b, strength);
    put(b, a, strength);
  }
  return graph;
}
