import type { Dataset, PlacedClaim } from '../../model/dataset.ts';
import type { Locator, Source } from '../../model/records.ts';

/** A paragraph of a source with what was found in it. `paragraph` null: claims without a paragraph. */
export interface ReadParagraph {
  readonly paragraph: number | null;
  /** Its text or digest; null where the dataset holds none. */
  readonly text: string | null;
  /** By sentence; a claim with several places stands at its first. */
  readonly claims: readonly PlacedClaim[];
}

/** One pass over all claims for each dataset, when its first source is opened. */
const bySource = new WeakMap<Dataset, ReadonlyMap<string, readonly PlacedClaim[]>>();

function groupBySource(dataset: Dataset): Map<string, PlacedClaim[]> {
  const groups = new Map<string, PlacedClaim[]>();
  for (const placed of dataset.claims.values()) {
    const group = groups.get(placed.claim.source);
    if (group) group.push(placed);
    else groups.set(placed.claim.source, [placed]);
  }
  return groups;
}

/** All claims of a source, in file order. */
export function findSourceClaims(dataset: Dataset, source: Source): readonly PlacedClaim[] {
  const known = bySource.get(dataset) ?? groupBySource(dataset);
  bySource.set(dataset, known);
  return known.get(source.id) ?? NONE;
}

const NONE: readonly PlacedClaim[] = [];
const LAST = Number.MAX_SAFE_INTEGER;

function comparePlaces(a: Locator, b: Locator): number {
  return (
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.paragraph ?? LAST) - (b.paragraph ?? LAST) ||
    (a.sentence ?? 0) - (b.sentence ?? 0) ||
    (a.timestamp ?? '').localeCompare(b.timestamp ?? '')
  );
}

const firstPlace = ({ claim }: PlacedClaim): Locator => claim.locators.toSorted(comparePlaces)[0] ?? {};

/** A source as it is read: its paragraphs in order, each with its claims, at the end what has no paragraph. */
export function buildReading(dataset: Dataset, source: Source): ReadParagraph[] {
  const ordered = findSourceClaims(dataset, source)
    .map((placed) => ({ placed, place: firstPlace(placed) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place));
  const claims = new Map<number | null, PlacedClaim[]>();
  for (const { placed, place } of ordered) {
    const paragraph = place.paragraph ?? null;
    const group = claims.get(paragraph);
    if (group) group.push(placed);
    else claims.set(paragraph, [placed]);
  }
  const texts = new Map((source.passages?.items ?? []).map(({ paragraph, text }) => [paragraph, text]));
  const numbers = [...new Set([...texts.keys(), ...claims.keys()])].filter((number) => number !== null);
  const read = numbers
    .toSorted((a, b) => a - b)
    .map((paragraph) => ({ paragraph, text: texts.get(paragraph) ?? null, claims: claims.get(paragraph) ?? [] }));
  const loose = claims.get(null);
  return loose ? [...read, { paragraph: null, text: null, claims: loose }] : read;
}

/** The claims among these that are about one of the given records, or are themselves given. */
export function findMarked(
  dataset: Dataset,
  placed: readonly PlacedClaim[],
  ids: readonly string[],
): ReadonlySet<string> {
  const wanted = new Set(ids.flatMap((id) => [id, ...(dataset.ties.get(id as never)?.relations ?? [])]));
  if (wanted.size === 0) return new Set();
  const isAbout = ({ claim, relation, entity }: PlacedClaim): boolean => {
    if (wanted.has(claim.id) || (relation && wanted.has(relation)) || (entity && wanted.has(entity))) return true;
    const ends = relation && dataset.relations.get(relation);
    return Boolean(ends && (wanted.has(ends.from) || wanted.has(ends.to)));
  };
  return new Set(placed.filter(isAbout).map(({ claim }) => claim.id));
}
