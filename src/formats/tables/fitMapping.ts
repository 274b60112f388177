import type { TableMapping, TableRule } from '../../model/tableMapping.ts';
import { type Grid, nameColumns } from './grid.ts';
import { guessMapping } from './guessMapping.ts';

const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** A rule for exactly the columns that a table has: roles that are missing are properties, too many are dropped. */
function fitRule(rule: TableRule, grid: Grid): TableRule {
  const hasHeader = grid.hasHeader ?? rule.hasHeader;
  const header = nameColumns(grid, hasHeader);
  const base = { ...rule, name: grid.name, header, hasHeader };
  switch (base.shape) {
    case 'relations':
      return { ...base, columns: header.map((_, i) => base.columns[i] ?? 'property') };
    case 'entities':
      return { ...base, columns: header.map((_, i) => base.columns[i] ?? 'property') };
    case 'matrix':
    case 'sources':
    case 'skip':
      return base;
  }
}

function findRule(asked: readonly TableRule[], grid: Grid, used: ReadonlySet<TableRule>): TableRule | undefined {
  const free = asked.filter((rule) => !used.has(rule));
  const header = nameColumns(grid, true);
  return (
    free.find((rule) => rule.name === grid.name && (!rule.hasHeader || sameHeader(rule.header, header))) ??
    free.find((rule) => rule.hasHeader && sameHeader(rule.header, header)) ??
    free.find((rule) => rule.name === grid.name)
  );
}

/** Guesses by the tables that they are of: a screen asks again and again for the same ones. */
const guesses = new WeakMap<readonly Grid[], TableMapping>();

/** The guess for these tables, made once. */
function guessOnce(grids: readonly Grid[]): TableMapping {
  const known = guesses.get(grids) ?? guessMapping(grids);
  guesses.set(grids, known);
  return known;
}

/** A mapping with a rule for each table, in order: as asked (found by name or by the same header), else as guessed. */
export function fitMapping(asked: TableMapping | null, grids: readonly Grid[]): TableMapping {
  const guessed = guessOnce(grids);
  if (asked === null) return guessed;
  const used = new Set<TableRule>();
  const tables = grids.map((grid, i): TableRule => {
    const found = findRule(asked.tables, grid, used);
    if (found) used.add(found);
    const rule = found ?? guessed.tables[i];
    return rule
      ? fitRule(rule, grid)
      : { name: grid.name, header: [], hasHeader: false, dateOrder: 'dmy', separator: null, shape: 'skip' };
  });
  return { tables, wordings: asked.wordings };
}
