import { cutText, plainText } from './plainText.ts';
import { sayBytes } from './sayBytes.ts';
import { sayCount, sayList } from './sayCount.ts';

/** So much of a name of a file or dataset stands in a sentence, in characters. */
const LONGEST_NAME = 80;

const named = (name: string): string => cutText(plainText(name), LONGEST_NAME);

/** The start screen, what is dropped and pasted, and what is said while something is opened. */
export const openingText = {
  title: 'Open',
  close: 'Close',
  own: 'Your own data',
  choose: 'Choose files',
  dropHere: 'or drop them here, or anywhere on the page',
  formats:
    'Reads tables (CSV, TSV, Excel), FollowTheMoney, Aleph, GraphML, GEXF, Cytoscape, CX, graphology, Oligrapher, BODS, Popolo and Sayso; up to 200 MB and 2 million records a file.',
  together: 'Files that belong together go in at once. Nothing is sent anywhere.',
  paste: 'Paste a table or JSON',
  pasteHint: 'Rows from a spreadsheet, or the text of a file',
  openPasted: 'Open what was pasted',
  pasted: 'what was pasted',
  offered: (names: readonly string[], bytes: number): string => `${sayNames(names)} (${sayBytes(bytes)})`,
  offeredTitle: 'Pasted, and not opened yet',
  openOffered: 'Open it',
  dropOffered: 'Leave it',
  mode: 'With what is open now',
  modes: { replace: 'Replace what is open', add: 'Add to what is open' },
  kept: 'Go back to',
  bundled: 'Musk’s reported contact with Putin: who says so, and who denies what',
  bundledHint: 'The example that comes with this page',
  lookingUp: 'Looking up what is kept …',
  nothingKept: 'What you open is kept here, on this machine alone, until you delete it.',
  listFailed: 'What is kept could not be listed.',
  tryAgain: 'Try again',
  opening: 'Opening …',
  openNow: 'open now',
  reopen: (file: string): string => `Read ${named(file)} again`,
  remove: 'Delete',
  removeNamed: (title: string): string => `Delete ${named(title)}`,
  askRemove: (title: string): string => `Delete “${named(title)}” for good?`,
  removeAll: 'Delete everything',
  askRemoveAll: 'Delete all kept data, views, mappings and settings from this browser? The files they came from stay.',
  keep: 'Keep',
  storage: {
    refused:
      'This browser keeps nothing for this page, perhaps because its window is private: what you open is gone when the page is closed. Export it to save it.',
    full: 'There is no room left: the last change could not be kept. Delete something here, or export your work to save it.',
    volatile: 'When space runs short, the browser may delete this without asking.',
  },
  persist: 'Ask the browser to keep it',
  persisted: 'The browser has agreed to keep it.',
  notPersisted: 'The browser has not agreed. Export what you cannot do without.',
  usage: (used: number): string => `${sayBytes(used)} on this machine, sent nowhere.`,
  drop: 'Drop to open',
  dropReplaces: 'It takes the place of what is open.',
  dropAdd: 'Drop here to add to what is open',
  progress: (names: readonly string[], percent: number): string =>
    `Opening ${sayNames(names)} …${percent > 0 ? ` ${percent}%` : ''}`,
  progressName: 'Progress of opening',
  aFile: 'the file',
  cancel: 'Cancel',
  cancelled: 'Stopped. What was open before is still there.',
  noticeMore: 'What was understood',
  dismiss: 'Close this notice',
} as const;

/** Names of files in a sentence: "a.csv and b.csv", "a.csv, b.csv and 3 more files"; "the file" where none is known. */
export function sayNames(names: readonly string[]): string {
  if (names.length === 0) return openingText.aFile;
  if (names.length <= 3) return sayList(names.map(named));
  const more = sayCount(names.length - 2, 'more file');
  return sayList([...names.slice(0, 2).map(named), more]);
}

/** What a dataset holds: "10,000 entities · 50,000 relations". */
function sayHolds(entities: number, relations: number): string {
  return `${sayCount(entities, 'entity', 'entities')} · ${sayCount(relations, 'relation')}`;
}

/** What a kept dataset holds, and how much room it takes: "10,000 entities · 50,000 relations · 4.2 MB". */
export function sayKept(entities: number, relations: number, bytes: number): string {
  return `${sayHolds(entities, relations)} · ${sayBytes(bytes)}`;
}

/** The notice after opening: "Opened a.csv: 2,669 entities, 3,380 relations; 147 things to look at". */
export function sayOpened(
  names: readonly string[],
  holds: { readonly entities: number; readonly relations: number },
  doubts: number,
): string {
  const counts = `${sayCount(holds.entities, 'entity', 'entities')}, ${sayCount(holds.relations, 'relation')}`;
  return `Opened ${sayNames(names)}: ${counts}${doubts > 0 ? `; ${sayCount(doubts, 'thing')} to look at` : ''}.`;
}
