import { type Box, type NameSide, nameBox } from '../model/layoutProblem.ts';
import { measureText, textBlock, wrapText } from '../model/textMetrics.ts';
import { discBox } from '../scene/buildScene.ts';
import type { SceneNode } from '../scene/scene.ts';
import type { BoxIndex } from './boxIndex.ts';
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

function findRoom(node: SceneNode, taken: BoxIndex, type: NameType): SceneNode | null {
  const sides: NameSide[] = [node.side, ...SIDES.filter((side) => side !== node.side)];
  for (const lines of [node.lines, narrower(node, type.size)]) {
    const size = sizeOf(node, lines, type);
    for (const side of sides) {
      const box: Box = nameBox(node, node.radius, size, side);
      if (!taken.meets(box, node.id)) return { ...node, lines, side, nameBox: box };
    }
  }
  return null;
}

/**
 * The nodes with names of at least a size, on whichever side of their discs and in as many lines as they find room, and
 * all of it entered as taken; null where one finds none. At the scene's own size everything stays as it is.
 */
export function letterNames(nodes: readonly SceneNode[], taken: BoxIndex, type: NameType): SceneNode[] | null {
  for (const node of nodes) taken.add(discBox(node), node.id);
  const lettered: SceneNode[] = [];
  for (const node of nodes) {
    const own = type.ratio <= 1 ? node : findRoom(node, taken, type);
    if (!own) return null;
    taken.add(own.nameBox, node.id);
    lettered.push(own);
  }
  return lettered;
}
