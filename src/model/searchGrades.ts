import { scanColumn } from './searchColumn.ts';
import type { NameShelf, RelationShelf } from './searchShelf.ts';
import { countsInside, isLikeInitials, type Query } from './searchText.ts';
import { scanTypos, type Typo } from './searchTypo.ts';

/** How well something answers a query, best first. From WORDS on, the worst level of any word is added. */
export const GRADE = { exact: 0, joined: 1, prefix: 2, joinedPrefix: 3, word: 4, infix: 5, words: 6 } as const;

/** How well a single word is met: at the start of a word, inside one or as initials, or with one slip as TYPO_LEVEL says. */
export const LEVEL = { start: 0, inside: 1, none: 5 } as const;
export const TYPO_LEVEL: Readonly<Record<Typo, number>> = { entry: 2, word: 3, beginning: 4 };

const NONE = 255;
const MAX_WORDS = 16;

/** The best grade by number, and the numbers that have one, in order of discovery. */
export interface Grades {
  readonly grades: Uint8Array;
  readonly found: number[];
}

interface WordLevels {
  readonly records: Uint8Array;
  readonly wordings: Uint8Array;
}

function createGrades(count: number): Grades {
  return { grades: new Uint8Array(count).fill(NONE), found: [] };
}

function improve({ grades, found }: Grades, number: number, grade: number): void {
  const before = grades[number] as number;
  if (grade >= before) return;
  if (before === NONE) found.push(number);
  grades[number] = grade;
}

function lower(levels: Uint8Array, number: number, level: number): void {
  if (level < (levels[number] as number)) levels[number] = level;
}

function gradeStarts(shelf: NameShelf, query: Query, into: Grades): void {
  const { names, joined, initials } = shelf;
  scanColumn(names, `\n ${query.phrase}`, (owner, at) => {
    const isWhole = names.text[at + query.phrase.length + 2] === '\n';
    improve(into, owner, isWhole ? GRADE.exact : GRADE.prefix);
  });
  if (countsInside(query.joined)) {
    scanColumn(joined, `\n ${query.joined}`, (owner, at) => {
      const isWhole = joined.text[at + query.joined.length + 2] === '\n';
      improve(into, owner, isWhole ? GRADE.joined : GRADE.joinedPrefix);
    });
  }
  if (query.initials) scanColumn(initials, `\n ${query.initials}\n`, (owner) => improve(into, owner, GRADE.joined));
}

function gradeInside(shelf: NameShelf, query: Query, into: Grades, limit: number): void {
  scanColumn(shelf.names, ` ${query.phrase}`, (owner) => improve(into, owner, GRADE.word));
  if (into.found.length >= limit || !countsInside(query.phrase)) return;
  scanColumn(shelf.names, query.phrase, (owner) => improve(into, owner, GRADE.infix));
}

function gradeWordings(shelf: RelationShelf, query: Query, into: Grades): void {
  const holds = new Uint8Array(shelf.wordingCount);
  const needle = countsInside(query.phrase) ? query.phrase : ` ${query.phrase}`;
  scanColumn(shelf.wordings, needle, (owner) => {
    holds[owner] = 1;
  });
  for (let number = 0; number < shelf.relations.length; number += 1) {
    if (holds[shelf.type[number] as number] || holds[shelf.sentence[number] as number]) {
      improve(into, number, GRADE.infix);
    }
  }
}

function findLevels(names: NameShelf, relations: RelationShelf, word: string): WordLevels {
  const records = new Uint8Array(names.records.length).fill(NONE);
  const wordings = new Uint8Array(relations.wordingCount).fill(NONE);
  for (const [column, levels] of [[names.names, records] as const, [relations.wordings, wordings] as const]) {
    scanColumn(column, ` ${word}`, (owner) => lower(levels, owner, LEVEL.start));
    if (countsInside(word)) scanColumn(column, word, (owner) => lower(levels, owner, LEVEL.inside));
  }
  if (isLikeInitials(word)) {
    scanColumn(names.initials, `\n ${word}\n`, (owner) => lower(records, owner, LEVEL.inside));
    scanColumn(relations.initials, word, (owner) => lower(wordings, owner, LEVEL.inside));
  }
  return { records, wordings };
}

function addTypos(names: NameShelf, relations: RelationShelf, word: string, levels: WordLevels): void {
  for (const [column, into] of [
    [names.names, levels.records] as const,
    [relations.wordings, levels.wordings] as const,
  ]) {
    scanTypos(column, word, (owner, typo) => lower(into, owner, TYPO_LEVEL[typo]));
  }
}

function gradeRecordWords(levels: readonly WordLevels[], into: Grades): void {
  for (let number = 0; number < into.grades.length; number += 1) {
    let worst = 0;
    for (const { records } of levels) worst = Math.max(worst, records[number] as number);
    if (worst !== NONE) improve(into, number, GRADE.words + worst);
  }
}

function gradeRelationWords(shelf: RelationShelf, levels: readonly WordLevels[], into: Grades): void {
  for (let number = 0; number < shelf.relations.length; number += 1) {
    let worst = 0;
    for (const { records, wordings } of levels) {
      const best = Math.min(
        records[shelf.from[number] as number] ?? NONE,
        records[shelf.to[number] as number] ?? NONE,
        wordings[shelf.type[number] as number] ?? NONE,
        wordings[shelf.sentence[number] as number] ?? NONE,
      );
      worst = Math.max(worst, best);
    }
    // That an end's whole name is one slip away makes the end a better answer, not its relations.
    if (worst === TYPO_LEVEL.entry) worst = TYPO_LEVEL.word;
    if (worst !== NONE) improve(into, number, GRADE.words + worst);
  }
}

/**
 * Grades what answers the query, going on to weaker kinds of answer only until `limit` have been found; relations are
 * asked for only when names do not suffice. Linear in the text of all names and wordings for each kind.
 */
export function gradeAnswers(
  names: NameShelf,
  findRelations: () => RelationShelf,
  query: Query,
  limit: number,
): { readonly records: Grades; readonly relations: Grades } {
  const records = createGrades(names.records.length);
  gradeStarts(names, query, records);
  if (records.found.length < limit) gradeInside(names, query, records, limit);
  if (records.found.length >= limit) return { records, relations: createGrades(0) };
  const shelf = findRelations();
  const relations = createGrades(shelf.relations.length);
  const isEnough = (): boolean => records.found.length + relations.found.length >= limit;
  gradeWordings(shelf, query, relations);
  if (isEnough() || query.words.length > MAX_WORDS) return { records, relations };
  const levels = query.words.map((word) => findLevels(names, shelf, word));
  gradeRecordWords(levels, records);
  gradeRelationWords(shelf, levels, relations);
  if (isEnough()) return { records, relations };
  for (const [index, word] of query.words.entries()) addTypos(names, shelf, word, levels[index] as WordLevels);
  gradeRecordWords(levels, records);
  gradeRelationWords(shelf, levels, relations);
  return { records, relations };
}
