import { useMemo } from 'react';
import type { Choice } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { AppState } from '../../state/appState.ts';
import { selectChoice } from '../../state/selectors.ts';
import { useApp } from './appContext.ts';

/** What panels read: the dataset under clocks and filters. Handed down, so that no row follows the store itself. */
export interface Known {
  readonly dataset: Dataset;
  readonly asOf: number | null;
  readonly choice: Choice;
}

const selectDataset = (state: AppState): Dataset => state.dataset;
const selectAsOf = (state: AppState): number | null => state.view.asOf;

/** The same object until the dataset, a clock or a filter changes. */
export function useKnown(): Known {
  const dataset = useApp(selectDataset);
  const asOf = useApp(selectAsOf);
  const choice = useApp(selectChoice);
  return useMemo(() => ({ dataset, asOf, choice }), [dataset, asOf, choice]);
}
