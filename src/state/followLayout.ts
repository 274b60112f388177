import { DataError } from '../model/dataError.ts';
import type { LayoutProblem, Placement } from '../model/layoutProblem.ts';
import { type PlacementFile, readPlacement } from '../model/placementCodec.ts';
import { chooseShownPart } from '../model/shownPart.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';

/** Solves a layout elsewhere; rejects with DataError. */
export type SolveLayout = (
  problem: LayoutProblem,
  signal: AbortSignal,
  onProgress: (done: number) => void,
) => Promise<PlacementFile>;

function isPlaced(ids: ReadonlySet<string>, placement: Placement | null): boolean {
  if (!placement) return ids.size === 0;
  for (const id of ids) if (!placement.nodes.has(id)) return false;
  return true;
}

/** The part in the order of the file, as a key; the same part is laid out once. */
const keyOf = (state: AppState, ids: ReadonlySet<string>): string => JSON.stringify([state.datasetVersion, [...ids]]);

/**
 * Asks for a layout whenever the part to show has no places yet, drops the answer when the part or the dataset moved
 * on, and keeps earlier answers so that going back is at once. Returns the function that stops it.
 */
export function followLayout(store: AppStore, solve: SolveLayout): () => void {
  const solved = new Map<string, Placement>();
  let asked: { key: string; aborting: AbortController } | null = null;

  function ask(state: AppState, ids: ReadonlySet<never>, key: string): void {
    asked?.aborting.abort();
    const aborting = new AbortController();
    const mine = { key, aborting };
    asked = mine;
    const { datasetVersion: version } = state;
    const finish = (placement: Placement): void => {
      if (asked !== mine) return;
      asked = null;
      solved.set(key, placement);
      store.dispatch('report', { busy: null });
      store.dispatch('place', { placement, version });
    };
    const fail = (error: unknown): void => {
      if (asked !== mine) return;
      asked = null;
      const { code, where, params } = error instanceof DataError ? error : new DataError('layout-failed', '');
      store.dispatch('report', { busy: null, ...(code === 'cancelled' ? {} : { failure: { code, where, params } }) });
    };
    store.dispatch('report', { busy: { what: 'layout', done: 0 } });
    solve(buildProblem(state.dataset, ids), aborting.signal, () => undefined).then(
      (file) => finish(readPlacement(file)),
      fail,
    );
  }

  function follow(state: AppState): void {
    const { ids } = chooseShownPart(state.dataset, state.focus);
    const key = keyOf(state, ids);
    if (isPlaced(ids, state.placement) || asked?.key === key) return;
    const known = solved.get(key);
    if (known) store.dispatch('place', { placement: known, version: state.datasetVersion });
    else ask(state, ids as ReadonlySet<never>, key);
  }

  let last: Pick<AppState, 'dataset' | 'focus' | 'placement'> | null = null;
  const check = (state: AppState): void => {
    if (last && last.dataset === state.dataset && last.focus === state.focus && last.placement === state.placement)
      return;
    last = state;
    follow(state);
  };
  check(store.getState());
  const stop = store.subscribe(check);
  return () => {
    stop();
    asked?.aborting.abort();
  };
}
