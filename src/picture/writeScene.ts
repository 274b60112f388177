import type { Box } from '../model/layoutProblem.ts';
import { LINE_HEIGHT, measureText, type Weight } from '../model/textMetrics.ts';
import { centreOf } from '../scene/boxes.ts';
import { NAME_SIZE, WORDING_SIZE } from '../scene/labels.ts';
import type { Palette } from '../scene/palette.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene/scene.ts';
import { sayKind } from '../words/names.ts';
import { drawDisc } from './drawDisc.ts';
import { drawLine, type Pen } from './drawLine.ts';
import { drawBlock, SANS } from './drawText.ts';
import { element, escapeText } from './svgText.ts';

/** How a scene is written. */
export interface SceneOptions {
  /** Small figures behind the first line of a wording or name, by tie or entity id. */
  readonly numbers?: ReadonlyMap<string, string>;
  /** A sentence for each group, by tie or entity id; its label where it has none. */
  readonly titles?: ReadonlyMap<string, string>;
  /** Adds classes for the page's stylesheet beside the presentation attributes. */
  readonly classes: boolean;
  /** Paints no ground: lines are left open under wordings, and names have no halo. */
  readonly bare?: boolean;
}

const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, semibold: 600 };
/** Px around the em boxes of a wording's lines, within the room of its label box; less below, where few letters reach. */
const CHIP_PAD = { side: 3, above: 3, below: 2 } as const;
/** What ≠ may be wider than measured, in em: the shipped fonts lack it, and DejaVu's is 0.84 em. */
const SIGN_EXTRA = 0.35;
const NUMBER_SIZE = 0.8;
const PLAIN_ID = /^[A-Za-z0-9_-]{1,80}$/;

interface Ids {
  readonly node: (id: string) => string;
  readonly edge: (edge: SceneEdge) => string;
}

/** Valid unique ids: the record's own where it is plain; else its place, behind two dots that no plain one has. */
function createIds(scene: Scene): Ids {
  const places = new Map<string, number>(scene.nodes.map(({ id }, i) => [id, i]));
  const part = (id: string): string => (PLAIN_ID.test(id) ? id : `.${places.get(id) ?? 0}`);
  return {
    node: (id) => `entity.${part(id)}`,
    edge: ({ from, to }) => `tie.${part(from)}.${part(to)}`,
  };
}

function figures(number: string | undefined, size: number, { palette, classOf }: Pen): string {
  if (!number) return '';
  const paint = {
    class: classOf('sy-number'),
    fill: palette.soft,
    'font-size': size * NUMBER_SIZE,
    'font-weight': WEIGHTS.semibold,
  };
  return element('tspan', paint, ` ${escapeText(number)}`);
}

/** The box that a block of text covers around its centre, with room for its number. */
function textChip(lines: readonly string[], size: number, weight: Weight, number: string | undefined, box: Box): Box {
  const extra = number ? measureText(` ${number}`, size * NUMBER_SIZE, 'semibold') : 0;
  const widths = lines.map(
    (line, i) => measureText(line, size, weight) + (i === 0 ? extra : 0) + (line.includes('≠') ? SIGN_EXTRA * size : 0),
  );
  const height = ((lines.length - 1) * LINE_HEIGHT + 1) * size;
  const width = Math.max(0, ...widths) + 2 * CHIP_PAD.side;
  const centre = centreOf(box);
  return {
    x: centre.x - width / 2,
    y: centre.y - height / 2 - CHIP_PAD.above,
    width,
    height: height + CHIP_PAD.above + CHIP_PAD.below,
  };
}

function chip(box: Box, disputed: boolean, { palette, classOf, bare }: Pen): string {
  if (!disputed) return bare ? '' : element('rect', { class: classOf('sy-clear'), ...box, fill: palette.ground });
  return element('rect', {
    class: classOf('sy-disputed'),
    ...box,
    rx: 2,
    fill: palette.sheet,
    stroke: palette.dispute,
    'stroke-width': 1.25,
  });
}

