import type { Dataset } from './dataset.ts';
import type { EntityId, Kind, Relation, RelationId, SourceId } from './records.ts';
import { type Grades, gradeAnswers } from './searchGrades.ts';
import { chooseName, findRanges, type Range } from './searchMatch.ts';
import { buildNameShelf, buildRelationShelf, listNames, type NameShelf, type RelationShelf } from './searchShelf.ts';
import { parseQuery, type Query } from './searchText.ts';

const KEEP_MAX = 200;

interface Match {
  /** What the list shows: the name, the source's label, the relation's sentence. */
  readonly label: string;
  /** The name, alias, title or sentence that answered, as written in the data. */
  readonly matched: string;
  /** The parts of `matched` to mark, in UTF-16 units, in order and apart; may be empty. */
  readonly ranges: readonly Range[];
}

/** One answer to a query. */
export type Hit =
  | (Match & { readonly type: 'entity'; readonly id: EntityId; readonly kind: Kind })
  | (Match & { readonly type: 'source'; readonly id: SourceId })
  | (Match & { readonly type: 'relation'; readonly id: RelationId });

/** Everything of one dataset that can be searched. Built when first asked for, kept as long as the index is. */
export interface SearchIndex {
  readonly names: () => NameShelf;
  readonly relations: () => RelationShelf;
  readonly sayRelation: (relation: Relation) => string;
}

interface Candidate {
  readonly grade: number;
  /** Entities 0, sources 1, relations 2. */
  readonly order: number;
  readonly weight: number;
  readonly label: string;
  readonly number: number;
}

function once<Value extends object>(build: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= build();
    return value;
  };
}

/**
 * Prepares a search over entities (all names and aliases), sources and relations (as `sayRelation` words them). The
 * work is done by the first search, 0.2 s at 100,000 names; call `names()` and `relations()` before, when idle.
 */
export function buildSearchIndex(dataset: Dataset, sayRelation: (relation: Relation) => string): SearchIndex {
  return {
    names: once(() => buildNameShelf(dataset)),
    relations: once(() => buildRelationShelf(dataset, sayRelation)),
    sayRelation,
  };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.grade !== b.grade) return a.grade - b.grade;
  if (a.order !== b.order) return a.order - b.order;
  if (a.weight !== b.weight) return b.weight - a.weight;
  if (a.label !== b.label) return a.label < b.label ? -1 : 1;
  return a.number - b.number;
}

function recordCandidate(shelf: NameShelf, number: number, grade: number): Candidate {
  const record = shelf.records[number];
  const label = record && 'name' in record ? record.name : (record?.label ?? '');
  const order = number < shelf.firstSource ? 0 : 1;
  return { grade, order, weight: shelf.weights[number] ?? 0, label, number };
}

function relationCandidate(shelf: RelationShelf, number: number, grade: number): Candidate {
  return { grade, order: 2, weight: shelf.relations[number]?.claims.length ?? 0, label: '', number };
}

function keepBest(best: Candidate[], limit: number, candidate: Candidate): void {
  const last = best.at(-1);
  if (best.length >= limit && last && compareCandidates(candidate, last) >= 0) return;
  let place = best.length;
  while (place > 0 && compareCandidates(candidate, best[place - 1] as Candidate) < 0) place -= 1;
  best.splice(place, 0, candidate);
  if (best.length > limit) best.pop();
}

function selectBest(index: SearchIndex, records: Grades, relations: Grades, limit: number): readonly Candidate[] {
  const candidates = [
    ...records.found.map((number) => recordCandidate(index.names(), number, records.grades[number] as number)),
    ...relations.found.map((number) =>
      relationCandidate(index.relations(), number, relations.grades[number] as number),
    ),
  ];
  // Inserting beats sorting as long as few are kept.
  if (limit > KEEP_MAX) return candidates.sort(compareCandidates).slice(0, limit);
  const best: Candidate[] = [];
  for (const candidate of candidates) keepBest(best, limit, candidate);
  return best;
}

function showHit(index: SearchIndex, candidate: Candidate, query: Query): Hit | undefined {
  if (candidate.order === 2) {
    const relation = index.relations().relations[candidate.number];
    if (!relation) return undefined;
    const sentence = index.sayRelation(relation);
    return {
      type: 'relation',
      id: relation.id,
      label: sentence,
      matched: sentence,
      ranges: findRanges(sentence, query),
    };
  }
  const record = index.names().records[candidate.number];
  if (!record) return undefined;
  const matched = chooseName(listNames(record), query);
  const match = { label: candidate.label, matched, ranges: findRanges(matched, query) };
  if ('name' in record) return { type: 'entity', id: record.id, kind: record.kind, ...match };
  return { type: 'source', id: record.id, ...match };
}

/**
 * The best `limit` answers: an exact name first (also an alias, initials, or spaced otherwise), then by the beginning of
 * a name, of a word, anything inside, all words in any order, and one slip a word. Among equals entities, sources,
 * relations; then the better connected; then by name. Never throws; linear in the text of all names, 2 to 25 ms at 100,000.
 */
export function search(index: SearchIndex, query: string, limit: number): readonly Hit[] {
  const parsed = parseQuery(query);
  if (parsed.words.length === 0 || !(limit >= 1)) return [];
  const count = Math.floor(limit);
  const { records, relations } = gradeAnswers(index.names(), index.relations, parsed, count);
  return selectBest(index, records, relations, count)
    .map((candidate) => showHit(index, candidate, parsed))
    .filter((hit) => hit !== undefined);
}
