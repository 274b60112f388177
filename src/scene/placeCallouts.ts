import { boxDistance, clipToBox } from '../model/layoutAudit.ts';
import type { Box, Point } from '../model/layoutProblem.ts';
import { isRightToLeft } from '../model/textDirection.ts';
import type { Callout } from '../model/view.ts';
import { plainText } from '../words/plainText.ts';
import { boxAround, centreOf, isInside, surround } from './boxes.ts';
import { buildCalloutLabel } from './labels.ts';
import type { SceneCallout, SceneEdge, SceneNode } from './scene.ts';
import { leaveOutline } from './shapes.ts';

/** Px that stay free around a callout, and between the end of its line and what it is about. */
const GAP = 6;
const TIP = 2;
/** Px beside a disc that its badge and its pin take up. */
const BADGE = 16;
/** How far from what it is about a callout may stand, px; where all of it is taken, it stands beside the graph. */
const REACHES = [14, 22, 32, 44, 58, 74, 92, 114, 140, 170, 205, 245, 290, 340];
const FARTHEST = 340;
/** Eight of thirty-two ways around; the others are these, turned. */
const QUARTER: readonly (readonly [number, number])[] = [
  [Math.SQRT1_2, -Math.SQRT1_2],
  [0.8315, -0.5556],
  [0.9239, -0.3827],
  [0.9808, -0.1951],
  [1, 0],
  [0.9808, 0.1951],
  [0.9239, 0.3827],
  [0.8315, 0.5556],
];
const WAYS = [
  ...QUARTER,
  ...QUARTER.map(([x, y]) => [-y, x] as const),
  ...QUARTER.map(([x, y]) => [-x, -y] as const),
  ...QUARTER.map(([x, y]) => [y, -x] as const),
];
/** What is avoided, in px of distance: to lie on a line; with its own line, to cross text or discs, or lines; a px beyond the graph. */
const COSTS = { onLine: 180, throughText: 400, acrossLine: 30, beyond: 0.4 } as const;

type Size = Pick<Box, 'width' | 'height'>;
type Segment = readonly [from: Point, to: Point];

/** What a callout is about: its box, and where a line that comes from a point ends at it. */
interface Target {
  readonly box: Box;
  readonly of: SceneCallout['of'];
  readonly holders: SceneCallout['holders'];
  readonly meet: (from: Point) => Point;
}

/** What a callout must not cover, and the lines that it should not. */
interface Taken {
  readonly boxes: readonly Box[];
  readonly lines: readonly Segment[];
}

function nearestIn({ x, y, width, height }: Box, to: Point): Point {
  return { x: Math.max(x, Math.min(x + width, to.x)), y: Math.max(y, Math.min(y + height, to.y)) };
}

const runsThrough = ([from, to]: Segment, box: Box): boolean => clipToBox(from, to, box) !== undefined;

