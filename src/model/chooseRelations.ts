import { findBlame, getSieve, type ViewOfChoice } from './chooseSieve.ts';
import type { Dataset } from './dataset.ts';
import type { RelationId } from './records.ts';
import { FILTER_NAMES, type HiddenBy, isActive } from './view.ts';

/** Which relations filters and clocks let through. */
export interface Choice {
  /** Null: all of them, nothing is in force. */
  readonly passing: ReadonlySet<RelationId> | null;
  /** Each hidden relation once, under the first that hides it: clock, held, filters in their order, claims. */
  readonly hidden: ReadonlyMap<HiddenBy, number>;
}

const BLAMES: readonly HiddenBy[] = ['clock', 'held', ...FILTER_NAMES, 'claims'];
const EVERYTHING: Choice = { passing: null, hidden: new Map() };

/** Whether a dataset has retracted claims, which the public clock takes out even where it stands at "everything". */
const retracting = new WeakMap<Dataset, boolean>();

function hasRetracted(dataset: Dataset): boolean {
  let found = retracting.get(dataset);
  if (found === undefined) {
    found = false;
    for (const { claim } of dataset.claims.values()) if (claim.retracted) found = true;
    retracting.set(dataset, found);
  }
  return found;
}

function isInForce({ filters, asOf, held }: ViewOfChoice): boolean {
  return (asOf ?? held?.from ?? held?.to ?? null) !== null || FILTER_NAMES.some((name) => isActive(filters, name));
}

/**
 * Chooses relations, in file order: those known under the public clock, of which the valid time asked for may hold some
 * day, that satisfy every filter. Never claims: a standing is judged on all that is public. A relation's date is its
 * own, else the days that assertions in view about it span (for a role those about its Event too); undated ones pass
 * valid time. The filters on claims ask for one claim in view, of the relation or its Event, that satisfies them all.
 * Linear; the first call for a dataset builds its index.
 */
export function chooseRelations(dataset: Dataset, view: ViewOfChoice): Choice {
  const inForce = isInForce(view);
  if (!inForce && !hasRetracted(dataset)) return EVERYTHING;
  const sieve = getSieve(dataset, view);
  const passing = new Set<RelationId>();
  const counts = new Map<HiddenBy, number>();
  let row = 0;
  for (const { id } of sieve.index.relations) {
    const blame = findBlame(sieve, row);
    if (blame === null) passing.add(id);
    else counts.set(blame, (counts.get(blame) ?? 0) + 1);
    row += 1;
  }
  if (!inForce && counts.size === 0) return EVERYTHING;
  return { passing, hidden: new Map([...counts].toSorted(([a], [b]) => BLAMES.indexOf(a) - BLAMES.indexOf(b))) };
}

const rows = new WeakMap<Dataset, ReadonlyMap<RelationId, number>>();

/** What hides a relation under a view; null where nothing does, and for a relation that the dataset does not have. */
export function whyHidden(dataset: Dataset, view: ViewOfChoice, id: RelationId): HiddenBy | null {
  if (!isInForce(view) && !hasRetracted(dataset)) return null;
  let rowOf = rows.get(dataset);
  if (!rowOf) {
    rowOf = new Map([...dataset.relations.keys()].map((key, row) => [key, row]));
    rows.set(dataset, rowOf);
  }
  const row = rowOf.get(id);
  return row === undefined ? null : findBlame(getSieve(dataset, view), row);
}

/** Whether a choice lets a relation through. */
export function isPassing({ passing }: Choice, id: RelationId): boolean {
  return passing === null || passing.has(id);
}
