import type { Box, Point } from '../model/layoutProblem.ts';
import type { StandingWord } from '../model/standing.ts';
import { DASHES, isHollow, STROKE } from '../scene/marks.ts';
import type { Palette } from '../scene/palette.ts';
import type { SceneEdge } from '../scene/scene.ts';
import { element, num } from './svgText.ts';

/** Length and width of an arrow head in px: what the canvas draws at its arrow scale. */
const HEAD = { length: 7.8, half: 3.9 } as const;
/** Px by which a line ends before its arrow's tip, so that it does not show beside it. */
const SHORTER = 6;

const at = ({ x, y }: Point): string => `${num(x)} ${num(y)}`;

/** The unit vector from one point to another; to the right where they coincide. */
function direction(from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length };
}

function back(tip: Point, way: Point, by: number, aside = 0): Point {
  return { x: tip.x - way.x * by - way.y * aside, y: tip.y - way.y * by + way.x * aside };
}

/** Where the line comes from at either tip: the other end, or the loop's control point. */
function ways(edge: SceneEdge): { from: Point; to: Point } {
  return {
    from: direction(edge.loop?.first ?? edge.end, edge.start),
    to: direction(edge.loop?.second ?? edge.start, edge.end),
  };
}

/** The part 0 to 1 of a segment that lies in a box, or null. */
function insideBox(from: Point, to: Point, box: Box): readonly [number, number] | null {
  let [enter, leave] = [0, 1];
  const sides = [
    [from.x, to.x - from.x, box.x, box.x + box.width],
    [from.y, to.y - from.y, box.y, box.y + box.height],
  ] as const;
  for (const [origin, way, low, high] of sides) {
    if (way === 0 && (origin < low || origin > high)) return null;
    if (way === 0) continue;
    const [a, b] = [(low - origin) / way, (high - origin) / way];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter < leave ? [enter, leave] : null;
}

/** The path of a tie's line between its arrow heads; left open over `gap`, where that is given. */
function linePath(edge: SceneEdge, gap: Box | null): string {
  const way = ways(edge);
  const start = edge.arrowFrom ? back(edge.start, way.from, SHORTER) : edge.start;
  const end = edge.arrowTo ? back(edge.end, way.to, SHORTER) : edge.end;
  const { loop } = edge;
  if (loop) return `M${at(start)}Q${at(loop.first)} ${at(loop.bend)}Q${at(loop.second)} ${at(end)}`;
  const open = gap && insideBox(start, end, gap);
  if (!open) return `M${at(start)}L${at(end)}`;
  const along = (t: number): Point => ({ x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t });
  return `M${at(start)}L${at(along(open[0]))}M${at(along(open[1]))}L${at(end)}`;
}

function head(tip: Point, way: Point): string {
  const [left, right] = [back(tip, way, HEAD.length, HEAD.half), back(tip, way, HEAD.length, -HEAD.half)];
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

/** What the drawing functions of a scene share. */
export interface Pen {
  readonly palette: Palette;
  /** The class attribute for the page's stylesheet, or undefined where colours are fixed. */
  readonly classOf: (...names: string[]) => string | undefined;
  /** Nothing of the ground is painted: for pictures without a background. */
  readonly bare: boolean;
  /** How much heavier lines are drawn than on the page; 1 where it is not given. */
  readonly line?: number;
  /** Px of the edge around what is disputed. */
  readonly chip?: number;
}

/** A path in the pattern of a standing, wider where it stands for several relations. */
export function drawStroke(d: string, word: StandingWord, several: boolean, pen: Pen): string {
  const { palette, classOf, line: heavier = 1 } = pen;
  const hollow = isHollow(word);
  const faint = word === 'unsourced';
  const dashes = DASHES[word];
  const path = element('path', {
    class: classOf(faint ? 'sy-faint' : 'sy-line'),
    d,
    fill: 'none',
    stroke: faint ? palette.faint : palette.line,
    'stroke-width': heavier * (hollow ? STROKE.hollow : several ? STROKE.several : STROKE.line),
    'stroke-dasharray': dashes.length > 0 ? dashes.join(' ') : undefined,
  });
  if (!hollow) return path;
  const between = { d, fill: 'none', stroke: palette.ground, 'stroke-width': heavier * (STROKE.hollow - 2) };
  return path + element('path', { class: classOf('sy-between'), ...between });
}

/** A tie's line in its pattern, with arrow heads whose tips lie on the outlines. */
export function drawLine(edge: SceneEdge, pen: Pen): string {
  const line = drawStroke(
    linePath(edge, pen.bare && !edge.disputed ? edge.labelBox : null),
    edge.pattern,
    edge.relations.length > 1,
    pen,
  );
  const way = ways(edge);
  const heads = [edge.arrowFrom && head(edge.start, way.from), edge.arrowTo && head(edge.end, way.to)].filter(Boolean);
  if (heads.length === 0) return line;
  const faint = edge.pattern === 'unsourced';
  return (
    line +
    element('path', {
      class: pen.classOf(faint ? 'sy-faint-head' : 'sy-line-head'),
      d: heads.join(''),
      fill: faint ? pen.palette.faint : pen.palette.line,
    })
  );
}
