import { type Column, endsWord, scanColumn } from './searchColumn.ts';

/** Words shorter than this are too like one another to forgive a slip. */
export const TYPO_LENGTH = 4;
const BEGINNING_LENGTH = 5;

function reach(text: string, at: number, word: string, from: number): number {
  if (from > word.length) return -1;
  return text.startsWith(word.slice(from), at) ? at + word.length - from : -1;
}

/** What is one slip away: a whole entry, a whole word, the beginning of a word. */
export type Typo = 'entry' | 'word' | 'beginning';

/**
 * Whether the word that starts at `start` in a column's text is `word` with one letter added, missing (or a space),
 * changed, or two neighbours swapped. Of a beginning the slip must not be the last letter: that would be another word half typed.
 */
export function findTypo(text: string, start: number, word: string): Typo | undefined {
  let same = 0;
  while (same < word.length && word[same] === text[start + same]) same += 1;
  const at = start + same;
  const ends = [
    endsWord(text, at) ? -1 : reach(text, at + 1, word, same + 1),
    text[at] === '\n' ? -1 : reach(text, at + 1, word, same),
    reach(text, at, word, same + 1),
    word[same] === text[at + 1] && word[same + 1] === text[at] ? reach(text, at + 2, word, same + 2) : -1,
  ];
  const end = ends.find((each) => each >= 0 && endsWord(text, each));
  if (end !== undefined) return text[start - 2] === '\n' && text[end] === '\n' ? 'entry' : 'word';
  const isBeginning = word.length >= BEGINNING_LENGTH && same < word.length - 1 && ends.some((each) => each >= 0);
  return isBeginning ? 'beginning' : undefined;
}

/**
 * Calls `visit` for each entry with a word one slip away from `word`; an owner may come up several times. Linear in
 * the text: one of the halves of a word survives any slip but the swap of the two letters in the middle, so only what
 * holds a half, or that swap, is compared.
 */
export function scanTypos(column: Column, word: string, visit: (owner: number, typo: Typo) => void): void {
  if (word.length < TYPO_LENGTH) return;
  const middle = word.length >> 1;
  function tryAt(owner: number, start: number): void {
    if (column.text[start - 1] !== ' ') return;
    const typo = findTypo(column.text, start, word);
    if (typo) visit(owner, typo);
  }
  scanColumn(column, word.slice(0, middle), tryAt);
  scanColumn(column, word.slice(middle), (owner, at) => {
    for (let start = at - middle - 1; start <= at - middle + 1; start += 1) tryAt(owner, start);
  });
  const swapped = word.slice(0, middle - 1) + word[middle] + word[middle - 1] + word.slice(middle + 1);
  scanColumn(column, swapped, tryAt);
}
