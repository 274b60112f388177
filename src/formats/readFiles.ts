import { DataError, type Issue } from '../model/dataError.ts';
import type { ImportReport, RecordCounts, ReportedFile } from '../model/importReport.ts';
import { joinDatasets } from '../model/joinDatasets.ts';
import type { NamedContent } from '../model/namedContent.ts';
import type { DatasetFile } from '../model/records.ts';
import type { TableMapping } from '../model/tableMapping.ts';
import type { TablesPeek } from '../model/tablePeek.ts';
import { chooseFormat } from './chooseFormat.ts';
import type { Format, Imported, InputFile, ReadCounts } from './format.ts';
import { createImportLog, type ImportLog } from './importLog.ts';
import { type ReadInput, readInput } from './readInput.ts';
import { peekTables } from './tables/peekTables.ts';
import { readTables } from './tables/readTables.ts';

type Progress = (done: number) => void;

interface Chosen extends ReadInput {
  readonly format: Format | 'table';
  readonly log: ImportLog;
}

/** The share of progress that reading and parsing the bytes takes. */
const BYTES_SHARE = 0.25;

/** An error with the file's name before its place, where there are several files. */
function named(error: unknown, name: string, isOne: boolean): unknown {
  if (isOne || !(error instanceof DataError)) return error;
  return new DataError(error.code, error.where ? `${name} › ${error.where}` : name, error.params);
}

async function chooseAll(files: readonly NamedContent[], progress: Progress): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const [i, file] of files.entries()) {
    const log = createImportLog();
    try {
      const read = await readInput(file, log);
      chosen.push({ ...read, format: chooseFormat(read), log });
    } catch (error) {
      throw named(error, file.name, files.length === 1);
    }
    progress(((i + 1) / files.length) * BYTES_SHARE);
  }
  return chosen;
}

function placed(issues: readonly Issue[], name: string, isOne: boolean): Issue[] {
  return isOne
    ? [...issues]
    : issues.map((issue) => ({ ...issue, where: issue.where ? `${name} › ${issue.where}` : name }));
}

function describeFile(
  { name, size, encoding }: InputFile,
  format: Format | 'table',
  { nodes, edges }: ReadCounts,
): ReportedFile {
  const [id, label] = format === 'table' ? ['table', 'Table'] : [format.id, format.label];
  return { name, format: id, label, size, encoding, nodes, edges };
}

function countRecords({ entities, relations, sources }: DatasetFile): RecordCounts {
  const own = entities.reduce((sum, { claims = [] }) => sum + claims.length, 0);
  const claims = relations.reduce((sum, relation) => sum + relation.claims.length, own);
  return { entities: entities.length, relations: relations.length, claims, sources: sources.length };
}

interface ReadAll {
  readonly imported: Imported[];
  readonly files: ReportedFile[];
  readonly issues: Issue[];
  readonly mapping: TableMapping | null;
}

async function readAll(chosen: readonly Chosen[], asked: TableMapping | null, progress: Progress): Promise<ReadAll> {
  const isOne = chosen.length === 1;
  const all: ReadAll = { imported: [], files: [], issues: [], mapping: null };
  const tables = chosen.filter(({ format }) => format === 'table');
  let mapping: TableMapping | null = null;
  const units = chosen.length - tables.length + (tables.length > 0 ? 1 : 0);
  let done = 0;
  const within: Progress = (part) => progress(BYTES_SHARE + ((done + part) / units) * (0.95 - BYTES_SHARE));
  for (const { format, input, log } of chosen) {
    if (format === 'table') continue;
    try {
      const imported = format.read(input, { log, progress: within });
      all.imported.push(imported);
      all.files.push(describeFile(input, format, imported.read));
    } catch (error) {
      throw named(error, input.name, isOne);
    }
    all.issues.push(...placed(log.issues(), input.name, isOne));
    done += 1;
  }
  if (tables.length > 0) {
    const log = createImportLog();
    const inputs = tables.map(({ input }) => input);
    const read = await readTables(inputs, asked, { log, progress: within });
    all.imported.push(read);
    all.files.push(
      ...inputs.map((input, i) => describeFile(input, 'table', read.perFile[i] ?? { nodes: 0, edges: 0 })),
    );
    mapping = read.mapping;
    for (const { input, log: own } of tables) all.issues.push(...placed(own.issues(), input.name, isOne));
    all.issues.push(...log.issues());
  }
  return { ...all, mapping };
}

/**
 * Reads files that are one dataset: each by its content, tables among them together, then joined. Throws one DataError for
 * the first file that cannot be used; nothing half-read is ever returned. `mapping` says how tables are read, null guesses.
 */
export async function readFiles(
  files: readonly NamedContent[],
  mapping: TableMapping | null,
  progress: Progress,
): Promise<{ readonly file: DatasetFile; readonly report: ImportReport }> {
  const all = await readAll(await chooseAll(files, progress), mapping, progress);
  const [first, ...others] = all.imported;
  if (!first) throw new DataError('empty-file', '');
  let { file } = first;
  const issues = [...all.issues];
  for (const other of others) {
    const joined = joinDatasets(file, other.file);
    file = joined.file;
    issues.push(...joined.issues);
  }
  const holds = countRecords(file);
  const formats = new Set(all.files.map(({ format }) => format));
  // What is empty on purpose is a Sayso file that somebody began; anything else was meant to hold something.
  if (holds.entities + holds.relations === 0 && !formats.has('sayso')) {
    issues.push({ code: 'nothing-found', where: '', params: {}, severity: 'warning' });
  }
  const report: ImportReport = {
    format: formats.size === 1 ? (all.files[0]?.format ?? 'mixed') : 'mixed',
    files: all.files,
    counts: {
      ...holds,
      entities: all.imported.reduce((sum, { read }) => sum + read.nodes, 0),
      relations: all.imported.reduce((sum, { read }) => sum + read.edges, 0),
    },
    holds,
    issues,
    mapping: all.mapping,
  };
  return { file, report };
}

/** What tables among the files look like under a mapping; null where there is none. Throws as `readFiles` does. */
export async function peekFiles(
  files: readonly NamedContent[],
  mapping: TableMapping | null,
  progress: Progress,
): Promise<TablesPeek | null> {
  const chosen = await chooseAll(files, progress);
  const inputs = chosen.flatMap(({ format, input }) => (format === 'table' ? [input] : []));
  return inputs.length === 0 ? null : peekTables(inputs, mapping, { log: createImportLog(), progress });
}
