import type { AppState } from './appState.ts';

/**
 * Whether another dataset has been opened, rather than the open one changed: each opening has a report of its own, and a
 * merge of entities keeps id and report.
 */
export function isOpening(state: AppState, before: AppState): boolean {
  if (state.dataset === before.dataset) return false;
  return state.dataset.file.id !== before.dataset.file.id || state.report !== before.report;
}

const CONTENT = ['dataset', 'stories', 'refused'] as const;
const PLACE = ['view', 'selection', 'tab', 'cameraAt', 'question', 'voice', 'playing', 'placement'] as const;

/** Whether what is in the dataset's file is the same. */
export function isSameContent(state: AppState, before: AppState): boolean {
  return CONTENT.every((key) => state[key] === before[key]);
}

/** Whether everything that is kept is the same. */
export function isSame(state: AppState, before: AppState): boolean {
  return isSameContent(state, before) && PLACE.every((key) => state[key] === before[key]);
}
