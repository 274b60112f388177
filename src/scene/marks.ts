import { STANDING_WORDS, type Standing, type StandingWord } from '../model/standing.ts';

/** Dash lengths in px (line, gap, ...) of each standing; empty for a solid line. */
export const DASHES: Readonly<Record<StandingWord, readonly number[]>> = {
  stated: [],
  reported: [13, 4],
  alleged: [6, 4],
  rumoured: [1.5, 4],
  hypothetical: [1.5, 9],
  questioned: [],
  unsupported: [],
  unsourced: [18, 10],
};

/** Questioned and unsupported lines are hollow: two thin strokes with the ground between them. */
export function isHollow(word: StandingWord): boolean {
  return word === 'questioned' || word === 'unsupported';
}

/** The firmest word among standings; `unsourced` for none. */
export function firmestWord(standings: readonly Standing[]): StandingWord {
  return STANDING_WORDS.find((word) => standings.some((standing) => standing.word === word)) ?? 'unsourced';
}

/** Px of a graph line's stroke, of a hollow line's outer strokes, and of a disc's outline. */
export const STROKE = { line: 1.5, several: 2.4, hollow: 4, outline: 1.5, selected: 3.5 } as const;
