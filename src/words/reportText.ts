import type { ImportReport, RecordCounts, ReportedFile } from '../model/importReport.ts';
import { groupIssues, type IssueGroup } from '../model/issueGroups.ts';
import { cutText, plainText, upperFirst } from './plainText.ts';
import { MAX_PARAM } from './sayable.ts';
import { sayBytes } from './sayBytes.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayIssue } from './sayError.ts';

const named = (name: string): string => cutText(plainText(name), MAX_PARAM);
const things = (entities: number, relations: number): string =>
  `${sayCount(entities, 'entity', 'entities')} and ${sayCount(relations, 'relation')}`;

/** The report on what was opened. */
export const reportText = {
  title: 'What was understood',
  close: 'Close',
  lead: ({ entities, relations }: RecordCounts): string => `${upperFirst(things(entities, relations))} are open.`,
  claims: ({ claims, sources }: RecordCounts): string =>
    claims + sources === 0
      ? 'No source is named for any of them.'
      : `They rest on ${sayCount(claims, 'claim')} from ${sayCount(sources, 'source')}.`,
  files: 'Files',
  columns: { what: 'What', read: 'In the files', held: 'Here now' },
  rows: { entities: 'Entities', relations: 'Relations' },
  losses: 'Lost, doubtful or not as it was meant',
  notes: 'Guessed, mended or kept elsewhere: nothing is lost',
  section: (title: string, count: number): string => `${title} (${sayNumber(count)})`,
  nothing: 'Everything in the files was understood as it stands.',
  noLosses: 'Nothing was lost.',
  notListed: (count: number): string => `${sayNumber(count)} more of the same kind, not listed one by one.`,
  downloadText: 'Download as text',
  downloadJson: 'Download as JSON',
  downloadName: (extension: 'txt' | 'json'): string => `what-was-understood.${extension}`,
  differently: 'Read the tables differently',
  duplicates: 'Find entities that may be the same',
  unsourced: (count: number): string => `Show ${sayCount(count, 'relation')} without a source`,
  next: 'What to do next',
  gone: 'What was open has no report: it was not opened from files here.',
} as const;

/** Headings of what is said of several things at once, by code; what has none is headed by its first sentence. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['name-missing', 'Entities without a name'],
  ['dangling-end', 'Ends of relations that the files do not describe'],
  ['missing-end', 'Relations without one of their ends'],
  ['id-repeated', 'Ids that are used more than once'],
  ['claim-by-default', 'Claims taken as stated by their source'],
  ['relation-unsourced', 'Relations without a source'],
  ['relation-without-claims', 'Relations without a claim'],
  ['address-not-linked', 'Addresses that cannot be opened'],
  ['number-as-text', 'Long numbers, kept as text'],
  ['not-a-number', 'Values that are no number'],
  ['encoding-guessed', 'Letters read by a guess'],
  ['encoding-mixed', 'Letters in two encodings'],
  ['field-kept', 'Fields kept as they are'],
  ['record-skipped', 'Records that were left out'],
  ['value-coerced', 'Values read as something else'],
  ['implied-relations', 'Relations made of fields that name another record'],
  ['guessed', 'Guesses'],
  ['date-not-understood', 'Dates that are not understood'],
  ['date-reversed', 'Periods that end before they begin'],
  ['schema', 'What does not follow the format'],
]);

/** The heading of a group of issues, with how many they are: "Ends of relations that … (12)". */
export function sayGroupTitle({ code, count, issues: [first] }: IssueGroup): string {
  const title =
    TITLES.get(code) ?? (first ? sayIssue({ ...first, where: '' }).replace(/^In the file: |\.$/g, '') : code);
  return reportText.section(upperFirst(plainText(title)), count);
}

