import type { Dataset } from '../model/dataset.ts';
import type { Point } from '../model/layoutProblem.ts';
import { type Callout, MOST_CALLOUT } from '../model/view.ts';
import { centreOf } from '../scene/boxes.ts';
import type { AppState, CalloutAsk } from './appState.ts';
import { type Change, changeView, define, offerVoid, wish } from './command.ts';
import { findRecord } from './recordOf.ts';
import { selectScene } from './selectors.ts';

/** Text for a callout as it is kept: on one line, and no longer than a callout may be. */
function keptText(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.slice(0, MOST_CALLOUT.letters).join('').trim();
}

/** What a callout about a record is pinned to; of several relations drawn as one line, the first that is shown. */
function pinTo(state: AppState, id: string): Callout['at'] | null {
  const found = findRecord(state.dataset, id);
  if (found?.type === 'entity') return { entity: found.entity.id };
  if (found?.type === 'relation') return { relation: found.relation.id };
  if (found?.type !== 'tie') return null;
  const edge = selectScene(state).edges.find((each) => each.id === found.tie.id);
  const relation = edge?.relations[0] ?? found.tie.relations[0];
  return relation === undefined ? null : { relation };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const spotAt = ({ x, y }: Point): Callout['at'] => ({ x: round(x), y: round(y) });

/** About what is selected; where nothing is, in the middle of what is looked at. */
function placeAtHand(state: AppState): Callout['at'] {
  const selected = state.selection.map((id) => pinTo(state, id)).findLast((at) => at !== null);
  return selected ?? spotAt(state.cameraAt ?? centreOf(selectScene(state).bounds));
}

function hasPlace(dataset: Dataset, at: Callout['at']): boolean {
  if ('entity' in at) return dataset.entities.has(at.entity);
  return 'relation' in at ? dataset.relations.has(at.relation) : Number.isFinite(at.x + at.y);
}

/** Changed callouts, with the one that was written brought into view. */
function show(state: AppState, callouts: readonly Callout[], id: string): Change {
  // Where all of it is shown, all of it stays so; a new callout may reach beyond it.
  return { ...changeView(state, { callouts }), ...wish(state, state.cameraAt ? { show: [id] } : 'fit') };
}

function remove(state: AppState, id: string): Change {
  const callouts = state.view.callouts.filter((callout) => callout.id !== id);
  return callouts.length === state.view.callouts.length ? {} : changeView(state, { callouts });
}

/** Short notes of the reader's own in the picture. */
export const calloutCommands = {
  /** Opens the dialog: with a callout by its id, or for a new one at a place or about a record. */
  writeCallout: define<CalloutAsk | { readonly about: string }>({
    id: 'writeCallout',
    label: 'Write a callout at the selected, or in the picture',
    group: 'graph',
    shortcut: 'm',
    scope: 'graph',
    enabled: (state) => !state.embedded && selectScene(state).nodes.length > 0,
    offer: (state) => ({ at: placeAtHand(state) }),
    run: (state, asked) => {
      const at = 'about' in asked ? pinTo(state, asked.about) : null;
      const callout = 'about' in asked ? at && { at } : asked;
      return callout ? { dialog: 'callout', callout } : {};
    },
  }),
  listCallouts: define<void>({
    id: 'listCallouts',
    label: 'List callouts',
    group: 'graph',
    enabled: ({ view, embedded }) => !embedded && view.callouts.length > 0,
    offer: offerVoid,
    run: () => ({ dialog: 'callout', callout: null }),
  }),
  addCallout: define<Pick<Callout, 'at' | 'text'>>({
    id: 'addCallout',
    label: 'Add a callout',
    group: 'graph',
    enabled: ({ view }) => view.callouts.length < MOST_CALLOUT.callouts,
    run: (state, { at, text: written }) => {
      const { callouts } = state.view;
      const text = keptText(written);
      if (text === '' || callouts.length >= MOST_CALLOUT.callouts || !hasPlace(state.dataset, at)) return {};
      let number = callouts.length + 1;
      while (callouts.some(({ id }) => id === `c${number}`)) number += 1;
      const id = `c${number}`;
      return show(state, [...callouts, { id, at: 'x' in at ? spotAt(at) : at, text }], id);
    },
  }),
  /** Without text it goes. */
  editCallout: define<Pick<Callout, 'id' | 'text'>>({
    id: 'editCallout',
    label: 'Change a callout',
    group: 'graph',
    enabled: ({ view }) => view.callouts.length > 0,
    run: (state, { id, text: written }) => {
      const { callouts } = state.view;
      const text = keptText(written);
      if (text === '') return remove(state, id);
      if (callouts.every((callout) => callout.id !== id || callout.text === text)) return {};
      return show(
        state,
        callouts.map((callout) => (callout.id === id ? { ...callout, text } : callout)),
        id,
      );
    },
  }),
  removeCallout: define<string>({
    id: 'removeCallout',
    label: 'Remove a callout',
    group: 'graph',
    enabled: ({ view }) => view.callouts.length > 0,
    run: remove,
  }),
  removeCallouts: define<void>({
    id: 'removeCallouts',
    label: 'Remove all callouts',
    group: 'graph',
    enabled: ({ view }) => view.callouts.length > 0,
    offer: offerVoid,
    run: (state) => changeView(state, { callouts: [] }),
  }),
};
