import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { readFragment, writeFragment } from './fragment.ts';
import { isRecord } from './recordOf.ts';

/** The parts of a window that this needs. */
export interface UrlWindow {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

/** A link may name what the dataset does not hold, or no longer: the rest of it is opened, and this is said. */
function reportUnknown({ getState, dispatch }: AppStore, ids: readonly string[]): void {
  const id = ids.find((each) => !isRecord(getState().dataset, each));
  if (id !== undefined) dispatch('report', { failure: { code: 'unknown-id', where: '', params: { id } } });
}

/**
 * Keeps the fragment and the state the same: each selection, focus and tab is a step in the browser's history, and Back
 * and Forward restore it. A fragment that cannot be read is reported and left alone.
 */
export function followUrl(store: AppStore, page: UrlWindow): () => void {
  let written = page.location.hash;
  let reading = false;

  function readAddress(): void {
    const { hash } = page.location;
    written = hash;
    reading = true;
    const linked = readFragment(hash);
    if (linked) {
      store.dispatch('restore', linked);
      reportUnknown(store, [...linked.selection, ...(linked.focus?.ids ?? [])]);
    } else if (/^#v\d/.test(hash)) store.dispatch('report', { failure: { code: 'bad-link', where: '', params: {} } });
    reading = false;
  }

  function writeAddress(state: AppState, before: AppState): void {
    // An address that says the same in other words stays as it is: a step of its own would hold the reader in Back for ever.
    if (reading) return;
    if (state.selection === before.selection && state.focus === before.focus && state.tab === before.tab) return;
    const fragment = writeFragment(state);
    if (fragment === written) return;
    written = fragment;
    const { pathname, search } = page.location;
    page.history.pushState(null, '', fragment === '' ? pathname + search : fragment);
  }

  if (written !== '') readAddress();
  const stop = store.subscribe(writeAddress);
  page.addEventListener('popstate', readAddress);
  return () => {
    stop();
    page.removeEventListener('popstate', readAddress);
  };
}
