import { parseDate } from '../model/dates.ts';

/**
 * A date as graph files write it, as EDTF of our profile (DESIGN 2.2): EDTF itself, an ISO 8601 day with or without a time
 * (its day is taken), years with slashes or dots for dashes. Undefined for what is no date.
 */
export function readFileDate(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{1,3}$/.test(trimmed) || /^\d{5,}$/.test(trimmed)) return undefined;
  if (parseDate(trimmed)) return trimmed;
  const [, year, month, day] = /^(\d{4})[-/.](\d\d)(?:[-/.](\d\d))?(?:[T ].*)?$/.exec(trimmed) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const iso = day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
  return parseDate(iso) ? iso : undefined;
}

/** The interval from one date to another as EDTF; an end that is not given is open. Undefined where neither is. */
export function joinDates(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined && end === undefined) return undefined;
  if (start === end) return start;
  const joined = `${start ?? '..'}/${end ?? '..'}`;
  return parseDate(joined) ? joined : undefined;
}

/** The two ends of an EDTF date or interval, each undefined where it is open or unknown. */
export function splitDates(valid: string | undefined): { readonly start?: string; readonly end?: string } {
  if (!valid) return {};
  const [start = '', end = start] = valid.split('/');
  const known = (text: string): boolean => text !== '' && text !== '..';
  return { ...(known(start) ? { start } : {}), ...(known(end) ? { end } : {}) };
}
