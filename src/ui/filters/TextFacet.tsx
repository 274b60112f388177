import { useEffect, useId, useRef, useState } from 'react';
import { filterText } from '../../words/filterText.ts';
import { useFacets } from './facets.ts';

/** How long the reader may pause between two letters, ms. */
const PAUSE = 150;

/** Words that must stand in a relation; applied after a pause, or at once by Enter. */
export function TextFacet() {
  const { filters, set } = useFacets();
  const [typed, setTyped] = useState(filters.text);
  const [known, setKnown] = useState(filters.text);
  const timer = useRef(0);
  const id = useId();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // What was sent comes back as it was sent; anything else was set elsewhere, by a chip or undo.
  if (filters.text !== known) {
    setKnown(filters.text);
    setTyped(filters.text);
  }
  const send = (text: string): void => {
    window.clearTimeout(timer.current);
    if (text === known) return;
    setKnown(text);
    set({ text });
  };
  const type = (text: string): void => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(text), PAUSE);
  };
  return (
    <div className="facet-text">
      <label htmlFor={id}>{filterText.text}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(event.currentTarget.value);
        }}
      />
      <p id={`${id}-hint`} className="facet-hint">
        {filterText.textHint}
      </p>
    </div>
  );
}
