import type { PathGraph } from './pathGraph.ts';

const UNSEEN = -1;
/** On the way to the spur already: not to be met again. */
const TAKEN = -2;
/** The weakest tie of a path without any. */
export const UNLIMITED = 2 ** 31 - 1;

/** The best way on from the end of a root, and the strength of its weakest tie, those of the root included. */
export interface Continued {
  readonly entities: readonly number[];
  readonly weakest: number;
}

/** How a path may go on. */
interface Way {
  /** From the first end to the spur, where the path goes on. */
  readonly root: readonly number[];
  /** The strength of the weakest tie of `root`. */
  readonly weakest: number;
  /** Entities that may not come next. */
  readonly closed: ReadonlySet<number>;
  /** The most entities that the whole path may have. */
  readonly longest: number;
}

/** Ties that may still be looked at, over all searches. */
export interface Work {
  left: number;
}

/** Scratch arrays over one graph, used again by each search for ways to the same end. */
export interface PathSearch {
  readonly graph: PathGraph;
  readonly to: number;
  readonly work: Work;
  readonly level: Int32Array;
  /** The strength of the weakest tie from an entity to the end on the best shortest way. */
  readonly best: Int32Array;
  readonly queue: Int32Array;
}

/** Prepares searches for ways to `to`; the work they do is taken from `work`. */
export function createPathSearch(graph: PathGraph, to: number, work: Work): PathSearch {
  const size = graph.starts.length - 1;
  return { graph, to, work, level: new Int32Array(size), best: new Int32Array(size), queue: new Int32Array(size) };
}

/** Looks at the ties of one entity of the frontier; returns the new end of the queue. */
function widen(search: PathSearch, way: Way, entity: number, depth: number, queued: number): number {
  const { graph, level, best, queue } = search;
  const { others, strengths, starts } = graph;
  const spur = way.root[way.root.length - 1] as number;
  const until = starts[entity + 1] as number;
  const here = best[entity] as number;
  let end = queued;
  for (let i = starts[entity] as number; i < until; i += 1) {
    const next = others[i] as number;
    const weakest = Math.min(here, strengths[i] as number);
    if (next === spur) {
      if (!way.closed.has(entity)) best[spur] = Math.max(best[spur] as number, weakest);
    } else if (level[next] === UNSEEN) {
      level[next] = depth;
      best[next] = weakest;
      queue[end] = next;
      end += 1;
    } else if (level[next] === depth) best[next] = Math.max(best[next] as number, weakest);
  }
  search.work.left -= until - (starts[entity] as number);
  return end;
}

/** The number of steps from the spur to the end, or 0; the strength of the weakest tie on the way goes to `best`. */
function measure(search: PathSearch, way: Way, spur: number): number {
  const { level, best, queue, to, work } = search;
  level.fill(UNSEEN);
  for (const entity of way.root) level[entity] = TAKEN;
  best[spur] = UNSEEN;
  level[to] = 0;
  best[to] = UNLIMITED;
  queue[0] = to;
  let [done, end] = [0, 1];
  for (let depth = 1; done < end && way.root.length + depth <= way.longest && work.left > 0; depth += 1) {
    const frontier = end;
    for (; done < frontier; done += 1) end = widen(search, way, queue[done] as number, depth, end);
    if (best[spur] !== UNSEEN) return depth;
  }
  return 0;
}

/** The first entity one step nearer that can be reached, and gone on from, over nothing weaker than `bound`. */
function findNext(
  { graph: { starts, others, strengths }, level, best }: PathSearch,
  entity: number,
  nearer: number,
  bound: number,
  closed: ReadonlySet<number> | null,
): number {
  let found = UNSEEN;
  for (let i = starts[entity] as number; i < (starts[entity + 1] as number); i += 1) {
    const next = others[i] as number;
    if (level[next] !== nearer || closed?.has(next)) continue;
    if (Math.min(best[next] as number, strengths[i] as number) < bound) continue;
    if (found === UNSEEN || next < found) found = next;
  }
  return found;
}

function hasWayOn({ graph: { starts, others } }: PathSearch, { root, closed }: Way, spur: number): boolean {
  for (let i = starts[spur] as number; i < (starts[spur + 1] as number); i += 1) {
    const next = others[i] as number;
    if (!closed.has(next) && !root.includes(next)) return true;
  }
  return false;
}

/**
 * The best path that begins with the root and goes on to none of the closed: the shortest, of these one whose weakest tie
 * is the strongest, of these the first in the order of entities; null where there is none, or the work is used up. One
 * breadth-first search from the end: linear in the ties.
 */
export function findBestWay(search: PathSearch, way: Way): Continued | null {
  const spur = way.root.at(-1);
  if (spur === undefined || !hasWayOn(search, way, spur)) return null;
  const steps = measure(search, way, spur);
  if (steps === 0) return null;
  const weakest = Math.min(way.weakest, search.best[spur] as number);
  const entities = [...way.root];
  let at = spur;
  for (let nearer = steps - 1; nearer >= 0; nearer -= 1) {
    const closed = at === spur ? way.closed : null;
    at = findNext(search, at, nearer, weakest, closed);
    entities.push(at);
  }
  return { entities, weakest };
}

/** The strength of the tie between two neighbours. */
export function strengthBetween({ graph: { starts, others, strengths } }: PathSearch, a: number, b: number): number {
  for (let i = starts[a] as number; i < (starts[a + 1] as number); i += 1) {
    if (others[i] === b) return strengths[i] as number;
  }
  return UNSEEN;
}
