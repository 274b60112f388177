import { clearTouched, type Touched, touchBox, touchedCost, touchNode } from './annealCost.ts';
import { type Crowd, crowdCost, refile } from './annealCrowd.ts';
import { type AnnealState, moveNode, placeLabel, placeName } from './annealState.ts';
import type { Random } from './layoutRandom.ts';

/** Px that discs keep from the frame's edge. */
const FRAME_GAP = 6;

/** An annealing under way. */
export interface Run {
  readonly s: AnnealState;
  readonly random: Random;
  readonly touched: Touched;
  /** From the schedule's reach down to 0: how far a disc is thrown. */
  heat: number;
  temperature: number;
  /** Nodes to move more often than others. */
  focus: readonly number[];
  /** Where everything is, for a large scene: the cost is then of what lies around. */
  readonly crowd?: Crowd;
}

/**
 * How much worse a proposal may be: a draw from p(worse than x) = 1 / (1 + x/8T)^8, which is close to Boltzmann's
 * exp(-x/T) but needs square roots only.
 */
function drawTolerance(run: Run): number {
  const u = 1 - run.random.next();
  return 8 * run.temperature * (1 / Math.sqrt(Math.sqrt(Math.sqrt(u))) - 1);
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}

function costOf({ s, touched, crowd }: Run, limit: number): number {
  return crowd ? crowdCost(crowd, touched, limit) : touchedCost(s, touched, limit);
}

/** Runs `apply`, keeps it if the change of cost is tolerable, else runs `revert`. The touched set must be filled. */
function propose(run: Run, apply: () => void, revert: () => void): void {
  const limit = costOf(run, Number.POSITIVE_INFINITY) + drawTolerance(run);
  apply();
  if (run.crowd) refile(run.crowd, run.touched);
  if (costOf(run, limit) > limit) {
    revert();
    if (run.crowd) refile(run.crowd, run.touched);
  }
  clearTouched(run.touched);
}

function proposePlace(run: Run, i: number, toX: number, toY: number): void {
  const { s, touched } = run;
  const x = s.x[i]!;
  const y = s.y[i]!;
  const edge = s.radius[i]! + FRAME_GAP;
  const nextX = clamp(toX, edge, s.width - edge);
  const nextY = clamp(toY, edge, s.height - edge);
  const side = s.side[i]!;
  touchNode(s, touched, i);
  const turn = run.random.next() < 0.25 ? run.random.below(4) : side;
  propose(
    run,
    () => {
      s.side[i] = turn;
      moveNode(s, i, nextX, nextY);
    },
    () => {
      s.side[i] = side;
      moveNode(s, i, x, y);
    },
  );
}

function proposeSwap(run: Run, i: number, j: number): void {
  const { s, touched } = run;
  const [ix, iy, jx, jy] = [s.x[i]!, s.y[i]!, s.x[j]!, s.y[j]!];
  touchNode(s, touched, i);
  touchNode(s, touched, j);
  propose(
    run,
    () => {
      moveNode(s, i, jx, jy);
      moveNode(s, j, ix, iy);
    },
    () => {
      moveNode(s, i, ix, iy);
      moveNode(s, j, jx, jy);
    },
  );
}

function proposeSide(run: Run, i: number): void {
  const { s } = run;
  const side = s.side[i]!;
  touchBox(run.touched, s.n + i);
  const next = (side + 1 + run.random.below(3)) & 3;
  propose(
    run,
    () => {
      s.side[i] = next;
      placeName(s, i);
    },
    () => {
      s.side[i] = side;
      placeName(s, i);
    },
  );
}

function proposeAt(run: Run, t: number): void {
  const { s } = run;
  if (t < 0 || s.labelWidth[t] === 0) return;
  const at = s.at[t]!;
  const next = clamp(at + (run.random.next() - 0.5) * (0.1 + 0.7 * run.heat), 0.05, 0.95);
  touchBox(run.touched, 2 * s.n + t);
  propose(
    run,
    () => {
      s.at[t] = next;
      placeLabel(s, t);
    },
    () => {
      s.at[t] = at;
      placeLabel(s, t);
    },
  );
}

