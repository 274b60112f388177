import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { searchText } from '../../words/frameText.ts';
import { useStage } from '../kit/stage.ts';
import type { Typed } from './typed.ts';

const loadBox = () => import('./SearchBox.tsx').then(({ SearchBox }) => ({ default: SearchBox }));
const SearchBox = lazy(loadBox);

/** A plain field from the first picture on; what is typed into it is kept when the combobox with its results is there. */
export function SearchField() {
  const input = useRef<HTMLInputElement>(null);
  const stage = useStage();
  const [typed, setTyped] = useState<Typed | null>(null);
  useEffect(() => {
    let left = false;
    const field = input.current;
    const takeOver = async (): Promise<void> => {
      await loadBox();
      if (!left && field) setTyped({ text: field.value, hadFocus: document.activeElement === field });
    };
    const focusField = (event: KeyboardEvent): void => {
      const isSlash =
        event.key === '/' && !(event.target as Element).closest('input, textarea, select, [contenteditable]');
      const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isSlash && !isCtrlK) return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('.search input')?.focus();
    };
    const start = (): void => void takeOver();
    // Not before the graph is live, whose code must not wait for this one's, unless the reader asks for it.
    void stage.live.then(start);
    field?.addEventListener('focus', start, { once: true });
    document.addEventListener('keydown', focusField);
    return () => {
      left = true;
      field?.removeEventListener('focus', start);
      document.removeEventListener('keydown', focusField);
    };
  }, [stage]);
  const plain = (
    <input
      ref={input}
      type="text"
      role="combobox"
      aria-label={searchText.name}
      aria-expanded={false}
      aria-controls="search-results"
      aria-autocomplete="list"
      autoComplete="off"
      placeholder={searchText.placeholder}
    />
  );
  return (
    <div className="search" role="search">
      {typed ? (
        <Suspense fallback={plain}>
          <SearchBox typed={typed} />
        </Suspense>
      ) : (
        plain
      )}
      <kbd className="search-hint" aria-hidden="true">
        /
      </kbd>
    </div>
  );
}
