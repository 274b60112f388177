import { DataError } from '../../model/dataError.ts';
import { decodeBytes } from '../decodeBytes.ts';
import type { InputFile } from '../format.ts';
import type { Grid } from './grid.ts';
import { findFlatLists, readJsonLines, readJsonTable } from './jsonTable.ts';
import { splitNeo4jExport } from './neo4jExport.ts';
import { isOwnTable } from './ownTables.ts';
import { parseDelimited } from './parseDelimited.ts';
import { isOldWorkbook, isTableName, isWorkbookZip, isZip, listZip, unpack } from './unpack.ts';

/** A table that we wrote ourselves, to be read back exactly. */
export interface OwnText {
  readonly name: string;
  readonly file: number;
  readonly text: string;
}

/** All tables in files: those to be guessed and mapped, and our own. */
export interface LoadedTables {
  readonly grids: readonly Grid[];
  readonly own: readonly OwnText[];
}

type Progress = (done: number) => void;

interface Text {
  readonly name: string;
  readonly text: string;
}

async function loadBytes(
  bytes: Uint8Array,
  name: string,
  file: number,
): Promise<{ readonly grids: readonly Grid[]; readonly texts: readonly Text[] }> {
  const names = isZip(bytes) ? listZip(bytes).names : [];
  if (isOldWorkbook(bytes) || isWorkbookZip(names)) {
    // Loaded only for workbooks: it is as large as all other readers together.
    const { readWorkbook } = await import('./readWorkbook.ts');
    return { grids: readWorkbook(bytes, name, file), texts: [] };
  }
  const tables = names.filter(isTableName);
  if (tables.length === 0) throw new DataError('unknown-format', name);
  const entries = Object.entries(unpack(bytes, isTableName));
  const texts = entries.map(([entry, content]) => ({
    name: tables.length > 1 ? `${name} › ${entry}` : entry,
    text: decodeBytes(content).text,
  }));
  return { grids: [], texts };
}

async function loadFile(input: InputFile, file: number, progress: Progress): Promise<LoadedTables> {
  const { name, bytes, text, json } = input;
  if (typeof json === 'object' && json !== null) {
    const lists = findFlatLists(json);
    return {
      grids: lists.map(([key, rows]) => readJsonTable(rows, lists.length > 1 ? `${name} › ${key}` : name, file)),
      own: [],
    };
  }
  const records = json === undefined ? readJsonLines(text) : null;
  if (records) return { grids: [readJsonTable(records.rows, name, file, records.lines)], own: [] };
  const isBinary = bytes !== null && text === '';
  const loaded =
    isBinary && bytes.length > 0 ? await loadBytes(bytes, name, file) : { grids: [], texts: [{ name, text }] };
  const own = loaded.texts.filter((table) => isOwnTable(table.text));
  const others = loaded.texts.filter((table) => !isOwnTable(table.text) && table.text.trim() !== '');
  const grids = others.flatMap((table) => splitNeo4jExport(parseDelimited(table.text, table.name, file, progress)));
  return { grids: [...loaded.grids, ...grids], own: own.map((table) => ({ ...table, file })) };
}

/** A cheap sum over everything in a file: two files with the same name, length and sum are taken for the same. */
function sumOf({ name, text, bytes }: InputFile): string {
  let sum = 7;
  if (bytes !== null && text === '') for (let i = 0; i < bytes.length; i += 1) sum = (sum * 31 + (bytes[i] ?? 0)) | 0;
  else for (let i = 0; i < text.length; i += 1) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return `${name}\u0000${text.length}\u0000${bytes?.length ?? 0}\u0000${sum}`;
}

/** The tables of the last files: the mapping screen asks again after every change. */
let last: { readonly key: string; readonly loaded: LoadedTables } | null = null;

/** Parses the tables in files, or remembers those of the last call. Throws DataError for files that cannot be used. Linear. */
export async function loadGrids(files: readonly InputFile[], progress: Progress): Promise<LoadedTables> {
  const key = files.map(sumOf).join('\u0001');
  if (last?.key === key) return last.loaded;
  const grids: Grid[] = [];
  const own: OwnText[] = [];
  for (const [i, file] of files.entries()) {
    const loaded = await loadFile(file, i, (done) => progress((i + done) / files.length));
    grids.push(...loaded.grids);
    own.push(...loaded.own);
  }
  const loaded = { grids, own };
  last = { key, loaded };
  return loaded;
}
