import type { TableRule } from '../../model/tableMapping.ts';
import type { Draft } from '../draft.ts';
import { cleanText, type Grid, placeOf } from './grid.ts';
import { findKind } from './kindWords.ts';
import { joinNames, type TableColumns } from './tableColumns.ts';
import type { DescribedEntity, WhoIsWho } from './whoIsWho.ts';

type EntityRule = Extract<TableRule, { readonly shape: 'entities' }>;

/** Values of a cell that may hold several; aliases are told apart also where the rule says nothing. */
export function splitValues(cell: string, separator: string | null): string[] {
  if (separator === null || separator === '') return [cell.trim()].filter(Boolean);
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function readRow(rule: EntityRule, columns: TableColumns, row: readonly string[]): DescribedEntity {
  const cells = (role: string): string[] => columns.of(role).map((i) => row[i] ?? '');
  const properties: [string, string[]][] = [];
  const add = (index: number): void => {
    const values = splitValues(row[index] ?? '', rule.separator);
    if (values.length > 0) properties.push([columns.name(index), values]);
  };
  for (const index of columns.of('property')) add(index);
  // An address of an entity supports no relation: it is kept with the entity.
  for (const index of columns.of('source')) add(index);
  for (let index = rule.header.length; index < row.length; index += 1) add(index);
  const [kindColumn] = columns.of('kind');
  const kindCell = kindColumn === undefined ? '' : (row[kindColumn] ?? '').trim();
  const kind = findKind(kindCell);
  if (kindColumn !== undefined && kindCell !== '' && kind !== kindCell)
    properties.push([columns.name(kindColumn), [kindCell]]);
  return {
    id: cleanText(cells('id').find((cell) => cell.trim() !== '') ?? ''),
    name: joinNames(columns, 'name', row),
    kind: kind ?? rule.kind,
    aliases: cells('alias').flatMap((cell) => splitValues(cell, rule.separator ?? /[;|]/.exec(cell)?.[0] ?? null)),
    summary: cells('summary').filter(Boolean).join(' · '),
    identifiers: columns
      .of('identifier')
      .flatMap((i) => splitValues(row[i] ?? '', rule.separator).map((value) => ({ scheme: columns.name(i), value }))),
    properties,
  };
}

/** Adds what a table of entities describes; answers how many rows it has. A row that says nothing of who it is about is told. */
export function buildEntities(
  grid: Grid,
  rule: EntityRule,
  columns: TableColumns,
  who: WhoIsWho,
  draft: Draft,
  isOnly: boolean,
): number {
  let rows = 0;
  for (let i = rule.hasHeader ? 1 : 0; i < grid.rows.length; i += 1) {
    const row = grid.rows[i] ?? [];
    const entity = readRow(rule, columns, row);
    rows += 1;
    if (entity.id !== '' || entity.name !== '')
      who.describe(entity.name === '' ? { ...entity, name: entity.id } : entity, placeOf(grid, i, isOnly));
    else if (entity.properties.length === 0) draft.log.tally('empty-rows', placeOf(grid, i, isOnly));
    else
      draft.log.warn('row-without-name', placeOf(grid, i, isOnly), {
        text: row.filter(Boolean).join(' · ').slice(0, 120),
      });
  }
  return rows;
}
