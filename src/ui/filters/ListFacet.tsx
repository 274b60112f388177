import { type ReactNode, useState } from 'react';
import { fold } from '../../model/fold.ts';
import { filterText } from '../../words/filterText.ts';
import { type ListName, sayFilterValue } from '../../words/sayView.ts';
import { LongList } from '../kit/LongList.tsx';
import { FacetRow } from './FacetRow.tsx';
import { changeList, isTicked, openGroup, toggleValue, useFacets } from './facets.ts';
import { countOf } from './readCounts.ts';

/** From so many values on, a list has a field to find one. */
const FIND_FROM = 9;
/** Values drawn before more are asked for. */
const STEP = 16;

interface ValueRowProps {
  readonly name: ListName;
  readonly value: string;
  readonly offered: readonly string[];
  readonly mark?: ReactNode;
}

/** One value of a list filter. */
function ValueRow({ name, value, offered, mark }: ValueRowProps) {
  const facets = useFacets();
  const { dataset, filters, counts, set } = facets;
  const list = filters[name];
  const isIn = isTicked(list, value);
  const alongWith = name === 'types' ? openGroup(facets, value) : {};
  return (
    <FacetRow
      label={sayFilterValue(dataset, name, value)}
      mark={mark}
      isTicked={isIn}
      count={countOf(counts, name, value)}
      onToggle={() => set({ ...changeList(name, toggleValue(list, offered, value)), ...(isIn ? {} : alongWith) })}
      onOnly={() => set({ ...changeList(name, [value]), ...alongWith })}
    />
  );
}

/** A field for a list of so many values, and whether a name holds its words; null where it holds none. */
export function useFind(title: string, size: number): [field: ReactNode, matches: ((label: string) => boolean) | null] {
  const [words, setWords] = useState('');
  if (size < FIND_FROM) return [null, null];
  const wanted = fold(words).split(' ').filter(Boolean);
  const field = (
    <input
      type="search"
      className="facet-find"
      aria-label={filterText.find(title)}
      placeholder={filterText.findPlaceholder}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
  return [field, wanted.length === 0 ? null : (label) => wanted.every((word) => fold(label).includes(word))];
}

interface ValueListProps {
  readonly name: ListName;
  readonly values: readonly string[];
  /** All that the filter can choose from; more than `values` where these are a part. */
  readonly offered: readonly string[];
  readonly mark?: (value: string) => ReactNode;
}

/** Values of a list filter, the first of them at once. */
export function ValueList({ name, values, offered, mark }: ValueListProps) {
  return (
    <LongList
      className="facet-list"
      step={STEP}
      items={values}
      render={(value) => (
        <li key={value}>
          <ValueRow name={name} value={value} offered={offered} mark={mark?.(value)} />
        </li>
      )}
    />
  );
}

interface ListFacetProps extends Pick<ValueListProps, 'name' | 'offered' | 'mark'> {
  readonly title: string;
  readonly values: readonly string[];
}

/** All values of a list filter, with a field to find one where there are many. */
export function ListValues({ name, title, values, offered, mark }: ListFacetProps) {
  const { dataset } = useFacets();
  const [field, matches] = useFind(title, values.length);
  const found = matches ? values.filter((value) => matches(sayFilterValue(dataset, name, value))) : values;
  return (
    <>
      {field}
      {found.length === 0 ? (
        <p className="facet-hint">{values.length === 0 ? filterText.noValues : filterText.foundNone}</p>
      ) : (
        <ValueList name={name} values={found} offered={offered} {...(mark ? { mark } : {})} />
      )}
    </>
  );
}
