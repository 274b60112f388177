import { DataError } from '../../model/dataError.ts';
import type { NamedContent } from '../../model/namedContent.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import type { Opener } from './opener.ts';

interface Opening {
  readonly names: readonly string[];
  readonly stop: AbortController;
}

/** What is being opened from this page, so that it can be named and stopped. */
const openings = new WeakMap<AppStore, Opening>();

/** Names of the files that are being opened; none where they were brought in another way. */
export function openingNames(store: AppStore): readonly string[] {
  return openings.get(store)?.names ?? [];
}

/** Begins with files in the place of those that are being opened, which are stopped. */
export function beginOpening(store: AppStore, files: readonly NamedContent[]): AbortSignal {
  openings.get(store)?.stop.abort();
  const stop = new AbortController();
  openings.set(store, { names: files.map(({ name }) => name), stop });
  return stop.signal;
}

/** Forgets what has come to its end; nothing where something else was begun since. */
export function endOpening(store: AppStore, signal: AbortSignal): void {
  if (openings.get(store)?.stop.signal === signal) openings.delete(store);
}

/** Stops what was begun last. */
export function stopOpening(store: AppStore): void {
  openings.get(store)?.stop.abort();
  openings.delete(store);
}

/** Says why something cannot be opened; nothing where the reader has stopped it. */
export function reportFailure(store: AppStore, error: unknown): void {
  const { code, where, params } =
    error instanceof DataError ? error : new DataError('unexpected', '', { reason: String(error) });
  if (code !== 'cancelled') store.dispatch('report', { failure: { code, where, params } });
}

/** Opens files as they are, and says what became of it where the opener has not. Never rejects. */
export async function openFiles(
  store: AppStore,
  opener: Opener,
  files: readonly NamedContent[],
  choices: { readonly add: boolean; readonly mapping?: TableMapping },
): Promise<void> {
  const signal = beginOpening(store, files);
  store.dispatch('closeDialog');
  store.dispatch('report', { failure: null });
  try {
    await opener.open(files, { ...choices, signal });
  } catch (error) {
    // The opener shows its own failures: told again, they would be announced again.
    if (store.getState().failure === null && !signal.aborted) reportFailure(store, error);
  } finally {
    endOpening(store, signal);
  }
}
