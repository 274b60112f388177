import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useDispatch } from './appContext.ts';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A modal dialog by the browser's own element: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ title, closeLabel, className, children }: DialogProps) {
  const dispatch = useDispatch();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onClose={() => dispatch('closeDialog')}
    >
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
