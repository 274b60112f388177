import { FOLD_TABLE } from './generated/foldTable.ts';

const TABLE_END = 0x3000;
const APOSTROPHES = /^['`´‘’‛ʹʻʼʽ′＇׳՚]$/;

/** By code unit below TABLE_END; filled from the table, then by what has been met: bounded, and the same for ever. */
let spellings: (string | undefined)[] | undefined;
const markKnown = new Uint8Array(TABLE_END);

function loadSpellings(): (string | undefined)[] {
  const table = new Array<string | undefined>(TABLE_END);
  for (const run of FOLD_TABLE.split('|')) {
    const [start = '', ...entries] = run.split(' ');
    const first = Number.parseInt(start, 36);
    for (const [offset, spelling] of entries.entries()) table[first + offset] = spelling;
  }
  for (let code = 0x20; code < 0x7f; code += 1) table[code] = String.fromCharCode(code).toLowerCase();
  table[0x27] = '';
  table[0x60] = '';
  return table;
}

function isMark(code: number): boolean {
  if (code < 0x300) return false;
  if (code >= TABLE_END) return /^\p{M}$/u.test(String.fromCodePoint(code));
  if (markKnown[code] === 0) markKnown[code] = /^\p{M}$/u.test(String.fromCharCode(code)) ? 2 : 1;
  return markKnown[code] === 2;
}

function foldPart(table: readonly (string | undefined)[], char: string, deep: boolean): string {
  const code = char.codePointAt(0) ?? 0;
  const known = code < TABLE_END ? table[code] : undefined;
  if (known !== undefined) return known;
  if (APOSTROPHES.test(char) || /[\p{Cf}\p{Cs}]/u.test(char)) return '';
  if (/[\s\p{Z}]/u.test(char)) return ' ';
  if (/[\p{Pd}\u2212]/u.test(char)) return '-';
  const parts = [...char.toLowerCase().normalize('NFKD').toLowerCase()];
  if (deep && (parts.length > 1 || parts[0] !== char))
    return parts.map((part) => foldPart(table, part, false)).join('');
  return /\p{M}/u.test(char) ? '' : parts.join('');
}

/** `cluster` is one character with its combining marks: composed first, so that й is looked up as й and not as и. */
function foldCluster(table: (string | undefined)[], cluster: string): string {
  let folded = '';
  for (const char of cluster.toLowerCase().normalize('NFC')) folded += foldPart(table, char, true);
  if (cluster.length === 1 && cluster.charCodeAt(0) < TABLE_END) table[cluster.charCodeAt(0)] = folded;
  return folded;
}

/**
 * Calls `visit` for each character with its combining marks, in order: what it folds to (possibly nothing) and where
 * it stands in `text`, in UTF-16 units. The pieces joined are `fold(text)`.
 */
export function foldPieces(text: string, visit: (folded: string, start: number, end: number) => void): void {
  spellings ??= loadSpellings();
  const table = spellings;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const code = text.codePointAt(at) ?? 0;
    at += code > 0xffff ? 2 : 1;
    while (at < text.length) {
      const next = text.codePointAt(at) ?? 0;
      if (!isMark(next)) break;
      at += next > 0xffff ? 2 : 1;
    }
    const known = at === start + 1 && code < TABLE_END ? table[code] : undefined;
    visit(known ?? foldCluster(table, text.slice(start, at)), start, at);
  }
}

/**
 * The form in which texts are compared: lower case, compatibility forms and accents undone, scripts up to U+2FFF
 * spelled in Latin (Путин → putin), apostrophes and invisible characters dropped, dashes and spaces made plain. What
 * has no Latin spelling (Han, Kana, Hangul, emoji) stays. Never throws; folding twice changes nothing.
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  let folded = '';
  foldPieces(text, (piece) => {
    folded += piece;
  });
  return folded;
}
