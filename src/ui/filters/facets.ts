import { createContext, useContext } from 'react';
import type { FacetCounts } from '../../model/countFacets.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { TypeId } from '../../model/records.ts';
import type { Filters } from '../../model/view.ts';
import type { ListName } from '../../words/sayView.ts';

/** What every facet of the panel reads and writes. */
export interface Facets {
  readonly dataset: Dataset;
  readonly filters: Filters;
  /** Under the other filters; a moment behind the filters themselves. */
  readonly counts: FacetCounts;
  readonly set: (change: Partial<Filters>) => void;
}

export const FacetsContext = createContext<Facets | null>(null);

export function useFacets(): Facets {
  const facets = useContext(FacetsContext);
  if (!facets) throw new Error('no filters panel above this facet');
  return facets;
}

/** Whether a list lets a value through. */
export function isTicked(list: readonly string[] | null, value: string): boolean {
  return list === null || list.includes(value);
}

/**
 * The list after a value is ticked or unticked: in the order in which values are offered, behind them what the dataset
 * does not have; null as soon as everything is ticked.
 */
export function toggleValue(
  list: readonly string[] | null,
  offered: readonly string[],
  value: string,
): readonly string[] | null {
  const ticked = new Set(list ?? offered);
  if (!ticked.delete(value)) ticked.add(value);
  const known = offered.filter((one) => ticked.delete(one));
  return known.length === offered.length ? null : [...known, ...ticked];
}

/** The change that sets one list. */
export function changeList(name: ListName, list: readonly string[] | null): Partial<Filters> {
  return { [name]: list };
}

/** What also changes when a type is let through: its group, where that is not. */
export function openGroup({ dataset, filters: { groups } }: Facets, type: string): Partial<Filters> {
  const group = dataset.types.get(type as TypeId)?.group;
  return group === undefined || groups === null || groups.includes(group) ? {} : { groups: [...groups, group] };
}

/** What the facet offers, and behind it what only its filter knows. */
export function withUnknown(offered: readonly string[], list: readonly string[] | null): readonly string[] {
  if (list === null) return offered;
  const known = new Set(offered);
  const unknown = list.filter((value) => !known.has(value));
  return unknown.length === 0 ? offered : [...offered, ...new Set(unknown)];
}
