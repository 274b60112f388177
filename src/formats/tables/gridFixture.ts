import type { Grid } from './grid.ts';

/** A table of lines with bars between the cells. */
export function createGridFixture(lines: readonly string[], name = 'table'): Grid {
  const rows = lines.map((line) => line.split('|'));
  return { name, file: 0, rows, lines: rows.map((_, i) => i + 1), unit: 'line', hasHeader: null, problems: [] };
}
