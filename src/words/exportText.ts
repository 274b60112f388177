import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** The export dialog. */
export const exportText = {
  button: 'Export',
  title: 'Export a picture',
  scope: 'What to show',
  scopes: {
    all: 'Everything',
    visible: 'What is in view',
    selection: 'What is selected',
    neighbourhood: 'What is around the selection',
  },
  hops: 'How many steps around it',
  hopsValue: (hops: number): string => sayCount(hops, 'step'),
  format: 'File',
  formats: { svg: 'SVG, sharp at any size', png: 'PNG, for any program' },
  scale: 'Size',
  scaleValue: (scale: number, width: number, height: number): string =>
    `${scale}×, ${sayNumber(width)} × ${sayNumber(height)} pixels`,
  size: (width: number, height: number): string => `${sayNumber(width)} × ${sayNumber(height)} pixels`,
  include: 'Include',
  withTitle: 'Title',
  withLegend: 'Legend',
  withSources: 'Numbered sources',
  background: 'Background',
  backgrounds: { paper: 'Paper', transparent: 'Transparent' },
  preview: 'Preview',
  preparing: 'Preparing the picture …',
  save: 'Save picture',
  copy: 'Copy picture',
  cancel: 'Cancel',
  needsSelection: 'Select something in the graph first.',
  saved: (fileName: string): string => `Saved as ${fileName}.`,
  copied: 'The picture is in the clipboard.',
} as const;

/** Words inside the exported picture. */
export const pictureText = {
  sources: 'Who says so',
  dataOf: (date: string): string => `Data of ${date}`,
  undated: 'Data without a date',
  madeWith: 'Made with Sayso',
  part: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'relation')}`,
  around: (name: string, hops: number): string => `${plainText(name)} and what is within ${sayCount(hops, 'step')}`,
} as const;
