import { buildPathGraph, type PathGraph } from './pathGraph.ts';
import { type Continued, createPathSearch, findBestWay, strengthBetween, UNLIMITED, type Work } from './pathSearch.ts';

/** A question about paths as numbers, which crosses to a worker at once. Entities count from 0 in file order. */
export interface PathProblem {
  readonly entities: number;
  readonly from: number;
  readonly to: number;
  /** Two entities a tie. */
  readonly ends: Int32Array;
  /** The strength of each tie's strongest relation that passes; NO_STRENGTH where none does. */
  readonly strengths: Int32Array;
  /** The same whatever filters hide; null where they hide nothing. */
  readonly unfiltered: Int32Array | null;
  /** The most paths wanted. */
  readonly most: number;
}

/** Paths as entities' numbers, best first. */
export interface PathSolution {
  readonly paths: readonly (readonly number[])[];
  readonly complete: boolean;
  /** The best path without filters, where there is none with them. */
  readonly beyond: readonly number[] | null;
}

/** Ties looked at before the search gives up; about half a second. */
const MOST_WORK = 60_000_000;

/** The best of all paths that begin with the first `spur + 1` of its entities and go on to none of `closed`. */
interface Candidate extends Continued {
  readonly spur: number;
  readonly closed: ReadonlySet<number>;
}

function compare(a: Candidate, b: Candidate): number {
  if (a.entities.length !== b.entities.length) return a.entities.length - b.entities.length;
  if (a.weakest !== b.weakest) return b.weakest - a.weakest;
  const at = a.entities.findIndex((entity, i) => entity !== b.entities[i]);
  return (a.entities[at] ?? 0) - (b.entities[at] ?? 0);
}

/** The most entities that a path may have to be among the best `wanted`, as far as is known. */
function longestOf(candidates: readonly Candidate[], wanted: number): number {
  if (candidates.length < wanted) return Number.POSITIVE_INFINITY;
  const lengths = candidates.map(({ entities }) => entities.length).toSorted((a, b) => a - b);
  return lengths[wanted - 1] ?? Number.POSITIVE_INFINITY;
}

/**
 * The best `most` simple paths. After Yen (1971) with Lawler's partition (1972): each path that is taken leaves the rest of
 * its family in parts that share no path, and the best of each part is found by one breadth-first search. Exact for any
 * order in which the best of a part can be told; O(most × length × ties).
 */
function rankPaths(
  graph: PathGraph,
  from: number,
  to: number,
  most: number,
  work: Work,
): readonly (readonly number[])[] {
  const search = createPathSearch(graph, to, work);
  const open: Candidate[] = [];
  const taken: (readonly number[])[] = [];
  const add = (root: readonly number[], weakest: number, closed: ReadonlySet<number>): void => {
    if (work.left <= 0) return;
    const longest = longestOf(open, most - taken.length);
    const found = findBestWay(search, { root, weakest, closed, longest });
    if (found) open.push({ ...found, spur: root.length - 1, closed });
  };
  const split = ({ entities, spur, closed }: Candidate): void => {
    let weakest = UNLIMITED;
    for (let i = 0; i < entities.length - 1; i += 1) {
      const [here, next] = [entities[i] as number, entities[i + 1] as number];
      if (i >= spur) add(entities.slice(0, i + 1), weakest, i === spur ? new Set([...closed, next]) : new Set([next]));
      weakest = Math.min(weakest, strengthBetween(search, here, next));
    }
  };
  add([from], UNLIMITED, new Set());
  while (open.length > 0 && taken.length < most) {
    const best = open.reduce((least, each) => (compare(each, least) < 0 ? each : least));
    open.splice(open.indexOf(best), 1);
    taken.push(best.entities);
    if (taken.length < most) split(best);
  }
  return taken;
}

/**
 * Up to `most` paths that meet no entity twice: shortest first, then the strongest weakest tie first, then by the file
 * order of entities. Exact for any graph while `complete`; gives up after a fixed amount of work with what it has.
 */
export function findPaths(problem: PathProblem, limit = MOST_WORK): PathSolution {
  const { entities, from, to, ends, strengths, unfiltered, most } = problem;
  const work: Work = { left: limit };
  const isAsked = from !== to && from >= 0 && to >= 0 && from < entities && to < entities;
  if (!isAsked) return { paths: [], complete: true, beyond: null };
  const paths = rankPaths(buildPathGraph(entities, ends, strengths), from, to, most, work);
  const complete = work.left > 0;
  if (paths.length > 0 || !unfiltered) return { paths, complete, beyond: null };
  const [beyond = null] = rankPaths(buildPathGraph(entities, ends, unfiltered), from, to, 1, { left: limit });
  return { paths, complete, beyond };
}
