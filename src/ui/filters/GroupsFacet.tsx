import { useId, useState } from 'react';
import { findFacetValues } from '../../model/facetValues.ts';
import type { Group, TypeId } from '../../model/records.ts';
import { filterText } from '../../words/filterText.ts';
import { sayFilterValue } from '../../words/sayView.ts';
import { Facet } from './Facet.tsx';
import { FacetRow } from './FacetRow.tsx';
import { type Facets, isTicked, toggleValue, useFacets, withUnknown } from './facets.ts';
import { useFind, ValueList } from './ListFacet.tsx';
import { countOf } from './readCounts.ts';

function typesOf({ dataset }: Facets, group: Group): readonly TypeId[] {
  return findFacetValues(dataset).types.filter((id) => dataset.types.get(id)?.group === group);
}

/** One group with its types behind a fold. */
function GroupRow({ group, offered }: { readonly group: Group; readonly offered: readonly string[] }) {
  const facets = useFacets();
  const { dataset, filters, counts, set } = facets;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const types = typesOf(facets, group);
  const label = sayFilterValue(dataset, 'groups', group);
  const isIn = isTicked(filters.groups, group);
  const chosen = filters.types && new Set<string>(filters.types);
  const toggle = (): void => set({ groups: toggleValue(filters.groups, offered, group) as readonly Group[] | null });
  return (
    <li>
      <div className="facet-nest">
        <button
          type="button"
          className="facet-unfold"
          aria-expanded={isOpen}
          aria-label={filterText.types(label)}
          {...(isOpen ? { 'aria-controls': id } : {})}
          disabled={types.length === 0}
          onClick={() => setOpen(!isOpen)}
        />
        <FacetRow
          label={label}
          isTicked={isIn}
          isMixed={isIn && chosen !== null && types.some((type) => !chosen.has(type))}
          count={countOf(counts, 'groups', group)}
          onToggle={toggle}
          onOnly={() => set({ groups: [group], types: null })}
        />
      </div>
      {isOpen && (
        <div id={id} role="group" aria-label={filterText.types(label)} className="facet-types">
          <TypeList types={types} />
        </div>
      )}
    </li>
  );
}

function TypeList({ types }: { readonly types: readonly string[] }) {
  const { dataset, filters } = useFacets();
  const offered = withUnknown(findFacetValues(dataset).types, filters.types);
  return <ValueList name="types" values={types} offered={offered} />;
}

/** Groups of relations, and under each its types: both must let a relation through. */
export function GroupsFacet() {
  const { dataset, filters, set } = useFacets();
  const { groups, types } = findFacetValues(dataset);
  const offered = withUnknown(groups, filters.groups);
  const unknown = withUnknown(types, filters.types).slice(types.length);
  const [field, matches] = useFind(filterText.facets.groups, types.length > 40 ? types.length : 0);
  const found = matches ? types.filter((type) => matches(sayFilterValue(dataset, 'types', type))) : types;
  return (
    <Facet name="groups" filters={['groups', 'types']} onReset={() => set({ groups: null, types: null })}>
      {() => (
        <>
          {field}
          {matches && found.length === 0 && <p className="facet-hint">{filterText.foundNone}</p>}
          {matches ? (
            <TypeList types={found} />
          ) : (
            <ul className="facet-list">
              {offered.map((group) => (
                <GroupRow key={group} group={group as Group} offered={offered} />
              ))}
            </ul>
          )}
          {unknown.length > 0 && <TypeList types={unknown} />}
        </>
      )}
    </Facet>
  );
}
