import { anneal, restoreSnapshot, type Snapshot, takeSnapshot } from './anneal.ts';
import { createAnnealState, placeAll, readPlacement } from './annealState.ts';
import { forceLayout } from './layoutForce.ts';
import type { LayoutProblem, Placement } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';
import { startPositions } from './layoutStart.ts';

/** How much work a layout may be: proposals of the annealer in all, restarts included. */
export interface Effort {
  readonly iterations: number;
}

const FIRST_RUN = { hot: 60, cold: 0.8 };
const LAST_RUN = { hot: 3, cold: 0.02 };
/** Fewer proposals than this for a run and more runs do not pay. */
const RUN_MIN = 60_000;
const RUNS_MAX = 8;

/**
 * Places discs, names and wordings so that nothing touches and the frame is filled, by annealing from several starts
 * and refining the best. The same problem and effort give the same placement in every engine. For about 60 discs at
 * most: the cost is `iterations` × degree × (nodes + ties), about 8 s a million for 24 nodes and 35 ties.
 */
export function solveLayout(problem: LayoutProblem, effort: Effort, onProgress?: (done: number) => void): Placement {
  const s = createAnnealState(problem);
  const iterations = Number.isFinite(effort.iterations) ? Math.max(0, Math.floor(effort.iterations)) : 0;
  if (s.n === 0 || iterations === 0) {
    startPositions(s, createRandom(problem.seed));
    return readPlacement(problem, s);
  }
  const runs = Math.min(RUNS_MAX, Math.max(1, Math.floor(iterations / RUN_MIN)));
  const last = Math.floor(iterations * 0.3);
  const each = Math.floor((iterations - last) / runs);
  let best: Snapshot | null = null;
  for (let run = 0; run < runs; run += 1) {
    const random = createRandom(problem.seed + run * 7919);
    startPositions(s, random);
    anneal(s, { proposals: each, ...FIRST_RUN }, random, (made) => onProgress?.((run * each + made) / iterations));
    const reached = takeSnapshot(s);
    if (best === null || reached.cost < best.cost) best = reached;
  }
  if (best !== null) restoreSnapshot(s, best);
  anneal(s, { proposals: last, ...LAST_RUN }, createRandom(problem.seed + 104_729), (made) =>
    onProgress?.((runs * each + made) / iterations),
  );
  placeAll(s);
  return readPlacement(problem, s);
}

/** Above this many nodes annealing takes too long and finds too little room. */
const ANNEAL_MAX = 60;
/** Proposals × (nodes + ties) that take about a second. */
const SECOND = 6_000_000;

/**
 * Places any scene, in about a second: up to 60 nodes as `solveLayout`, larger ones with forces in a frame that may be
 * larger than `width` × `height`, where wordings without room get `at` -1 (not drawn until asked for). For the best
 * picture of a small scene call `solveLayout` with an effort of millions.
 */
export function layoutScene(problem: LayoutProblem, onProgress?: (done: number) => void): Placement {
  if (problem.nodes.length > ANNEAL_MAX) return forceLayout(problem);
  const size = problem.nodes.length + problem.ties.length;
  return solveLayout(problem, { iterations: Math.floor(SECOND / Math.max(20, size)) }, onProgress);
}
