import type { Dataset } from './dataset.ts';
import type { Claim } from './records.ts';
import { publicDayOf } from './standing.ts';

/** Whether a claim became public only after the clock's day; never without a clock. */
export function isLater(dataset: Dataset, claim: Claim, asOf: number | null): boolean {
  if (asOf === null) return false;
  const day = publicDayOf(dataset, claim);
  return day !== null && day > asOf;
}
