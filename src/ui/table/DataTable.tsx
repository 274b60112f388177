import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { AppStore } from '../../state/createAppStore.ts';
import { readingText, rowText } from '../../words/readingText.ts';
import { useAppStore } from '../kit/appContext.ts';
import type { Column, Table, TableRow } from './tableRow.ts';
import type { Sort } from './tableView.ts';

const PAGE = 300;
const FIRST = 40;
const LEAP = 10;

interface DataTableProps {
  readonly table: Table<TableRow>;
  /** Filtered and sorted. */
  readonly rows: readonly TableRow[];
  readonly sort: Sort | null;
  readonly marked: ReadonlySet<string>;
  readonly onSort: (column: string, label: string) => void;
}

interface HeadProps {
  readonly column: Column<TableRow>;
  readonly sort: Sort | null;
  readonly onSort: DataTableProps['onSort'];
}

function Head({ column: { id, label, isNumber }, sort, onSort }: HeadProps) {
  const isSorted = sort?.column === id;
  const direction = isSorted ? (sort.ascending ? 'ascending' : 'descending') : undefined;
  return (
    <th
      scope="col"
      className={isNumber ? `col-${id} is-number` : `col-${id}`}
      {...(direction ? { 'aria-sort': direction } : {})}
    >
      <button type="button" className="plain" onClick={() => onSort(id, label)}>
        {label}
        <span className="table-arrow" aria-hidden="true">
          {isSorted ? (sort.ascending ? '▲' : '▼') : '↕'}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: TableRow;
  readonly columns: readonly Column<TableRow>[];
  readonly isMarked: boolean;
  /** The one row that the Tab key reaches. */
  readonly isActive: boolean;
}

const Row = memo(function Row({ row, columns, isMarked, isActive }: RowProps) {
  return (
    <tr data-row={row.id} className={isMarked ? 'is-marked' : undefined}>
      {columns.map((column) =>
        column.isHead ? (
          <th key={column.id} scope="row">
            <button
              type="button"
              className="plain"
              tabIndex={isActive ? 0 : -1}
              {...(isMarked ? { 'aria-current': 'true' } : {})}
            >
              {column.cell(row)}
            </button>
          </th>
        ) : (
          <td key={column.id} className={column.isNumber ? 'is-number' : undefined}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
});

const rowOf = (target: EventTarget): HTMLElement | null => (target as Element).closest<HTMLElement>('tr[data-row]');
const isAdding = ({ ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent): boolean =>
  ctrlKey || metaKey || shiftKey;

function open({ dispatch }: AppStore, row: HTMLElement, adding: boolean): void {
  const id = row.dataset['row'] ?? '';
  if (adding) dispatch('toggleSelected', id);
  else dispatch('select', { ids: [id], centre: true });
}

/** Where a key leads among so many rows; null for keys that do not move. */
function stepTo(key: string, at: number, count: number): number | null {
  const targets = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['PageDown', at + LEAP],
    ['PageUp', at - LEAP],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const to = targets.get(key);
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

function answerKey(store: AppStore, event: KeyboardEvent<HTMLElement>): void {
  const row = rowOf(event.target);
  if (!row) return;
  if (event.key === 'Enter' && isAdding(event)) {
    event.preventDefault();
    open(store, row, true);
    return;
  }
  if (isAdding(event) || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[data-row]')];
  const to = stepTo(event.key, rows.indexOf(row), rows.length);
  if (to === null) return;
  event.preventDefault();
  rows[to]?.querySelector('button')?.focus();
}

function answerClick(store: AppStore, event: MouseEvent<HTMLElement>): void {
  const row = rowOf(event.target);
  const isButton = (event.target as Element).closest('button') !== null;
  // Marking words with the mouse ends in a click too.
  if (row && (isButton || document.getSelection()?.isCollapsed !== false)) open(store, row, isAdding(event));
}

/** Brings the first selected row into view, unless the reader is in the table. */
function useMarkedInView(marked: ReadonlySet<string>) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const element = body.current;
    if (!element || marked.size === 0 || element.matches(':hover, :focus-within')) return;
    element.querySelector('.is-marked')?.scrollIntoView?.({ block: 'nearest' });
  }, [marked]);
  return body;
}

/** Sortable rows of which at most a page is drawn at once; one Tab stop, arrow keys between rows. */
export function DataTable({ table, rows, sort, marked, onSort }: DataTableProps) {
  const store = useAppStore();
  const [limit, setLimit] = useState(PAGE);
  const [active, setActive] = useState<string | null>(null);
  const keys = useId();
  const body = useMarkedInView(marked);
  const follow = useCallback(
    (event: { target: EventTarget }) => setActive(rowOf(event.target)?.dataset['row'] ?? null),
    [],
  );
  // The first screenful at once, the rest of the page of rows after it is painted.
  const shown = rows.slice(0, useDeferredValue(limit, FIRST));
  const activeId =
    shown.find(({ id }) => id === active)?.id ?? shown.find(({ id }) => marked.has(id))?.id ?? shown[0]?.id;
  const rest = rows.length - limit;
  return (
    <>
      <p id={keys} className="table-keys">
        {rowText.keys}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls sideways where it is narrow */}
      <div className="table-scroll" role="region" aria-label={table.name} tabIndex={0}>
        <table aria-describedby={keys}>
          <caption>{table.caption(rows.length, table.all)}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <Head key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the buttons in its rows */}
          <tbody
            ref={body}
            onFocus={follow}
            onKeyDown={(event) => answerKey(store, event)}
            onClick={(event) => answerClick(store, event)}
          >
            {shown.map((row) => (
              <Row
                key={row.id}
                row={row}
                columns={table.columns}
                isMarked={marked.has(row.id)}
                isActive={row.id === activeId}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <button type="button" className="show-more" onClick={() => setLimit(limit + PAGE)}>
          {readingText.more(Math.min(PAGE, rest), rows.length)}
        </button>
      )}
    </>
  );
}
