import { type Piece, placeAt, stack } from './paragraph.ts';

const COLUMN = { narrowest: 210, widest: 420, gap: 24, most: 3 } as const;
const ITEM_GAP = 9;

/** Columns of text side by side. */
export interface Columns {
  readonly count: number;
  /** Of each, px. */
  readonly width: number;
}

/** How a width is divided into columns of text, 1 to 3. */
export function divideColumns(width: number): Columns {
  const fitting = Math.floor((width + COLUMN.gap) / (COLUMN.narrowest + COLUMN.gap));
  const count = Math.min(COLUMN.most, Math.max(1, fitting));
  return { count, width: Math.min(COLUMN.widest, (width - (count - 1) * COLUMN.gap) / count) };
}

/** How many leading items fill each column of at most `limit` px, in at most `count` columns; an item higher than that has one to itself. */
function fillColumns(items: readonly Piece[], count: number, limit: number): number[] {
  const columns: number[] = [];
  let [used, held] = [0, 0];
  for (const { height } of items) {
    if (held > 0 && used + ITEM_GAP + height > limit) {
      columns.push(held);
      [used, held] = [0, 0];
      if (columns.length === count) return columns;
    }
    used += (held > 0 ? ITEM_GAP : 0) + height;
    held += 1;
  }
  return [...columns, held];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** Columns as even as can be without breaking an item: the smallest height that still holds all, found to a px. */
function balance(items: readonly Piece[], count: number): number[] {
  let low = Math.max(0, ...items.map(({ height }) => height));
  let high = items.reduce((all, { height }) => all + height + ITEM_GAP, 1);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (sum(fillColumns(items, count, middle)) === items.length) high = middle;
    else low = middle;
  }
  return fillColumns(items, count, high);
}

function drawColumns(items: readonly Piece[], counts: readonly number[], { width }: Columns): Piece {
  let from = 0;
  const drawn = counts.map((count, i) => {
    const column = stack(items.slice(from, from + count), ITEM_GAP);
    from += count;
    return { height: column.height, markup: placeAt(column, i * (width + COLUMN.gap), 0) };
  });
  return {
    height: Math.max(0, ...drawn.map(({ height }) => height)),
    markup: drawn.map(({ markup }) => markup).join('\n'),
  };
}

/** Items in balanced columns. */
export function setColumns(items: readonly Piece[], columns: Columns): Piece {
  return drawColumns(items, balance(items, columns.count), columns);
}

/** Items in columns on as many pages as they need; those on the last page are balanced. `limits`: heights of the first page and of all others. */
export function setColumnPages(
  items: readonly Piece[],
  columns: Columns,
  limits: readonly [first: number, other: number],
): Piece[] {
  const pages: Piece[] = [];
  let rest = items;
  while (rest.length > 0) {
    const counts = fillColumns(rest, columns.count, pages.length === 0 ? limits[0] : limits[1]);
    const held = sum(counts);
    pages.push(drawColumns(rest, held === rest.length ? balance(rest, columns.count) : counts, columns));
    rest = rest.slice(held);
  }
  return pages;
}
