import type { Dataset } from './dataset.ts';
import { latestDay } from './dates.ts';
import { buildHistogram, type Histogram } from './histogram.ts';
import type { Claim, ClaimId, RelationId, SourceId } from './records.ts';
import { claimsOf, publicDayOf } from './standing.ts';

/** A day on which something becomes public or is retracted. */
export interface ClockStep {
  /** A day number; Infinity for what has an open end and counts only while everything is shown. */
  readonly day: number;
  readonly published: readonly ClaimId[];
  readonly retracted: readonly ClaimId[];
  /** How many of the published ones deny or limit. */
  readonly disputing: number;
  /** The relations on which these claims bear, in file order. */
  readonly relations: readonly RelationId[];
  /** How many relations are known at the end of the day. */
  readonly known: number;
}

/** The public clock of a dataset. */
export interface PublicTime {
  /** By day. The last one and everything after it is what the clock calls "everything" (null). */
  readonly steps: readonly ClockStep[];
  readonly days: readonly number[];
  /** Relations known before the first step. */
  readonly knownBefore: number;
  /** Claims without any public date: they always count. */
  readonly undated: readonly ClaimId[];
  /** How many claims have no public date of their own and count from their source's. */
  readonly borrowed: number;
  /** Claims by the day on which they became public, from before the first one; null where no claim has a day. */
  readonly histogram: Histogram | null;
}

/** The days on which a claim counts: from `from`, before `to`; null is never. */
interface Window {
  readonly from: number;
  readonly to: number | null;
}

interface Draft {
  readonly published: ClaimId[];
  readonly retracted: ClaimId[];
  readonly relations: RelationId[];
  disputing: number;
  /** How many relations become known less those that stop to be. */
  change: number;
}

/** Steps by day while they are gathered. */
type Drafts = Map<number, Draft>;

/** Since ever: claims without a date. */
const EVER = Number.NEGATIVE_INFINITY;
const byNumber = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

interface PublicDay {
  readonly window: Window;
  /** The claim says so itself. */
  readonly isOwn: boolean;
}

/** `publicDayOf`, worked out once for each date of each source: many claims share them, and reading a date is slow. */
function rememberPublicDays(dataset: Dataset): (claim: Claim) => PublicDay {
  const bySource = new Map<SourceId, Map<string | undefined, PublicDay>>();
  return (claim) => {
    let days = bySource.get(claim.source);
    if (!days) {
      days = new Map();
      bySource.set(claim.source, days);
    }
    let found = days.get(claim.public);
    if (!found) {
      const window = { from: publicDayOf(dataset, claim) ?? EVER, to: null };
      found = { window, isOwn: latestDay(claim.public) !== null };
      days.set(claim.public, found);
    }
    return found;
  };
}

/** When a claim counts, as `isPublic` has it; null where it never does. */
function findWindow(claim: Claim, { window }: PublicDay): Window | null {
  if (!claim.retracted) return window;
  const to = latestDay(claim.retracted.date);
  return to === null || to <= window.from ? null : { from: window.from, to };
}

/** Windows of a relation's claims as times in which at least one counts. */
function joinWindows(windows: readonly Window[]): Window[] {
  const joined: Window[] = [];
  for (const window of windows.toSorted((a, b) => byNumber(a.from, b.from))) {
    const last = joined.at(-1);
    if (!last || (last.to !== null && window.from > last.to)) joined.push(window);
    else if (last.to !== null && (window.to === null || window.to > last.to))
      joined[joined.length - 1] = { from: last.from, to: window.to };
  }
  return joined;
}

function draftOf(drafts: Drafts, day: number): Draft {
  const old = drafts.get(day);
  if (old) return old;
  const draft: Draft = { published: [], retracted: [], relations: [], disputing: 0, change: 0 };
  drafts.set(day, draft);
  return draft;
}

function addClaim(drafts: Drafts, { id, stance }: Claim, { from, to }: Window): void {
  if (from !== EVER) {
    const draft = draftOf(drafts, from);
    draft.published.push(id);
    if (stance === 'denies' || stance === 'limits') draft.disputing += 1;
  }
  if (to !== null) draftOf(drafts, to).retracted.push(id);
}

/** Relations come one after the other, so that one that is there already is the last. */
function noteRelation({ relations }: Draft, id: RelationId): void {
  if (relations.at(-1) !== id) relations.push(id);
}

/** Notes on which days a relation changes; gives 1 if it is known before all of them. */
function addRelation(drafts: Drafts, id: RelationId, windows: readonly Window[]): number {
  let before = 0;
  for (const { from, to } of windows) {
    if (from !== EVER) noteRelation(draftOf(drafts, from), id);
    if (to !== null) noteRelation(draftOf(drafts, to), id);
  }
  for (const { from, to } of windows.length > 1 ? joinWindows(windows) : windows) {
    if (from === EVER) before = 1;
    else draftOf(drafts, from).change += 1;
    if (to !== null) draftOf(drafts, to).change -= 1;
  }
  return before;
}

function buildSteps(drafts: Drafts, knownBefore: number): ClockStep[] {
  let known = knownBefore;
  return [...drafts]
    .toSorted(([a], [b]) => byNumber(a, b))
    .map(([day, { change, ...draft }]) => {
      known += change;
      return { day, ...draft, known };
    });
}

function buildBars(steps: readonly ClockStep[]): Histogram | null {
  const dated = steps.filter(({ day }) => Number.isFinite(day));
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return null;
  const stretches = dated.map(({ day, published, disputing }) => ({
    from: day,
    to: day,
    count: published.length,
    marked: disputing,
  }));
  // From a day before, so that the clock can be put to when nothing was public.
  return buildHistogram(stretches, first.day - 1, last.day);
}

/** Every day on which the public clock changes something. O(claims + steps log steps). */
export function buildPublicTime(dataset: Dataset): PublicTime {
  const dayOf = rememberPublicDays(dataset);
  const drafts: Drafts = new Map();
  const undated: ClaimId[] = [];
  let borrowed = 0;
  for (const { claim } of dataset.claims.values()) {
    const day = dayOf(claim);
    const window = findWindow(claim, day);
    if (!window) continue;
    if (window.from === EVER) undated.push(claim.id);
    else if (!day.isOwn) borrowed += 1;
    addClaim(drafts, claim, window);
  }
  let knownBefore = 0;
  for (const relation of dataset.relations.values()) {
    const windows: Window[] = [];
    const claims = claimsOf(dataset, relation);
    for (const claim of claims) {
      const window = findWindow(claim, dayOf(claim));
      if (window) windows.push(window);
    }
    knownBefore += claims.length === 0 ? 1 : addRelation(drafts, relation.id, windows);
  }
  const steps = buildSteps(drafts, knownBefore);
  return {
    steps,
    days: steps.map(({ day }) => day),
    knownBefore,
    undated,
    borrowed,
    histogram: buildBars(steps),
  };
}