/** Throws a disc somewhere around one that it is tied to, at a length that suits lines. */
function proposeAround(run: Run, i: number): void {
  const { s, random } = run;
  const ties = s.incident[i]!;
  if (ties.length === 0) return;
  const t = ties[random.below(ties.length)]!;
  const other = s.from[t] === i ? s.to[t]! : s.from[t]!;
  let dx = random.next() * 2 - 1;
  let dy = random.next() * 2 - 1;
  const norm = Math.sqrt(dx * dx + dy * dy);
  if (norm < 0.1) return;
  dx /= norm;
  dy /= norm;
  const reach = s.target * (0.7 + 0.9 * random.next()) + s.radius[i]! + s.radius[other]!;
  proposePlace(run, i, s.x[other]! + dx * reach, s.y[other]! + dy * reach);
}

/** Unit vectors towards the sides of SIDES. */
const SIDE_X = [0, 0, 1, -1];
const SIDE_Y = [1, -1, 0, 0];
/** Fewer lines than this leave a name room without help. */
const FAN_MIN = 4;
const FAN_SHARE = 0.12;

/**
 * Turns the discs around a well-connected one away from its name, the nearer to it the further, so that a gap opens
 * between its lines: single moves rarely find one, since each line is held by the next.
 */
function proposeFan(run: Run, i: number): void {
  const { s, random, touched } = run;
  const ties = s.incident[i]!;
  if (ties.length < FAN_MIN) return;
  const side = random.next() < 0.7 ? s.side[i]! : random.below(4);
  const turn = 0.25 * random.next();
  const before = s.side[i]!;
  const moves: { node: number; x: number; y: number; toX: number; toY: number }[] = [];
  touchNode(s, touched, i);
  for (const t of ties) {
    const node = s.from[t] === i ? s.to[t]! : s.from[t]!;
    const dx = s.x[node]! - s.x[i]!;
    const dy = s.y[node]! - s.y[i]!;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length === 0) continue;
    const facing = (dx * SIDE_X[side]! + dy * SIDE_Y[side]!) / length;
    if (facing <= 0) continue;
    const isLeft = SIDE_X[side]! * dy - SIDE_Y[side]! * dx > 0;
    // Half-angle form of a rotation: it needs no sine.
    const half = (isLeft ? turn : -turn) * facing * facing;
    const cos = (1 - half * half) / (1 + half * half);
    const sin = (2 * half) / (1 + half * half);
    const edge = s.radius[node]! + FRAME_GAP;
    moves.push({
      node,
      x: s.x[node]!,
      y: s.y[node]!,
      toX: clamp(s.x[i]! + cos * dx - sin * dy, edge, s.width - edge),
      toY: clamp(s.y[i]! + sin * dx + cos * dy, edge, s.height - edge),
    });
    touchNode(s, touched, node);
  }
  propose(
    run,
    () => {
      s.side[i] = side;
      placeName(s, i);
      for (const move of moves) moveNode(s, move.node, move.toX, move.toY);
    },
    () => {
      s.side[i] = before;
      placeName(s, i);
      for (const move of moves) moveNode(s, move.node, move.x, move.y);
    },
  );
}

function pickNode(run: Run): number {
  const { focus, random, s } = run;
  if (focus.length > 0 && random.next() < 0.6) return focus[random.below(focus.length)]!;
  return random.below(s.n);
}

function pickTie(run: Run, i: number): number {
  const ties = run.s.incident[i]!;
  return ties.length > 0 ? ties[run.random.below(ties.length)]! : -1;
}

/** One proposal, kept or not. A fifth slide a wording, an eighth turn a name, the rest move discs; a sketch has no wordings. */
export function proposeAny(run: Run): void {
  const { s, random } = run;
  const i = pickNode(run);
  const label = random.next();
  if (label < 0.12) return proposeSide(run, i);
  if (label < 0.32 && s.boxCount > s.n) return proposeAt(run, pickTie(run, i));
  if (random.next() < (s.boxCount > s.n ? FAN_SHARE : FAN_SHARE / 4)) return proposeFan(run, i);
  const kind = random.next();
  if (run.heat > 0.15 && s.n > 1) {
    if (kind < 0.12) return proposeSwap(run, i, (i + 1 + random.below(s.n - 1)) % s.n);
    if (kind < 0.2) return proposePlace(run, i, random.next() * s.width, random.next() * s.height);
    if (kind < 0.32) return proposeAround(run, i);
  }
  const reach = 3 + run.heat * 0.35 * Math.max(s.width, s.height);
  const toX = s.x[i]! + (random.next() + random.next() - 1) * reach;
  const toY = s.y[i]! + (random.next() + random.next() - 1) * reach;
  return proposePlace(run, i, toX, toY);
}
