import type { AnnealState } from './annealState.ts';
import { LINE_SHOWN } from './layoutProblem.ts';

/** What the annealer pays, in units of its temperature. What must not be costs far more than what should not be. */
export const WEIGHTS = {
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
  side: [0, 0.8, 1.4, 1.4],
  centre: 90,
  repulsion: 2.2,
  corner: 30,
} as const;

/** Px kept free between two boxes, between a line and another's box, and at the frame. */
export const BOX_GAP = 5;
const LINE_GAP = 4;
/** A name stands 3 px from its disc, so lines that leave the disc cannot keep more. */
const OWN_NAME_GAP = 2;
const FRAME_GAP = 6;
/** A line without a wording still wants to be seen. */
const BARE_LINE = 36;

/** Two boxes too near each other: a lump and the depth. */
function boxPair(s: AnnealState, a: number, b: number): number {
  const across = Math.min(s.right[a]!, s.right[b]!) - Math.max(s.left[a]!, s.left[b]!) + BOX_GAP;
  if (across <= 0) return 0;
  const down = Math.min(s.bottom[a]!, s.bottom[b]!) - Math.max(s.top[a]!, s.top[b]!) + BOX_GAP;
  if (down <= 0) return 0;
  return WEIGHTS.overlap + WEIGHTS.overlapPx * Math.min(across, down);
}

