import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';

/** The export dialog; fetched with it. */
export const exportingText = {
  title: 'Export',
  close: 'Close',
  what: 'What to export',
  kinds: {
    picture: 'Picture',
    page: 'Page that stands alone',
    dossier: 'Dossier',
    data: 'Data',
    sources: 'Sources',
  },
  kindHints: {
    picture: 'Ready for print or the web, with legend and numbered sources.',
    page: 'One file that opens from disk, without a server or a connection: the picture to be looked into, with every claim and source.',
    dossier: 'Every relation in words, with footnoted claims and the list of sources.',
    data: 'The part with exactly the claims and sources it needs, for other programs.',
    sources: 'The sources that this part rests on, for reference managers and footnotes.',
  },
  scope: 'Which part',
  scopes: {
    all: 'Everything',
    visible: 'What is in view',
    selection: 'What is selected',
    neighbourhood: 'What is around the selection',
  },
  /** While a path is lit. */
  ofPath: { selection: 'The path that is lit', neighbourhood: 'What is around the path' },
  pictures: 'Pictures',
  onePicture: 'One, of what is chosen below',
  series: (title: string, steps: number): string => `Each step of “${plainText(title)}”: ${sayCount(steps, 'picture')}`,
  hops: 'How many steps around it',
  hopsValue: (hops: number): string => sayCount(hops, 'step'),
  needsSelection: 'For these two, select something in the graph first.',
  paper: 'Shape',
  paperGroups: { screen: 'For screens', print: 'For paper' },
  papers: {
    free: 'As the graph needs',
    column: 'Article column, 720 px wide',
    wide: 'Wide, 1,600 × 900 px',
    square: 'Square, 1,080 × 1,080 px',
    story: 'Upright, 1,080 × 1,920 px',
    a4: 'A4 portrait',
    'a4-landscape': 'A4 landscape',
    a3: 'A3 portrait',
    'a3-landscape': 'A3 landscape',
  },
  reshape: 'Arrange anew for this shape',
  reshapeHint: 'Left stays left and above stays above, as far as there is room.',
  style: 'Colours',
  styles: {
    light: 'Light',
    dark: 'Dark',
    grey: 'Greys, told apart without colour',
    print: 'Black on white, heavy lines',
  },
  format: 'File',
  formats: {
    svg: 'SVG, sharp at any size',
    png: 'PNG, for any program',
    jpeg: 'JPEG, smaller and less sharp',
    webp: 'WebP, small, for the web',
    'dossier-html': 'HTML, one page to read or print',
    'dossier-markdown': 'Markdown, to edit',
    sayso: 'Sayso JSON, to open here again',
    csv: 'CSV tables, for spreadsheets',
    'sources-markdown': 'Markdown list',
    'sources-csl': 'CSL-JSON, for Zotero and Pandoc',
    'sources-bibtex': 'BibTeX, for LaTeX',
    'sources-ris': 'RIS, for EndNote and others',
  },
  scale: 'Size',
  scaleValue: (scale: number): string => `${scale}×`,
  scaleSized: (scale: number, width: number, height: number): string =>
    `${scale}×: ${sayNumber(width)} × ${sayNumber(height)} px`,
  include: 'With it',
  withTitle: 'Title',
  titleField: 'Words of the title',
  withLegend: 'Legend',
  withSources: 'Numbered sources',
  withCallouts: 'Notes pinned to the picture',
  transparent: 'Transparent ground',
  words: 'Description (alt text)',
  wordsShort: 'In short',
  wordsLong: 'In full',
  wordsHint: 'For those who do not see the picture: kept in the file and copied with it.',
  asGenerated: 'As generated',
  wordsOfOtherPart: 'These words are yours, and you wrote them for another part of the graph.',
  unnamedDeniers: (names: readonly string[]): string =>
    `Your words do not name ${sayList(names)}, who ${names.length === 1 ? 'denies or limits' : 'deny or limit'} something in the picture.`,
  story: 'Story in it',
  noStory: 'None',
  notes: 'Private notes of the data’s maker',
  notesHint: 'They never leave unless this is ticked.',
  preview: 'Preview',
  preparing: 'Preparing …',
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  actualSize: 'Actual size',
  size: (width: number, height: number): string => `${sayNumber(width)} × ${sayNumber(height)} px`,
  onPaper: (width: number, height: number): string => `${width} × ${height} mm`,
  least: (px: number): string => `smallest letters ${trimNumber(px)} px`,
  leastOnPaper: (pt: number): string => `smallest letters ${trimNumber(pt)} pt`,
  bytes: (bytes: number): string => sayBytes(bytes),
  begins: 'How the file begins',
  lost: 'Not in this file',
  counts: (entities: number, relations: number): string =>
    `${sayCount(entities, 'entity', 'entities')} and ${sayCount(relations, 'relation')}`,
  save: 'Save',
  savePages: (pages: number): string => `Save ${sayCount(pages, 'picture')} in a ZIP`,
  saving: 'Making the file …',
  copyPicture: 'Copy picture with its description',
  copyText: 'Copy text',
  print: 'Print or save as PDF',
  saved: (fileName: string): string => `Saved as ${fileName}.`,
  copied: 'The picture and its description are in the clipboard.',
  copiedText: 'The text is in the clipboard.',
  offers: {
    paper: (paper: string): string => `Use ${paper}`,
    scale: (scale: number): string => `Use ${trimNumber(scale)}×`,
  },
} as const;

/** A number with at most one decimal: "7", "7.5". */
function trimNumber(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A file's size: "840 bytes", "12 kB", "1.4 MB"; a kB is 1,000 bytes. */
function sayBytes(bytes: number): string {
  if (bytes < 1000) return sayCount(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${trimNumber(bytes / 1_000_000)} MB`;
}
