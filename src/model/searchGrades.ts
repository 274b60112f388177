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
const MAX_WORDS = 12;

/** The best grade by number, and the numbers that have one, in order of discovery. */
export interface Grades {
  readonly grades: Uint8Array;
  readonly found: number[];
}

/** What answers a query: entities and sources by record number, relations by their own. */
export interface Answers {
  readonly records: Grades;
  readonly relations: Grades;
}

interface WordLevels {
  readonly word: string;
  readonly records: Uint8Array;
  readonly wordings: Uint8Array;
  isMet: boolean;
  hasTypos: boolean;
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
  const { names } = shelf;
  const { phrase } = query;
  // A short phrase is inside too many names to look at all of them when word starts suffice.
  if (phrase.length < 3) {
    scanColumn(names, ` ${phrase}`, (owner) => improve(into, owner, GRADE.word));
    if (into.found.length >= limit || !countsInside(phrase)) return;
  }
  scanColumn(names, phrase, (owner, at) => {
    improve(into, owner, names.text[at - 1] === ' ' ? GRADE.word : GRADE.infix);
  });
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

function lower(levels: WordLevels, of: 'records' | 'wordings', number: number, level: number): void {
  if (level < (levels[of][number] as number)) levels[of][number] = level;
  levels.isMet = true;
}

function findLevels(names: NameShelf, relations: RelationShelf, word: string): WordLevels {
  const records = new Uint8Array(names.records.length).fill(NONE);
  const wordings = new Uint8Array(relations.wordingCount).fill(NONE);
  const levels: WordLevels = { word, records, wordings, isMet: false, hasTypos: false };
  const needle = countsInside(word) ? word : ` ${word}`;
  const before = word.length - needle.length;
  for (const [column, of] of [[names.names, 'records'] as const, [relations.wordings, 'wordings'] as const]) {
    scanColumn(column, needle, (owner, at) => {
      lower(levels, of, owner, column.text[at - before - 1] === ' ' ? LEVEL.start : LEVEL.inside);
    });
  }
  if (isLikeInitials(word)) {
    scanColumn(names.initials, `\n ${word}\n`, (owner) => lower(levels, 'records', owner, LEVEL.inside));
    scanColumn(relations.initials, word, (owner) => lower(levels, 'wordings', owner, LEVEL.inside));
  }
  return levels;
}

function addTypos(names: NameShelf, relations: RelationShelf, levels: WordLevels): void {
  if (levels.hasTypos) return;
  levels.hasTypos = true;
  scanTypos(names.names, levels.word, (owner, typo) => lower(levels, 'records', owner, TYPO_LEVEL[typo]));
  scanTypos(relations.wordings, levels.word, (owner, typo) => lower(levels, 'wordings', owner, TYPO_LEVEL[typo]));
}

/** Levels of each word, or none as soon as one word is met nowhere: longest words first, as they are met least. */
function findAllLevels(
  names: NameShelf,
  relations: RelationShelf,
  words: readonly string[],
  withTypos: boolean,
): readonly WordLevels[] {
  const all: WordLevels[] = [];
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const levels = findLevels(names, relations, word);
    if (!levels.isMet && withTypos) addTypos(names, relations, levels);
    if (!levels.isMet) return [];
    all.push(levels);
  }
  return all;
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
      if (worst === NONE) break;
    }
    // Parts of words and slips make an entity a better answer than all of its relations.
    if (worst > LEVEL.start) worst = Math.max(worst, TYPO_LEVEL.word);
    if (worst !== NONE) improve(into, number, GRADE.words + worst);
  }
}

function gradeWords(names: NameShelf, relations: RelationShelf, query: Query, into: Answers, limit: number): void {
  // Whoever wrote a whole name made no slip.
  const isNamed = into.records.found.some((number) => (into.records.grades[number] as number) <= GRADE.joined);
  if (query.words.length > 1 && !isNamed) {
    scanTypos(names.names, query.phrase, (owner, typo) => improve(into.records, owner, GRADE.words + TYPO_LEVEL[typo]));
  }
  const levels = findAllLevels(names, relations, query.words, !isNamed);
  if (levels.length === 0) return;
  gradeRecordWords(levels, into.records);
  gradeRelationWords(relations, levels, into.relations);
  if (isNamed || into.records.found.length >= limit) return;
  for (const each of levels) addTypos(names, relations, each);
  gradeRecordWords(levels, into.records);
  gradeRelationWords(relations, levels, into.relations);
}

function isEnough({ records, relations }: Answers, limit: number): boolean {
  return records.found.length + relations.found.length >= limit;
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
): Answers {
  const records = createGrades(names.records.length);
  gradeStarts(names, query, records);
  if (records.found.length < limit) gradeInside(names, query, records, limit);
  if (records.found.length >= limit) return { records, relations: createGrades(0) };
  const shelf = findRelations();
  const answers = { records, relations: createGrades(shelf.relations.length) };
  gradeWordings(shelf, query, answers.relations);
  if (isEnough(answers, limit) || query.words.length > MAX_WORDS) return answers;
  gradeWords(names, shelf, query, answers, limit);
  return answers;
}
