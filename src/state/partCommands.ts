import { findNeighbours } from '../model/buildDataset.ts';
import type { Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import type { Arrangement, Focus, View } from '../model/view.ts';
import type { AppState } from './appState.ts';
import { always, type Change, changeView, define, lastEntity, offerVoid, selectedEntities, wish } from './command.ts';
import { selectScene } from './selectors.ts';

const AS_LOADED = { focus: null, expanded: [], collapsed: [], added: [], hidden: [] } as const;

function isPart({ focus, expanded, collapsed, added, hidden }: View): boolean {
  return focus !== null || expanded.length + collapsed.length + added.length + hidden.length > 0;
}

/** Whether the entity selected last is not yet expanded or folded. */
function isOffered(state: AppState, list: 'expanded' | 'collapsed'): boolean {
  const id = lastEntity(state);
  return id !== null && !state.view[list].includes(id);
}

function known(state: AppState, ids: readonly EntityId[]): EntityId[] {
  return [...new Set(ids)].filter((id) => state.dataset.entities.has(id));
}

const without = (ids: readonly EntityId[], gone: readonly EntityId[]): EntityId[] =>
  ids.filter((id) => !gone.includes(id));
const withAlso = (ids: readonly EntityId[], more: readonly EntityId[]): EntityId[] => [...without(ids, more), ...more];

/** A focus on these entities, everything else of the part as it was when the dataset opened. */
function focusOn(state: AppState, { ids, hops }: Focus): Change {
  const found = known(state, ids);
  if (found.length === 0) return {};
  return {
    ...changeView(state, { ...AS_LOADED, focus: { ids: found, hops } }),
    selection: found,
    pointed: [],
    ...wish(state, 'fit'),
  };
}

function around(hops: 1 | 2 | 3, shortcut: string) {
  return define<void>({
    id: `around${hops}`,
    label: `Show only what is around the selected, ${hops} ${hops === 1 ? 'step' : 'steps'}`,
    group: 'graph',
    shortcut,
    ...(hops === 1 ? { alias: 'f' } : {}),
    scope: 'graph',
    enabled: (state) => selectedEntities(state).length > 0,
    offer: offerVoid,
    run: (state) => focusOn(state, { ids: selectedEntities(state), hops }),
  });
}

/** Where these entities are drawn now. */
function placesOf(state: AppState, ids: readonly EntityId[]): [EntityId, Point][] {
  const wanted = new Set(ids);
  return selectScene(state)
    .nodes.filter(({ id }) => wanted.has(id))
    .map(({ id, x, y }) => [id, { x, y }]);
}

function pin(state: AppState, ids: readonly EntityId[]): Change {
  const places = placesOf(state, ids);
  if (places.length === 0) return {};
  return changeView(state, {
    pinned: withAlso(
      state.view.pinned,
      places.map(([id]) => id),
    ),
    moved: new Map([...state.view.moved, ...places]),
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

function moveNodes(state: AppState, moved: ReadonlyMap<EntityId, Point>): Change {
  const places = [...moved].map(([id, { x, y }]) => [id, { x: round(x), y: round(y) }] as const);
  return changeView(state, { moved: new Map([...state.view.moved, ...places]) });
}

/** What part of the dataset is drawn, and where. */
export const partCommands = {
  focusOn: define<Focus>({
    id: 'focusOn',
    label: 'Show only the neighbourhood',
    group: 'graph',
    enabled: (state) => selectedEntities(state).length > 0,
    run: focusOn,
  }),
  around1: around(1, '1'),
  around2: around(2, '2'),
  around3: around(3, '3'),
  onlySelected: define<void>({
    id: 'onlySelected',
    label: 'Show only what is selected',
    group: 'graph',
    shortcut: 'o',
    scope: 'graph',
    enabled: (state) => selectedEntities(state).length > 0,
    offer: offerVoid,
    run: (state) => focusOn(state, { ids: selectedEntities(state), hops: 0 }),
  }),
  showAll: define<void>({
    id: 'showAll',
    label: 'Show everything again',
    group: 'graph',
    shortcut: 'a',
    alias: 'Backspace',
    scope: 'graph',
    enabled: (state) => isPart(state.view),
    offer: offerVoid,
    run: (state) => ({ ...changeView(state, AS_LOADED), pointed: [], ...wish(state, 'fit') }),
  }),
  expand: define<EntityId>({
    id: 'expand',
    label: 'Show all neighbours of the selected',
    group: 'graph',
    shortcut: 'e',
    scope: 'graph',
    enabled: (state) => isOffered(state, 'expanded'),
    offer: lastEntity,
    run: (state, id) => {
      const [found] = known(state, [id]);
      if (found === undefined) return {};
      const { expanded, collapsed, hidden } = state.view;
      return changeView(state, {
        expanded: withAlso(expanded, [found]),
        collapsed: without(collapsed, [found]),
        // What its badge counts has to appear.
        hidden: without(hidden, [found, ...findNeighbours(state.dataset, found)]),
      });
    },
  }),
  collapse: define<EntityId>({
    id: 'collapse',
    label: 'Fold away the neighbours of the selected',
    group: 'graph',
    shortcut: 'c',
    scope: 'graph',
    enabled: (state) => isOffered(state, 'collapsed'),
    offer: lastEntity,
    run: (state, id) => {
      const [found] = known(state, [id]);
      if (found === undefined) return {};
      const { expanded, collapsed } = state.view;
      return changeView(state, { expanded: without(expanded, [found]), collapsed: withAlso(collapsed, [found]) });
    },
  }),
  hide: define<readonly EntityId[]>({
    id: 'hide',
    label: 'Hide the selected',
    group: 'graph',
    shortcut: 'h',
    alias: 'Delete',
    scope: 'graph',
    enabled: (state) => selectedEntities(state).length > 0,
    offer: selectedEntities,
    run: (state, ids) => {
      const found = known(state, ids);
      if (found.length === 0) return {};
      const { hidden, added } = state.view;
      return {
        ...changeView(state, { hidden: withAlso(hidden, found), added: without(added, found) }),
        selection: state.selection.filter((id) => !found.includes(id as EntityId)),
        pointed: [],
      };
    },
  }),
  showHidden: define<void>({
    id: 'showHidden',
    label: 'Show what was hidden',
    group: 'graph',
    shortcut: 'Shift+H',
    scope: 'graph',
    enabled: (state) => state.view.hidden.length + state.view.collapsed.length > 0,
    offer: offerVoid,
    run: (state) => changeView(state, { hidden: [], collapsed: [] }),
  }),
  pin: define<readonly EntityId[]>({ id: 'pin', label: 'Pin', group: 'graph', enabled: always, run: pin }),
  unpin: define<readonly EntityId[]>({
    id: 'unpin',
    label: 'Unpin',
    group: 'graph',
    enabled: (state) => state.view.pinned.length > 0,
    run: (state, ids) => changeView(state, { pinned: without(state.view.pinned, ids) }),
  }),
  togglePin: define<void>({
    id: 'togglePin',
    label: 'Pin the selected to its place, or unpin',
    group: 'graph',
    shortcut: 'p',
    scope: 'graph',
    enabled: (state) => placesOf(state, selectedEntities(state)).length > 0,
    offer: offerVoid,
    run: (state) => {
      const ids = selectedEntities(state);
      const arePinned = ids.every((id) => state.view.pinned.includes(id));
      return arePinned ? changeView(state, { pinned: without(state.view.pinned, ids) }) : pin(state, ids);
    },
  }),
  moveNodes: define<ReadonlyMap<EntityId, Point>>({
    id: 'moveNodes',
    label: 'Move',
    group: 'graph',
    enabled: always,
    run: moveNodes,
  }),
  /** By keys, step by step: one step of undo together. */
  nudge: define<ReadonlyMap<EntityId, Point>>({
    id: 'nudge',
    label: 'Move a little',
    group: 'graph',
    record: 'merge',
    enabled: always,
    run: moveNodes,
  }),
  putBack: define<void>({
    id: 'putBack',
    label: 'Put everything back in its place',
    group: 'graph',
    enabled: ({ view }) => view.moved.size > view.pinned.length,
    offer: offerVoid,
    run: (state) => {
      const { moved, pinned } = state.view;
      return changeView(state, { moved: new Map([...moved].filter(([id]) => pinned.includes(id))) });
    },
  }),
  arrange: define<Arrangement>({
    id: 'arrange',
    label: 'Arrange by kind, or as usual',
    group: 'graph',
    shortcut: 'k',
    scope: 'graph',
    enabled: always,
    offer: ({ view }) => (view.arrangement === 'kind' ? 'usual' : 'kind'),
    run: (state, arrangement) => {
      const { moved, pinned } = state.view;
      return {
        ...changeView(state, { arrangement, moved: new Map([...moved].filter(([id]) => pinned.includes(id))) }),
        ...wish(state, 'fit'),
      };
    },
  }),
};
