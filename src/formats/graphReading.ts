import type { Draft } from './draft.ts';
import type { FormatId } from './format.ts';
import type { Restoring } from './ownRestore.ts';
import type { PropertyGraph } from './propertyGraph.ts';

/** What a graph's readers share while it becomes a dataset. */
export interface GraphReading {
  readonly graph: PropertyGraph;
  readonly draft: Draft;
  /** What our own columns say; null where they are not read. */
  readonly restoring: Restoring | null;
}

/** Formats whose y points up, as in mathematics; ours points down, as on a screen. */
export const Y_IS_UP: ReadonlySet<FormatId> = new Set(['gexf', 'graphology']);
