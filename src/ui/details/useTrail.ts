import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ClaimId } from '../../model/records.ts';
import { useAppStore } from '../kit/appContext.ts';
import type { Walk } from '../kit/walking.ts';

/** One step walked inside the panel. A selection is known by its reference: any other way of selecting ends the trail. */
interface Stretch {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly at: ClaimId | undefined;
}

interface Trail {
  readonly walk: Walk;
  /** A panel's heading has appeared: takes the focus there if the reader walked to it. */
  readonly arrive: (heading: HTMLElement) => void;
  /** What was read before, if the reader walked here inside the panel. */
  readonly before: readonly string[] | null;
  readonly goBack: () => void;
  /** The claim to come out at. */
  readonly at: ClaimId | undefined;
}

/** How often a claim is looked for, and how long between, ms. */
const LOOKS = 50;
const PAUSE = 40;

const LONGEST = 30;

function findClaim(panel: Element, at: ClaimId | undefined): HTMLElement | undefined {
  const items = at ? [...panel.querySelectorAll<HTMLElement>('[data-claim]')] : [];
  return items.find(({ dataset }) => dataset['claim'] === at)?.querySelector<HTMLElement>('a') ?? undefined;
}

/** Walking from record to record inside a panel: the focus goes along to the new heading, and there is a way back. */
export function useTrail(panel: RefObject<HTMLElement | null>, selection: readonly string[]): Trail {
  const store = useAppStore();
  const [trail, setTrail] = useState<readonly Stretch[]>([]);
  const walkedTo = useRef<Pick<Stretch, 'to' | 'at'> | null>(null);
  const last = trail.at(-1);
  const here = last?.to === selection ? last : undefined;

  const go = useCallback(
    (ids: readonly string[], at: ClaimId | undefined): Stretch => {
      const from = store.getState().selection;
      store.dispatch('select', { ids, centre: true });
      const to = store.getState().selection;
      walkedTo.current = { to, at };
      return { from, to, at };
    },
    [store],
  );
  const walk = useCallback<Walk>(
    (ids, at) => {
      const stretch = go(ids, at);
      setTrail((old) => [...(old.at(-1)?.to === stretch.from ? old : []), stretch].slice(-LONGEST));
    },
    [go],
  );
  const goBack = useCallback(() => {
    if (!here) return;
    const { to } = go(here.from, undefined);
    setTrail((old) => {
      const previous = old.at(-2);
      return previous ? [...old.slice(0, -2), { ...previous, to }] : [];
    });
  }, [go, here]);
  const arrive = useCallback(
    (heading: HTMLElement) => {
      const walked = walkedTo.current;
      walkedTo.current = null;
      if (!walked || walked.to !== store.getState().selection) return;
      heading.focus({ preventScroll: true });
      // The claims of a source come later than its heading.
      const seek = (left: number): void => {
        const claim = panel.current ? findClaim(panel.current, walked.at) : undefined;
        if (claim) claim.focus();
        else if (walked.at && left > 0 && document.activeElement === heading) setTimeout(() => seek(left - 1), PAUSE);
      };
      seek(LOOKS);
    },
    [store, panel],
  );
  useScrollBack(panel, selection);
  return { walk, arrive, before: here?.from ?? null, goBack, at: here?.at };
}

/** A new selection is read from its beginning; before its heading arrives, which may scroll on to a claim. */
function useScrollBack(panel: RefObject<HTMLElement | null>, selection: readonly string[]): void {
  const shown = useRef(selection);
  useLayoutEffect(() => {
    if (shown.current === selection) return;
    shown.current = selection;
    const scroller = panel.current?.closest('aside');
    if (scroller) scroller.scrollTop = 0;
  }, [panel, selection]);
}
