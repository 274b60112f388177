import { expect, test } from 'vitest';
import type { ImportReport } from '../model/importReport.ts';
import { groupIssues } from '../model/issueGroups.ts';
import { sayDifference, sayFileCounts, sayGroupTitle, unlistedOf, writeReport } from './reportText.ts';

const report: ImportReport = {
  format: 'table',
  files: [
    { name: 'a\u202e.csv', format: 'table', label: 'Table', size: 1400, encoding: 'utf-16le', nodes: 0, edges: 3 },
  ],
  counts: { entities: 0, relations: 3, claims: 2, sources: 1 },
  holds: { entities: 4, relations: 2, claims: 2, sources: 1 },
  issues: [
    { code: 'record-skipped', where: 'line 3', params: { reason: 'no name' }, severity: 'warning' },
    { code: 'issues-not-listed', where: '', params: { code: 'record-skipped', count: 9 }, severity: 'warning' },
    { code: 'guessed', where: 'line 1', params: { what: 'the column “Who”', as: 'a name' }, severity: 'note' },
  ],
  mapping: null,
};

test('the report as text has losses first, each with its place, and what is only counted', () => {
  expect(writeReport(report)).toMatchInlineSnapshot(`
    "What was understood

    a.csv: Table, 1 kB, UTF-16 LE; 3 relations

    In the files: no entities and 3 relations
    Here now: 4 entities and 2 relations, 2 claims, 1 source
    More entities than the files count: whoever is named only in a relation, a nested record or a column is an entity too. What was open before an addition is counted too. Fewer relations than the files count: rows about the same one became one, and what could not be used is listed below.


    Lost, doubtful or not as it was meant (10)

    Records that were left out (10)
    - At line 3: a record could not be read (no name); it was left out.
    - 9 more of the same kind, not listed one by one.


    Guessed, mended or kept elsewhere: nothing is lost

    Guesses (1)
    - At line 1: the column “Who” is taken as a name.
    "
  `);
});

test('says nothing of a difference where there is none, and names a kind that it does not know by its sentence', () => {
  const same = { entities: 1, relations: 2, claims: 0, sources: 0 };
  expect(sayDifference({ counts: same, holds: same })).toBeNull();
  const [group] = groupIssues([{ code: 'role-without-event', where: 'x', params: {}, severity: 'warning' }]);
  expect(sayGroupTitle(group!)).toBe(
    'A part in an event is given to something that is no event; correct one of its ends or its type (1)',
  );
  expect(unlistedOf(group!)).toBe(0);
  expect(sayFileCounts({ ...report.files[0]!, edges: 0 })).toContain('nothing');
});
