import type { Issue } from './dataError.ts';

/** Issues of one kind: the same code, equally grave. */
export interface IssueGroup {
  readonly code: string;
  readonly severity: Issue['severity'];
  /** How many things: what is listed one by one, what stands for several, and what was only counted. */
  readonly count: number;
  /** Those listed one by one, in their order. */
  readonly issues: readonly Issue[];
}

const RANKS: Readonly<Record<Issue['severity'], number>> = { error: 0, warning: 1, note: 2 };

/** For how many things an issue stands. */
function weigh({ params }: Issue): number {
  const count = Object.hasOwn(params, 'count') ? Number(params['count']) : 1;
  return Number.isFinite(count) ? count : 1;
}

/** Issues by code, losses first, else in order of first appearance; what was not listed is counted with its kind. Linear. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, { code: string; severity: Issue['severity']; count: number; issues: Issue[] }>();
  for (const issue of issues) {
    const isRest = issue.code === 'issues-not-listed';
    const code = isRest ? String(issue.params['code'] ?? issue.code) : issue.code;
    const key = JSON.stringify([issue.severity, code]);
    const group = groups.get(key) ?? { code, severity: issue.severity, count: 0, issues: [] };
    groups.set(key, group);
    group.count += weigh(issue);
    if (!isRest) group.issues.push(issue);
  }
  return [...groups.values()].toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

/** How many things of a file are lost, doubtful, or not as its maker meant them. Linear. */
export function countDoubts(issues: readonly Issue[]): number {
  return groupIssues(issues).reduce((sum, { severity, count }) => (severity === 'note' ? sum : sum + count), 0);
}
