import { useMemo } from 'react';
import { type CheckSheet, checkBeforePublishing } from '../../model/checkSheet.ts';
import { useAppStore } from './appContext.ts';
import type { PublishedPart } from './publishedScope.ts';

/** The check sheet of a part; null for no part. `olderThan` is a day number or null. */
export function useCheckSheet(part: PublishedPart | null, olderThan: number | null): CheckSheet | null {
  const store = useAppStore();
  return useMemo(() => {
    const { dataset, view } = store.getState();
    return part && checkBeforePublishing(dataset, part, { asOf: view.asOf, olderThan });
  }, [store, part, olderThan]);
}
