import type { EntityId } from '../model/records.ts';
import type { AppState, Tab } from './appState.ts';

/** What of the state a link holds. */
export type Linked = Pick<AppState, 'selection' | 'focus' | 'tab'>;

const TABS: readonly Tab[] = ['graph', 'table', 'sources'];
const EMPTY: Linked = { selection: [], focus: null, tab: 'graph' };
const LONGEST = 20_000;

/** Ids are joined by commas; commas inside them are escaped by encodeURIComponent. */
const joinIds = (ids: readonly string[]): string => ids.map(encodeURIComponent).join(',');

/**
 * The fragment for a state, version 1: `#v1&s=ID,ID&f=HOPS:ID,ID&t=TAB`, parts at their default left out; the empty
 * string for the opening state. Links of this version are read for ever (golden file in e2e/fixtures).
 */
export function writeFragment({ selection, focus, tab }: Linked): string {
  const parts = [
    ...(selection.length > 0 ? [`s=${joinIds(selection)}`] : []),
    ...(focus ? [`f=${focus.hops}:${joinIds(focus.ids)}`] : []),
    ...(tab === 'graph' ? [] : [`t=${tab}`]),
  ];
  return parts.length > 0 ? `#v1&${parts.join('&')}` : '';
}

function splitIds(text: string): string[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}

function readFocus(text: string): Linked['focus'] {
  const match = /^([0-3]):(.+)$/.exec(text);
  return match ? { hops: Number(match[1]), ids: splitIds(match[2] ?? '') as EntityId[] } : null;
}

/** Reads a fragment of any version so far. Unknown parts are ignored; null for what is no fragment of ours or too long. */
export function readFragment(fragment: string): Linked | null {
  if (fragment === '' || fragment === '#') return EMPTY;
  if (fragment.length > LONGEST) return null;
  const [version, ...parts] = fragment.split('&');
  if (version !== '#v1') return null;
  const values = new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    }),
  );
  try {
    return {
      selection: splitIds(values.get('s') ?? ''),
      focus: readFocus(values.get('f') ?? ''),
      tab: TABS.find((tab) => tab === values.get('t')) ?? 'graph',
    };
  } catch {
    // A malformed percent escape.
    return null;
  }
}
