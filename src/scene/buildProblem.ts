import type { Dataset, Tie } from '../model/dataset.ts';
import type { LayoutProblem } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { entityStandingOf, isKnown, type Standing, standingOf } from '../model/standing.ts';
import { buildNameLabel, buildTieLabel } from './labels.ts';
import { discRadius } from './shapes.ts';

/** The frame that a layout fills: the graph's place on a 1280 × 800 screen beside the open panel. */
export const FRAME = { width: 856, height: 640 } as const;
const SEED = 20_241_025;

/** The ties between shown entities, in file order. */
export function shownTies(dataset: Dataset, ids: ReadonlySet<EntityId>): Tie[] {
  return [...dataset.ties.values()].filter(({ ends }) => ids.has(ends[0]) && ids.has(ends[1]));
}

/** A tie cut to what is public by `asOf`; undefined where none of it is. */
export function knownTie(dataset: Dataset, tie: Tie, asOf: number | null): Tie | undefined {
  if (asOf === null) return tie;
  const relations = tie.relations.filter((id) => {
    const relation = dataset.relations.get(id);
    return relation !== undefined && isKnown(dataset, relation, asOf);
  });
  return relations.length === 0 ? undefined : { ...tie, relations };
}

/** The standing drawn on an Event's outline; null for other kinds. */
export function outlineStanding(dataset: Dataset, id: EntityId, asOf: number | null): Standing | null {
  const entity = dataset.entities.get(id);
  return entity?.kind === 'Event' ? entityStandingOf(dataset, id, asOf) : null;
}

/**
 * What the layout needs to know of the shown part: sizes of discs, names and wordings. It is laid out as of the whole
 * dataset, so that moving the clock moves nothing.
 */
export function buildProblem(dataset: Dataset, ids: ReadonlySet<EntityId>): LayoutProblem {
  const entities = [...dataset.entities.values()].filter(({ id }) => ids.has(id));
  const index = new Map(entities.map(({ id }, i) => [id, i]));
  const degrees = entities.map(({ id }) => dataset.relationsOf.get(id)?.length ?? 0);
  const hub = degrees.indexOf(Math.max(...degrees));
  return {
    nodes: entities.map((entity, i) => {
      const { width, height } = buildNameLabel(entity, outlineStanding(dataset, entity.id, null));
      return { id: entity.id, radius: discRadius(entity.kind, degrees[i] ?? 0), name: { width, height } };
    }),
    ties: shownTies(dataset, ids).map((tie) => {
      const standings = tie.relations.map((id) => standingOf(dataset, id));
      const { width, height } = buildTieLabel(dataset, tie, standings);
      const [from, to] = tie.ends;
      // A self relation's wording rides on its loop, which the layout does not see.
      const label = from === to ? null : { width, height };
      return { id: tie.id, from: index.get(from) ?? 0, to: index.get(to) ?? 0, label };
    }),
    width: FRAME.width,
    height: FRAME.height,
    centre: hub >= 0 ? hub : null,
    seed: SEED,
  };
}
