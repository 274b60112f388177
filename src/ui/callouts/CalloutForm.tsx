import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isCalloutText, MOST_CALLOUT } from '../../model/view.ts';
import { calloutText } from '../../words/calloutText.ts';

interface CalloutFormProps {
  readonly label: string;
  readonly written: string;
  readonly submit: string;
  readonly onSubmit: (text: string) => void;
}

/** One callout's text. Enter saves it: a callout has no paragraphs. Too much can be typed, so that nothing pasted is cut unseen. */
export function CalloutForm({ label, written, submit, onSubmit }: CalloutFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(written);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, -1);
  }, []);
  const left = MOST_CALLOUT.letters - Array.from(text.trim()).length;
  const isRight = isCalloutText(text.trim());
  const save = (event?: FormEvent): void => {
    event?.preventDefault();
    if (isRight) onSubmit(text);
  };
  const answer = (event: KeyboardEvent): void => {
    // Enter also ends the composing of a character.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <form className="callout-form" onSubmit={save}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        dir="auto"
        value={text}
        aria-describedby={`${id}-yours ${id}-left`}
        aria-invalid={left < 0}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={answer}
      />
      <p id={`${id}-yours`} className="soft">
        {calloutText.yours}
      </p>
      <p className="callout-actions">
        <button type="submit" className="primary" aria-disabled={!isRight}>
          {submit}
        </button>
        <span id={`${id}-left`} className={left < 0 ? 'callout-over' : 'soft'} aria-live={left < 20 ? 'polite' : 'off'}>
          {left < 0 ? calloutText.tooLong(-left) : calloutText.left(left)}
        </span>
      </p>
    </form>
  );
}
