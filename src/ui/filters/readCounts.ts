import type { FacetCounts } from '../../model/countFacets.ts';
import type { Filters } from '../../model/view.ts';
import type { ListName } from '../../words/sayView.ts';

/** How many relations one value of a list lets through; 0 for what the dataset does not have. */
export function countOf(counts: FacetCounts, name: ListName, value: string): number {
  const known: ReadonlyMap<string, number> = counts[name];
  return known.get(value) ?? 0;
}

const sum = (counts: readonly (number | undefined)[]): number => counts.reduce<number>((a, b) => a + (b ?? 0), 0);

/** How many relations an answer about denials lets through. */
export function countDispute({ dispute }: FacetCounts, answer: Filters['dispute']): number {
  return answer ? (dispute.get(answer) ?? 0) : sum([dispute.get('disputed'), dispute.get('undisputed')]);
}

/** How many relations an answer about dates lets through. */
export function countDated({ dated }: FacetCounts, answer: Filters['dated']): number {
  return answer ? (dated.get(answer) ?? 0) : sum([...dated.values()]);
}

/** Beyond five, nobody counts one by one. */
const HIGH = [10, 20, 50, 100] as const;

/** Thresholds to choose from, with how many relations each lets through: up to what is met, at least to 3. */
export function listOrigins({ minOrigins }: FacetCounts, current: number): { least: number; count: number }[] {
  const most = Math.max(3, ...minOrigins.keys());
  const thresholds = new Set([0, 1, 2, 3, 4, 5, ...HIGH].filter((least) => least <= most));
  const least = [...thresholds.add(current)].toSorted((a, b) => a - b);
  return least.map((each) => ({ least: each, count: minOrigins.get(each) ?? 0 }));
}
