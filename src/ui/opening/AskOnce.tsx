import { useEffect, useRef, useState } from 'react';
import { openingText } from '../../words/openingText.ts';

interface AskOnceProps {
  readonly label: string;
  /** The button's name where its label alone does not say what it is about. */
  readonly name?: string;
  readonly question: string;
  readonly onYes: () => Promise<void>;
}

/** A button for what cannot be undone: it asks once, in its own place. */
export function AskOnce({ label, name, question, onYes }: AskOnceProps) {
  const [isAsking, setIsAsking] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) yes.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button
        ref={first}
        type="button"
        className="plain ask-first"
        {...(name ? { 'aria-label': name } : {})}
        onClick={() => setIsAsking(true)}
      >
        {label}
      </button>
    );
  }
  const answer = (): void => {
    setIsAsking(false);
    void onYes();
  };
  return (
    <div className="ask-once" role="group" aria-label={question}>
      <p>{question}</p>
      <button ref={yes} type="button" onClick={answer}>
        {label}
      </button>
      <button type="button" onClick={() => setIsAsking(false)}>
        {openingText.keep}
      </button>
    </div>
  );
}
