import { type RefObject, useLayoutEffect } from 'react';

/** When a panel goes that holds the focus, the focus goes on to the heading of what takes its place, or to the graph. */
export function useFocusOnward(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      // What takes its place is not there yet.
      setTimeout(() => {
        const heading = document.querySelector<HTMLElement>('#details h2[tabindex]');
        (heading ?? document.getElementById('graph'))?.focus({ preventScroll: true });
      });
    };
  }, [panel]);
}
