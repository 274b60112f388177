import { roundTo2 } from './annealState.ts';
import { findTied, footprint } from './layoutBoxes.ts';
import { placeLabels } from './layoutLabels.ts';
import type { Box, LayoutColumns, LayoutProblem, NameSide, Placement, Point } from './layoutProblem.ts';

/** Px between footprints in a column, between columns of one kind, and between kinds: there wordings need room. */
const GAP = 14;
const NEAR = 26;
const APART = 104;
/** Neighbours in a column stand a little aside from each other, so that lines within it pass by what is between. */
const ASIDE = [0, 1, 0.3, 0.8, 0.15, 0.65] as const;
const SWAY = 60;
const SWEEPS = 12;
/** Times the height that a column needs: room for wordings of lines within it. */
const AIRY = 1.6;

/** Indices of the nodes of one column, from the top. */
type Column = readonly number[];

const sizeOf = (problem: LayoutProblem, index: number): Box =>
  footprint(problem, index, { x: 0, y: 0 }, 'below', GAP / 2);

/** The nodes of each kind, kinds in reading order, nodes in theirs. */
function groupByRank(ranks: readonly number[], indices: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const index of indices) {
    const rank = ranks[index] ?? 0;
    groups.set(rank, [...(groups.get(rank) ?? []), index]);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** Kinds one below the other; a single one may fill several columns. */
interface Stack {
  readonly groups: readonly (readonly number[])[];
  readonly columns: number;
}

/** How high each node stands, 0 to 1. */
function heightsOf(stacks: readonly Stack[]): Map<number, number> {
  return new Map(
    stacks.flatMap(({ groups }) => {
      const nodes = groups.flat();
      return nodes.map((index, place) => [index, (place + 0.5) / nodes.length] as const);
    }),
  );
}

function slopeOf(tied: readonly ReadonlySet<number>[], heights: ReadonlyMap<number, number>): number {
  let slope = 0;
  for (const [index, height] of heights) {
    for (const other of tied[index] ?? []) {
      const fall = height - (heights.get(other) ?? height);
      slope += fall * fall;
    }
  }
  return slope;
}

/** Orders each kind by the mean height of its neighbours, again and again, and keeps the flattest of what was tried. */
function orderStacks(stacks: readonly Stack[], tied: readonly ReadonlySet<number>[]): readonly Stack[] {
  let [best, now] = [stacks, stacks];
  let least = slopeOf(tied, heightsOf(stacks));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const heights = heightsOf(now);
    const wish = (index: number): number => {
      const near = [...(tied[index] ?? [])].flatMap((other) => (other === index ? [] : (heights.get(other) ?? [])));
      const own = heights.get(index) ?? 0;
      return near.length === 0 ? own : (own + near.reduce((sum, height) => sum + height, 0)) / (near.length + 1);
    };
    const wishes = new Map([...heights.keys()].map((index) => [index, wish(index)]));
    const sort = (group: readonly number[]): number[] =>
      group.toSorted((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a - b);
    now = now.map((stack) => ({ ...stack, groups: stack.groups.map(sort) }));
    const slope = slopeOf(tied, heightsOf(now));
    if (slope >= least) continue;
    least = slope;
    best = now;
  }
  return best;
}

/** Stacks of at most so many nodes a column: small kinds that follow each other share one. */
function stackUp(groups: readonly (readonly number[])[], rows: number): Stack[] {
  const stacks: { groups: (readonly number[])[]; columns: number; nodes: number }[] = [];
  for (const group of groups) {
    const last = stacks.at(-1);
    if (last && last.columns === 1 && last.nodes + group.length <= rows) {
      last.groups.push(group);
      last.nodes += group.length;
    } else stacks.push({ groups: [group], columns: Math.ceil(group.length / rows), nodes: group.length });
  }
  return stacks;
}

/** The columns of a stack; a kind that fills several is dealt out from the top. */
function columnsOf({ groups, columns }: Stack): Column[] {
  const nodes = groups.flat();
  return Array.from({ length: columns }, (_, column) => nodes.filter((_unused, place) => place % columns === column));
}

const widthOf = (problem: LayoutProblem, column: Column): number =>
  Math.max(...column.map((index) => sizeOf(problem, index).width)) + (column.length > 1 ? SWAY : 0);
const heightOf = (problem: LayoutProblem, column: Column): number =>
  column.reduce((sum, index) => sum + sizeOf(problem, index).height, 0);

interface Plan {
  readonly stacks: readonly Stack[];
  readonly width: number;
  readonly height: number;
}

function planFor(problem: LayoutProblem, groups: readonly (readonly number[])[], rows: number): Plan {
  const stacks = stackUp(groups, rows);
  const columns = stacks.flatMap(columnsOf);
  const gaps = APART * (stacks.length - 1) + NEAR * (columns.length - stacks.length);
  return {
    stacks,
    width: columns.reduce((sum, column) => sum + widthOf(problem, column), gaps),
    height: AIRY * Math.max(...columns.map((column) => heightOf(problem, column))),
  };
}

/** The plan whose shape is nearest to the frame's. */
function choosePlan(problem: LayoutProblem, groups: readonly (readonly number[])[]): Plan {
  const shape = problem.width > 0 && problem.height > 0 ? problem.width / problem.height : 1;
  const most = groups.flat().length;
  let best = planFor(problem, groups, most);
  const farOff = ({ width, height }: Plan): number => {
    const ratio = width / Math.max(1, height) / shape;
    return Math.max(ratio, 1 / ratio);
  };
  for (let rows = 1; rows < most; rows += 1) {
    const plan = planFor(problem, groups, rows);
    if (farOff(plan) < farOff(best)) best = plan;
  }
  return best;
}

/** What is placed, with what it takes up. */
interface Ground {
  readonly problem: LayoutProblem;
  readonly points: Map<number, Point>;
  readonly boxes: Box[];
}

const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function put(ground: Ground, index: number, at: Point, side: NameSide): void {
  ground.points.set(index, at);
  ground.boxes.push(footprint(ground.problem, index, at, side, GAP / 2));
}

/** Puts a node with its footprint's top at `top`, or further down where something is in the way; returns its bottom. */
function putBelow(ground: Ground, index: number, x: number, top: number): number {
  const size = sizeOf(ground.problem, index);
  let y = roundTo2(top - size.y);
  for (;;) {
    const box = { ...size, x: size.x + x, y: size.y + y };
    const inWay = ground.boxes.filter((other) => touch(box, other));
    if (inWay.length === 0) break;
    y = roundTo2(Math.max(...inWay.map((other) => other.y + other.height)) - size.y + 0.01);
  }
  put(ground, index, { x: roundTo2(x), y }, 'below');
  return y + size.y + size.height;
}

function putColumn(ground: Ground, column: Column, left: number, height: number): void {
  const { problem } = ground;
  const wide = Math.max(...column.map((index) => sizeOf(problem, index).width));
  const spare = Math.max(0, height - heightOf(problem, column)) / column.length;
  let bottom = 0;
  column.forEach((index, place) => {
    const x = left + wide / 2 + (column.length > 1 ? SWAY * (ASIDE[place % ASIDE.length] ?? 0) : 0);
    bottom = putBelow(ground, index, x, bottom + spare / 2) + spare / 2;
  });
}

function putAll(ground: Ground, { ranks }: LayoutColumns, indices: readonly number[]): void {
  if (indices.length === 0) return;
  const { problem } = ground;
  const { stacks, height } = choosePlan(problem, groupByRank(ranks, indices));
  let left = 0;
  for (const stack of orderStacks(stacks, findTied(problem))) {
    for (const column of columnsOf(stack)) {
      putColumn(ground, column, left, height);
      left += widthOf(problem, column) + NEAR;
    }
    left += APART - NEAR;
  }
}

/** Adds to columns that stand: each below the shortest of its kind, or in a new one at the right. */
function putMore(ground: Ground, { ranks }: LayoutColumns, indices: readonly number[]): void {
  const { problem, points, boxes } = ground;
  for (const index of indices) {
    const lowest = new Map<number, number>();
    for (const [other, { x, y }] of points) {
      if (ranks[other] === ranks[index]) lowest.set(x, Math.max(lowest.get(x) ?? y, y));
    }
    const [shortest] = [...lowest].toSorted(([, a], [, b]) => a - b);
    const right = Math.max(0, ...boxes.map(({ x, width }) => x + width));
    const [x, y] = shortest ?? [right + APART + sizeOf(problem, index).width / 2, 0];
    putBelow(ground, index, x, y);
  }
}

/**
 * Places discs in columns by kind, kinds in reading order, small ones one below the other, each
 * ordered so that lines fall little. What is
 * pinned or placed keeps its place, and the rest makes way; wordings get `at` -1 where they have no room. Nothing
 * overlaps but what was placed so. Repeatable, in about the time of nodes².
 */
export function layoutByKind(problem: LayoutProblem, columns: LayoutColumns): Placement {
  const ground: Ground = { problem, points: new Map(), boxes: [] };
  const rest: number[] = [];
  let isGrown = false;
  problem.nodes.forEach(({ id }, index) => {
    const [placed, pin] = [problem.placed?.nodes.get(id), columns.pinned.get(id)];
    if (placed) isGrown = true;
    if (pin) put(ground, index, { x: pin.x, y: pin.y }, placed?.side ?? 'below');
    else if (placed) put(ground, index, { x: placed.x, y: placed.y }, placed.side);
    else rest.push(index);
  });
  if (isGrown) putMore(ground, columns, rest);
  else putAll(ground, columns, rest);
  return placeLabels({
    problem,
    points: problem.nodes.map((_, index) => ground.points.get(index) ?? { x: 0, y: 0 }),
    ...(problem.placed ? { keepSides: problem.placed.nodes, keepAt: problem.placed.ties } : {}),
  });
}