function wording(edge: SceneEdge, box: Box, number: string | undefined, pen: Pen): string {
  const { x, y } = centreOf(box);
  const text = drawBlock({
    lines: edge.lines,
    x,
    middle: y,
    size: WORDING_SIZE,
    afterFirst: figures(number, WORDING_SIZE, pen),
    paint: { class: pen.classOf('sy-wording'), fill: pen.palette.ink },
  });
  return chip(textChip(edge.lines, WORDING_SIZE, 'regular', number, box), edge.disputed, pen) + text;
}

function anchorOf({ side, nameBox }: SceneNode): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (side === 'right') return { x: nameBox.x, anchor: 'start' };
  if (side === 'left') return { x: nameBox.x + nameBox.width, anchor: 'end' };
  return { x: centreOf(nameBox).x, anchor: 'middle' };
}

function nameText(node: SceneNode, number: string | undefined, pen: Pen): string {
  const disputed = node.standing?.disputed ?? false;
  const { palette, classOf, bare } = pen;
  // In a chip the lines are centred, whatever the side: the chip itself is what hangs at the disc.
  const { x, anchor } = disputed ? { x: centreOf(node.nameBox).x, anchor: 'middle' as const } : anchorOf(node);
  const halo =
    disputed || bare
      ? {}
      : { stroke: palette.ground, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const text = drawBlock({
    lines: node.lines,
    x,
    anchor,
    middle: centreOf(node.nameBox).y,
    size: NAME_SIZE,
    afterFirst: figures(number, NAME_SIZE, pen),
    paint: {
      class: disputed ? classOf('sy-name', 'sy-in-chip') : classOf('sy-name'),
      fill: palette.ink,
      'font-weight': WEIGHTS[node.weight],
      ...halo,
    },
  });
  if (!disputed) return text;
  return chip(textChip(node.lines, NAME_SIZE, node.weight, number, node.nameBox), true, pen) + text;
}

function titleOf(id: string, fallback: string, titles: SceneOptions['titles']): string {
  return element('title', {}, escapeText(titles?.get(id) ?? fallback));
}

function layer(name: string, groups: readonly string[], { classOf }: Pen): string {
  return groups.length === 0 ? '' : `${element('g', { class: classOf(name) }, `\n${groups.join('\n')}\n`)}\n`;
}

/**
 * The scene as SVG groups in its own coordinates: lines, wordings, then discs with their names, one group with id,
 * `data-id` and title for each tie and entity. Presentation attributes stand alone; with `classes` a stylesheet can
 * recolour everything. Linear in the scene.
 */
export function writeScene(scene: Scene, palette: Palette, options: SceneOptions): string {
  const pen: Pen = {
    palette,
    classOf: (...names) => (options.classes ? names.join(' ') : undefined),
    bare: options.bare ?? false,
  };
  const ids = createIds(scene);
  const { numbers, titles } = options;
  const edgeGroup = (edge: SceneEdge, part: string, content: string): string =>
    element('g', { id: `${ids.edge(edge)}${part}`, 'data-id': edge.id }, content);
  const lines = scene.edges.map((edge) =>
    edgeGroup(edge, '.line', (edge.labelBox ? '' : titleOf(edge.id, edge.label, titles)) + drawLine(edge, pen)),
  );
  const wordings = scene.edges.flatMap((edge) =>
    edge.labelBox
      ? [
          edgeGroup(
            edge,
            '',
            titleOf(edge.id, edge.label, titles) + wording(edge, edge.labelBox, numbers?.get(edge.id), pen),
          ),
        ]
      : [],
  );
  const nodes = scene.nodes.map((node) =>
    element(
      'g',
      { id: ids.node(node.id), 'data-id': node.id },
      titleOf(node.id, `${node.label}, ${sayKind(node.kind)}`, titles) +
        drawDisc({ ...node, word: node.standing?.word ?? null }, pen) +
        nameText(node, numbers?.get(node.id), pen),
    ),
  );
  const content =
    layer('sy-lines', lines, pen) + layer('sy-wordings', wordings, pen) + layer('sy-entities', nodes, pen);
  return element('g', { class: pen.classOf('sy-scene'), 'font-family': SANS }, `\n${content}`);
}
