import { type DateSpan, parseDate } from '../../model/dates.ts';
import { timelineText } from '../../words/timelineText.ts';

/** What was typed into a field for one date: null for nothing, the date, or why it is refused. */
type DayEntry =
  | { readonly span: DateSpan | null; readonly refused: null }
  | { readonly span: null; readonly refused: string };

/** Reads a year, month or day as EDTF has them. */
export function readDay(text: string): DayEntry {
  const typed = text.trim();
  if (typed === '') return { span: null, refused: null };
  const span = parseDate(typed);
  if (!span) return { span: null, refused: timelineText.refused.unreadable(typed) };
  if (span.interval) return { span: null, refused: timelineText.refused.interval(typed) };
  return { span, refused: null };
}
