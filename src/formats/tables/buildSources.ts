import type { TableRule } from '../../model/tableMapping.ts';
import type { Draft } from '../draft.ts';
import { cleanText, type Grid, placeOf } from './grid.ts';
import { listedKey } from './listedSources.ts';
import type { ClaimReader } from './rowClaims.ts';
import { readSourceColumns } from './sourceColumns.ts';
import { readCellDate } from './tableDates.ts';

type SourcesRule = Extract<TableRule, { readonly shape: 'sources' }>;

/** Adds the sources that a table lists, to be found by their ids; what has no place in a source is kept with it. Linear. */
export function buildSources(
  grid: Grid,
  rule: SourcesRule,
  draft: Draft,
  known: ClaimReader['known'],
  isOnly: boolean,
): void {
  const { id, title, url, publisher, published, authors } = readSourceColumns(rule.header);
  const placed = new Set([id, title, url, publisher, published, authors]);
  for (let i = rule.hasHeader ? 1 : 0; i < grid.rows.length; i += 1) {
    const row = grid.rows[i] ?? [];
    const cell = (index: number | null): string => (index === null ? '' : cleanText(row[index] ?? ''));
    const own = cell(id);
    const label = cell(title) || cell(url) || own;
    if (label === '') {
      draft.log.tally('empty-rows', placeOf(grid, i, isOnly));
      continue;
    }
    const date = readCellDate(cell(published), rule.dateOrder);
    const others = rule.header.flatMap((name, at) => {
      const text = cleanText(row[at] ?? '');
      const isDate = at === published && date !== null && !date.isPart;
      return text === '' || (placed.has(at) && (at !== published || isDate)) ? [] : [[name, [text]] as const];
    });
    const about = { title: cell(title), publisher: cell(publisher), published: date?.edtf };
    const source = draft.source({
      ...(own === '' ? {} : { id: own }),
      key: own === '' ? cell(url) || label : listedKey(own),
      label,
      url: cell(url) || null,
      title: about.title || null,
      publisher: about.publisher || null,
      published: date?.edtf ?? null,
      authors: cell(authors) === '' ? [] : [cell(authors)],
      // Names come from data: fromEntries makes even "__proto__" a field of its own.
      ...(others.length > 0 ? { kept: { table: Object.fromEntries(others) } } : {}),
    });
    if (own !== '') known.set(listedKey(own), { id: source, ...about });
    if (cell(url) !== '' && !known.has(cell(url))) known.set(cell(url), { id: source, ...about });
  }
}
