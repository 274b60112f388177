import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** Names, headings and buttons of the page that stands alone. */
export const standaloneText = {
  graph: 'Graph',
  words: 'In words',
  skip: 'Skip to everything in words',
  entities: 'Who and what is in it',
  relations: 'Who is related to whom, and on whose say-so',
  sources: 'Sources',
  legend: 'How to read it',
  openSource: 'Open the source',
  openArchived: 'Open the archived copy',
  otherNames: 'In other languages',
  back: 'Show everything in words',
  toolbar: 'Graph controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole graph',
  toDark: 'Switch to dark colours',
  toLight: 'Switch to light colours',
  search: 'Search',
  searchHint: 'Search names',
  results: 'Search results',
  nothing: (query: string): string => `Nothing found for “${plainText(query)}”.`,
  found: (count: number): string => sayCount(count, 'result'),
  nothingSelected: 'Nothing selected',
  keys: 'Arrow keys walk from entity to entity, Enter reads about it, Escape lets go. Plus and minus zoom, 0 shows everything. A slash leads to the search.',
  frozen:
    'This page is a copy and does not change. It holds everything that it shows and asks the network for nothing.',
  data: 'The data is inside this file, in the form that Sayso opens.',
  read: (steps: number): string => `Read it in ${sayCount(steps, 'step')}`,
  note: 'Note on the picture',
  story: 'Story',
  previous: 'Previous step',
  next: 'Next step',
  end: 'Leave the story',
  step: (step: number, all: number): string => `Step ${sayNumber(step)} of ${sayNumber(all)}`,
  /** In a step under an earlier public clock than the page's words. */
  clock: 'The picture shows what was public then. The words beside it hold everything.',
} as const;

/** How much of a dataset a page holds: "22 entities, 36 relations, 5 sources". */
export function sayHeld(entities: number, relations: number, sources: number): string {
  return [sayCount(entities, 'entity', 'entities'), sayCount(relations, 'relation'), sayCount(sources, 'source')].join(
    ', ',
  );
}
