import type { Dataset } from './dataset.ts';
import { buildPublicTime, type ClockStep, type PublicTime } from './publicTime.ts';
import type { Claim, RelationId } from './records.ts';
import { claimsOf, isKnown, isPublic } from './standing.ts';
import { buildValidTime, type ValidTime } from './validTime.ts';

/** The two clocks of a dataset: when things became known, and when they held. */
export interface Timeline {
  readonly known: PublicTime;
  readonly held: ValidTime;
}

/** Everything the timeline shows of a dataset; null dates and hostile ones end in the lists of the undated. O(n log n). */
export function buildTimeline(dataset: Dataset): Timeline {
  const known = buildPublicTime(dataset);
  const newest = known.days.findLast(Number.isFinite) ?? Number.NEGATIVE_INFINITY;
  return { known, held: buildValidTime(dataset, newest) };
}

/** The first of the sorted days after `day`, if there is one. */
export function findDayAfter(days: readonly number[], day: number): number | undefined {
  return days.find((other) => other > day);
}

/** The last of the sorted days before `day`, if there is one. */
export function findDayBefore(days: readonly number[], day: number): number | undefined {
  return days.findLast((other) => other < day);
}

/** What the public clock is put to for a day: null, everything, from the last step on. */
export function clockAt({ days }: PublicTime, day: number): number | null {
  const last = days.at(-1);
  return last === undefined || day >= last ? null : day;
}

/** The step that a clock stands at: the last one on or before its day; undefined before the first. */
export function findStepAt({ steps }: PublicTime, asOf: number | null): ClockStep | undefined {
  return asOf === null ? steps.at(-1) : steps.findLast(({ day }) => day <= asOf);
}

/** What becomes of relations when the public clock moves, each in one list. */
export interface Change {
  /** Those that are disputed now first. */
  readonly appeared: readonly RelationId[];
  readonly gone: readonly RelationId[];
  /** Known before, denied or limited only now. */
  readonly disputed: readonly RelationId[];
  /** Known before and after, with other claims. */
  readonly further: readonly RelationId[];
}

function isDisputed(dataset: Dataset, claims: readonly Claim[], asOf: number | null): boolean {
  return claims.some(
    (claim) => (claim.stance === 'denies' || claim.stance === 'limits') && isPublic(dataset, claim, asOf),
  );
}

/** A position of the clock as a number; "everything" comes last. */
const placeOf = (asOf: number | null): number => asOf ?? Number.POSITIVE_INFINITY;

/** The relations on which something between two clocks bears, each once. */
function relationsBetween({ steps }: PublicTime, from: number | null, to: number | null): Set<RelationId> {
  const low = Math.min(placeOf(from), placeOf(to));
  const high = Math.max(placeOf(from), placeOf(to));
  const between = new Set<RelationId>();
  for (const { day, relations } of steps) {
    if (day > low && day <= high) for (const id of relations) between.add(id);
  }
  return between;
}

/** What changes when the public clock goes from one day to another, either way. Linear in the claims between. */
export function buildChange(dataset: Dataset, time: PublicTime, from: number | null, to: number | null): Change {
  const change = { appeared: [], gone: [], disputed: [], further: [] } as Record<keyof Change, RelationId[]>;
  const calm: RelationId[] = [];
  for (const id of relationsBetween(time, from, to)) {
    const relation = dataset.relations.get(id);
    if (!relation) continue;
    const before = isKnown(dataset, relation, from);
    const after = isKnown(dataset, relation, to);
    const isNow = after && isDisputed(dataset, claimsOf(dataset, relation), to);
    if (!before && after) (isNow ? change.appeared : calm).push(id);
    else if (before && !after) change.gone.push(id);
    else if (isNow && !isDisputed(dataset, claimsOf(dataset, relation), from)) change.disputed.push(id);
    else if (before) change.further.push(id);
  }
  return { ...change, appeared: [...change.appeared, ...calm] };
}
