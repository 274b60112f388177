import { useCallback, useState } from 'react';
import type { AppStore } from '../../state/createAppStore.ts';
import { useAppStore } from '../kit/appContext.ts';

export type TableName = 'relations' | 'entities' | 'sources';

export interface Sort {
  readonly column: string;
  readonly ascending: boolean;
}

/** How the reader has arranged the table; a filter holds for all three. */
export interface TableView {
  readonly which: TableName;
  readonly filter: string;
  readonly sort: Sort | null;
}

const OPENING: TableView = { which: 'relations', filter: '', sort: null };

/** Kept while another tab is open, since a tab that is not shown is not mounted. */
const views = new WeakMap<AppStore, TableView>();

export function useTableView(): [TableView, (change: Partial<TableView>) => void] {
  const store = useAppStore();
  const [view, setView] = useState(() => views.get(store) ?? OPENING);
  const change = useCallback(
    (part: Partial<TableView>) => {
      const next = { ...(views.get(store) ?? OPENING), ...part };
      views.set(store, next);
      setView(next);
    },
    [store],
  );
  return [view, change];
}
