import { useEffect } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { RelationId } from '../../model/records.ts';
import { type Hit, search } from '../../model/search.ts';
import { standingOf } from '../../model/standing.ts';
import { searchIndexOf } from '../../state/searchIndexOf.ts';
import { searchText } from '../../words/frameText.ts';
import { sayKind } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { spoken } from '../../words/spoken.ts';
import { KindMark } from '../kit/KindMark.tsx';
import type { Known } from '../kit/known.ts';
import { StandingMark } from '../kit/StandingMark.tsx';

const MOST = 12;

/** The best hits for what was typed. */
export function findHits(dataset: Dataset, query: string): readonly Hit[] {
  return search(searchIndexOf(dataset), query, MOST);
}

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
function HitStanding({ known: { dataset, asOf }, id }: { readonly known: Known; readonly id: RelationId }) {
  const relation = dataset.relations.get(id);
  if (!relation) return null;
  return (
    <span className="hit-matched">
      <StandingMark
        dataset={dataset}
        standing={standingOf(dataset, id, asOf)}
        claims={claimsInView(dataset, relation, asOf)}
      />
    </span>
  );
}

function HitRow({ known, hit }: { readonly known: Known; readonly hit: Hit }) {
  const isByName = hit.matched === hit.label;
  return (
    <>
      {hit.type === 'entity' ? (
        <KindMark kind={hit.kind} />
      ) : (
        <span className={`hit-sign is-${hit.type}`} aria-hidden="true" />
      )}
      <span className="hit-label">{isByName ? <Marked hit={hit} /> : plainText(hit.label)}</span>{' '}
      <span className="hit-kind">{hit.type === 'entity' ? sayKind(hit.kind) : searchText.types[hit.type]}</span>{' '}
      {!isByName && (
        <span className="hit-matched">
          <Marked hit={hit} />
        </span>
      )}
      {hit.type === 'relation' && <HitStanding known={known} id={hit.id} />}
    </>
  );
}

/** What is said of the hits: how many, or what was searched where there are none. */
export function sayHits({ entities, relations, sources }: Dataset, query: string, count: number): string {
  if (count > 0) return spoken.results(count);
  const counts = { entities: entities.size, relations: relations.size, sources: sources.size };
  return `${searchText.nothing(query, counts)} ${searchText.nothingToDo}`;
}

interface SearchResultsProps {
  readonly id: string;
  readonly hitId: (index: number) => string;
  readonly known: Known;
  readonly query: string;
  readonly hits: readonly Hit[];
  /** Index of the walked-to hit; −1 for none. */
  readonly active: number;
  readonly onChoose: (hit: Hit) => void;
}

/** The list under the search field; focus stays in the field. */
export function SearchResults({ id, hitId, known, query, hits, active, onChoose }: SearchResultsProps) {
  useEffect(() => {
    if (active >= 0) document.getElementById(hitId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active, hitId]);
  return (
    <>
      <div id={id} role="listbox" aria-label={searchText.results} hidden={hits.length === 0}>
        {hits.map((hit, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field answers the keys of a combobox
          <div
            key={hit.id}
            id={hitId(i)}
            role="option"
            aria-selected={i === active}
            className="search-hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit)}
          >
            <HitRow known={known} hit={hit} />
          </div>
        ))}
      </div>
      {hits.length === 0 && query.trim() !== '' && <p className="search-nothing">{sayHits(known.dataset, query, 0)}</p>}
    </>
  );
}
