import { createContext } from 'react';
import type { ImportReport } from '../../model/importReport.ts';
import type { NamedContent } from '../../model/namedContent.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';

/** How files are opened. */
export interface OpenChoices {
  /** Adds to what is open instead of replacing it. */
  readonly add?: boolean;
  /** How tables are read; where it is left out, as remembered for these header rows, else as guessed. */
  readonly mapping?: TableMapping;
  readonly signal?: AbortSignal;
}

/** Opens what the reader brings. What was open stays until the new is complete. */
export interface Opener {
  /** Resolves when the first useful picture is drawn; rejects with DataError, which is also shown. */
  open(files: readonly NamedContent[], choices?: OpenChoices): Promise<ImportReport & { readonly ms: number }>;
  /** What tables among the files look like under a mapping (null: remembered or guessed); null where there is no table. */
  peek(files: readonly NamedContent[], mapping: TableMapping | null, signal?: AbortSignal): Promise<TablesPeek | null>;
  /** Files that were opened last in this page, so that their tables can be read in another way; empty where there are none. */
  last(): readonly NamedContent[];
  /** Stops what is being opened; nothing where nothing is. */
  cancel(): void;
}

export const OpenerContext = createContext<Opener | null>(null);
