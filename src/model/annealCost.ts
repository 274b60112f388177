import type { AnnealState } from './annealState.ts';
import {
  boxPair,
  centreCost,
  cornerCost,
  discPair,
  isOwnBox,
  lineBox,
  lineLack,
  linePair,
  outside,
  ownBoxCost,
  ownLine,
  strayCost,
} from './annealTerms.ts';

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

/** In a sketch a name meets only the lines of its own disc: they must leave it room. */
function sketchedNameCost(s: AnnealState, name: number): number {
  const ties = s.incident[name - s.n]!;
  let cost = 0;
  for (let k = 0; k < ties.length; k += 1) cost += lineBox(s, ties[k]!, name);
  return cost;
}

/** Px: further apart than this, no gap that costs is missing: what is further is passed over before it is looked at. */
const REACH = 6;

function boxCost(s: AnnealState, touched: Touched, a: number): number {
  if (a >= s.boxCount) return sketchedNameCost(s, a);
  const { boxMark, lineMark } = touched;
  const { left, right, top, bottom, lineLeft, lineRight, lineTop, lineBottom, boxCount: count, m } = s;
  let cost = outside(s, a);
  const [low, high, above, below] = [left[a]! - REACH, right[a]! + REACH, top[a]! - REACH, bottom[a]! + REACH];
  if (left[a]! > right[a]!) return 0;
  const partner = a < s.n ? a + s.n : a < 2 * s.n ? a - s.n : -1;
  for (let b = 0; b < count; b += 1) {
    if (left[b]! > high || right[b]! < low || top[b]! > below || bottom[b]! < above) continue;
    if (b === a || b === partner || (boxMark[b] === 1 && b < a)) continue;
    cost += boxPair(s, a, b);
  }
  for (let t = 0; t < m; t += 1) {
    if (lineLeft[t]! > high || lineRight[t]! < low || lineTop[t]! > below || lineBottom[t]! < above) continue;
    if (lineMark[t] === 1 || s.loop[t] === 1 || isOwnBox(s, t, a)) continue;
    cost += lineBox(s, t, a);
  }
  return cost;
}

function lineCost(s: AnnealState, touched: Touched, t: number): number {
  const { left, right, top, bottom, lineLeft, lineRight, lineTop, lineBottom, boxCount: count, m, loop } = s;
  const { lineMark } = touched;
  let cost = ownLine(s, t);
  const low = lineLeft[t]!;
  const high = lineRight[t]!;
  const above = lineTop[t]!;
  const below = lineBottom[t]!;
  for (let k = 0; k < count; k += 1) {
    if (left[k]! > high + REACH || right[k]! < low - REACH) continue;
    if (top[k]! > below + REACH || bottom[k]! < above - REACH || isOwnBox(s, t, k)) continue;
    cost += lineBox(s, t, k);
  }
  if (count === s.n) cost += lineBox(s, t, s.n + s.from[t]!) + lineBox(s, t, s.n + s.to[t]!);
  for (let u = 0; u < m; u += 1) {
    if (lineLeft[u]! > high || lineRight[u]! < low || lineTop[u]! > below || lineBottom[u]! < above) continue;
    if (u === t || loop[u] === 1 || (lineMark[u] === 1 && u < t)) continue;
    cost += linePair(s, t, u);
  }
  return cost;
}

function nodeCost(s: AnnealState, touched: Touched, i: number): number {
  let cost = strayCost(s, i);
  for (let j = 0; j < s.n; j += 1) {
    if (j === i || (touched.boxMark[j] === 1 && j < i)) continue;
    cost += discPair(s, i, j);
  }
  if (i === s.centre) cost += centreCost(s);
  return cost;
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
    cost += ownBoxCost(s, box, touched.lineMark);
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
