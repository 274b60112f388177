import type { DatasetPart } from '../model/keptRecords.ts';
import type { AppState } from './appState.ts';
import { selectChoice, selectPart } from './selectors.ts';

/**
 * Everything that filters and clocks let through where that is more than the canvas draws; null where what is drawn is
 * all of it, or all that a focus asks for. Linear in the dataset.
 */
export function everythingPassing(state: AppState): DatasetPart | null {
  if (!selectPart(state).limited || state.view.focus) return null;
  const { dataset } = state;
  const { passing } = selectChoice(state);
  if (passing === null) return { entities: [...dataset.entities.keys()], relations: [...dataset.relations.keys()] };
  const relations = [...passing];
  const ends = relations.flatMap((id) => {
    const relation = dataset.relations.get(id);
    return relation ? [relation.from, relation.to] : [];
  });
  return { entities: [...new Set(ends)], relations };
}
