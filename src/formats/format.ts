import type { DatasetFile } from '../model/records.ts';
import type { Encoding } from './decodeBytes.ts';
import type { ImportLog } from './importLog.ts';

/** What is refused above these sizes, with a sentence that states the limit. */
export const LIMITS = {
  /** Bytes a file. */
  bytes: 200_000_000,
  /** Entities and relations a file, rows of a table included. */
  records: 2_000_000,
  /** Levels of nesting in JSON and XML. */
  depth: 1000,
} as const;

/** A file that has been read from wherever it was, text decoded once for everybody. */
export interface InputFile {
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  /** Null for what is no text: then `bytes` has it and `text` is empty. */
  readonly encoding: Encoding | null;
  /** Without a byte order mark. */
  readonly text: string;
  readonly bytes: Uint8Array | null;
  /** The value, where the text is one JSON value; parsed once. Undefined where it is none. */
  readonly json: unknown;
  /** The name of the root element without its prefix, lower case, where the text is XML; else null. */
  readonly root: string | null;
}

/** What a reader is given beside the file. */
export interface ReadContext {
  readonly log: ImportLog;
  /** 0 to 1, as often as one likes; the job throttles it. */
  readonly progress: (done: number) => void;
}

/** How much a file holds in its own terms, whatever became of it: what other programs would count. */
export interface ReadCounts {
  readonly nodes: number;
  readonly edges: number;
}

/** What a reader made of a file. `file` has unique ids and no dangling reference (`Draft` sees to it). */
export interface Imported {
  readonly file: DatasetFile;
  readonly read: ReadCounts;
}

/** A format that is read. */
export interface Format {
  readonly id: FormatId;
  /** Its proper name. */
  readonly label: string;
  /** Without the dot, the usual one first. */
  readonly extensions: readonly string[];
  /** How surely the content is of this format, 0 to 1; the name of the file decides nothing but a draw. Never throws. */
  readonly sniff: (file: InputFile) => number;
  /** Throws DataError for a file that cannot be used; everything else that is odd goes to the log. */
  readonly read: (file: InputFile, context: ReadContext) => Imported;
}

export const FORMAT_IDS = [
  'sayso',
  'ftm',
  'graphml',
  'gexf',
  'cyjs',
  'cx2',
  'cx1',
  'graphology',
  'json-graph',
  'oligrapher',
  'bods',
  'popolo',
  'table',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];
