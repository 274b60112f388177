import { type Choice, isPassing } from '../model/chooseRelations.ts';
import type { Dataset, Tie } from '../model/dataset.ts';
import type { LayoutNode, LayoutProblem, LayoutTie } from '../model/layoutProblem.ts';
import type { Entity, EntityId } from '../model/records.ts';
import { entityStandingOf, isPublic, type Standing, standingOf } from '../model/standing.ts';
import { buildNameLabel, buildTieLabel } from './labels.ts';
import { discRadius } from './shapes.ts';

/** The frame that a layout fills: the graph's place on a 1280 × 800 screen beside the open panel. */
const FRAME = { width: 856, height: 640 } as const;
const SEED = 20_241_025;
/** The share of the frame that discs, names and wordings may fill before it grows; the bundled story fills 0.21. */
const FULLEST = 0.21;

/** The ties between shown entities, in file order. */
export function shownTies(dataset: Dataset, ids: ReadonlySet<EntityId>): Tie[] {
  return [...dataset.ties.values()].filter(({ ends }) => ids.has(ends[0]) && ids.has(ends[1]));
}

/** A tie cut to the relations that filters and clocks let through; undefined where they let through none of it. */
export function passingTie(tie: Tie, choice: Choice): Tie | undefined {
  if (choice.passing === null) return tie;
  const relations = tie.relations.filter((id) => isPassing(choice, id));
  return relations.length === 0 ? undefined : { ...tie, relations };
}

/** The standing drawn on an Event's outline; null for other kinds, and where none of its claims is public yet. */
export function outlineStanding(dataset: Dataset, id: EntityId, asOf: number | null): Standing | null {
  const entity = dataset.entities.get(id);
  if (entity?.kind !== 'Event') return null;
  // Under a clock before anything was said of it an Event is only a name.
  const isSaid = !entity.claims?.length || entity.claims.some((claim) => isPublic(dataset, claim, asOf));
  return isSaid ? entityStandingOf(dataset, id, asOf) : null;
}

function layoutNodes(dataset: Dataset, entities: readonly Entity[]): LayoutNode[] {
  return entities.map((entity) => {
    const { width, height } = buildNameLabel(entity, outlineStanding(dataset, entity.id, null));
    const relations = dataset.relationsOf.get(entity.id)?.length ?? 0;
    return {
      id: entity.id,
      radius: discRadius(entity.kind, relations, dataset.mostRelations),
      name: { width, height },
    };
  });
}

function layoutTies(dataset: Dataset, ids: ReadonlySet<EntityId>, index: ReadonlyMap<EntityId, number>): LayoutTie[] {
  return shownTies(dataset, ids).map((tie) => {
    const standings = tie.relations.map((id) => standingOf(dataset, id));
    const { width, height } = buildTieLabel(dataset, tie, standings);
    const [from, to] = tie.ends;
    // A self relation's wording rides on its loop, which the layout does not see.
    const label = from === to ? null : { width, height };
    return { id: tie.id, from: index.get(from) ?? 0, to: index.get(to) ?? 0, label };
  });
}

/** How much the frame must grow in each direction so that discs, names and wordings fill at most their share of it. */
function frameScale(nodes: readonly LayoutNode[], ties: readonly LayoutTie[]): number {
  const inked = [
    ...nodes.map(({ radius, name }) => 4 * radius * radius + name.width * name.height),
    ...ties.map(({ label }) => (label ? label.width * label.height : 0)),
  ].reduce((sum, area) => sum + area, 0);
  return Math.sqrt(Math.max(1, inked / (FULLEST * FRAME.width * FRAME.height)));
}

/**
 * What the layout needs to know of the shown part: sizes of discs, names and wordings. It is laid out as of the whole
 * dataset, so that moving the clock moves nothing.
 */
export function buildProblem(dataset: Dataset, ids: ReadonlySet<EntityId>): LayoutProblem {
  const entities = [...dataset.entities.values()].filter(({ id }) => ids.has(id));
  const nodes = layoutNodes(dataset, entities);
  const ties = layoutTies(dataset, ids, new Map(entities.map(({ id }, i) => [id, i])));
  const degrees = entities.map(({ id }) => dataset.relationsOf.get(id)?.length ?? 0);
  const scale = frameScale(nodes, ties);
  return {
    nodes,
    ties,
    width: Math.round(FRAME.width * scale),
    height: Math.round(FRAME.height * scale),
    centre: degrees.length > 0 ? degrees.indexOf(Math.max(...degrees)) : null,
    seed: SEED,
  };
}
