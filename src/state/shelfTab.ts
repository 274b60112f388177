import type { KeptPlace } from './keptRecords.ts';

/** What this tab has open, known before the first paint: `public/theme.js` reads it too. */
export interface TabRecord {
  readonly key: string;
  /** The dataset's own id, as links have it. */
  readonly id: string;
  /** What is shown while it opens. */
  readonly opening: string;
}

/** Where the reader was when the page was left, since the database may not be written then. */
export interface LeftPlace {
  readonly key: string;
  /** The revision of what was open. */
  readonly revision: number;
  readonly hash: string;
  /** Null where all of it had been kept. */
  readonly place: KeptPlace | null;
}

const RECORD = 'sayso.tab';
const PLACE = 'sayso.place';
const PREFIX = 'sayso.';

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function readJson(storage: TabStorage | null, name: string): unknown {
  try {
    return JSON.parse(storage?.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** Removes everything of ours from a storage. */
export function clearStorage(storage: TabStorage | null): void {
  if (!storage) return;
  const names = Array.from({ length: storage.length }, (_, i) => storage.key(i));
  for (const name of names) if (name?.startsWith(PREFIX)) storage.removeItem(name);
}

/** What one tab remembers in its session; nothing where the browser refuses it. */
export interface ShelfTab {
  readonly read: () => TabRecord | null;
  readonly readLeft: (key: string) => LeftPlace | null;
  readonly write: (record: TabRecord) => void;
  readonly leave: (left: LeftPlace) => void;
  readonly forget: () => void;
}

/** Creates the memory of a tab over its `sessionStorage`; null where there is none. */
export function createShelfTab(storage: TabStorage | null): ShelfTab {
  const put = (name: string, value: unknown): void => {
    try {
      storage?.setItem(name, JSON.stringify(value));
    } catch {
      // Refused or full: a reload then opens the bundled story, and the start screen has the rest.
    }
  };
  const drop = (name: string): void => {
    try {
      storage?.removeItem(name);
    } catch {
      // As above.
    }
  };
  return {
    read: () => {
      const record = readJson(storage, RECORD) as TabRecord | null;
      return typeof record?.key === 'string' ? record : null;
    },
    readLeft: (key) => {
      const left = readJson(storage, PLACE) as LeftPlace | null;
      return left?.key === key ? left : null;
    },
    write: (record) => put(RECORD, record),
    leave: (left) => {
      drop(PLACE);
      put(PLACE, left);
    },
    forget: () => {
      drop(RECORD);
      drop(PLACE);
    },
  };
}

/** The page's `sessionStorage` or `localStorage`; null where reading it alone throws. */
export function findStorage(name: 'sessionStorage' | 'localStorage'): TabStorage | null {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}
