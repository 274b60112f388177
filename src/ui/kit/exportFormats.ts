/** What can leave the page. A picture of several pages, a series and a set of tables come as one ZIP. */
export const EXPORT_FORMATS = [
  'svg',
  'png',
  'jpeg',
  'webp',
  'pdf',
  'html',
  'sayso',
  'csv',
  'ftm',
  'graphml',
  'gexf',
  'cyjs',
  'cx2',
  'graphology',
  'dossier-html',
  'dossier-markdown',
  'sources-markdown',
  'sources-csl',
  'sources-bibtex',
  'sources-ris',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
