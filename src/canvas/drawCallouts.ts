import type { Point } from '../model/layoutProblem.ts';
import { centreOf } from '../scene/boxes.ts';
import type { Scene, SceneCallout } from '../scene/scene.ts';
import type { Drawn } from './drawScene.ts';

/** The elements of a callout: its sheet, both ends of its line, and the line. */
export const calloutElements = (id: string): readonly [string, string, string, string] => [
  `c ${id}`,
  `ct ${id}`,
  `ca ${id}`,
  `cl ${id}`,
];

/** The middle of what a callout hangs at; the origin for one that hangs at nothing. */
export function middleOf(places: readonly Point[]): Point {
  const sum = (of: (point: Point) => number): number => places.reduce((all, each) => all + of(each), 0);
  const count = places.length || 1;
  return { x: sum(({ x }) => x) / count, y: sum(({ y }) => y) / count };
}

function drawCallout(callout: SceneCallout, middle: Point): Drawn[] {
  const { id, holders, of, box, tail, anchor, lines, rightToLeft } = callout;
  const [sheet, start, end, line] = calloutElements(id);
  const part = (element: string, classes: string, at: Point, data: Drawn['data'] = {}): Drawn => ({
    id: element,
    group: 'nodes',
    classes,
    position: at,
    data: { holders, dx: at.x - middle.x, dy: at.y - middle.y, ...data },
    isControl: true,
  });
  // Lines stand at the leading edge of their sheet, whose text is as wide as the widest of them.
  const justify = rightToLeft ? 'right' : 'left';
  const written = { label: lines.join('\n'), width: box.width, height: box.height, justify };
  return [
    part(start, 'callout-part tail', tail),
    part(end, 'callout-part tip', anchor),
    {
      id: line,
      group: 'edges',
      classes: 'callout-line',
      position: null,
      data: { source: start, target: end },
      isControl: true,
    },
    part(sheet, 'callout-part callout', centreOf(box), { ...written, callout: id, ...(of === null ? {} : { of }) }),
  ];
}

/** What Cytoscape is told to draw for the callouts of a scene. */
export function drawCallouts({ callouts, nodes }: Scene): Drawn[] {
  if (callouts.length === 0) return [];
  const places = new Map(nodes.map((node) => [node.id, node]));
  return callouts.flatMap((callout) =>
    drawCallout(callout, middleOf(callout.holders.flatMap((holder) => places.get(holder) ?? []))),
  );
}
