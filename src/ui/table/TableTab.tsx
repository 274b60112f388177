import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { fold } from '../../model/fold.ts';
import type { AppState } from '../../state/appState.ts';
import { followText } from '../../words/followText.ts';
import { tabText } from '../../words/frameText.ts';
import { spoken } from '../../words/spoken.ts';
import { tableText } from '../../words/tableText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { DataTable } from './DataTable.tsx';
import { buildEntityTable } from './EntityTable.tsx';
import { buildRelationTable } from './RelationTable.tsx';
import { buildSourceTable } from './SourceTable.tsx';
import type { Listed, Table, TableRow } from './tableRow.ts';
import { type TableName, useTableView } from './tableView.ts';

const NAMES: readonly TableName[] = ['relations', 'entities', 'sources'];
const BUILDERS: Readonly<Record<TableName, (listed: Listed) => Table<TableRow>>> = {
  relations: buildRelationTable,
  entities: buildEntityTable,
  sources: buildSourceTable,
};

const selectKinds = (state: AppState): Listed['kinds'] => state.view.filters.kinds;
const selectKeepUnrelated = (state: AppState): boolean => state.view.keepUnrelated;
const selectFiltersOpen = (state: AppState): boolean => state.filtersOpen;
const selectSelection = (state: AppState): readonly string[] => state.selection;

/** Selected records; a tie stands for all its relations. */
function useMarked({ dataset }: Known): ReadonlySet<string> {
  const selection = useApp(selectSelection);
  return useMemo(
    () => new Set(selection.flatMap((id) => [id, ...(dataset.ties.get(id as never)?.relations ?? [])])),
    [dataset, selection],
  );
}

/** Rows that hold every word of the filter. */
function filterRows(rows: readonly TableRow[], filter: string): readonly TableRow[] {
  const words = fold(filter).split(' ').filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => words.every((word) => row.folded().includes(word)));
}

function sortRows(
  { columns }: Table<TableRow>,
  rows: readonly TableRow[],
  sort: { column: string; ascending: boolean } | null,
) {
  const column = sort && columns.find(({ id }) => id === sort.column);
  if (!column) return rows;
  return rows.toSorted((a, b) => (sort.ascending ? column.compare(a, b) : column.compare(b, a)));
}

/** Works out in small pieces what a filter will ask for, so that the first keystroke does not wait for all of it. */
function useWarmRows(rows: readonly TableRow[]): void {
  useEffect(() => {
    let at = 0;
    let timer = 0;
    const work = (): void => {
      const until = performance.now() + 8;
      while (at < rows.length && performance.now() < until) rows[at++]?.folded();
      if (at < rows.length) timer = window.setTimeout(work, 16);
    };
    timer = window.setTimeout(work, 200);
    return () => window.clearTimeout(timer);
  }, [rows]);
}

/** Says how many rows a filter has left. */
function useSpokenCount(filter: string, count: number): void {
  const dispatch = useDispatch();
  const said = useRef(filter);
  useEffect(() => {
    if (said.current === filter) return;
    said.current = filter;
    dispatch('report', { said: spoken.rows(count) });
  }, [dispatch, filter, count]);
}

function useListed(): Listed {
  const known = useKnown();
  const kinds = useApp(selectKinds);
  const keepUnrelated = useApp(selectKeepUnrelated);
  return useMemo(() => ({ ...known, kinds, keepUnrelated }), [known, kinds, keepUnrelated]);
}

/** What is not listed, and the way to it. */
function HiddenLine({ hidden }: { readonly hidden: string }) {
  const dispatch = useDispatch();
  const isOpen = useApp(selectFiltersOpen);
  return (
    <p className="table-hidden">
      {hidden}{' '}
      <button type="button" aria-expanded={isOpen} onClick={() => dispatch('toggleFilters')}>
        {followText.openFilters}
      </button>
    </p>
  );
}

/** Every record that filters and clocks let through as a row: the same entities, relations and sources as the graph, and the same selection. */
export function TableTab() {
  const listed = useListed();
  const dispatch = useDispatch();
  const [{ which, filter, sort }, change] = useTableView();
  const marked = useMarked(listed);
  const table = useMemo(() => BUILDERS[which](listed), [which, listed]);
  const applied = useDeferredValue(filter);
  const rows = useMemo(() => sortRows(table, filterRows(table.rows, applied), sort), [table, applied, sort]);
  useWarmRows(table.rows);
  useSpokenCount(applied, rows.length);
  const sortBy = (column: string, label: string): void => {
    const ascending = sort?.column === column ? !sort.ascending : true;
    change({ sort: { column, ascending } });
    dispatch('report', { said: spoken.sorted(label, ascending) });
  };
  return (
    <div className="table-tab">
      <h2>{tabText.table}</h2>
      <div className="table-tools">
        <div className="table-switch" role="group" aria-label={tableText.which}>
          {NAMES.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === which}
              onClick={() => change({ which: name, sort: null })}
            >
              {tableText[name]}
            </button>
          ))}
        </div>
        <label className="table-filter">
          <span>{tableText.filter}</span>
          <input
            type="search"
            value={filter}
            placeholder={tableText.filterPlaceholder}
            onChange={(event) => change({ filter: event.target.value })}
          />
        </label>
      </div>
      {table.hidden !== null && <HiddenLine hidden={table.hidden} />}
      <DataTable key={which} table={table} rows={rows} sort={sort} marked={marked} onSort={sortBy} />
      {rows.length === 0 && (
        <p className="table-empty">
          {table.rows.length === 0 ? tableText.noRows : tableText.noMatch(applied)}{' '}
          {table.rows.length > 0 && (
            <button type="button" onClick={() => change({ filter: '' })}>
              {tableText.clearFilter}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
