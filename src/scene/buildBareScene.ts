import { type Choice, chooseRelations } from '../model/chooseRelations.ts';
import type { Dataset, Tie } from '../model/dataset.ts';
import { type Box, nameBox, type Placement } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { chooseShownPart, countBehind, type ShownPart } from '../model/shownPart.ts';
import { standingOf } from '../model/standing.ts';
import type { View } from '../model/view.ts';
import { boxAround, discBox, surround } from './boxes.ts';
import { buildEdge } from './buildEdge.ts';
import { outlineStanding, passingTie, shownTies } from './buildProblem.ts';
import { buildNameLabel } from './labels.ts';
import { buildLegend } from './legend.ts';
import type { Hidden, Scene, SceneEdge, SceneNode } from './scene.ts';
import { discRadius } from './shapes.ts';

/** Px of bare ground around everything drawn. */
export const MARGIN = 12;

function buildNode(dataset: Dataset, id: EntityId, view: View, placement: Placement, behind: number): SceneNode | null {
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
    behind,
    pinned: view.pinned.includes(id),
  };
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
export function boundsOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Box {
  const boxes = [
    ...nodes.flatMap((node) => [discBox(node), node.nameBox]),
    ...edges.flatMap((edge) => [...(edge.labelBox ? [edge.labelBox] : []), ...loopBoxes(edge)]),
  ];
  return surround(boxes, MARGIN);
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function countHidden(
  dataset: Dataset,
  { hidden }: Choice,
  { limited }: ShownPart,
  between: readonly Tie[],
  drawn: { readonly nodes: number; readonly edges: readonly SceneEdge[] },
): Hidden {
  const shown = sum(drawn.edges.map(({ relations }) => relations.length));
  const inPart = sum(between.map(({ relations }) => relations.length));
  const clock = hidden.get('clock') ?? 0;
  const held = hidden.get('held') ?? 0;
  const cut = sum(hidden.values());
  const outside = dataset.relations.size - cut - inPart;
  return {
    entities: dataset.entities.size - drawn.nodes,
    relations: dataset.relations.size - shown,
    why: {
      clock,
      held,
      filters: cut - clock - held,
      focus: limited ? 0 : outside,
      limit: limited ? outside : 0,
      unplaced: inPart - shown,
    },
  };
}

/**
 * `buildScene` without the callouts, whose code the page fetches when there are some. Entities that the placement lacks
 * are left out and counted. Linear in the dataset.
 */
export function buildBareScene(
  dataset: Dataset,
  view: View,
  placement: Placement,
  choice: Choice = chooseRelations(dataset, view),
  part: ShownPart = chooseShownPart(dataset, view, choice),
): Scene {
  const nodes = new Map<EntityId, SceneNode>();
  const behind = countBehind(dataset, choice, part.ids);
  for (const id of part.ids) {
    const node = buildNode(dataset, id, view, placement, behind.get(id) ?? 0);
    if (node) nodes.set(id, node);
  }
  const between = shownTies(dataset, part.ids).flatMap((tie) => passingTie(tie, choice) ?? []);
  const edges = between.flatMap((tie) => {
    const from = nodes.get(tie.ends[0]);
    const to = nodes.get(tie.ends[1]);
    if (!from || !to) return [];
    const standings = tie.relations.map((id) => standingOf(dataset, id, view.asOf));
    return [buildEdge(dataset, tie, standings, [from, to], placement)];
  });
  const drawn = [...nodes.values()];
  return {
    nodes: drawn,
    edges,
    callouts: [],
    legend: buildLegend(drawn, edges),
    hidden: countHidden(dataset, choice, part, between, { nodes: drawn.length, edges }),
    bounds: boundsOf(drawn, edges),
  };
}
