/** Something that was odd while a table was parsed, told to the log with every reading of it. */
export interface GridProblem {
  readonly code: string;
  /** True: something is doubtful or lost. */
  readonly isWarning: boolean;
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A table as it lies in a file, a text a cell, without blank rows and without lines above its header. */
export interface Grid {
  /** The file's name, or "file › sheet". */
  readonly name: string;
  /** Which of the files it is from. */
  readonly file: number;
  /** The header row first, where there is one. */
  readonly rows: readonly (readonly string[])[];
  /** For each row: its line in the file, its row in the sheet or its place in the list, from 1. */
  readonly lines: readonly number[];
  readonly unit: 'line' | 'row' | 'item';
  /** True where the first row is known to be names (records with keys); null: to be guessed. */
  readonly hasHeader: true | null;
  readonly problems: readonly GridProblem[];
}

/** Where a row is: "people.csv, line 12"; the name is left out where there is one table only. */
export function placeOf(grid: Grid, row: number, isOnly: boolean): string {
  const place = `${grid.unit} ${grid.lines[row] ?? row + 1}`;
  return isOnly ? place : `${grid.name}, ${place}`;
}

/** Names of the columns, unique: the first row's or, where it is data or says nothing, "column 3"; a second "label" is "label 2". */
export function nameColumns(grid: Grid, hasHeader: boolean): string[] {
  const first = grid.rows[0] ?? [];
  const width = hasHeader ? first.length : usualWidth(grid.rows);
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const wanted = (hasHeader ? cleanText(first[i] ?? '') : '') || `column ${i + 1}`;
    let name = wanted;
    for (let n = 2; taken.has(name); n += 1) name = `${wanted} ${n}`;
    taken.add(name);
    return name;
  });
}

/** How many cells most of the first rows have. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 200)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** A text as it counts for identity: NFC, trimmed, white space inside made one blank. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  if (/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/.test(trimmed)) return trimmed;
  return trimmed.normalize('NFC').replaceAll(/\s+/g, ' ');
}

/** A short form of a text from a file, for messages. */
export function shortText(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
