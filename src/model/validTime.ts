import type { Dataset } from './dataset.ts';
import { parseDate } from './dates.ts';
import { buildHistogram, type Histogram } from './histogram.ts';
import type { RelationId } from './records.ts';

/** When relations held or happened, by their own `valid`. */
export interface ValidTime {
  /** Relations with a date, in order of their first day. */
  readonly dated: readonly RelationId[];
  /** Those of them of which the date leaves an end open. */
  readonly open: readonly RelationId[];
  /** Relations without a date, or with one that is not understood: in the picture whatever the day. */
  readonly undated: readonly RelationId[];
  /** First days of dated relations and last days, each sorted, infinite ones included. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Dated relations by what they cover, marked: open at an end; null where none is dated. */
  readonly histogram: Histogram | null;
}

/** All relations with one and the same date, as relations share few. */
interface Dated {
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
  readonly ids: RelationId[];
}

function buildDated(text: string): Dated | null {
  const span = parseDate(text);
  if (!span) return null;
  return {
    from: span.earliest ?? Number.NEGATIVE_INFINITY,
    to: span.latest ?? Number.POSITIVE_INFINITY,
    isOpen: span.earliest === null || span.latest === null,
    ids: [],
  };
}

const byNumber = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function buildBars(groups: readonly Dated[], newest: number): Histogram | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const bound of groups.flatMap((group) => [group.from, group.to])) {
    if (!Number.isFinite(bound)) continue;
    from = Math.min(from, bound);
    to = Math.max(to, bound);
  }
  if (from > to) return null;
  const stretches = groups.map(({ ids, isOpen, ...span }) => ({
    ...span,
    count: ids.length,
    marked: isOpen ? ids.length : 0,
  }));
  return buildHistogram(stretches, from, Number.isFinite(newest) ? Math.max(to, newest) : to);
}

/**
 * Dated and undated relations. `newest` is the last day on which something became public, up to which the axis reaches,
 * or -Infinity. O(n log n) in the relations.
 */
export function buildValidTime(dataset: Dataset, newest: number): ValidTime {
  const byText = new Map<string, Dated | null>();
  const undated: RelationId[] = [];
  for (const { id, valid } of dataset.relations.values()) {
    let group = valid ? byText.get(valid) : null;
    if (valid && group === undefined) {
      group = buildDated(valid);
      byText.set(valid, group);
    }
    if (group) group.ids.push(id);
    else undated.push(id);
  }
  const groups = [...byText.values()].filter((group) => group !== null);
  groups.sort((a, b) => byNumber(a.from, b.from) || byNumber(a.to, b.to));
  return {
    dated: groups.flatMap(({ ids }) => ids),
    open: groups.flatMap(({ ids, isOpen }) => (isOpen ? ids : [])),
    undated,
    starts: groups.flatMap(({ ids, from }) => ids.map(() => from)),
    ends: groups.toSorted((a, b) => byNumber(a.to, b.to)).flatMap(({ ids, to }) => ids.map(() => to)),
    histogram: buildBars(groups, newest),
  };
}

/** How many of the sorted numbers are below a bound. */
function countBelow(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many dated relations held or may have happened between two days, both included; null is open. O(log n). */
export function countHeld({ starts, ends }: ValidTime, from: number | null, to: number | null): number {
  const endedBefore = from === null ? 0 : countBelow(ends, from);
  const notBegun = to === null ? 0 : starts.length - countBelow(starts, to + 1);
  return starts.length - endedBefore - notBegun;
}
