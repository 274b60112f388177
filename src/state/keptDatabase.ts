import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { DataError } from '../model/dataError.ts';
import { KEPT_STORES, type KeptSchema } from './keptRecords.ts';

const VERSION = 1;
/** How long a browser may take to open the database before it counts as refused, ms. */
const PATIENCE = 8000;

export type KeptConnection = IDBPDatabase<KeptSchema>;

/** A database that opens when it is needed, and again when the browser or another tab has closed it. */
export interface KeptDatabase {
  /** Null where nothing was ever kept: reading makes no database. Rejects with DataError `kept-refused`, or as `work` does. */
  read<Value>(work: (db: KeptConnection) => Promise<Value>): Promise<Value | null>;
  /** As `read`, and makes the database where there is none. `work` may be run twice: it must know its own write. */
  write<Value>(work: (db: KeptConnection) => Promise<Value>): Promise<Value>;
  /** Deletes all of it; other tabs let go of it by themselves. */
  destroy(): Promise<void>;
  close(): void;
}

function refused(error: unknown): DataError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DataError('kept-refused', '', { reason: reason.slice(0, 200) });
}

function within<Value>(promise: Promise<Value>, discard: (late: Value) => void): Promise<Value> {
  let isLate = false;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('the browser does not answer'));
    }, PATIENCE);
    promise.then((value) => (isLate ? discard(value) : resolve(value)), reject).finally(() => clearTimeout(timer));
  });
}

const nameOf = (error: unknown): string => (error as { readonly name?: string } | null)?.name ?? '';

/** Opens the database; null where there is none and none may be made. */
async function connect(name: string, mayCreate: boolean, onLost: () => void): Promise<KeptConnection | null> {
  let isAbsent = false;
  try {
    if (typeof indexedDB === 'undefined') throw new Error('there is no IndexedDB');
    const opening = openDB<KeptSchema>(name, VERSION, {
      upgrade(db, before, _, transaction) {
        if (before === 0 && !mayCreate) {
          isAbsent = true;
          void transaction.done.catch(() => undefined);
          return transaction.abort();
        }
        for (const store of KEPT_STORES) {
          if (!db.objectStoreNames.contains(store)) db.createObjectStore(store, { keyPath: 'key' });
        }
      },
      blocking(_before, _after, event) {
        // Another tab deletes or upgrades: it must not wait for this one.
        onLost();
        (event.target as IDBDatabase).close();
      },
      terminated: onLost,
    });
    return await within(opening, (late) => late.close());
  } catch (error) {
    if (isAbsent) return null;
    throw refused(error);
  }
}

/** Creates the way to a database; nothing is opened yet. */
export function createKeptDatabase(name = 'sayso'): KeptDatabase {
  let opening: Promise<KeptConnection | null> | null = null;

  async function open(mayCreate: boolean): Promise<KeptConnection | null> {
    const mine = (opening ??= connect(name, mayCreate, () => (opening = null)));
    const db = await mine.catch((error: unknown) => {
      if (opening === mine) opening = null;
      throw error;
    });
    if (db) return db;
    if (opening === mine) opening = null;
    return mayCreate ? open(true) : null;
  }

  async function run<Value>(mayCreate: boolean, work: (db: KeptConnection) => Promise<Value>): Promise<Value | null> {
    const db = await open(mayCreate);
    if (!db) return null;
    const mine = opening;
    try {
      return await work(db);
    } catch (error) {
      const wasLost = mine !== opening || nameOf(error) === 'InvalidStateError';
      if (!wasLost || nameOf(error) === 'QuotaExceededError') throw error;
      opening = null;
      const again = await open(mayCreate);
      return again ? work(again) : null;
    }
  }

  function close(): void {
    const last = opening;
    opening = null;
    void last?.then(
      (db) => db?.close(),
      () => undefined,
    );
  }

  return {
    read: (work) => run(false, work),
    async write(work) {
      const done = await run(true, async (db) => ({ value: await work(db) }));
      if (!done) throw refused(new Error('the database is not there'));
      return done.value;
    },
    async destroy() {
      close();
      try {
        if (typeof indexedDB !== 'undefined') await deleteDB(name);
      } catch (error) {
        throw refused(error);
      }
    },
    close,
  };
}

/** Whether a write failed because there is no room. */
export function isQuotaError(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError';
}
