import type { AnnealState } from './annealState.ts';
import { LINE_SHOWN } from './layoutProblem.ts';

/** What the annealer pays, in units of its temperature. What must not be costs far more than what should not be. */
const WEIGHTS = {
  overlap: 70,
  overlapPx: 1.2,
  through: 75,
  throughPx: 0.6,
  short: 50,
  shortPx: 3,
  outside: 40,
  outsidePx: 2,
  crossing: 40,
  crossingAngle: 20,
  sharedAngle: 60,
  length: 5,
  at: 6,
  centre: 800,
  repulsion: 2.2,
  corner: 30,
  stray: 400,
} as const;

/** Px kept free between two boxes, between a line and another's box, and at the frame. */
const BOX_GAP = 5;
const LINE_GAP = 4;
/** A name stands 3 px from its disc, so lines that leave the disc cannot keep more. */
const OWN_NAME_GAP = 2;
const FRAME_GAP = 6;
/** A line without a wording still wants to be seen. */
const BARE_LINE = 36;

/** Two boxes too near each other: a lump and the depth. */
export function boxPair(s: AnnealState, a: number, b: number): number {
  const across = Math.min(s.right[a]!, s.right[b]!) - Math.max(s.left[a]!, s.left[b]!) + BOX_GAP;
  if (across <= 0) return 0;
  const down = Math.min(s.bottom[a]!, s.bottom[b]!) - Math.max(s.top[a]!, s.top[b]!) + BOX_GAP;
  if (down <= 0) return 0;
  return WEIGHTS.overlap + WEIGHTS.overlapPx * Math.min(across, down);
}

/** A line through a box (Liang-Barsky): a lump and the length inside. */
export function lineBox(s: AnnealState, t: number, b: number): number {
  const x0 = s.lineX0[t]!;
  const x1 = s.lineX1[t]!;
  const gap = b === s.n + s.from[t]! || b === s.n + s.to[t]! ? OWN_NAME_GAP : LINE_GAP;
  const left = s.left[b]! - gap;
  const right = s.right[b]! + gap;
  if ((x0 < left && x1 < left) || (x0 > right && x1 > right)) return 0;
  const y0 = s.lineY0[t]!;
  const y1 = s.lineY1[t]!;
  const top = s.top[b]! - gap;
  const bottom = s.bottom[b]! + gap;
  if ((y0 < top && y1 < top) || (y0 > bottom && y1 > bottom)) return 0;
  const dx = x1 - x0;
  const dy = y1 - y0;
  let enter = 0;
  let leave = 1;
  if (dx !== 0) {
    const p = (left - x0) / dx;
    const q = (right - x0) / dx;
    enter = Math.max(enter, Math.min(p, q));
    leave = Math.min(leave, Math.max(p, q));
  }
  if (dy !== 0) {
    const p = (top - y0) / dy;
    const q = (bottom - y0) / dy;
    enter = Math.max(enter, Math.min(p, q));
    leave = Math.min(leave, Math.max(p, q));
  }
  if (leave <= enter) return 0;
  return WEIGHTS.through + WEIGHTS.throughPx * (leave - enter) * Math.max(0, s.length[t]!);
}

/** Two lines of one disc should leave it well apart: from cosine 0.9 on it costs. */
function sharedPair(s: AnnealState, t: number, u: number, shared: number): number {
  const a = s.from[t] === shared ? s.to[t]! : s.from[t]!;
  const b = s.from[u] === shared ? s.to[u]! : s.from[u]!;
  const ax = s.x[a]! - s.x[shared]!;
  const ay = s.y[a]! - s.y[shared]!;
  const bx = s.x[b]! - s.x[shared]!;
  const by = s.y[b]! - s.y[shared]!;
  const dot = ax * bx + ay * by;
  if (dot <= 0) return 0;
  const product = (ax * ax + ay * ay) * (bx * bx + by * by);
  const excess = dot * dot - 0.81 * product;
  return excess <= 0 ? 0 : (WEIGHTS.sharedAngle * excess) / product;
}

/** Two lines that cross: a lump, and more the flatter the angle. */
export function linePair(s: AnnealState, t: number, u: number): number {
  const a = s.from[t]!;
  const b = s.to[t]!;
  const c = s.from[u]!;
  const d = s.to[u]!;
  if (a === c || a === d) return sharedPair(s, t, u, a);
  if (b === c || b === d) return sharedPair(s, t, u, b);
  const ax = s.lineX0[t]!;
  const bx = s.lineX1[t]!;
  const cx = s.lineX0[u]!;
  const dx = s.lineX1[u]!;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return 0;
  const ay = s.lineY0[t]!;
  const by = s.lineY1[t]!;
  const cy = s.lineY0[u]!;
  const dy = s.lineY1[u]!;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return 0;
  const tx = bx - ax;
  const ty = by - ay;
  const ux = dx - cx;
  const uy = dy - cy;
  const side1 = (tx * (cy - ay) - ty * (cx - ax)) * (tx * (dy - ay) - ty * (dx - ax));
  if (side1 > 0) return 0;
  const side2 = (ux * (ay - cy) - uy * (ax - cx)) * (ux * (by - cy) - uy * (bx - cx));
  if (side2 > 0) return 0;
  const product = (tx * tx + ty * ty) * (ux * ux + uy * uy);
  const dot = tx * ux + ty * uy;
  return WEIGHTS.crossing + (product === 0 ? 0 : (WEIGHTS.crossingAngle * dot * dot) / product);
}

