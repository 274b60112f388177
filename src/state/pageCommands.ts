import type { AppState, DialogName, Tab, ThemeChoice } from './appState.ts';
import { always, type Change, type Command, define, offerVoid, wish } from './command.ts';

function cameraCommand(id: string, label: string, shortcut: string, ask: 'fit' | 'zoomIn' | 'zoomOut'): Command<void> {
  const run = (state: AppState): Change => wish(state, ask);
  return { id, label, group: 'graph', shortcut, scope: 'graph', enabled: always, offer: offerVoid, run };
}

function dialogCommand(id: string, label: string, dialog: DialogName, keys: Pick<Command<void>, 'shortcut' | 'alias'>) {
  return define<void>({
    id,
    label,
    group: 'page',
    ...keys,
    scope: 'page',
    enabled: always,
    offer: offerVoid,
    run: () => ({ dialog }),
  });
}

function tabCommand(id: string, label: string, tab: Tab) {
  return define<void>({
    id,
    label,
    group: 'page',
    enabled: (state) => state.tab !== tab,
    offer: offerVoid,
    run: () => ({ tab, pointed: [] }),
  });
}

/** Tabs, camera, dialogs and everything else about the page that is no part of the view. */
export const pageCommands = {
  showTab: define<Tab>({
    id: 'showTab',
    label: 'Show tab',
    group: 'page',
    enabled: always,
    run: (_, tab) => ({ tab, pointed: [] }),
  }),
  showGraph: tabCommand('showGraph', 'Show the graph', 'graph'),
  showTable: tabCommand('showTable', 'Show the table', 'table'),
  showSources: tabCommand('showSources', 'Show the sources', 'sources'),
  showTimeline: tabCommand('showTimeline', 'Show the timeline', 'timeline'),

  fit: cameraCommand('fit', 'Fit the picture to the window', '0', 'fit'),
  zoomIn: cameraCommand('zoomIn', 'Zoom in', '+', 'zoomIn'),
  zoomOut: cameraCommand('zoomOut', 'Zoom out', '-', 'zoomOut'),
  pan: define<'left' | 'right' | 'up' | 'down'>({
    id: 'pan',
    label: 'Move the picture',
    group: 'graph',
    enabled: always,
    run: (state, way) => wish(state, way),
  }),
  /** The reader has moved the camera. */
  lookAt: define<AppState['cameraAt']>({
    id: 'lookAt',
    label: 'Look at',
    group: 'graph',
    enabled: always,
    run: (_, cameraAt) => ({ cameraAt }),
  }),

  toggleFilters: define<void>({
    id: 'toggleFilters',
    label: 'Open or close the filters',
    group: 'filters',
    enabled: always,
    offer: offerVoid,
    run: (state) => ({ filtersOpen: !state.filtersOpen }),
  }),

  setTheme: define<ThemeChoice>({
    id: 'setTheme',
    label: 'Switch between light and dark colours',
    group: 'page',
    enabled: always,
    offer: ({ theme, systemDark }) => ((theme === 'system' ? systemDark : theme === 'dark') ? 'light' : 'dark'),
    run: (_, theme) => ({ theme }),
  }),

  /** WCAG 2.1.4: keys without Ctrl that work everywhere can be switched off. */
  setSingleKeys: define<boolean>({
    id: 'setSingleKeys',
    label: 'Switch the keys ?, /, n and b on or off',
    group: 'page',
    enabled: always,
    offer: ({ singleKeys }) => !singleKeys,
    run: (_, singleKeys) => ({ singleKeys }),
  }),

  openDialog: define<DialogName>({
    id: 'openDialog',
    label: 'Open',
    group: 'page',
    enabled: always,
    run: (_, dialog) => ({ dialog }),
  }),
  openPalette: dialogCommand('openPalette', 'All commands', 'palette', { shortcut: '?', alias: 'Ctrl+Shift+P' }),
  openHelp: dialogCommand('openHelp', 'How to read this', 'help', {}),
  openKeys: dialogCommand('openKeys', 'Keys of the keyboard', 'keys', {}),
  openExport: dialogCommand('openExport', 'Export: picture, page, dossier, data or sources', 'export', {}),
  openCheck: dialogCommand('openCheck', 'Check before publishing', 'check', {}),
  openDuplicates: dialogCommand('openDuplicates', 'Find entities that may be the same', 'duplicates', {}),
  openShare: dialogCommand('openShare', 'Share a link to this view', 'share', {}),
  openOpen: dialogCommand('openOpen', 'Open data or go back to kept work', 'open', { shortcut: 'Ctrl+O' }),
  openReport: {
    ...dialogCommand('openReport', 'What was understood of the data', 'report', {}),
    enabled: (state: AppState) => state.report !== null,
  },
  /** The file is written by what follows the store: commands only say that it is wanted. */
  saveFile: define<void>({
    id: 'saveFile',
    label: 'Save to a file',
    group: 'page',
    shortcut: 'Ctrl+S',
    scope: 'page',
    enabled: ({ dataset }) => dataset.entities.size > 0,
    offer: offerVoid,
    run: (state) => ({ saveAsked: state.saveAsked + 1 }),
  }),
  closeDialog: define<void>({
    id: 'closeDialog',
    label: 'Close',
    group: 'page',
    enabled: (state) => state.dialog !== null,
    run: () => ({ dialog: null }),
  }),

  toggleLegend: define<void>({
    id: 'toggleLegend',
    label: 'Show or hide the legend',
    group: 'page',
    shortcut: 'l',
    scope: 'graph',
    enabled: always,
    offer: offerVoid,
    run: (state) => ({ legendOpen: !state.legendOpen }),
  }),
};
