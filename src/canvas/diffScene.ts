import type { Drawn } from './drawScene.ts';

/** What has to be done to turn one drawing into another. */
export interface SceneDiff {
  readonly add: readonly Drawn[];
  readonly remove: readonly string[];
  /** Elements of both whose data, classes or place differ. */
  readonly change: readonly Drawn[];
}

function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function sameDrawn(a: Drawn, b: Drawn): boolean {
  if (a.classes !== b.classes || a.position?.x !== b.position?.x || a.position?.y !== b.position?.y) return false;
  return Object.keys(b.data).every((key) => sameValue(a.data[key], b.data[key]));
}

/**
 * Compares two drawings by element id. An edge whose ends moved to other nodes is removed and added again, since
 * Cytoscape keeps ends for ever. Linear.
 */
export function diffScene(before: readonly Drawn[], after: readonly Drawn[]): SceneDiff {
  const old = new Map(before.map((drawn) => [drawn.id, drawn]));
  const add: Drawn[] = [];
  const change: Drawn[] = [];
  const remove: string[] = [];
  for (const drawn of after) {
    const known = old.get(drawn.id);
    old.delete(drawn.id);
    if (!known) add.push(drawn);
    else if (known.data['source'] !== drawn.data['source'] || known.data['target'] !== drawn.data['target']) {
      remove.push(drawn.id);
      add.push(drawn);
    } else if (!sameDrawn(known, drawn)) change.push(drawn);
  }
  return { add, change, remove: [...remove, ...old.keys()] };
}
