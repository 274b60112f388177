import type { Dataset, Tie } from '../model/dataset.ts';
import { type Box, nameBox, type Placement, type Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { chooseShownPart, type Focus, type ShownPart } from '../model/shownPart.ts';
import { standingOf } from '../model/standing.ts';
import { boxAround, surround } from './boxes.ts';
import { buildEdge } from './buildEdge.ts';
import { knownTie, outlineStanding, shownTies } from './buildProblem.ts';
import { buildNameLabel } from './labels.ts';
import { buildLegend } from './legend.ts';
import type { Hidden, Scene, SceneEdge, SceneNode } from './scene.ts';
import { discRadius } from './shapes.ts';

/** Px of bare ground around everything drawn. */
const MARGIN = 12;

/** What of the view a scene depends on. */
export interface SceneView {
  readonly focus: Focus | null;
  /** Discs that the reader has moved, by entity. */
  readonly moved: ReadonlyMap<EntityId, Point>;
  /** The public clock: a day number, or null for everything. */
  readonly asOf: number | null;
}

function buildNode(dataset: Dataset, id: EntityId, view: SceneView, placement: Placement): SceneNode | null {
  const entity = dataset.entities.get(id);
  const placed = placement.nodes.get(id);
  if (!entity || !placed) return null;
  const standing = outlineStanding(dataset, id, view.asOf);
  const label = buildNameLabel(entity, standing);
  const radius = discRadius(entity.kind, dataset.relationsOf.get(id)?.length ?? 0, dataset.mostRelations);
  const at = view.moved.get(id) ?? placed;
  return {
    id,
    kind: entity.kind,
    label: entity.name,
    lines: label.lines,
    weight: label.weight,
    x: at.x,
    y: at.y,
    radius,
    side: placed.side,
    nameBox: nameBox(at, radius, label, placed.side),
    standing,
  };
}

/** The box of a disc. */
export function discBox(node: SceneNode): Box {
  return boxAround(node, { width: 2 * node.radius, height: 2 * node.radius });
}

function loopBoxes(edge: SceneEdge): Box[] {
  return edge.loop
    ? [
        surround(
          [edge.loop.first, edge.loop.second].map((p) => boxAround(p, { width: 2, height: 2 })),
          0,
        ),
      ]
    : [];
}

/** The box around everything drawn of these nodes and edges, with a margin. */
function boundsOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Box {
  const boxes = [
    ...nodes.flatMap((node) => [discBox(node), node.nameBox]),
    ...edges.flatMap((edge) => [...(edge.labelBox ? [edge.labelBox] : []), ...loopBoxes(edge)]),
  ];
  return surround(boxes, MARGIN);
}

function countHidden(
  dataset: Dataset,
  part: ShownPart,
  view: SceneView,
  nodes: number,
  edges: readonly SceneEdge[],
): Hidden {
  const drawn = edges.reduce((sum, edge) => sum + edge.relations.length, 0);
  const between = shownTies(dataset, part.ids);
  const inPart = between.reduce((sum, tie) => sum + tie.relations.length, 0);
  const known = between.reduce((sum, tie) => sum + (knownTie(dataset, tie, view.asOf)?.relations.length ?? 0), 0);
  const outside = dataset.relations.size - inPart;
  return {
    entities: dataset.entities.size - nodes,
    relations: dataset.relations.size - drawn,
    why: {
      focus: part.limited ? 0 : outside,
      limit: part.limited ? outside : 0,
      clock: inPart - known,
      unplaced: known - drawn,
    },
  };
}

/**
 * The one projection of dataset and view (DESIGN 4): everything that canvas, picture, table and speech show, with all
 * geometry. Entities that the placement lacks are left out and counted. Linear in the dataset.
 */
export function buildScene(dataset: Dataset, view: SceneView, placement: Placement): Scene {
  const part = chooseShownPart(dataset, view.focus);
  const nodes = new Map<EntityId, SceneNode>();
  for (const id of part.ids) {
    const node = buildNode(dataset, id, view, placement);
    if (node) nodes.set(id, node);
  }
  const toEdge = (whole: Tie): SceneEdge | null => {
    const tie = knownTie(dataset, whole, view.asOf);
    const from = nodes.get(whole.ends[0]);
    const to = nodes.get(whole.ends[1]);
    if (!tie || !from || !to) return null;
    const standings = tie.relations.map((id) => standingOf(dataset, id, view.asOf));
    return buildEdge(dataset, tie, standings, [from, to], placement);
  };
  const edges = shownTies(dataset, part.ids)
    .map(toEdge)
    .filter((edge) => edge !== null);
  const drawn = [...nodes.values()];
  return {
    nodes: drawn,
    edges,
    legend: buildLegend(drawn, edges),
    hidden: countHidden(dataset, part, view, drawn.length, edges),
    bounds: boundsOf(drawn, edges),
  };
}

/** The part of a scene with the given entities: the same places, the lines between them, its own legend and bounds. */
export function cutScene(scene: Scene, ids: ReadonlySet<string>): Scene {
  const nodes = scene.nodes.filter(({ id }) => ids.has(id));
  const edges = scene.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { ...scene, nodes, edges, legend: buildLegend(nodes, edges), bounds: boundsOf(nodes, edges) };
}
