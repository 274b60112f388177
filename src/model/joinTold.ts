import type { Issue } from './dataError.ts';
import type { Matched, Naming } from './joinRecords.ts';
import { contentOf } from './mergeContent.ts';
import type { DatasetFile, Entity, MergedEntity } from './records.ts';

/** So many of one kind are listed one by one. */
const MOST_LISTED = 200;

function tell(issues: Issue[], code: string, where: string, params: Issue['params']): void {
  issues.push({ code, where, params, severity: 'note' });
}

/** Which entities of what is added are new under another id, and which say something else than the base. Linear. */
export function tellEntities(base: DatasetFile, matched: readonly Matched<Entity>[]): Issue[] {
  const issues: Issue[] = [];
  const own = new Map<string, Entity>(base.entities.map((entity) => [entity.id, entity]));
  for (const { row, to, isNew } of matched) {
    if (isNew && to !== row.id) tell(issues, 'id-repeated', row.name, { id: row.id });
    const mine = isNew ? undefined : own.get(to);
    if (!mine) continue;
    if (mine.kind !== row.kind && mine.kind !== 'Other' && row.kind !== 'Other') {
      tell(issues, 'field-differs', mine.name, { field: 'kind', mine: mine.kind, other: row.kind });
    }
    if (mine.summary && row.summary && mine.summary !== row.summary) {
      tell(issues, 'field-differs', mine.name, { field: 'summary', mine: mine.summary, other: row.summary });
    }
  }
  return issues;
}

/** Merges that were made in what is added can be taken back where all that they changed came in as it was. Linear. */
export function joinMerged(
  base: DatasetFile,
  added: DatasetFile,
  { renamed, renamedLater }: Naming,
): { readonly merged: readonly MergedEntity[]; readonly issues: readonly Issue[] } {
  const own = base.merged ?? [];
  const held = new Set(own.map(contentOf));
  const known = new Set<string>(
    [...base.entities, ...base.relations, ...own.map(({ before }) => before.gone)].map(({ id }) => id),
  );
  const isWhole = ({ before }: MergedEntity): boolean => {
    const rows = [before.gone, before.kept, ...before.entities, ...before.relations];
    return rows.every(({ id }) => !known.has(id) && !renamed.has(id) && !renamedLater.has(id));
  };
  const issues: Issue[] = [];
  const taken: MergedEntity[] = [];
  for (const entry of added.merged ?? []) {
    const { before } = entry;
    if (held.has(contentOf(entry))) continue;
    if (isWhole(entry)) taken.push(entry);
    else tell(issues, 'merge-final', before.kept.name, { name: before.gone.name });
  }
  return { merged: taken.length > 0 ? [...own, ...taken] : own, issues };
}

/** Those beyond the limit are counted for each code. */
export function shorten(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, number>();
  const listed = issues.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_LISTED;
  });
  for (const [code, count] of counts) {
    if (count <= MOST_LISTED) continue;
    listed.push({
      code: 'issues-not-listed',
      where: '',
      params: { code, count: count - MOST_LISTED },
      severity: 'note',
    });
  }
  return listed;
}
