import { clipToBox, labelBox, visibleLine } from './layoutAudit.ts';
import { createGrid, type LayoutGrid } from './layoutGrid.ts';
import {
  type Box,
  type LayoutProblem,
  type LayoutTie,
  LINE_SHOWN,
  type NameSide,
  nameBox,
  type Placement,
  type Point,
} from './layoutProblem.ts';

/** Where the discs are, by index; labels are found for them. */
export interface LabelRequest {
  readonly problem: LayoutProblem;
  readonly points: readonly Point[];
  /** Sides that are settled already, by node id. */
  readonly keepSides?: ReadonlyMap<string, { readonly side: NameSide }>;
  /** Wordings that are settled already, by tie id. */
  readonly keepAt?: ReadonlyMap<string, { readonly at: number }>;
  /** Where a wording is tried first, by tie id. */
  readonly firstAt?: ReadonlyMap<string, { readonly at: number }>;
}

const CELL = 64;
const ORIGIN: Point = { x: 0, y: 0 };
const BOX_GAP = 4;
const LINE_GAP = 3;
const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

interface Ground {
  readonly nodes: number;
  /** First the discs, then the names where they stand first, then what is chosen. */
  readonly boxes: Box[];
  /** Filed by index into `boxes`. */
  readonly boxGrid: LayoutGrid;
  readonly lines: readonly ({ readonly from: Point; readonly to: Point } | undefined)[];
  readonly lineGrid: LayoutGrid;
}

function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function addBox(ground: Ground, box: Box): void {
  ground.boxGrid.addBox(ground.boxes.length, box);
  ground.boxes.push(box);
}

/** Boxes nearer than BOX_GAP, but for disc and name of `node` (-1 for none); counted up to `enough`. */
function countBoxes(ground: Ground, box: Box, node: number, enough: number): number {
  const wide = grow(box, BOX_GAP);
  const hits = new Set<number>();
  ground.boxGrid.near(wide, (id) => {
    const b = ground.boxes[id];
    if (!b || (node >= 0 && (id === node || id === node + ground.nodes))) return false;
    const apart =
      b.x >= wide.x + wide.width || wide.x >= b.x + b.width || b.y >= wide.y + wide.height || wide.y >= b.y + b.height;
    if (!apart) hits.add(id);
    return hits.size >= enough;
  });
  return hits.size;
}

function countLines(ground: Ground, box: Box, own: number, enough: number): number {
  const wide = grow(box, LINE_GAP);
  const hits = new Set<number>();
  ground.lineGrid.near(wide, (id) => {
    const line = ground.lines[id];
    if (id !== own && line && clipToBox(line.from, line.to, wide)) hits.add(id);
    return hits.size >= enough;
  });
  return hits.size;
}

