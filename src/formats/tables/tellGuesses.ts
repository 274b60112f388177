import type { TableMapping, TableRule } from '../../model/tableMapping.ts';
import type { ImportLog } from '../importLog.ts';
import { type Grid, shortText } from './grid.ts';

function tellRule(rule: TableRule, where: string, log: ImportLog): void {
  log.note('table-guessed', where, { shape: rule.shape });
  if (!rule.hasHeader && rule.shape !== 'skip') log.note('header-missing', where);
  if (!('columns' in rule)) return;
  for (const [i, role] of rule.columns.entries()) {
    if (role !== 'property')
      log.note('column-guessed', where, { column: shortText(rule.header[i] ?? `column ${i + 1}`), role });
  }
  if (rule.shape === 'relations' && !rule.columns.includes('wording'))
    log.note('wording-guessed', where, { wording: shortText(rule.wording) });
}

/** Says in the report how tables were read where nobody said how to. */
export function tellGuesses(grids: readonly Grid[], { tables }: TableMapping, log: ImportLog): void {
  for (const [i, rule] of tables.entries()) tellRule(rule, grids.length === 1 ? '' : (grids[i]?.name ?? ''), log);
}
