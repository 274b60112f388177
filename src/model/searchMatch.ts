import { fold, foldPieces } from './fold.ts';
import { buildColumn } from './searchColumn.ts';
import { GRADE, LEVEL, TYPO_LEVEL } from './searchGrades.ts';
import {
  countsInside,
  findInitials,
  initialsOf,
  isLikeInitials,
  isSmallWord,
  joinWords,
  type Query,
  splitWords,
} from './searchText.ts';
import { findTypo, TYPO_LENGTH } from './searchTypo.ts';

/** From and up to, in UTF-16 units. */
export type Range = readonly [number, number];

interface SpelledWord {
  readonly text: string;
  /** Where the word begins in the letters of the whole text. */
  readonly at: number;
}

interface Spelled {
  /** All words run together, and where each letter stands in the text as written. */
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly SpelledWord[];
}

function spellOut(text: string): Spelled {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  foldPieces(text, (piece, start, end) => {
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(start);
      to.push(end);
    }
  });
  const starts: number[] = [];
  const ends: number[] = [];
  const words: SpelledWord[] = [];
  let letters = '';
  let reached = 0;
  for (const word of splitWords(folded)) {
    const place = folded.indexOf(word, reached);
    reached = place + word.length;
    words.push({ text: word, at: letters.length });
    letters += word;
    starts.push(...from.slice(place, reached));
    ends.push(...to.slice(place, reached));
  }
  return { letters, starts, ends, words };
}

function rangeOf(spelled: Spelled, at: number, length: number): Range {
  return [spelled.starts[at] ?? 0, spelled.ends[at + length - 1] ?? 0];
}

function findInitialRanges(spelled: Spelled, word: string): readonly Range[] {
  for (const leaveOut of [false, true]) {
    const taken = spelled.words.filter(({ text }) => !leaveOut || !isSmallWord(text));
    const at = initialsOf(taken.map(({ text }) => text)).indexOf(word);
    if (at >= 0) return taken.slice(at, at + word.length).map((each) => rangeOf(spelled, each.at, 1));
  }
  return [];
}

function findWordRanges(spelled: Spelled, word: string): readonly Range[] {
  const begins = spelled.words.find(({ text }) => text.startsWith(word));
  if (begins) return [rangeOf(spelled, begins.at, word.length)];
  const inside = countsInside(word) ? spelled.words.find(({ text }) => text.includes(word)) : undefined;
  if (inside) return [rangeOf(spelled, inside.at + inside.text.indexOf(word), word.length)];
  const initials = isLikeInitials(word) ? findInitialRanges(spelled, word) : [];
  if (initials.length > 0 || word.length < TYPO_LENGTH) return initials;
  const meant =
    spelled.words.find(({ text }) => findTypo(text, 0, word) === 'word') ??
    spelled.words.find(({ text }) => findTypo(text, 0, word));
  return meant ? [rangeOf(spelled, meant.at, meant.text.length)] : [];
}

function mergeRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The parts of `text` that answer the query, in order and apart; none where it was found by something else. */
export function findRanges(text: string, query: Query): readonly Range[] {
  if (query.words.length === 0) return [];
  const spelled = spellOut(text);
  const together = query.phrase.replaceAll(' ', '');
  for (const sought of [together, query.joined]) {
    const begins = spelled.words.find(({ at }) => spelled.letters.startsWith(sought, at));
    if (begins) return [rangeOf(spelled, begins.at, sought.length)];
  }
  const at = query.words.length > 1 ? spelled.letters.indexOf(together) : -1;
  if (at >= 0) return [rangeOf(spelled, at, together.length)];
  return mergeRanges(query.words.flatMap((word) => findWordRanges(spelled, word)));
}

function levelWord(words: readonly string[], word: string): number {
  if (words.some((each) => each.startsWith(word))) return LEVEL.start;
  if (countsInside(word) && words.some((each) => each.includes(word))) return LEVEL.inside;
  if (findInitials(words).includes(word)) return LEVEL.inside;
  if (word.length < TYPO_LENGTH) return LEVEL.none;
  const { text } = buildColumn([words.join(' ')], [0]);
  const levels = [...text.matchAll(/ /g)].map(({ index }) => {
    const typo = findTypo(text, index + 1, word);
    return typo ? TYPO_LEVEL[typo] : LEVEL.none;
  });
  return Math.min(LEVEL.none, ...levels);
}

/** How well one name answers, on the scale of GRADE; what lacks a word comes after all that lack none. */
export function gradeName(name: string, query: Query): number {
  const words = splitWords(fold(name));
  const phrase = words.join(' ');
  const joined = joinWords(words);
  if (phrase === query.phrase) return GRADE.exact;
  if (joined === query.joined || (query.initials && findInitials(words).includes(query.initials))) return GRADE.joined;
  if (phrase.startsWith(query.phrase)) return GRADE.prefix;
  if (countsInside(query.joined) && joined.startsWith(query.joined)) return GRADE.joinedPrefix;
  if (` ${phrase}`.includes(` ${query.phrase}`)) return GRADE.word;
  if (countsInside(query.phrase) && phrase.includes(query.phrase)) return GRADE.infix;
  const levels = query.words.map((word) => levelWord(words, word));
  const worst = Math.max(...levels);
  if (worst < LEVEL.none) return GRADE.words + worst;
  return 2 * GRADE.words + levels.filter((level) => level === LEVEL.none).length;
}

/** Of the names of one record, the one that answers best; of equals one in the script of the query, then the first. */
export function chooseName(names: readonly string[], query: Query): string {
  const asked = query.raw.split(/\s+/);
  let best = names[0] ?? '';
  let bestScore = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const written = name.toLowerCase();
    const isSameScript = asked.every((word) => written.includes(word));
    const score = 2 * gradeName(name, query) + (isSameScript ? 0 : 1);
    if (score < bestScore) {
      best = name;
      bestScore = score;
    }
  }
  return best;
}
