import type { WriteAsk, Written } from '../formats/writeFile.ts';
import type { MessageParams } from '../model/dataError.ts';
import type { PathProblem, PathSolution } from '../model/findPaths.ts';
import type { ImportReport } from '../model/importReport.ts';
import type { LayoutProblem } from '../model/layoutProblem.ts';
import type { NamedContent } from '../model/namedContent.ts';
import type { PlacementFile } from '../model/placementCodec.ts';
import type { DatasetFile } from '../model/records.ts';
import type { TableMapping } from '../model/tableMapping.ts';
import type { TablesPeek } from '../model/tablePeek.ts';

/** Files that are one dataset; `mapping` says how tables among them are read, null guesses. */
export interface OpenAsk {
  readonly files: readonly NamedContent[];
  readonly mapping: TableMapping | null;
}

/** Every job by name: what it is asked and what it answers. */
export interface JobMap {
  readonly layout: { readonly ask: LayoutProblem; readonly answer: PlacementFile };
  readonly open: {
    readonly ask: OpenAsk;
    readonly answer: { readonly file: DatasetFile; readonly report: ImportReport };
  };
  /** Null where there is no table among the files. */
  readonly peek: { readonly ask: OpenAsk; readonly answer: TablesPeek | null };
  /** A part as records in some format; what goes wrong has code `unexpected`. */
  readonly write: { readonly ask: WriteAsk; readonly answer: Written };
  readonly paths: { readonly ask: PathProblem; readonly answer: PathSolution };
}

export type JobName = keyof JobMap;

export interface JobRequest<Name extends JobName = JobName> {
  readonly serial: number;
  readonly name: Name;
  readonly ask: JobMap[Name]['ask'];
}

/** A long list of what is asked, ahead of the request of that serial. */
export interface AskSlice extends FileSlice {
  readonly serial: number;
  readonly type: 'slice';
}

/** What comes back: progress (0 to 1), slices of a long list, the answer, or a failure by code. */
export type JobReply =
  | { readonly serial: number; readonly type: 'progress'; readonly done: number }
  | AskSlice
  | { readonly serial: number; readonly type: 'answer'; readonly answer: unknown }
  | {
      readonly serial: number;
      readonly type: 'failure';
      readonly code: string;
      readonly where: string;
      readonly params: MessageParams;
    };

/** Lists of a dataset file that cross in slices, so that no single message blocks the page. */
export const SLICED_PARTS = ['sources', 'entities', 'relations'] as const;
export type SlicedPart = (typeof SLICED_PARTS)[number];
/** Records a message. */
export const SLICE = 1000;

/** Some of the records of one list of a file. */
export interface FileSlice {
  readonly part: SlicedPart;
  readonly records: readonly unknown[];
}

/** The long lists of a file in slices, and the file without them. */
export function sliceFile(file: DatasetFile): { readonly rest: DatasetFile; readonly slices: readonly FileSlice[] } {
  const slices = SLICED_PARTS.flatMap((part) =>
    Array.from({ length: Math.ceil(file[part].length / SLICE) }, (_, i) => ({
      part,
      records: file[part].slice(i * SLICE, (i + 1) * SLICE),
    })),
  );
  return { rest: { ...file, sources: [], entities: [], relations: [] }, slices };
}

/** Lists that came in slices, by part. */
export type Lists = Map<string, unknown[]>;

/** Puts a slice behind those of its part that came before. */
export function addSlice(lists: Lists, { part, records }: FileSlice): void {
  const list = lists.get(part) ?? [];
  lists.set(part, list);
  for (const record of records) list.push(record);
}

/** The file with the lists that came in slices. */
export function joinSlices(rest: DatasetFile, lists: ReadonlyMap<string, readonly unknown[]>): DatasetFile {
  return { ...rest, ...Object.fromEntries(lists) };
}
