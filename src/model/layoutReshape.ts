import type { Schedule } from './anneal.ts';
import { auditLayout } from './layoutAudit.ts';
import { fitFrame, settleMany } from './layoutForce.ts';
import { placeLabels } from './layoutLabels.ts';
import type { LayoutProblem, Placement } from './layoutProblem.ts';
import { fillFrame, type Start, settle } from './layoutSettle.ts';
import { spreadBoxes } from './layoutSpread.ts';

/** The share of its frame that discs, names and wordings fill in what is tried first, and in each frame that follows. */
const FULLNESS = [0.36, 0.3, 0.25, 0.21, 0.17];
/** Px of a frame that is too small for anything. */
const SIDE_MIN = 140;
/** For what has no place yet. */
const NOWHERE = { x: 0, y: 0, side: 'below' } as const;
/** Above this many nodes wordings may be left out. */
const MANY = 60;
/** How much of the room that is left over goes to where everything crowds. */
const EVENNESS = { few: 0.15, many: 0.5 } as const;
/** Gentle: what was left of something else stays there, and what collides gives way. */
const SETTLE: Omit<Schedule, 'proposals'> = { hot: 12, cold: 0.3, reach: 0.12 };
const MEND: Omit<Schedule, 'proposals'> = { hot: 15, cold: 0.2, reach: 0.1, mends: true };
/** Proposals of a try, and × (nodes + ties): at most about a third of a second. */
const PROPOSALS = 24_000;

/** The problem in the frame of its shape that discs, names and wordings fill to so much. */
function frameBy(problem: LayoutProblem, fullness: number): LayoutProblem {
  const discs = problem.nodes.map(({ radius, name }) => 4 * radius * radius + name.width * name.height);
  const wordings = problem.ties.map(({ label }) => (label ? label.width * label.height : 0));
  const ink = [...discs, ...wordings].reduce((sum, area) => sum + area, 0);
  const shape = problem.width / problem.height;
  const height = Math.sqrt(ink / fullness / shape);
  return { ...problem, width: Math.max(SIDE_MIN, height * shape), height: Math.max(SIDE_MIN, height) };
}

function startIn(problem: LayoutProblem, from: Placement, evenness: number): Start {
  const places = problem.nodes.map(({ id }) => from.nodes.get(id) ?? NOWHERE);
  return {
    points: fillFrame(problem, places, evenness),
    sides: places.map(({ side }) => side),
    at: problem.ties.map(({ id }) => from.ties.get(id)?.at ?? -1),
  };
}

function countFaults(problem: LayoutProblem, placement: Placement): number {
  const audit = auditLayout(problem, placement);
  return 3 * audit.overlaps + audit.linesThrough + audit.shortLines + audit.outside;
}

/** Moves discs and names apart where annealing left some of them jammed; wordings stay where they are on their lines. */
function partJammed(problem: LayoutProblem, placement: Placement): Placement {
  if (auditLayout({ ...problem, ties: [] }, placement).overlaps === 0) return placement;
  const places = problem.nodes.map(({ id }) => placement.nodes.get(id) ?? NOWHERE);
  const sides = places.map(({ side }) => side);
  const points = spreadBoxes(problem, places, sides);
  return placeLabels({ problem, points, keepSides: placement.nodes, keepAt: placement.ties });
}

/** The smallest of a few frames in which nothing collides, else the one in which least does, its discs moved apart. */
function reshapeFew(problem: LayoutProblem, from: Placement): Placement {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  const schedules = [
    { proposals: PROPOSALS, ...SETTLE },
    { proposals: PROPOSALS / 2, ...MEND },
  ];
  for (const fullness of FULLNESS) {
    const framed = frameBy(problem, fullness);
    const placement = settle(framed, startIn(framed, from, EVENNESS.few), schedules, true);
    const faults = countFaults(framed, placement);
    if (faults >= least) continue;
    least = faults;
    best = placement;
    if (faults === 0) break;
  }
  return partJammed(problem, best);
}

/**
 * Arranges what has places for the shape of another frame: as compact as it can be without overlaps, what was left of or
 * above something else mostly stays so. Only the proportions of `width` and `height` count; use the extent of what comes.
 * Repeatable, in about a second or two.
 */
export function reshapeLayout(asked: LayoutProblem, from: Placement): Placement {
  const isShaped = asked.width > 0 && asked.height > 0;
  const problem = { ...asked, centre: null, ...(isShaped ? {} : { width: 1, height: 1 }) };
  if (problem.nodes.length <= MANY) return reshapeFew(problem, from);
  const framed = fitFrame(problem);
  return settleMany(framed, startIn(framed, from, EVENNESS.many), true);
}
