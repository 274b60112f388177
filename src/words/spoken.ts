import { plainText, upperFirst } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';

/** What the live region says about one selected entity. */
export interface SpokenEntity {
  readonly name: string;
  readonly kind: string;
  readonly relations: number;
  readonly disputed: number;
}

/** What the live region says of a dataset. */
export interface SpokenDataset {
  readonly title: string;
  readonly entities: number;
  readonly relations: number;
  readonly shown?: number;
}

function entityCount(n: number): string {
  return sayCount(n, 'entity', 'entities');
}

function entity({ name, kind, relations, disputed }: SpokenEntity): string {
  const parts = [plainText(name), kind, sayCount(relations, 'relation')];
  return (disputed > 0 ? [...parts, `${sayNumber(disputed)} disputed`] : parts).join(', ');
}

function opened({ title, entities, relations, shown }: SpokenDataset): string {
  const part = shown !== undefined && shown < entities ? ` ${sayNumber(shown)} of them are shown.` : '';
  return `Opened ${plainText(title)}: ${entityCount(entities)}, ${sayCount(relations, 'relation')}.${part}`;
}

/** Names that are said one by one. */
const MOST_NAMES = 3;

/** The entities of a focus: the first few by name, and how many more. */
export function sayFocusNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return sayList([...names.slice(0, MOST_NAMES).map(plainText), ...(more > 0 ? [`${sayNumber(more)} more`] : [])]);
}

/** What is said aloud when something happens on the page: plain strings for the polite live region. */
export const spoken = {
  entity,
  opened,
  /** `sentence` from `sayRelation`, `standing` from `sayStanding`, so that a dispute is always heard. */
  relation: (sentence: string, standing: string): string => `${sentence}: ${standing}`,
  tie: (first: string, second: string, summary: string): string =>
    `${plainText(first)} and ${plainText(second)}: ${summary}`,
  source: (label: string, claims: number): string => `Source ${plainText(label)}, ${sayCount(claims, 'claim')}`,
  several: (count: number): string => `${upperFirst(entityCount(count))} selected`,
  nothingSelected: 'Nothing selected',
  results: (count: number): string => upperFirst(sayCount(count, 'result')),
  rows: (count: number): string => upperFirst(sayCount(count, 'row')),
  sorted: (column: string, ascending: boolean): string =>
    `Sorted by ${column}, ${ascending ? 'from first to last' : 'from last to first'}`,
  theme: (theme: 'light' | 'dark' | 'system'): string =>
    ({ light: 'Light colours', dark: 'Dark colours', system: 'Colours as your device is set' })[theme],
  /** `who` from `sayFocusNames`. */
  focused: (who: string, hops: number, shown: number): string => {
    const within = hops === 0 ? '' : ` and what is within ${sayCount(hops, 'step')}`;
    return `Only ${who}${within}: ${entityCount(shown)} shown`;
  },
  focusLeft: 'The whole graph is shown',
  arranged: (by: 'usual' | 'kind'): string => (by === 'kind' ? 'Arranged by kind' : 'Arranged as usual'),
  pinned: (count: number): string => `${upperFirst(entityCount(count))} pinned`,
  moved: (count: number): string =>
    count === 0 ? 'Everything is back in its place' : `${upperFirst(entityCount(count))} moved`,
  /** `said` from `sayCallout` where one was written or changed. */
  callouts: (count: number, said: string | null): string =>
    said ?? (count === 0 ? 'No callout left' : `${upperFirst(sayCount(count, 'callout'))} left`),
  relationsShown: (shown: number, all: number): string => `${sayNumber(shown)} of ${sayCount(all, 'relation')} shown`,
  entitiesShown: (shown: number, all: number): string => `${sayNumber(shown)} of ${entityCount(all)} shown`,
  tab: (tab: string): string => `${tab} shown`,
  legend: (open: boolean): string => (open ? 'Legend opened' : 'Legend closed'),
  zoom: (percent: number): string => `Zoom ${sayNumber(Math.round(percent))}%`,
  fitted: 'The whole graph fits the window',
  exported: (fileName: string): string => `Saved ${fileName}`,
  copied: 'Picture copied',
  working: (what: string): string => `${what}, please wait`,
  cancelled: 'Cancelled',
} as const;
