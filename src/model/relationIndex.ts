import type { Dataset } from './dataset.ts';
import { type DateSpan, parseDate } from './dates.ts';
import {
  type Claim,
  type Entity,
  type EntityId,
  GROUPS,
  MODALITIES,
  type Relation,
  type Source,
  type SourceId,
  STANCES,
} from './records.ts';
import { eventOf } from './standing.ts';

/** The numbers of words that no claim says: silence or denial alone, and no claim at all. */
const UNSUPPORTED = 6;
export const UNSOURCED = 7;

const EVENT_ROLE = GROUPS.indexOf('event-role');

/** One entry a claim, in no particular order but that of one record's claims. */
export interface ClaimColumns {
  readonly claims: readonly Claim[];
  /** The days from which and until which it is public; -Infinity is ever, NaN is never retracted. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly modality: Uint8Array;
  readonly stance: Uint8Array;
  /** What it alone would make of its relation: the number of a word. */
  readonly word: Uint8Array;
  readonly source: Int32Array;
  /** Its origin (DESIGN 2.3) if it is an assertion; -1 where that is unknown or a party. */
  readonly origin: Int32Array;
  /** Its utterance; -1 where it is its own. */
  readonly statement: Int32Array;
  /** Its valid time, ±Infinity where open; NaN where it has none. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The columns of a dataset by which relations are chosen: one row a relation, in file order. */
export interface RelationIndex {
  readonly dataset: Dataset;
  readonly relations: readonly Relation[];
  readonly entities: readonly Entity[];
  /** By row: the numbers of its ends, and places among the types of the dataset and in GROUPS; -1 where unknown. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly type: Int32Array;
  readonly group: Int32Array;
  /** Own valid time, as that of claims. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly claims: ClaimColumns;
  /** Where a row's own claims start and how many they are; those of its Event end at `eventEnd`. */
  readonly ownStart: Int32Array;
  readonly ownCount: Int32Array;
  readonly eventEnd: Int32Array;
  readonly eventCount: Int32Array;
}

/**
 * The claim of a row at a place from `-eventCount` to `ownCount`: its Event's claims, then its own, in the order of
 * `claimsOf`. They are not copied, so that an Event of many claims and many roles takes no more room than both.
 */
export function claimAt(index: RelationIndex, row: number, place: number): number {
  return ((place < 0 ? index.eventEnd[row] : index.ownStart[row]) as number) + place;
}

function numbered<Key>(keys: Iterable<Key>): Map<Key, number> {
  const numbers = new Map<Key, number>();
  for (const key of keys) numbers.set(key, numbers.size);
  return numbers;
}

/** The number of a key, a new one at its first sight. */
export function numberOf<Key>(known: Map<Key, number>, key: Key): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, known.size);
  return known.size - 1;
}

/** `parseDate`, once a text: records share few dates, and reading one is slow. */
function rememberDates(): (text: string | null | undefined) => DateSpan | null {
  const known = new Map<string, DateSpan | null>();
  return (text) => {
    if (!text) return null;
    let span = known.get(text);
    if (span === undefined) {
      span = parseDate(text);
      known.set(text, span);
    }
    return span;
  };
}

type ReadDate = ReturnType<typeof rememberDates>;

function writeSpan(to: Pick<ClaimColumns, 'start' | 'end'>, at: number, span: DateSpan | null): void {
  to.start[at] = span ? (span.earliest ?? Number.NEGATIVE_INFINITY) : Number.NaN;
  to.end[at] = span ? (span.latest ?? Number.POSITIVE_INFINITY) : Number.NaN;
}

function createColumns(claims: readonly Claim[]): ClaimColumns {
  const { length } = claims;
  return {
    claims,
    from: new Float64Array(length),
    until: new Float64Array(length),
    modality: new Uint8Array(length),
    stance: new Uint8Array(length),
    word: new Uint8Array(length),
    source: new Int32Array(length),
    origin: new Int32Array(length).fill(-1),
    statement: new Int32Array(length).fill(-1),
    start: new Float64Array(length),
    end: new Float64Array(length),
  };
}

type IsParty = (claim: number, id: EntityId) => boolean;

/** Numbers origins as `standingOf` tells them apart: entities evenly, labels oddly. */
function createOrigins(sources: readonly Source[], isParty: IsParty) {
  const entities = new Map<EntityId, number>();
  const labels = new Map<string, number>();
  const ofLabel = (label: string): number => numberOf(labels, label.trim().toLowerCase()) * 2 + 1;
  const ofSource = sources.map(({ publisher, label }) => ofLabel(publisher ?? label));
  return (at: number, { attribution, source }: Claim, sourceAt: number): number => {
    const [first] = attribution;
    if (first?.kind === 'unstated') return -1;
    const step = first?.kind === 'unnamed' ? attribution.find(({ kind }) => kind === 'named') : first;
    if (!step) return ofSource[sourceAt] ?? ofLabel(source);
    if (!step.entity) return ofLabel(step.label ?? '');
    return isParty(at, step.entity) ? -1 : numberOf(entities, step.entity) * 2;
  };
}

/** The last day of a date; undefined where there is none. */
function lastDay(span: DateSpan | null): number | undefined {
  return span ? (span.latest ?? Number.POSITIVE_INFINITY) : undefined;
}

