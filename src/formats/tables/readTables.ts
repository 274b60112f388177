import { DataError } from '../../model/dataError.ts';
import { joinDatasets } from '../../model/joinDatasets.ts';
import type { DatasetFile } from '../../model/records.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { Imported, InputFile, ReadContext, ReadCounts } from '../format.ts';
import type { ImportLog } from '../importLog.ts';
import { buildTables } from './buildTables.ts';
import { fitMapping } from './fitMapping.ts';
import type { Grid } from './grid.ts';
import { type LoadedTables, loadGrids, type OwnText } from './loadGrids.ts';
import { readOwnTables } from './ownTables.ts';
import { parseDelimited } from './parseDelimited.ts';
import { tellGuesses } from './tellGuesses.ts';

/** What tables hold, and how they were read. */
export interface ReadTables extends Imported {
  readonly mapping: TableMapping;
  /** In the order of the files. */
  readonly perFile: readonly ReadCounts[];
}

/** The name of a dataset made of files: the first one's, without its ending. */
export function titleOf(files: readonly InputFile[]): string {
  return (
    (files[0]?.name ?? '')
      .replace(/\.[a-z]{2,5}$/i, '')
      .trim()
      .slice(0, 200) || 'tables'
  );
}

/** Our own tables as a dataset, or as tables like any others where they are not whole. */
export function sortTables(
  { grids, own }: LoadedTables,
  title: string,
  log: ImportLog,
): { readonly grids: readonly Grid[]; readonly file: DatasetFile | null } {
  if (own.length === 0) return { grids, file: null };
  const file = readOwnTables(
    own.map(({ text }) => text),
    title,
  );
  if (file) return { grids, file };
  if (own.length > 1) log.warn('own-columns-broken', '');
  return { grids: [...grids, ...own.map(parseOwn)], file: null };
}

const parsed = new WeakMap<OwnText, Grid>();

function parseOwn(own: OwnText): Grid {
  const grid = parsed.get(own) ?? parseDelimited(own.text, own.name, own.file, () => undefined);
  parsed.set(own, grid);
  return grid;
}

function tellProblems(grids: readonly Grid[], log: ImportLog): void {
  for (const { problems, name } of grids) {
    for (const { code, isWarning, where, params } of problems) {
      const place = grids.length === 1 || where === name ? where : `${name}, ${where}`;
      if (isWarning) log.warn(code, place, params);
      else log.note(code, place, params);
    }
  }
}

function sumPerFile(files: readonly InputFile[], grids: readonly Grid[], counts: readonly ReadCounts[]): ReadCounts[] {
  const sums = files.map(() => ({ nodes: 0, edges: 0 }));
  for (const [i, { file }] of grids.entries()) {
    const sum = sums[file];
    if (!sum) continue;
    sum.nodes += counts[i]?.nodes ?? 0;
    sum.edges += counts[i]?.edges ?? 0;
  }
  return sums;
}

/** Counts of our own tables, for the files that hold them. */
function ownCounts(own: readonly OwnText[], file: DatasetFile, sums: ReadCounts[]): ReadCounts[] {
  return sums.map((sum, i) => {
    const texts = own.filter((table) => table.file === i);
    const has = (head: string): boolean =>
      texts.some(({ text }) => text.startsWith(head) || text.startsWith(`"${head}`));
    return {
      nodes: sum.nodes + (has('id,kind,name') ? file.entities.length : 0),
      edges: sum.edges + (has('id,from,from_name') ? file.relations.length : 0),
    };
  });
}

/**
 * Reads tables that are one dataset: delimited texts, workbooks, ZIPs of them, lists of flat records, and our own tables,
 * which come back exactly. Without a mapping the best guess is taken and told. Throws DataError for files that cannot be
 * used: `empty-file`, `no-records`, `too-large`, `too-many-records`, `invalid`. Linear.
 */
export async function readTables(
  files: readonly InputFile[],
  mapping: TableMapping | null,
  context: ReadContext,
): Promise<ReadTables> {
  const { log, progress } = context;
  const loaded = await loadGrids(files, (done) => progress(done * 0.4));
  const title = titleOf(files);
  const { grids, file: own } = sortTables(loaded, title, log);
  if (grids.length === 0 && own === null) throw new DataError('empty-file', '');
  tellProblems(grids, log);
  const fitted = fitMapping(mapping, grids);
  if (mapping === null) tellGuesses(grids, fitted, log);
  const built = buildTables(grids, fitted, title, { log, progress: (done) => progress(0.4 + done * 0.6) });
  progress(1);
  if (own === null) {
    if (built.file.entities.length === 0 && mapping === null) throw new DataError('no-records', '');
    const perFile = sumPerFile(files, grids, built.counts);
    return { file: built.file, mapping: fitted, perFile, read: sumRead(built.entityRows, built.ends, perFile) };
  }
  const perFile = ownCounts(loaded.own, own, sumPerFile(files, grids, built.counts));
  const read = {
    nodes: perFile.reduce((sum, { nodes }) => sum + nodes, 0),
    edges: perFile.reduce((sum, { edges }) => sum + edges, 0),
  };
  if (grids.length === 0) return { file: own, mapping: fitted, perFile, read };
  const joined = joinDatasets(own, built.file);
  for (const { code, where, params, severity } of joined.issues)
    log[severity === 'note' ? 'note' : 'warn'](code, where, params);
  return { file: joined.file, mapping: fitted, perFile, read };
}

/** The same end in several tables is one. */
function sumRead(entityRows: number, ends: number, perFile: readonly ReadCounts[]): ReadCounts {
  return { nodes: entityRows > 0 ? entityRows : ends, edges: perFile.reduce((sum, { edges }) => sum + edges, 0) };
}
