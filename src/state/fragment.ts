import type { EntityId } from '../model/records.ts';
import type { Focus } from '../model/view.ts';
import type { Tab } from './appState.ts';

/** A step of a story by its ids, so that a link holds when steps are put in another order. */
export interface StepName {
  readonly story: string;
  readonly step: string;
}

/** The parts of a fragment. */
export interface Address {
  readonly selection: readonly string[];
  readonly focus: Focus | null;
  readonly tab: Tab;
  /** The id of the dataset that the link was made for, where it says. */
  readonly dataset: string | null;
  /** Everything else of the link, as `packView` wrote it; null where all of it is as it opens. */
  readonly packed: string | null;
  /** The step that is being told. Alone it says what the step shows; with others, that the reader has gone on from it. */
  readonly told: StepName | null;
}

/** The longest fragment that is read, in characters. What is longer is not written either. */
export const LONGEST_FRAGMENT = 20_000;

const TABS: readonly Tab[] = ['graph', 'table', 'sources', 'timeline'];
const EMPTY: Address = { selection: [], focus: null, tab: 'graph', dataset: null, packed: null, told: null };

/** Half a character, which an address cannot hold. */
const BROKEN = /\p{Surrogate}/u;

/** Ids are joined by commas; commas inside them are escaped by encodeURIComponent. */
const joinIds = (ids: readonly string[]): string =>
  ids
    .filter((id) => !BROKEN.test(id))
    .map(encodeURIComponent)
    .join(',');

/**
 * The fragment of an address, version 1: `#v1&s=ID,ID&f=HOPS:ID,ID&t=TAB&d=DATASET&z=PACKED&p=STORY:STEP`, parts at their default
 * left out; the empty string for the opening state. Links of this version are read for ever (golden file in
 * e2e/fixtures).
 */
export function writeFragment(address: Partial<Address>): string {
  const { selection, focus, tab, dataset, packed, told } = { ...EMPTY, ...address };
  const parts = [
    ['s', joinIds(selection)],
    ['f', focus ? `${focus.hops}:${joinIds(focus.ids)}` : ''],
    ['t', tab === 'graph' ? '' : tab],
    ['d', joinIds(dataset === null ? [] : [dataset])],
    ['z', packed ?? ''],
    ['p', told ? `${joinIds([told.story])}:${joinIds([told.step])}` : ''],
  ].filter(([, value]) => value !== '');
  return parts.length > 0 ? `#v1&${parts.map((part) => part.join('=')).join('&')}` : '';
}

function splitIds(text: string): string[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}

function readFocus(text: string): Focus | null {
  const match = /^([0-3]):(.+)$/.exec(text);
  return match ? { hops: Number(match[1]), ids: splitIds(match[2] ?? '') as EntityId[] } : null;
}

function readTold(text: string): StepName | null {
  const [story, step, more] = text.split(':').map(decodeURIComponent);
  return story && step && more === undefined ? { story, step } : null;
}

/** Reads a fragment of any version so far. Unknown parts are ignored; null for what is no fragment of ours or too long. */
export function readFragment(fragment: string): Address | null {
  if (fragment === '' || fragment === '#') return EMPTY;
  if (fragment.length > LONGEST_FRAGMENT) return null;
  const [version, ...parts] = fragment.split('&');
  if (version !== '#v1') return null;
  const values = new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  try {
    const focus = readFocus(values.get('f') ?? '');
    // What is there and means nothing is no link of ours.
    if (focus === null && values.get('f')) return null;
    return {
      selection: splitIds(values.get('s') ?? ''),
      focus,
      tab: TABS.find((tab) => tab === values.get('t')) ?? 'graph',
      dataset: splitIds(values.get('d') ?? '')[0] ?? null,
      packed: values.get('z') || null,
      told: readTold(values.get('p') ?? ''),
    };
  } catch {
    // A malformed percent escape.
    return null;
  }
}
