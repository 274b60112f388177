import { type RefObject, useLayoutEffect } from 'react';

/** How long what takes a panel's place may take to come, ms, and how often it is looked for. */
const WAIT = 2000;
const PAUSE = 40;

/** Takes a focus that nothing has to the heading of the details, as soon as there is one; else to the graph. */
function goOnward(left: number): void {
  const { activeElement } = document;
  // Something has taken it meanwhile.
  if (activeElement !== null && activeElement !== document.body) return;
  const heading = document.querySelector<HTMLElement>('#details h2[tabindex]');
  if (heading) {
    const scroller = heading.closest('aside');
    if (scroller) scroller.scrollTop = 0;
    heading.focus({ preventScroll: true });
    // In another page the column is hidden while nothing is read, and its heading takes no focus.
    if (document.activeElement === heading) return;
  } else if (left > 0 && document.getElementById('details')) {
    setTimeout(() => goOnward(left - PAUSE), PAUSE);
    return;
  }
  document.getElementById('graph')?.focus({ preventScroll: true });
}

/** When a panel goes that holds the focus, the focus goes on to the heading of what takes its place, or to the graph. */
export function useFocusOnward(panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    // The button that closes the column stands beside the panel.
    const element = panel.current?.closest('#details') ?? panel.current;
    return () => {
      // What takes its place is not there yet.
      if (element?.contains(document.activeElement)) setTimeout(() => goOnward(WAIT));
    };
  }, [panel]);
}
