import type { Dataset } from '../model/dataset.ts';
import type { Point } from '../model/layoutProblem.ts';
import { type Callout, MOST_CALLOUT } from '../model/view.ts';
import { centreOf } from '../scene/boxes.ts';
import type { AppState, CalloutAsk } from './appState.ts';
import type { CalloutsChange } from './calloutCommands.ts';
import { findRecord } from './recordOf.ts';
import { selectScene } from './selectors.ts';

const round = (value: number): number => Math.round(value * 100) / 100;
const spotAt = ({ x, y }: Point): Callout['at'] => ({ x: round(x), y: round(y) });

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

/** Where a callout that was asked for belongs: what has no place in the picture gets one in the middle of what is looked at. */
export function findCalloutPlace(state: AppState, ask: CalloutAsk): Callout['at'] | undefined {
  if ('id' in ask) return state.view.callouts.find(({ id }) => id === ask.id)?.at;
  if ('at' in ask) return ask.at;
  const pinned = ask.about === null ? null : pinTo(state, ask.about);
  return pinned ?? spotAt(state.cameraAt ?? centreOf(selectScene(state).bounds));
}

function hasPlace(dataset: Dataset, at: Callout['at']): boolean {
  if ('entity' in at) return dataset.entities.has(at.entity);
  return 'relation' in at ? dataset.relations.has(at.relation) : Number.isFinite(at.x + at.y);
}

/** The callouts with one more; null where it says nothing, is about nothing of the dataset, or they are enough. */
export function addCallout(
  state: AppState,
  { at, text: written }: Pick<Callout, 'at' | 'text'>,
): CalloutsChange | null {
  const { callouts } = state.view;
  const text = keptText(written);
  if (text === '' || callouts.length >= MOST_CALLOUT.callouts || !hasPlace(state.dataset, at)) return null;
  let number = callouts.length + 1;
  while (callouts.some(({ id }) => id === `c${number}`)) number += 1;
  const id = `c${number}`;
  return { callouts: [...callouts, { id, at: 'x' in at ? spotAt(at) : at, text }], show: id };
}

/** The callouts without one; null where it is not among them. */
export function removeCallout(state: AppState, id: string): CalloutsChange | null {
  const callouts = state.view.callouts.filter((callout) => callout.id !== id);
  return callouts.length === state.view.callouts.length ? null : { callouts };
}

/** The callouts with other words in one of them, which goes where there are none; null where nothing changes. */
export function editCallout(
  state: AppState,
  { id, text: written }: Pick<Callout, 'id' | 'text'>,
): CalloutsChange | null {
  const text = keptText(written);
  if (text === '') return removeCallout(state, id);
  const { callouts } = state.view;
  if (callouts.every((callout) => callout.id !== id || callout.text === text)) return null;
  return { callouts: callouts.map((callout) => (callout.id === id ? { ...callout, text } : callout)), show: id };
}
