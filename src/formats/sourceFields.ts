import { parseDate } from '../model/dates.ts';
import type { Source } from '../model/records.ts';
import { findSafeHref } from '../model/safeAddress.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters from data are what is removed here
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Text for a list of sources: on one line. */
export function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(CONTROLS, ' ').trim();
}

/** A source's title, or its maker's label in square brackets, by which libraries mark a title that the work does not bear. */
export function titleOf({ title, label, id }: Source): string {
  return oneLine(title) || `[${oneLine(label) || oneLine(id)}]`;
}

/** Authors as they are written: which part is a surname is not known. */
export function authorsOf({ authors }: Source): string[] {
  return authors.map(oneLine).filter(Boolean);
}

/** An address that may be linked to, without the signs that end one in a list. */
export function addressOf(url: string | null | undefined): string | null {
  return findSafeHref(url)?.replaceAll(/[{}<>\\|^`\s]/g, encodeURIComponent) ?? null;
}

/** A date as numbers: one point, or the two ends of a closed interval; `approximate` where the writer was not sure. */
export interface DateParts {
  readonly points: readonly (readonly number[])[];
  readonly approximate: boolean;
}

/** An EDTF date as numbers, or null for one that is missing, open at an end, or not understood. */
export function datePartsOf(edtf: string | null | undefined): DateParts | null {
  const span = edtf ? parseDate(edtf) : null;
  if (!span?.start || !span.end) return null;
  const ends = span.interval ? [span.start, span.end] : [span.start];
  return {
    points: ends.map(({ year, month, day }) => [year, month, day].filter((part) => part !== null)),
    approximate: ends.some(({ uncertain, approximate }) => uncertain || approximate),
  };
}
