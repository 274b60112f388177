import type { AppState } from './appState.ts';
import type { Command } from './command.ts';
import { type CommandName, commands } from './commands.ts';
import type { AppStore } from './createAppStore.ts';

/** What is read of a `KeyboardEvent`, React's or the browser's. */
export interface KeyPress extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> {
  /** Which key of the keyboard it was, for letters of other scripts. */
  readonly code?: string;
  readonly target?: EventTarget | null;
}

/** A command as palette, help and keys read it, whatever its arguments. */
export type AnyCommand = Command<unknown> & { readonly id: CommandName };

/** The registry as a list, in its own order. */
export const allCommands = Object.values(commands) as unknown as readonly AnyCommand[];

const NO_TYPING = ['checkbox', 'radio', 'range', 'button', 'submit', 'file', 'color'];
const FIELD = `textarea, select, [contenteditable]:not([contenteditable="false"]), input${NO_TYPING.map((type) => `:not([type="${type}"])`).join('')}`;
/** Copying, pasting and the steps back of the field itself. */
const EDITING = /^Ctrl\+(?:Shift\+)?[ACVXYZ]$/;

/** Whether the device's keys are Apple's: their Command key is what Ctrl is elsewhere. */
export function isApple(): boolean {
  return /Mac|iP(?:hone|ad|od)/.test(globalThis.navigator?.platform ?? '');
}

/** The Latin letter on a key whose layout has another script, or that a modifier turned into a sign. */
function latinOf({ key, code = '', altKey }: KeyPress): string {
  const isPlain = /^[\x20-\x7e]+$/.test(key);
  if (isPlain && !altKey) return key;
  return /^Key(.)$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/**
 * The normal form of a key press: "f", "Shift+H", "Ctrl+Shift+P", "?", "Backspace". Command counts as Ctrl on Apple's
 * keyboards. Shift is left out where it only serves to write a sign, so that "?" and "+" are the same on every layout.
 */
export function keyOf(event: KeyPress, apple: boolean = isApple()): string {
  const key = latinOf(event);
  const isLetter = /^[a-z]$/i.test(key);
  const isSign = key.length === 1 && !isLetter;
  const ctrl = event.ctrlKey || (apple && event.metaKey);
  const modifiers = [
    ctrl ? 'Ctrl' : '',
    event.metaKey && !apple ? 'Meta' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isSign ? 'Shift' : '',
  ].filter(Boolean);
  // The key of "+" on many layouts, pressed without Shift.
  const sign = key === '=' && !event.shiftKey ? '+' : key;
  const name = isLetter ? (modifiers.length > 0 ? key.toUpperCase() : key.toLowerCase()) : sign;
  return [...modifiers, name].join('+');
}

/** Whether what has the focus takes this key itself, as text or to edit it. */
function isForField(target: KeyPress['target'], key: string): boolean {
  const element = target as Partial<Element> | null | undefined;
  if (!element?.closest?.(FIELD)) return false;
  return !key.startsWith('Ctrl+') || EDITING.test(key);
}

/** Runs a command with what it offers itself; false where it would change nothing now. */
export function runOffered(store: AppStore, { id, enabled, offer }: AnyCommand): boolean {
  const state: AppState = store.getState();
  if (!offer || !enabled(state)) return false;
  const args = offer(state);
  if (args === null) return false;
  (store.dispatch as (name: CommandName, args: unknown) => void)(id, args);
  return true;
}

/**
 * Runs the command whose keys were pressed and says whether it did. Those of the graph are asked for by the graph's field
 * alone; none is run while the focus is in a text field that takes the key itself.
 */
export function runShortcut(store: AppStore, event: KeyPress, scope: Command<unknown>['scope'] = 'graph'): boolean {
  const key = keyOf(event);
  if (isForField(event.target, key)) return false;
  if (scope === 'page' && key.length === 1 && !store.getState().singleKeys) return false;
  const command = allCommands.find((one) => one.scope === scope && (one.shortcut === key || one.alias === key));
  return command !== undefined && runOffered(store, command);
}

/** Answers the keys that work everywhere, except under a modal dialog. Returns the function that stops it. */
export function followShortcuts(store: AppStore, page: Document): () => void {
  const answer = (event: KeyboardEvent): void => {
    // What browsers send when they fill in a form has no key.
    if (event.defaultPrevented || event.isComposing || typeof event.key !== 'string') return;
    if (page.querySelector('dialog[open]') === null && runShortcut(store, event, 'page')) event.preventDefault();
  };
  page.addEventListener('keydown', answer);
  return () => page.removeEventListener('keydown', answer);
}