/** An encoding by its usual name: "UTF-16 LE", "Windows-1252". */
function sayEncoding(encoding: string): string {
  return upperFirst(
    encoding
      .replace(/^(?:utf|iso|koi|gb)/, (start) => start.toUpperCase())
      .replace('-bom', ' with BOM')
      .replace(/[bl]e$/, (end) => ` ${end.toUpperCase()}`),
  );
}

/** What was read of one file: "a.csv: table, 1.2 MB, UTF-8". */
export function sayFile({ name, label, size, encoding }: ReportedFile): string {
  const parts = [label, sayBytes(size), sayEncoding(encoding ?? '')].map(plainText).filter(Boolean);
  return `${named(name)}: ${parts.join(', ')}`;
}

/** What a file holds in its own terms: "3,380 relations"; empty where that is nothing. */
export function sayFileCounts({ nodes, edges }: ReportedFile): string {
  const parts = [
    ...(nodes > 0 ? [sayCount(nodes, 'entity', 'entities')] : []),
    ...(edges > 0 ? [sayCount(edges, 'relation')] : []),
  ];
  return parts.length > 0 ? sayList(parts) : 'nothing that is read as an entity or a relation';
}

const WHY_MORE = {
  entities: 'whoever is named only in a relation, a nested record or a column is an entity too',
  relations: 'a field that names another record is a relation too',
} as const;

/** Why a dataset holds more or fewer than its files; null where it holds as many. */
export function sayDifference({ counts, holds }: Pick<ImportReport, 'counts' | 'holds'>): string | null {
  const fewer = (['entities', 'relations'] as const).filter((key) => holds[key] < counts[key]);
  const more = (['entities', 'relations'] as const).filter((key) => holds[key] > counts[key]);
  if (more.length + fewer.length === 0) return null;
  const isFewer = fewer.length > 0;
  return [
    ...(more.length > 0
      ? [
          `More ${sayList(more)} than the files count: ${sayList(more.map((key) => WHY_MORE[key]))}. What was open before an addition is counted too.`,
        ]
      : []),
    ...(isFewer
      ? [
          `Fewer ${sayList(fewer)} than the files count: rows about the same one became one, and what could not be used is listed below.`,
        ]
      : []),
  ].join(' ');
}

function writeGroup(group: IssueGroup): string[] {
  const rest = unlistedOf(group);
  return [
    '',
    sayGroupTitle(group),
    ...group.issues.map((issue) => `- ${sayIssue(issue)}`),
    ...(rest > 0 ? [`- ${reportText.notListed(rest)}`] : []),
  ];
}

/** How many of a group are only counted. */
export function unlistedOf({ count, issues }: IssueGroup): number {
  const listed = issues.reduce((sum, { params }) => sum + (Number(params['count'] ?? 1) || 1), 0);
  return Math.max(0, count - listed);
}

/** The whole report as plain text. Linear in its issues. */
export function writeReport(report: ImportReport): string {
  const { files, counts, holds } = report;
  const groups = groupIssues(report.issues);
  const part = (title: string, isLoss: boolean): string[] => {
    const some = groups.filter(({ severity }) => (severity !== 'note') === isLoss);
    const all = some.reduce((sum, { count }) => sum + count, 0);
    return some.length > 0
      ? ['', '', isLoss ? reportText.section(title, all) : title, ...some.flatMap(writeGroup)]
      : [];
  };
  const difference = sayDifference(report);
  const lines = [
    reportText.title,
    '',
    ...files.map((file) => `${sayFile(file)}; ${sayFileCounts(file)}`),
    '',
    `${reportText.columns.read}: ${things(counts.entities, counts.relations)}`,
    `${reportText.columns.held}: ${things(holds.entities, holds.relations)}, ${sayCount(holds.claims, 'claim')}, ${sayCount(holds.sources, 'source')}`,
    ...(difference ? [difference] : []),
    ...part(reportText.losses, true),
    ...part(reportText.notes, false),
    ...(groups.length === 0 ? ['', reportText.nothing] : []),
  ];
  return `${lines.join('\n')}\n`;
}
