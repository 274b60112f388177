import type { Box, Point } from '../model/layoutProblem.ts';
import type { Weight } from '../model/textMetrics.ts';
import { centreOf } from '../scene/boxes.ts';
import type { Palette } from '../scene/palette.ts';
import type { Scene, SceneEdge, SceneNode } from '../scene/scene.ts';
import { sayKind } from '../words/names.ts';
import { drawCallout } from './drawCallout.ts';
import { drawDisc } from './drawDisc.ts';
import { drawLine, type Pen } from './drawLine.ts';
import { drawBlock, SANS } from './drawText.ts';
import { SCENE_TYPE, type TypeSizes } from './letterScene.ts';
import type { Ink } from './pictureInk.ts';
import { type Attributes, element, escapeText } from './svgText.ts';
import { chipAround, numberSize } from './textChip.ts';

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
  /** Addresses by tie or entity id: such a group is a link, for a page in which each leads to its words. */
  readonly links?: ReadonlyMap<string, string>;
  /** Sizes of the type; the scene's own where they are not given. */
  readonly sizes?: TypeSizes;
  /** Where the line is that a number stands aside from, by tie. */
  readonly tethers?: ReadonlyMap<string, Point>;
  readonly ink?: Omit<Ink, 'palette'>;
  /** Names at each group the ids of its relations, their standings in the same order, and which of them are disputed. */
  readonly records?: boolean;
  /** The language that names are in, where it is known. */
  readonly language?: string | null;
}

const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, semibold: 600 };
const PLAIN_ID = /^[A-Za-z0-9_-]{1,80}$/;

interface Drawing {
  readonly ids: Ids;
  readonly options: SceneOptions;
  readonly pen: TextPen;
}

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

/** The pen with what else the drawing of text must know. */
interface TextPen extends Pen {
  readonly sizes: TypeSizes;
}

function figures(number: string | undefined, size: number, { palette, classOf, sizes }: TextPen): string {
  if (!number) return '';
  const paint = {
    class: classOf('sy-number'),
    fill: palette.soft,
    'font-size': numberSize(size, sizes.least),
    'font-weight': WEIGHTS.semibold,
  };
  // Before the element: librsvg leaves out any space at the start of one, a plain one or not.
  return `\u00a0${element('tspan', paint, escapeText(number))}`;
}

function chipRect(box: Box, disputed: boolean, { palette, classOf, bare, chip = 1.25 }: Pen): string {
  if (!disputed) return bare ? '' : element('rect', { class: classOf('sy-clear'), ...box, fill: palette.ground });
  return element('rect', {
    class: classOf('sy-disputed'),
    ...box,
    rx: 2,
    fill: palette.sheet,
    stroke: palette.dispute,
    'stroke-width': chip,
  });
}

/** A number that stands for a wording, behind the sign of a dispute where there is one. */
function numberAlone(edge: SceneEdge, box: Box, number: string, pen: TextPen): string {
  const { x, y } = centreOf(box);
  const words = [...edge.lines, number].join(' ');
  const paint = { class: pen.classOf('sy-number'), fill: pen.palette.ink, 'font-weight': WEIGHTS.semibold };
  return drawBlock({ lines: [words], x, middle: y, size: pen.sizes.wording, paint });
}

function wordingText(edge: SceneEdge, box: Box, number: string | undefined, pen: TextPen): string {
  const { wording: size } = pen.sizes;
  const { x, y } = centreOf(box);
  const paint = { class: pen.classOf('sy-wording'), fill: pen.palette.ink };
  return drawBlock({ lines: edge.lines, x, middle: y, size, afterFirst: figures(number, size, pen), paint });
}

function tetherLine(from: Point | undefined, box: Box, { palette, classOf }: Pen): string {
  if (!from) return '';
  const to = centreOf(box);
  const paint = { class: classOf('sy-tether'), stroke: palette.soft, 'stroke-width': 0.75 };
  return element('line', { ...paint, x1: from.x, y1: from.y, x2: to.x, y2: to.y });
}

function wording(edge: SceneEdge, box: Box, number: string | undefined, pen: TextPen): string {
  const size = pen.sizes.wording;
  const alone = number !== undefined && (edge.lines.length === 0 || (edge.lines.length === 1 && edge.lines[0] === '≠'));
  const text = { lines: edge.lines, size, weight: 'regular' as const, number };
  const around = chipAround(centreOf(box), { ...text, numberSize: alone ? size : numberSize(size, pen.sizes.least) });
  const words = alone ? numberAlone(edge, box, number, pen) : wordingText(edge, box, number, pen);
  return chipRect(around, edge.disputed, pen) + words;
}

function anchorOf({ side, nameBox }: SceneNode): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (side === 'right') return { x: nameBox.x, anchor: 'start' };
  if (side === 'left') return { x: nameBox.x + nameBox.width, anchor: 'end' };
  return { x: centreOf(nameBox).x, anchor: 'middle' };
}

