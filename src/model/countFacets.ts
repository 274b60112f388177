import { fitsClaims, getSieve, type Sieve, type ViewOfChoice } from './chooseSieve.ts';
import { UNKNOWN } from './chooseStanding.ts';
import { getVoices } from './chooseVoices.ts';
import type { Dataset } from './dataset.ts';
import { createTally, readTally, type Tally } from './facetTally.ts';
import type { SourceId, TypeId } from './records.ts';
import { GROUPS, type Group, KINDS, type Kind, MODALITIES, type Modality, STANCES, type Stance } from './records.ts';
import { claimAt, type RelationIndex } from './relationIndex.ts';
import { STANDING_WORDS, type StandingWord } from './standing.ts';
import type { FilterName, Filters } from './view.ts';
import type { VoiceKey } from './voices.ts';

/**
 * For each value of each facet: how many relations would pass if the facet asked for just this value, under all other
 * filters and the clocks. Values that the dataset has are present even with 0.
 */
export interface FacetCounts {
  /** Relations that touch an entity of the kind. */
  readonly kinds: ReadonlyMap<Kind, number>;
  readonly groups: ReadonlyMap<Group, number>;
  readonly types: ReadonlyMap<TypeId, number>;
  /** Words that some relation has under the public clock. */
  readonly standings: ReadonlyMap<StandingWord, number>;
  readonly modalities: ReadonlyMap<Modality, number>;
  readonly stances: ReadonlyMap<Stance, number>;
  readonly sources: ReadonlyMap<SourceId, number>;
  readonly publishers: ReadonlyMap<string, number>;
  readonly speakers: ReadonlyMap<VoiceKey, number>;
  /** From 0 to the most that a relation has under the public clock. */
  readonly minOrigins: ReadonlyMap<number, number>;
  readonly dispute: ReadonlyMap<NonNullable<Filters['dispute']>, number>;
  readonly dated: ReadonlyMap<NonNullable<Filters['dated']>, number>;
  /** How many pass all filters and clocks, and how many there are. */
  readonly totals: { readonly passing: number; readonly all: number };
}

type RowFacet = 'kinds' | 'groups' | 'types' | 'standings' | 'minOrigins' | 'dispute' | 'dated';
type ClaimFacet = 'modalities' | 'stances' | 'sources' | 'publishers' | 'speakers';

/** One facet: adds the values of a row, or of a claim of that row, to its tally. */
interface Counter {
  readonly tally: Tally;
  readonly add: (row: number, claim: number) => void;
}

const most = (numbers: Int32Array): number => numbers.reduce((a, b) => Math.max(a, b), 0);

/** A counter of the values that a column numbers, by row or by claim. */
function countColumn(length: number, column: ArrayLike<number>, by: 'row' | 'claim'): Counter {
  const tally = createTally(length);
  return { tally, add: (row, claim) => tally.add(row, column[by === 'row' ? row : claim] as number) };
}

function createRowCounters({ index, judged }: Sieve): Readonly<Record<RowFacet, Counter>> {
  const { a, b, entities, dataset } = index;
  const kinds = createTally(KINDS.length);
  const kindOf = entities.map(({ kind }) => KINDS.indexOf(kind));
  const dated = createTally(2);
  return {
    kinds: {
      tally: kinds,
      add: (row) => {
        kinds.add(row, kindOf[a[row] as number] ?? -1);
        kinds.add(row, kindOf[b[row] as number] ?? -1);
      },
    },
    groups: countColumn(GROUPS.length, index.group, 'row'),
    types: countColumn(dataset.types.size, index.type, 'row'),
    standings: countColumn(STANDING_WORDS.length, judged.word, 'row'),
    minOrigins: countColumn(most(judged.origins) + 1, judged.origins, 'row'),
    dispute: countColumn(3, judged.dispute, 'row'),
    dated: { tally: dated, add: (row) => dated.add(row, Number.isNaN(judged.start[row]) ? 1 : 0) },
  };
}

/** Publishers as written, and which of them a claim's source has. */
function numberPublishers({ dataset, claims }: RelationIndex) {
  const written = [...dataset.sources.values()].map(({ publisher }) => publisher ?? '');
  const publishers = [...new Set(written)];
  const numbers = new Map(publishers.map((publisher, i) => [publisher, i]));
  const bySource = written.map((publisher) => numbers.get(publisher) ?? -1);
  return { publishers, column: claims.source.map((source) => bySource[source] ?? -1) };
}

function createClaimCounters(index: RelationIndex, publishers: ReturnType<typeof numberPublishers>) {
  const { modality, stance, source } = index.claims;
  const { keys, voices, start } = getVoices(index);
  const speakers = createTally(keys.length);
  return {
    modalities: countColumn(MODALITIES.length, modality, 'claim'),
    stances: countColumn(STANCES.length, stance, 'claim'),
    sources: countColumn(index.dataset.sources.size, source, 'claim'),
    publishers: countColumn(publishers.publishers.length, publishers.column, 'claim'),
    speakers: {
      tally: speakers,
      add: (row, claim) => {
        const end = start[claim + 1] as number;
        for (let at = start[claim] as number; at < end; at += 1) speakers.add(row, voices[at] as number);
      },
    },
  } satisfies Record<ClaimFacet, Counter>;
}

