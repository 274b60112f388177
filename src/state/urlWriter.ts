import type { AppState } from './appState.ts';
import { LONGEST_FRAGMENT, writeFragment } from './fragment.ts';
import type { readPacked, writeLink } from './linkCodec.ts';
import { isPlain } from './linked.ts';
import { findStepName, isAtStep } from './storyStep.ts';

/** The parts of a window that keeping an address needs. */
export interface UrlWindow {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

/** Reads and writes what of a link the eye cannot read; fetched when first needed. */
export interface LinkCodec {
  readonly writeLink: typeof writeLink;
  readonly readPacked: typeof readPacked;
}

/** Writes states into the address, one after the other; a state that needs the codec waits for it, and so do later ones. */
export function createUrlWriter(page: UrlWindow, home: string, getCodec: () => Promise<LinkCodec>) {
  let written = page.location.hash;
  let codec: LinkCodec | null = null;
  let waiting: { readonly state: AppState; readonly isStep: boolean }[] = [];

  /** The fragment for what can be read with the eye; null where that is not all, or too long. */
  function writePlain(state: AppState): string | null {
    const { view, selection, tab, dataset } = state;
    const told = findStepName(state);
    const isWholeStep = told !== null && isAtStep(state);
    if (!isWholeStep && !isPlain(state)) return null;
    const bare = { selection, focus: view.focus, tab };
    // Alone it would be read as what the step shows.
    const parts = isWholeStep ? { told } : writeFragment(bare) === '' ? bare : { ...bare, told };
    const plain = writeFragment(parts);
    const isHome = plain === '' || dataset.file.id === home;
    const fragment = isHome ? plain : writeFragment({ ...parts, dataset: dataset.file.id });
    return fragment.length > LONGEST_FRAGMENT ? null : fragment;
  }

  function put(fragment: string, isStep: boolean): void {
    // An address that says the same in other words stays as it is: a step of its own would hold the reader in Back for ever.
    if (fragment === written) return;
    written = fragment;
    const { pathname, search } = page.location;
    try {
      const url = fragment === '' ? pathname + search : fragment;
      page.history[isStep ? 'pushState' : 'replaceState'](null, '', url);
    } catch {
      // Some browsers refuse many writes in a row; the next one holds everything again.
    }
  }

  function flush(loaded: LinkCodec): void {
    codec = loaded;
    const all = waiting;
    waiting = [];
    for (const { state, isStep } of all) put(writePlain(state) ?? loaded.writeLink(state).fragment, isStep);
  }

  return {
    write(state: AppState, isStep: boolean): void {
      const plain = waiting.length === 0 ? writePlain(state) : null;
      if (plain !== null) put(plain, isStep);
      else if (codec) put(codec.writeLink(state).fragment, isStep);
      else {
        waiting.push({ state, isStep });
        if (waiting.length === 1) getCodec().then(flush, () => (waiting = []));
      }
    },
    /** Takes what stands in the address for written, and forgets what still waits. */
    take(hash: string): void {
      written = hash;
      waiting = [];
    },
  };
}
