import { plainText } from './plainText.ts';
import { sayCount } from './sayCount.ts';

/** The list of all commands. */
export const paletteText = {
  title: 'All commands',
  field: 'Command or name',
  placeholder: 'Type a command or a name',
  list: 'Commands',
  close: 'Close',
  /** Headings, in the order in which they are listed. */
  groups: {
    find: 'Find',
    graph: 'Graph',
    filters: 'Filters and clocks',
    view: 'Steps',
    story: 'Story',
    page: 'Page',
  },
  found: 'In this dataset',
  goTo: (name: string): string => `Go to ${plainText(name)}`,
  connected: (from: string, to: string): string => `How are ${plainText(from)} and ${plainText(to)} connected?`,
  connectedWith: (name: string): string => `How is ${plainText(name)} connected with another?`,
  around: (name: string): string => `Show only what is around ${plainText(name)}`,
  notNow: 'not possible now',
  notNowSaid: (label: string): string => `Not possible now: ${label}`,
  count: (count: number): string => sayCount(count, 'command'),
  nothing: (query: string): string => `No command and no name contains “${plainText(query)}”.`,
  nothingToDo: 'Try a shorter word, such as “show”, “hide” or “filter”.',
} as const;

/** Words by which a command is also looked for, by id; what they lead to is in its label. */
export const ALSO_CALLED: Readonly<Record<string, string>> = {
  askPath: 'path link relation between two',
  light: 'speaker source voice depends unnamed',
  around1: 'focus neighbours neighbourhood',
  around2: 'focus neighbours neighbourhood',
  around3: 'focus neighbours neighbourhood',
  showAll: 'whole reset unfocus',
  expand: 'expand more open',
  collapse: 'collapse less close',
  hide: 'remove delete',
  showHidden: 'unhide',
  togglePin: 'fix lock hold',
  putBack: 'reset moved positions places',
  arrange: 'layout group sort',
  fit: 'fit centre center zoom all',
  zoomIn: 'larger bigger closer',
  zoomOut: 'smaller farther',
  clearFilters: 'remove reset',
  clearView: 'remove reset',
  toggleUnrelated: 'lonely isolated',
  undo: 'back revert',
  redo: 'again forward',
  startOver: 'reset home',
  setTheme: 'dark mode night colours theme',
  openOpen: 'import load file csv excel paste saved start recent',
  openReport: 'import report warnings lost',
  openExport: 'save download svg png jpeg webp pdf print image html csv json bibtex ris',
  openDuplicates: 'duplicates doubles merge unmerge same identity namesake spelling',
  openCheck: 'review unsourced disputed alleged rumoured single origin response fact',
  openShare: 'copy url address',
  openHelp: 'help legend explain',
  toggleLegend: 'key explain',
  showTimeline: 'time dates clock',
  showTable: 'list rows',
};

/** The same for what can be done with an entity. */
export const entityAlso = { goTo: 'select find', path: 'path between', around: 'focus neighbours' } as const;

/** The keys in the help sheet. */
export const keysText = {
  heading: 'Keys',
  everywhere: 'Everywhere',
  graph: 'While the graph has the focus',
  graphHint: 'Press Tab until the picture of the graph is outlined, or click into it.',
  all: 'Every command, with or without a key, is in one list: ',
  openAll: 'All commands',
  or: 'or',
  search: 'Search names, relations and sources',
  searchKeys: ['/', 'Ctrl+K'],
  /** What the graph's field answers itself. */
  walking: [
    { keys: ['ArrowKeys'], label: 'Walk from entity to entity' },
    { keys: ['Space'], label: 'Keep the entity selected while walking on, so as to select several' },
    { keys: ['Enter'], label: 'Read about the selected entity' },
    { keys: ['Ctrl+ArrowKeys'], label: 'Move the picture' },
    { keys: ['Shift+ArrowKeys'], label: 'Move what is selected' },
  ],
} as const;

const KEY_NAMES: ReadonlyMap<string, string> = new Map([
  ['Escape', 'Esc'],
  ['ArrowKeys', 'Arrow key'],
  ['-', '−'],
]);

/** A shortcut as it is written on keys: "Ctrl+Shift+P"; on Apple's keyboards with ⌘ and ⌥. */
export function sayShortcut(shortcut: string, apple: boolean): string {
  // The last "+" may be the key itself.
  const modifiers = shortcut.split(/\+(?=.)/);
  const key = modifiers.pop() ?? '';
  const name = KEY_NAMES.get(key) ?? (key.length === 1 ? key.toUpperCase() : key);
  const spoken = modifiers.map((one) => (apple ? (one === 'Ctrl' ? '⌘' : one === 'Alt' ? '⌥' : one) : one));
  return [...spoken, name].join('+');
}
