import { measureText } from '../model/textMetrics.ts';
import type { Palette } from '../scene/palette.ts';
import type { SceneNode } from '../scene/scene.ts';
import type { Drawn } from './drawScene.ts';

/** Controls of the canvas, which no picture shows: what lies behind an entity, and that it is pinned. */
export const badgeElement = (id: string): string => `b ${id}`;
export const pinElement = (id: string): string => `p ${id}`;

/** Sizes, px. */
export const BADGE = { height: 16, text: 10.5, pin: 13 } as const;
/** Where a control touches a disc: this share of its radius out from the middle, both ways. */
const CORNER = 0.78;
const PIN = 'M14.5 2.5l7 7-2 1-1-.3-4 4 .2 3.3-1.7 1.7-4-4-5.7 5.8-.8-.8 5.8-5.7-4-4 1.7-1.7 3.3.2 4-4-.3-1Z';

function pinUri(colour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="${colour}" d="${PIN}"/></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** `dx`, `dy`: where it stays beside its disc while that is dragged. */
function controlOf(
  node: SceneNode,
  id: string,
  classes: string,
  [dx, dy]: readonly [number, number],
  data: Drawn['data'],
): Drawn {
  return {
    id,
    group: 'nodes',
    classes,
    position: { x: node.x + dx, y: node.y + dy },
    data: { of: node.id, dx, dy, ...data },
    isControl: true,
  };
}

/** The controls at a node's disc, off its name: a badge "+3" at its upper right, a pin at its upper left, or mirrored. */
export function drawControls(node: SceneNode, palette: Palette): Drawn[] {
  const corner = node.radius * CORNER;
  const right = node.side === 'right' ? -1 : 1;
  const down = node.side === 'above' ? 1 : -1;
  const controls: Drawn[] = [];
  if (node.behind > 0) {
    const label = `+${node.behind}`;
    const width = Math.max(BADGE.height + 4, Math.ceil(measureText(label, BADGE.text, 'semibold')) + 10);
    const by = [right * (corner + width / 2 - 5), down * corner] as const;
    controls.push(controlOf(node, badgeElement(node.id), 'badge', by, { label, width }));
  }
  if (node.pinned) {
    const data = { icon: pinUri(palette.ink) };
    controls.push(controlOf(node, pinElement(node.id), 'pin', [-right * (corner + 2), down * (corner + 2)], data));
  }
  return controls;
}
