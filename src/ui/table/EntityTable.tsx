import { fold } from '../../model/fold.ts';
import type { Entity, Kind } from '../../model/records.ts';
import { entityStandingOf, standingOf } from '../../model/standing.ts';
import { sayKind } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { rowText } from '../../words/readingText.ts';
import { sayDispute } from '../../words/sayDispute.ts';
import { sayName } from '../../words/sayRelation.ts';
import { tableText } from '../../words/tableText.ts';
import { DisputeMark } from '../kit/DisputeMark.tsx';
import { KindMark } from '../kit/KindMark.tsx';
import type { Known } from '../kit/known.ts';
import { byNumber, byText, type Column, once, type Table, type TableRow } from './tableRow.ts';

interface EntityRow extends TableRow {
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly relations: number;
  readonly disputed: () => number;
  /** For an Event that is disputed itself. */
  readonly dispute: () => string | null;
  readonly claims: number;
}

function buildRow({ dataset, asOf }: Known, entity: Entity): EntityRow {
  const relations = dataset.relationsOf.get(entity.id) ?? [];
  const name = sayName(dataset, entity.id);
  const forms = [...(entity.aliases ?? []), ...Object.values(entity.names ?? {}).flat()];
  const aliases = [...new Set(forms.map(plainText))].filter((form) => form !== name && form !== '');
  return {
    id: entity.id,
    name,
    kind: entity.kind,
    aliases,
    relations: relations.length,
    disputed: once(() => relations.filter((id) => standingOf(dataset, id, asOf).disputed).length),
    dispute: once(() => (entity.kind === 'Event' ? sayDispute(entityStandingOf(dataset, entity.id, asOf)) : null)),
    claims: entity.claims?.length ?? 0,
    folded: once(() => fold([name, sayKind(entity.kind), ...aliases].join(' '))),
  };
}

function Disputed({ row }: { readonly row: EntityRow }) {
  const count = row.disputed();
  const dispute = row.dispute();
  if (dispute !== null) return <DisputeMark>{dispute}</DisputeMark>;
  return count > 0 ? <DisputeMark>{count}</DisputeMark> : <span className="unseen">{rowText.none}</span>;
}

const { columns: names } = tableText;

function buildColumns(): Column<EntityRow>[] {
  return [
    {
      id: 'name',
      label: names.name,
      isHead: true,
      cell: (row) => <bdi>{row.name}</bdi>,
      compare: byText((row) => row.name),
    },
    {
      id: 'kind',
      label: names.kind,
      cell: (row) => (
        <span className="table-kind">
          <KindMark kind={row.kind} /> {sayKind(row.kind)}
        </span>
      ),
      compare: byText((row) => sayKind(row.kind)),
    },
    {
      id: 'aliases',
      label: names.aliases,
      cell: (row) => <bdi>{row.aliases.join(', ')}</bdi>,
      compare: byText((row) => row.aliases.join(', ')),
    },
    {
      id: 'relations',
      label: names.relations,
      isNumber: true,
      cell: (row) => row.relations,
      compare: byNumber((row) => row.relations),
    },
    {
      id: 'disputed',
      label: names.disputed,
      cell: (row) => <Disputed row={row} />,
      compare: byNumber((row) => row.disputed()),
    },
    {
      id: 'claims',
      label: rowText.ownClaims,
      isNumber: true,
      cell: (row) => row.claims,
      compare: byNumber((row) => row.claims),
    },
  ];
}

/** Every entity as a row. */
export function buildEntityTable(known: Known): Table<EntityRow> {
  return {
    name: tableText.entities,
    rows: [...known.dataset.entities.values()].map((entity) => buildRow(known, entity)),
    columns: buildColumns(),
    caption: rowText.records.entities,
  };
}
