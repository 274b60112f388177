import type { Touched } from './annealCost.ts';
import type { AnnealState } from './annealState.ts';
import {
  boxPair,
  centreCost,
  isOwnBox,
  lineBox,
  linePair,
  outside,
  ownBoxCost,
  ownLine,
  strayCost,
} from './annealTerms.ts';

/** Px of a cell's side, and how far a box is filed beyond its edges: further than any gap that costs. */
const CELL = 96;
const REACH = 6;
/** Among many discs many lines must pass through names: a collision of two boxes then weighs so much more. */
const FIRM = { from: 60, times: 4 } as const;

/** A working copy's boxes and lines, filed by where they are, so that a proposal looks at its surroundings only. */
export interface Crowd {
  readonly s: AnnealState;
  readonly columns: number;
  readonly rows: number;
  readonly boxCells: readonly number[][];
  readonly lineCells: readonly number[][];
  /** Where each box and line is filed now. */
  readonly boxHomes: readonly number[][];
  readonly lineHomes: readonly number[][];
  readonly boxSeen: Int32Array;
  readonly lineSeen: Int32Array;
  asking: number;
  readonly firm: number;
}

function columnOf(crowd: Crowd, x: number): number {
  return Math.min(crowd.columns - 1, Math.max(0, Math.floor(x / CELL)));
}

function rowOf(crowd: Crowd, y: number): number {
  return Math.min(crowd.rows - 1, Math.max(0, Math.floor(y / CELL)));
}

function file(home: number[], cells: readonly number[][], id: number, cell: number): void {
  home.push(cell);
  cells[cell]!.push(id);
}

function unfile(home: number[], cells: readonly number[][], id: number): void {
  for (let k = 0; k < home.length; k += 1) {
    const cell = cells[home[k]!]!;
    const last = cell.pop()!;
    if (last !== id) cell[cell.indexOf(id)] = last;
  }
  home.length = 0;
}

function fileBox(crowd: Crowd, b: number): void {
  const { s, columns } = crowd;
  const home = crowd.boxHomes[b]!;
  unfile(home, crowd.boxCells, b);
  if (s.left[b]! > s.right[b]! || b >= s.boxCount) return;
  const right = columnOf(crowd, s.right[b]! + REACH);
  const bottom = rowOf(crowd, s.bottom[b]! + REACH);
  for (let row = rowOf(crowd, s.top[b]! - REACH); row <= bottom; row += 1) {
    for (let column = columnOf(crowd, s.left[b]! - REACH); column <= right; column += 1) {
      file(home, crowd.boxCells, b, row * columns + column);
    }
  }
}

/** Files a line in every cell that it passes, column by column. */
function fileLine(crowd: Crowd, t: number): void {
  const { s, columns } = crowd;
  const home = crowd.lineHomes[t]!;
  unfile(home, crowd.lineCells, t);
  if (s.loop[t] === 1) return;
  const isForward = s.lineX0[t]! <= s.lineX1[t]!;
  const x0 = isForward ? s.lineX0[t]! : s.lineX1[t]!;
  const y0 = isForward ? s.lineY0[t]! : s.lineY1[t]!;
  const x1 = isForward ? s.lineX1[t]! : s.lineX0[t]!;
  const y1 = isForward ? s.lineY1[t]! : s.lineY0[t]!;
  const slope = x1 - x0 > 1e-6 ? (y1 - y0) / (x1 - x0) : 0;
  const last = columnOf(crowd, x1);
  for (let column = columnOf(crowd, x0); column <= last; column += 1) {
    const enter = slope === 0 ? y0 : y0 + slope * (Math.max(x0, column * CELL) - x0);
    const leave = slope === 0 ? y1 : y0 + slope * (Math.min(x1, (column + 1) * CELL) - x0);
    const bottom = rowOf(crowd, Math.max(enter, leave));
    for (let row = rowOf(crowd, Math.min(enter, leave)); row <= bottom; row += 1) {
      file(home, crowd.lineCells, t, row * columns + column);
    }
  }
}

/** Files everything of a state where it is now. */
export function createCrowd(s: AnnealState): Crowd {
  const columns = Math.max(1, Math.ceil(s.width / CELL));
  const rows = Math.max(1, Math.ceil(s.height / CELL));
  const lists = (count: number): number[][] => Array.from({ length: count }, () => []);
  const boxes = 2 * s.n + s.m;
  const crowd: Crowd = {
    s,
    columns,
    rows,
    boxCells: lists(columns * rows),
    lineCells: lists(columns * rows),
    boxHomes: lists(boxes),
    lineHomes: lists(s.m),
    boxSeen: new Int32Array(boxes),
    lineSeen: new Int32Array(s.m),
    asking: 0,
    firm: s.n > FIRM.from ? FIRM.times : 1,
  };
  for (let b = 0; b < boxes; b += 1) fileBox(crowd, b);
  for (let t = 0; t < s.m; t += 1) fileLine(crowd, t);
  return crowd;
}

