import { isPassing } from '../../model/chooseRelations.ts';
import { fold } from '../../model/fold.ts';
import type { Entity, EntityId, Kind, RelationId } from '../../model/records.ts';
import { entityStandingOf, isPublic, standingOf } from '../../model/standing.ts';
import { followText } from '../../words/followText.ts';
import { sayKind } from '../../words/names.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { rowText } from '../../words/readingText.ts';
import { sayDispute } from '../../words/sayDispute.ts';
import { sayName } from '../../words/sayRelation.ts';
import { tableText } from '../../words/tableText.ts';
import { DisputeMark } from '../kit/DisputeMark.tsx';
import { KindMark } from '../kit/KindMark.tsx';
import type { Known } from '../kit/known.ts';
import { byNumber, byText, type Column, type Listed, once, type Table, type TableRow } from './tableRow.ts';

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

function passingOf({ dataset, choice }: Known, id: EntityId): readonly RelationId[] {
  return (dataset.relationsOf.get(id) ?? []).filter((relation) => isPassing(choice, relation));
}

function buildRow(known: Known, entity: Entity): EntityRow {
  const { dataset, asOf } = known;
  const relations = passingOf(known, entity.id);
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
    claims: (entity.claims ?? []).filter((claim) => isPublic(dataset, claim, asOf)).length,
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

/** Whether the graph may show an entity: as `chooseShownPart` has it, whatever part of it is drawn. */
function isListed(listed: Listed, { id, kind }: Entity): boolean {
  if (listed.kinds?.includes(kind) === false) return false;
  const isLone = (listed.dataset.relationsOf.get(id)?.length ?? 0) === 0;
  return listed.keepUnrelated || listed.choice.passing === null || isLone || passingOf(listed, id).length > 0;
}

/** Every entity that filters and clocks leave in the graph as a row. */
export function buildEntityTable(listed: Listed): Table<EntityRow> {
  const all = [...listed.dataset.entities.values()];
  const entities = all.filter((entity) => isListed(listed, entity));
  return {
    name: tableText.entities,
    rows: entities.map((entity) => buildRow(listed, entity)),
    all: all.length,
    hidden: listed.choice.passing && upperFirst(followText.entities(all.length - entities.length)),
    columns: buildColumns(),
    caption: rowText.records.entities,
  };
}
