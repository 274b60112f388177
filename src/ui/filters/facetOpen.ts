import { useState } from 'react';
import type { AppStore } from '../../state/createAppStore.ts';
import { useAppStore } from '../kit/appContext.ts';

/** What is open when the panel is first opened: how firmly, and what is denied. */
const OPENING: readonly string[] = ['standings', 'dispute'];

/** Kept while the panel is closed, since a panel that is not shown is not mounted. */
const opened = new WeakMap<AppStore, ReadonlySet<string>>();

/** Whether a part of the panel is unfolded, and how to fold and unfold it. */
export function useUnfolded(name: string): [boolean, () => void] {
  const store = useAppStore();
  const read = (): ReadonlySet<string> => opened.get(store) ?? new Set(OPENING);
  const [isOpen, setOpen] = useState(() => read().has(name));
  const toggle = (): void => {
    const next = new Set(read());
    if (isOpen) next.delete(name);
    else next.add(name);
    opened.set(store, next);
    setOpen(!isOpen);
  };
  return [isOpen, toggle];
}
