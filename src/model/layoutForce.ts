import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { placeLabels } from './layoutLabels.ts';
import type { LayoutProblem, Placement, Point } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';
import { fillFrame, type Start, settle } from './layoutSettle.ts';
import { spreadBoxes } from './layoutSpread.ts';

/** Times the area that discs with names, and that wordings take up; a smaller scene gets up to so much more. */
const ROOM = 1.54;
const WORDING_ROOM = 0.8;
const AIRY = { most: 0.4, nodes: 60 } as const;
/** A frame thinner than this is none: forces in it would not come to rest. */
const SIDE_MIN = 300;
const TICKS = 300;
/** How much of the room that is left over goes to where everything crowds. */
const EVENNESS = 0.8;
/** With more ties a node lines leave wordings no room: those that must be drawn alone are heeded. */
const WORDED = 1.7;
const HEAT = { hot: 30, cold: 0.5, reach: 0.15 };
/** Proposals, and proposals × (nodes + ties), that take about a second. */
const PROPOSALS = 60_000;
const WORK = 42_000_000;

interface Link extends SimulationLinkDatum<Body> {
  readonly firmness: number;
}

interface Body extends SimulationNodeDatum {
  /** Its share of ties: well-connected ones push others further away. */
  readonly weight: number;
}

/** The problem in a frame of its shape, compact but with room for all its discs and names. */
export function fitFrame(problem: LayoutProblem): LayoutProblem {
  let covered = 0;
  for (const { radius, name } of problem.nodes) {
    covered += ROOM * (Math.max(2 * radius, name.width) + 8) * (2 * radius + name.height + 10);
  }
  for (const { label } of problem.ties) {
    covered += label === null ? 0 : WORDING_ROOM * (label.width + 20) * (label.height + 8);
  }
  const airy = 1 + AIRY.most * Math.min(1, AIRY.nodes / Math.max(1, problem.nodes.length));
  const width = Math.max(SIDE_MIN, problem.width);
  const height = Math.max(SIDE_MIN, problem.height);
  const factor = Math.sqrt((covered * airy) / (width * height));
  return { ...problem, width: Math.max(SIDE_MIN, width * factor), height: Math.max(SIDE_MIN, height * factor) };
}

function countTies(problem: LayoutProblem): number[] {
  const counts = problem.nodes.map(() => 0);
  for (const { from, to } of problem.ties) {
    if (from === to) continue;
    counts[from] = (counts[from] ?? 0) + 1;
    counts[to] = (counts[to] ?? 0) + 1;
  }
  return counts;
}

function runForces(problem: LayoutProblem): Point[] {
  const { width, height } = problem;
  const random = createRandom(problem.seed);
  const spacing = Math.sqrt((width * height) / problem.nodes.length);
  const counts = countTies(problem);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const bodies: Body[] = counts.map((count, index) => ({
    index,
    x: random.next() * width,
    y: random.next() * height,
    vx: 0,
    vy: 0,
    weight: (count + 1) / (mean + 1),
  }));
  const links: Link[] = problem.ties
    .filter((tie) => tie.from !== tie.to && bodies[tie.from] && bodies[tie.to])
    .map(({ from, to }) => ({
      source: from,
      target: to,
      firmness: 1 / Math.max(1, Math.min(counts[from] ?? 1, counts[to] ?? 1)),
    }));
  const gravity = 0.06;
  const simulation = forceSimulation(bodies)
    .randomSource(() => random.next())
    // The default decay is made with pow, which differs between engines: the cooling below is ours.
    .alphaDecay(0)
    .force(
      'link',
      forceLink<Body, Link>(links)
        .distance(spacing / 2)
        .strength(({ firmness }) => firmness),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(({ weight }) => -spacing * 4 * weight)
        .distanceMax(spacing * 9),
    )
    .force('x', forceX<Body>(width / 2).strength((gravity * height) / width))
    .force('y', forceY<Body>(height / 2).strength(gravity))
    .stop();
  for (let tick = 0; tick < TICKS; tick += 1) {
    const left = 1 - tick / TICKS;
    simulation.alpha(Math.max(0.002, left * left));
    simulation.tick();
  }
  return bodies.map((body) => ({ x: body.x ?? 0, y: body.y ?? 0 }));
}

/**
 * Makes way for names, and for wordings where lines leave any room: anneals from given places in the problem's frame,
 * pushes apart what still overlaps and places wordings. With `stay` discs would rather be where they started.
 */
export function settleMany(problem: LayoutProblem, start: Start, stay: boolean): Placement {
  const isWorded = problem.ties.length <= WORDED * problem.nodes.length;
  const ties = problem.ties.map((tie) => (isWorded || tie.must ? tie : { ...tie, label: null }));
  const proposals = Math.min(PROPOSALS, Math.floor(WORK / (problem.nodes.length + ties.length)));
  const settled = settle({ ...problem, ties, centre: null }, start, [{ proposals, ...HEAT }], stay);
  const places = problem.nodes.map(({ id }) => settled.nodes.get(id) ?? { x: 0, y: 0, side: 'below' as const });
  const sides = places.map(({ side }) => side);
  const points = spreadBoxes(problem, places, sides);
  return placeLabels({ problem, points, keepSides: settled.nodes, firstAt: settled.ties });
}

/**
 * A layout for hundreds of nodes: forces (d3-force) from seeded starts, spread over a compact frame of the problem's
 * shape, then annealed so that names are clear. Wordings without room get `at` -1: not drawn until asked for. The frame
 * may be larger or smaller than `width` × `height`: use the extent of what comes. About a second for 1,500 elements.
 */
export function forceLayout(problem: LayoutProblem): Placement {
  if (problem.nodes.length === 0) return { nodes: new Map(), ties: new Map() };
  const framed = fitFrame(problem);
  return settleMany(framed, { points: fillFrame(framed, runForces(framed), EVENNESS) }, false);
}
