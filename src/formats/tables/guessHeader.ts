import { isNumber } from './columnFacts.ts';
import { readEnds, readNoun } from './endWords.ts';
import type { Grid } from './grid.ts';
import {
  BARE_IDS,
  BARE_NAMES,
  ENTITY_PHRASES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  PERSON_MARKS,
  RELATION_PHRASES,
  readHeader,
  WORDING_PHRASES,
} from './headerWords.ts';
import { isClearDate } from './tableDates.ts';

const KNOWN: ReadonlySet<string> = new Set([
  ...RELATION_PHRASES.flatMap(([, phrases]) => [...phrases]),
  ...ENTITY_PHRASES.flatMap(([, phrases]) => [...phrases]),
  ...[BARE_IDS, BARE_NAMES, FAMILY_NAMES, GIVEN_NAMES, PERSON_MARKS].flatMap((phrases) => [...phrases]),
  ...WORDING_PHRASES,
  'weight',
  'amount',
]);

/** Whether a cell reads like the name of a column that we know. */
export function isKnown(cell: string): boolean {
  if (cell.length > 60) return false;
  const header = readHeader(cell);
  return (
    KNOWN.has(header.phrase) || readNoun(header) !== null || readEnds(header).some(({ pair }) => pair !== 'number')
  );
}

/** "Source" and "target" say it, whatever else there is. */
function hasBothEnds(cells: readonly string[]): boolean {
  const ends = cells.flatMap((cell) => (cell.length > 60 ? [] : readEnds(readHeader(cell))));
  const sides = new Set(ends.map(({ pair, side }) => `${pair} ${side}`));
  return ['source', 'from', 'subject'].some((pair) => sides.has(`${pair} from`) && sides.has(`${pair} to`));
}

/** Whether the first row of a table is names of columns: by known names, else by how it differs from the rows below it. */
export function guessHeader({ rows, hasHeader }: Grid): boolean {
  if (hasHeader !== null) return hasHeader;
  const [first = [], ...below] = rows;
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || below.length === 0) return filled.some(isKnown);
  if (filled.filter(isKnown).length * 3 >= filled.length || hasBothEnds(filled)) return true;
  const isValue = (cell: string): boolean => isNumber(cell) || isClearDate(cell) || /^https?:/i.test(cell);
  if (filled.some(isValue)) return filled.some(isKnown) && filled.filter(isValue).length * 2 < filled.length;
  const sample = below.slice(0, 500);
  // Names of columns are no values: who is in the first row and again below is somebody.
  const inBody = new Set(sample.flatMap((row) => row.map((cell) => cell.trim())));
  if (filled.some((cell) => inBody.has(cell)) && !filled.some(isKnown)) return false;
  const isOther = cells.some((cell, i) => {
    const column = sample.map((row) => (row[i] ?? '').trim()).filter((value) => value !== '');
    return cell !== '' && column.length > 0 && column.filter(isValue).length > column.length * 0.7;
  });
  return isOther || filled.every((cell) => cell.length < 40);
}
