import fc from 'fast-check';
import { buildDataset } from './buildDataset.ts';
import type { ViewOfChoice } from './chooseSieve.ts';
import type { Dataset } from './dataset.ts';
import { parseDate } from './dates.ts';
import {
  type Claim,
  type EntityId,
  GROUPS,
  KINDS,
  type Kind,
  MODALITIES,
  type Relation,
  type RelationType,
  STANCES,
} from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { claimsOf, isKnown, isPublic, STANDING_WORDS, standingOf } from './standing.ts';
import { FILTER_NAMES, type Filters, type HiddenBy, isActive, NO_FILTERS } from './view.ts';
import { isThrough } from './voices.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** First and last day on which a relation may have held, as told by it or else by assertions in view; null: undated. */
function dateOf(relation: Relation, claims: readonly Claim[]): readonly [number, number] | null {
  const own = relation.valid ? parseDate(relation.valid) : null;
  const asserted = claims
    .filter(({ stance }) => stance === 'asserts')
    .map(({ valid }) => (valid ? parseDate(valid) : null));
  const spans = (own ? [own] : asserted).filter((span) => span !== null);
  if (spans.length === 0) return null;
  return [
    Math.min(...spans.map(({ earliest }) => earliest ?? Number.NEGATIVE_INFINITY)),
    Math.max(...spans.map(({ latest }) => latest ?? Number.POSITIVE_INFINITY)),
  ];
}

function claimPasses(dataset: Dataset, claim: Claim, filters: Filters, name: string): boolean {
  if (name === 'modalities') return filters.modalities?.includes(claim.modality) ?? true;
  if (name === 'stances') return filters.stances?.includes(claim.stance) ?? true;
  if (name === 'sources') return filters.sources?.includes(claim.source) ?? true;
  if (name === 'publishers')
    return filters.publishers?.includes(dataset.sources.get(claim.source)?.publisher ?? '') ?? true;
  return filters.speakers?.some((key) => isThrough(claim, key)) ?? true;
}

const CLAIM_FILTERS = ['modalities', 'stances', 'sources', 'publishers', 'speakers'] as const;

function rowPasses(dataset: Dataset, relation: Relation, { filters, asOf }: ViewOfChoice, name: string): boolean {
  const claims = claimsOf(dataset, relation).filter((claim) => isPublic(dataset, claim, asOf));
  const standing = standingOf(dataset, relation.id, asOf);
  const type = dataset.types.get(relation.type) as RelationType;
  const nameOf = (id: EntityId): string => dataset.entities.get(id)?.name ?? '';
  const ends = [relation.from, relation.to];
  const denied = standing.deniedBy.length > 0;
  switch (name) {
    case 'kinds':
      return ends.every((id) => filters.kinds?.includes(dataset.entities.get(id)?.kind as Kind));
    case 'groups':
      return filters.groups?.includes(type.group) === true;
    case 'types':
      return filters.types?.includes(relation.type) === true;
    case 'standings':
      return filters.standings?.includes(standing.word) === true;
    case 'minOrigins':
      return standing.origins.length >= filters.minOrigins;
    case 'dispute':
      return filters.dispute === 'denied' ? denied : standing.disputed === (filters.dispute === 'disputed');
    case 'dated':
      return (dateOf(relation, claims) !== null) === (filters.dated === 'dated');
    case 'text': {
      const wording = [type.forward.full, type.forward.short, type.reverse.full, type.reverse.short];
      const said = claims.flatMap(({ text, attribution }) => [
        text,
        ...attribution.map(({ entity, label }) => (entity ? nameOf(entity) : (label ?? ''))),
      ]);
      const hay = plain([...ends.map(nameOf), ...wording, relation.label ?? '', ...said].join('\n'));
      return filters.text
        .trim()
        .split(/\s+/)
        .every((word) => hay.includes(plain(word)));
    }
    default:
      return claims.some((claim) => claimPasses(dataset, claim, filters, name));
  }
}

/** What hides a relation, told straight from the contract and without an index. */
export function blameSlowly(dataset: Dataset, view: ViewOfChoice, relation: Relation): HiddenBy | null {
  const { filters, asOf, held } = view;
  if (!isKnown(dataset, relation, asOf)) return 'clock';
  const claims = claimsOf(dataset, relation).filter((claim) => isPublic(dataset, claim, asOf));
  const [from, to] = [held?.from ?? Number.NEGATIVE_INFINITY, held?.to ?? Number.POSITIVE_INFINITY];
  const date = dateOf(relation, claims);
  if (held && date && Math.max(from, date[0]) > Math.min(to, date[1])) return 'held';
  const active = FILTER_NAMES.filter((name) => isActive(filters, name));
  const failing = active.find((name) => !rowPasses(dataset, relation, view, name));
  if (failing) return failing;
  const asked = CLAIM_FILTERS.some((name) => active.includes(name));
  const one = claims.some((claim) => CLAIM_FILTERS.every((name) => claimPasses(dataset, claim, filters, name)));
  return asked && !one ? 'claims' : null;
}

/** A day number. */
export const day = (text: string): number => parseDate(text)?.earliest as number;

