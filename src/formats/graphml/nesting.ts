import type { GraphNode } from '../propertyGraph.ts';

/** Deeper than this, groups are written as an attribute: readers have limits, ours 1,000 levels of XML. */
const MAX_LEVELS = 100;

/** For each node the index of the node that it is written inside of; null at the top. Cycles are opened. Linear. */
export function findNesting(nodes: readonly GraphNode[]): readonly (number | null)[] {
  const byId = new Map<string, number>();
  nodes.forEach(({ id, isHyperedge }, i) => {
    if (!byId.has(id) && !isHyperedge) byId.set(id, i);
  });
  const inside = nodes.map(({ parents, isHyperedge }): number | null =>
    isHyperedge || !parents?.length ? null : (byId.get(parents[0] ?? '') ?? null),
  );
  const levels = new Map<number, number>();
  for (let i = 0; i < nodes.length; i += 1) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let at: number | null = i;
    while (at !== null && !levels.has(at)) {
      path.push(at);
      onPath.add(at);
      const above: number | null = inside[at] ?? null;
      if (above !== null && onPath.has(above)) inside[at] = null;
      at = inside[at] ?? null;
    }
    for (const each of path.toReversed()) {
      const above = inside[each] ?? null;
      const level = above === null ? 0 : (levels.get(above) ?? 0) + 1;
      if (level > MAX_LEVELS) inside[each] = null;
      levels.set(each, level > MAX_LEVELS ? 0 : level);
    }
  }
  return inside;
}
