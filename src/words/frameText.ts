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
  pageTitle: (title: string): string => `${plainText(title)} · Sayso`,
  dated: (date: string): string => `As of ${date}`,
  known: (date: string): string => `As published by ${date}`,
  updated: (date: string): string => `Data of ${date}`,
  undated: 'Data without a date',
  skipToGraph: 'Skip to the graph',
} as const;

/** Names that tests and hosting pages rely on (DESIGN 5) and the graph's own controls. */
export const graphText = {
  main: 'Graph',
  toolbar: 'Graph controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole graph',
  leaveFocus: 'Show everything again',
  part: (shown: number, all: number): string =>
    `${sayNumber(shown)} of ${sayCount(all, 'entity', 'entities')} are drawn. The search and the table reach the rest.`,
  loading: 'Loading the graph …',
  empty: 'This dataset holds no entities yet.',
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
  results: 'Search results',
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
export const frameButtons = {
  open: 'Open',
  filters: 'Filters',
  share: 'Share',
  inForce: 'Filters and clocks in force',
} as const;

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
  panelTitle: 'This part of the page failed',
  panel: 'The rest of the page still works.',
  previousKept: 'The dataset that was open before is still there.',
  tryAgain: 'Try again',
  close: 'Close',
} as const;