/** Files what was touched again, after it moved. */
export function refile(crowd: Crowd, touched: Touched): void {
  for (const b of touched.boxes) fileBox(crowd, b);
  for (const t of touched.lines) fileLine(crowd, t);
}

function boxCost(crowd: Crowd, touched: Touched, a: number): number {
  const { s, boxSeen, lineSeen, boxCells, lineCells } = crowd;
  const { left, right, top, bottom, lineLeft, lineRight, lineTop, lineBottom } = s;
  const { boxMark, lineMark } = touched;
  if (left[a]! > right[a]! || a >= s.boxCount) return 0;
  const [low, high, above, below] = [left[a]! - REACH, right[a]! + REACH, top[a]! - REACH, bottom[a]! + REACH];
  const partner = a < s.n ? a + s.n : a < 2 * s.n ? a - s.n : -1;
  let cost = outside(s, a);
  crowd.asking += 1;
  const asking = crowd.asking;
  for (const home of crowd.boxHomes[a]!) {
    for (const b of boxCells[home]!) {
      if (left[b]! > high || right[b]! < low || top[b]! > below || bottom[b]! < above) continue;
      if (boxSeen[b] === asking) continue;
      boxSeen[b] = asking;
      if (b === a || b === partner || (boxMark[b] === 1 && b < a)) continue;
      cost += crowd.firm * boxPair(s, a, b);
    }
    for (const t of lineCells[home]!) {
      if (lineLeft[t]! > high || lineRight[t]! < low || lineTop[t]! > below || lineBottom[t]! < above) continue;
      if (lineSeen[t] === asking) continue;
      lineSeen[t] = asking;
      if (lineMark[t] === 1 || isOwnBox(s, t, a)) continue;
      cost += lineBox(s, t, a);
    }
  }
  return cost;
}

function lineCost(crowd: Crowd, touched: Touched, t: number): number {
  const { s, boxSeen, lineSeen, boxCells, lineCells } = crowd;
  const { left, right, top, bottom, lineLeft, lineRight, lineTop, lineBottom } = s;
  const { lineMark } = touched;
  const [low, high, above, below] = [lineLeft[t]!, lineRight[t]!, lineTop[t]!, lineBottom[t]!];
  let cost = ownLine(s, t);
  crowd.asking += 1;
  const asking = crowd.asking;
  for (const home of crowd.lineHomes[t]!) {
    for (const b of boxCells[home]!) {
      if (left[b]! > high + REACH || right[b]! < low - REACH) continue;
      if (top[b]! > below + REACH || bottom[b]! < above - REACH || boxSeen[b] === asking) continue;
      boxSeen[b] = asking;
      if (!isOwnBox(s, t, b)) cost += lineBox(s, t, b);
    }
    for (const u of lineCells[home]!) {
      if (lineLeft[u]! > high || lineRight[u]! < low || lineTop[u]! > below || lineBottom[u]! < above) continue;
      if (lineSeen[u] === asking) continue;
      lineSeen[u] = asking;
      if (u === t || (lineMark[u] === 1 && u < t)) continue;
      cost += linePair(s, t, u);
    }
  }
  return cost;
}

function nodeCost({ s }: Crowd, i: number): number {
  return i === s.centre ? strayCost(s, i) + centreCost(s) : strayCost(s, i);
}

/**
 * What the touched things cost together with what lies around them; discs do not repel and corners may be empty. Stops
 * early beyond `limit`. O(touched × what is near).
 */
export function crowdCost(crowd: Crowd, touched: Touched, limit: number): number {
  const { s } = crowd;
  let cost = 0;
  for (let k = 0; k < touched.nodes.length; k += 1) cost += nodeCost(crowd, touched.nodes[k]!);
  for (let k = 0; k < touched.lines.length && cost <= limit; k += 1)
    cost += lineCost(crowd, touched, touched.lines[k]!);
  for (let k = 0; k < touched.boxes.length && cost <= limit; k += 1) {
    const box = touched.boxes[k]!;
    cost += boxCost(crowd, touched, box);
    cost += ownBoxCost(s, box, touched.lineMark);
  }
  return cost;
}
