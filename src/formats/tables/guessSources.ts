import type { TableRule } from '../../model/tableMapping.ts';
import type { ColumnFacts } from './columnFacts.ts';
import { readSourceColumns } from './sourceColumns.ts';

/** A table as it is guessed so far. */
interface Guessed {
  readonly facts: readonly ColumnFacts[];
  rule: TableRule;
}

const CITES = /\b(?:sources?|refs?|references?|documents?|evidence|citations?|quellen?|fuentes?|fonti?|fontes)\b/;

/** The ids in a cell that names several. */
export function splitIds(cell: string): string[] {
  return cell
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The column of relations that names rows of a table of sources by their ids. */
function findCiting(facts: readonly ColumnFacts[], ids: ReadonlyMap<string, number>): number | null {
  const found = facts.find(({ header, values }) => {
    const named = CITES.test(header.phrase) ? [...values.keys()].flatMap(splitIds) : [];
    return named.length > 0 && named.filter((id) => ids.has(id)).length >= named.length * 0.6;
  });
  return found?.index ?? null;
}

/** A table that relations cite by the ids of its rows lists their sources. Linear in the cells looked at, for each pair of tables. */
export function matchSources(guesses: readonly Guessed[]): void {
  for (const listing of guesses) {
    const { rule, facts } = listing;
    const { id, title, url } = readSourceColumns(rule.header);
    const ids = id === null ? undefined : facts[id]?.values;
    if (rule.shape !== 'entities' || !ids || (url === null && title === null)) continue;
    for (const citing of guesses) {
      if (citing.rule.shape !== 'relations') continue;
      const at = findCiting(citing.facts, ids);
      const role = at === null ? undefined : citing.rule.columns[at];
      if (at === null || role === 'from' || role === 'to') continue;
      citing.rule = { ...citing.rule, columns: citing.rule.columns.map((old, i) => (i === at ? 'source' : old)) };
      const { name, header, hasHeader, dateOrder, separator } = rule;
      listing.rule = { name, header, hasHeader, dateOrder, separator, shape: 'sources' };
    }
  }
}
