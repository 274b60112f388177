import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import { HOME } from '../model/view.ts';
import type { AppState } from './appState.ts';
import { findPlaces } from './findPlaces.ts';
import { fitToDataset } from './fitToDataset.ts';
import { type Address, LONGEST_FRAGMENT, writeFragment } from './fragment.ts';
import { type Fitted, isBareView, type Rest } from './linked.ts';
import { packView, unpackView } from './packView.ts';
import { findStepName, isAtStep } from './storyStep.ts';

/** What a link had to leave out so as not to be too long to be read, in this order. */
export type Left = 'places' | 'moved' | 'view' | 'selection';

/** A whole fragment, and what it does not say of the state after all. */
export interface WrittenLink {
  readonly fragment: string;
  readonly left: readonly Left[];
}

type Whole = Rest & Pick<Address, 'selection' | 'focus'>;

const { focus: _, ...BARE_VIEW } = HOME;

/** What can be left out, where it is there: null where it is not. */
const LEAVING: readonly (readonly [Left, (whole: Whole) => Partial<Whole> | null])[] = [
  ['places', ({ placement }) => placement && { placement: null }],
  ['moved', ({ view }) => (view.moved.size > 0 ? { view: { ...view, moved: new Map(), pinned: [] } } : null)],
  [
    'view',
    ({ view, cameraAt, question, voice }) =>
      isBareView(view) && !cameraAt && !question && voice === null
        ? null
        : { view: BARE_VIEW, cameraAt: null, question: null, voice: null },
  ],
  ['selection', () => ({ selection: [], focus: null })],
];

/** The fragment that reopens a state, with the id of its dataset always. `places` are those that the view alone does not give. */
export function writeLink(state: AppState, places: Placement | null = findPlaces(state)): WrittenLink {
  const { dataset, view, selection, tab, cameraAt, question, voice } = state;
  const told = findStepName(state);
  if (told && isAtStep(state)) return { fragment: writeFragment({ told, dataset: dataset.file.id }), left: [] };
  const { focus, ...others } = view;
  let whole: Whole = { view: others, cameraAt, question, voice, placement: places, selection, focus };
  const write = (): string | null => {
    const packed = packView(whole);
    if (packed === null) return null;
    const named = { ...whole, tab, packed };
    const isBare = writeFragment(named) === '';
    const fragment = writeFragment({ ...named, dataset: dataset.file.id, ...(isBare ? {} : { told }) });
    return fragment.length > LONGEST_FRAGMENT ? null : fragment;
  };
  const left: Left[] = [];
  let fragment = write();
  for (const [name, leave] of LEAVING) {
    if (fragment !== null) break;
    const without = leave(whole);
    if (!without) continue;
    whole = { ...whole, ...without };
    left.push(name);
    fragment = write();
  }
  return { fragment: fragment ?? '', left };
}

/** Reads the packed part of an address for a dataset; null where it cannot be read. Never throws. */
export function readPacked(packed: string, dataset: Dataset): Fitted | null {
  const rest = unpackView(packed);
  return rest && fitToDataset(rest, dataset);
}
