import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { searchText } from '../../words/frameText.ts';

const loadBox = () => import('./SearchBox.tsx').then(({ SearchBox }) => ({ default: SearchBox }));
const SearchBox = lazy(loadBox);

/** What was typed, and whether the field had the focus, when the real box took over. */
export interface Typed {
  readonly text: string;
  readonly hadFocus: boolean;
}

/** A plain field from the first picture on; what is typed into it is kept when the combobox with its results is there. */
export function SearchField() {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  useEffect(() => {
    let left = false;
    const takeOver = async (): Promise<void> => {
      await loadBox();
      const field = input.current;
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
    // After the first picture is live: its code must not wait for this one's.
    const idle = setTimeout(() => void takeOver(), 300);
    document.addEventListener('keydown', focusField);
    return () => {
      left = true;
      clearTimeout(idle);
      document.removeEventListener('keydown', focusField);
    };
  }, []);
  const plain = (
    <input
      ref={input}
      type="text"
      role="combobox"
      aria-label={searchText.name}
      aria-expanded={false}
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
