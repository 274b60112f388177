import type { Dataset } from '../model/dataset.ts';
import { isLater } from '../model/laterClaims.ts';
import type { Claim } from '../model/records.ts';
import { isPublic } from '../model/standing.ts';
import { sayLaterClaims } from './followText.ts';
import { sayCount } from './sayCount.ts';

/** Which claims on a record do not count under the public clock, and why, so that none is missing in silence. */
export function sayLeftOut(dataset: Dataset, claims: readonly Claim[], asOf: number | null): string[] {
  const out = claims.filter((claim) => !isPublic(dataset, claim, asOf));
  const later = out.filter((claim) => isLater(dataset, claim, asOf));
  const retracted = out.length - later.length;
  const disputing = later.filter(({ stance }) => stance === 'denies' || stance === 'limits').length;
  return [
    ...(later.length > 0 ? [sayLaterClaims(later.length, disputing)] : []),
    ...(retracted > 0 ? [`${sayCount(retracted, 'claim')} ${retracted === 1 ? 'was' : 'were'} retracted`] : []),
  ];
}
