import { isPassing } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import { compareDates } from '../../model/dates.ts';
import { fold } from '../../model/fold.ts';
import type { Claim, Relation } from '../../model/records.ts';
import { STANDING_WORDS, type Standing, standingOf } from '../../model/standing.ts';
import { sayStandingWord } from '../../words/names.ts';
import { upperFirst } from '../../words/plainText.ts';
import { rowText } from '../../words/readingText.ts';
import { sayAttribution } from '../../words/sayAttribution.ts';
import { sayDispute, sayStanceSpeakers } from '../../words/sayDispute.ts';
import { sayName, sayPredicateFrom } from '../../words/sayRelation.ts';
import { sayRelationDate } from '../../words/sayRelationDate.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { sayHiddenCounts } from '../../words/sayView.ts';
import { tableText } from '../../words/tableText.ts';
import { DisputeMark } from '../kit/DisputeMark.tsx';
import type { Known } from '../kit/known.ts';
import { LineSwatch } from '../kit/LineSwatch.tsx';
import { byNumber, byText, type Column, type Listed, once, type Table, type TableRow } from './tableRow.ts';

interface RelationRow extends TableRow {
  readonly from: string;
  readonly wording: string;
  readonly to: string;
  readonly valid: string | undefined;
  readonly claims: () => number;
  readonly standing: () => Standing;
  readonly dates: () => string;
  readonly saysSo: () => readonly string[];
  readonly dispute: () => string | null;
  readonly silent: () => string | null;
}

/** Who asserts, each with those who passed it on: "unnamed sources → The Wall Street Journal". */
function findAsserters(dataset: Dataset, claims: readonly Claim[]): string[] {
  const chains = claims
    .filter(({ stance }) => stance === 'asserts')
    .map((claim) => {
      const links = sayAttribution(dataset, claim);
      const speakers = links.length > 1 ? links.slice(0, -1) : links;
      return speakers.map(({ text }) => text).join(' → ');
    });
  return [...new Set(chains)];
}

function buildRow({ dataset, asOf }: Known, relation: Relation): RelationRow {
  const from = sayName(dataset, relation.from);
  const to = sayName(dataset, relation.to);
  const wording = sayPredicateFrom(dataset, relation, relation.from);
  const claims = once(() => claimsInView(dataset, relation, asOf));
  const standing = once(() => standingOf(dataset, relation.id, asOf));
  const saysSo = once(() => findAsserters(dataset, claims()));
  const dispute = once(() => sayDispute(standing(), claims()));
  const silent = once(() => {
    const names = sayStanceSpeakers(standing().silent, 'no-comment', claims());
    return names ? rowText.silent(names) : null;
  });
  const dates = once(() => sayRelationDate(dataset, relation, standing(), claims()));
  return {
    id: relation.id,
    from,
    wording,
    to,
    valid: relation.valid,
    claims: once(() => claims().length),
    standing,
    dates,
    saysSo,
    dispute,
    silent,
    folded: once(() => {
      const firm = sayStandingWord(standing().word);
      const said = [...saysSo(), dispute() ?? '', silent() ?? '', dates()];
      return fold([from, wording, to, firm, ...said].join(' '));
    }),
  };
}

function Relation({ row }: { readonly row: RelationRow }) {
  return (
    <>
      <span className="unseen">{row.from} </span>
      {row.wording}
      <span className="unseen"> {row.to}</span>
    </>
  );
}

function Denials({ row }: { readonly row: RelationRow }) {
  const dispute = row.dispute();
  const silent = row.silent();
  return (
    <>
      {dispute === null ? <span className="unseen">{tableText.nobody}</span> : <DisputeMark>{dispute}</DisputeMark>}{' '}
      {silent !== null && <span className="table-silent">{silent}</span>}
    </>
  );
}

function Firmness({ row }: { readonly row: RelationRow }) {
  const { word } = row.standing();
  return (
    <span className="table-firm">
      <LineSwatch word={word} /> {sayStandingWord(word)}
    </span>
  );
}

const firmness = (row: RelationRow): number => STANDING_WORDS.indexOf(row.standing().word);
const { columns: names } = tableText;

function buildColumns(): Column<RelationRow>[] {
  const byDispute = byText((row: RelationRow) => row.dispute() ?? '');
  return [
    { id: 'from', label: names.from, cell: (row) => <bdi>{row.from}</bdi>, compare: byText((row) => row.from) },
    {
      id: 'relation',
      label: names.relation,
      isHead: true,
      cell: (row) => <Relation row={row} />,
      compare: byText((row) => row.wording),
    },
    { id: 'to', label: names.to, cell: (row) => <bdi>{row.to}</bdi>, compare: byText((row) => row.to) },
    { id: 'standing', label: names.standing, cell: (row) => <Firmness row={row} />, compare: byNumber(firmness) },
    { id: 'dates', label: names.dates, cell: (row) => row.dates(), compare: (a, b) => compareDates(a.valid, b.valid) },
    {
      id: 'saysSo',
      label: names.saysSo,
      cell: (row) => row.saysSo().join('; ') || <span className="soft">{tableText.nobody}</span>,
      compare: byText((row) => row.saysSo().join('; ')),
    },
    {
      id: 'denies',
      label: names.denies,
      cell: (row) => <Denials row={row} />,
      // Disputed ones first: that is what the column is sorted for.
      compare: (a, b) => Number(a.dispute() === null) - Number(b.dispute() === null) || byDispute(a, b),
    },
    {
      id: 'claims',
      label: names.claims,
      isNumber: true,
      cell: (row) => row.claims(),
      compare: byNumber((row) => row.claims()),
    },
  ];
}

/** Rows of the last clock: filters choose among them, and what was worked out for one stays. */
const rowsByClock = new WeakMap<Dataset, { readonly asOf: number | null; readonly rows: Map<string, RelationRow> }>();

function rowOf(known: Known, relation: Relation): RelationRow {
  const { dataset, asOf } = known;
  let kept = rowsByClock.get(dataset);
  if (kept?.asOf !== asOf) {
    kept = { asOf, rows: new Map() };
    rowsByClock.set(dataset, kept);
  }
  const row = kept.rows.get(relation.id) ?? buildRow(known, relation);
  kept.rows.set(relation.id, row);
  return row;
}

/** Every relation that passes as a row. Linear; standings are worked out for the rows that are drawn, sorted or filtered. */
export function buildRelationTable(known: Listed): Table<RelationRow> {
  const { dataset, choice } = known;
  const relations = [...dataset.relations.values()].filter(({ id }) => isPassing(choice, id));
  return {
    name: tableText.relations,
    rows: relations.map((relation) => rowOf(known, relation)),
    all: dataset.relations.size,
    hidden: choice.passing && upperFirst(sayHiddenCounts(choice.hidden, dataset.relations.size)),
    columns: buildColumns(),
    caption: rowText.records.relations,
  };
}
