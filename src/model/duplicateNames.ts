import { fold } from './fold.ts';
import type { Kind } from './records.ts';

/** A name taken apart for comparison; everything folded. */
export interface NameForm {
  /** As it is written. */
  readonly text: string;
  /** Its words in the order written, joined by spaces. */
  readonly raw: string;
  /** The words that tell who it is, given names first: without titles, legal forms and generation. */
  readonly core: readonly string[];
  /** Core words joined by spaces, in order and sorted. */
  readonly inOrder: string;
  readonly sorted: string;
  /** "jr", "sr", "2", "3" …; empty where none is given. */
  readonly generation: string;
  /** "llc", "corp" …; spellings and translations of one form are one. Empty where none is given. */
  readonly legal: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** In front of a person's name. */
const TITLES = set(
  'mr mrs ms miss mx dr prof professor sir dame hon president senator sen rep representative congressman congresswoman governor gov minister judge justice general gen colonel col captain capt monsieur madame herr frau',
);
/** Legal forms of companies, as words of a folded name. */
const LEGAL_FORMS = set(
  'ltd limited llc inc incorporated corp corporation co company plc gmbh ag kg kgaa mbh se sa sarl sas srl spa bv nv oy oyj ab asa aps lp llp pte pty pvt sl slu ooo oao zao pao ao tov pjsc ojsc jsc cjsc kft zrt sro doo ad eood ood',
);
/** Other words for a legal form, those of Russia and Ukraine by what they are called in English. */
const SAME_FORMS: ReadonlyMap<string, string> = new Map([
  ['limited', 'ltd'],
  ['incorporated', 'inc'],
  ['corporation', 'corp'],
  ['company', 'co'],
  ['ooo', 'llc'],
  ['tov', 'llc'],
  ['oao', 'ojsc'],
  ['zao', 'cjsc'],
  ['pao', 'pjsc'],
  ['ao', 'jsc'],
]);
const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'jr'],
  ['jnr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['snr', 'sr'],
  ['senior', 'sr'],
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
]);
/** Names of nobody: two of them are not the same for that. */
const NOBODY = set('unknown none na null anonymous unnamed other others various tbd undisclosed redacted withheld');
const NOBODY_PHRASES = new Set(['n a', 'not stated', 'not known', 'not available', 'no name', 'name withheld']);

/** Longer names are no names; they are compared by their beginning. */
const MAX_LENGTH = 160;

const isPersonal = (kind: Kind): boolean => kind === 'Person' || kind === 'Other';
const isLegal = (kind: Kind): boolean => kind !== 'Person' && kind !== 'Place' && kind !== 'Event';

/** "l.l.c." is one word, "st.petersburg" two. */
function splitDots(word: string): string[] {
  if (!word.includes('.')) return [word];
  const parts = word.split('.').filter(Boolean);
  return parts.length > 1 && parts.every((part) => part.length === 1) ? [parts.join('')] : parts;
}

/** Single letters that follow each other are one word: "J. D. Vance" is "J.D. Vance". */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const isLetter = /^\p{L}$/u.test(word);
    if (isLetter && isOpen) joined[joined.length - 1] += word;
    else joined.push(word);
    isOpen = isLetter;
  }
  return joined;
}

function wordsOf(folded: string): string[] {
  const words = folded.replaceAll('&', ' and ').split(/[^\p{L}\p{N}.]+/u);
  return joinLetters(words.flatMap(splitDots).filter(Boolean));
}

/** "Trump, Donald J." with the given names first; what follows a comma may also be a generation or a legal form. */
function turnAtComma(folded: string): readonly string[] {
  const [family = '', given = '', ...rest] = folded
    .split(',')
    .map(wordsOf)
    .filter(({ length }) => length > 0)
    .map((words) => words.join(' '));
  const isSuffix = GENERATIONS.has(given) || LEGAL_FORMS.has(given);
  if (given === '' || isSuffix) return wordsOf(folded);
  return wordsOf([given, family, ...rest].join(' '));
}

interface Stripped {
  readonly core: readonly string[];
  readonly generation: string;
  readonly legal: string;
}

function strip(words: readonly string[], kind: Kind): Stripped {
  const core = [...words];
  let generation = '';
  const legal: string[] = [];
  const last = (): string => core.at(-1) ?? '';
  if (isPersonal(kind) && core.length > 2 && GENERATIONS.has(last()))
    generation = GENERATIONS.get(core.pop() ?? '') ?? '';
  // At least two names stay: "Mr Smith" is not any Smith.
  while (isPersonal(kind) && core.length > 2 && TITLES.has(core[0] ?? '')) core.shift();
  if (isLegal(kind)) {
    if (core.length > 1 && core[0] === 'the') core.shift();
    while (core.length > 1 && LEGAL_FORMS.has(last())) {
      legal.unshift(core.pop() ?? '');
      if (core.length > 1 && last() === 'and') core.pop();
    }
    if (core.length > 1 && LEGAL_FORMS.has(core[0] ?? '')) legal.unshift(core.shift() ?? '');
  }
  return { core, generation, legal: legal.map((form) => SAME_FORMS.get(form) ?? form).join(' ') };
}

