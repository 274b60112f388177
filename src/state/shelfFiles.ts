import { DataError } from '../model/dataError.ts';
import type { DatasetFile } from '../model/records.ts';
import { shelfText } from '../words/shelfText.ts';
import { packBody } from './keptBody.ts';
import type { KeptDatabase } from './keptDatabase.ts';

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
  /** The file that was reopened as `file` belongs to `key` from now on. */
  join(file: { readonly name: string; readonly size: number }, key: string): void;
  forget(key: string | null): void;
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
  const open = new Map<string, FileHandle>();
  let reopened: { readonly handle: FileHandle; readonly size: number } | null = null;

  async function find(key: string): Promise<FileHandle | null> {
    const known = open.get(key);
    if (known) return known;
    const kept = await database.read((db) => db.get('handles', key)).catch(() => null);
    return kept?.handle ?? null;
  }

  async function remember(key: string, handle: FileHandle): Promise<void> {
    open.set(key, handle);
    // Without it the handle holds for this page.
    await database
      .write(async (db) => {
        const transaction = db.transaction(['datasets', 'handles'], 'readwrite');
        if (await transaction.objectStore('datasets').get(key)) {
          await transaction.objectStore('handles').put({ key, handle });
        }
        await transaction.done;
      })
      .catch(() => undefined);
  }

  return {
    async save(file, key, suggested) {
      try {
        const known = await find(key);
        const target = known && (await mayUse(known, 'readwrite')) ? known : await pick(suggested);
        const blob = await packBody(file);
        if (!target) return download(blob, suggested);
        const name = await writeTo(target, blob);
        await remember(key, target);
        return name;
      } catch (error) {
        throw toDataError(error, suggested);
      }
    },
    async reopen(key) {
      try {
        const handle = await find(key);
        if (!handle) throw new DataError('not-found', '');
        if (!(await mayUse(handle, 'read'))) throw new DataError('unreadable', handle.name);
        const file = await handle.getFile();
        reopened = { handle, size: file.size };
        return file;
      } catch (error) {
        throw nameOf(error) === 'NotFoundError' ? new DataError('not-found', '') : toDataError(error, '');
      }
    },
    async names() {
      const kept = await database.read((db) => db.getAll('handles')).catch(() => null);
      return new Map([...(kept ?? []).map(({ key, handle }) => [key, handle.name] as const)]);
    },
    join({ name, size }, key) {
      const found = reopened;
      reopened = null;
      // Anything else that was opened meanwhile must never be written over that file.
      if (found && found.handle.name === name && found.size === size) void remember(key, found.handle);
    },
    forget(key) {
      if (key === null) open.clear();
      else open.delete(key);
    },
  };
}
