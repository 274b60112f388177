import { useEffect, useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import { findDistinct, pairKey } from '../../model/duplicateFacts.ts';
import { type DuplicatePair, findDuplicatesInSteps } from '../../model/findDuplicates.ts';

/** How long names are compared before the page may answer, ms. */
const SLICE = 15;

/** Those of an earlier list that still stand, until the new one is there. */
function stillStanding(dataset: Dataset, pairs: readonly DuplicatePair[]): DuplicatePair[] {
  const distinct = findDistinct(dataset.file);
  const { entities } = dataset;
  return pairs.filter(({ a, b }) => entities.has(a) && entities.has(b) && !distinct.has(pairKey(a, b)));
}

/** The pairs of a dataset, found bit by bit; null until they are known for the first time. */
export function useDuplicates(dataset: Dataset): readonly DuplicatePair[] | null {
  const [known, setKnown] = useState<{ readonly of: Dataset; readonly pairs: readonly DuplicatePair[] } | null>(null);
  useEffect(() => {
    const steps = findDuplicatesInSteps(dataset);
    let timer: ReturnType<typeof setTimeout>;
    const go = (): void => {
      const until = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) return setKnown({ of: dataset, pairs: step.value });
      } while (performance.now() < until);
      timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [dataset]);
  if (!known) return null;
  return known.of === dataset ? known.pairs : stillStanding(dataset, known.pairs);
}
