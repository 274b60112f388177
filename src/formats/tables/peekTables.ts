import type { DatasetFile } from '../../model/records.ts';
import type { TableMapping, TablePeek } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import type { InputFile, ReadContext } from '../format.ts';
import { createImportLog } from '../importLog.ts';
import { buildTables } from './buildTables.ts';
import { fitMapping } from './fitMapping.ts';
import type { Grid } from './grid.ts';
import { loadGrids } from './loadGrids.ts';
import { sortTables, titleOf } from './readTables.ts';
import { suggestWordings } from './suggestWordings.ts';

/** So many rows and relations are shown. */
const SAMPLE = 10;

function peekGrid({ name, rows }: Grid, header: readonly string[], hasHeader: boolean): TablePeek {
  const start = hasHeader ? 1 : 0;
  return { name, header, rows: Math.max(0, rows.length - start), sample: rows.slice(start, start + SAMPLE) };
}

/** The first relations (or, where there are none, entities) with all that they name. */
function sampleOf(file: DatasetFile): DatasetFile {
  const relations = file.relations.slice(0, SAMPLE);
  const claims = relations.flatMap((relation) => relation.claims);
  const speakers = claims.flatMap(({ attribution }) => attribution.flatMap(({ entity }) => entity ?? []));
  const entities = new Set([...relations.flatMap(({ from, to }) => [from, to]), ...speakers]);
  const [types, sources] = [new Set(relations.map(({ type }) => type)), new Set(claims.map(({ source }) => source))];
  return {
    ...file,
    relations,
    entities:
      relations.length === 0 ? file.entities.slice(0, SAMPLE) : file.entities.filter(({ id }) => entities.has(id)),
    relationTypes: file.relationTypes.filter(({ id }) => types.has(id)),
    sources: file.sources.filter(({ id }) => sources.has(id)),
  };
}

/**
 * What tables become under a mapping, or under the best guess: their first rows, all wordings with suggestions, ten relations,
 * and how much the whole would hold. The tables themselves are parsed once for the same files. Throws as `readTables` does.
 */
export async function peekTables(
  files: readonly InputFile[],
  mapping: TableMapping | null,
  { progress }: ReadContext,
): Promise<TablesPeek> {
  const log = createImportLog();
  const loaded = await loadGrids(files, (done) => progress(done * 0.5));
  const { grids, file: own } = sortTables(loaded, titleOf(files), log);
  const fitted = fitMapping(mapping, grids);
  const built = buildTables(grids, fitted, titleOf(files), { log, progress: (done) => progress(0.5 + done * 0.5) });
  const file = grids.length === 0 && own !== null ? own : built.file;
  return {
    tables: grids.map((grid, i) =>
      peekGrid(grid, fitted.tables[i]?.header ?? [], fitted.tables[i]?.hasHeader ?? false),
    ),
    mapping: fitted,
    wordings: suggestWordings(built.wordings),
    sample: sampleOf(file),
    entities: file.entities.length,
    relations: file.relations.length,
  };
}
