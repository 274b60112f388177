import { buildDatasetInSteps } from '../model/buildDataset.ts';
import { DataError } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import type { ImportReport } from '../model/importReport.ts';
import { parseStories } from '../model/parseStories.ts';
import { readPlacement } from '../model/placementCodec.ts';
import { type AppState, buildInitialState, type Told } from './appState.ts';
import type { AppStore } from './createAppStore.ts';
import { unpackBody } from './keptBody.ts';
import type { KeptDatabase } from './keptDatabase.ts';
import { readPlace } from './keptPlace.ts';
import type { KeptMeta, KeptPlace } from './keptRecords.ts';
import { readKept } from './keptWrites.ts';
import { type Restored, restore } from './restore.ts';

/** A kept dataset, ready to be shown. */
export interface ReadDataset {
  readonly meta: KeptMeta;
  readonly dataset: Dataset;
  readonly told: Told;
  readonly report: ImportReport | null;
  readonly place: KeptPlace | null;
}

async function buildWithPauses(file: Dataset['file']): Promise<Dataset> {
  const steps = buildDatasetInSteps(file);
  for (;;) {
    const step = steps.next();
    await new Promise((resolve) => setTimeout(resolve));
    if (step.done) return step.value;
  }
}

/**
 * Reads a kept dataset while the page goes on answering. Rejects with DataError `kept-gone` where it is not there,
 * `kept-unreadable` where it is not whole, `kept-refused` where the browser does not let us read; nothing is deleted.
 */
export async function readDataset(database: KeptDatabase, key: string): Promise<ReadDataset> {
  const kept = await database
    .read((db) => readKept(db, key))
    .catch((error: unknown) => {
      throw error instanceof DataError ? error : new DataError('kept-unreadable', '');
    });
  if (!kept) throw new DataError('kept-gone', '');
  const { meta, body, place } = kept;
  try {
    const dataset = await buildWithPauses(await unpackBody(body.blob));
    return { meta, dataset, told: parseStories(dataset), report: body.report, place };
  } catch {
    throw new DataError('kept-unreadable', meta.title);
  }
}

/** The state of a page that starts with a kept dataset, and what brought the reader back to her place in it. */
export function buildReadState(
  { dataset, told, report }: ReadDataset,
  place: KeptPlace | null,
): { readonly state: AppState; readonly restored: Restored | null } {
  const opened: AppState = { ...buildInitialState(dataset, null, told), report };
  const restored = place && readPlace(opened, place);
  return { state: restored ? { ...opened, ...restore(opened, restored) } : opened, restored };
}

/** Opens a kept dataset in a running page, where the reader was in it. */
export function putDataset(store: AppStore, { dataset, told, report, place }: ReadDataset): void {
  const { stories, refused } = told;
  const opened: AppState = { ...buildInitialState(dataset, null, told), report };
  const restored = place && readPlace(opened, place);
  const placement = restored && place.places ? readPlacement(place.places) : null;
  store.dispatch('openDataset', { dataset, placement, told: { stories, refused }, report });
  if (restored) store.dispatch('restore', restored);
}
