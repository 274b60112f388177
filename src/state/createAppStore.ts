import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from './appState.ts';
import type { Change, Command } from './command.ts';
import { type ArgsOf, type CommandName, commands } from './commands.ts';

/** The only writer: runs a command and merges what it changes. */
export type Dispatch = <Name extends CommandName>(
  name: Name,
  ...args: ArgsOf<Name> extends void ? [] : [args: ArgsOf<Name>]
) => void;

/** One store for everything the reader has loaded and done, and its only writer. */
export interface AppStore extends Pick<StoreApi<AppState>, 'getState' | 'subscribe' | 'getInitialState'> {
  readonly dispatch: Dispatch;
}

/** Steps that can be undone. */
const MOST_STEPS = 100;

/** What a command changes, so that only changes of the same thing go on into one step. */
function kindOf(args: unknown): string {
  const isPlain = typeof args === 'object' && args !== null && !Array.isArray(args) && !(args instanceof Map);
  return isPlain
    ? Object.keys(args)
        .filter((key) => key !== 'playing')
        .join()
    : '';
}

/** Adds the step of undo that a change of the view is. Earlier views are kept by reference. */
function record(before: AppState, change: Change, command: Command<unknown>, args: unknown): Change {
  if (!change.view || change.view === before.view || change.past) return change;
  const asked = typeof command.record === 'function' ? command.record(args) : (command.record ?? 'now');
  if (asked === 'never') return change;
  const kind = change.merging ?? `${command.id} ${kindOf(args)}`;
  const goesOn = asked === 'merge' && before.merging === kind;
  return {
    ...change,
    past: goesOn ? before.past : [...before.past, before.view].slice(-MOST_STEPS),
    future: [],
    merging: kind,
  };
}

/** Creates a store of its own, so that each test and each embedded page has one. */
export function createAppStore(initial: AppState): AppStore {
  const store = createStore<AppState>()(() => initial);
  const dispatch: Dispatch = (name, ...args) => {
    const command = commands[name] as unknown as Command<unknown>;
    const before = store.getState();
    const change = record(before, command.run(before, args[0]), command, args[0]);
    if (Object.keys(change).length > 0) store.setState(change);
  };
  const { getState, subscribe, getInitialState } = store;
  return { getState, subscribe, getInitialState, dispatch };
}