/** Discs push each other apart, so that the frame fills. */
export function discPair(s: AnnealState, i: number, j: number): number {
  const dx = s.x[i]! - s.x[j]!;
  const dy = s.y[i]! - s.y[j]!;
  const squared = dx * dx + dy * dy + 1;
  return Math.min(50, (WEIGHTS.repulsion * s.target * s.target) / squared);
}

/** A box that leaves the frame or comes too near its edge. */
export function outside(s: AnnealState, b: number): number {
  if (s.left[b]! > s.right[b]!) return 0;
  const over =
    Math.max(0, FRAME_GAP - s.left[b]!) +
    Math.max(0, FRAME_GAP - s.top[b]!) +
    Math.max(0, s.right[b]! - s.width + FRAME_GAP) +
    Math.max(0, s.bottom[b]! - s.height + FRAME_GAP);
  return over === 0 ? 0 : WEIGHTS.outside + WEIGHTS.outsidePx * over;
}

/** Px of own line that are missing beside the wording. */
export function lineLack(s: AnnealState, t: number): number {
  const length = s.length[t]!;
  const covered = s.covered[t]!;
  if (covered === 0) return Math.max(0, BARE_LINE - length);
  const before = s.at[t]! * length;
  const need = covered + LINE_SHOWN + 2;
  return Math.max(0, need - before) + Math.max(0, need - (length - before));
}

/** What a tie's own line costs: too short beside its wording, far from the wished length, wording off its middle. */
export function ownLine(s: AnnealState, t: number): number {
  const length = s.length[t]!;
  const at = s.at[t]!;
  const covered = s.covered[t]!;
  const lack = lineLack(s, t);
  const cost = lack > 0 ? WEIGHTS.short + WEIGHTS.shortPx * lack : 0;
  const need = covered === 0 ? BARE_LINE / 2 : LINE_SHOWN + 2;
  const wish = Math.max(s.target, 2 * covered + 2 * need + 10);
  const ratio = (length - wish) / s.target;
  return cost + WEIGHTS.length * ratio * ratio + WEIGHTS.at * (at - 0.5) * (at - 0.5);
}

/** True where line t may pass box b: its own wording and the discs at its ends. */
export function isOwnBox(s: AnnealState, t: number, b: number): boolean {
  return b === s.from[t] || b === s.to[t] || b === 2 * s.n + t;
}

/** How far the four corners are from the nearest disc: an empty corner looks unfinished. O(n). */
export function cornerCost(s: AnnealState): number {
  let sum = 0;
  for (let corner = 0; corner < 4; corner += 1) {
    const cx = (corner & 1) * s.width;
    const cy = (corner >> 1) * s.height;
    let nearest = s.width * s.width + s.height * s.height;
    for (let i = 0; i < s.n; i += 1) {
      const dx = s.x[i]! - cx;
      const dy = s.y[i]! - cy;
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    sum += nearest;
  }
  return (WEIGHTS.corner * sum) / (s.width * s.width + s.height * s.height);
}

/** Names belong under their discs; above and beside cost a little. */
function sideCost(side: number): number {
  return side === 0 ? 0 : side === 1 ? 0.8 : 1.4;
}

/** What a touched box costs by itself: a name's side, or a wording's own line where that is not touched, and so counted, too. */
export function ownBoxCost(s: AnnealState, box: number, lineMark: Uint8Array): number {
  if (box >= 2 * s.n) return lineMark[box - 2 * s.n] === 0 ? ownLine(s, box - 2 * s.n) : 0;
  return box >= s.n ? sideCost(s.side[box - s.n]!) : 0;
}

/** How far a disc strays from where it would rather be, squared. */
export function strayCost(s: AnnealState, i: number): number {
  if (s.anchors === null) return 0;
  const dx = s.x[i]! / s.width - s.anchors.x[i]!;
  const dy = s.y[i]! / s.height - s.anchors.y[i]!;
  return WEIGHTS.stray * (dx * dx + dy * dy);
}

/** How far the centre node is from the middle, squared. */
export function centreCost(s: AnnealState): number {
  if (s.centre < 0) return 0;
  const dx = (s.x[s.centre]! - s.width / 2) / s.width;
  const dy = (s.y[s.centre]! - s.height / 2) / s.height;
  return WEIGHTS.centre * (dx * dx + dy * dy);
}
