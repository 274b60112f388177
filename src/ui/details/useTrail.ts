import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ClaimId } from '../../model/records.ts';
import { useAppStore } from '../kit/appContext.tsx';
import type { Walk } from '../kit/walking.ts';

/** One step walked inside the panel. A selection is known by its reference: any other way of selecting ends the trail. */
interface Stretch {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly at: ClaimId | undefined;
}

interface Trail {
  readonly walk: Walk;
  /** What was read before, if the reader walked here inside the panel. */
  readonly before: readonly string[] | null;
  readonly goBack: () => void;
  /** The claim to come out at. */
  readonly at: ClaimId | undefined;
}

const LONGEST = 30;

function findClaim(panel: Element, at: ClaimId | undefined): HTMLElement | null {
  const items = at ? [...panel.querySelectorAll<HTMLElement>('[data-claim]')] : [];
  return items.find(({ dataset }) => dataset['claim'] === at)?.querySelector<HTMLElement>('a') ?? null;
}

/** Walking from record to record inside a panel: the focus goes along to the new heading, and there is a way back. */
export function useTrail(panel: RefObject<HTMLElement | null>, selection: readonly string[]): Trail {
  const store = useAppStore();
  const [trail, setTrail] = useState<readonly Stretch[]>([]);
  const hasWalked = useRef(false);
  const shown = useRef(selection);
  const last = trail.at(-1);
  const here = last?.to === selection ? last : undefined;
  const at = here?.at;

  const walk = useCallback<Walk>(
    (ids, claim) => {
      const from = store.getState().selection;
      store.dispatch('select', { ids, centre: true });
      const to = store.getState().selection;
      hasWalked.current = true;
      setTrail((old) => [...(old.at(-1)?.to === from ? old : []), { from, to, at: claim }].slice(-LONGEST));
    },
    [store],
  );

  const goBack = useCallback(() => {
    if (!here) return;
    store.dispatch('select', { ids: here.from, centre: true });
    const to = store.getState().selection;
    hasWalked.current = true;
    setTrail((old) => {
      const rest = old.slice(0, -1);
      const previous = rest.at(-1);
      return previous ? [...rest.slice(0, -1), { ...previous, to }] : [];
    });
  }, [store, here]);

  useEffect(() => {
    if (shown.current === selection) return;
    shown.current = selection;
    const element = panel.current;
    const scroller = element?.closest('aside');
    if (scroller) scroller.scrollTop = 0;
    if (!hasWalked.current || !element) return;
    hasWalked.current = false;
    const claim = findClaim(element, at);
    if (claim) claim.focus();
    else element.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [panel, selection, at]);

  return { walk, before: here?.from ?? null, goBack, at };
}
