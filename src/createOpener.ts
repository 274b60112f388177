import { DataError } from './model/dataError.ts';
import type { NamedContent } from './model/namedContent.ts';
import { mappingKey, type TableMapping } from './model/tableMapping.ts';
import type { TablesPeek } from './model/tablePeek.ts';
import { type OpenReport, openContent } from './openContent.ts';
import type { AppStore } from './state/createAppStore.ts';
import type { OpenChoices, Opener } from './ui/kit/opener.ts';
import type { Jobs } from './workers/createJobs.ts';

/** How tables with the same header rows were read before, kept on this machine. */
export interface MappingMemory {
  recall(key: string): Promise<TableMapping | null>;
  remember(key: string, mapping: TableMapping): Promise<void>;
}

interface Joined {
  readonly store: AppStore;
  readonly jobs: Jobs;
  readonly memory: MappingMemory;
  /** Told of everything that was opened. */
  readonly onOpened: (report: OpenReport) => void;
}

/** A mapping made for other files of the same header rows, for these: only the names differ. */
function fitMapping(mapping: TableMapping, guessed: TableMapping): TableMapping {
  const tables = guessed.tables.map((rule, i) => ({ ...(mapping.tables[i] ?? rule), name: rule.name }));
  return { ...mapping, tables };
}

/** Opens what the reader brings, one thing at a time: a new one stops the one before. */
export function createOpener({ store, jobs, memory, onOpened }: Joined): Opener {
  let running: AbortController | null = null;
  let last: readonly NamedContent[] = [];

  async function remember({ mapping }: OpenChoices): Promise<void> {
    if (mapping) await memory.remember(mappingKey(mapping.tables), mapping).catch(() => undefined);
  }

  async function peek(
    files: readonly NamedContent[],
    mapping: TableMapping | null,
    signal?: AbortSignal,
  ): Promise<TablesPeek | null> {
    const options = signal ? { signal } : {};
    const found = await jobs.run('peek', { files, mapping }, options);
    if (!found || mapping) return found;
    const known = await memory.recall(mappingKey(found.mapping.tables)).catch(() => null);
    return known ? jobs.run('peek', { files, mapping: fitMapping(known, found.mapping) }, options) : found;
  }

  return {
    async open(files, choices = {}) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const stop = (): void => mine.abort();
      choices.signal?.addEventListener('abort', stop, { once: true });
      if (choices.signal?.aborted) throw new DataError('cancelled', 'open');
      const before = last;
      // What is said of the new data may ask for them as soon as they are shown.
      last = files;
      try {
        const report = await openContent({ store, jobs }, files, { ...choices, signal: mine.signal });
        await remember(choices);
        onOpened(report);
        return report;
      } catch (error) {
        if (last === files) last = before;
        throw error;
      } finally {
        choices.signal?.removeEventListener('abort', stop);
        if (running === mine) running = null;
      }
    },
    peek,
    last: () => last,
    cancel: () => running?.abort(),
  };
}
