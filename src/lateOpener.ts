import type { MappingMemory } from './createOpener.ts';
import type { OpenReport } from './openContent.ts';
import type { AppStore } from './state/createAppStore.ts';
import type { Opener } from './ui/kit/opener.ts';
import type { Jobs } from './workers/createJobs.ts';

interface Joined {
  readonly store: AppStore;
  readonly jobs: Jobs;
  readonly memory: MappingMemory;
}

/** An opener whose code is fetched with the first file, and what tells others of everything that it opened. */
export interface LateOpener extends Opener {
  readonly onOpened: (listener: (report: OpenReport) => void) => () => void;
}

/** What opens files is fetched when the first is brought: the bundled story needs none of it. */
export function createLateOpener({ store, jobs, memory }: Joined): LateOpener {
  const listeners = new Set<(report: OpenReport) => void>();
  let opener: Opener | null = null;
  const onOpened = (report: OpenReport): void => {
    for (const listener of listeners) listener(report);
  };
  const load = async (): Promise<Opener> => {
    const { createOpener } = await import('./createOpener.ts');
    opener ??= createOpener({ store, jobs, memory, onOpened });
    return opener;
  };
  return {
    open: async (...asked) => (await load()).open(...asked),
    peek: async (...asked) => (await load()).peek(...asked),
    last: () => opener?.last() ?? [],
    cancel: () => opener?.cancel(),
    onOpened(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
