import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useAppStore } from './appContext.ts';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What had the focus before a dialog, or before the first of several that followed each other. */
let opener: HTMLElement | null = null;

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

/**
 * A modal dialog by the browser's own element: it traps focus, closes on Escape and gives focus back. Where one dialog has
 * led to another, what the browser would give it back to went with the first: it goes to what opened that one.
 */
export function Dialog({ title, closeLabel, className, children }: DialogProps) {
  const store = useAppStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !isNowhere(activeElement)) opener = activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      // The next thing that opens a dialog is another one.
      if (store.getState().dialog === null) opener = null;
    };
  }, [store]);
  const closed = (): void => {
    const { activeElement } = document;
    // What the browser has nowhere to give back is left in the dialog until it goes.
    if (isNowhere(activeElement) || dialog.current?.contains(activeElement)) opener?.focus();
    store.dispatch('closeDialog');
  };
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-labelledby={titleId} onClose={closed}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {/* By the element itself, which gives the focus back; it says so by its close event. */}
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </button>
      </div>
      {children}
    </dialog>
  );
}
