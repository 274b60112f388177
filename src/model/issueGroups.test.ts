import { expect, test } from 'vitest';
import type { Issue } from './dataError.ts';
import { countDoubts, groupIssues } from './issueGroups.ts';

const issue = (severity: Issue['severity'], code: string, params: Issue['params'] = {}): Issue => ({
  severity,
  code,
  params,
  where: '',
});

test('losses come first, and what is not listed counts with its kind', () => {
  const issues = [
    issue('note', 'guessed'),
    issue('warning', 'dangling-end'),
    issue('warning', 'dangling-end'),
    issue('warning', 'issues-not-listed', { code: 'dangling-end', count: 40 }),
    issue('note', 'relation-unsourced', { count: 7 }),
  ];
  const groups = groupIssues(issues).map(({ code, count, issues: listed }) => [code, count, listed.length]);
  expect(groups).toEqual([
    ['dangling-end', 42, 2],
    ['guessed', 1, 1],
    ['relation-unsourced', 7, 1],
  ]);
  expect(countDoubts(issues)).toBe(42);
});

test('codes from anywhere are only names', () => {
  const groups = groupIssues([issue('note', '__proto__'), issue('warning', '__proto__', { count: 'many' })]);
  expect(groups.map(({ code, severity, count }) => [code, severity, count])).toEqual([
    ['__proto__', 'warning', 1],
    ['__proto__', 'note', 1],
  ]);
});
