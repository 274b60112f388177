import { type Box, type NameSide, nameBox } from '../model/layoutProblem.ts';
import { measureText, textBlock, wrapText } from '../model/textMetrics.ts';
import { discBox } from '../scene/boxes.ts';
import type { SceneNode } from '../scene/scene.ts';
import { type BoxIndex, createBoxIndex } from './boxIndex.ts';
import { numberSize } from './textChip.ts';

/** How names are set: scene units. */
export interface NameType {
  readonly size: number;
  /** How much larger than the scene has them. */
  readonly ratio: number;
  readonly least: number;
  readonly figures: ReadonlyMap<string, string> | null;
}

const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];
/** Room around the mark of a disputed Event, as in the scene. */
const PADDING = { x: 8, y: 4 } as const;
/** Width in em at which a name is wrapped anew where it finds no room as it is. */
const NARROW = 6.5;
const MAX_LINES = 5;
/** How far a name may slide along its disc, by its width or the disc's. */
const SLIDES = [0, 0.2, -0.2, 0.4, -0.4];
const TRIES = 40;

interface Spot {
  readonly lines: readonly string[];
  readonly side: NameSide;
  readonly box: Box;
}

function sizeOf(node: SceneNode, lines: readonly string[], type: NameType): { width: number; height: number } {
  const block = textBlock(lines, type.size, node.weight);
  const number = type.figures?.get(node.id);
  const small = numberSize(type.size, type.least);
  const first = number
    ? measureText(lines[0] ?? '', type.size, node.weight) + measureText(` ${number}`, small, 'semibold')
    : 0;
  const pad = node.standing?.disputed ? PADDING : { x: 0, y: 0 };
  return { width: Math.max(block.width, first) + pad.x, height: block.height + pad.y };
}

function narrower(node: SceneNode, size: number): readonly string[] {
  const lines = wrapText(node.label, NARROW * size, size, node.weight, MAX_LINES);
  const mark = node.standing?.disputed ? node.lines.slice(-1) : [];
  return [...lines, ...mark];
}

/** Where a name may stand: on each side of its disc, above and below also slid along it. */
function spotsOf(node: SceneNode, lines: readonly string[], type: NameType): Spot[] {
  const size = sizeOf(node, lines, type);
  const sides: NameSide[] = [node.side, ...SIDES.filter((side) => side !== node.side)];
  return SLIDES.flatMap((slide) =>
    sides.map((side) => {
      const isLevel = side === 'left' || side === 'right';
      const box = nameBox(node, node.radius, size, side);
      const by = isLevel ? slide * 2 * node.radius : slide * size.width;
      return { lines, side, box: isLevel ? { ...box, y: box.y + by } : { ...box, x: box.x + by } };
    }),
  );
}

function findRoom(node: SceneNode, taken: BoxIndex, type: NameType): SceneNode | null {
  for (const lines of [node.lines, narrower(node, type.size)]) {
    for (const { side, box } of spotsOf(node, lines, type)) {
      if (!taken.meets(box, node.id)) return { ...node, lines, side, nameBox: box };
    }
  }
  return null;
}

/** All names in this order, or the one that found no room. */
function tryOrder(nodes: readonly SceneNode[], type: NameType): Map<string, SceneNode> | SceneNode {
  const taken = createBoxIndex();
  for (const node of nodes) taken.add(discBox(node), node.id);
  const lettered = new Map<string, SceneNode>();
  for (const node of nodes) {
    const own = findRoom(node, taken, type);
    if (!own) return node;
    taken.add(own.nameBox, node.id);
    lettered.set(node.id, own);
  }
  return lettered;
}

/** Who finds no room comes first in the next try. */
function letterLarger(nodes: readonly SceneNode[], type: NameType): SceneNode[] | null {
  let order = nodes;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = tryOrder(order, type);
    if (found instanceof Map) return nodes.map((node) => found.get(node.id) ?? node);
    order = [found, ...order.filter((node) => node !== found)];
  }
  return null;
}

/** Names where the scene has them; those that cover something are moved, if there is room for them elsewhere. */
function letterAsTheyAre(nodes: readonly SceneNode[], type: NameType): SceneNode[] {
  const taken = createBoxIndex();
  for (const node of nodes) {
    taken.add(discBox(node), node.id);
    taken.add(node.nameBox, node.id);
  }
  return nodes.map((node) => {
    if (!taken.meets(node.nameBox, node.id)) return node;
    const moved = findRoom(node, taken, type) ?? node;
    taken.add(moved.nameBox, node.id);
    return moved;
  });
}

/**
 * The nodes with names of at least a size, on whichever side of their discs and in as many lines as they find room, and
 * all of it entered as taken; null where one finds none. At the scene's own size names stay where they are unless they
 * cover something and need not.
 */
export function letterNames(nodes: readonly SceneNode[], taken: BoxIndex, type: NameType): SceneNode[] | null {
  const lettered = type.ratio <= 1 ? letterAsTheyAre(nodes, type) : letterLarger(nodes, type);
  for (const node of lettered ?? []) {
    taken.add(discBox(node), node.id);
    taken.add(node.nameBox, node.id);
  }
  return lettered;
}
