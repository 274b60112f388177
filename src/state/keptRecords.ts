import type { DBSchema } from 'idb';
import type { ImportReport } from '../model/importReport.ts';
import type { PlacementFile } from '../model/placementCodec.ts';
import type { TableMapping } from '../model/tableMapping.ts';
import type { ViewFile } from '../model/viewFile.ts';
import type { VoiceKey } from '../model/voices.ts';
import type { LookAt, PathQuestion, Tab } from './appState.ts';

/** What is known of a kept dataset without reading it. */
export interface KeptMeta {
  readonly key: string;
  /** Grows with each change of the dataset or its view, so that no tab writes over what it has not seen. */
  readonly revision: number;
  /** Names the last write, so that one that is tried again is known. */
  readonly stamp: string;
  readonly id: string;
  readonly title: string;
  /** It was kept as a copy of another one. */
  readonly isCopy: boolean;
  readonly entities: number;
  readonly relations: number;
  readonly bytes: number;
  /** Ms since 1970. */
  readonly changed: number;
  readonly format: string;
  /** SHA-256 of the body; null where the browser has none. */
  readonly digest: string | null;
  /** Whether nothing has been done to see other than what opens. */
  readonly isBare: boolean;
}

/** The dataset itself, and what was understood when it was imported. */
export interface KeptBody {
  readonly key: string;
  readonly blob: Blob;
  readonly report: ImportReport | null;
}

/** Where the reader was in a dataset. */
export interface KeptPlace {
  readonly view: ViewFile;
  readonly selection: readonly string[];
  readonly tab: Tab;
  readonly cameraAt: LookAt | null;
  readonly question: PathQuestion | null;
  readonly voice: VoiceKey | null;
  readonly playing: { readonly story: string; readonly step: number; readonly before: ViewFile } | null;
  readonly places: PlacementFile | null;
}

/** A file of the reader's own that a dataset was saved to. */
export interface KeptHandle {
  readonly key: string;
  readonly handle: FileSystemFileHandle;
}

/** The database, version 1. Later versions add stores and fields, and read what earlier ones wrote. */
export interface KeptSchema extends DBSchema {
  datasets: { key: string; value: KeptMeta };
  bodies: { key: string; value: KeptBody };
  views: { key: string; value: { readonly key: string; readonly place: KeptPlace } };
  mappings: { key: string; value: { readonly key: string; readonly mapping: TableMapping } };
  handles: { key: string; value: KeptHandle };
}

/** Every store of the database; all are keyed by the field `key`. */
export const KEPT_STORES = ['datasets', 'bodies', 'views', 'mappings', 'handles'] as const;
