import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { placeLabels } from './layoutLabels.ts';
import { type LayoutProblem, type LayoutTie, LINE_SHOWN, type Placement, type Point } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';
import { spreadBoxes } from './layoutSpread.ts';

/** Times the area that discs and names cover: below it, pushing them apart tears the picture. */
const ROOM = 3.2;
const MARGIN = 40;
/** A frame thinner than this is none: forces in it would not come to rest. */
const SIDE_MIN = 300;

interface Link extends SimulationLinkDatum<Body> {
  readonly wish: number;
}

interface Body extends SimulationNodeDatum {
  readonly reach: number;
}

/** Frame of the problem's shape that is large enough for all its discs and names. */
function roomyFrame(problem: LayoutProblem): { width: number; height: number } {
  let covered = 0;
  for (const node of problem.nodes) {
    const across = Math.max(2 * node.radius, node.name.width) + 12;
    covered += across * (2 * node.radius + node.name.height + 12);
  }
  for (const { label } of problem.ties) covered += label === null ? 0 : (label.width + 20) * (label.height + 8);
  const width = Math.max(SIDE_MIN, problem.width);
  const height = Math.max(SIDE_MIN, problem.height);
  const factor = Math.max(1, Math.sqrt((covered * ROOM) / (width * height)));
  return { width: width * factor, height: height * factor };
}

/** Long enough for the wording to lie on the line with some of the line beside it. */
function wishedLength(problem: LayoutProblem, tie: LayoutTie, spacing: number): number {
  const radii = (problem.nodes[tie.from]?.radius ?? 0) + (problem.nodes[tie.to]?.radius ?? 0);
  const label = tie.label === null ? 0 : tie.label.width + 2 * LINE_SHOWN + 16;
  return Math.max(spacing * 0.9, radii + label);
}

function runForces(problem: LayoutProblem, frame: { width: number; height: number }, ticks: number): Body[] {
  const random = createRandom(problem.seed);
  const spacing = Math.sqrt((frame.width * frame.height) / problem.nodes.length);
  const bodies: Body[] = problem.nodes.map((node, index) => ({
    index,
    x: random.next() * frame.width,
    y: random.next() * frame.height,
    vx: 0,
    vy: 0,
    reach: Math.max(node.radius, (node.name.width + node.radius * 2 + node.name.height) / 4),
  }));
  const links: Link[] = problem.ties
    .filter((tie) => tie.from !== tie.to && bodies[tie.from] && bodies[tie.to])
    .map((tie) => ({ source: tie.from, target: tie.to, wish: wishedLength(problem, tie, spacing) }));
  const gravity = 0.05;
  const simulation = forceSimulation(bodies)
    .randomSource(() => random.next())
    // The default decay is made with pow, which differs between engines: the cooling below is ours.
    .alphaDecay(0)
    .force(
      'link',
      forceLink<Body, Link>(links).distance((link) => link.wish),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(-spacing * 4)
        .distanceMax(spacing * 9),
    )
    .force('x', forceX<Body>(frame.width / 2).strength((gravity * frame.height) / frame.width))
    .force('y', forceY<Body>(frame.height / 2).strength(gravity))
    .force('collide', forceCollide<Body>((body) => body.reach + 6).iterations(1))
    .stop();
  for (let tick = 0; tick < ticks; tick += 1) {
    const left = 1 - tick / ticks;
    simulation.alpha(Math.max(0.002, left * left));
    simulation.tick();
  }
  return bodies;
}

/** Stretches points to fill a frame but for a margin, each axis by itself and at most by `most`. */
function fitPoints(points: readonly Point[], frame: { width: number; height: number }, most: number): Point[] {
  const axis = (values: number[], size: number): ((value: number) => number) => {
    const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const high = values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);
    const scale = high - low > 1e-6 ? Math.min(most, Math.max(0, size - 2 * MARGIN) / (high - low)) : 1;
    return (value) => size / 2 + (value - (low + high) / 2) * scale;
  };
  const toX = axis(
    points.map((point) => point.x),
    frame.width,
  );
  const toY = axis(
    points.map((point) => point.y),
    frame.height,
  );
  return points.map(({ x, y }) => ({ x: toX(x), y: toY(y) }));
}

/**
 * A layout for hundreds of nodes: forces (d3-force) from seeded starts, fitted to a frame of the problem's shape that
 * grows with the number of discs, discs and names pushed apart, wordings where there is room. Wordings without room get
 * `at` -1: not drawn until asked for. The frame may be larger than `width` × `height`: use the extent of what comes.
 */
export function forceLayout(problem: LayoutProblem): Placement {
  if (problem.nodes.length === 0) return { nodes: new Map(), ties: new Map() };
  const frame = roomyFrame(problem);
  const bodies = runForces(problem, frame, problem.nodes.length > 300 ? 160 : 300);
  const fitted = fitPoints(
    bodies.map((body) => ({ x: body.x ?? 0, y: body.y ?? 0 })),
    frame,
    2,
  );
  return placeLabels({ problem, points: spreadBoxes(problem, fitted) });
}
