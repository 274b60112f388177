import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** Headings and fixed words of a dossier. */
export const dossierText = {
  kind: 'Dossier',
  howTo:
    'A dossier tells what is said, not what is true. Behind each sentence stands how firmly it is said. The numbers lead to the claims: who says so, through whom, and where it was read.',
  disputed: (count: number): string => `What is disputed (${sayNumber(count)})`,
  aboutItself: 'What else is said',
  /** The sign never parts from its words at the end of a line. */
  disputing: (words: string): string => `≠\u00a0${words}`,
  happened: 'That it happened',
  named: 'Who and what else is named',
  claims: 'Who says so, claim by claim',
  sources: 'Where it was read',
  source: (number: number): string => `source ${sayNumber(number)}`,
  claim: (number: number): string => `claim ${sayNumber(number)}`,
  backTo: (number: number, place: number): string => `back to place ${sayNumber(place)} of claim ${sayNumber(number)}`,
  besides: 'Said in conflict with it',
  quoted: (quote: string): string => `Quoted: “${quote}”`,
  aliases: 'Also known as',
  toldUnder: (count: number, name: string): string => `${sayCount(count, 'relation')} told under ${plainText(name)}`,
  nothing: 'Nothing is said about it here.',
  noClaims: 'The data names no source for it.',
  address: 'Address',
  archived: 'Archived copy',
  authors: (names: string): string => `Data by ${names}`,
  data: (version: string): string => `Dataset ${version}`,
} as const;

/** Relations of an entity that a dossier does not tell: "3 more relations are not told here; 1 of them is disputed". */
export function sayUntold(count: number, disputed: number): string {
  const more = `${sayCount(count, 'more relation')} ${count === 1 ? 'is' : 'are'} not told here`;
  if (disputed === 0) return more;
  if (count === 1) return `${more}: it is disputed`;
  return `${more}; ${sayNumber(disputed)} of them ${disputed === 1 ? 'is' : 'are'} disputed`;
}
