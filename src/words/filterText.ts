import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';

/** The panel of filters. */
export const filterText = {
  name: 'Filters',
  close: 'Close filters',
  sections: {
    relation: 'What is related',
    evidence: 'How it stands',
    claim: 'A claim about it',
  },
  claimNote:
    'One single claim must fit all of these. How the relation stands, and who denies it, is still told from all of its claims.',
  text: 'Words in it',
  textHint: 'in its sentence or in a claim',
  kindsNote: 'Both ends must be of a kind that is ticked. The number: relations with one at either end.',
  facets: {
    kinds: 'Kinds of entities',
    groups: 'Relations and their types',
    standings: 'Standing',
    minOrigins: 'Independent origins',
    dispute: 'Denials',
    dated: 'Dates',
    modalities: 'Modality',
    stances: 'Stance',
    speakers: 'Who says so',
    sources: 'Source',
    publishers: 'Publisher',
  },
  hints: {
    standings: 'how firmly it is said, all in all',
    modalities: 'how firmly a source puts it',
    stances: 'what a speaker does',
  },
  any: 'any',
  all: 'all',
  resetFacet: (facet: string): string => `Let all through again: ${facet}`,
  only: 'only',
  onlyThis: (value: string): string => `Only ${value}`,
  types: (group: string): string => `Types of ${group}`,
  find: (facet: string): string => `Find in “${facet}”`,
  findPlaceholder: 'Find in this list',
  foundNone: 'Nothing in this list is called that.',
  noValues: 'This dataset has none.',
  counted: (count: number): string => sayCount(count, 'relation'),
  speakers: { named: 'Named', unnamed: 'Not named', own: 'Sources in their own voice' },
  origins: {
    any: 'any number',
    least: (count: number): string => `at least ${sayNumber(count)}`,
  },
  disputes: {
    any: 'denied or not',
    denied: 'denied',
    disputed: 'denied or limited',
    undisputed: 'neither',
  },
  dates: { any: 'dated or not', dated: 'with a date', undated: 'without a date' },
  keepUnrelated: 'Keep entities without relations',
  hiddenList: 'Hidden relations',
  hiddenBy: (what: string): string => `Hidden by ${what}`,
  showEverything: 'Show everything',
  nothing: 'Nothing is left to show.',
  nothingShown: (all: number, by: string): string =>
    `${all === 1 ? 'The one relation of this dataset is hidden' : `All ${sayNumber(all)} relations are hidden`}: ${by}.`,
  wayBack: 'Nothing is left to show. Drop a filter, or show everything again.',
} as const;

/** The strip over graph and table. */
export const viewBarText = {
  name: 'In force',
  removeFilter: (text: string): string => `Remove filter: ${plainText(text)}`,
  clearAll: 'Clear all',
} as const;
