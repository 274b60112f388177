/** How far a finger may move for a tap to stay one, px. */
const TAP = 8;

/**
 * Leaves the wheel (unless Ctrl or ⌘ is held) and one finger to the page around a canvas: two fingers move and zoom. To
 * be called before Cytoscape opens in the container, so that this comes first. Returns the function that stops it.
 */
export function letPageScroll(container: HTMLElement): () => void {
  let start: { readonly x: number; readonly y: number } | null = null;
  let isScrolling = false;
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
  };
  const onStart = ({ touches }: TouchEvent): void => {
    const [touch] = touches;
    start = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
    isScrolling = false;
  };
  const onMove = (event: TouchEvent): void => {
    const [touch] = event.touches;
    if (event.touches.length !== 1 || !touch) {
      // The page must not zoom or scroll with what moves the graph.
      if (event.cancelable) event.preventDefault();
      return;
    }
    if (start && Math.abs(touch.clientX - start.x) + Math.abs(touch.clientY - start.y) > TAP) isScrolling = true;
    event.stopImmediatePropagation();
  };
  const onEnd = (event: TouchEvent): void => {
    if (!isScrolling) return;
    isScrolling = false;
    event.stopImmediatePropagation();
    // Cytoscape saw the finger come down and would take its going for a tap.
    container.dispatchEvent(new TouchEvent('touchcancel', { bubbles: true }));
  };
  // On the document: Cytoscape listens there for what follows a touch.
  const outer = container.ownerDocument;
  const early = { capture: true, passive: false } as const;
  container.addEventListener('wheel', onWheel, early);
  container.addEventListener('touchstart', onStart, early);
  outer.addEventListener('touchmove', onMove, early);
  outer.addEventListener('touchend', onEnd, early);
  return () => {
    container.removeEventListener('wheel', onWheel, early);
    container.removeEventListener('touchstart', onStart, early);
    outer.removeEventListener('touchmove', onMove, early);
    outer.removeEventListener('touchend', onEnd, early);
  };
}
