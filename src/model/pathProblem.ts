import { tieId } from './buildDataset.ts';
import { type Choice, isPassing, whyHidden } from './chooseRelations.ts';
import type { Dataset } from './dataset.ts';
import type { PathProblem, PathSolution } from './findPaths.ts';
import type { FoundPath, PathAnswer } from './pathAnswer.ts';
import { NO_STRENGTH, strengthOf, strengthsOf } from './pathStrength.ts';
import type { EntityId, RelationId } from './records.ts';
import { isKnown, standingOf } from './standing.ts';
import { FILTER_NAMES, type HiddenBy, type View } from './view.ts';

/** Between whom a path is wanted; `everything`: whatever filters and valid time hide. The public clock holds always. */
export interface PathAsk {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly everything: boolean;
}

/** What a question is asked of. */
export interface PathGround {
  readonly dataset: Dataset;
  readonly choice: Choice;
  readonly view: Pick<View, 'filters' | 'asOf' | 'held'>;
}

/** The most paths that are listed. */
export const MOST_PATHS = 10;
const CAUSES: readonly HiddenBy[] = ['held', ...FILTER_NAMES, 'claims'];

/** What of a dataset never changes with the view. */
interface TieTable {
  readonly entities: ReadonlyMap<EntityId, number>;
  /** Two entities a tie. */
  readonly ends: Int32Array;
  /** The tie of each relation, in file order. */
  readonly tieOf: Int32Array;
}

const tables = new WeakMap<Dataset, TieTable>();

function tableOf(dataset: Dataset): TieTable {
  const known = tables.get(dataset);
  if (known) return known;
  const entities = new Map([...dataset.entities.keys()].map((id, i) => [id, i]));
  const relations = new Map([...dataset.relations.keys()].map((id, i) => [id, i]));
  const ends = new Int32Array(2 * dataset.ties.size);
  const tieOf = new Int32Array(relations.size);
  let tie = 0;
  for (const { ends: pair, relations: ids } of dataset.ties.values()) {
    ends[2 * tie] = entities.get(pair[0]) ?? 0;
    ends[2 * tie + 1] = entities.get(pair[1]) ?? 0;
    for (const id of ids) tieOf[relations.get(id) ?? 0] = tie;
    tie += 1;
  }
  const table = { entities, ends, tieOf };
  tables.set(dataset, table);
  return table;
}

/** The strongest relation of each tie among those that pass. */
function strengthsOfTies(dataset: Dataset, asOf: number | null, passing: ReadonlySet<RelationId> | null): Int32Array {
  const { tieOf } = tableOf(dataset);
  const strengths = strengthsOf(dataset, asOf);
  const ofTies = new Int32Array(dataset.ties.size).fill(NO_STRENGTH);
  let at = 0;
  for (const id of dataset.relations.keys()) {
    const tie = tieOf[at] as number;
    const strength = strengths[at] as number;
    if (strength > (ofTies[tie] as number) && (passing === null || passing.has(id))) ofTies[tie] = strength;
    at += 1;
  }
  return ofTies;
}

/** Why a question needs no search; null where it does. */
export function findOutcome(dataset: Dataset, { from, to }: PathAsk): 'same' | 'missing' | null {
  if (!dataset.entities.has(from) || !dataset.entities.has(to)) return 'missing';
  return from === to ? 'same' : null;
}

/** The question as numbers. Linear in the relations; the first time for a dataset and a clock also in its claims. */
export function buildPathProblem({ dataset, choice, view }: PathGround, ask: PathAsk): PathProblem {
  const { entities, ends } = tableOf(dataset);
  const passing = ask.everything ? null : choice.passing;
  return {
    entities: dataset.entities.size,
    from: entities.get(ask.from) ?? -1,
    to: entities.get(ask.to) ?? -1,
    ends,
    strengths: strengthsOfTies(dataset, view.asOf, passing),
    unfiltered: passing === null ? null : strengthsOfTies(dataset, view.asOf, null),
    most: MOST_PATHS,
  };
}

/** The relations of each step that may be taken, the strongest first, those alike in file order. */
function findSteps(ground: PathGround, everything: boolean, entities: readonly EntityId[]): RelationId[][] {
  const { dataset, choice, view } = ground;
  const strength = (id: RelationId): number => strengthOf(standingOf(dataset, id, view.asOf));
  return entities.slice(1).map((id, i) => {
    const tie = dataset.ties.get(tieId(entities[i] ?? id, id));
    const open = (tie?.relations ?? []).filter((each) => {
      const relation = dataset.relations.get(each);
      return relation && isKnown(dataset, relation, view.asOf) && (everything || isPassing(choice, each));
    });
    return open.toSorted((a, b) => strength(b) - strength(a));
  });
}

/** What hides the relations of the steps that cannot be taken, each relation counted once. */
function findBlocks(ground: PathGround, entities: readonly EntityId[]): PathAnswer['blockedBy'] {
  const counts = new Map<HiddenBy, number>();
  const taken = findSteps(ground, false, entities);
  findSteps(ground, true, entities).forEach((all, step) => {
    if ((taken[step]?.length ?? 0) > 0) return;
    for (const id of all) {
      const by = whyHidden(ground.dataset, ground.view, id);
      if (by) counts.set(by, (counts.get(by) ?? 0) + 1);
    }
  });
  return CAUSES.flatMap((by) => {
    const relations = counts.get(by);
    return relations ? [{ by, relations }] : [];
  });
}

/** The answer with ids for numbers. `solution` null: a question that needed no search (`findOutcome`). */
export function readPaths(ground: PathGround, ask: PathAsk, solution: PathSolution | null): PathAnswer {
  const { from, to } = ask;
  const same = findOutcome(ground.dataset, ask);
  if (same || !solution) return { from, to, outcome: same ?? 'none', paths: [], complete: true, blockedBy: [] };
  const ids = [...ground.dataset.entities.keys()];
  const named = (path: readonly number[]): EntityId[] => path.flatMap((at) => ids[at] ?? []);
  const paths = solution.paths.map((path): FoundPath => {
    const entities = named(path);
    const steps = findSteps(ground, ask.everything, entities);
    return {
      entities,
      relations: steps.flatMap(([first]) => first ?? []),
      others: steps.map(({ length }) => length - 1),
    };
  });
  return {
    from,
    to,
    outcome: paths.length > 0 ? 'found' : 'none',
    paths,
    complete: solution.complete,
    blockedBy: solution.beyond ? findBlocks(ground, named(solution.beyond)) : [],
  };
}
