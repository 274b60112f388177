import { useMemo } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { AppState } from '../../state/appState.ts';
import { useApp } from './appContext.ts';

/** What panels read: the dataset under the public clock. Handed down, so that no row follows the store itself. */
export interface Known {
  readonly dataset: Dataset;
  readonly asOf: number | null;
}

const selectDataset = (state: AppState): Dataset => state.dataset;
const selectAsOf = (state: AppState): number | null => state.asOf;

/** The same object until the dataset or the clock changes. */
export function useKnown(): Known {
  const dataset = useApp(selectDataset);
  const asOf = useApp(selectAsOf);
  return useMemo(() => ({ dataset, asOf }), [dataset, asOf]);
}
