import type { Dataset } from '../model/dataset.ts';
import type { Claim, Relation } from '../model/records.ts';
import type { Standing } from '../model/standing.ts';
import { rowText } from './readingText.ts';
import { sayValid } from './sayDate.ts';

/** When a relation held or happened. What is only hypothetical and has no date is put at no time, least of all in the past. */
export function sayRelationDate(
  dataset: Dataset,
  relation: Relation,
  { word }: Standing,
  claims: readonly Claim[],
): string {
  if (!relation.valid && (word === 'hypothetical' || word === 'questioned')) return rowText.undated;
  const published = claims[0] && dataset.sources.get(claims[0].source)?.published;
  return sayValid(relation.valid, dataset.types.get(relation.type)?.moment ?? false, published);
}
