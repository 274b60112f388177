import type { LateKeeping } from './lateShelf.ts';
import { buildDataset } from './model/buildDataset.ts';
import { DataError } from './model/dataError.ts';
import type { Dataset } from './model/dataset.ts';
import type { Placement } from './model/layoutProblem.ts';
import { type PlacementFile, readPlacement } from './model/placementCodec.ts';
import type { DatasetFile } from './model/records.ts';
import type { Story } from './model/story.ts';
import { type AppState, buildInitialState, type Told } from './state/appState.ts';
import type { Restored } from './state/restore.ts';
import { headerText } from './words/frameText.ts';

const BUNDLED = 'data/musk-putin-2024.json';
const EMPTY: DatasetFile = {
  sayso: 1,
  id: 'empty',
  title: headerText.product,
  sources: [],
  entities: [],
  relations: [],
  relationTypes: [],
};

/** The bundled story. It was checked at build, so it is not checked again. */
async function loadBundled(): Promise<DatasetFile> {
  const response = await fetch(BUNDLED).catch(() => null);
  if (!response?.ok) throw new DataError('not-found', BUNDLED);
  return response.json().catch(() => {
    throw new DataError('not-json', BUNDLED);
  });
}

function readWrittenPlacement(): PlacementFile | null {
  const text = document.getElementById('placement')?.textContent;
  return text ? JSON.parse(text) : null;
}

interface Bundled {
  readonly dataset: Dataset;
  readonly placement: Placement | null;
  readonly told: Told;
}

/** The bundled story with its places. Rejects with DataError. */
export async function readBundled(): Promise<Bundled> {
  const file = await loadBundled();
  const written = readWrittenPlacement();
  // Checked at build, like the rest of the file.
  const told = { stories: (file.stories ?? []) as readonly Story[], refused: [] };
  return { dataset: buildDataset(file), placement: written && readPlacement(written), told };
}

/** What the page starts with. `isWritten`: it is what was written into the page at build. */
interface Beginning {
  readonly state: AppState;
  readonly isWritten: boolean;
  readonly isKept: boolean;
  readonly restored: Restored | null;
  readonly failure: DataError | null;
}

/** What this tab had open, else the bundled story, else nothing; nothing where an address is to be opened instead. */
export async function begin(keeping: LateKeeping, isAddressed: boolean): Promise<Beginning> {
  let failure: DataError | null = null;
  const fail = (error: unknown): null => {
    failure ??= error instanceof DataError ? error : new DataError('late-code', '');
    return null;
  };
  const taken = await keeping.takeUp().catch(fail);
  if (taken) return { ...taken, isWritten: false, isKept: true, failure };
  const found = isAddressed ? null : await readBundled().catch(fail);
  const { dataset, placement, told } = found ?? { dataset: buildDataset(EMPTY), placement: null, told: undefined };
  const state = buildInitialState(dataset, placement, told);
  return { state, isWritten: placement !== null, isKept: false, restored: null, failure };
}