function nameText(node: SceneNode, number: string | undefined, pen: TextPen): string {
  const disputed = node.standing?.disputed ?? false;
  const { palette, classOf, bare, sizes } = pen;
  // In a chip the lines are centred, whatever the side: the chip itself is what hangs at the disc.
  const { x, anchor } = disputed ? { x: centreOf(node.nameBox).x, anchor: 'middle' as const } : anchorOf(node);
  const halo =
    disputed || bare
      ? {}
      : {
          stroke: palette.ground,
          'stroke-width': (4 * sizes.name) / SCENE_TYPE.name,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        };
  const text = drawBlock({
    lines: node.lines,
    x,
    anchor,
    middle: centreOf(node.nameBox).y,
    size: sizes.name,
    afterFirst: figures(number, sizes.name, pen),
    paint: {
      class: disputed ? classOf('sy-name', 'sy-in-chip') : classOf('sy-name'),
      fill: palette.ink,
      'font-weight': WEIGHTS[node.weight],
      ...halo,
    },
  });
  if (!disputed) return text;
  const set = { lines: node.lines, size: sizes.name, weight: node.weight, number };
  const around = chipAround(centreOf(node.nameBox), { ...set, numberSize: numberSize(sizes.name, sizes.least) });
  return chipRect(around, true, pen) + text;
}

function titleOf(id: string, fallback: string, titles: SceneOptions['titles']): string {
  return element('title', {}, escapeText(titles?.get(id) ?? fallback));
}

function layer(name: string, groups: readonly string[], { classOf }: Pen): string {
  return groups.length === 0 ? '' : `${element('g', { class: classOf(name) }, `\n${groups.join('\n')}\n`)}\n`;
}

/** What a group stands for, for machines. */
function recordsOf({ relations, standings }: SceneEdge): Record<string, string | undefined> {
  const disputed = relations.filter((_, i) => standings[i]?.disputed);
  return {
    'data-relations': relations.join(' '),
    'data-standing': standings.map(({ word }) => word).join(' '),
    'data-disputed': disputed.length > 0 ? disputed.join(' ') : undefined,
  };
}

/** One group of a scene, which is a link where its record has an address. */
function group(id: string, named: Attributes, content: string, links: SceneOptions['links']): string {
  const href = links?.get(id);
  return element(href === undefined ? 'g' : 'a', { ...named, href }, content);
}

function lineGroup(edge: SceneEdge, { ids, options, pen }: Drawing): string {
  const title = edge.labelBox ? '' : titleOf(edge.id, edge.label, options.titles);
  const named = { id: `${ids.edge(edge)}.line`, 'data-id': edge.id };
  // Beside a wording the line is no second link to the same place.
  return group(edge.id, named, title + drawLine(edge, pen), edge.labelBox ? undefined : options.links);
}

function wordingGroup(edge: SceneEdge, { ids, options, pen }: Drawing): string[] {
  if (!edge.labelBox) return [];
  const { numbers, titles, tethers, records } = options;
  const content =
    titleOf(edge.id, edge.label, titles) +
    tetherLine(tethers?.get(edge.id), edge.labelBox, pen) +
    wording(edge, edge.labelBox, numbers?.get(edge.id), pen);
  const named = { id: ids.edge(edge), 'data-id': edge.id, ...(records ? recordsOf(edge) : {}) };
  return [group(edge.id, named, content, options.links)];
}

function entityGroup(node: SceneNode, { ids, options, pen }: Drawing): string {
  const { numbers, titles, records } = options;
  const { standing } = node;
  const known = { 'data-standing': standing?.word, 'data-disputed': standing?.disputed ? node.id : undefined };
  const content =
    titleOf(node.id, `${node.label}, ${sayKind(node.kind)}`, titles) +
    drawDisc({ ...node, word: standing?.word ?? null }, pen) +
    nameText(node, numbers?.get(node.id), pen);
  return group(
    node.id,
    { id: ids.node(node.id), 'data-id': node.id, ...(records ? known : {}) },
    content,
    options.links,
  );
}

/**
 * The scene as SVG groups in its own coordinates: lines, wordings, discs with their names, then callouts; one group with
 * id, `data-id` and title for each tie and entity. Presentation attributes stand alone; with `classes` a stylesheet can
 * recolour everything. Linear in the scene.
 */
export function writeScene(scene: Scene, palette: Palette, options: SceneOptions): string {
  const pen: TextPen = {
    palette,
    classOf: (...names) => (options.classes ? names.join(' ') : undefined),
    bare: options.bare ?? false,
    sizes: options.sizes ?? SCENE_TYPE,
    ...options.ink,
  };
  const drawing: Drawing = { ids: createIds(scene), options, pen };
  const content = [
    layer(
      'sy-lines',
      scene.edges.map((edge) => lineGroup(edge, drawing)),
      pen,
    ),
    layer(
      'sy-wordings',
      scene.edges.flatMap((edge) => wordingGroup(edge, drawing)),
      pen,
    ),
    layer(
      'sy-entities',
      scene.nodes.map((node) => entityGroup(node, drawing)),
      pen,
    ),
    layer(
      'sy-callouts',
      scene.callouts.map((callout) => drawCallout(callout, pen.sizes.callout, pen)),
      pen,
    ),
  ];
  const named = { class: pen.classOf('sy-scene'), 'font-family': SANS, 'xml:lang': options.language ?? undefined };
  return element('g', named, `\n${content.join('')}`);
}
