import { useEffect, useRef } from 'react';
import { storyWriterText } from '../../words/storyText.ts';
import { useDispatch } from '../kit/appContext.ts';

/** What was deleted, and the way back. */
export interface Gone {
  readonly said: string;
  readonly putBack: () => void;
}

/** What was deleted, with the way back, which takes the focus of the button that went. */
export function GoneNotice({ gone, onDone }: { readonly gone: Gone; readonly onDone: () => void }) {
  const dispatch = useDispatch();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    dispatch('report', { said: gone.said });
  }, [gone, dispatch]);
  return (
    <p className="story-gone">
      {gone.said}{' '}
      <button
        type="button"
        ref={button}
        onClick={() => {
          document.querySelector<HTMLElement>('#details h2')?.focus();
          gone.putBack();
          onDone();
        }}
      >
        {storyWriterText.putBack}
      </button>
    </p>
  );
}
