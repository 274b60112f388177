import { type Filters, NO_FILTERS, type View } from '../model/view.ts';
import { always, changeView, define, offerVoid, wish } from './command.ts';

/** The clocks as a command asks for them. `playing`: one of many steps that follow each other. */
export interface ClockChange extends Partial<Pick<View, 'asOf' | 'held'>> {
  readonly playing?: boolean;
}

function anyFilter({ filters }: View): boolean {
  return JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
}

/** What is let through: filters and clocks. */
export const filterCommands = {
  setFilters: define<Partial<Filters>>({
    id: 'setFilters',
    label: 'Filter',
    group: 'filters',
    // What is typed letter by letter is one step.
    record: (change) => (Object.keys(change).join() === 'text' ? 'merge' : 'now'),
    enabled: always,
    run: (state, change) => ({ ...changeView(state, { filters: { ...state.view.filters, ...change } }), pointed: [] }),
  }),
  clearFilters: define<void>({
    id: 'clearFilters',
    label: 'Drop all filters',
    group: 'filters',
    enabled: (state) => anyFilter(state.view),
    offer: offerVoid,
    run: (state) => changeView(state, { filters: NO_FILTERS }),
  }),
  clearView: define<void>({
    id: 'clearView',
    label: 'Drop all filters and clocks',
    group: 'filters',
    enabled: ({ view }) => anyFilter(view) || view.asOf !== null || view.held !== null,
    offer: offerVoid,
    run: (state) => changeView(state, { filters: NO_FILTERS, asOf: null, held: null }),
  }),
  setClock: define<ClockChange>({
    id: 'setClock',
    label: 'Set a clock',
    group: 'filters',
    record: ({ playing }) => (playing ? 'merge' : 'now'),
    enabled: always,
    run: (state, { asOf = state.view.asOf, held = state.view.held }) => ({
      ...changeView(state, { asOf, held }),
      pointed: [],
    }),
  }),
  toggleUnrelated: define<void>({
    id: 'toggleUnrelated',
    label: 'Keep or hide entities that are left without relations',
    group: 'filters',
    enabled: always,
    offer: offerVoid,
    run: (state) => changeView(state, { keepUnrelated: !state.view.keepUnrelated }),
  }),
  /** For the scripting API and tests: any of the view at once. */
  setView: define<Partial<View>>({
    id: 'setView',
    label: 'Set the view',
    group: 'view',
    enabled: always,
    run: (state, change) => ({
      ...changeView(state, change),
      pointed: [],
      ...('focus' in change || 'arrangement' in change ? wish(state, 'fit') : {}),
    }),
  }),
};

/** Whether a step of undo changes what the camera should show. */
const isElsewhere = (a: View, b: View): boolean => a.focus !== b.focus || a.arrangement !== b.arrangement;

/** Steps back and forward through the views. */
export const undoCommands = {
  undo: define<void>({
    id: 'undo',
    label: 'Undo',
    group: 'view',
    shortcut: 'Ctrl+Z',
    scope: 'page',
    enabled: (state) => state.past.length > 0,
    offer: offerVoid,
    run: (state) => {
      const view = state.past.at(-1);
      if (!view) return {};
      const steps = { past: state.past.slice(0, -1), future: [state.view, ...state.future] };
      const camera = isElsewhere(view, state.view) ? wish(state, 'fit') : {};
      return { view, ...steps, merging: null, pointed: [], ...camera };
    },
  }),
  redo: define<void>({
    id: 'redo',
    label: 'Redo',
    group: 'view',
    shortcut: 'Ctrl+Shift+Z',
    alias: 'Ctrl+Y',
    scope: 'page',
    enabled: (state) => state.future.length > 0,
    offer: offerVoid,
    run: (state) => {
      const [view, ...future] = state.future;
      if (!view) return {};
      const camera = isElsewhere(view, state.view) ? wish(state, 'fit') : {};
      return { view, past: [...state.past, state.view], future, merging: null, pointed: [], ...camera };
    },
  }),
};
