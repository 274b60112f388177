import type { Dataset } from '../model/dataset.ts';
import type { EntityId, Relation } from '../model/records.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayWhen } from './sayDate.ts';

/** The name of an entity as it stands in sentences; its id where the dataset has none of that id. */
export function sayName(dataset: Dataset, id: EntityId): string {
  return plainText(dataset.entities.get(id)?.name ?? id) || id;
}

function isReversed(dataset: Dataset, relation: Relation, from: EntityId): boolean {
  return relation.to === from && relation.from !== from && !dataset.types.get(relation.type)?.symmetric;
}

/** The other end of a relation; an entity's relation to itself gives that entity. */
export function otherEnd(relation: Relation, id: EntityId): EntityId {
  return relation.from === id ? relation.to : relation.from;
}

/** The words between the two names, read from one end: "is chief executive of", "is led by". */
export function sayPredicateFrom(dataset: Dataset, relation: Relation, from: EntityId): string {
  const type = dataset.types.get(relation.type);
  if (!type) return 'is related to';
  return plainText(isReversed(dataset, relation, from) ? type.reverse.full : type.forward.full);
}

/**
 * A relation as a clause read from one of its ends, with its date where it has one: "SpaceX is led by Elon Musk, in
 * 2023". It says what the relation is, not that it is so: show it with its standing.
 */
export function sayRelationFrom(dataset: Dataset, relation: Relation, from: EntityId): string {
  const other = otherEnd(relation, from);
  const clause = `${sayName(dataset, from)} ${sayPredicateFrom(dataset, relation, from)} ${sayName(dataset, other)}`;
  if (!relation.valid) return clause;
  return `${clause}, ${sayWhen(relation.valid, dataset.types.get(relation.type)?.moment ?? false)}`;
}

/** The same read forward: "Elon Musk is chief executive of SpaceX". */
export function sayRelation(dataset: Dataset, relation: Relation): string {
  return sayRelationFrom(dataset, relation, relation.from);
}

/** The wording that lies on the line: the relation's own label, else its type's short form. */
export function shortWording(dataset: Dataset, relation: Relation): string {
  const type = dataset.types.get(relation.type);
  return plainText(relation.label || type?.forward.short || type?.forward.full || 'related to');
}

/** The short wording read from one end; a relation's own label is kept, as it has no reverse. */
export function shortWordingFrom(dataset: Dataset, relation: Relation, from: EntityId): string {
  const type = dataset.types.get(relation.type);
  if (!type || relation.label || !isReversed(dataset, relation, from)) return shortWording(dataset, relation);
  return plainText(type.reverse.short || type.reverse.full);
}

/** The lines of a tie's label: how many relations, and how many of them are disputed where any is. */
export function tieSummaryLines(count: number, disputed: number): readonly string[] {
  const relations = sayCount(count, 'relation');
  return disputed > 0 ? [relations, `${sayNumber(disputed)} disputed`] : [relations];
}

/** The same on one line: "6 relations · 1 disputed". */
export function sayTieSummary(count: number, disputed: number): string {
  return tieSummaryLines(count, disputed).join(' · ');
}

/** The mark that a dispute leaves on a line or an event's name: "≠ disputed", or "≠ 2 disputed" for so many of several. */
export function sayDisputedMark(count: number | null): string {
  return count === null ? '≠ disputed' : `≠ ${sayNumber(count)} disputed`;
}
