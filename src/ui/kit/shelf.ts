import { createContext } from 'react';
import type { TableMapping } from '../../model/tableMapping.ts';

/** A dataset kept on this machine, as the start screen lists it. */
export interface KeptEntry {
  readonly key: string;
  readonly title: string;
  readonly entities: number;
  readonly relations: number;
  /** Size as kept, bytes. */
  readonly bytes: number;
  /** When it was last changed, ms since 1970. */
  readonly changed: number;
  /** The format's id that it was imported from; `sayso` where it was none. */
  readonly format: string;
  /** The name of the reader's own file that it was saved to, which `reopen` reads; null where there is none. */
  readonly savedTo: string | null;
}

/** How well this browser keeps things. */
export interface ShelfState {
  /** `refused`: nothing can be kept; `full`: the last change did not fit; `volatile`: the browser may delete it unasked. */
  readonly problem: 'refused' | 'full' | 'volatile' | null;
  /** Bytes used and allowed; null where the browser does not say. */
  readonly usage: number | null;
  readonly quota: number | null;
}

/** Datasets, views and mappings kept in this browser. Nothing of it leaves the machine. */
export interface Shelf {
  /** Newest first; empty where nothing can be kept. */
  list(): Promise<readonly KeptEntry[]>;
  state(): Promise<ShelfState>;
  /** The key of what is open, where that is kept; null else. */
  current(): Promise<string | null>;
  /**
   * Opens a kept dataset with its view, or the bundled story for null. Rejects with DataError (`kept-gone`,
   * `kept-unreadable`, `kept-refused`) and leaves what was open.
   */
  open(key: string | null): Promise<void>;
  /** What is open stays on the page when it is deleted, and is no longer kept. */
  remove(key: string): Promise<void>;
  /** Datasets, views, mappings and settings: nothing of Sayso is left in this browser's storage. */
  removeAll(): Promise<void>;
  /** Asks the browser not to delete what is kept; whether it agreed. */
  persist(): Promise<boolean>;
  /** Whether `save` writes to a file in its place; elsewhere it is downloaded each time. */
  readonly canSaveInPlace: boolean;
  /**
   * Saves what is open, private notes too, to the file that it was saved to before or to one that the reader picks, and
   * resolves to the file's name. Must be called from a click or key. Rejects with DataError (`cancelled`, `save-failed`).
   */
  save(): Promise<string>;
  /**
   * The file that a kept dataset was saved to, as it is now, to be given to the opener. Must be called from a click or
   * key. Rejects with DataError (`not-found`, `unreadable`, `cancelled`).
   */
  reopen(key: string): Promise<File>;
  /** After another tab has changed what is open here: shows that, or goes on with what is here under a key of its own. */
  resolve(choice: 'newer' | 'copy'): Promise<void>;
  /** How tables with these header rows were read last (`mappingKey`); null where that is not known. */
  recallMapping(key: string): Promise<TableMapping | null>;
  /** Never rejects: where nothing can be kept it is forgotten. */
  rememberMapping(key: string, mapping: TableMapping): Promise<void>;
  /** Writes what waits to be written; resolves when it is written or has failed. */
  settle(): Promise<void>;
  /** Calls back when the list or the state has changed, in this tab or another; returns what stops it. */
  follow(listener: () => void): () => void;
}

export const ShelfContext = createContext<Shelf | null>(null);
