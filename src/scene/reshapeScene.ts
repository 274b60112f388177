import type { Dataset } from '../model/dataset.ts';
import type { LayoutProblem, Placement, Point } from '../model/layoutProblem.ts';
import type { Callout, View } from '../model/view.ts';
import { centreOf } from './boxes.ts';
import { buildScene } from './buildScene.ts';
import { buildTieLabel } from './labels.ts';
import type { Scene, SceneEdge } from './scene.ts';

const SEED = 20_241_025;

/** A wording's size, also where it found no room and is not drawn. */
function wordingSize(dataset: Dataset, edge: SceneEdge): { width: number; height: number } {
  if (edge.labelBox) return { width: edge.labelBox.width, height: edge.labelBox.height };
  const tie = { id: edge.id, ends: [edge.from, edge.to] as const, relations: edge.relations };
  const { width, height } = buildTieLabel(dataset, tie, edge.standings);
  return { width, height };
}

/** How far along its line (0 to 1) a wording is drawn; -1 where it is not. */
function wordingAt({ labelBox, start, end }: SceneEdge): number {
  if (!labelBox) return -1;
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = dx * dx + dy * dy;
  if (length === 0) return 0.5;
  const middle = centreOf(labelBox);
  return Math.min(1, Math.max(0, ((middle.x - start.x) * dx + (middle.y - start.y) * dy) / length));
}

/**
 * Asks to arrange what a scene draws, and nothing else, for a room of another shape, near where everything is. Only the
 * room's proportions count: the answer is as small as it can be without anything overlapping.
 */
export function reshapeProblem(
  dataset: Dataset,
  scene: Scene,
  room: { readonly width: number; readonly height: number },
): LayoutProblem {
  const index = new Map(scene.nodes.map(({ id }, i) => [id, i]));
  return {
    nodes: scene.nodes.map(({ id, radius, nameBox: { width, height } }) => ({ id, radius, name: { width, height } })),
    ties: scene.edges.map((edge) => ({
      id: edge.id,
      from: index.get(edge.from) ?? 0,
      to: index.get(edge.to) ?? 0,
      label: edge.loop ? null : wordingSize(dataset, edge),
      must: edge.disputed,
    })),
    width: room.width,
    height: room.height,
    centre: null,
    seed: SEED,
    reshape: {
      nodes: new Map(scene.nodes.map(({ id, x, y, side }) => [id, { x, y, side }])),
      ties: new Map(scene.edges.map((edge) => [edge.id, { at: wordingAt(edge) }])),
    },
  };
}

/** A note at a spot goes where the entity nearest to it goes. */
function moveSpot(spot: Point, scene: Scene, placement: Placement): Point {
  let [least, x, y] = [Number.POSITIVE_INFINITY, spot.x, spot.y];
  for (const node of scene.nodes) {
    const to = placement.nodes.get(node.id);
    const [dx, dy] = [spot.x - node.x, spot.y - node.y];
    const distance = dx * dx + dy * dy;
    if (!to || distance >= least) continue;
    least = distance;
    x = to.x + dx;
    y = to.y + dy;
  }
  return { x, y };
}

/**
 * A scene at the places that its `reshapeProblem` was answered with: the same entities, relations and counts. `view` is
 * the one that the scene was built of. Linear in the dataset.
 */
export function reshapeScene(dataset: Dataset, view: View, scene: Scene, placement: Placement): Scene {
  const callouts = view.callouts.map(
    (callout): Callout => ('x' in callout.at ? { ...callout, at: moveSpot(callout.at, scene, placement) } : callout),
  );
  const part = { ids: new Set(scene.nodes.map(({ id }) => id)), limited: false };
  const arranged = buildScene(dataset, { ...view, callouts, moved: new Map() }, placement, undefined, part);
  const behind = new Map(scene.nodes.map((node) => [node.id, node.behind]));
  return {
    ...arranged,
    nodes: arranged.nodes.map((node) => ({ ...node, behind: behind.get(node.id) ?? 0 })),
    hidden: scene.hidden,
  };
}
