import type { Callout } from '../model/view.ts';
import type { AppState, CalloutAsk } from './appState.ts';
import { always, changeView, define, offerVoid, wish } from './command.ts';

/** Other callouts for the view, and which of them is to be seen afterwards. */
export interface CalloutsChange {
  readonly callouts: readonly Callout[];
  readonly show?: string;
}

/** Short notes of the reader's own in the picture; what they become is decided in editCallouts, behind the dialog. */
export const calloutCommands = {
  writeCallout: define<CalloutAsk>({
    id: 'writeCallout',
    label: 'Write a callout at the selected, or in the picture',
    group: 'graph',
    shortcut: 'm',
    scope: 'graph',
    enabled: ({ embedded, dataset }) => !embedded && dataset.entities.size > 0,
    offer: ({ selection }) => ({ about: selection.at(-1) ?? null }),
    run: (_, callout) => ({ dialog: 'callout', callout }),
  }),
  listCallouts: define<void>({
    id: 'listCallouts',
    label: 'List callouts',
    group: 'graph',
    enabled: ({ view, embedded }) => !embedded && view.callouts.length > 0,
    offer: offerVoid,
    run: () => ({ dialog: 'callout', callout: null }),
  }),
  setCallouts: define<CalloutsChange>({
    id: 'setCallouts',
    label: 'Change callouts',
    group: 'graph',
    enabled: always,
    run: (state, { callouts, show }) => ({
      ...changeView(state, { callouts }),
      // Where all of it is shown, all of it stays so: a new callout may reach beyond it.
      ...(show === undefined ? {} : wish(state, state.cameraAt ? { show: [show] } : 'fit')),
    }),
  }),
  /** The code that draws them has come. */
  drawCallouts: define<AppState['drawCallouts']>({
    id: 'drawCallouts',
    label: 'Draw callouts',
    group: 'graph',
    enabled: always,
    run: (state, drawCallouts) => ({
      drawCallouts,
      ...(state.cameraAt || state.view.callouts.length === 0 ? {} : wish(state, 'fit')),
    }),
  }),
};