function buildGround(problem: LayoutProblem, points: readonly Point[]): Ground {
  const lines = problem.ties.map((tie) => {
    const [a, b] = [points[tie.from], points[tie.to]];
    if (!a || !b || tie.from === tie.to) return undefined;
    return visibleLine(a, problem.nodes[tie.from]?.radius ?? 0, b, problem.nodes[tie.to]?.radius ?? 0);
  });
  const ground: Ground = {
    nodes: problem.nodes.length,
    boxes: [],
    boxGrid: createGrid(CELL),
    lines,
    lineGrid: createGrid(CELL),
  };
  lines.forEach((line, index) => line && ground.lineGrid.addLine(index, line.from, line.to));
  problem.nodes.forEach(({ radius }, index) => {
    const { x, y } = points[index] ?? ORIGIN;
    addBox(ground, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  });
  return ground;
}

/**
 * Every name's first place stays taken, even where the name then stands elsewhere: what was free of overlaps with all
 * names in their first places stays so.
 */
function chooseSides(request: LabelRequest, ground: Ground): NameSide[] {
  const { problem, points, keepSides } = request;
  const chosen: NameSide[] = problem.nodes.map(({ id }) => keepSides?.get(id)?.side ?? 'below');
  problem.nodes.forEach((node, index) => {
    addBox(ground, nameBox(points[index] ?? ORIGIN, node.radius, node.name, chosen[index] ?? 'below'));
  });
  problem.nodes.forEach((node, index) => {
    const point = points[index];
    if (!point || keepSides?.has(node.id) || node.name.width === 0) return;
    let least = Number.POSITIVE_INFINITY;
    SIDES.forEach((side, rank) => {
      const box = nameBox(point, node.radius, node.name, side);
      const cost = 10 * countBoxes(ground, box, index, 4) + countLines(ground, box, -1, 4) + rank * 0.1;
      if (cost >= least) return;
      least = cost;
      chosen[index] = side;
    });
    if (chosen[index] !== 'below') addBox(ground, nameBox(point, node.radius, node.name, chosen[index] ?? 'below'));
  });
  return chosen;
}

function shownEnough(line: { readonly from: Point; readonly to: Point }, box: Box): boolean {
  const dx = line.to.x - line.from.x;
  const dy = line.to.y - line.from.y;
  const length = Math.sqrt(dx * dx + dy * dy);
  const inside = clipToBox(line.from, line.to, box);
  if (!inside) return false;
  return inside[0] * length >= LINE_SHOWN && (1 - inside[1]) * length >= LINE_SHOWN;
}

function chooseAt(request: LabelRequest, ground: Ground, index: number): number {
  const tie = request.problem.ties[index];
  const line = ground.lines[index];
  if (!tie || !line || tie.label === null) return 0.5;
  const first = request.firstAt?.get(tie.id)?.at;
  for (const at of first === undefined ? ALONG : [first, ...ALONG]) {
    const box = labelBox(tie, at, line.from, line.to);
    if (!box || !shownEnough(line, box)) continue;
    if (countBoxes(ground, box, -1, 1) > 0 || countLines(ground, box, index, 1) > 0) continue;
    addBox(ground, box);
    return at;
  }
  return tie.must ? chooseLeast(ground, index, tie, line) : -1;
}

/** Where a wording that must be drawn covers least. */
function chooseLeast(
  ground: Ground,
  index: number,
  tie: LayoutTie,
  line: NonNullable<Ground['lines'][number]>,
): number {
  let [best, least] = [0.5, Number.POSITIVE_INFINITY];
  for (const at of ALONG) {
    const box = labelBox(tie, at, line.from, line.to);
    if (!box) continue;
    const cost = 10 * countBoxes(ground, box, -1, 9) + countLines(ground, box, index, 9);
    if (cost >= least) continue;
    least = cost;
    best = at;
  }
  const box = labelBox(tie, best, line.from, line.to);
  if (box) addBox(ground, box);
  return best;
}

/**
 * Names and wordings for discs that stay where they are: each name on the side with the fewest collisions, then each
 * wording at the first free place along its line, in the problem's order. A wording without a free place gets `at` -1:
 * it is not drawn until asked for; those that must be drawn come first, and stand where they cover least. About linear in what is drawn.
 */
export function placeLabels(request: LabelRequest): Placement {
  const { problem, points, keepAt } = request;
  const ground = buildGround(problem, points);
  const sides = chooseSides(request, ground);
  const ats = new Map<string, { at: number }>();
  problem.ties.forEach((tie, index) => {
    const kept = keepAt?.get(tie.id);
    const line = ground.lines[index];
    if (!kept) return;
    ats.set(tie.id, { at: kept.at });
    const box = line && labelBox(tie, kept.at, line.from, line.to);
    if (box) addBox(ground, box);
  });
  const choose = (tie: LayoutTie, index: number): void => {
    if (!ats.has(tie.id)) ats.set(tie.id, { at: chooseAt(request, ground, index) });
  };
  problem.ties.forEach((tie, index) => tie.must && choose(tie, index));
  problem.ties.forEach(choose);
  return {
    nodes: new Map(
      problem.nodes.map((node, index) => {
        const { x, y } = points[index] ?? ORIGIN;
        return [node.id, { x, y, side: sides[index] ?? 'below' }];
      }),
    ),
    ties: ats,
  };
}
