import type { Box } from '../model/layoutProblem.ts';

interface WalkedNode<Id> {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

/** What of a scene is walked through. */
export interface Walked<Id> {
  readonly nodes: readonly WalkedNode<Id>[];
  readonly edges: readonly { readonly from: Id; readonly to: Id }[];
  readonly bounds: Box;
}

export type Way = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** A connected entity counts as this much nearer. */
const CONNECTED = 0.6;

/** Distance along the way, with what lies aside counted twice; null for what lies behind or far aside. */
function reach(from: WalkedNode<unknown>, to: WalkedNode<unknown>, way: Way): number | null {
  const [stepX, stepY] = STEPS[way];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const ahead = dx * stepX + dy * stepY;
  const aside = Math.abs(dx * stepY) + Math.abs(dy * stepX);
  return ahead > 0 && aside <= ahead * 2.2 ? ahead + 2 * aside : null;
}

/**
 * The entity that an arrow key leads to: the nearest that way, connected ones preferred; without a start the one nearest
 * the middle. Undefined at the edge.
 */
export function findNextNode<Id extends string>(scene: Walked<Id>, from: Id | null, way: Way): Id | undefined {
  const start = scene.nodes.find(({ id }) => id === from);
  if (!start) return findMiddleNode(scene);
  const connected = new Set(
    scene.edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])),
  );
  let best: { id: Id; far: number } | undefined;
  for (const node of scene.nodes) {
    const reached = node === start ? null : reach(start, node, way);
    if (reached === null) continue;
    const far = connected.has(node.id) ? reached * CONNECTED : reached;
    if (!best || far < best.far) best = { id: node.id, far };
  }
  return best?.id;
}

function findMiddleNode<Id>({ nodes, bounds }: Walked<Id>): Id | undefined {
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  const far = (node: WalkedNode<Id>): number => (node.x - x) * (node.x - x) + (node.y - y) * (node.y - y);
  return nodes.toSorted((a, b) => far(a) - far(b))[0]?.id;
}
