import { useEffect, useRef, useState } from 'react';
import type { KeptEntry, Shelf, ShelfState } from '../kit/shelf.ts';

interface Shelved {
  /** Null until they are known. */
  readonly entries: readonly KeptEntry[] | null;
  readonly state: ShelfState | null;
  /** The key of what is open, where that is kept. */
  readonly current: string | null;
  readonly failed: boolean;
}

const UNKNOWN: Shelved = { entries: null, state: null, current: null, failed: false };

/** What is kept and how well, as it changes in this tab and others. */
export function useShelf(shelf: Shelf | null): Shelved & { readonly again: () => void } {
  const [shelved, setShelved] = useState(UNKNOWN);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!shelf) return undefined;
    // A later answer may come before an earlier one.
    let last = 0;
    const look = async (): Promise<void> => {
      last += 1;
      const serial = last;
      try {
        const [entries, state, current] = await Promise.all([shelf.list(), shelf.state(), shelf.current()]);
        if (serial === last) setShelved({ entries, state, current, failed: false });
      } catch {
        if (serial === last) setShelved({ ...UNKNOWN, failed: true });
      }
    };
    again.current = () => void look();
    again.current();
    const stop = shelf.follow(() => void look());
    return () => {
      last = -1;
      stop();
    };
  }, [shelf]);
  return {
    ...shelved,
    again: () => {
      setShelved(UNKNOWN);
      again.current();
    },
  };
}
