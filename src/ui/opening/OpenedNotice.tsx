import { useEffect, useState } from 'react';
import type { ImportReport } from '../../model/importReport.ts';
import { countDoubts } from '../../model/issueGroups.ts';
import type { AppState } from '../../state/appState.ts';
import { openingText, sayOpened } from '../../words/openingText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';

const selectReport = ({ report }: AppState): ImportReport | null => report;

/** What is said of the dataset itself comes first, ms. */
const BEHIND_SPEECH = 400;

/** One line about what was opened last, and the way to the report on it; it stays until it is closed. */
export function OpenedNotice() {
  const store = useAppStore();
  const report = useApp(selectReport);
  const [closed, setClosed] = useState<ImportReport | null>(null);
  const doubts = report ? countDoubts(report.issues) : 0;
  const said =
    report && report.issues.length > 0
      ? sayOpened(
          report.files.map(({ name }) => name),
          report.holds,
          doubts,
        )
      : null;
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => store.dispatch('report', { said }), BEHIND_SPEECH);
    return () => clearTimeout(timer);
  }, [store, said]);
  if (said === null || closed === report) return null;
  return (
    <section className="opened-notice" aria-label={openingText.noticeMore}>
      <p>{said}</p>
      <button type="button" aria-haspopup="dialog" onClick={() => store.dispatch('openDialog', 'report')}>
        {openingText.noticeMore}
      </button>
      <button type="button" className="plain" aria-label={openingText.dismiss} onClick={() => setClosed(report)}>
        {openingText.close}
      </button>
    </section>
  );
}
