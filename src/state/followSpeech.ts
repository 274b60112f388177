import { isPassing } from '../model/chooseRelations.ts';
import type { RelationId } from '../model/records.ts';
import { standingOf } from '../model/standing.ts';
import { sayCallout } from '../words/calloutText.ts';
import { tabText } from '../words/frameText.ts';
import { sayKind } from '../words/names.ts';
import { sayName, sayRelation, sayTieSummary } from '../words/sayRelation.ts';
import { sayRelationStanding } from '../words/sayStanding.ts';
import { sayFocusNames, spoken } from '../words/spoken.ts';
import { sayStep } from '../words/storyText.ts';
import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { findRecord } from './recordOf.ts';
import { selectChoice, selectScene } from './selectors.ts';
import { findTold } from './storyStep.ts';

function countDisputed({ dataset, view }: AppState, relations: readonly RelationId[]): number {
  return relations.filter((id) => standingOf(dataset, id, view.asOf).disputed).length;
}

function saySelected(state: AppState, id: string): string {
  const { dataset, view } = state;
  const { asOf } = view;
  const passing = <Id extends RelationId>(ids: readonly Id[]): Id[] =>
    ids.filter((each) => isPassing(selectChoice(state), each));
  const found = findRecord(dataset, id);
  switch (found?.type) {
    case 'entity': {
      const relations = passing(dataset.relationsOf.get(found.entity.id) ?? []);
      return spoken.entity({
        name: found.entity.name,
        kind: sayKind(found.entity.kind),
        relations: relations.length,
        disputed: countDisputed(state, relations),
      });
    }
    case 'relation':
      return spoken.relation(sayRelation(dataset, found.relation), sayRelationStanding(dataset, found.relation, asOf));
    case 'tie': {
      const { ends } = found.tie;
      const relations = passing(found.tie.relations);
      const summary = sayTieSummary(relations.length, countDisputed(state, relations));
      return spoken.tie(sayName(dataset, ends[0]), sayName(dataset, ends[1]), summary);
    }
    case 'source': {
      const claims = [...dataset.claims.values()].filter(({ claim }) => claim.source === found.source.id);
      return spoken.source(found.source.label, claims.length);
    }
    case undefined:
      return '';
  }
}

function sayViewChange(state: AppState, before: AppState): string | null {
  const { focus } = state.view;
  const drawn = selectScene(state).nodes.length;
  if (focus !== before.view.focus) {
    if (!focus) return spoken.focusLeft;
    return spoken.focused(sayFocusNames(focus.ids.map((id) => sayName(state.dataset, id))), focus.hops, drawn);
  }
  const choice = selectChoice(state);
  const all = state.dataset.relations.size;
  if (choice !== selectChoice(before)) return spoken.relationsShown(choice.passing?.size ?? all, all);
  if (drawn !== selectScene(before).nodes.length) return spoken.entitiesShown(drawn, state.dataset.entities.size);
  const { pinned, arrangement, moved, callouts } = state.view;
  if (callouts !== before.view.callouts) {
    const written = callouts.find((each) => !before.view.callouts.includes(each));
    return spoken.callouts(callouts.length, written ? sayCallout(state.dataset, written) : null);
  }
  if (arrangement !== before.view.arrangement) return spoken.arranged(arrangement);
  if (pinned.length !== before.view.pinned.length) return spoken.pinned(pinned.length);
  return moved === before.view.moved ? null : spoken.moved(moved.size);
}

function sayChange(state: AppState, before: AppState): string | null {
  if (state.dataset !== before.dataset) {
    // The dialog says what became of two records: the dataset is the one that was open.
    if (state.dialog === 'duplicates') return null;
    const { title } = state.dataset.file;
    return spoken.opened({ title, entities: state.dataset.entities.size, relations: state.dataset.relations.size });
  }
  const told = state.playing === before.playing ? null : findTold(state);
  if (told && state.playing) return sayStep(told.step, state.playing.step, told.story.steps.length);
  if (state.view !== before.view) return sayViewChange(state, before);
  if (state.selection !== before.selection) {
    const [only] = state.selection;
    if (only === undefined) return spoken.nothingSelected;
    return state.selection.length === 1 ? saySelected(state, only) : spoken.several(state.selection.length);
  }
  if (state.tab !== before.tab) return spoken.tab(tabText[state.tab]);
  if (state.legendOpen !== before.legendOpen) return spoken.legend(state.legendOpen);
  return null;
}

/**
 * Says in the live region what was selected, focused, opened or shown, beginning with what has changed since `first`.
 * Returns the function that stops it.
 */
export function followSpeech(store: AppStore, first: AppState = store.getState()): () => void {
  let before = first;
  const follow = (state: AppState): void => {
    const said = sayChange(state, before);
    before = state;
    if (said !== null && said !== state.said) store.dispatch('report', { said });
  };
  follow(store.getState());
  return store.subscribe(follow);
}
