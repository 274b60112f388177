import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState } from '../../state/appState.ts';
import type { AppStore, Dispatch } from '../../state/createAppStore.ts';

export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for event handlers that read the newest state. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store above this component');
  return store;
}

/** Follows one selected value; the selector must return the same object for the same state. */
export function useApp<Value>(select: (state: AppState) => Value): Value {
  const store = useAppStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getInitialState()),
  );
}

export function useDispatch(): Dispatch {
  return useAppStore().dispatch;
}
