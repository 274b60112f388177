import { useMemo, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { DatasetPart } from '../../model/keptRecords.ts';
import { cutToScope, type PictureScope, selectedEntities } from '../../picture/pictureScope.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { everythingPassing } from '../../state/everythingPassing.ts';
import { findLitPath, publishedIds } from '../../state/publishedIds.ts';
import { selectScene } from '../../state/selectors.ts';
import { exportingText } from '../../words/exportingText.ts';
import { sayPictureScope } from '../../words/pictureText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useAppStore } from './appContext.ts';
import { useStage } from './stage.ts';
import { findWantedExport } from './wantedExport.ts';

export const SCOPES = ['all', 'visible', 'selection', 'neighbourhood'] as const;
export const HOPS = [1, 2, 3] as const;

/** Which part of the graph is to be published. */
export interface PublishedScope {
  readonly type: PictureScope['type'];
  readonly hops: (typeof HOPS)[number];
  /** Everything is all that filters and clocks let through, not only what the canvas has room for. */
  readonly whole: boolean;
}

/** The last choice, so that looking something up in the graph between exporting and checking does not lose it. */
const kept = new WeakMap<AppStore, PublishedScope>();

/** Whether something drawn is selected, or what is selected stands for something drawn. */
export function selectHasSelection(state: AppState): boolean {
  return selectedEntities(state.dataset, selectScene(state), publishedIds(state)).length > 0;
}

/** Whether what is selected stands back behind a path that is lit. */
export function selectIsPathLit(state: AppState): boolean {
  return findLitPath(state) !== undefined;
}

function recallScope(store: AppStore): PublishedScope {
  const wanted = findWantedExport(store);
  if (wanted) return { type: 'all', hops: 1, whole: wanted === 'data' };
  const hasSelection = selectHasSelection(store.getState());
  // Whoever has asked how two are connected publishes the answer, and no more.
  const usual = selectIsPathLit(store.getState()) ? 'selection' : hasSelection ? 'neighbourhood' : 'all';
  const scope = kept.get(store) ?? { type: usual, hops: 1, whole: false };
  const needsSelection = scope.type === 'selection' || scope.type === 'neighbourhood';
  return needsSelection && !hasSelection ? { ...scope, type: 'all' } : scope;
}

/** The part to publish and how to change it: what the dialogs about publishing share while the page is open. */
export function usePublishedScope(): readonly [PublishedScope, (scope: PublishedScope) => void] {
  const store = useAppStore();
  const [scope, setScope] = useState(() => recallScope(store));
  const change = (next: PublishedScope): void => {
    kept.set(store, next);
    setScope(next);
  };
  return [scope, change];
}

/** The records of a part and its name; null where nothing is in it. */
export interface PublishedPart extends DatasetPart {
  readonly name: string;
}

function findPart(
  state: AppState,
  { type, hops, whole }: PublishedScope,
  extent: PictureScope['extent'],
): PublishedPart | null {
  const scene = selectScene(state);
  try {
    const part = cutToScope(state.dataset, scene, { type, hops, ids: publishedIds(state), extent: extent ?? null });
    const names = selectedEntities(state.dataset, scene, publishedIds(state)).map((id) => sayName(state.dataset, id));
    const all = whole && type === 'all' ? everythingPassing(state) : null;
    return {
      entities: all?.entities ?? part.nodes.map(({ id }) => id),
      relations: all?.relations ?? part.edges.flatMap(({ relations }) => relations),
      name: sayPictureScope(type, names, hops)?.heading ?? exportingText.scopes[type],
    };
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** The part that a scope asks for now. Nothing behind a modal dialog changes, so it is found when the scope changes. */
export function usePublishedPart(scope: PublishedScope): PublishedPart | null {
  const store = useAppStore();
  const stage = useStage();
  return useMemo(() => findPart(store.getState(), scope, stage.extent()), [store, stage, scope]);
}
