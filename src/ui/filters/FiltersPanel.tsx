import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { countFacets } from '../../model/countFacets.ts';
import type { Dataset } from '../../model/dataset.ts';
import { findFacetValues } from '../../model/facetValues.ts';
import type { Kind } from '../../model/records.ts';
import type { StandingWord } from '../../model/standing.ts';
import type { Filters, View } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { filterText } from '../../words/filterText.ts';
import type { ListName } from '../../words/sayView.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { KindMark } from '../kit/KindMark.tsx';
import { LineSwatch } from '../kit/LineSwatch.tsx';
import { Facet } from './Facet.tsx';
import { FiltersFoot } from './FiltersFoot.tsx';
import { FacetsContext, useFacets, withUnknown } from './facets.ts';
import { GroupsFacet } from './GroupsFacet.tsx';
import { ListValues } from './ListFacet.tsx';
import { DatedFacet, DisputeFacet, OriginsFacet } from './RadioFacet.tsx';
import { SpeakersFacet } from './SpeakersFacet.tsx';
import { TextFacet } from './TextFacet.tsx';

type PlainName = Exclude<ListName, 'groups' | 'types' | 'speakers'>;

const MARKS: { readonly [Name in PlainName]?: (value: string) => React.ReactNode } = {
  kinds: (kind) => <KindMark kind={kind as Kind} />,
  standings: (word) => <LineSwatch word={word as StandingWord} />,
};
const HINTS: Readonly<Partial<Record<PlainName, string>>> = { ...filterText.hints, kinds: filterText.kindsNote };

/** A list filter whose values need no order but their own. */
function ListFacet({ name }: { readonly name: PlainName }) {
  const { dataset, filters, set } = useFacets();
  const own: readonly string[] = findFacetValues(dataset)[name];
  const offered = withUnknown(own, filters[name]);
  const mark = MARKS[name];
  const hint = HINTS[name];
  return (
    <Facet name={name} filters={[name]} onReset={() => set({ [name]: null })} {...(hint ? { hint } : {})}>
      {() => (
        <ListValues
          name={name}
          title={filterText.facets[name]}
          values={offered}
          offered={offered}
          // A mark is drawn only for what the dataset's own words know.
          {...(mark ? { mark: (value: string) => (own.includes(value) ? mark(value) : null) } : {})}
        />
      )}
    </Facet>
  );
}

const selectDataset = (state: AppState): Dataset => state.dataset;
const selectView = (state: AppState): View => state.view;

/** The counts under the view; worked out after what was clicked has been drawn. */
function useCounts(dataset: Dataset, { filters, asOf, held }: View) {
  const asked = useMemo(() => ({ dataset, view: { filters, asOf, held } }), [dataset, filters, asOf, held]);
  const settled = useDeferredValue(asked);
  // Counts of another dataset would be of other values.
  const { view } = settled.dataset === dataset ? settled : asked;
  return useMemo(() => countFacets(dataset, view), [dataset, view]);
}

/** Where the focus goes when what holds it is closed. */
function focusOpener(): void {
  if (document.activeElement === document.body || document.activeElement === null)
    document.querySelector<HTMLElement>('.filters-nav > button')?.focus();
}

/** Escape closes the panel, from a field that holds words only after it has emptied it. */
function useEscape(): (event: KeyboardEvent<HTMLElement>) => void {
  const dispatch = useDispatch();
  return (event) => {
    if (event.key !== 'Escape') return;
    // Nothing else is to answer it.
    event.stopPropagation();
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return;
    dispatch('toggleFilters');
  };
}

/** What the "Filters" button opens: which relations are shown, asked one question at a time. */
export function FiltersPanel() {
  const dataset = useApp(selectDataset);
  const view = useApp(selectView);
  const dispatch = useDispatch();
  const counts = useCounts(dataset, view);
  const head = useRef<HTMLHeadingElement>(null);
  const onKeyDown = useEscape();
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    return () => void setTimeout(focusOpener);
  }, []);
  const facets = useMemo(
    () => ({
      dataset,
      filters: view.filters,
      counts,
      set: (change: Partial<Filters>) => dispatch('setFilters', change),
    }),
    [dataset, view.filters, counts, dispatch],
  );
  return (
    <FacetsContext value={facets}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only Escape, wherever the focus is inside */}
      <div className="filters-panel" onKeyDown={onKeyDown}>
        <div className="filters-head">
          <h2 ref={head} tabIndex={-1}>
            {filterText.name}
          </h2>
          <button type="button" className="details-close" onClick={() => dispatch('toggleFilters')}>
            <span aria-hidden="true">×</span> {filterText.close}
          </button>
        </div>
        <div className="filters-body">
          <TextFacet />
          <h3>{filterText.sections.evidence}</h3>
          <ListFacet name="standings" />
          <OriginsFacet />
          <DisputeFacet />
          <h3>{filterText.sections.relation}</h3>
          <ListFacet name="kinds" />
          <GroupsFacet />
          <DatedFacet />
          <h3>{filterText.sections.claim}</h3>
          <p className="facet-hint">{filterText.claimNote}</p>
          <ListFacet name="modalities" />
          <ListFacet name="stances" />
          <SpeakersFacet />
          <ListFacet name="sources" />
          <ListFacet name="publishers" />
        </div>
        <FiltersFoot />
      </div>
    </FacetsContext>
  );
}
