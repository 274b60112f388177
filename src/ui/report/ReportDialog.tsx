import { useContext, useMemo } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { ImportReport } from '../../model/importReport.ts';
import { groupIssues } from '../../model/issueGroups.ts';
import type { AppState } from '../../state/appState.ts';
import { reportText, sayDifference, sayFile, sayFileCounts, writeReport } from '../../words/reportText.ts';
import { sayNumber } from '../../words/sayCount.ts';
import { useApp, useAppStore, useDispatch } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { findOffer, offer } from '../kit/offered.ts';
import { OpenerContext } from '../kit/opener.ts';
import { IssueGroups } from './IssueGroups.tsx';

const selectReport = ({ report }: AppState): ImportReport | null => report;
const selectDataset = ({ dataset }: AppState): Dataset => dataset;

/** How long a browser may take to begin with a download, ms. */
const UNTIL_TAKEN = 10_000;

function download(text: string, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_TAKEN);
}

function ReportCounts({ report }: { readonly report: ImportReport }) {
  const { counts, holds } = report;
  const difference = sayDifference(report);
  const { columns, rows } = reportText;
  return (
    <>
      <table className="report-counts">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{columns.what}</span>
            </th>
            <th scope="col">{columns.read}</th>
            <th scope="col">{columns.held}</th>
          </tr>
        </thead>
        <tbody>
          {(['entities', 'relations'] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{rows[key]}</th>
              <td>{sayNumber(counts[key])}</td>
              <td>{sayNumber(holds[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {difference && <p className="report-why">{difference}</p>}
    </>
  );
}

function ReportFiles({ report: { files } }: { readonly report: ImportReport }) {
  return (
    <section>
      <h3>{reportText.files}</h3>
      <ul className="report-files">
        {files.map((file, at) => (
          <li key={at}>
            {sayFile(file)} <span className="report-soft">· {sayFileCounts(file)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the reader goes on from here. */
function ReportNext({ report }: { readonly report: ImportReport }) {
  const store = useAppStore();
  const dispatch = useDispatch();
  const opener = useContext(OpenerContext);
  const dataset = useApp(selectDataset);
  const unsourced = useMemo(
    () => [...dataset.relations.values()].filter(({ claims }) => claims.length === 0).length,
    [dataset],
  );
  const readAgain = (): void => {
    const last = opener?.last() ?? [];
    // The opener knows its last files once they are drawn, which may be later than the report is read.
    const files = last.length > 0 ? last : findOffer(store).files;
    offer(store, { files, add: false, peek: null, mapping: report.mapping });
    dispatch('openDialog', 'mapping');
  };
  const showUnsourced = (): void => {
    dispatch('closeDialog');
    dispatch('showTab', 'graph');
    dispatch('setFilters', { standings: ['unsourced'] });
  };
  return (
    <section aria-label={reportText.next}>
      <ul className="report-next">
        {report.mapping && (
          <li>
            <button type="button" className="plain" onClick={readAgain}>
              {reportText.differently}
            </button>
          </li>
        )}
        <li>
          <button type="button" className="plain" onClick={() => dispatch('openDialog', 'duplicates')}>
            {reportText.duplicates}
          </button>
        </li>
        {unsourced > 0 && (
          <li>
            <button type="button" className="plain" onClick={showUnsourced}>
              {reportText.unsourced(unsourced)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function ReportBody({ report }: { readonly report: ImportReport }) {
  const groups = useMemo(() => groupIssues(report.issues), [report]);
  return (
    <>
      <p className="report-lead">{reportText.lead(report.holds)}</p>
      <p>{reportText.claims(report.holds)}</p>
      <ReportCounts report={report} />
      <ReportNext report={report} />
      <ReportFiles report={report} />
      <IssueGroups groups={groups} />
      <div className="report-actions">
        <button
          type="button"
          onClick={() => download(writeReport(report), 'text/plain', reportText.downloadName('txt'))}
        >
          {reportText.downloadText}
        </button>
        <button
          type="button"
          onClick={() => download(JSON.stringify(report, null, 2), 'application/json', reportText.downloadName('json'))}
        >
          {reportText.downloadJson}
        </button>
      </div>
    </>
  );
}

/** What was understood of the files that were opened last: counts, losses, guesses, each with its place. */
export function ReportDialog() {
  const report = useApp(selectReport);
  return (
    <Dialog title={reportText.title} closeLabel={reportText.close} className="report">
      {report ? <ReportBody report={report} /> : <p>{reportText.gone}</p>}
    </Dialog>
  );
}