function buildClaims(dataset: Dataset, claims: readonly Claim[], readDate: ReadDate, isParty: IsParty): ClaimColumns {
  const columns = createColumns(claims);
  const sources = [...dataset.sources.values()];
  const published = sources.map((source) => lastDay(readDate(source.published)));
  const sourceAt = numbered<SourceId>(dataset.sources.keys());
  const originOf = createOrigins(sources, isParty);
  const statements = new Map<string, number>();
  for (let at = 0; at < claims.length; at += 1) {
    const claim = claims[at] as Claim;
    const source = sourceAt.get(claim.source) ?? -1;
    const modality = MODALITIES.indexOf(claim.modality);
    const own = lastDay(readDate(claim.public));
    const first = published[source];
    columns.source[at] = source;
    columns.modality[at] = modality;
    columns.stance[at] = STANCES.indexOf(claim.stance);
    // As `publicDayOf` and `isPublic` have it.
    columns.from[at] = Math.min(own ?? first ?? Number.NEGATIVE_INFINITY, first ?? own ?? Number.NEGATIVE_INFINITY);
    columns.until[at] = claim.retracted
      ? (lastDay(readDate(claim.retracted.date)) ?? Number.NEGATIVE_INFINITY)
      : Number.NaN;
    writeSpan(columns, at, readDate(claim.valid));
    const isAssertion = claim.stance === 'asserts';
    columns.word[at] = isAssertion ? modality : claim.stance === 'questions' ? UNSUPPORTED - 1 : UNSUPPORTED;
    if (isAssertion) columns.origin[at] = originOf(at, claim, source);
    if (claim.statement) columns.statement[at] = numberOf(statements, claim.statement);
  }
  return columns;
}

/** All claims in one list, with the row they are about; those of an entity with the entity's number, from -1 down. */
interface Gathered {
  readonly claims: Claim[];
  readonly about: number[];
}

/** Adds a record's claims; gives the place behind the last. */
function gather({ claims, about }: Gathered, own: readonly Claim[] | undefined, record: number): number {
  for (const claim of own ?? []) {
    claims.push(claim);
    about.push(record);
  }
  return claims.length;
}

function createRows(count: number) {
  return {
    a: new Int32Array(count),
    b: new Int32Array(count),
    type: new Int32Array(count),
    group: new Int32Array(count),
    start: new Float64Array(count),
    end: new Float64Array(count),
    ownStart: new Int32Array(count),
    ownCount: new Int32Array(count),
    eventEnd: new Int32Array(count),
    eventCount: new Int32Array(count),
  };
}

/** Who has a role in each Event, itself included. */
type Parties = Map<EntityId, Set<EntityId>>;

function addParties(parties: Parties, event: EntityId, { from, to }: Relation): void {
  const known = parties.get(event);
  if (known) known.add(from).add(to);
  else parties.set(event, new Set([event, from, to]));
}

function buildIndex(dataset: Dataset): RelationIndex {
  const relations = [...dataset.relations.values()];
  const entities = [...dataset.entities.values()];
  const entityAt = numbered(dataset.entities.keys());
  const typeAt = numbered(dataset.types.keys());
  const groups = [...dataset.types.values()].map(({ group }) => GROUPS.indexOf(group));
  const readDate = rememberDates();
  const gathered: Gathered = { claims: [], about: [] };
  const ends = entities.map(({ claims: own }, at) => gather(gathered, own, -1 - at));
  const rows = createRows(relations.length);
  const parties: Parties = new Map();
  const events = new Map<number, EntityId>();
  for (let row = 0; row < relations.length; row += 1) {
    const relation = relations[row] as Relation;
    const type = typeAt.get(relation.type) ?? -1;
    rows.a[row] = entityAt.get(relation.from) ?? -1;
    rows.b[row] = entityAt.get(relation.to) ?? -1;
    rows.type[row] = type;
    rows.group[row] = groups[type] ?? -1;
    writeSpan(rows, row, readDate(relation.valid));
    rows.ownCount[row] = relation.claims.length;
    rows.ownStart[row] = gather(gathered, relation.claims, row) - relation.claims.length;
    const event = groups[type] === EVENT_ROLE ? eventOf(dataset, relation) : null;
    if (event === null) continue;
    events.set(row, event);
    addParties(parties, event, relation);
    rows.eventCount[row] = dataset.entities.get(event)?.claims?.length ?? 0;
    rows.eventEnd[row] = ends[entityAt.get(event) ?? -1] ?? 0;
  }
  const isParty: IsParty = (claim, id) => {
    const row = gathered.about[claim] as number;
    const event = row < 0 ? entities[-1 - row]?.id : events.get(row);
    return event ? parties.get(event)?.has(id) === true : id === relations[row]?.from || id === relations[row]?.to;
  };
  const claims = buildClaims(dataset, gathered.claims, readDate, isParty);
  return { dataset, relations, entities, ...rows, claims };
}

const indices = new WeakMap<Dataset, RelationIndex>();

/** The index of a dataset, built when first asked for. Linear. */
export function indexRelations(dataset: Dataset): RelationIndex {
  let index = indices.get(dataset);
  if (!index) {
    index = buildIndex(dataset);
    indices.set(dataset, index);
  }
  return index;
}
