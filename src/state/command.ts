import type { EntityId } from '../model/records.ts';
import type { View } from '../model/view.ts';
import type { AppState, CameraWish } from './appState.ts';

/** What a command changes. */
export type Change = Partial<AppState>;

/** `now`: a step of undo of its own; `merge`: one step with those of the same command just before; `never`: none. */
export type Recording = 'now' | 'merge' | 'never';

/** Something the reader can do. `run` is pure; `enabled` says whether it would change anything now. */
export interface Command<Args> {
  readonly id: string;
  readonly label: string;
  /** Under which heading palette and help list it. */
  readonly group: 'graph' | 'view' | 'filters' | 'find' | 'story' | 'page';
  /** As `KeyboardEvent.key` with modifiers in the order Ctrl+Alt+Shift; `alias` is a second one. */
  readonly shortcut?: string;
  readonly alias?: string;
  /** Where its keys work: everywhere, or while the graph has the focus. */
  readonly scope?: 'page' | 'graph';
  /** Whether a change of the view becomes a step of undo; `now` where it is not said. */
  readonly record?: Recording | ((args: Args) => Recording);
  readonly enabled: (state: AppState) => boolean;
  readonly run: (state: AppState, args: Args) => Change;
  /** What a key or the palette runs it with; null where there is nothing to run it with. A command without it is in neither. */
  readonly offer?: (state: AppState) => Args | null;
}

/** Keeps the arguments' type of one command. */
export function define<Args>(command: Command<Args>): Command<Args> {
  return command;
}

/** For commands that always change something. */
export const always = (): boolean => true;

/** The `offer` of commands without arguments. */
export const offerVoid = (): void => undefined;

/** Asks the canvas for something; the whole is shown wherever the reader had moved the camera. */
export function wish(state: AppState, ask: CameraWish['ask']): Pick<AppState, 'camera'> & Partial<AppState> {
  return { camera: { serial: state.camera.serial + 1, ask }, ...(ask === 'fit' ? { cameraAt: null } : {}) };
}

/** Changes some of the view. */
export function changeView(state: AppState, change: Partial<View>): Pick<AppState, 'view'> {
  return { view: { ...state.view, ...change } };
}

/** The selected entities, in order of selection. */
export function selectedEntities({ dataset, selection }: AppState): EntityId[] {
  return (selection as readonly EntityId[]).filter((id) => dataset.entities.has(id));
}

/** The entity selected last; null where none is. */
export function lastEntity(state: AppState): EntityId | null {
  return selectedEntities(state).at(-1) ?? null;
}
