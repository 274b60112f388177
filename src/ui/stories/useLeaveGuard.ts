import { useEffect } from 'react';
import type { Story } from '../../model/story.ts';
import type { AppStore } from '../../state/createAppStore.ts';

/** Stories that are in a file: as they were opened, or as they were when the reader last went to save. */
const saved = new WeakMap<AppStore, readonly Story[]>();

/** Asks a reader who leaves the page whether stories that were written, and that nobody has gone to save, may be lost. */
export function useLeaveGuard(store: AppStore): void {
  useEffect(() => {
    if (saved.has(store)) return;
    saved.set(store, store.getState().stories);
    store.subscribe((state, before) => {
      const isOpened = state.dataset !== before.dataset;
      if (isOpened || state.dialog === 'export') saved.set(store, state.stories);
    });
    window.addEventListener('beforeunload', (event) => {
      if (saved.get(store) !== store.getState().stories) event.preventDefault();
    });
  }, [store]);
}
