import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { parseStories } from '../model/parseStories.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import type { View } from '../model/view.ts';
import { type AppState, buildInitialState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';

/** A dataset with an id of its own. */
export const sample = (id: string, names: readonly string[]) =>
  buildDataset({
    ...sampleFile(
      names.map((name) => sampleEntity(name)),
      [sampleRelation(`${id}-r`, names[0] ?? '', names[1] ?? '', [sampleClaim(`${id}-c`)])],
    ),
    id,
  });

/** A store of the state alone: what commands do is tested with them. */
export function openStore(dataset: Dataset) {
  let state = buildInitialState(dataset, null, parseStories(dataset));
  const listeners = new Set<(now: AppState, before: AppState) => void>();
  const set = (change: Partial<AppState>): void => {
    const before = state;
    state = { ...state, ...change };
    for (const listener of listeners) listener(state, before);
  };
  const store = {
    getState: () => state,
    getInitialState: () => state,
    subscribe: (listener: (now: AppState, before: AppState) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch: (_: string, change: Partial<AppState>) => set(change),
  } as unknown as AppStore;
  const setView = (change: Partial<View>, isStep = true): void =>
    set({ view: { ...state.view, ...change }, ...(isStep ? { past: [...state.past, state.view] } : {}) });
  return { store, set, setView };
}

/** A window whose history is a list. */
export function openWindow(hash = '') {
  const listeners = new Set<() => void>();
  const entries = [hash];
  let at = 0;
  const page = {
    entries,
    location: {
      get hash() {
        return entries[at]?.startsWith('#') ? (entries[at] ?? '') : '';
      },
      pathname: '/sub/',
      search: '?x',
    },
    history: {
      pushState: (_: unknown, __: string, url: string) => void entries.splice(++at, entries.length, url),
      replaceState: (_: unknown, __: string, url: string) => void entries.splice(at, 1, url),
    },
    addEventListener: (_: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => void listeners.delete(listener),
    back() {
      at -= 1;
      for (const listener of listeners) listener();
    },
    goTo(to: string) {
      entries.splice(++at, entries.length, to);
      for (const listener of listeners) listener();
    },
  };
  return page;
}

/** Time that passes when it is told to. */
export function openClock() {
  let now = 0;
  const waiting = new Map<object, { readonly run: () => void; readonly due: number }>();
  return {
    wait: (run: () => void, ms: number) => {
      const key = {};
      waiting.set(key, { run, due: now + ms });
      return () => void waiting.delete(key);
    },
    pass(ms: number) {
      now += ms;
      for (const [key, { run, due }] of waiting) {
        if (due > now) continue;
        waiting.delete(key);
        run();
      }
    },
  };
}
