import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import { timelineText } from '../../words/timelineText.ts';
import { useDispatch } from '../kit/appContext.ts';

interface DayFieldProps {
  readonly label: string;
  /** What the label says besides to those who hear it alone. */
  readonly labelMore?: string;
  /** As EDTF; empty where nothing is set. */
  readonly value: string;
  readonly placeholder?: string;
  /** What else decides whether a date is taken: when it changes, one that was refused is tried again; null drops it. */
  readonly judgedBy?: string | null;
  /** Takes what was typed, or gives the sentence for why not. */
  readonly onEnter: (text: string) => string | null;
}

/** A date to type: taken with Enter or on leaving; what cannot be meant is refused with a sentence and changes nothing. */
export function DayField({ label, labelMore, value, placeholder = '', judgedBy = '', onEnter }: DayFieldProps) {
  const dispatch = useDispatch();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    setDraft(null);
    setRefused(null);
  }
  const enter = (): void => {
    if (draft === null || draft.trim() === value) {
      setDraft(null);
      return;
    }
    if (refused !== null) return;
    const why = onEnter(draft);
    setRefused(why);
    if (why === null) setDraft(null);
    else dispatch('report', { said: why });
  };
  const tryAgain = useEffectEvent((): void => {
    if (draft === null || refused === null) return;
    const why = judgedBy === null ? null : onEnter(draft);
    setRefused(why);
    if (why === null) setDraft(null);
  });
  // oxlint-disable-next-line react/set-state-in-effect,react/exhaustive-effect-dependencies -- what was refused is judged again once the other end has moved
  useEffect(() => tryAgain(), [judgedBy]);
  const answer = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setRefused(null);
    }
  };
  return (
    <span className="day-field">
      <label htmlFor={id}>
        {label}
        {labelMore && <span className="unseen"> {labelMore}</span>}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        size={11}
        value={draft ?? value}
        placeholder={placeholder}
        title={timelineText.hint}
        aria-describedby={refused === null ? undefined : `${id}-refused`}
        aria-invalid={refused !== null}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(null);
        }}
        onKeyDown={answer}
        onBlur={enter}
      />
      {refused !== null && (
        <span id={`${id}-refused`} className="day-refused">
          {refused}
        </span>
      )}
    </span>
  );
}
