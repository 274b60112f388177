import type { EntityRole, RelationRole, TableMapping, TableRule, WordingCount } from '../../model/tableMapping.ts';
import { mappingText } from '../../words/mappingText.ts';

/** What one table can be read as, all of whose columns have a role. */
export type RuleWithColumns = Extract<TableRule, { readonly columns: unknown }>;

/** Roles that only one column of a table has: another that had it becomes a detail. */
const SINGLE: ReadonlySet<string> = new Set<RelationRole | EntityRole>([
  'fromId',
  'fromKind',
  'toId',
  'toKind',
  'wording',
  'relationId',
  'date',
  'start',
  'end',
  'firmness',
  'directed',
  'id',
  'kind',
]);

/** The rule with another role for one column. */
export function setRole<Rule extends RuleWithColumns>(rule: Rule, at: number, role: string): Rule {
  const columns = rule.columns.map((old, column) => {
    if (column === at) return role;
    return old === role && SINGLE.has(role) ? 'property' : old;
  });
  return { ...rule, columns };
}

/** The same table read as something else: columns begin with what the new shape needs, in their order. */
export function reshape(rule: TableRule, shape: TableRule['shape']): TableRule {
  const { name, header, hasHeader, dateOrder, separator } = rule;
  const base = { name, header, hasHeader, dateOrder, separator };
  const kind = 'kind' in rule ? rule.kind : 'fromKind' in rule ? rule.fromKind : 'Other';
  const wording = 'wording' in rule ? rule.wording : mappingText.related;
  const directed = 'directed' in rule ? rule.directed : true;
  switch (shape) {
    case 'relations': {
      const columns = header.map((_, at): RelationRole => (['from', 'to'] as const)[at] ?? 'property');
      return { ...base, shape, columns, fromKind: kind, toKind: kind, wording, directed, modality: 'stated' };
    }
    case 'entities': {
      const columns = header.map((_, at): EntityRole => (at === 0 ? 'name' : 'property'));
      return { ...base, shape, columns, kind };
    }
    case 'matrix':
      return { ...base, shape, kind, wording, directed };
    case 'sources':
    case 'skip':
      return { ...base, shape };
  }
}

/** The mapping with another rule for one table. */
export function setRule(mapping: TableMapping, at: number, rule: TableRule): TableMapping {
  return { ...mapping, tables: mapping.tables.map((old, index) => (index === at ? rule : old)) };
}

type Wordings = TableMapping['wordings'];

/** Reads wordings as others. A wording that is itself read as a third leads there, and none as itself. Linear where suggestions lead straight to their end. */
export function mergeWordings(wordings: Wordings, pairs: Wordings): Wordings {
  const chosen = new Map(wordings);
  for (const [written, target] of pairs) {
    if (endOf(chosen, target) !== written) chosen.set(written, target);
  }
  return [...chosen].map(([written]) => [written, endOf(chosen, written)] as const);
}

function endOf(chosen: ReadonlyMap<string, string>, written: string): string {
  let end = written;
  // Merges make no circle, so this ends; a hostile remembered one is cut off.
  for (let steps = 0; steps < chosen.size + 1; steps += 1) {
    const next = chosen.get(end);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

/** Reads a wording as itself again, and what was read as it stays so. */
export function partWording(wordings: Wordings, written: string): Wordings {
  return wordings.filter(([each]) => each !== written);
}

/** Suggestions that nobody has taken yet. */
export function openSuggestions(counts: readonly WordingCount[], wordings: Wordings): Wordings {
  const merged = new Map(wordings);
  return counts.flatMap(({ wording, suggested }) =>
    suggested === null || merged.has(wording) || endOf(merged, suggested) === wording
      ? []
      : [[wording, suggested] as const],
  );
}
