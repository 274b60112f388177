import type { DatasetFile } from './records.ts';
import type { TableMapping, TablePeek, WordingCount } from './tableMapping.ts';

/** What the mapping screen shows of tables under a mapping. */
export interface TablesPeek {
  readonly tables: readonly TablePeek[];
  /** As asked or, where nothing was, the best guess. */
  readonly mapping: TableMapping;
  /** Wordings of relations as written, the most frequent first. */
  readonly wordings: readonly WordingCount[];
  /** The first ten relations with their ends, types, claims and sources, to be said in words. */
  readonly sample: DatasetFile;
  /** What the whole would hold. */
  readonly entities: number;
  readonly relations: number;
}
