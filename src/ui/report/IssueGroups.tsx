import type { Issue } from '../../model/dataError.ts';
import type { IssueGroup } from '../../model/issueGroups.ts';
import { reportText, sayGroupTitle, unlistedOf } from '../../words/reportText.ts';
import { sayIssue } from '../../words/sayError.ts';
import { LongList } from '../kit/LongList.tsx';

/** Groups of more than so many sentences are folded. */
const OPEN_UP_TO = 5;
const STEP = 50;

function Sentences({ group }: { readonly group: IssueGroup }) {
  const rest = unlistedOf(group);
  // Issues have no id, and none comes or goes while they are listed.
  const items = group.issues.map((issue, at) => ({ issue, at }));
  return (
    <>
      <LongList
        className="report-issues"
        items={items}
        step={STEP}
        render={({ issue, at }: { issue: Issue; at: number }) => <li key={at}>{sayIssue(issue)}</li>}
      />
      {rest > 0 && <p className="report-soft">{reportText.notListed(rest)}</p>}
    </>
  );
}

function Group({ group }: { readonly group: IssueGroup }) {
  if (group.issues.length === 1 && unlistedOf(group) === 0) return <Sentences group={group} />;
  return (
    <details className="report-group" open={group.issues.length <= OPEN_UP_TO}>
      <summary>
        <h4>{sayGroupTitle(group)}</h4>
      </summary>
      <Sentences group={group} />
    </details>
  );
}

interface PartProps {
  readonly title: string;
  readonly groups: readonly IssueGroup[];
  readonly isLoss: boolean;
}

function Part({ title, groups, isLoss }: PartProps) {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <section className="report-part">
      {/* Of what is not lost, a number would only alarm. */}
      <h3>{isLoss ? reportText.section(title, count) : title}</h3>
      {groups.map((group) => (
        <Group key={group.code} group={group} />
      ))}
    </section>
  );
}

/** What was not as it should be, losses first, by kind. */
export function IssueGroups({ groups }: { readonly groups: readonly IssueGroup[] }) {
  const losses = groups.filter(({ severity }) => severity !== 'note');
  const notes = groups.filter(({ severity }) => severity === 'note');
  if (groups.length === 0) return <p className="report-none">{reportText.nothing}</p>;
  return (
    <>
      {losses.length === 0 && <p className="report-none">{reportText.noLosses}</p>}
      <Part title={reportText.losses} groups={losses} isLoss />
      <Part title={reportText.notes} groups={notes} isLoss={false} />
    </>
  );
}
