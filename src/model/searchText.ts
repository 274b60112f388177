import { fold } from './fold.ts';

const SMALL_WORDS = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'at',
  'to',
  'de',
  'la',
  'le',
  'du',
  'des',
  'der',
  'und',
]);
const INITIALS_LENGTH = 3;

/** The words of a folded text: runs of letters and digits; of a text without any (an emoji), what stands between spaces. */
export function splitWords(folded: string): readonly string[] {
  const pattern = /^[\x20-\x7e]*$/.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu;
  return folded.match(pattern) ?? folded.match(/\S+/g) ?? [];
}

/** The words run together without a leading article, so that "space x" is SpaceX and "The Pentagon" is Pentagon. */
export function joinWords(words: readonly string[]): string {
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join('');
}

/** The initials by which a name of three words or more may be known: of all words, without "the", without small ones. */
export function findInitials(words: readonly string[]): readonly string[] {
  if (words.length < INITIALS_LENGTH) return [];
  const all = initialsOf(words);
  const long = initialsOf(words.filter((word) => !isSmallWord(word)));
  const found = new Set([all, long, words[0] === 'the' ? all.slice(1) : all]);
  return [...found].filter((initials) => initials.length >= INITIALS_LENGTH);
}

/** Whether a word is left out of initials by many. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word);
}

/** The first letters of the words, run together. */
export function initialsOf(words: readonly string[]): string {
  return words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join('');
}

/** What is asked, made ready to compare. */
export interface Query {
  readonly raw: string;
  /** Folded words with single spaces between. */
  readonly phrase: string;
  /** Each different word once. */
  readonly words: readonly string[];
  readonly joined: string;
  /** The query if it may be somebody's initials, else an empty string. */
  readonly initials: string;
}

/** Never throws; a text without anything to look for has no words. */
export function parseQuery(text: string): Query {
  const words = splitWords(fold(text));
  const only = words.length === 1 ? (words[0] as string) : '';
  return {
    raw: text.toLowerCase().trim(),
    phrase: words.join(' '),
    words: [...new Set(words)],
    joined: joinWords(words),
    initials: isLikeInitials(only) ? only : '',
  };
}

/** Whether a word is long enough to be taken for initials. */
export function isLikeInitials(word: string): boolean {
  return word.length >= INITIALS_LENGTH && word.length <= 12;
}

/** A single Latin letter is in almost every text: it counts at the start of a word alone. A Han character does not. */
export function countsInside(text: string): boolean {
  return text.length > 1 || !/^[a-z0-9]$/.test(text);
}
