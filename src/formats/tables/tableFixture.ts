import type { TableMapping } from '../../model/tableMapping.ts';
import type { InputFile } from '../format.ts';
import { createImportLog, type ImportLog } from '../importLog.ts';
import { type ReadTables, readTables } from './readTables.ts';

/** A text as the opening job hands it on. */
export function textInput(text: string, name = 'table.csv'): InputFile {
  return { name, size: text.length, encoding: 'utf-8', text, bytes: null, json: undefined, root: null };
}

/** Bytes that are no text. */
export function bytesInput(bytes: Uint8Array, name: string): InputFile {
  return { name, size: bytes.length, encoding: null, text: '', bytes, json: undefined, root: null };
}

/** Reads texts as tables that belong together. */
export async function readTexts(
  texts: readonly string[],
  mapping: TableMapping | null = null,
): Promise<ReadTables & { readonly log: ImportLog }> {
  const log = createImportLog();
  const files = texts.map((text, i) => textInput(text, `t${i + 1}.csv`));
  return { ...(await readTables(files, mapping, { log, progress: () => undefined })), log };
}

/** Relations as sentences: "Ann · owns · Acme". */
export function sentencesOf({ file }: ReadTables): string[] {
  const names = new Map(file.entities.map(({ id, name }) => [id, name]));
  const types = new Map(file.relationTypes.map(({ id, forward }) => [id, forward.full]));
  return file.relations.map(({ from, type, to, valid }) =>
    [names.get(from), types.get(type), names.get(to), ...(valid ? [valid] : [])].join(' · '),
  );
}
