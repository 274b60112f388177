import type { Dataset, Tie } from '../model/dataset.ts';
import type { Box, Placement, Point } from '../model/layoutProblem.ts';
import type { Standing } from '../model/standing.ts';
import { boxAround } from './boxes.ts';
import { buildTieLabel, type Label } from './labels.ts';
import { firmestWord } from './marks.ts';
import type { SceneEdge, SceneNode } from './scene.ts';
import { leaveOutline } from './shapes.ts';

/** A loop leaves and enters at 30° either side of straight up; its control points stand this far from the centre, px. */
export const LOOP_REACH = 84;
const HALF = 0.5;
const SIN_60 = 0.8660254;

interface Line {
  readonly start: Point;
  readonly end: Point;
  readonly loop: SceneEdge['loop'];
  /** Where the wording is centred. */
  readonly middle: Point;
}

function straightLine(from: SceneNode, to: SceneNode, at: number): Line {
  const start = leaveOutline(from.kind, from, from.radius, to);
  const end = leaveOutline(to.kind, to, to.radius, from);
  // `at` runs between the discs as the layout saw them, which are circles.
  const length = Math.sqrt((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)) || 1;
  const along = (from.radius + at * (length - from.radius - to.radius)) / length;
  const middle = { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
  return { start, end, loop: null, middle };
}

function loopLine(node: SceneNode): Line {
  const first = { x: node.x - LOOP_REACH * HALF, y: node.y - LOOP_REACH * SIN_60 };
  const second = { x: node.x + LOOP_REACH * HALF, y: first.y };
  const bend = { x: node.x, y: first.y };
  return {
    start: leaveOutline(node.kind, node, node.radius, first),
    end: leaveOutline(node.kind, node, node.radius, second),
    loop: { first, bend, second },
    middle: bend,
  };
}

function arrows(dataset: Dataset, tie: Tie): { arrowFrom: boolean; arrowTo: boolean } {
  let [arrowFrom, arrowTo] = [false, false];
  for (const id of tie.relations) {
    const relation = dataset.relations.get(id);
    if (!relation || dataset.types.get(relation.type)?.symmetric) continue;
    if (relation.to === tie.ends[1]) arrowTo = true;
    else arrowFrom = true;
  }
  return { arrowFrom, arrowTo };
}

/** The line of a tie between two placed nodes, with its wording where the placement put it. */
export function buildEdge(
  dataset: Dataset,
  tie: Tie,
  standings: readonly Standing[],
  [from, to]: readonly [SceneNode, SceneNode],
  placement: Placement,
): SceneEdge {
  const at = placement.ties.get(tie.id)?.at ?? HALF;
  const line = from === to ? loopLine(from) : straightLine(from, to, at < 0 ? HALF : at);
  const label: Label = buildTieLabel(dataset, tie, standings);
  const labelBox: Box | null = at < 0 ? null : boxAround(line.middle, label);
  return {
    id: tie.id,
    from: tie.ends[0],
    to: tie.ends[1],
    relations: tie.relations,
    standings,
    label: label.lines.join(' · '),
    lines: label.lines,
    pattern: firmestWord(standings),
    disputed: standings.some((standing) => standing.disputed),
    ...arrows(dataset, tie),
    start: line.start,
    end: line.end,
    loop: line.loop,
    labelBox,
  };
}
