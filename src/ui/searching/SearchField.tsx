import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Hit } from '../../model/search.ts';
import { searchText } from '../../words/frameText.ts';
import { useAppStore, useDispatch } from '../kit/appContext.ts';
import { useKnown } from '../kit/known.ts';
import { useStage } from '../kit/stage.ts';

type Results = Pick<typeof import('./SearchResults.tsx'), 'findHits' | 'sayHits' | 'SearchResults'>;

const LIST = 'search-results';
const hitId = (index: number): string => `search-hit-${index}`;
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** "/" and Ctrl+K lead here from everywhere but other fields. */
function isCall(event: globalThis.KeyboardEvent, singleKeys: boolean): boolean {
  const isInField = (event.target as Element).closest('input, textarea, select, [contenteditable]') !== null;
  const isSlash = singleKeys && event.key === '/' && !isInField && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isSlash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
}

/** The code of the search and its list: when the graph is live, or at once when the field is wanted before. */
function useResults(field: React.RefObject<HTMLInputElement | null>, onReady: (typed: string) => void): Results | null {
  const stage = useStage();
  const [results, setResults] = useState<Results | null>(null);
  useEffect(() => {
    const element = field.current;
    const load = async (): Promise<void> => {
      const { findHits, sayHits, SearchResults } = await import('./SearchResults.tsx');
      setResults({ findHits, sayHits, SearchResults });
      // What was typed before there was anybody to read it.
      onReady(element?.value ?? '');
    };
    const start = (): void => void load();
    void stage.settled.then(start);
    element?.addEventListener('focus', start, { once: true });
    if (element !== null && document.activeElement === element) start();
    return () => element?.removeEventListener('focus', start);
  }, [field, stage, onReady]);
  return results;
}

function useCallKeys(field: React.RefObject<HTMLInputElement | null>): void {
  const store = useAppStore();
  useEffect(() => {
    const answer = (event: globalThis.KeyboardEvent): void => {
      if (!isCall(event, store.getState().singleKeys) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
  }, [field, store]);
}

/**
 * The combobox with a list of the ARIA Authoring Practices: focus stays in the field, arrows walk the list, Enter takes
 * the walked-to hit or the first. The field is there from the first picture on and keeps what is typed before it is ready.
 */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null);
  const known = useKnown();
  const { dataset } = known;
  const dispatch = useDispatch();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const type = useCallback((text: string): void => {
    setQuery(text);
    setActive(-1);
    setOpen(text.trim() !== '' && document.activeElement === field.current);
  }, []);
  const results = useResults(field, type);
  useCallKeys(field);
  const hits: readonly Hit[] = useMemo(
    () => (results && query.trim() !== '' ? results.findHits(dataset, query) : []),
    [results, dataset, query],
  );
  const isShown = isOpen && results !== null;
  useEffect(() => {
    if (isShown) dispatch('report', { said: results.sayHits(dataset, query, hits.length) });
  }, [isShown, results, dataset, query, hits, dispatch]);
  const choose = (hit: Hit | undefined): void => {
    if (!hit) return;
    dispatch('showTab', 'graph');
    dispatch('select', { ids: [hit.id], centre: true });
    if (field.current) field.current.value = '';
    type('');
  };
  const answerKey = (event: KeyboardEvent): void => {
    const step = STEPS.get(event.key);
    if (step !== undefined && hits.length > 0) {
      setOpen(true);
      const from = active < 0 && step < 0 ? hits.length : active;
      setActive((from + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') choose(hits[Math.max(0, active)]);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Escape' && field.current) {
      field.current.value = '';
      type('');
    } else return;
    event.preventDefault();
  };
  return (
    <div className="search" role="search">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={searchText.name}
        aria-expanded={isShown && hits.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? hitId(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={searchText.placeholder}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(query.trim() !== '')}
        onBlur={() => setOpen(false)}
        onKeyDown={answerKey}
      />
      <kbd className="search-hint" aria-hidden="true">
        /
      </kbd>
      <div className="search-popover" hidden={!isShown}>
        {results && (
          <results.SearchResults
            id={LIST}
            hitId={hitId}
            known={known}
            query={query}
            hits={hits}
            active={active}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  );
}
