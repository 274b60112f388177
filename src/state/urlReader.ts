import { HOME } from '../model/view.ts';
import type { AppState, Failure } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import type { Address, StepName } from './fragment.ts';
import type { Fitted } from './linked.ts';
import { isRecord } from './recordOf.ts';
import type { StepAsked } from './storyCommands.ts';
import type { LinkCodec } from './urlWriter.ts';

/** The step that a link names; the first one of its story where that has lost it, null where the story is not there. */
function findAsked({ stories }: AppState, told: Address['told']): StepAsked | null {
  const story = told && stories.find(({ id }) => id === told.story);
  if (!story?.steps[0]) return null;
  return {
    story: story.id,
    step: Math.max(
      0,
      story.steps.findIndex(({ id }) => id === told?.step),
    ),
  };
}

const isLost = ({ stories, playing }: AppState, { story, step }: StepName): boolean =>
  playing === null || !stories.some(({ id, steps }) => id === story && steps[playing.step]?.id === step);

/** What of a link the dataset does not hold; null where it holds everything and is the one that the link was made for. */
function findLoss(state: AppState, address: Address, fitted: Fitted | null): Failure | null {
  const { dataset } = state;
  if (dataset.entities.size === 0) return null;
  const ids = [...address.selection, ...(address.focus?.ids ?? [])];
  const strangers = ids.filter((id) => !isRecord(dataset, id));
  const named = ids.length + (fitted?.named ?? 0);
  const dropped = strangers.length + (fitted?.dropped ?? 0);
  const [id] = strangers;
  const open = dataset.file.id;
  if (address.dataset !== null && address.dataset !== open) {
    return { code: 'other-dataset', where: '', params: { made: address.dataset, open, named, dropped } };
  }
  if (id !== undefined) return { code: 'unknown-id', where: '', params: { id } };
  if (address.told && isLost(state, address.told)) return { code: 'unknown-step', where: '', params: {} };
  return dropped > 0 ? { code: 'outdated-link', where: '', params: { named, dropped } } : null;
}

function restore(
  store: AppStore,
  { selection, focus, tab, told }: Omit<Address, 'dataset' | 'packed'>,
  fitted: Fitted | null,
) {
  const asked = findAsked(store.getState(), told);
  const isAlone = !fitted && selection.length === 0 && !focus && tab === 'graph';
  if (asked && isAlone) return store.dispatch('goToStep', { ...asked, isLinked: true });
  const playing = asked && { ...asked, before: HOME };
  const { view, ...others } = fitted?.rest ?? { view: HOME };
  store.dispatch('restore', { selection, tab, view: { ...view, focus }, playing, ...others });
}

/** Opens addresses in a store, one at a time; a later one is opened instead of an earlier one that still waits. */
export function createUrlReader(store: AppStore, getCodec: () => Promise<LinkCodec>) {
  let isReading = false;
  let turn = 0;
  let meant: Address | null = null;

  function apply(address: Address, fitted: Fitted | null): void {
    restore(store, address, fitted);
    const failure = findLoss(store.getState(), address, fitted);
    if (failure) store.dispatch('report', { failure });
    meant = failure?.code === 'other-dataset' ? address : null;
  }

  function refuse(code: string): void {
    restore(store, { selection: [], focus: null, tab: 'graph', told: null }, null);
    store.dispatch('report', { failure: { code, where: '', params: {} } });
  }

  async function applyPacked(address: Address, packed: string): Promise<void> {
    const mine = turn;
    const codec = await getCodec().catch(() => null);
    // Meanwhile the reader may have gone elsewhere.
    if (mine !== turn) return;
    const fitted = codec?.readPacked(packed, store.getState().dataset);
    if (fitted) apply(address, fitted);
    else refuse(codec ? 'bad-link' : 'late-code');
    isReading = false;
  }

  return {
    /** Whether the state is on its way to an address. */
    isReading: (): boolean => isReading,
    /** A link that was opened over other data than these, which it was made for. */
    findMeant: (id: string): Address | null => (meant?.dataset === id ? meant : null),
    stop(): void {
      turn += 1;
    },
    /** Shows what an address says; null is one that cannot be read, which is reported and shows the default view. */
    open(address: Address | null): Promise<void> {
      turn += 1;
      isReading = true;
      meant = null;
      if (address?.packed) return applyPacked(address, address.packed);
      if (address) apply(address, null);
      else refuse('bad-link');
      isReading = false;
      return Promise.resolve();
    },
  };
}
