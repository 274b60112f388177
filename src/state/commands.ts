import type { Dataset } from '../model/dataset.ts';
import type { Placement, Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { chooseShownPart, type Focus } from '../model/shownPart.ts';
import type { AppState, CameraWish, DialogName, Failure, Tab, ThemeChoice } from './appState.ts';
import { buildInitialState } from './appState.ts';
import { findRecord, isRecord } from './recordOf.ts';

/** What a command changes. */
export type Change = Partial<AppState>;

/** Something the reader can do. `run` is pure; `enabled` says whether it would change anything now. */
export interface Command<Args> {
  readonly id: string;
  readonly label: string;
  /** As `KeyboardEvent.key` with modifiers in the order Ctrl+Alt+Shift, where the command has keys of its own. */
  readonly shortcut?: string;
  readonly enabled: (state: AppState) => boolean;
  readonly run: (state: AppState, args: Args) => Change;
}

function define<Args>(command: Command<Args>): Command<Args> {
  return command;
}

const always = (): boolean => true;

function wish(state: AppState, ask: CameraWish['ask']): Pick<AppState, 'camera'> {
  return { camera: { serial: state.camera.serial + 1, ask } };
}

/** Selecting something that is not drawn brings it into the picture by focusing on it. */
function bringIntoPart(state: AppState, ids: readonly string[]): Change {
  const { ids: shown } = chooseShownPart(state.dataset, state.focus);
  const wanted = ids.flatMap((id): readonly EntityId[] => {
    const found = findRecord(state.dataset, id);
    if (found?.type === 'relation') return [found.relation.from, found.relation.to];
    if (found?.type === 'tie') return found.tie.ends;
    return found?.type === 'entity' ? [found.entity.id] : [];
  });
  const missing = wanted.filter((id) => !shown.has(id));
  if (missing.length === 0) return {};
  return { focus: { ids: [...new Set(wanted)], hops: 1 } };
}

function cameraCommand(id: string, label: string, shortcut: string, ask: CameraWish['ask']): Command<void> {
  return { id, label, shortcut, enabled: always, run: (state) => wish(state, ask) };
}

/** Every command, by name. Labels are for menus and the help sheet. */
export const commands = {
  select: define<{ ids: readonly string[]; centre?: boolean }>({
    id: 'select',
    label: 'Select',
    enabled: always,
    run: (state, { ids, centre = false }: { ids: readonly string[]; centre?: boolean }) => {
      const known = [...new Set(ids)].filter((id) => isRecord(state.dataset, id));
      const part = bringIntoPart(state, known);
      const show = centre && known.length > 0 && !part.focus ? wish(state, { show: known }) : {};
      return { selection: known, pointed: [], ...part, ...(part.focus ? wish(state, 'fit') : show) };
    },
  }),

  toggleSelected: define<string>({
    id: 'toggleSelected',
    label: 'Add to or take from the selection',
    enabled: always,
    run: (state, id: string) => ({
      selection: state.selection.includes(id)
        ? state.selection.filter((other) => other !== id)
        : [...state.selection, id].filter((other) => isRecord(state.dataset, other)),
    }),
  }),

  clearSelection: define<void>({
    id: 'clearSelection',
    label: 'Clear the selection',
    shortcut: 'Escape',
    enabled: (state) => state.selection.length > 0,
    run: () => ({ selection: [], pointed: [] }),
  }),

  point: define<readonly string[]>({
    id: 'point',
    label: 'Point at',
    enabled: always,
    run: (state, ids: readonly string[]) => (ids.length === 0 && state.pointed.length === 0 ? {} : { pointed: ids }),
  }),

  focusOn: define<Focus>({
    id: 'focusOn',
    label: 'Show only the neighbourhood',
    enabled: (state) => state.selection.some((id) => state.dataset.entities.has(id as EntityId)),
    run: (state, focus: Focus) => {
      const ids = focus.ids.filter((id) => state.dataset.entities.has(id));
      if (ids.length === 0) return {};
      return { focus: { ids, hops: focus.hops }, selection: ids, pointed: [], ...wish(state, 'fit') };
    },
  }),

  showAll: define<void>({
    id: 'showAll',
    label: 'Show everything',
    shortcut: 'Backspace',
    enabled: (state) => state.focus !== null,
    run: (state) => ({ focus: null, pointed: [], ...wish(state, 'fit') }),
  }),

  moveNodes: define<ReadonlyMap<EntityId, Point>>({
    id: 'moveNodes',
    label: 'Move',
    enabled: always,
    run: (state, moved: ReadonlyMap<EntityId, Point>) => ({ moved: new Map([...state.moved, ...moved]) }),
  }),

  putBack: define<void>({
    id: 'putBack',
    label: 'Put everything back in its place',
    enabled: (state) => state.moved.size > 0,
    run: () => ({ moved: new Map() }),
  }),

  showTab: define<Tab>({
    id: 'showTab',
    label: 'Show tab',
    enabled: always,
    run: (_, tab: Tab) => ({ tab, pointed: [] }),
  }),

  fit: cameraCommand('fit', 'Show the whole picture', '0', 'fit'),
  zoomIn: cameraCommand('zoomIn', 'Zoom in', '+', 'zoomIn'),
  zoomOut: cameraCommand('zoomOut', 'Zoom out', '-', 'zoomOut'),
  pan: define<'left' | 'right' | 'up' | 'down'>({
    id: 'pan',
    label: 'Move the picture',
    enabled: always,
    run: (state, way: 'left' | 'right' | 'up' | 'down') => wish(state, way),
  }),

  setTheme: define<ThemeChoice>({
    id: 'setTheme',
    label: 'Light or dark',
    enabled: always,
    run: (_, theme: ThemeChoice) => ({ theme }),
  }),

  openDialog: define<DialogName>({
    id: 'openDialog',
    label: 'Open',
    enabled: always,
    run: (_, dialog: DialogName) => ({ dialog }),
  }),

  closeDialog: define<void>({
    id: 'closeDialog',
    label: 'Close',
    enabled: (state) => state.dialog !== null,
    run: () => ({ dialog: null }),
  }),

  toggleLegend: define<void>({
    id: 'toggleLegend',
    label: 'Legend',
    shortcut: 'l',
    enabled: always,
    run: (state) => ({ legendOpen: !state.legendOpen }),
  }),

  openDataset: define<{ dataset: Dataset; placement: Placement | null }>({
    id: 'openDataset',
    label: 'Open a dataset',
    enabled: always,
    run: (state, { dataset, placement }: { dataset: Dataset; placement: Placement | null }) => ({
      ...buildInitialState(dataset, placement),
      datasetVersion: state.datasetVersion + 1,
      theme: state.theme,
      systemDark: state.systemDark,
      legendOpen: state.legendOpen,
      camera: wish(state, 'fit').camera,
    }),
  }),

  /** The answer of a layout job; dropped if the dataset moved on. */
  place: define<{ placement: Placement; version: number }>({
    id: 'place',
    label: 'Arrange',
    enabled: always,
    run: (state, { placement, version }: { placement: Placement; version: number }) =>
      version === state.datasetVersion ? { placement, ...wish(state, 'fit') } : {},
  }),

  report: define<Partial<Pick<AppState, 'busy' | 'failure' | 'said' | 'systemDark'>>>({
    id: 'report',
    label: 'Report progress or failure',
    enabled: always,
    run: (_, change: Partial<Pick<AppState, 'busy' | 'failure' | 'said' | 'systemDark'>>) => change,
  }),

  dismissFailure: define<void>({
    id: 'dismissFailure',
    label: 'Close the message',
    enabled: (state) => state.failure !== null,
    run: () => ({ failure: null as Failure | null }),
  }),

  /** What a link or a step back in the browser asks for. */
  restore: define<Pick<AppState, 'selection' | 'focus' | 'tab'>>({
    id: 'restore',
    label: 'Go back or forward',
    enabled: always,
    run: (state, asked: Pick<AppState, 'selection' | 'focus' | 'tab'>) => {
      const selection = asked.selection.filter((id) => isRecord(state.dataset, id));
      const ids = asked.focus?.ids.filter((id) => state.dataset.entities.has(id)) ?? [];
      const focus = asked.focus && ids.length > 0 ? { ids, hops: asked.focus.hops } : null;
      const same = JSON.stringify(focus) === JSON.stringify(state.focus);
      return { selection, tab: asked.tab, pointed: [], ...(same ? {} : { focus, ...wish(state, 'fit') }) };
    },
  }),
};

export type CommandName = keyof typeof commands;
export type ArgsOf<Name extends CommandName> = (typeof commands)[Name] extends Command<infer Args> ? Args : never;
