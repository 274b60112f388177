import { type Choice, chooseRelations } from '../model/chooseRelations.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import { chooseShownPart, type ShownPart } from '../model/shownPart.ts';
import type { Callout, View } from '../model/view.ts';
import { isInside, surround } from './boxes.ts';
import { boundsOf, buildBareScene, MARGIN } from './buildBareScene.ts';
import { buildLegend } from './legend.ts';
import { placeCallouts } from './placeCallouts.ts';
import type { Scene } from './scene.ts';

/** A bare scene with callouts placed in it; the same scene where there are none. */
export function withCallouts(scene: Scene, callouts: readonly Callout[]): Scene {
  if (callouts.length === 0) return scene;
  const placed = placeCallouts(callouts, scene, scene.bounds);
  const boxes = placed.flatMap(({ box, anchor }) => [box, { ...anchor, width: 0, height: 0 }]);
  return {
    ...scene,
    callouts: placed,
    bounds: surround([scene.bounds, ...boxes.map((box) => surround([box], MARGIN))], 0),
  };
}

/**
 * The one projection of dataset and view (DESIGN 4): everything that canvas, picture, table and speech show, with all
 * geometry. Entities that the placement lacks are left out and counted. Linear in the dataset.
 */
export function buildScene(
  dataset: Dataset,
  view: View,
  placement: Placement,
  choice: Choice = chooseRelations(dataset, view),
  part: ShownPart = chooseShownPart(dataset, view, choice),
): Scene {
  return withCallouts(buildBareScene(dataset, view, placement, choice, part), view.callouts);
}

/** The part of a scene with the given entities: the same places, the lines between them, its own legend, callouts and bounds. */
export function cutScene(scene: Scene, ids: ReadonlySet<string>): Scene {
  const nodes = scene.nodes.filter(({ id }) => ids.has(id));
  const edges = scene.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const bounds = boundsOf(nodes, edges);
  const bare = { ...scene, nodes, edges, callouts: [], legend: buildLegend(nodes, edges), bounds };
  // Placed anew: what they stood beside may be gone. One at a spot belongs to what it stands in.
  return withCallouts(
    bare,
    scene.callouts.filter(({ at }) => !('x' in at) || isInside(at, bounds)),
  );
}
