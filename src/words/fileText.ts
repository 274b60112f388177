import type { DatasetFile } from '../model/records.ts';
import { plainText } from './plainText.ts';
import { sayCount } from './sayCount.ts';

/** Words in and about files that leave the page. */
export const fileText = {
  /** Of the text beside several pictures in one ZIP. */
  wordsFile: 'descriptions.txt',
  /** Formats in which no description can be kept. */
  noDescription: (format: string): string =>
    `A ${format} holds no description of what it shows: publish the words for the picture beside it.`,
  severalFiles: (files: number): string =>
    `${sayCount(files, 'picture')} in one ZIP, with their description beside them.`,
} as const;

/** Which data a file was made of, for its metadata: "musk-putin-2024, version 3, updated 2026-11-23". */
export function sayDataVersion({ id, version, updated }: DatasetFile): string {
  const parts = [id, version ? `version ${version}` : '', updated ? `updated ${updated}` : ''];
  return parts
    .map((part) => plainText(part))
    .filter(Boolean)
    .join(', ');
}
