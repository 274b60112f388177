import type { Issue } from './dataError.ts';
import type { TableMapping } from './tableMapping.ts';

/** One file as it was read. */
export interface ReportedFile {
  readonly name: string;
  readonly format: string;
  /** The format's proper name. */
  readonly label: string;
  readonly size: number;
  /** How its bytes were read; null for what is no text. */
  readonly encoding: string | null;
  /** In the file's own terms; rows of a table are edges or nodes by its shape. */
  readonly nodes: number;
  readonly edges: number;
}

/** How many records a dataset holds. */
export interface RecordCounts {
  readonly entities: number;
  readonly relations: number;
  readonly claims: number;
  readonly sources: number;
}

/** What was understood of what was opened. */
export interface ImportReport {
  /** The format's id; `mixed` for several. */
  readonly format: string;
  readonly files: readonly ReportedFile[];
  /** Entities and relations as the files have them, whatever became of them; claims and sources as the dataset holds them. */
  readonly counts: RecordCounts;
  /** What the dataset holds now: also what was made of nested and implied things. */
  readonly holds: RecordCounts;
  readonly issues: readonly Issue[];
  /** How tables were read, to be looked at and changed; null where there was no table. */
  readonly mapping: TableMapping | null;
}
