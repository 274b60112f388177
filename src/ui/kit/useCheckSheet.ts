import { useEffect, useState } from 'react';
import { type CheckSheet, checkBeforePublishing } from '../../model/checkSheet.ts';
import { useAppStore } from './appContext.ts';
import type { PublishedPart } from './publishedScope.ts';

interface Checked {
  readonly part: PublishedPart | null;
  readonly olderThan: number | null;
  readonly sheet: CheckSheet | null;
}

/**
 * The check sheet of a part; null for no part, and until it is known: 50,000 relations take about a second, which what
 * asks for it does not wait for. `olderThan` is a day number or null.
 */
export function useCheckSheet(part: PublishedPart | null, olderThan: number | null): CheckSheet | null {
  const store = useAppStore();
  const [checked, setChecked] = useState<Checked>({ part: null, olderThan: null, sheet: null });
  useEffect(() => {
    if (!part) return undefined;
    const timer = setTimeout(() => {
      const { dataset, view } = store.getState();
      setChecked({ part, olderThan, sheet: checkBeforePublishing(dataset, part, { asOf: view.asOf, olderThan }) });
    });
    return () => clearTimeout(timer);
  }, [store, part, olderThan]);
  return checked.part === part && checked.olderThan === olderThan ? checked.sheet : null;
}
