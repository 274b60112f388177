import { DataError } from '../model/dataError.ts';
import type { PathProblem, PathSolution } from '../model/findPaths.ts';
import type { FoundPath, PathAnswer } from '../model/pathAnswer.ts';
import { buildPathProblem, findOutcome, type PathAsk, type PathGround, readPaths } from '../model/pathProblem.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { type Standing, standingOf } from '../model/standing.ts';
import type { AppState, PathQuestion } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { selectFiltered } from './selectors.ts';

/** Finds paths elsewhere; rejects with DataError. */
export type SolvePaths = (problem: PathProblem, signal: AbortSignal) => Promise<PathSolution>;

/** A path as plain data: each step with its strongest relation, read in the direction of the path. */
export interface PlainPath {
  readonly steps: readonly {
    readonly relation: RelationId;
    readonly from: EntityId;
    readonly to: EntityId;
    readonly standing: Standing;
  }[];
}

const groundOf = (state: AppState): PathGround => ({
  dataset: state.dataset,
  choice: selectFiltered(state),
  view: state.view,
});

async function answer(
  state: AppState,
  ask: PathAsk,
  solve: (problem: PathProblem) => Promise<PathSolution>,
): Promise<PathAnswer> {
  const ground = groundOf(state);
  if (findOutcome(state.dataset, ask)) return readPaths(ground, ask, null);
  return readPaths(ground, ask, await solve(buildPathProblem(ground, ask)));
}

/**
 * Up to ten paths through what filters and clocks let through, best first; none from an entity to itself. Rejects with
 * DataError `unknown-id` where an end is not in the dataset.
 */
export async function askPaths(
  state: AppState,
  { from, to, everything }: { readonly from: string; readonly to: string; readonly everything: boolean },
  solve: (problem: PathProblem) => Promise<PathSolution>,
): Promise<readonly PlainPath[]> {
  const { dataset, view } = state;
  for (const [where, id] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!dataset.entities.has(id as EntityId)) throw new DataError('unknown-id', where, { id });
  }
  const { paths } = await answer(state, { from: from as EntityId, to: to as EntityId, everything }, solve);
  return paths.map(({ entities, relations }) => ({
    steps: relations.map((relation, i) => ({
      relation,
      from: entities[i] as EntityId,
      to: entities[i + 1] as EntityId,
      standing: standingOf(dataset, relation, view.asOf),
    })),
  }));
}

/** Everything that an answer depends on, by reference. */
type Asked = readonly [unknown, unknown, EntityId, EntityId, boolean];

function askedOf(state: AppState): Asked | null {
  const { dataset, question } = state;
  if (!question || question.from === null || question.to === null) return null;
  return [dataset, selectFiltered(state), question.from, question.to, question.everything];
}

const isSame = (a: Asked | null, b: Asked | null): boolean =>
  a === b || (a !== null && b !== null && a.every((each, i) => each === b[i]));

const keyOf = ({ entities }: FoundPath): string => JSON.stringify(entities);

/** Which path of a new answer is to be lit: the one that was, else the best. */
function chooseAgain({ paths }: PathAnswer, before: PathAnswer | null, { chosen }: PathQuestion): number {
  if (!before) return chosen >= 0 && chosen < paths.length ? chosen : paths.length > 0 ? 0 : -1;
  const was = before.paths[chosen];
  const now = was ? paths.findIndex((path) => keyOf(path) === keyOf(was)) : -1;
  return now >= 0 || paths.length === 0 ? now : 0;
}

/**
 * Answers the question that the reader asks whenever both ends are named, and again when the question, filters, a clock
 * or the dataset change. One question is out at a time: an answer that comes too late is dropped and the newest question
 * asked. Lights the best path of a first answer. Returns the function that stops it.
 */
export function followPaths(store: AppStore, solve: SolvePaths): () => void {
  const stopping = new AbortController();
  let answered: Asked | null = null;
  /** What failed is not asked again until something changes. */
  let failed: Asked | null = null;
  let isOut = false;

  function take(found: PathAnswer, asked: Asked): void {
    const { question, answer: before } = store.getState();
    if (!question) return;
    answered = asked;
    const chosen = chooseAgain(found, before, question);
    store.dispatch('answerPath', { answer: found, for: question });
    if (chosen !== question.chosen) store.dispatch('choosePath', chosen);
  }

  function fail(error: unknown): void {
    const { code, where, params } = error instanceof DataError ? error : new DataError('unexpected', 'paths');
    if (code !== 'cancelled') store.dispatch('report', { failure: { code, where, params } });
  }

  async function follow(): Promise<void> {
    const state = store.getState();
    const asked = askedOf(state);
    const { answer: known, question } = state;
    if (!isSame(asked, failed)) failed = null;
    if (isOut || stopping.signal.aborted || !asked || !question || failed) return;
    if (known !== null && isSame(asked, answered)) return;
    isOut = true;
    const [, , from, to, everything] = asked;
    try {
      const found = await answer(state, { from, to, everything }, (problem) => solve(problem, stopping.signal));
      isOut = false;
      if (stopping.signal.aborted) return;
      if (isSame(asked, askedOf(store.getState()))) take(found, asked);
      else void follow();
    } catch (error) {
      isOut = false;
      failed = asked;
      fail(error);
    }
  }

  void follow();
  const stop = store.subscribe(() => void follow());
  return () => {
    stop();
    stopping.abort();
  };
}
