import { type ReactNode, useId, useRef } from 'react';
import type { FilterName } from '../../model/view.ts';
import { filterText } from '../../words/filterText.ts';
import { sayFilter } from '../../words/sayView.ts';
import { useUnfolded } from './facetOpen.ts';
import { useFacets } from './facets.ts';

interface FacetProps {
  readonly name: keyof typeof filterText.facets;
  /** The filters that it shows and resets. */
  readonly filters: readonly FilterName[];
  /** What the heading does not say by itself. */
  readonly hint?: string;
  readonly onReset: () => void;
  readonly children: () => ReactNode;
}

/** One question of the panel, folded to its heading and what is chosen. What is folded is not drawn. */
export function Facet({ name, filters: names, hint, onReset, children }: FacetProps) {
  const { dataset, filters } = useFacets();
  const [isOpen, toggle] = useUnfolded(name);
  const head = useRef<HTMLButtonElement>(null);
  const id = useId();
  const title = filterText.facets[name];
  const chosen = names.map((one) => sayFilter(dataset, filters, one)).filter((said) => said !== null);
  const reset = (): void => {
    // The button goes with what it resets, so the focus goes on to the heading.
    head.current?.focus();
    onReset();
  };
  return (
    <section className="facet" data-active={chosen.length > 0 ? '' : undefined}>
      <div className="facet-head">
        <h4>
          <button
            ref={head}
            type="button"
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': id } : {})}
            onClick={toggle}
          >
            <span className="facet-name">{title}</span>{' '}
            {!isOpen && <span className="facet-chosen">{chosen.join('; ') || filterText.any}</span>}
          </button>
        </h4>
        {isOpen && chosen.length > 0 && (
          <button type="button" className="facet-reset" aria-label={filterText.resetFacet(title)} onClick={reset}>
            {filterText.all}
          </button>
        )}
      </div>
      {isOpen && (
        <fieldset id={id}>
          <legend className="unseen">{title}</legend>
          {hint && <p className="facet-hint">{hint}</p>}
          {children()}
        </fieldset>
      )}
    </section>
  );
}
