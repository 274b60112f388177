import Papa from 'papaparse';

/** In order of preference: where two cut a text equally well, the rarer sign in prose is the one that was meant. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
const PROBE = 60_000;
const PROBE_ROWS = 100;

/** How well a text falls into columns: `fit` from 0 (not at all) to 1 (every row has the same number of cells). */
export interface Cut {
  readonly delimiter: string;
  readonly fit: number;
}

/** The first lines of a text, without one that the probe cuts off. */
function probeOf(text: string): string {
  if (text.length <= PROBE) return text;
  const head = text.slice(0, PROBE);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
  return end > 0 ? head.slice(0, end) : head;
}

/** Of the rows that have several cells as most of them: the share, less what only follows the commas of prose. */
function fitOf(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: PROBE_ROWS });
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  counts.delete(1);
  const [width = 1, share = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  if (width < 2) return 0;
  const later = rows.flatMap((row) => row.slice(1));
  const spaced = later.filter((cell) => /^ \S/.test(cell)).length / Math.max(1, later.length);
  return (share / rows.length) * (1 - spaced * 0.4);
}

/** The sign between the cells of a text, by which of them gives rows of equal length. Reads only the beginning. */
export function findDelimiter(text: string): Cut {
  const [, told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  if (told) return { delimiter: told, fit: 1 };
  const probe = probeOf(text);
  let best: Cut = { delimiter: ',', fit: 0 };
  for (const delimiter of DELIMITERS) {
    const fit = probe.includes(delimiter) ? fitOf(probe, delimiter) : 0;
    if (fit > best.fit + 0.02) best = { delimiter, fit };
  }
  return best;
}

/** The one kind of line end in a text; null where there are several kinds. */
export function findLineEnd(text: string): '\n' | '\r' | '\r\n' | null {
  let [both, lf, cr] = [0, 0, 0];
  for (let i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1)) {
    if (text.charCodeAt(i + 1) === 10) both += 1;
    else cr += 1;
  }
  if (cr > 0 || both > 0) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) if (text.charCodeAt(i - 1) !== 13) lf += 1;
  }
  if (both === 0 && cr === 0) return '\n';
  if (lf > 0) return null;
  return both === 0 ? '\r' : cr === 0 ? '\r\n' : null;
}
