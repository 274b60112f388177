import { buildDatasetInSteps } from './model/buildDataset.ts';
import { DataError, type Issue } from './model/dataError.ts';
import type { Dataset } from './model/dataset.ts';
import { parseStories } from './model/parseStories.ts';
import type { DatasetFile } from './model/records.ts';
import type { AppStore } from './state/createAppStore.ts';
import { untilDrawn } from './untilDrawn.ts';
import type { Jobs } from './workers/createJobs.ts';

/** What `open` understood of a file. `ms` from the call to the first useful picture. */
export interface OpenReport {
  readonly format: 'sayso';
  readonly counts: {
    readonly entities: number;
    readonly relations: number;
    readonly claims: number;
    readonly sources: number;
  };
  readonly issues: readonly Issue[];
  readonly ms: number;
}

/** Indexes a file while the page goes on answering. Rejects with DataError `cancelled`. */
async function buildWithPauses(file: DatasetFile, signal: AbortSignal | undefined): Promise<Dataset> {
  const steps = buildDatasetInSteps(file);
  for (;;) {
    const step = steps.next();
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw new DataError('cancelled', 'open');
    if (step.done) return step.value;
  }
}

/** Opens a file or a parsed dataset; rejects with DataError and leaves what was open. */
export async function openContent(
  { store, jobs }: { readonly store: AppStore; readonly jobs: Jobs },
  content: Blob | object,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<OpenReport> {
  const started = performance.now();
  const ask = content instanceof Blob ? content : JSON.stringify(content);
  store.dispatch('report', { busy: { what: 'open', done: 0 }, failure: null });
  try {
    const { file, issues } = await jobs.run('open', ask, {
      ...(signal ? { signal } : {}),
      onProgress: (done) => store.dispatch('report', { busy: { what: 'open', done } }),
    });
    store.dispatch('report', { busy: null });
    const dataset = await buildWithPauses(file, signal);
    store.dispatch('openDataset', { dataset, placement: null, told: parseStories(dataset) });
    await untilDrawn(store);
    const report: OpenReport = {
      format: 'sayso',
      counts: {
        entities: dataset.entities.size,
        relations: dataset.relations.size,
        claims: dataset.claims.size,
        sources: dataset.sources.size,
      },
      issues,
      ms: Math.round(performance.now() - started),
    };
    return report;
  } catch (error) {
    const { code, where, params } = error instanceof DataError ? error : new DataError('unexpected', '');
    store.dispatch('report', { busy: null, ...(code === 'cancelled' ? {} : { failure: { code, where, params } }) });
    throw error;
  }
}
