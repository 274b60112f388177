import { compareDates } from '../../model/dates.ts';
import { fold } from '../../model/fold.ts';
import type { Source } from '../../model/records.ts';
import { isPublic } from '../../model/standing.ts';
import { saySourceKind } from '../../words/names.ts';
import { orNotStated } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { rowText } from '../../words/readingText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { tableText } from '../../words/tableText.ts';
import type { Known } from '../kit/known.ts';
import { findSourceClaims } from '../kit/readingOrder.ts';
import { byNumber, byText, type Column, once, type Table, type TableRow } from './tableRow.ts';

interface SourceRow extends TableRow {
  readonly label: string;
  readonly kind: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly claims: number;
}

function buildRow({ dataset, asOf }: Known, source: Source): SourceRow {
  const label = plainText(source.label);
  const publisher = orNotStated(source.publisher);
  return {
    id: source.id,
    label,
    kind: saySourceKind(source.kind),
    publisher,
    published: source.published,
    claims: findSourceClaims(dataset, source).filter(({ claim }) => isPublic(dataset, claim, asOf)).length,
    folded: once(() => fold([label, source.title ?? '', publisher, ...source.authors].join(' '))),
  };
}

const { columns: names } = tableText;

function buildColumns(): Column<SourceRow>[] {
  return [
    {
      id: 'label',
      label: names.label,
      isHead: true,
      cell: (row) => <bdi>{row.label}</bdi>,
      compare: byText((row) => row.label),
    },
    { id: 'kind', label: names.kind, cell: (row) => row.kind, compare: byText((row) => row.kind) },
    {
      id: 'publisher',
      label: names.publisher,
      cell: (row) => <bdi>{row.publisher}</bdi>,
      compare: byText((row) => row.publisher),
    },
    {
      id: 'published',
      label: names.published,
      cell: (row) => orNotStated(row.published && sayDate(row.published)),
      compare: (a, b) => compareDates(a.published, b.published),
    },
    {
      id: 'claims',
      label: names.claims,
      isNumber: true,
      cell: (row) => row.claims,
      compare: byNumber((row) => row.claims),
    },
  ];
}

/** Every source as a row, with what of it is public under the clock. */
export function buildSourceTable(known: Known): Table<SourceRow> {
  return {
    name: tableText.sources,
    rows: [...known.dataset.sources.values()].map((source) => buildRow(known, source)),
    all: known.dataset.sources.size,
    hidden: null,
    columns: buildColumns(),
    caption: rowText.records.sources,
  };
}
