import { createTouched, findCollidingNodes, totalCost } from './annealCost.ts';
import { createCrowd } from './annealCrowd.ts';
import { proposeAny, type Run } from './annealMoves.ts';
import { type AnnealState, placeAll } from './annealState.ts';
import type { Random } from './layoutRandom.ts';

/** How hot a run starts and ends, and how far it throws discs at first (1: about a third of the frame). */
export interface Heat {
  readonly hot: number;
  readonly cold: number;
  readonly reach: number;
  /** Whether what collides is moved more often than the rest. */
  readonly mends?: boolean;
  /** For many discs: looks at what lies around a proposal only, not at empty corners. */
  readonly near?: boolean;
}

/** A run: its heat and how many proposals it makes. */
export interface Schedule extends Heat {
  readonly proposals: number;
}

/** Proposals between two temperatures. */
const ROUND = 64;
/** Rounds between two looks at what collides. */
const MEND_ROUNDS = 8;
/** What is kept of a state: positions, sides and `at`. */
export interface Snapshot {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly side: Uint8Array;
  readonly at: Float64Array;
  readonly cost: number;
}

/** A copy of where everything is, with its total cost. */
export function takeSnapshot(s: AnnealState): Snapshot {
  return { x: s.x.slice(), y: s.y.slice(), side: s.side.slice(), at: s.at.slice(), cost: totalCost(s) };
}

/** Puts everything back to where it was. */
export function restoreSnapshot(s: AnnealState, kept: Snapshot): void {
  s.x.set(kept.x);
  s.y.set(kept.y);
  s.side.set(kept.side);
  s.at.set(kept.at);
  placeAll(s);
}

/**
 * Simulated annealing of the state in place after Davidson and Harel (1996), with names and wordings as boxes:
 * `proposals` random changes, each kept if it is better or tolerably worse at the temperature, which falls from `hot`
 * to `cold` by equal factors. Each proposal costs O(degree × (n + m)). `onRound` is told the proposals made.
 */
export function anneal(s: AnnealState, schedule: Schedule, random: Random, onRound?: (made: number) => void): void {
  if (s.n === 0) return;
  placeAll(s);
  const rounds = Math.max(1, Math.ceil(schedule.proposals / ROUND));
  const factor = coolingFactor(schedule, rounds);
  const run: Run = {
    s,
    random,
    touched: createTouched(s),
    heat: 1,
    temperature: schedule.hot,
    focus: [],
    ...(schedule.near ? { crowd: createCrowd(s) } : {}),
  };
  for (let round = 0; round < rounds; round += 1) {
    const left = 1 - round / rounds;
    run.heat = left * left * schedule.reach;
    if (schedule.mends === true && round % MEND_ROUNDS === 0) run.focus = findCollidingNodes(s);
    for (let k = 0; k < ROUND; k += 1) proposeAny(run);
    run.temperature *= factor;
    onRound?.(Math.min(schedule.proposals, (round + 1) * ROUND));
  }
}

/** The number whose power to `rounds` is cold / hot, by bisection: roots and powers differ between engines. */
function coolingFactor(schedule: Schedule, rounds: number): number {
  const wanted = schedule.cold / schedule.hot;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (raise(middle, rounds) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

/** A power by repeated squaring. */
function raise(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
