import { loadFonts } from './loadFonts.ts';
import { buildDatasetInSteps } from './model/buildDataset.ts';
import { DataError } from './model/dataError.ts';
import type { Dataset } from './model/dataset.ts';
import { buildFilePlacement } from './model/filePlaces.ts';
import type { ImportReport } from './model/importReport.ts';
import { joinDatasets } from './model/joinDatasets.ts';
import type { NamedContent } from './model/namedContent.ts';
import { parseStories } from './model/parseStories.ts';
import type { DatasetFile } from './model/records.ts';
import type { AppStore } from './state/createAppStore.ts';
import { writtenFile } from './state/writtenFile.ts';
import type { OpenChoices } from './ui/kit/opener.ts';
import { untilDrawn } from './untilDrawn.ts';
import type { Jobs } from './workers/createJobs.ts';

/** What `open` understood. `ms` from the call to the first useful picture. */
export interface OpenReport extends ImportReport {
  readonly ms: number;
}

/** What is asked to open: a file, several that belong together, or parsed JSON. */
export type OpenContent = Blob | readonly Blob[] | object;

function isFiles(content: OpenContent): content is readonly Blob[] {
  return Array.isArray(content) && content.length > 0 && content.every((item) => item instanceof Blob);
}

/** What is asked to open as files with names. Throws DataError `not-json` for a value that JSON cannot hold. */
export function namedContents(content: OpenContent): NamedContent[] {
  const nameOf = (blob: Blob): string => (blob instanceof File ? blob.name : 'data');
  if (content instanceof Blob) return [{ name: nameOf(content), content }];
  if (isFiles(content)) return content.map((blob) => ({ name: nameOf(blob), content: blob }));
  const text: string | undefined = JSON.stringify(content);
  if (text === undefined) throw new DataError('not-json', '');
  return [{ name: 'data.json', content: text }];
}

/** Lets the page answer; a timer, which rests for 4 ms, where the browser has nothing better. */
function pause(): Promise<unknown> {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Indexes a file while the page goes on answering. Rejects with DataError `cancelled`. */
async function buildWithPauses(file: DatasetFile, signal: AbortSignal | undefined): Promise<Dataset> {
  const steps = buildDatasetInSteps(file);
  for (;;) {
    const step = steps.next();
    await pause();
    if (signal?.aborted) throw new DataError('cancelled', 'open');
    if (step.done) return step.value;
  }
}

interface Ground {
  readonly store: AppStore;
  readonly jobs: Jobs;
}

type Read = Awaited<ReturnType<typeof readWith>>;

async function readWith({ store, jobs }: Ground, files: readonly NamedContent[], { mapping, signal }: OpenChoices) {
  return jobs.run(
    'open',
    { files, mapping: mapping ?? null },
    {
      ...(signal ? { signal } : {}),
      onProgress: (done) => store.dispatch('report', { busy: { what: 'open', done } }),
    },
  );
}

/** Joins what was read to what is open; the report says what both hold together. */
function addTo(store: AppStore, { file, report }: Read): Read {
  const joined = joinDatasets(writtenFile(store.getState()), file);
  return { file: joined.file, report: { ...report, issues: [...report.issues, ...joined.issues] } };
}

/**
 * Opens files that are one dataset, or adds them to what is open. Rejects with DataError, shown as a failure unless it was
 * cancelled, and leaves what was open.
 */
export async function openContent(
  ground: Ground,
  files: readonly NamedContent[],
  choices: OpenChoices = {},
): Promise<OpenReport> {
  const { store } = ground;
  const started = performance.now();
  const { signal } = choices;
  store.dispatch('report', { busy: { what: 'open', done: 0 }, failure: null });
  try {
    const read = await readWith(ground, files, choices);
    const { file, report } = choices.add ? addTo(store, read) : read;
    const dataset = await buildWithPauses(file, signal);
    const holds = {
      entities: dataset.entities.size,
      relations: dataset.relations.size,
      claims: dataset.claims.size,
      sources: dataset.sources.size,
    };
    await loadFonts(dataset);
    const shown: ImportReport = { ...report, holds };
    store.dispatch('report', { busy: null });
    store.dispatch('openDataset', {
      dataset,
      placement: buildFilePlacement(dataset),
      told: parseStories(dataset),
      report: shown,
    });
    await untilDrawn(store);
    return { ...shown, ms: Math.round(performance.now() - started) };
  } catch (error) {
    const { code, where, params } = error instanceof DataError ? error : new DataError('unexpected', '');
    store.dispatch('report', { busy: null, ...(code === 'cancelled' ? {} : { failure: { code, where, params } }) });
    throw error;
  }
}
