import { useEffect, useMemo, useRef, useState } from 'react';
import { ComboBox, Input, type Key, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Dataset } from '../../model/dataset.ts';
import type { RelationId } from '../../model/records.ts';
import { type Hit, search } from '../../model/search.ts';
import { standingOf } from '../../model/standing.ts';
import { searchIndexOf } from '../../state/searchIndexOf.ts';
import { searchText } from '../../words/frameText.ts';
import { sayKind } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { claimsInView, sayRelationStanding } from '../../words/sayStanding.ts';
import { spoken } from '../../words/spoken.ts';
import { useDispatch } from '../kit/appContext.ts';
import { KindMark } from '../kit/KindMark.tsx';
import { useKnown } from '../kit/known.ts';
import { StandingMark } from '../kit/StandingMark.tsx';
import type { Typed } from './typed.ts';

const MOST = 12;

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

/** A relation is never listed bare: its standing and who denies it stand with it. */
function HitStanding({ id }: { readonly id: RelationId }) {
  const { dataset, asOf } = useKnown();
  const relation = dataset.relations.get(id);
  if (!relation) return null;
  const standing = standingOf(dataset, id, asOf);
  return (
    <span className="hit-matched">
      <StandingMark dataset={dataset} standing={standing} claims={claimsInView(dataset, relation, asOf)} />
    </span>
  );
}

/** What a screen reader hears of a hit. */
function sayHit(dataset: Dataset, asOf: number | null, hit: Hit): string {
  const relation = hit.type === 'relation' ? dataset.relations.get(hit.id) : undefined;
  if (!relation) return plainText(hit.label);
  return spoken.relation(plainText(hit.label), sayRelationStanding(dataset, relation, asOf));
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
      {hit.type === 'relation' && <HitStanding id={hit.id} />}
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
  const { dataset, asOf } = useKnown();
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
            <ListBoxItem id={hit.id} textValue={sayHit(dataset, asOf, hit)} className="search-hit">
              <HitRow hit={hit} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
