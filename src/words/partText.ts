import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';

const entities = (count: number): string => sayCount(count, 'entity', 'entities');

/** What can be done with one entity in the graph, in its panel and in its menu. */
export const actionText = {
  panel: 'In the graph',
  menu: (name: string): string => `What to do with ${plainText(name)}`,
  around: 'Around this',
  onlyAround: (hops: number): string => `Show only what is around this, ${sayCount(hops, 'step')}`,
  expand: (behind: number): string => `Expand +${sayNumber(behind)}`,
  expandLong: (behind: number): string => `Show ${sayCount(behind, 'more neighbour')}`,
  collapse: 'Collapse',
  collapseLong: 'Fold its neighbours away',
  hide: 'Hide',
  hideLong: 'Hide this in the graph',
  pin: 'Pin',
  pinLong: 'Pin this to its place',
  unpin: 'Unpin',
  unpinLong: 'Unpin: no longer held in its place',
  path: 'Path to …',
  pathLong: 'Path from here …',
  voice: 'What rests on this voice',
  source: 'What rests on this source',
  connect: 'How are these two connected?',
} as const;

/** What part of the dataset is drawn, and the ways back. */
export const partText = {
  /** "Only what is around Xi Jinping in 2 steps: 9 of 22 entities". */
  around: (names: readonly string[], hops: number, shown: number, all: number): string => {
    const [first = '', second, ...rest] = names.map(plainText);
    const more = second === undefined ? [] : rest.length > 0 ? [entities(rest.length + 1)] : [second];
    const who = sayList([first, ...more]);
    const far = hops > 1 ? ` in ${sayCount(hops, 'step')}` : '';
    return hops === 0
      ? `Only what was chosen: ${sayNumber(shown)} of ${entities(all)}`
      : `Only what is around ${who}${far}: ${sayNumber(shown)} of ${entities(all)}`;
  },
  limited: 'More than can be drawn; the search and the table reach the rest.',
  hidden: (count: number): string => `${entities(count)} hidden`,
  folded: (count: number): string =>
    count === 1 ? 'the neighbours of one entity folded away' : `the neighbours of ${entities(count)} folded away`,
  showHidden: 'Show them',
} as const;
