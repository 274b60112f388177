import type { FoundPath } from '../model/pathAnswer.ts';
import type { AppState } from './appState.ts';

/** The path that is lit; undefined where none is. */
export function findLitPath({ question, answer }: Pick<AppState, 'question' | 'answer'>): FoundPath | undefined {
  return question ? answer?.paths[question.chosen] : undefined;
}

/** What is published as "the selection": the entities of the path that is lit, from end to end, else what is selected. */
export function publishedIds(state: Pick<AppState, 'question' | 'answer' | 'selection'>): readonly string[] {
  return findLitPath(state)?.entities ?? state.selection;
}
