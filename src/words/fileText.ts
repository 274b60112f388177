import type { CutCounts } from '../model/cutDataset.ts';
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
  tables: (files: number): string => `${sayCount(files, 'table')} in one ZIP; texts of sources are not among them.`,
  withoutStories: (stories: number): string =>
    stories === 1
      ? 'The story is left out, as it tells of the whole.'
      : `${sayCount(stories, 'story', 'stories')} are left out, as they tell of the whole.`,
  withLaterClaims: 'Claims that became public only after the day in force are in it.',
} as const;

/** Which data a file was made of, for its metadata: "musk-putin-2024, version 3, updated 2026-11-23". */
export function sayDataVersion({ id, version, updated }: DatasetFile): string {
  const parts = [id, version ? `version ${version}` : '', updated ? `updated ${updated}` : ''];
  return parts
    .map((part) => plainText(part))
    .filter(Boolean)
    .join(', ');
}

/** What a part of the data could not take along whole, as sentences; none where it could. */
export function sayCutOff({ named, addedRoles, elsewhere, opponents }: CutCounts): string[] {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const entities = sayCount(named, 'entity', 'entities');
  const roles = sayCount(addedRoles, 'relation');
  return [
    ...(named > 0 ? [`${entities} ${are(named)} in it by name alone, as claims in it name them.`] : []),
    ...(addedRoles > 0
      ? [`${roles} ${are(addedRoles)} in it that you did not choose, as the standing of an event rests on them.`]
      : []),
    ...(elsewhere > 0
      ? [`${sayCount(elsewhere, 'reference')} to what is not in it ${are(elsewhere)} kept as mere ids.`]
      : []),
    ...(opponents > 0
      ? [
          `${sayCount(opponents, 'claim')} outside the part ${opponents === 1 ? 'speaks' : 'speak'} against something in it.`,
        ]
      : []),
  ];
}
