import type { KeptConnection } from './keptDatabase.ts';
import type { KeptBody, KeptMeta, KeptPlace } from './keptRecords.ts';

/** What is to be kept. `body` null where the dataset has not changed. */
export interface KeptChange {
  readonly meta: Omit<KeptMeta, 'revision'>;
  readonly body: KeptBody | null;
  readonly place: KeptPlace;
  /** Whether the dataset or its view has changed: selection, tab and camera alone are no work that could be lost. */
  readonly isWork: boolean;
}

/** `older`: another tab has written since `base`; `gone`: it has been deleted. Nothing was written then. */
export type Written =
  | { readonly outcome: 'written'; readonly revision: number }
  | { readonly outcome: 'older' | 'gone' };

/**
 * Writes a dataset and its view in one transaction, if nobody has written since revision `base` (0: it is new). A write
 * that fails, for want of room too, leaves everything as it was.
 */
export async function writeKept(db: KeptConnection, base: number, change: KeptChange): Promise<Written> {
  const { meta, body, place, isWork } = change;
  const { key, stamp } = meta;
  const transaction = db.transaction(['datasets', 'bodies', 'views'], 'readwrite');
  // Else the failure of a single request would leave this one unheard.
  void transaction.done.catch(() => undefined);
  const before = await transaction.objectStore('datasets').get(key);
  // The same write once more, after its answer was lost with the connection.
  if (before?.stamp === stamp) return { outcome: 'written', revision: before.revision };
  if (!before && base > 0) return { outcome: 'gone' };
  if (before && before.revision !== base) return { outcome: 'older' };
  const revision = isWork ? base + 1 : base;
  const changed = isWork || !before ? meta.changed : before.changed;
  await Promise.all([
    transaction.objectStore('datasets').put({ ...meta, revision, changed }),
    transaction.objectStore('views').put({ key, place }),
    ...(body ? [transaction.objectStore('bodies').put(body)] : []),
    transaction.done,
  ]);
  return { outcome: 'written', revision };
}

/** A kept dataset as it was written, all of one revision. */
export interface Kept {
  readonly meta: KeptMeta;
  readonly body: KeptBody;
  readonly place: KeptPlace | null;
}

/** Reads a dataset with its view; null where it is not there. */
export async function readKept(db: KeptConnection, key: string): Promise<Kept | null> {
  const transaction = db.transaction(['datasets', 'bodies', 'views']);
  const [meta, body, view] = await Promise.all([
    transaction.objectStore('datasets').get(key),
    transaction.objectStore('bodies').get(key),
    transaction.objectStore('views').get(key),
  ]);
  return meta && body ? { meta, body, place: view?.place ?? null } : null;
}

/** What is kept, newest first. */
export async function listKept(db: KeptConnection): Promise<KeptMeta[]> {
  return (await db.getAll('datasets')).sort((a, b) => b.changed - a.changed);
}

/** A kept dataset with the same content in which nothing else was done, so that it need not be kept twice. */
export async function findSame(db: KeptConnection, digest: string | null): Promise<KeptMeta | null> {
  if (digest === null) return null;
  return (await listKept(db)).find((meta) => meta.isBare && meta.digest === digest) ?? null;
}

/** Deletes a dataset with all that belongs to it. */
export async function removeKept(db: KeptConnection, key: string): Promise<void> {
  const stores = ['datasets', 'bodies', 'views', 'handles'] as const;
  const transaction = db.transaction(stores, 'readwrite');
  await Promise.all([...stores.map((store) => transaction.objectStore(store).delete(key)), transaction.done]);
}
