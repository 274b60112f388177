import type { Dataset } from '../model/dataset.ts';
import type { EntityId, RelationId, SourceId } from '../model/records.ts';
import type { View } from '../model/view.ts';
import type { VoiceKey } from '../model/voices.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayClocks, sayFilters, sayVoice } from './sayView.ts';

/** What a link can be asked about. */
export interface LinkSubject {
  readonly dataset: Dataset;
  readonly view: View;
  readonly selection: readonly string[];
  readonly tab: 'graph' | 'table' | 'sources' | 'timeline';
  readonly cameraAt: object | null;
  readonly question: { readonly from: EntityId | null; readonly to: EntityId | null } | null;
  readonly voice: VoiceKey | null;
}

/** The most names that are said one by one. */
const MOST_NAMES = 3;

const entities = (count: number): string => sayCount(count, 'entity', 'entities');

function nameOf(dataset: Dataset, id: string): string {
  const name = dataset.entities.get(id as EntityId)?.name ?? dataset.sources.get(id as SourceId)?.label;
  if (name) return plainText(name);
  return dataset.relations.has(id as RelationId) ? 'a relation' : 'what lies between two entities';
}

function nameAll(dataset: Dataset, ids: readonly EntityId[]): string {
  return ids.length > MOST_NAMES ? entities(ids.length) : sayList(ids.map((id) => nameOf(dataset, id)));
}

function listFilters({ dataset, view }: LinkSubject): string {
  const said = sayFilters(dataset, view.filters);
  return said.length === 0 ? '' : `${sayCount(said.length, 'filter')} (${said.map(({ text }) => text).join('; ')})`;
}

function listClocks({ view }: LinkSubject): string[] {
  return sayClocks(view).map(({ name, text }) => `${name === 'asOf' ? 'the public clock' : 'valid time'}: ${text}`);
}

function sayFocus({ dataset, view: { focus } }: LinkSubject): string {
  if (!focus) return '';
  const names = nameAll(dataset, focus.ids);
  return focus.hops === 0 ? `only ${names}` : `only what is within ${sayCount(focus.hops, 'step')} of ${names}`;
}

function sayMoved({ moved, pinned }: View): string {
  if (moved.size === 0) return '';
  const held =
    pinned.length === 0 ? '' : pinned.length === moved.size ? ', pinned' : `, ${pinned.length} of them pinned`;
  return `${sayCount(moved.size, 'moved entity', 'moved entities')}${held}`;
}

function sayQuestion({ dataset, question }: LinkSubject): string {
  if (!question) return '';
  const names = [question.from, question.to].filter((id) => id !== null).map((id) => nameOf(dataset, id));
  return names.length === 2 ? `the question how ${sayList(names)} are connected` : 'a question about paths';
}

function saySelection({ dataset, selection }: LinkSubject): string {
  const [first] = selection;
  if (first === undefined) return '';
  return `what is selected: ${selection.length === 1 ? nameOf(dataset, first) : sayCount(selection.length, 'thing')}`;
}

/** Everything that a link says about a view, one phrase each; empty for the view in which a dataset opens. */
export function listLinkContents(link: LinkSubject, places: number): string[] {
  const { view, dataset, voice, cameraAt, tab } = link;
  const counted = (ids: readonly EntityId[], what: string): string =>
    ids.length === 0 ? '' : `${entities(ids.length)} ${what}`;
  return [
    listFilters(link),
    ...listClocks(link),
    view.keepUnrelated ? 'entities without relations kept' : '',
    sayFocus(link),
    counted(view.expanded, 'with all neighbours'),
    counted(view.collapsed, 'with neighbours folded away'),
    counted(view.added, 'brought in'),
    counted(view.hidden, 'hidden'),
    view.arrangement === 'kind' ? 'the arrangement by kind' : '',
    sayMoved(view),
    view.callouts.length === 0 ? '' : `what you wrote into the picture: ${sayCount(view.callouts.length, 'callout')}`,
    places > 0 ? `the places of ${entities(places)}` : '',
    cameraAt ? 'where the picture is moved and how large it is' : '',
    sayQuestion(link),
    voice === null ? '' : `what comes from ${sayVoice(dataset, voice)}, lit up`,
    saySelection(link),
    tab === 'graph' ? '' : `the tab ${shareText.tabs[tab]}`,
  ].filter((phrase) => phrase !== '');
}

/** The share dialog. */
export const shareText = {
  title: 'Share this view',
  close: 'Close',
  field: 'Link',
  copyAgain: 'Copy again',
  copying: 'Copying the link …',
  copied: 'The link is in the clipboard.',
  refused: 'The browser did not let the page copy it; the link is selected, copy it with Ctrl+C or from the menu.',
  length: (characters: number): string => sayCount(characters, 'character'),
  tabs: { table: 'Table', sources: 'Sources', timeline: 'Timeline' },
  holds: 'What the link holds',
  holdsNothing: 'The view in which the data open; nothing was changed.',
  lacks: 'What it does not hold',
  lacksBundled: 'The data themselves: whoever opens the link gets them with this page.',
  lacksData: (title: string): string =>
    `The data themselves: whoever opens the link must open the same data, “${plainText(title)}”, and then sees this view.`,
  nothingSent: 'Nothing was sent or stored anywhere: the view is written in the link itself.',
  tooLong: (limit: number, left: readonly ('places' | 'moved' | 'view' | 'selection')[]): string =>
    `Left out, since a link of more than ${sayNumber(limit)} characters would not be read: ${sayList(left.map((name) => LEFT[name]))}.`,
} as const;

const LEFT = {
  places: 'the places of what is drawn',
  moved: 'what was moved or pinned',
  view: 'filters, clocks and everything else of the view',
  selection: 'the selection and the focus',
} as const;
