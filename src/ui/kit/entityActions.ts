import type { Dataset } from '../../model/dataset.ts';
import type { EntityId } from '../../model/records.ts';
import { countFoldable } from '../../model/shownPart.ts';
import type { VoiceKey } from '../../model/voices.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { selectChoice, selectPart, selectScene } from '../../state/selectors.ts';
import { calloutText } from '../../words/calloutText.ts';
import { actionText } from '../../words/partText.ts';

/** Something that can be done with one entity now. */
export interface EntityAction {
  readonly id:
    | 'around1'
    | 'around2'
    | 'around3'
    | 'expand'
    | 'collapse'
    | 'hide'
    | 'pin'
    | 'unpin'
    | 'callout'
    | 'path'
    | 'voice';
  /** For a small button, and in full. */
  readonly label: string;
  readonly full: string;
  readonly run: () => void;
}

function speaks(dataset: Dataset, id: EntityId): boolean {
  for (const { claim } of dataset.claims.values())
    if (claim.attribution.some(({ entity }) => entity === id)) return true;
  return false;
}

function findBehind(state: AppState, id: EntityId): number {
  return selectScene(state).nodes.find((node) => node.id === id)?.behind ?? 0;
}

function canCollapse(state: AppState, id: EntityId): boolean {
  const { dataset, view } = state;
  const { ids } = selectPart(state);
  if (!ids.has(id) || view.collapsed.includes(id)) return false;
  return view.expanded.includes(id) || countFoldable(dataset, view, selectChoice(state), ids, id) > 0;
}

/** What changes the part that is drawn, and the pin. Only what would do something now is listed. */
function listDrawn({ dispatch }: AppStore, state: AppState, id: EntityId): EntityAction[] {
  const behind = findBehind(state, id);
  const isPinned = state.view.pinned.includes(id);
  const actions: EntityAction[] = [];
  const add = (name: EntityAction['id'], label: string, full: string, run: () => void): void => {
    actions.push({ id: name, label, full, run });
  };
  if (behind > 0) add('expand', actionText.expand(behind), actionText.expandLong(behind), () => dispatch('expand', id));
  if (canCollapse(state, id))
    add('collapse', actionText.collapse, actionText.collapseLong, () => dispatch('collapse', id));
  if (!selectPart(state).ids.has(id)) return actions;
  add('hide', actionText.hide, actionText.hideLong, () => dispatch('hide', [id]));
  if (isPinned) add('unpin', actionText.unpin, actionText.unpinLong, () => dispatch('unpin', [id]));
  else add('pin', actionText.pin, actionText.pinLong, () => dispatch('pin', [id]));
  return actions;
}

/** What can be done with an entity now, in the order in which menus list it. Linear in the dataset. */
export function listEntityActions(store: AppStore, state: AppState, id: EntityId): EntityAction[] {
  const { dispatch } = store;
  const around = ([1, 2, 3] as const).map((hops): EntityAction => {
    const run = (): void => dispatch('focusOn', { ids: [id], hops });
    return { id: `around${hops}`, label: String(hops), full: actionText.onlyAround(hops), run };
  });
  const ask = (): void => dispatch('askPath', { from: id, to: null });
  const path: EntityAction = { id: 'path', label: actionText.path, full: actionText.pathLong, run: ask };
  const light = (): void => dispatch('light', `id ${id}` as VoiceKey);
  const voice: EntityAction = { id: 'voice', label: actionText.voice, full: actionText.voice, run: light };
  const write = (): void => dispatch('writeCallout', { about: id });
  const callout: EntityAction = { id: 'callout', label: calloutText.write, full: calloutText.writeLong, run: write };
  const canWrite = !state.embedded && selectPart(state).ids.has(id);
  return [
    ...around,
    ...listDrawn(store, state, id),
    path,
    ...(speaks(state.dataset, id) ? [voice] : []),
    ...(canWrite ? [callout] : []),
  ];
}
