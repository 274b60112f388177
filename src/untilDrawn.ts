import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { selectPart, selectScene } from './state/selectors.ts';

/** Resolves when everything that the view asks for has its place. */
function untilPlaced(store: AppStore): Promise<void> {
  const isDone = (state: AppState): boolean => {
    if (state.failure) return true;
    const { ids } = selectPart(state);
    return ids.size === 0 || (state.busy === null && selectScene(state).nodes.length === ids.size);
  };
  if (isDone(store.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!isDone(state)) return;
      stop();
      resolve();
    });
  });
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves when everything that the view asks for has its place and is painted, or when that failed. */
export async function untilDrawn(store: AppStore): Promise<void> {
  await untilPlaced(store);
  await nextFrame();
}