/** The one filter on relations that hides a row; null where none does, undefined where several do. */
function findOnlyFailure({ tests }: Sieve, row: number): FilterName | null | undefined {
  let failure: FilterName | null = null;
  for (const { name, bit, passes } of tests) {
    if (bit !== 0 || passes(row)) continue;
    if (failure !== null) return undefined;
    failure = name;
  }
  return failure;
}

type ClaimCounters = readonly (readonly [bit: number, counter: Counter])[];

/** Adds the claims in view of a row to each facet on claims of which the other facets' filters let them through. */
function addClaims({ index, fits, whole }: Sieve, row: number, counters: ClaimCounters): void {
  const own = index.ownCount[row] as number;
  for (let place = -(index.eventCount[row] as number); place < own; place += 1) {
    const claim = claimAt(index, row, place);
    if (fits[claim] === 0) continue;
    const missing = whole - (fits[claim] as number);
    for (const [bit, { add }] of counters) if (missing === 0 || missing === bit) add(row, claim);
  }
}

function countRows(sieve: Sieve, rows: Readonly<Record<RowFacet, Counter>>, claims: ClaimCounters): number {
  const { index, judged, passesHeld } = sieve;
  const all = Object.values(rows);
  const byName = new Map<FilterName, Counter>(Object.entries(rows) as [RowFacet, Counter][]);
  let passing = 0;
  for (let row = 0; row < index.relations.length; row += 1) {
    if (judged.word[row] === UNKNOWN || !passesHeld(row)) continue;
    const failure = findOnlyFailure(sieve, row);
    if (failure === undefined) continue;
    const fits = fitsClaims(sieve, row);
    if (failure !== null) {
      if (fits) byName.get(failure)?.add(row, -1);
      continue;
    }
    if (fits) {
      passing += 1;
      for (const { add } of all) add(row, -1);
    }
    addClaims(sieve, row, claims);
  }
  return passing;
}

/** Counts of exactly n become counts of n or more. */
function sumFromTop({ counts }: Tally): Map<number, number> {
  let sum = 0;
  const sums = [...counts.entries()].toReversed().map(([least, count]) => {
    sum += count;
    return [least, sum] as const;
  });
  return new Map(sums.toReversed());
}

function readRowCounts({ index, judged }: Sieve, rows: Readonly<Record<RowFacet, Counter>>) {
  const [undisputed = 0, limited = 0, denied = 0] = rows.dispute.tally.counts;
  const { dataset } = index;
  const words = new Set([...new Set(judged.word)].map((word) => STANDING_WORDS[word] as StandingWord));
  const groups = new Set([...dataset.types.values()].map(({ group }) => group));
  return {
    kinds: readTally(rows.kinds.tally, KINDS, new Set(index.entities.map(({ kind }) => kind))),
    groups: readTally(rows.groups.tally, GROUPS, groups),
    types: readTally(rows.types.tally, dataset.types.keys()),
    standings: readTally(rows.standings.tally, STANDING_WORDS, words),
    minOrigins: sumFromTop(rows.minOrigins.tally),
    dispute: new Map([
      ['denied', denied],
      ['disputed', denied + limited],
      ['undisputed', undisputed],
    ] as const),
    dated: readTally(rows.dated.tally, ['dated', 'undated'] as const),
  };
}

/** Counts for every facet. Linear in relations and claims. */
export function countFacets(dataset: Dataset, view: ViewOfChoice): FacetCounts {
  const sieve = getSieve(dataset, view);
  const { index, tests } = sieve;
  const publishers = numberPublishers(index);
  const rows = createRowCounters(sieve);
  const claims = createClaimCounters(index, publishers);
  const bits = new Map(tests.map(({ name, bit }) => [name, bit]));
  const counters: ClaimCounters = Object.entries(claims).map(([name, counter]) => [
    bits.get(name as FilterName) ?? 0,
    counter,
  ]);
  const passing = countRows(sieve, rows, counters);
  const { modality, stance } = index.claims;
  return {
    ...readRowCounts(sieve, rows),
    modalities: readTally(
      claims.modalities.tally,
      MODALITIES,
      new Set([...new Set(modality)].map((at) => MODALITIES[at] as Modality)),
    ),
    stances: readTally(claims.stances.tally, STANCES, new Set([...new Set(stance)].map((at) => STANCES[at] as Stance))),
    sources: readTally(claims.sources.tally, dataset.sources.keys()),
    publishers: readTally(claims.publishers.tally, publishers.publishers),
    speakers: readTally(claims.speakers.tally, getVoices(index).keys),
    totals: { passing, all: index.relations.length },
  };
}
