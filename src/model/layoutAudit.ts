import {
  type Box,
  type LayoutProblem,
  type LayoutTie,
  LINE_SHOWN,
  nameBox,
  type Placement,
  type Point,
} from './layoutProblem.ts';

/** What is wrong with a placement, counted; all zero but the last three is what a reader needs. */
export interface LayoutAudit {
  /** Pairs of discs (as squares), names and wordings that intersect; a disc and its own name are no pair. */
  readonly overlaps: number;
  /** Pairs of a line and a disc or wording not its own, or a name, that it comes nearer than 3 px (1 px: its ends' names). */
  readonly linesThrough: number;
  /** Ties that show less than LINE_SHOWN px of their line on either side of their wording. */
  readonly shortLines: number;
  /** Pairs of lines without a common disc that cross. */
  readonly crossings: number;
  /** Discs, names and wordings that leave the frame. */
  readonly outside: number;
  /** Px from the centre node to the middle of the frame; 0 without one. */
  readonly centreDistance: number;
  /** Standard deviation of the visible lengths of lines over their mean. */
  readonly lengthSpread: number;
  /** Smallest distance in px between two boxes that are no pair of disc and own name; 0 where some overlap. */
  readonly minGap: number;
}

/** Px that a line keeps from what is not its own, and from the names at its own ends, which stand 3 px off. */
const LINE_CLEARANCE = 3;
const OWN_NAME_CLEARANCE = 1;

interface OwnedBox extends Box {
  readonly node: number;
  readonly tie: number;
  readonly isDisc: boolean;
}

interface Line {
  readonly tie: number;
  readonly ends: readonly [number, number];
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

/** The visible line between two discs, from outline to outline; a point where they overlap. */
export function visibleLine(a: Point, aRadius: number, b: Point, bRadius: number): { from: Point; to: Point } {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance <= aRadius + bRadius) {
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    return { from: middle, to: middle };
  }
  const along = (px: number): Point => ({ x: a.x + (dx * px) / distance, y: a.y + (dy * px) / distance });
  return { from: along(aRadius), to: along(distance - bRadius) };
}

