import type { NamedContent } from '../../model/namedContent.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { openingText } from '../../words/openingText.ts';
import { offer } from '../kit/offered.ts';
import type { Opener } from '../kit/opener.ts';
import { beginOpening, endOpening, openFiles, reportFailure, stopOpening } from '../kit/openFiles.ts';

/** Stops what is being opened, however it was brought; what was open before stays. */
export function cancelOpening(store: AppStore, opener: Opener): void {
  stopOpening(store);
  opener.cancel();
  store.dispatch('report', { said: openingText.cancelled });
}

/** Looks at files and opens them: where tables are among them, by way of the screen that says how they are read. */
export async function startOpening(
  store: AppStore,
  opener: Opener,
  files: readonly NamedContent[],
  add: boolean,
): Promise<void> {
  if (files.length === 0) return;
  const signal = beginOpening(store, files);
  const busy: AppState['busy'] = { what: 'open', done: 0 };
  store.dispatch('closeDialog');
  store.dispatch('report', { busy, failure: null });
  try {
    const peek = await opener.peek(files, null, signal);
    if (signal.aborted) return;
    if (!peek) return await openFiles(store, opener, files, { add });
    offer(store, { files, add, peek, mapping: null });
    store.dispatch('openDialog', 'mapping');
  } catch (error) {
    if (!signal.aborted) reportFailure(store, error);
  } finally {
    endOpening(store, signal);
    if (store.getState().busy === busy) store.dispatch('report', { busy: null });
  }
}
