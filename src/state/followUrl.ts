import type { AppState } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { type Address, readFragment } from './fragment.ts';
import { createUrlReader } from './urlReader.ts';
import { createUrlSteps, type Wait } from './urlSteps.ts';
import { createUrlWriter, type LinkCodec, type UrlWindow } from './urlWriter.ts';

interface UrlOptions {
  readonly load: () => Promise<LinkCodec>;
  /** The id of the dataset that the bare address opens; that of what is open where it is left out. */
  readonly home?: string;
  /** The state that the address stands for where that is an earlier one: what has been done since is one step. */
  readonly since?: AppState;
  readonly wait: Wait;
}

/** What follows the address: `ready` resolves when the address that the page was opened with has been applied. */
export interface UrlFollower {
  readonly ready: Promise<void>;
  readonly stop: () => void;
}

/**
 * Keeps the fragment and the state the same: what the reader does is a step in the browser's history, and Back and
 * Forward restore it; moving things and the camera, playing a clock and typing rewrite the last step. A fragment that
 * cannot be read is reported, left alone, and shows the default view.
 */
export function followUrl(store: AppStore, page: UrlWindow, { load, wait, home, since }: UrlOptions): UrlFollower {
  let loading: Promise<LinkCodec> | null = null;
  const getCodec = (): Promise<LinkCodec> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  const reader = createUrlReader(store, getCodec);
  const writer = createUrlWriter(page, home ?? store.getState().dataset.file.id, getCodec);
  const steps = createUrlSteps((state, isStep) => writer.write(state, isStep), wait);

  function readAddress(): Promise<void> {
    const { hash } = page.location;
    const address = readFragment(hash);
    steps.forget();
    writer.take(hash);
    // Other fragments are places in the page.
    return address || /^#v\d/.test(hash) ? reader.open(address) : Promise.resolve();
  }

  /** A link for other data, now that they are there. */
  async function openMeant(address: Address): Promise<void> {
    steps.forget();
    await reader.open(address);
    writer.write(store.getState(), false);
  }

  const onPopState = (): void => void readAddress();
  const ready = page.location.hash === '' ? Promise.resolve() : readAddress();
  const unfollow = store.subscribe((now, before) => {
    if (reader.isReading()) return;
    steps.follow(now, before);
    const meant = now.dataset === before.dataset ? null : reader.findMeant(now.dataset.file.id);
    if (meant) void openMeant(meant);
  });
  page.addEventListener('popstate', onPopState);
  if (since && page.location.hash === '') steps.follow(store.getState(), since);
  return {
    ready,
    stop: () => {
      unfollow();
      reader.stop();
      steps.forget();
      page.removeEventListener('popstate', onPopState);
    },
  };
}
