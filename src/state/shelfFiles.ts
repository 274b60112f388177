import { DataError } from '../model/dataError.ts';
import type { DatasetFile } from '../model/records.ts';
import { shelfText } from '../words/shelfText.ts';
import { packBody } from './keptBody.ts';
import type { KeptConnection, KeptDatabase } from './keptDatabase.ts';

type Asking = (options: { readonly mode: 'read' | 'readwrite' }) => Promise<PermissionState>;

/** What the File System Access API has beyond TypeScript's own words for it. */
interface FileHandle extends FileSystemFileHandle {
  readonly queryPermission?: Asking;
  readonly requestPermission?: Asking;
}

interface PickerWindow {
  showSaveFilePicker?(options: object): Promise<FileHandle>;
}

/** How long a browser may take to begin with a download, ms. */
const UNTIL_TAKEN = 10_000;

/** Saving to files of the reader's own. */
export interface ShelfFiles {
  /** Writes to the file that `key` was saved to, else to one that the reader picks; its name. Must be called from a click or key. */
  save(file: DatasetFile, key: string, suggested: string): Promise<string>;
  /** The file that `key` was saved to, as it is now. Must be called from a click or key. */
  reopen(key: string): Promise<File>;
  /** Files by key. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** Whether `file`, which has been opened, is the one that was reopened; what then makes it that of a key. Asked once. */
  claim(file: { readonly name: string; readonly size: number }): ((key: string) => Promise<void>) | null;
  forget(key: string | null): void;
}

interface Known {
  readonly database: KeptDatabase;
  /** Handles of this page. */
  readonly open: Map<string, FileHandle>;
}

async function findHandle({ database, open }: Known, key: string): Promise<FileHandle | null> {
  const known = open.get(key);
  if (known) return known;
  const kept = await database.read((db) => db.get('handles', key)).catch(() => null);
  return kept?.handle ?? null;
}

async function rememberHandle({ database, open }: Known, key: string, handle: FileHandle): Promise<void> {
  open.set(key, handle);
  const write = async (db: KeptConnection): Promise<void> => {
    const transaction = db.transaction(['datasets', 'handles'], 'readwrite');
    const isKept = (await transaction.objectStore('datasets').get(key)) !== undefined;
    if (isKept) await transaction.objectStore('handles').put({ key, handle });
    await transaction.done;
  };
  // Where nothing can be kept the handle holds for this page.
  await database.read(write).catch(() => undefined);
}

async function saveTo(known: Known, file: DatasetFile, key: string, suggested: string): Promise<string> {
  const handle = await findHandle(known, key);
  const target = handle && (await mayUse(handle, 'readwrite')) ? handle : await pick(suggested);
  const { blob } = await packBody(file);
  if (!target) return download(blob, suggested);
  const name = await writeTo(target, blob);
  await rememberHandle(known, key, target);
  return name;
}

async function readFrom(known: Known, key: string): Promise<{ handle: FileHandle; file: File }> {
  const handle = await findHandle(known, key);
  if (!handle) throw new DataError('not-found', '');
  if (!(await mayUse(handle, 'read'))) throw new DataError('unreadable', handle.name);
  return { handle, file: await handle.getFile() };
}

const nameOf = (error: unknown): string => (error as { readonly name?: string } | null)?.name ?? '';

function toDataError(error: unknown, where: string): DataError {
  if (error instanceof DataError) return error;
  if (nameOf(error) === 'AbortError') return new DataError('cancelled', 'save');
  const reason = error instanceof Error ? error.message : String(error);
  return new DataError('save-failed', where, { reason: reason.slice(0, 200) });
}

async function mayUse(handle: FileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  const state = (await handle.queryPermission?.({ mode })) ?? 'granted';
  return state === 'granted' || (await handle.requestPermission?.({ mode })) === 'granted';
}

function pick(suggestedName: string): Promise<FileHandle> | null {
  const page = globalThis as PickerWindow;
  const types = [{ description: shelfText.fileKind, accept: { 'application/json': ['.json'] } }];
  return page.showSaveFilePicker?.({ suggestedName, types, id: 'sayso' }) ?? null;
}

function download(blob: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_TAKEN);
  return name;
}

async function writeTo(handle: FileHandle, blob: Blob): Promise<string> {
  const writable = await handle.createWritable();
  try {
    await writable.write(blob);
  } catch (error) {
    // The file keeps what it held before.
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
  return handle.name;
}

/** Whether this browser writes to a file in its place; elsewhere it is downloaded. */
export function canSaveInPlace(): boolean {
  return typeof (globalThis as PickerWindow).showSaveFilePicker === 'function';
}

/** Creates it over the database, which remembers handles between visits; without one they hold for this page. */
export function createShelfFiles(database: KeptDatabase): ShelfFiles {
  const known: Known = { database, open: new Map() };
  let reopened: { readonly handle: FileHandle; readonly size: number } | null = null;
  return {
    async save(file, key, suggested) {
      try {
        return await saveTo(known, file, key, suggested);
      } catch (error) {
        throw toDataError(error, suggested);
      }
    },
    async reopen(key) {
      try {
        const { handle, file } = await readFrom(known, key);
        reopened = { handle, size: file.size };
        return file;
      } catch (error) {
        throw nameOf(error) === 'NotFoundError' ? new DataError('not-found', '') : toDataError(error, '');
      }
    },
    async names() {
      const kept = await database.read((db) => db.getAll('handles')).catch(() => null);
      return new Map((kept ?? []).map(({ key, handle }) => [key, handle.name]));
    },
    claim({ name, size }) {
      const found = reopened;
      reopened = null;
      // Anything else that was opened meanwhile must never be written over that file.
      const isIt = found !== null && found.handle.name === name && found.size === size;
      return isIt ? (key) => rememberHandle(known, key, found.handle) : null;
    },
    forget(key) {
      if (key === null) known.open.clear();
      else known.open.delete(key);
    },
  };
}
