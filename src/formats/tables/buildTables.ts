import type { DatasetFile } from '../../model/records.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import { createDraft } from '../draft.ts';
import type { ReadContext, ReadCounts } from '../format.ts';
import { buildEntities } from './buildEntities.ts';
import { buildMatrix } from './buildMatrix.ts';
import { buildRelations, type RelationsReader } from './buildRelations.ts';
import { buildSources } from './buildSources.ts';
import type { Grid } from './grid.ts';
import { readTableColumns } from './tableColumns.ts';
import { createWhoIsWho } from './whoIsWho.ts';

/** Tables as a dataset. */
export interface BuiltTables {
  readonly file: DatasetFile;
  /** For each of the tables: names of ends count only where no table describes entities. */
  readonly counts: readonly ReadCounts[];
  /** Different ends of all tables of relations, as written. */
  readonly ends: number;
  readonly entityRows: number;
  /** Wordings of relations as written. */
  readonly wordings: ReadonlyMap<string, number>;
}

/** Reads tables by their rules: what describes entities first, then what relates them. Linear. */
export function buildTables(
  grids: readonly Grid[],
  mapping: TableMapping,
  title: string,
  { log, progress }: ReadContext,
): BuiltTables {
  const draft = createDraft('table', log);
  const who = createWhoIsWho(draft);
  const isOnly = grids.length === 1;
  const counts: { nodes: number; edges: number }[] = grids.map(() => ({ nodes: 0, edges: 0 }));
  const wordings = new Map<string, number>();
  const ends = new Set<string>();
  const known: RelationsReader['known'] = new Map();
  const merged = new Map(mapping.wordings);
  let entityRows = 0;
  const tables = grids.flatMap((grid, i) => {
    const rule = mapping.tables[i];
    return rule ? [{ grid, rule, i, columns: readTableColumns(rule) }] : [];
  });
  for (const { grid, rule, i, columns } of tables) {
    if (rule.shape !== 'entities') continue;
    const rows = buildEntities(grid, rule, columns, who, draft, isOnly);
    counts[i] = { nodes: rows, edges: 0 };
    entityRows += rows;
  }
  for (const { grid, rule } of tables) if (rule.shape === 'sources') buildSources(grid, rule, draft, known, isOnly);
  const hasEntities = tables.some(({ rule }) => rule.shape === 'entities');
  for (const [done, { grid, rule, i, columns }] of tables.entries()) {
    const within = (part: number): void => progress((done + part) / tables.length);
    const reader: RelationsReader = { draft, who, merged, wordings, known, isOnly, progress: within };
    if (rule.shape === 'relations') {
      const read = buildRelations(grid, rule, columns, reader, hasEntities);
      for (const end of read.ends) ends.add(end);
      counts[i] = { nodes: hasEntities ? 0 : read.ends.size, edges: read.edges };
    } else if (rule.shape === 'matrix') {
      counts[i] = buildMatrix(grid, rule, reader);
      entityRows += hasEntities ? 0 : (counts[i]?.nodes ?? 0);
    }
  }
  who.finish();
  return { file: draft.finish({ id: title, title }), counts, ends: ends.size, entityRows, wordings };
}
