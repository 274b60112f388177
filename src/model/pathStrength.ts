import { judgeRelations, UNKNOWN } from './chooseStanding.ts';
import type { Dataset } from './dataset.ts';
import { indexRelations } from './relationIndex.ts';
import { STANDING_WORDS, type Standing } from './standing.ts';

const MOST_ORIGINS = 2 ** 18;

/** What stands for a relation that is not public by the clock. */
export const NO_STRENGTH = -1;

/** `word`: its place in STANDING_WORDS. */
function encode(word: number, origins: number, isDisputed: boolean): number {
  const firmness = STANDING_WORDS.length - word;
  return (firmness * MOST_ORIGINS + Math.min(origins, MOST_ORIGINS - 1)) * 2 + (isDisputed ? 0 : 1);
}

/** How much a relation bears, as one number: its word first, then its origins, then whether nobody disputes it. */
export function strengthOf({ word, origins, disputed }: Pick<Standing, 'word' | 'origins' | 'disputed'>): number {
  return encode(STANDING_WORDS.indexOf(word), origins.length, disputed);
}

/**
 * The strength of every relation in file order under the public clock; NO_STRENGTH where it is not public. Linear, with
 * the index by which relations are chosen.
 */
export function strengthsOf(dataset: Dataset, asOf: number | null): Int32Array {
  const { word, origins, dispute } = judgeRelations(indexRelations(dataset), asOf);
  const strengths = new Int32Array(word.length);
  for (let row = 0; row < strengths.length; row += 1) {
    const number = word[row] as number;
    strengths[row] = number === UNKNOWN ? NO_STRENGTH : encode(number, origins[row] as number, dispute[row] !== 0);
  }
  return strengths;
}