/** A name taken apart; undefined for what names nobody: no letters, "unknown", "n/a". */
export function readName(text: string, kind: Kind): NameForm | undefined {
  const folded = fold(text.slice(0, MAX_LENGTH));
  const raw = wordsOf(folded).join(' ');
  if (raw === '' || NOBODY.has(raw) || NOBODY_PHRASES.has(raw)) return undefined;
  const turned = isPersonal(kind) && folded.includes(',') ? turnAtComma(folded) : raw.split(' ');
  const { core, generation, legal } = strip(turned, kind);
  return { text, raw, core, inOrder: core.join(' '), sorted: [...core].sort().join(' '), generation, legal };
}

const isInitials = (word: string): boolean => word.length <= 2;

/** "donald j trump" and "donald john trump" agree, "donald trump" with either only where it is an initial. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return [...a, ...b].every(isInitials);
  const letters = (words: readonly string[]): string =>
    words.map((word) => (isInitials(word) ? word : word[0])).join('');
  return (a.every(isInitials) || b.every(isInitials)) && letters(a) === letters(b);
}

/** Whether two names of people differ in middle initials only. */
export function differInInitials(a: NameForm, b: NameForm): boolean {
  if (a.core.length < 2 || b.core.length < 2 || a.inOrder === b.inOrder) return false;
  if (a.core[0] !== b.core[0] || a.core.at(-1) !== b.core.at(-1)) return false;
  return middlesAgree(a.core.slice(1, -1), b.core.slice(1, -1));
}

/** Whether one letter is added, missing, changed, or two neighbours are swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return long.slice(at + 1) === short.slice(at);
  }
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Words with a slip are so long, and so is the whole name; shorter ones are too like one another. */
const SLIP = { word: 5, name: 9 } as const;

/** Petrov and Petrova, Martin and Martina, Donald and Ronald are two people: of their names ends and beginnings count. */
function areTwoNames(a: string, b: string): boolean {
  if (a[0] !== b[0]) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length > short.length) return long.startsWith(short) && /[aeo]$/.test(long);
  return a.slice(0, -1) === b.slice(0, -1) && /[aeo]$/.test(a) && /[aeo]$/.test(b);
}

/** Whether two names differ by one letter, in a word in which that may well be a slip; or by a space. */
export function differInOneLetter(a: NameForm, b: NameForm, kind: Kind): boolean {
  if (a.inOrder === b.inOrder) return false;
  const [solidA, solidB] = [a.core.join(''), b.core.join('')];
  if (solidA === solidB) return solidA.length >= SLIP.word && !/\d/.test(solidA);
  if (a.core.length !== b.core.length || Math.min(a.inOrder.length, b.inOrder.length) < SLIP.name) return false;
  const at = a.core.findIndex((word, i) => word !== b.core[i]);
  const [wordA = '', wordB = ''] = [a.core[at], b.core[at]];
  if (!a.core.every((word, i) => i === at || word === b.core[i])) return false;
  if (Math.min(wordA.length, wordB.length) < SLIP.word || /\d/.test(wordA + wordB)) return false;
  return isOneSlip(wordA, wordB) && !(isPersonal(kind) && areTwoNames(wordA, wordB));
}

/** Names with one letter left out, as numbers that two names one letter apart have in common. Linear in the name. */
export function hashSlips({ inOrder }: NameForm): number[] {
  if (inOrder.length < SLIP.word || inOrder.length > 100) return [];
  const count = inOrder.length;
  const PRIME = 31;
  const before = new Int32Array(count + 1);
  for (let i = 0; i < count; i += 1) before[i + 1] = (Math.imul(before[i] ?? 0, PRIME) + inOrder.charCodeAt(i)) | 0;
  let power = 1;
  let behind = 0;
  const hashes = [before[count] ?? 0];
  for (let i = count - 1; i >= 0; i -= 1) {
    hashes.push((Math.imul(before[i] ?? 0, power) + behind) | 0);
    behind = (behind + Math.imul(inOrder.charCodeAt(i), power)) | 0;
    power = Math.imul(power, PRIME);
  }
  return hashes;
}
