import type { EntityId } from '../../model/records.ts';
import type { TableRule } from '../../model/tableMapping.ts';
import { LIMITS } from '../format.ts';
import { sayable } from '../freeWording.ts';
import type { RelationsReader } from './buildRelations.ts';
import { cleanText, type Grid, placeOf } from './grid.ts';
import { isTie } from './guessMatrix.ts';
import { findTraits } from './wordingWords.ts';

type MatrixRule = Extract<TableRule, { readonly shape: 'matrix' }>;

/** The name under which the number or mark in a cell of a matrix is kept. */
const VALUE = 'value';

/**
 * Adds what a matrix says: an entity for each name, a relation for each cell that is not nothing, once for both directions
 * where it has none. Answers how many names and cells those are. Linear in the cells.
 */
export function buildMatrix(
  grid: Grid,
  rule: MatrixRule,
  { draft, who, merged, isOnly, progress }: RelationsReader,
): { readonly nodes: number; readonly edges: number } {
  const [head = [], ...body] = grid.rows;
  const entities = new Map<string, EntityId>();
  const entityOf = (name: string, row: number): EntityId => {
    const known = entities.get(name);
    if (known !== undefined) return known;
    const end = { id: '', name, kind: null, fallback: rule.kind, kindWord: null, isDescribed: false };
    const made = name === '' ? who.nobody(rule.kind) : who.end(end, () => placeOf(grid, row, isOnly));
    if (name === '') draft.log.tally('name-missing', placeOf(grid, row, isOnly));
    entities.set(name, made);
    return made;
  };
  const columns = head.slice(1).map(cleanText);
  const chosen = merged.get(rule.wording) ?? rule.wording;
  const traits = findTraits(chosen);
  const type = draft.type({ ...sayable(chosen), ...traits, symmetric: traits.symmetric || !rule.directed });
  for (const name of columns) entityOf(name, 0);
  const order = new Map(columns.map((name, i) => [name, i]));
  let edges = 0;
  for (const [r, row] of body.entries()) {
    const rowName = cleanText(row[0] ?? '');
    const from = entityOf(rowName, r + 1);
    const place = order.get(rowName) ?? -1;
    progress(r / body.length);
    for (const [c, column] of columns.entries()) {
      const cell = (row[c + 1] ?? '').trim();
      // The other half of a matrix without directions says the same again.
      if (!isTie(cell) || (!rule.directed && c < place)) continue;
      edges += 1;
      if (edges > LIMITS.records) break;
      draft.relation({ type, from, to: entityOf(column, 0), properties: { [VALUE]: [cell] } });
    }
  }
  return { nodes: entities.size, edges };
}
