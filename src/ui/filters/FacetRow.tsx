import { type ReactNode, useEffect, useId, useRef } from 'react';
import { filterText } from '../../words/filterText.ts';
import { sayNumber } from '../../words/sayCount.ts';

/** How many relations a value stands for; read out after the value's name. */
export function FacetCount({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <span id={id} className="facet-count">
      <span aria-hidden="true">{sayNumber(count)}</span>
      <span className="unseen">{filterText.counted(count)}</span>
    </span>
  );
}

interface FacetRowProps {
  readonly label: string;
  readonly mark?: ReactNode;
  readonly isTicked: boolean;
  /** Ticked, but something below it is not. */
  readonly isMixed?: boolean;
  readonly count: number;
  readonly onToggle: () => void;
  readonly onOnly: () => void;
}

/** One value that is let through or not. */
export function FacetRow({ label, mark, isTicked, isMixed = false, count, onToggle, onOnly }: FacetRowProps) {
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    // There is no attribute for it.
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <div className="facet-row" data-none={count === 0 ? '' : undefined}>
      <label>
        <input ref={box} type="checkbox" checked={isTicked} aria-describedby={id} onChange={onToggle} />
        {mark}
        <bdi>{label}</bdi>
      </label>
      <button type="button" className="facet-only" aria-label={filterText.onlyThis(label)} onClick={onOnly}>
        {filterText.only}
      </button>
      <FacetCount id={id} count={count} />
    </div>
  );
}
