import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** What a search looked through, for the sentence that it found nothing. */
export interface SearchedCounts {
  readonly entities: number;
  readonly relations: number;
  readonly sources: number;
}

/** Title, names of landmarks, theme and the way around the page. */
export const headerText = {
  product: 'Sayso',
  motto: 'Who is related to whom, and on whose say-so?',
  pageTitle: (title: string): string => `${plainText(title)} · Sayso`,
  dated: (date: string): string => `As of ${date}`,
  known: (date: string): string => `As published by ${date}`,
  updated: (date: string): string => `Data of ${date}`,
  undated: 'Data without a date',
  skipToGraph: 'Skip to the graph',
  skipToTable: 'Skip to the table',
} as const;

/** Names that tests and hosting pages rely on (DESIGN 5) and the graph's own controls. */
export const graphText = {
  main: 'Graph',
  toolbar: 'Graph controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole graph',
  focus: 'Show only what is around this',
  leaveFocus: 'Show everything again',
  part: (shown: number, all: number): string =>
    `${sayNumber(shown)} of ${sayCount(all, 'entity', 'entities')} are drawn. Search or the table reach the rest.`,
  hops: (count: number): string => sayCount(count, 'step'),
  disputed: 'disputed',
  loading: 'Loading the graph …',
  empty: 'This dataset holds no entities yet.',
  oneEntity: 'This dataset holds one entity and no relations.',
  offline: 'You are offline. What is loaded stays usable.',
  noScript: 'With scripting off you see the picture alone. Switch it on to open names and lines.',
  picture: 'Picture of the graph',
  arranging: 'Arranging the graph …',
  putBack: 'Put what was moved back in its place',
  /** Spoken while a reader selects several by walking. */
  kept: (name: string): string => `${plainText(name)} stays selected. The arrow keys add the next one.`,
  notKept: (name: string): string => `${plainText(name)} does not stay selected`,
  walkedTo: (name: string, selected: number): string =>
    `${plainText(name)}, ${sayCount(selected, 'entity', 'entities')} selected`,
  keys: 'Arrow keys walk from entity to entity, Space keeps the entity selected while you walk on, Enter reads about it, Shift with F10 opens what can be done with it. Ctrl with an arrow moves the picture, Shift with an arrow moves what is selected. The question mark lists every key.',
} as const;

/** The search box. */
export const searchText = {
  name: 'Search',
  placeholder: 'Search names and sources',
  hint: '/ or Ctrl+K',
  results: 'Search results',
  clear: 'Clear search',
  loading: 'Search is getting ready …',
  matched: (what: string): string => `also known as ${plainText(what)}`,
  matchedText: (what: string): string => `found in “${plainText(what)}”`,
  types: { entity: 'Entity', relation: 'Relation', source: 'Source' },
  nothing: (query: string, { entities, relations, sources }: SearchedCounts): string =>
    `Nothing found for “${plainText(query)}” in ${sayCount(entities, 'entity', 'entities')}, ${sayCount(relations, 'relation')} and ${sayCount(sources, 'source')}.`,
  nothingToDo: 'Check the spelling, or try a shorter part of the name.',
} as const;

/** The tabs. */
export const tabText = {
  list: 'Views',
  graph: 'Graph',
  table: 'Table',
  sources: 'Sources',
  timeline: 'Timeline',
} as const;

/** Buttons of the header whose panels come later. */
export const frameButtons = { filters: 'Filters', share: 'Share', inForce: 'Filters and clocks in force' } as const;

/** The colour switch. */
export const themeText = {
  name: 'Colours',
  light: 'Light',
  dark: 'Dark',
  system: 'As my device',
  toDark: 'Switch to dark colours',
  toLight: 'Switch to light colours',
} as const;

/** Error places with a way out; the sentence itself comes from `sayError`. */
export const errorText = {
  datasetTitle: 'The dataset could not be opened',
  panelTitle: 'This part of the page failed',
  panel: 'The rest of the page still works.',
  previousKept: 'The dataset that was open before is still there.',
  tryAgain: 'Try again',
  openBundled: 'Open the dataset that comes with this page',
  close: 'Close',
  details: 'Technical details',
  issues: (count: number): string =>
    `${sayCount(count, 'thing')} in this file ${count === 1 ? 'needs' : 'need'} a look`,
  unexpected: 'Something unexpected happened. Your dataset has not been changed.',
} as const;
