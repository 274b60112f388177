import { DataError } from '../model/dataError.ts';
import type { LayoutProblem, Placement } from '../model/layoutProblem.ts';
import { type PlacementFile, readPlacement } from '../model/placementCodec.ts';
import type { Arrangement, View } from '../model/view.ts';
import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import {
  agree,
  buildAsk,
  buildWish,
  idsToPlace,
  isBase,
  isPlaced,
  type LayoutWish,
  mergeAnswer,
} from './layoutWish.ts';
import { selectPart } from './selectors.ts';

/** Solves a layout elsewhere; rejects with DataError. */
export type SolveLayout = (
  problem: LayoutProblem,
  signal: AbortSignal,
  onProgress: (done: number) => void,
) => Promise<PlacementFile>;

/** Which places stand in an arrangement, and for which view they were made. */
interface Standing {
  readonly placement: Placement;
  readonly view: View;
}

/** Progress is told in so many steps. */
const STEPS = 10;

/** Keeps answers by key, and what stands now in each arrangement of one dataset. */
function createPlaces(first: Placement | null) {
  const solved = new Map<string, Placement>();
  const arrangementOf = new WeakMap<Placement, Arrangement>(first ? [[first, 'usual']] : []);
  const standing = new Map<Arrangement, Standing>();
  let version: number | null = null;
  return {
    solved,
    arrangementOf,
    /** Takes note of the placement in the state; one that came with a link is of the link's arrangement. */
    note({ placement, view, datasetVersion }: AppState): void {
      if (version !== datasetVersion) {
        solved.clear();
        standing.clear();
      }
      version = datasetVersion;
      if (!placement) return;
      const arrangement = arrangementOf.get(placement) ?? view.arrangement;
      arrangementOf.set(placement, arrangement);
      if (standing.get(arrangement)?.placement !== placement) {
        standing.set(arrangement, { placement, view });
      }
    },
    standingFor: ({ view }: AppState): Standing | null => standing.get(view.arrangement) ?? null,
  };
}

/** One question to the solver at a time: a new one, or calling it off, drops the answer to the last. */
function createAsker(store: AppStore, solve: SolveLayout) {
  let asked: { readonly key: string; readonly aborting: AbortController } | null = null;
  const tell = (done: number): void => store.dispatch('report', { busy: { what: 'layout', done } });
  return {
    isAsked: (key: string): boolean => asked?.key === key,
    callOff(): void {
      if (!asked) return;
      asked.aborting.abort();
      asked = null;
      store.dispatch('report', { busy: null });
    },
    stop: (): void => asked?.aborting.abort(),
    ask(key: string, problem: LayoutProblem, take: (answer: Placement) => void): void {
      asked?.aborting.abort();
      const mine = { key, aborting: new AbortController() };
      asked = mine;
      let told = 0;
      const progress = (done: number): void => {
        if (asked !== mine || Math.floor(done * STEPS) === told) return;
        told = Math.floor(done * STEPS);
        tell(told / STEPS);
      };
      const finish = (answer: Placement): void => {
        if (asked !== mine) return;
        asked = null;
        store.dispatch('report', { busy: null });
        take(answer);
      };
      const fail = (error: unknown): void => {
        if (asked !== mine) return;
        asked = null;
        const { code, where, params } = error instanceof DataError ? error : new DataError('layout-failed', '');
        store.dispatch('report', { busy: null, ...(code === 'cancelled' ? {} : { failure: { code, where, params } }) });
      };
      tell(0);
      solve(problem, mine.aborting.signal, progress).then((file) => finish(readPlacement(file)), fail);
    },
  };
}

/**
 * Sees to it that what the view shows has places. A dataset that the canvas can hold is laid out whole, once for each
 * arrangement; of a larger one the part, and when that grows, what is placed stays exactly where it is. Drops an answer
 * when the view moved on, and keeps earlier ones so that going back is at once. Returns the function that stops it.
 */
export function followLayout(store: AppStore, solve: SolveLayout): () => void {
  const places = createPlaces(store.getState().placement);
  const asker = createAsker(store, solve);

  function place({ view, datasetVersion }: AppState, placement: Placement, fresh: boolean): void {
    places.arrangementOf.set(placement, view.arrangement);
    store.dispatch('place', { placement, version: datasetVersion, fresh });
  }

  /** Takes places that are known, or asks for them. */
  function find(state: AppState, wish: LayoutWish, isShown: boolean): void {
    const standing = places.standingFor(state);
    const base = standing && isBase(standing, state.view, wish.ids) ? standing.placement : null;
    const known = places.solved.get(wish.key);
    const isInPlace = known !== undefined && base !== null && agree(known, base);
    const mayJump = base === null || standing?.view.focus !== state.view.focus;
    const ready = known && (isInPlace || mayJump) ? known : isPlaced(wish.ids, base) ? base : null;
    if (ready) {
      asker.callOff();
      return place(state, ready, !(isShown && isInPlace));
    }
    asker.ask(wish.key, buildAsk(state, wish, base), (answer) => {
      const placement = mergeAnswer(answer, base);
      places.solved.set(wish.key, placement);
      place(state, placement, base === null || !isShown);
    });
  }

  function follow(state: AppState): void {
    places.note(state);
    const ids = idsToPlace(state);
    const isShown = state.placement !== null && places.arrangementOf.get(state.placement) === state.view.arrangement;
    if (ids.size === 0 || (isShown && isPlaced(ids, state.placement))) return asker.callOff();
    const wish = buildWish(state, ids);
    if (!asker.isAsked(wish.key)) find(state, wish, isShown);
  }

  let last: readonly unknown[] = [];
  const check = (state: AppState): void => {
    const { dataset, placement, view } = state;
    const now = [dataset, placement, view.arrangement, selectPart(state)];
    if (now.every((one, i) => one === last[i])) return;
    last = now;
    follow(state);
  };
  check(store.getState());
  const stop = store.subscribe(check);
  return () => {
    stop();
    asker.stop();
  };
}
