import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** What leads to the export dialog, whose words are in `exportingText.ts`. */
export const exportText = { button: 'Export' } as const;

/** Words inside the exported picture. */
export const pictureText = {
  sources: 'Who says so',
  dataOf: (date: string): string => `Data of ${date}`,
  undated: 'Data without a date',
  madeWith: 'Made with Sayso',
  part: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'relation')}`,
  around: (name: string, hops: number): string => `${plainText(name)} and what is within ${sayCount(hops, 'step')}`,
} as const;
