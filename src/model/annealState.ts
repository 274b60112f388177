import type { LayoutProblem, NameSide, Placement } from './layoutProblem.ts';
import { NAME_GAP } from './layoutProblem.ts';

const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];

/** Bounds that overlap nothing: what a label that is not there has. */
const ABSENT = 1e9;

/**
 * The annealer's working copy, in typed arrays. Boxes are numbered: disc i is i, name i is `n + i`, wording t is
 * `2n + t`. Lines run from disc outline to disc outline. Owned and changed by one annealer.
 */
export interface AnnealState {
  readonly n: number;
  readonly m: number;
  /** How many boxes count: n for a sketch of discs and lines, else all. */
  boxCount: number;
  readonly width: number;
  readonly height: number;
  readonly centre: number;
  /** Visible length in px that a line would like to have. */
  readonly target: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
  readonly nameWidth: Float64Array;
  readonly nameHeight: Float64Array;
  readonly side: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for a tie without a line: from a disc to itself, or to none. */
  readonly loop: Uint8Array;
  readonly labelWidth: Float64Array;
  readonly labelHeight: Float64Array;
  readonly at: Float64Array;
  readonly incident: readonly (readonly number[])[];
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly top: Float64Array;
  readonly bottom: Float64Array;
  readonly lineX0: Float64Array;
  readonly lineY0: Float64Array;
  readonly lineX1: Float64Array;
  readonly lineY1: Float64Array;
  /** Around each line from disc centre to disc centre, so that lines of one disc always meet; a tie without one has none. */
  readonly lineLeft: Float64Array;
  readonly lineRight: Float64Array;
  readonly lineTop: Float64Array;
  readonly lineBottom: Float64Array;
  /** Visible length; negative where the discs overlap. */
  readonly length: Float64Array;
  /** Half of what the wording's box covers of its line, px. */
  readonly covered: Float64Array;
  /** Where each disc would rather be, as a share of the frame; null where it may be anywhere. */
  anchors: { readonly x: Float64Array; readonly y: Float64Array } | null;
}

/** Sizes that are no finite number count as 0, so that nothing here ever turns NaN. */
function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}

function hasLine(tie: { readonly from: number; readonly to: number }, n: number): boolean {
  return tie.from !== tie.to && tie.from >= 0 && tie.from < n && tie.to >= 0 && tie.to < n;
}

/** A working copy of a problem with every disc at the middle of the frame. */
export function createAnnealState(problem: LayoutProblem): AnnealState {
  const n = problem.nodes.length;
  const ties = problem.ties;
  const m = ties.length;
  const width = Math.max(1, finite(problem.width));
  const height = Math.max(1, finite(problem.height));
  const incident: number[][] = problem.nodes.map(() => []);
  ties.forEach((tie, t) => {
    if (!hasLine(tie, n)) return;
    incident[tie.from]?.push(t);
    incident[tie.to]?.push(t);
  });
  const numbers = (count: number, value: (index: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, index) => value(index));
  const boxes = 2 * n + m;
  const centre = problem.centre;
  return {
    n,
    m,
    boxCount: boxes,
    width,
    height,
    centre: centre !== null && centre >= 0 && centre < n ? centre : -1,
    target: Math.max(60, Math.sqrt((width * height) / Math.max(1, n)) * 0.85),
    x: numbers(n, () => width / 2),
    y: numbers(n, () => height / 2),
    radius: numbers(n, (i) => finite(problem.nodes[i]?.radius)),
    nameWidth: numbers(n, (i) => finite(problem.nodes[i]?.name.width)),
    nameHeight: numbers(n, (i) => finite(problem.nodes[i]?.name.height)),
    side: new Uint8Array(n),
    from: Int32Array.from(ties, (tie) => tie.from),
    to: Int32Array.from(ties, (tie) => tie.to),
    loop: Uint8Array.from(ties, (tie) => (hasLine(tie, n) ? 0 : 1)),
    labelWidth: numbers(m, (t) => finite(ties[t]?.label?.width)),
    labelHeight: numbers(m, (t) => finite(ties[t]?.label?.height)),
    at: numbers(m, () => 0.5),
    incident,
    left: new Float64Array(boxes),
    right: new Float64Array(boxes),
    top: new Float64Array(boxes),
    bottom: new Float64Array(boxes),
    lineX0: new Float64Array(m),
    lineY0: new Float64Array(m),
    lineX1: new Float64Array(m),
    lineY1: new Float64Array(m),
    lineLeft: numbers(m, () => ABSENT),
    lineRight: numbers(m, () => -ABSENT),
    lineTop: numbers(m, () => ABSENT),
    lineBottom: numbers(m, () => -ABSENT),
    length: new Float64Array(m),
    covered: new Float64Array(m),
    anchors: null,
  };
}

