import { anneal, type Heat, restoreSnapshot, type Snapshot, takeSnapshot } from './anneal.ts';
import { type AnnealState, createAnnealState, readPlacement } from './annealState.ts';
import { auditLayout } from './layoutAudit.ts';
import { layoutByKind } from './layoutByKind.ts';
import { forceLayout } from './layoutForce.ts';
import { placeMore } from './layoutMore.ts';
import type { LayoutProblem, Placement } from './layoutProblem.ts';
import { createRandom, type Random } from './layoutRandom.ts';
import { reshapeLayout } from './layoutReshape.ts';
import { startPositions } from './layoutStart.ts';

/** How much work a layout may be: proposals of the annealer with labels, restarts included. */
export interface Effort {
  readonly iterations: number;
}

/** Without wordings: settles what crosses what, and cheaply. */
const SKETCH = { hot: 100, cold: 1, reach: 1 };
const SKETCHES = 4;
/** With labels, not so hot that the sketch is lost. */
const FULL = { hot: 22, cold: 0.5, reach: 0.5 };
const REPAIR = { hot: 25, cold: 0.3, reach: 0.3, mends: true };
const POLISH = { hot: 2, cold: 0.02, reach: 0.05 };
const SHARES = { sketch: 1.2, full: 0.45, repair: 0.07, polish: 0.1 };
const REPAIRS = 6;
/** Sketches come on top: their proposals cost a third. */
const TOTAL = SHARES.sketch + SHARES.full + REPAIRS * SHARES.repair + SHARES.polish;
/** Proposals that one run can use well for its discs; with more there are more runs, of which the best counts. */
const RUN_PROPOSALS = 250_000;
const RUNS_MAX = 12;

function isClean(problem: LayoutProblem, s: AnnealState): boolean {
  const audit = auditLayout(problem, readPlacement(problem, s));
  return audit.overlaps + audit.linesThrough + audit.shortLines + audit.outside === 0 && audit.minGap >= 4;
}

interface Job {
  readonly problem: LayoutProblem;
  readonly s: AnnealState;
  readonly iterations: number;
  /** Anneals what is in the state now. */
  run(share: number, heat: Heat, random: Random): void;
}

function createJob(problem: LayoutProblem, iterations: number, onProgress?: (done: number) => void): Job {
  const s = createAnnealState(problem);
  let spent = 0;
  const run: Job['run'] = (share, heat, random) => {
    const proposals = Math.floor(iterations * share);
    const start = spent;
    spent += proposals;
    anneal(s, { proposals, ...heat }, random, (made) =>
      onProgress?.(Math.min(0.99, (start + made) / iterations / TOTAL)),
    );
  };
  return { problem, s, iterations, run };
}
/** The best of a few cheap starts, left in the state. */
function sketch(job: Job, share: number, random: Random): void {
  const { s } = job;
  s.boxCount = s.n;
  const tried = Array.from({ length: SKETCHES }, () => {
    startPositions(s, random);
    job.run(share / SKETCHES, SKETCH, random);
    return takeSnapshot(s);
  });
  s.boxCount = 2 * s.n + s.m;
  restoreSnapshot(s, cheapest(tried));
}

function cheapest(snapshots: readonly Snapshot[]): Snapshot {
  return snapshots.reduce((best, next) => (next.cost < best.cost ? next : best));
}

/**
 * Places discs, names and wordings so that nothing touches and the frame is filled, by annealing: cheap sketches of
 * discs and lines, the best of them with all labels, again from other starts where there is effort for it; then what
 * still collides is shaken loose and the best polished. The same problem and effort give the same placement in every
 * engine. For about 60 nodes at most; a million iterations are about 9 s for 22 nodes and 29 ties, and the time grows
 * with degree × (nodes + ties). Three million find the best picture of a story, 100,000 usually a clean one.
 */
export function solveLayout(problem: LayoutProblem, effort: Effort, onProgress?: (done: number) => void): Placement {
  const iterations = Number.isFinite(effort.iterations) ? Math.max(0, Math.floor(effort.iterations)) : 0;
  const job = createJob(problem, iterations, onProgress);
  const { s } = job;
  if (s.n === 0) return readPlacement(problem, s);
  const runs = Math.min(RUNS_MAX, Math.max(1, Math.floor(iterations / RUN_PROPOSALS)));
  const tried = Array.from({ length: runs }, (_, run) => {
    const random = createRandom(problem.seed + run * 7919);
    sketch(job, SHARES.sketch / runs, random);
    job.run(SHARES.full / runs, FULL, random);
    return takeSnapshot(s);
  });
  restoreSnapshot(s, cheapest(tried));
  const random = createRandom(problem.seed + 104_729);
  for (let pass = 0; pass < REPAIRS && !isClean(problem, s); pass += 1) {
    const before = takeSnapshot(s);
    job.run(SHARES.repair, REPAIR, random);
    restoreSnapshot(s, cheapest([before, takeSnapshot(s)]));
  }
  job.run(SHARES.polish, POLISH, random);
  onProgress?.(1);
  return readPlacement(problem, s);
}

/** Above this many nodes annealing takes too long and finds too little room. */
const ANNEAL_MAX = 60;
/** Proposals × (nodes + ties) that take about a second. */
const SECOND = 3_300_000;
/** Proposals per node and tie beyond which a small scene becomes no better (16 random ones of 3, 6, 10 and 13 nodes each). */
const ENOUGH = 2500;

/**
 * Places any scene, in about a second at most: up to 60 nodes as `solveLayout`, larger ones with forces in a frame that may be
 * larger than `width` × `height`, where wordings without room get `at` -1 (not drawn until asked for). What is placed
 * already stays (`placeMore`); columns by kind are `layoutByKind`. For the best picture of a small scene call
 * `solveLayout` with an effort of millions.
 */
export function layoutScene(problem: LayoutProblem, onProgress?: (done: number) => void): Placement {
  const { nodes, ties, placed, columns, reshape } = problem;
  if (reshape) return reshapeLayout(problem, reshape);
  if (columns) return layoutByKind(problem, columns);
  if (placed && nodes.some(({ id }) => placed.nodes.has(id))) return placeMore(problem, placed);
  if (nodes.length > ANNEAL_MAX) return forceLayout(problem);
  const size = nodes.length + ties.length;
  return solveLayout(problem, { iterations: Math.min(ENOUGH * size, Math.floor(SECOND / size)) }, onProgress);
}