/** A line through a box (Liang-Barsky): a lump and the length inside. */
function lineBox(s: AnnealState, t: number, b: number): number {
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
function linePair(s: AnnealState, t: number, u: number): number {
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
function discPair(s: AnnealState, i: number, j: number): number {
  const dx = s.x[i]! - s.x[j]!;
  const dy = s.y[i]! - s.y[j]!;
  const squared = dx * dx + dy * dy + 1;
  return Math.min(50, (WEIGHTS.repulsion * s.target * s.target) / squared);
}

function outside(s: AnnealState, b: number): number {
  if (s.left[b]! > s.right[b]!) return 0;
  const over =
    Math.max(0, FRAME_GAP - s.left[b]!) +
    Math.max(0, FRAME_GAP - s.top[b]!) +
    Math.max(0, s.right[b]! - s.width + FRAME_GAP) +
    Math.max(0, s.bottom[b]! - s.height + FRAME_GAP);
  return over === 0 ? 0 : WEIGHTS.outside + WEIGHTS.outsidePx * over;
}

/** Px of own line that are missing beside the wording. */
function lineLack(s: AnnealState, t: number): number {
  const length = s.length[t]!;
  const covered = s.covered[t]!;
  if (covered === 0) return Math.max(0, BARE_LINE - length);
  const before = s.at[t]! * length;
  const need = covered + LINE_SHOWN + 2;
  return Math.max(0, need - before) + Math.max(0, need - (length - before));
}

function ownLine(s: AnnealState, t: number): number {
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

/** What is changed by a move: marked boxes and lines, listed once each. */
export interface Touched {
  readonly boxes: number[];
  readonly lines: number[];
  readonly nodes: number[];
  readonly boxMark: Uint8Array;
  readonly lineMark: Uint8Array;
}

/** A set of touched things with nothing in it. */
export function createTouched(s: AnnealState): Touched {
  return {
    boxes: [],
    lines: [],
    nodes: [],
    boxMark: new Uint8Array(2 * s.n + s.m),
    lineMark: new Uint8Array(s.m),
  };
}

/** Empties the set. */
export function clearTouched(touched: Touched): void {
  for (const b of touched.boxes) touched.boxMark[b] = 0;
  for (const t of touched.lines) touched.lineMark[t] = 0;
  touched.boxes.length = 0;
  touched.lines.length = 0;
  touched.nodes.length = 0;
}

/** Adds one box (a name or a wording). */
export function touchBox(touched: Touched, box: number): void {
  if (touched.boxMark[box] === 1) return;
  touched.boxMark[box] = 1;
  touched.boxes.push(box);
}

/** Adds a disc with its name and its lines and, unless this is a sketch, their wordings. */
export function touchNode(s: AnnealState, touched: Touched, i: number): void {
  if (touched.boxMark[i] === 0) touched.nodes.push(i);
  touchBox(touched, i);
  const full = s.boxCount > s.n;
  if (full) touchBox(touched, s.n + i);
  for (const t of s.incident[i]!) {
    if (full) touchBox(touched, 2 * s.n + t);
    if (touched.lineMark[t] === 1) continue;
    touched.lineMark[t] = 1;
    touched.lines.push(t);
  }
}

/** True where line t may pass box b: its own wording and the discs at its ends. */
function isOwnBox(s: AnnealState, t: number, b: number): boolean {
  return b === s.from[t] || b === s.to[t] || b === 2 * s.n + t;
}

/** In a sketch a name meets only the lines of its own disc: they must leave it room. */
function sketchedNameCost(s: AnnealState, name: number): number {
  const ties = s.incident[name - s.n]!;
  let cost = 0;
  for (let k = 0; k < ties.length; k += 1) cost += lineBox(s, ties[k]!, name);
  return cost;
}

function boxCost(s: AnnealState, touched: Touched, a: number): number {
  if (a >= s.boxCount) return sketchedNameCost(s, a);
  const { boxMark, lineMark } = touched;
  const count = s.boxCount;
  let cost = outside(s, a);
  if (s.left[a]! > s.right[a]!) return 0;
  const partner = a < s.n ? a + s.n : a < 2 * s.n ? a - s.n : -1;
  for (let b = 0; b < count; b += 1) {
    if (b === a || b === partner || (boxMark[b] === 1 && b < a)) continue;
    cost += boxPair(s, a, b);
  }
  for (let t = 0; t < s.m; t += 1) {
    if (lineMark[t] === 1 || s.loop[t] === 1 || isOwnBox(s, t, a)) continue;
    cost += lineBox(s, t, a);
  }
  return cost;
}

function lineCost(s: AnnealState, touched: Touched, t: number): number {
  const count = s.boxCount;
  let cost = ownLine(s, t);
  for (let b = 0; b < count; b += 1) if (!isOwnBox(s, t, b)) cost += lineBox(s, t, b);
  if (count === s.n) cost += lineBox(s, t, s.n + s.from[t]!) + lineBox(s, t, s.n + s.to[t]!);
  for (let u = 0; u < s.m; u += 1) {
    if (u === t || s.loop[u] === 1 || (touched.lineMark[u] === 1 && u < t)) continue;
    cost += linePair(s, t, u);
  }
  return cost;
}

function nodeCost(s: AnnealState, touched: Touched, i: number): number {
  let cost = 0;
  for (let j = 0; j < s.n; j += 1) {
    if (j === i || (touched.boxMark[j] === 1 && j < i)) continue;
    cost += discPair(s, i, j);
  }
  if (i === s.centre) {
    const dx = (s.x[i]! - s.width / 2) / s.width;
    const dy = (s.y[i]! - s.height / 2) / s.height;
    cost += WEIGHTS.centre * (dx * dx + dy * dy);
  }
  return cost;
}

/** How far the four corners are from the nearest disc: an empty corner looks unfinished. O(n). */
function cornerCost(s: AnnealState): number {
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

/**
 * What the touched things cost together with everything else, each pair once. Stops early, with what it has, beyond
 * `limit`: every term is positive. O(touched × (n + m)).
 */
export function touchedCost(s: AnnealState, touched: Touched, limit: number): number {
  let cost = touched.nodes.length > 0 ? cornerCost(s) : 0;
  for (let k = 0; k < touched.nodes.length; k += 1) cost += nodeCost(s, touched, touched.nodes[k]!);
  for (let k = 0; k < touched.lines.length && cost <= limit; k += 1) cost += lineCost(s, touched, touched.lines[k]!);
  for (let k = 0; k < touched.boxes.length && cost <= limit; k += 1) {
    const box = touched.boxes[k]!;
    cost += boxCost(s, touched, box);
    if (box >= s.n && box < 2 * s.n) cost += WEIGHTS.side[s.side[box - s.n]! as 0 | 1 | 2 | 3];
    else if (box >= 2 * s.n && touched.lineMark[box - 2 * s.n] === 0) cost += ownLine(s, box - 2 * s.n);
  }
  return cost;
}

/** What the whole state costs, from nothing: O((n + m)²). */
export function totalCost(s: AnnealState): number {
  const all = createTouched(s);
  for (let i = 0; i < s.n; i += 1) touchNode(s, all, i);
  return touchedCost(s, all, Number.POSITIVE_INFINITY);
}

/** Nodes that have a part in a collision: their disc, name, line or wording. Each once, ascending. O((n + m)²). */
export function findCollidingNodes(s: AnnealState): number[] {
  const found = new Uint8Array(s.n);
  const addTie = (t: number): void => {
    found[s.from[t]!] = 1;
    found[s.to[t]!] = 1;
  };
  const addBox = (b: number): void => {
    if (b >= 2 * s.n) addTie(b - 2 * s.n);
    else found[b % s.n] = 1;
  };
  for (let a = 0; a < s.boxCount; a += 1) {
    for (let b = a + 1; b < s.boxCount; b += 1) {
      if ((b === a + s.n && a < s.n) || boxPair(s, a, b) === 0) continue;
      addBox(a);
      addBox(b);
    }
    if (outside(s, a) > 0) addBox(a);
    for (let t = 0; t < s.m; t += 1) {
      if (s.loop[t] === 1 || isOwnBox(s, t, a) || lineBox(s, t, a) === 0) continue;
      addBox(a);
      addTie(t);
    }
  }
  for (let t = 0; t < s.m; t += 1) if (s.loop[t] === 0 && lineLack(s, t) > 0) addTie(t);
  return [...found.keys()].filter((i) => found[i] === 1);
}
