import { useId } from 'react';
import type { Filters } from '../../model/view.ts';
import { filterText } from '../../words/filterText.ts';
import { Facet } from './Facet.tsx';
import { FacetCount } from './FacetRow.tsx';
import { useFacets } from './facets.ts';
import { countDated, countDispute, listOrigins } from './readCounts.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
}

interface RadioFacetProps<Name extends 'minOrigins' | 'dispute' | 'dated'> {
  readonly name: Name;
  /** The first is that which asks for nothing. */
  readonly choices: readonly Choice<Filters[Name]>[];
}

/** One question with one answer. */
function RadioFacet<Name extends 'minOrigins' | 'dispute' | 'dated'>({ name, choices }: RadioFacetProps<Name>) {
  const { filters, set } = useFacets();
  const id = useId();
  const answer = (value: Filters[Name] | undefined): void => set({ [name]: value });
  return (
    <Facet name={name} filters={[name]} onReset={() => answer(choices[0]?.value)}>
      {() => (
        <ul className="facet-list">
          {choices.map(({ value, label, count }, i) => (
            <li key={label} className="facet-row" data-none={count === 0 ? '' : undefined}>
              <label>
                <input
                  type="radio"
                  name={id}
                  checked={filters[name] === value}
                  aria-describedby={`${id}-${i}`}
                  onChange={() => answer(value)}
                />
                <span>{label}</span>
              </label>
              <FacetCount id={`${id}-${i}`} count={count} />
            </li>
          ))}
        </ul>
      )}
    </Facet>
  );
}

/** A threshold: so many independent origins or more. */
export function OriginsFacet() {
  const { counts, filters } = useFacets();
  const choices = listOrigins(counts, filters.minOrigins).map(({ least, count }) => ({
    value: least,
    label: least === 0 ? filterText.origins.any : filterText.origins.least(least),
    count,
  }));
  return <RadioFacet name="minOrigins" choices={choices} />;
}

/** Whether somebody denies it. */
export function DisputeFacet() {
  const { counts } = useFacets();
  const choices = ([null, 'denied', 'disputed', 'undisputed'] as const).map((value) => ({
    value,
    label: filterText.disputes[value ?? 'any'],
    count: countDispute(counts, value),
  }));
  return <RadioFacet name="dispute" choices={choices} />;
}

/** Whether it says when. */
export function DatedFacet() {
  const { counts } = useFacets();
  const choices = ([null, 'dated', 'undated'] as const).map((value) => ({
    value,
    label: filterText.dates[value ?? 'any'],
    count: countDated(counts, value),
  }));
  return <RadioFacet name="dated" choices={choices} />;
}