/** The part of a segment inside a box as two fractions of it, or undefined where it misses (Liang and Barsky, 1984). */
export function clipToBox(from: Point, to: Point, box: Box): readonly [number, number] | undefined {
  let enter = 0;
  let leave = 1;
  const axes = [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const;
  for (const [start, delta, low, high] of axes) {
    if (delta === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const near = (low - start) / delta;
    const far = (high - start) / delta;
    enter = Math.max(enter, Math.min(near, far));
    leave = Math.min(leave, Math.max(near, far));
  }
  return enter < leave ? [enter, leave] : undefined;
}

/** Distance in px between two boxes; 0 where they touch or overlap. */
export function boxDistance(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.sqrt(dx * dx + dy * dy);
}

function intersects(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box of a tie's wording, centred `at` along its visible line; undefined where it is not drawn. */
export function labelBox(tie: LayoutTie, at: number, from: Point, to: Point): Box | undefined {
  if (tie.label === null || at < 0 || tie.from === tie.to) return undefined;
  const { width, height } = tie.label;
  const x = from.x + (to.x - from.x) * at;
  const y = from.y + (to.y - from.y) * at;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function linesCross(one: Line, other: Line): boolean {
  if (one.ends.includes(other.ends[0]) || one.ends.includes(other.ends[1])) return false;
  const apart = cross(one.from, one.to, other.from) * cross(one.from, one.to, other.to);
  const across = cross(other.from, other.to, one.from) * cross(other.from, other.to, one.to);
  return apart < 0 && across < 0;
}

function collect(problem: LayoutProblem, placement: Placement): { boxes: OwnedBox[]; lines: Line[] } {
  const boxes: OwnedBox[] = [];
  const lines: Line[] = [];
  const places = problem.nodes.map((node) => placement.nodes.get(node.id));
  problem.nodes.forEach((node, index) => {
    const place = places[index];
    if (!place) return;
    const { radius } = node;
    const square = { x: place.x - radius, y: place.y - radius, width: 2 * radius, height: 2 * radius };
    boxes.push({ ...square, node: index, tie: -1, isDisc: true });
    if (node.name.width > 0 && node.name.height > 0) {
      boxes.push({ ...nameBox(place, radius, node.name, place.side), node: index, tie: -1, isDisc: false });
    }
  });
  problem.ties.forEach((tie, index) => {
    const [a, b] = [places[tie.from], places[tie.to]];
    if (!a || !b || tie.from === tie.to) return;
    const radii = [problem.nodes[tie.from]?.radius ?? 0, problem.nodes[tie.to]?.radius ?? 0] as const;
    const { from, to } = visibleLine(a, radii[0], b, radii[1]);
    const length = Math.sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y));
    lines.push({ tie: index, ends: [tie.from, tie.to], from, to, length });
    const box = labelBox(tie, placement.ties.get(tie.id)?.at ?? 0.5, from, to);
    if (box) boxes.push({ ...box, node: -1, tie: index, isDisc: false });
  });
  return { boxes, lines };
}

function isShort(line: Line, boxes: ReadonlyMap<number, Box>): boolean {
  const box = boxes.get(line.tie);
  if (!box) return line.length < LINE_SHOWN;
  const inside = clipToBox(line.from, line.to, box);
  if (!inside) return line.length < LINE_SHOWN;
  return inside[0] * line.length < LINE_SHOWN || (1 - inside[1]) * line.length < LINE_SHOWN;
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function isPassed(line: Line, box: OwnedBox): boolean {
  if (box.tie === line.tie) return false;
  const atEnd = line.ends.includes(box.node);
  if (box.isDisc && atEnd) return false;
  const clearance = atEnd ? OWN_NAME_CLEARANCE : LINE_CLEARANCE;
  return clipToBox(line.from, line.to, grow(box, clearance)) !== undefined;
}

function spreadOf(lengths: readonly number[]): number {
  if (lengths.length === 0) return 0;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  if (mean === 0) return 0;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) * (length - mean), 0) / lengths.length;
  return Math.sqrt(variance) / mean;
}

function countPairs(boxes: readonly OwnedBox[]): { overlaps: number; minGap: number } {
  let overlaps = 0;
  let minGap = Number.POSITIVE_INFINITY;
  boxes.forEach((a, index) => {
    for (const b of boxes.slice(index + 1)) {
      if (a.node >= 0 && a.node === b.node) continue;
      if (intersects(a, b)) overlaps += 1;
      minGap = Math.min(minGap, boxDistance(a, b));
    }
  });
  return { overlaps, minGap };
}

function centreDistance(problem: LayoutProblem, placement: Placement): number {
  const node = problem.centre === null ? undefined : problem.nodes[problem.centre];
  const place = node && placement.nodes.get(node.id);
  if (!place) return 0;
  const dx = place.x - problem.width / 2;
  const dy = place.y - problem.height / 2;
  return Math.sqrt(dx * dx + dy * dy);
}

/**
 * Counts what is wrong with a placement, from its published numbers alone. Ties from a disc to itself count for
 * nothing, and so do wordings that are not drawn (`at` below 0). O((n + m)²).
 */
export function auditLayout(problem: LayoutProblem, placement: Placement): LayoutAudit {
  const { boxes, lines } = collect(problem, placement);
  const labels = new Map(boxes.filter((box) => box.tie >= 0).map((box) => [box.tie, box]));
  let linesThrough = 0;
  let crossings = 0;
  lines.forEach((line, index) => {
    for (const box of boxes) if (isPassed(line, box)) linesThrough += 1;
    for (const other of lines.slice(index + 1)) if (linesCross(line, other)) crossings += 1;
  });
  const { width, height } = problem;
  const isOutside = (box: Box): boolean =>
    box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height;
  return {
    ...countPairs(boxes),
    linesThrough,
    crossings,
    shortLines: lines.filter((line) => isShort(line, labels)).length,
    outside: boxes.filter(isOutside).length,
    centreDistance: centreDistance(problem, placement),
    lengthSpread: spreadOf(lines.map((line) => line.length)),
  };
}
