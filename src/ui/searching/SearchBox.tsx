import { useEffect, useMemo, useRef, useState } from 'react';
import { ComboBox, Input, type Key, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Dataset } from '../../model/dataset.ts';
import { type Hit, search } from '../../model/search.ts';
import type { AppState } from '../../state/appState.ts';
import { searchIndexOf } from '../../state/searchIndexOf.ts';
import { searchText } from '../../words/frameText.ts';
import { sayKind } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { useApp, useDispatch } from '../kit/appContext.tsx';
import { KindMark } from '../kit/KindMark.tsx';
import type { Typed } from './typed.ts';

const MOST = 12;
const selectDataset = (state: AppState): Dataset => state.dataset;

function Marked({ hit }: { readonly hit: Hit }) {
  const parts = hit.ranges.flatMap(([start, end], i) => {
    const before = hit.matched.slice(hit.ranges[i - 1]?.[1] ?? 0, start);
    return [before, <mark key={start}>{hit.matched.slice(start, end)}</mark>];
  });
  return (
    <>
      {parts}
      {hit.matched.slice(hit.ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

function HitRow({ hit }: { readonly hit: Hit }) {
  const isByName = hit.matched === hit.label;
  return (
    <>
      {hit.type === 'entity' && hit.kind && <KindMark kind={hit.kind} />}
      {hit.type !== 'entity' && <span className={`hit-sign is-${hit.type}`} aria-hidden="true" />}
      <span className="hit-label">{isByName ? <Marked hit={hit} /> : plainText(hit.label)}</span>
      <span className="hit-kind">
        {hit.type === 'entity' && hit.kind ? sayKind(hit.kind) : searchText.types[hit.type]}
      </span>
      {!isByName && (
        <span className="hit-matched">
          <Marked hit={hit} />
        </span>
      )}
    </>
  );
}

function Nothing({ query, dataset }: { readonly query: string; readonly dataset: Dataset }) {
  const counts = {
    entities: dataset.entities.size,
    relations: dataset.relations.size,
    sources: dataset.sources.size,
  };
  return (
    <p className="search-nothing">
      {searchText.nothing(query, counts)} {searchText.nothingToDo}
    </p>
  );
}

/** The search combobox: entities by any of their names, relations by their sentence, sources by their label. */
export function SearchBox({ typed }: { readonly typed: Typed }) {
  const dataset = useApp(selectDataset);
  const dispatch = useDispatch();
  const [query, setQuery] = useState(typed.text);
  const input = useRef<HTMLInputElement>(null);
  const hits = useMemo(
    () => (query.trim() === '' ? [] : search(searchIndexOf(dataset), query, MOST)),
    [dataset, query],
  );
  useEffect(() => {
    if (!typed.hadFocus) return;
    input.current?.focus();
    input.current?.setSelectionRange(typed.text.length, typed.text.length);
  }, [typed]);
  const choose = (key: Key | null): void => {
    const hit = hits.find(({ id }) => id === key);
    if (!hit) return;
    dispatch('showTab', 'graph');
    dispatch('select', { ids: [hit.id], centre: true });
    setQuery('');
  };
  return (
    <ComboBox
      aria-label={searchText.name}
      items={hits}
      inputValue={query}
      onInputChange={setQuery}
      selectedKey={null}
      onSelectionChange={choose}
      menuTrigger="input"
      allowsEmptyCollection={query.trim() !== ''}
      allowsCustomValue
    >
      <Input
        ref={input}
        placeholder={searchText.placeholder}
        onKeyDown={(event) => {
          const [first] = hits;
          // Enter without a walked-to row takes the first hit, as readers expect of a search box.
          if (event.key === 'Enter' && first && !input.current?.getAttribute('aria-activedescendant')) choose(first.id);
        }}
      />
      <Popover className="search-popover" offset={6}>
        <ListBox
          className="search-results"
          aria-label={searchText.results}
          items={hits}
          renderEmptyState={() => <Nothing query={query} dataset={dataset} />}
        >
          {(hit: Hit) => (
            <ListBoxItem id={hit.id} textValue={plainText(hit.label)} className="search-hit">
              <HitRow hit={hit} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
