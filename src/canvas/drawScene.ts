import type { Box, NameSide } from '../model/layoutProblem.ts';
import { LINE_HEIGHT } from '../model/textMetrics.ts';
import { centreOf } from '../scene/boxes.ts';
import { LOOP_REACH } from '../scene/buildEdge.ts';
import { NAME_SIZE } from '../scene/labels.ts';
import { DASHES, isHollow, STROKE } from '../scene/marks.ts';
import type { Palette } from '../scene/palette.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene/scene.ts';
import { GLYPHS, OUTLINES } from '../scene/shapes.ts';

/** One Cytoscape element as data: what `diffScene` compares and `show` writes. */
export interface Drawn {
  readonly id: string;
  readonly group: 'nodes' | 'edges';
  readonly data: Readonly<Record<string, string | number | readonly (number | string)[]>>;
  readonly classes: string;
  readonly position: { readonly x: number; readonly y: number } | null;
  /** Belongs to a disc and is moved with it, never by itself. */
  readonly isControl?: boolean;
}

/** Cytoscape's element ids are ours with a prefix, since an entity and a tie could share one. */
export const nodeElement = (id: string): string => `n ${id}`;
export const edgeElement = (id: string): string => `e ${id}`;

const VALIGN: Readonly<Record<NameSide, string>> = { below: 'bottom', above: 'top', right: 'center', left: 'center' };
const HALIGN: Readonly<Record<NameSide, string>> = { below: 'center', above: 'center', right: 'right', left: 'left' };

function iconUri(kind: SceneNode['kind'], colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24"><path fill="${colour}" fill-rule="evenodd" d="${GLYPHS[kind]}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function nodeOf(node: SceneNode, palette: Palette): Drawn {
  const outline = OUTLINES[node.kind];
  const colour = palette.kinds[node.kind];
  const event = node.standing;
  const [marginX, marginY] = labelMargin(node);
  return {
    id: nodeElement(node.id),
    group: 'nodes',
    position: { x: node.x, y: node.y },
    classes: [event ? 'event' : '', event?.disputed ? 'disputed' : ''].join(' ').trim(),
    data: {
      record: node.id,
      label: node.lines.join('\n'),
      weight: node.weight === 'semibold' ? 600 : 400,
      size: 2 * node.radius,
      shape: outline ? 'polygon' : 'ellipse',
      points: outline ? outline.flat().join(' ') : '-1 -1 1 -1 1 1 -1 1',
      fill: event ? palette.mist : colour,
      edge: colour,
      dash: event && DASHES[event.word].length > 0 ? 'dashed' : event && isHollow(event.word) ? 'double' : 'solid',
      dashes: event && DASHES[event.word].length > 0 ? DASHES[event.word] : [4, 2],
      icon: iconUri(node.kind, event ? colour : palette.icon),
      valign: VALIGN[node.side],
      halign: HALIGN[node.side],
      justify: node.side === 'right' ? 'left' : node.side === 'left' ? 'right' : 'center',
      marginX,
      marginY,
    },
  };
}

/** The height of a label as Cytoscape counts it: no leading above the first line and below the last. */
function blockHeight(lines: number): number {
  return NAME_SIZE * (LINE_HEIGHT * lines - (LINE_HEIGHT - 1));
}

/** Cytoscape hangs a label at the disc's box; the rest of the way to the middle of the scene's box is margin. */
function labelMargin({ x, y, radius, side, nameBox, lines }: SceneNode): [number, number] {
  const middle = centreOf(nameBox);
  const slack = (nameBox.height - blockHeight(lines.length)) / 2;
  switch (side) {
    case 'below':
      return [middle.x - x, nameBox.y + slack - (y + radius)];
    case 'above':
      return [middle.x - x, nameBox.y + nameBox.height - slack - (y - radius)];
    case 'right':
      return [nameBox.x - (x + radius), middle.y - y];
    case 'left':
      return [nameBox.x + nameBox.width - (x - radius), middle.y - y];
  }
}

const ARROW_SCALE = 0.9;

/** Where Cytoscape takes the middle of a line to be: between the gaps that it leaves for arrow heads. */
function middleOfLine({ start, end, arrowFrom, arrowTo, relations }: SceneEdge): { x: number; y: number } {
  const width = relations.length > 1 ? STROKE.several : STROKE.line;
  const gap = 2 * ARROW_SCALE * width;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const shift = ((arrowFrom ? gap : 0) - (arrowTo ? gap : 0)) / 2 / length;
  return { x: (start.x + end.x) / 2 + dx * shift, y: (start.y + end.y) / 2 + dy * shift };
}

function edgeLabelMargin(edge: SceneEdge, box: Box): [number, number] {
  const middle = edge.loop?.bend ?? middleOfLine(edge);
  const centre = centreOf(box);
  return [centre.x - middle.x, centre.y - middle.y];
}

function edgeOf(edge: SceneEdge): Drawn {
  const [marginX, marginY] = edge.labelBox ? edgeLabelMargin(edge, edge.labelBox) : [0, 0];
  const dashes = DASHES[edge.pattern];
  const several = edge.relations.length > 1;
  return {
    id: edgeElement(edge.id),
    group: 'edges',
    position: null,
    classes: [
      edge.disputed ? 'disputed' : '',
      isHollow(edge.pattern) ? 'hollow' : '',
      edge.pattern === 'unsourced' ? 'unsourced' : '',
      edge.loop ? 'loop' : '',
      edge.labelBox ? '' : 'unlabelled',
    ]
      .join(' ')
      .replaceAll(/ +/g, ' ')
      .trim(),
    data: {
      record: edge.id,
      source: nodeElement(edge.from),
      target: nodeElement(edge.to),
      label: edge.lines.join('\n'),
      width: several ? STROKE.several : STROKE.line,
      line: dashes.length > 0 ? 'dashed' : 'solid',
      dashes: dashes.length > 0 ? dashes : [6, 3],
      arrowFrom: edge.arrowFrom ? 'triangle' : 'none',
      arrowTo: edge.arrowTo ? 'triangle' : 'none',
      reach: LOOP_REACH / 1.4,
      marginX,
      marginY,
    },
  };
}

/** What Cytoscape is told to draw for a scene in a theme's colours. */
export function drawScene(scene: Scene, palette: Palette): Drawn[] {
  return [...scene.nodes.map((node) => nodeOf(node, palette)), ...scene.edges.map((edge) => edgeOf(edge))];
}
