import { type Judged, judgeRelations, UNKNOWN } from './chooseStanding.ts';
import { createTextTest } from './chooseText.ts';
import { getVoices } from './chooseVoices.ts';
import type { Dataset } from './dataset.ts';
import { GROUPS, MODALITIES, STANCES } from './records.ts';
import { claimAt, indexRelations, type RelationIndex } from './relationIndex.ts';
import { STANDING_WORDS } from './standing.ts';
import { FILTER_NAMES, type FilterName, type Filters, type Held, type HiddenBy, isActive, type View } from './view.ts';

/** What of a view decides which relations pass. */
export type ViewOfChoice = Pick<View, 'filters' | 'asOf' | 'held'>;

/** One filter in force. */
interface Test {
  readonly name: FilterName;
  /** Of a claim filter, its bit in `Sieve.fits`; else 0. */
  readonly bit: number;
  readonly passes: (row: number) => unknown;
}

/** Filters and clocks made ready to ask of many rows. */
export interface Sieve {
  readonly index: RelationIndex;
  readonly judged: Judged;
  readonly passesHeld: (row: number) => boolean;
  /** In the order in which they are blamed. */
  readonly tests: readonly Test[];
  /** By claim: 1 if it is in view, with the bits of the claim filters that it satisfies. */
  readonly fits: Uint8Array;
  /** The bits of all claim filters in force, and 1. */
  readonly whole: number;
}

/** Whether a row has a claim in view that satisfies all filters of the bits at once. */
function hasClaim({ index, fits }: Pick<Sieve, 'index' | 'fits'>, row: number, bits: number): boolean {
  const own = index.ownCount[row] as number;
  for (let place = -(index.eventCount[row] as number); place < own; place += 1) {
    if (((fits[claimAt(index, row, place)] as number) & bits) === bits) return true;
  }
  return false;
}

type Ask = (number: number) => unknown;

/** Asks whether the value that a column numbers is in a list. */
function askList<Value>(column: ArrayLike<number>, all: Iterable<Value>, listed: readonly Value[] | null): Ask {
  const set = new Set(listed);
  const marks = Uint8Array.from(all, (value) => (set.has(value) ? 1 : 0));
  return (number) => marks[column[number] as number];
}

function askSpeakers(index: RelationIndex, listed: Filters['speakers']): Ask {
  const { keys, voices, start } = getVoices(index);
  const isListed = askList(voices, keys, listed);
  return (claim) => {
    for (let at = start[claim] as number; at < (start[claim + 1] as number); at += 1) if (isListed(at)) return true;
    return false;
  };
}

/** Filters that ask something of a claim; all others ask it of a relation. */
const CLAIM_FILTERS: readonly FilterName[] = ['modalities', 'stances', 'sources', 'publishers', 'speakers'];

/** What a filter asks of a claim or a row. */
function createAsk(index: RelationIndex, judged: Judged, filters: Filters, name: FilterName): Ask {
  const { a, b, claims, dataset, entities } = index;
  switch (name) {
    case 'modalities':
      return askList(claims.modality, MODALITIES, filters.modalities);
    case 'stances':
      return askList(claims.stance, STANCES, filters.stances);
    case 'sources':
      return askList(claims.source, dataset.sources.keys(), filters.sources);
    case 'publishers': {
      const publishers = [...dataset.sources.values()].map(({ publisher }) => publisher ?? '');
      return askList(claims.source, publishers, filters.publishers);
    }
    case 'speakers':
      return askSpeakers(index, filters.speakers);
    case 'kinds': {
      const set = new Set(filters.kinds);
      const marks = entities.map(({ kind }) => set.has(kind));
      return (row) => marks[a[row] as number] && marks[b[row] as number];
    }
    case 'groups':
      return askList(index.group, GROUPS, filters.groups);
    case 'types':
      return askList(index.type, dataset.types.keys(), filters.types);
    case 'standings':
      return askList(judged.word, STANDING_WORDS, filters.standings);
    case 'dispute': {
      const least = filters.dispute === 'denied' ? 2 : 1;
      return (row) => (judged.dispute[row] as number) >= least === (filters.dispute !== 'undisputed');
    }
    case 'dated':
      return (row) => Number.isNaN(judged.start[row]) === (filters.dated === 'undated');
    case 'minOrigins':
      return (row) => (judged.origins[row] as number) >= filters.minOrigins;
    case 'text':
      return createTextTest(index, judged.seen, filters.text);
  }
}

/** Undated rows pass. A span that ends before it starts holds no day. */
function createHeldTest({ start, end }: Judged, held: Held | null): (row: number) => boolean {
  const from = held?.from ?? Number.NEGATIVE_INFINITY;
  const to = held?.to ?? Number.POSITIVE_INFINITY;
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return () => true;
  return (row) =>
    Number.isNaN(start[row]) || (from <= to && (start[row] as number) <= to && (end[row] as number) >= from);
}

function buildSieve(dataset: Dataset, { filters, asOf, held }: ViewOfChoice): Sieve {
  const index = indexRelations(dataset);
  const judged = judgeRelations(index, asOf);
  const fits = judged.seen.slice();
  const claimed = { index, fits };
  let whole = 1;
  const tests = FILTER_NAMES.filter((name) => isActive(filters, name)).map((name): Test => {
    const ask = createAsk(index, judged, filters, name);
    if (!CLAIM_FILTERS.includes(name)) return { name, bit: 0, passes: ask };
    const bit = whole + 1;
    whole += bit;
    for (let at = 0; at < fits.length; at += 1) if (fits[at] !== 0 && ask(at)) fits[at] = (fits[at] as number) + bit;
    return { name, bit, passes: (row) => hasClaim(claimed, row, bit) };
  });
  return { ...claimed, judged, passesHeld: createHeldTest(judged, held), tests, whole };
}

/** Whether one claim in view satisfies all claim filters in force. */
export function fitsClaims(sieve: Sieve, row: number): boolean {
  return sieve.whole === 1 || hasClaim(sieve, row, sieve.whole);
}

/** What hides a row; null where nothing does. */
export function findBlame(sieve: Sieve, row: number): HiddenBy | null {
  if (sieve.judged.word[row] === UNKNOWN) return 'clock';
  if (!sieve.passesHeld(row)) return 'held';
  for (const { name, passes } of sieve.tests) if (!passes(row)) return name;
  return fitsClaims(sieve, row) ? null : 'claims';
}

const kept = new WeakMap<Dataset, { readonly view: ViewOfChoice; readonly sieve: Sieve }>();

/** The sieve of a view; the last one of a dataset is kept while filters and clocks are the same by reference. */
export function getSieve(dataset: Dataset, { filters, asOf, held }: ViewOfChoice): Sieve {
  const last = kept.get(dataset);
  if (last && last.view.filters === filters && last.view.asOf === asOf && last.view.held === held) return last.sieve;
  const view = { filters, asOf, held };
  const sieve = buildSieve(dataset, view);
  kept.set(dataset, { view, sieve });
  return sieve;
}