// '__proto__' and its like are names of data as any other.
const IDS = ['__proto__', 'constructor', 'ev', 'ev2', 'Čapek', 'toString'];
const DATES = ['2020', '2021-06', '2021-06-15~', '2022-03-01/..', '../2021-02', '2019/2023-05', '2022-02-30', '2024?'];
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const someStep = fc.oneof(
  fc.constantFrom(...IDS).map((id) => named(id)),
  fc.constantFrom(
    { label: 'WSJ', kind: 'named' },
    { label: ' wsj', kind: 'named' },
    { label: 'Aides', kind: 'unnamed' },
  ),
  fc.constant({ kind: 'unstated' }),
);
const someClaim = fc.record({
  stance: fc.constantFrom(...STANCES, 'asserts' as const, 'asserts' as const),
  modality: fc.constantFrom(...MODALITIES),
  source: fc.constantFrom('s1', 's2', '__proto__'),
  attribution: fc.array(someStep, { maxLength: 3 }),
  statement: optional(fc.constantFrom('u1', 'valueOf')),
  public: optional(fc.constantFrom(...DATES)),
  valid: optional(fc.constantFrom(...DATES)),
  retracted: fc.option(fc.record({ date: fc.constantFrom('2021-06-15', '2023', 'never', '2022/..') }), {
    nil: undefined,
    freq: 6,
  }),
  text: fc.constantFrom('He said so.', 'A crème brûlée', 'ΟΔΟΣ', ''),
});
const someRelation = fc.record({
  type: fc.constantFrom('knows', 'meets', 'asked'),
  from: fc.constantFrom(...IDS),
  to: fc.constantFrom(...IDS),
  valid: optional(fc.constantFrom(...DATES)),
  label: optional(fc.constantFrom('Paid', 'naïve')),
  claims: fc.array(someClaim, { maxLength: 4 }),
});

const source = (id: string, publisher: string | null, published: string | null) => ({
  id,
  label: `The ${id}`,
  kind: 'article',
  title: null,
  publisher,
  authors: [],
  published,
  url: null,
});

/** Small datasets with everything that filters and clocks look at, retracted claims and role relations included. */
export const someDataset: fc.Arbitrary<Dataset> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: IDS.length, maxLength: IDS.length }),
    relations: fc.array(someRelation, { maxLength: 8 }),
    events: fc.array(fc.array(someClaim, { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ kinds, relations, events }) => {
    let count = 0;
    const claims = (some: readonly object[]): Claim[] => some.map((more) => sampleClaim(`c${(count += 1)}`, more));
    return buildDataset(
      sampleFile(
        IDS.map((id, i) =>
          id.startsWith('ev')
            ? sampleEntity(id, { kind: 'Event', claims: claims(events[i - 2] ?? []) })
            : sampleEntity(id, { kind: kinds[i] }),
        ),
        relations.map(({ from, to, claims: own, ...more }, i) =>
          sampleRelation(i === 0 ? '__proto__' : `r${i}`, from, to, claims(own), more),
        ),
        { sources: [source('s1', null, '2021-06-15'), source('s2', 'WSJ', null), source('__proto__', '', '2023-01')] },
      ),
    );
  });

const list = <T>(...values: readonly T[]) => fc.option(fc.subarray([...values]), { freq: 2 });
const VOICES = ['id __proto__', 'as wsj', 'un aides', 'unstated', 'own s1', 'unnamed', 'source s2', 'own __proto__'];
const DAYS = DATES.flatMap((text) => {
  const span = parseDate(text);
  return [span?.earliest, span?.latest].filter((bound) => typeof bound === 'number');
}).flatMap((bound) => [bound - 1, bound, bound + 1]);
/** Null or a day at which something may change, or beside it. */
export const someDay = fc.option(fc.constantFrom(...DAYS), { freq: 2 });

const lists = {
  kinds: list(...KINDS, 'Alien'),
  groups: list(...GROUPS),
  types: list('knows', 'meets', 'asked', '__proto__'),
  standings: list(...STANDING_WORDS),
  modalities: list(...MODALITIES),
  stances: list(...STANCES),
  sources: list('s1', 's2', '__proto__', 'gone'),
  publishers: list('', 'WSJ'),
  speakers: list(...VOICES),
};
const rest = {
  minOrigins: fc.constantFrom(0, 0, 1, 2),
  dispute: fc.constantFrom(null, null, 'denied', 'disputed', 'undisputed'),
  dated: fc.constantFrom(null, null, 'dated', 'undated'),
  text: fc.constantFrom('', '  ', 'KNOWS', 'brulee', 'capek said', 'οδος', 'wsj proto', 'nothing-like-it'),
};

/** Views with any filters, mostly few at once so that something passes, and any clocks. */
export const someView: fc.Arbitrary<ViewOfChoice> = fc.record({
  filters: fc
    .tuple(fc.record({ ...lists, ...rest }), fc.subarray([...FILTER_NAMES], { maxLength: 4 }))
    .map(([all, used]) => ({ ...NO_FILTERS, ...Object.fromEntries(used.map((name) => [name, all[name]])) })),
  asOf: someDay,
  held: fc.option(fc.record({ from: someDay, to: someDay })),
});
