import { useEffect } from 'react';
import type { AppStore } from '../../state/createAppStore.ts';

/** What the export dialog opens at when it is opened for something: a page that stands alone, or the data, all of them. */
export type WantedExport = 'page' | 'data';

const wanted = new WeakMap<AppStore, WantedExport>();

/** Opens the export dialog at what the reader has just been told to save. */
export function openExport(store: AppStore, kind: WantedExport): void {
  wanted.set(store, kind);
  store.dispatch('openDialog', 'export');
}

/** What the dialog is opened for; null for nothing in particular. */
export function findWantedExport(store: AppStore): WantedExport | null {
  return wanted.get(store) ?? null;
}

/** The next time the dialog opens at what was chosen last. */
export function useWantedOnce(store: AppStore): void {
  useEffect(() => void wanted.delete(store), [store]);
}