function cross(a: Segment, b: Segment): boolean {
  const side = ([from, to]: Segment, p: Point): number =>
    (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  return side(a, b[0]) * side(a, b[1]) < 0 && side(b, a[0]) * side(b, a[1]) < 0;
}

/** The box of a disc, `beside` px wider on either side. */
function discOf(node: SceneNode, beside = 0): Box {
  return boxAround(node, { width: 2 * (node.radius + beside), height: 2 * node.radius });
}

function linesOf({ start, end, loop }: SceneEdge): Segment[] {
  if (!loop) return [[start, end]];
  return [
    [start, loop.first],
    [loop.first, loop.second],
    [loop.second, end],
  ];
}

function findTarget(
  at: Callout['at'],
  nodes: ReadonlyMap<string, SceneNode>,
  edges: readonly SceneEdge[],
): Target | null {
  if ('entity' in at) {
    const node = nodes.get(at.entity);
    if (!node) return null;
    return {
      box: discOf(node),
      of: node.id,
      holders: [node.id],
      meet: (from) => leaveOutline(node.kind, node, node.radius, from),
    };
  }
  if (!('relation' in at))
    return { box: { x: at.x, y: at.y, width: 0, height: 0 }, of: null, holders: [], meet: () => at };
  const edge = edges.find(({ relations }) => relations.includes(at.relation));
  if (!edge) return null;
  const { start, end, loop, labelBox } = edge;
  const middle = loop?.bend ?? { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const box = labelBox ?? { ...middle, width: 0, height: 0 };
  return { box, of: edge.id, holders: [...new Set([edge.from, edge.to])], meet: (from) => nearestIn(box, from) };
}

/** Where the line of a callout leaves its box and where it ends, a little before what it is about. */
function lineTo(box: Box, target: Target): Segment {
  const tail = nearestIn(box, centreOf(target.box));
  const end = target.meet(tail);
  const [dx, dy] = [tail.x - end.x, tail.y - end.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return [tail, { x: end.x + (dx / length) * TIP, y: end.y + (dy / length) * TIP }];
}

/** Px by which a box reaches beyond a frame, all sides together. */
function reachBeyond(box: Box, frame: Box): number {
  const over = (low: number, size: number, from: number, room: number): number =>
    Math.max(0, from - low) + Math.max(0, low + size - from - room);
  return over(box.x, box.width, frame.x, frame.width) + over(box.y, box.height, frame.y, frame.height);
}

/** The part of what is taken that a callout of this size about a target could meet at all. */
function near({ boxes, lines }: Taken, target: Box, size: Size): Taken {
  const around = {
    x: target.x - FARTHEST - size.width,
    y: target.y - FARTHEST - size.height,
    width: target.width + 2 * (FARTHEST + size.width),
    height: target.height + 2 * (FARTHEST + size.height),
  };
  return {
    boxes: boxes.filter((box) => boxDistance(box, around) === 0),
    lines: lines.filter((line) => runsThrough(line, around)),
  };
}

/** Boxes about a target, the nearest first. */
function* candidates({ box: target, of }: Target, size: Size): Generator<[Box, number]> {
  const centre = centreOf(target);
  // On the bare ground it stands where it was put, and needs no line.
  if (of === null) yield [boxAround(centre, size), 0];
  for (const reach of REACHES) {
    const [across, down] = [(target.width + size.width) / 2 + reach, (target.height + size.height) / 2 + reach];
    for (const [dx, dy] of WAYS) {
      // Along this way until the boxes are `reach` apart.
      const far = Math.min(
        dx === 0 ? Infinity : across / Math.max(dx, -dx),
        dy === 0 ? Infinity : down / Math.max(dy, -dy),
      );
      yield [boxAround({ x: centre.x + dx * far, y: centre.y + dy * far }, size), reach];
    }
  }
}

/** How much is wrong with a box beyond its distance; stops counting at `enough`. */
function judge(box: Box, target: Target, { boxes, lines }: Taken, enough: number): number {
  const line = lineTo(box, target);
  let cost = 0;
  for (const each of boxes) {
    if (cost >= enough) return cost;
    // What it points into it has to cross.
    if (!isInside(line[1], each) && runsThrough(line, each)) cost += COSTS.throughText;
  }
  for (const each of lines) {
    if (cost >= enough) return cost;
    if (runsThrough(each, box)) cost += COSTS.onLine;
    if (cross(each, line)) cost += COSTS.acrossLine;
  }
  return cost;
}

function findRoom(target: Target, size: Size, taken: Taken, frame: Box): Box | null {
  const within = near(taken, target.box, size);
  // Where a reader pointed to beyond the graph, the picture grows.
  const room = target.of === null ? surround([frame, boxAround(target.box, size)], 0) : frame;
  let best: Box | null = null;
  let least = Infinity;
  for (const [box, reach] of candidates(target, size)) {
    if (reach >= least) break;
    const far = reach + COSTS.beyond * reachBeyond(box, room);
    if (far >= least || within.boxes.some((other) => boxDistance(other, box) < GAP)) continue;
    const cost = far + judge(box, target, within, least - far);
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}

/** Beside the frame, on the side that is nearer, level with the target or as near to that as there is room. */
function putBeside(target: Target, size: Size, { boxes }: Taken, frame: Box): Box {
  const middle = centreOf(target.box);
  const isLeft = middle.x < centreOf(frame).x;
  const x = isLeft ? frame.x - 2 * GAP - size.width : frame.x + frame.width + 2 * GAP;
  for (let step = 0; ; step += 1) {
    const shift = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (size.height / 2 + GAP);
    const box = { x, y: middle.y - size.height / 2 + shift, ...size };
    if (!boxes.some((other) => boxDistance(other, box) < GAP)) return box;
  }
}

/**
 * Places callouts one after the other: near what they are about, never on a disc, a name, a wording or another callout,
 * and where it can be helped neither on lines nor beyond `frame`. Those whose entity or relation is not drawn, and those
 * without text, are left out. Repeatable; each costs what is drawn within reach of it.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  drawn: { readonly nodes: readonly SceneNode[]; readonly edges: readonly SceneEdge[] },
  frame: Box,
): SceneCallout[] {
  if (callouts.length === 0) return [];
  const nodes = new Map<string, SceneNode>(drawn.nodes.map((node) => [node.id, node]));
  const boxes = [
    ...drawn.nodes.flatMap((node) => [discOf(node, node.behind > 0 || node.pinned ? BADGE : 0), node.nameBox]),
    ...drawn.edges.flatMap(({ labelBox }) => labelBox ?? []),
  ];
  const lines = drawn.edges.flatMap(linesOf);
  return callouts.flatMap(({ id, at, text }): SceneCallout[] => {
    const target = findTarget(at, nodes, drawn.edges);
    const { lines: written, width, height } = buildCalloutLabel(plainText(text));
    if (!target || written.length === 0) return [];
    const size = { width, height };
    const box = findRoom(target, size, { boxes, lines }, frame) ?? putBeside(target, size, { boxes, lines }, frame);
    boxes.push(box);
    const [tail, anchor] = lineTo(box, target);
    return [
      {
        id,
        at,
        text: plainText(text),
        lines: written,
        rightToLeft: isRightToLeft(text),
        box,
        tail,
        anchor,
        of: target.of,
        holders: target.holders,
      },
    ];
  });
}