function setBox(s: AnnealState, box: number, left: number, top: number, width: number, height: number): void {
  const absent = width === 0 || height === 0;
  s.left[box] = absent ? ABSENT : left;
  s.right[box] = absent ? -ABSENT : left + width;
  s.top[box] = absent ? ABSENT : top;
  s.bottom[box] = absent ? -ABSENT : top + height;
}

/** Brings the name's box of a disc up to date with position and side. */
export function placeName(s: AnnealState, i: number): void {
  const x = s.x[i]!;
  const y = s.y[i]!;
  const r = s.radius[i]!;
  const w = s.nameWidth[i]!;
  const h = s.nameHeight[i]!;
  const side = s.side[i]!;
  if (side === 0) setBox(s, s.n + i, x - w / 2, y + r + NAME_GAP, w, h);
  else if (side === 1) setBox(s, s.n + i, x - w / 2, y - r - NAME_GAP - h, w, h);
  else if (side === 2) setBox(s, s.n + i, x + r + NAME_GAP, y - h / 2, w, h);
  else setBox(s, s.n + i, x - r - NAME_GAP - w, y - h / 2, w, h);
}

/** Brings the box of a tie's wording up to date with its line and `at`. */
export function placeLabel(s: AnnealState, t: number): void {
  const at = s.at[t]!;
  const w = s.labelWidth[t]!;
  const h = s.labelHeight[t]!;
  const x = s.lineX0[t]! + (s.lineX1[t]! - s.lineX0[t]!) * at;
  const y = s.lineY0[t]! + (s.lineY1[t]! - s.lineY0[t]!) * at;
  setBox(s, 2 * s.n + t, x - w / 2, y - h / 2, w, h);
}

/** Brings a tie's line and wording up to date with its two discs. */
function placeLine(s: AnnealState, t: number): void {
  if (s.loop[t] === 1) {
    setBox(s, 2 * s.n + t, 0, 0, 0, 0);
    return;
  }
  const a = s.from[t]!;
  const b = s.to[t]!;
  const ax = s.x[a]!;
  const ay = s.y[a]!;
  const bx = s.x[b]!;
  const by = s.y[b]!;
  const dx = bx - ax;
  const dy = by - ay;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const visible = distance - s.radius[a]! - s.radius[b]!;
  const start = distance === 0 ? 0 : visible > 0 ? s.radius[a]! / distance : 0.5;
  const end = distance === 0 ? 0 : visible > 0 ? 1 - s.radius[b]! / distance : 0.5;
  s.lineX0[t] = ax + dx * start;
  s.lineY0[t] = ay + dy * start;
  s.lineX1[t] = ax + dx * end;
  s.lineY1[t] = ay + dy * end;
  s.lineLeft[t] = Math.min(ax, bx);
  s.lineRight[t] = Math.max(ax, bx);
  s.lineTop[t] = Math.min(ay, by);
  s.lineBottom[t] = Math.max(ay, by);
  s.length[t] = visible;
  const across = Math.abs(dx) * s.labelHeight[t]! < Math.abs(dy) * s.labelWidth[t]!;
  const extent = across ? s.labelHeight[t]! / Math.abs(dy) : dx === 0 ? 0 : s.labelWidth[t]! / Math.abs(dx);
  s.covered[t] = s.labelWidth[t] === 0 ? 0 : (extent * distance) / 2;
  placeLabel(s, t);
}

/** Moves one disc; its name comes along, its lines do not: call `placeLine` for each of `incident` after. */
function placeDisc(s: AnnealState, i: number, x: number, y: number): void {
  const r = s.radius[i]!;
  s.x[i] = x;
  s.y[i] = y;
  s.left[i] = x - r;
  s.right[i] = x + r;
  s.top[i] = y - r;
  s.bottom[i] = y + r;
  placeName(s, i);
}

/** Moves one disc with everything that hangs on it. */
export function moveNode(s: AnnealState, i: number, x: number, y: number): void {
  placeDisc(s, i, x, y);
  const ties = s.incident[i]!;
  for (let k = 0; k < ties.length; k += 1) placeLine(s, ties[k]!);
}

/** Brings everything up to date with positions, sides and `at`. */
export function placeAll(s: AnnealState): void {
  for (let i = 0; i < s.n; i += 1) placeDisc(s, i, s.x[i]!, s.y[i]!);
  for (let t = 0; t < s.m; t += 1) placeLine(s, t);
}

/** Rounds to 0.01, never -0. */
export function roundTo2(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** The state as a placement, rounded to 0.01. */
export function readPlacement(problem: LayoutProblem, s: AnnealState): Placement {
  return {
    nodes: new Map(
      problem.nodes.map((node, i) => [
        node.id,
        { x: roundTo2(s.x[i]!), y: roundTo2(s.y[i]!), side: SIDES[s.side[i]!] ?? 'below' },
      ]),
    ),
    ties: new Map(problem.ties.map((tie, t) => [tie.id, { at: roundTo2(s.at[t]!) }])),
  };
}
