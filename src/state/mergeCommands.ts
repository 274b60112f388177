import type { AppState } from './appState.ts';
import { always, define } from './command.ts';

/** A dataset in the place of the one that is open, and what of the page goes with it. */
export type Replacement = Pick<AppState, 'dataset'> &
  Partial<
    Pick<
      AppState,
      'stories' | 'refused' | 'view' | 'past' | 'future' | 'selection' | 'playing' | 'question' | 'voice' | 'placement'
    >
  >;

/** Other records in the dataset that is open; what they become is decided in mergeState, behind the dialog. */
export const mergeCommands = {
  /** Answers of jobs for the records before are dropped; undo goes on with views of the records as they are now. */
  replaceDataset: define<Replacement>({
    id: 'replaceDataset',
    label: 'Change records of the dataset',
    group: 'page',
    record: 'never',
    enabled: always,
    run: (state, replacement) => ({
      ...replacement,
      datasetVersion: state.datasetVersion + 1,
      pointed: [],
      answer: null,
      merging: null,
    }),
  }),
};
