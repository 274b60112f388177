import type { TableMapping, TableRule } from '../../model/tableMapping.ts';
import { type ColumnFacts, readColumns } from './columnFacts.ts';
import { cleanText, type Grid, nameColumns } from './grid.ts';
import { guessEnds } from './guessEnds.ts';
import { guessEntities } from './guessEntities.ts';
import { guessHeader } from './guessHeader.ts';
import { isMatrix, isSymmetric } from './guessMatrix.ts';
import { guessRelations, PLAIN_WORDING } from './guessRelations.ts';
import { matchSources } from './guessSources.ts';
import { findDateOrder } from './tableDates.ts';

interface Guess {
  readonly grid: Grid;
  readonly facts: readonly ColumnFacts[];
  rule: TableRule;
}

/** So many values of a column are compared with another's. */
const MOST_COMPARED = 2000;

function guessTable(grid: Grid): Guess {
  const matrix = isMatrix(grid);
  const hasHeader = matrix || guessHeader(grid);
  const header = nameColumns(grid, hasHeader);
  const facts = matrix ? [] : readColumns(grid, header, hasHeader);
  const dated = facts.filter(({ clearDates }) => clearDates > 0).map(({ values }) => [...values.keys()]);
  const base = {
    name: grid.name,
    header,
    hasHeader,
    dateOrder: findDateOrder(dated.flat()) ?? 'dmy',
    separator: null,
  } as const;
  if (matrix) {
    return {
      grid,
      facts,
      rule: { ...base, shape: 'matrix', kind: 'Other', wording: PLAIN_WORDING, directed: !isSymmetric(grid) },
    };
  }
  if (grid.rows.length <= (hasHeader ? 1 : 0) || header.length === 0)
    return { grid, facts, rule: { ...base, shape: 'skip' } };
  const ends = guessEnds(facts);
  if (ends === null) return { grid, facts, rule: { ...base, shape: 'entities', ...guessEntities(facts) } };
  return { grid, facts, rule: { ...base, shape: 'relations', modality: 'stated', ...guessRelations(facts, ends) } };
}

function valuesOf(grid: Grid, column: number, hasHeader: boolean): ReadonlySet<string> {
  const values = new Set<string>();
  for (let i = hasHeader ? 1 : 0; i < grid.rows.length; i += 1) {
    const cell = cleanText(grid.rows[i]?.[column] ?? '');
    if (cell !== '') values.add(cell);
  }
  return values;
}

function shareIn(values: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let [count, found] = [0, 0];
  for (const value of values) {
    if (count >= MOST_COMPARED) break;
    count += 1;
    if (known.has(value)) found += 1;
  }
  return count === 0 ? 0 : found / count;
}

/** The columns whose cells say who is at an end: ids rather than names. */
function endColumns({ rule }: Guess): number[] {
  if (rule.shape !== 'relations') return [];
  return (['from', 'to'] as const).flatMap((side) => {
    const id = rule.columns.indexOf(`${side}Id`);
    const name = rule.columns.indexOf(side);
    return id >= 0 ? [id] : name >= 0 ? [name] : [];
  });
}

/** The column of a table of entities by which the tables of relations name them becomes its id. */
function matchIds(guess: Guess, others: readonly Guess[]): void {
  const { rule, grid, facts } = guess;
  if (rule.shape !== 'entities') return;
  const wanted = others.flatMap((other) =>
    endColumns(other).map((column) => valuesOf(other.grid, column, other.rule.hasHeader)),
  );
  const scores = facts.map(({ index, filled, urls, length }) => {
    if (filled === 0 || urls > 0.5 || length > 80) return 0;
    const known = valuesOf(grid, index, rule.hasHeader);
    return wanted.reduce((sum, values) => sum + shareIn(values, known), 0);
  });
  const current = rule.columns.indexOf('id');
  const best = scores.reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), current >= 0 ? current : 0);
  if ((scores[best] ?? 0) < 0.2 || rule.columns[best] === 'id' || rule.columns[best] === 'name') return;
  const columns = rule.columns.map((role, i) => (i === best ? 'id' : role === 'id' ? 'property' : role));
  guess.rule = { ...rule, columns };
}

/** A table whose columns name entities of other tables, row by row, is one of relations, whatever its columns are called. */
function matchEnds(guess: Guess, others: readonly Guess[]): void {
  const { rule, grid, facts } = guess;
  if (rule.shape !== 'entities') return;
  const described = others.flatMap(({ rule: other, grid: from }) =>
    other.shape === 'entities'
      ? other.columns.flatMap((role, i) =>
          role === 'id' || role === 'name' ? [valuesOf(from, i, other.hasHeader)] : [],
        )
      : [],
  );
  const ends = facts.filter(({ index, filled }) => {
    const values = valuesOf(grid, index, rule.hasHeader);
    return filled > 0 && values.size > 1 && described.some((known) => shareIn(values, known) > 0.6);
  });
  const [from, to] = ends;
  if (!from || !to || ends.length > 3) return;
  const isKey = [from, to].some(({ index, values, filled }) => rule.columns[index] === 'id' && values.size === filled);
  if (isKey) return;
  const endOf = (index: number) => ({ names: [], id: index, kindColumn: null, kind: 'Other' }) as const;
  const guessed = guessRelations(facts, {
    from: endOf(from.index),
    to: endOf(to.index),
    wording: null,
    wordingFrom: 'any',
    by: 'values',
  });
  guess.rule = { ...plainRule(rule), shape: 'relations', modality: 'stated', ...guessed };
}

/** What rules of every shape have. */
function plainRule({ name, header, hasHeader, dateOrder, separator }: TableRule) {
  return { name, header, hasHeader, dateOrder, separator };
}

/** Sheets of a NodeXL workbook that are about its picture and its measures, beside those of vertices and edges. */
function skipMeasures(guesses: readonly Guess[]): void {
  const sheetOf = (name: string): string => name.split(' › ')[1] ?? '';
  const sheets = new Set(guesses.map(({ grid }) => `${grid.file} ${sheetOf(grid.name)}`));
  for (const guess of guesses) {
    const { file, name } = guess.grid;
    if (!sheets.has(`${file} Edges`) || !sheets.has(`${file} Vertices`)) continue;
    if (/^(?:Groups|Group (?:Vertices|Edges)|Overall Metrics|Misc|Do Not Delete)$/.test(sheetOf(name)))
      guess.rule = { ...plainRule(guess.rule), shape: 'skip' };
  }
}

/**
 * The best guess of how tables are read: by the names of their columns in seven languages, by what is in them, and by which
 * columns of different tables hold the same values. The same tables always give the same guess. Linear in the cells.
 */
export function guessMapping(grids: readonly Grid[]): TableMapping {
  const guesses = grids.map(guessTable);
  skipMeasures(guesses);
  const others = (guess: Guess): Guess[] => guesses.filter((other) => other !== guess);
  matchSources(guesses);
  for (const guess of guesses) matchEnds(guess, others(guess));
  for (const guess of guesses) matchIds(guess, others(guess));
  return { tables: guesses.map(({ rule }) => rule), wordings: [] };
}
