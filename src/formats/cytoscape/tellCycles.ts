import type { ImportLog } from '../importLog.ts';
import type { GraphNode } from '../propertyGraph.ts';

/** Tells of groups that lie in each other, once a circle (`parent-cycle`); a node that is its own parent is told by whoever builds the dataset. Linear. */
export function tellCycles(nodes: readonly GraphNode[], log: ImportLog): void {
  const parentOf = new Map<string, string>();
  const whereOf = new Map<string, string>();
  for (const { id, parents, where } of nodes) {
    if (whereOf.has(id)) continue;
    whereOf.set(id, where);
    if (parents?.[0] !== undefined) parentOf.set(id, parents[0]);
  }
  const walkOf = new Map<string, number>();
  [...whereOf.keys()].forEach((start, walk) => {
    let at: string | undefined = start;
    let below: string = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, walk);
      below = at;
      at = parentOf.get(at);
    }
    if (at !== undefined && at !== below && walkOf.get(at) === walk) {
      log.warn('parent-cycle', whereOf.get(at) ?? '', { id: at });
    }
  });
}
