import { rowText } from '../../words/readingText.ts';
import { tieSummaryLines } from '../../words/sayRelation.ts';

/** "24 relations · 2 disputed"; where filters or clocks hide some, "4 of 24 relations · 1 disputed". */
export function sayShown(shown: number, all: number, disputed: number): string {
  const [count, ...rest] = tieSummaryLines(shown, disputed);
  return [shown === all ? count : rowText.records.relations(shown, all), ...rest].join(' · ');
}
