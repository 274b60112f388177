import { HOME } from '../model/view.ts';
import type { AppState, Failure } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import type { Address } from './fragment.ts';
import type { Fitted } from './linked.ts';
import { isRecord } from './recordOf.ts';
import type { LinkCodec } from './urlWriter.ts';

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
  return dropped > 0 ? { code: 'outdated-link', where: '', params: { named, dropped } } : null;
}

function restore(
  store: AppStore,
  { selection, focus, tab }: Omit<Address, 'dataset' | 'packed'>,
  fitted: Fitted | null,
) {
  const { view, ...others } = fitted?.rest ?? { view: HOME };
  store.dispatch('restore', { selection, tab, view: { ...view, focus }, ...others });
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
    restore(store, { selection: [], focus: null, tab: 'graph' }, null);
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
