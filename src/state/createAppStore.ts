import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from './appState.ts';
import { type ArgsOf, type Change, type Command, type CommandName, commands } from './commands.ts';

/** The only writer: runs a command and merges what it changes. */
export type Dispatch = <Name extends CommandName>(
  name: Name,
  ...args: ArgsOf<Name> extends void ? [] : [args: ArgsOf<Name>]
) => void;

/** One store for everything the reader has loaded and done, and its only writer. */
export interface AppStore extends Pick<StoreApi<AppState>, 'getState' | 'subscribe' | 'getInitialState'> {
  readonly dispatch: Dispatch;
}

/** Creates a store of its own, so that each test and each embedded page has one. */
export function createAppStore(initial: AppState): AppStore {
  const store = createStore<AppState>()(() => initial);
  const dispatch: Dispatch = (name, ...args) => {
    const command = commands[name] as Command<unknown>;
    const change: Change = command.run(store.getState(), args[0]);
    if (Object.keys(change).length > 0) store.setState(change);
  };
  const { getState, subscribe, getInitialState } = store;
  return { getState, subscribe, getInitialState, dispatch };
}
