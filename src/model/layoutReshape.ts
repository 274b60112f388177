import { anneal, type Heat, restoreSnapshot, takeSnapshot } from './anneal.ts';
import { createAnnealState, readPlacement } from './annealState.ts';
import { auditLayout } from './layoutAudit.ts';
import type { LayoutProblem, NameSide, Placement, Point } from './layoutProblem.ts';
import { createRandom } from './layoutRandom.ts';

/** The share of its frame that discs, names and wordings fill in what is tried first, and in each frame that follows. */
const FULLNESS = [0.36, 0.3, 0.25, 0.21, 0.18, 0.15];
/** Px that the outermost discs keep from the frame at first. */
const MARGIN = 44;
const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];
/** Gentle: what was left of something else stays there, and what collides gives way. */
const SETTLE: Heat = { hot: 12, cold: 0.3, reach: 0.12 };
const MEND: Heat = { hot: 15, cold: 0.2, reach: 0.1, mends: true };
/** Proposals × (nodes + ties) of one try: about a third of a second. */
const TRY = 1_000_000;

interface Frame {
  readonly width: number;
  readonly height: number;
}

function inkOf({ nodes, ties }: LayoutProblem): number {
  const discs = nodes.map(({ radius, name }) => 4 * radius * radius + name.width * name.height);
  const wordings = ties.map(({ label }) => (label ? label.width * label.height : 0));
  return [...discs, ...wordings].reduce((sum, area) => sum + area, 0);
}

/** The frame of the problem's shape that its ink fills to so much. */
function frameFor(problem: LayoutProblem, fullness: number): Frame {
  const shape = problem.width > 0 && problem.height > 0 ? problem.width / problem.height : 1;
  const height = Math.sqrt(inkOf(problem) / fullness / shape);
  return { width: Math.max(140, Math.round(height * shape)), height: Math.max(140, Math.round(height)) };
}

/** Stretches points to a frame, each axis by itself, so that no order changes. */
function stretchTo(points: readonly Point[], frame: Frame): Point[] {
  const axis = (values: readonly number[], size: number): ((value: number) => number) => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low;
    const room = Math.max(0, size - 2 * MARGIN);
    return (value) => (span > 1e-6 ? (size - room) / 2 + ((value - low) / span) * room : size / 2);
  };
  const toX = axis(
    points.map(({ x }) => x),
    frame.width,
  );
  const toY = axis(
    points.map(({ y }) => y),
    frame.height,
  );
  return points.map(({ x, y }) => ({ x: toX(x), y: toY(y) }));
}

function faultsOf(problem: LayoutProblem, placement: Placement): number {
  const audit = auditLayout(problem, placement);
  return audit.overlaps + audit.linesThrough + audit.shortLines + audit.outside;
}

function settle(problem: LayoutProblem, from: Placement): Placement {
  const s = createAnnealState(problem);
  const start = stretchTo(
    problem.nodes.map(({ id }) => from.nodes.get(id) ?? { x: 0, y: 0 }),
    problem,
  );
  start.forEach(({ x, y }, i) => {
    s.x[i] = x;
    s.y[i] = y;
    s.side[i] = Math.max(0, SIDES.indexOf(from.nodes.get(problem.nodes[i]?.id ?? '')?.side ?? 'below'));
  });
  problem.ties.forEach(({ id }, t) => {
    const at = from.ties.get(id)?.at ?? 0.5;
    s.at[t] = at < 0 ? 0.5 : at;
  });
  s.anchors = { x: s.x.map((x) => x / s.width), y: s.y.map((y) => y / s.height) };
  const proposals = Math.floor(TRY / Math.max(20, s.n + s.m));
  const random = createRandom(problem.seed);
  anneal(s, { proposals, ...SETTLE }, random);
  for (let pass = 0; pass < 2 && faultsOf(problem, readPlacement(problem, s)) > 0; pass += 1) {
    const before = takeSnapshot(s);
    anneal(s, { proposals: proposals / 3, ...MEND }, random);
    if (takeSnapshot(s).cost > before.cost) restoreSnapshot(s, before);
  }
  return readPlacement(problem, s);
}

/** Arranges what has places already for a frame of another shape. */
export function reshapeLayout(problem: LayoutProblem, from: Placement): Placement {
  let best: Placement = { nodes: new Map(), ties: new Map() };
  let least = Number.POSITIVE_INFINITY;
  if (problem.nodes.length === 0) return best;
  for (const fullness of FULLNESS) {
    const frame = frameFor(problem, fullness);
    const asked = { ...problem, ...frame, centre: null };
    const placement = settle(asked, from);
    const faults = faultsOf(asked, placement);
    if (faults < least) {
      least = faults;
      best = placement;
    }
    if (faults === 0) break;
  }
  return best;
}
