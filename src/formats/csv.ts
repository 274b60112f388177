import { cutDataset } from '../model/cutDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import { isLater } from '../model/laterClaims.ts';
import type { Claim, DatasetFile, EntityId, Ref, RelationId } from '../model/records.ts';
import { entityStandingOf, eventOf, isPublic, type Speaker, type Standing, standingOf } from '../model/standing.ts';
import { type Cell, type CsvFile, writeTable } from './csvCells.ts';

/** A column: its name, and what stands in it for a record. */
type Columns<Row> = readonly (readonly [name: string, cell: (row: Row) => Cell])[];

function tabulate<Row>(name: string, columns: Columns<Row>, rows: readonly Row[]): CsvFile {
  const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
  return writeTable(
    name,
    columns.map(([column]) => column),
    cells,
  );
}

/** Who speaks; those who are not named are marked, so that a cell is never empty where somebody denies. */
const labels = (speakers: readonly Speaker[]): string[] =>
  speakers.map(({ label, named }) => (label.trim() === '' ? 'not stated' : named ? label : `${label} (not named)`));

/** What a record amounts to: a denial is to be seen in the table of relations itself. */
const STANDING: Columns<Standing | null> = [
  ['standing', (standing) => standing?.word],
  ['disputed', (standing) => standing && (standing.disputed ? 'yes' : 'no')],
  ['denied_by', (standing) => labels(standing?.deniedBy ?? [])],
  ['limited_by', (standing) => labels(standing?.limitedBy ?? [])],
  ['questioned_by', (standing) => labels(standing?.questionedBy ?? [])],
  ['silent', (standing) => labels(standing?.silent ?? [])],
  ['origins', (standing) => labels(standing?.origins ?? [])],
  ['origin_unknown', (standing) => standing && (standing.originUnknown ? 'yes' : 'no')],
  ['own_word', (standing) => standing && (standing.ownWord ? 'yes' : 'no')],
];

function withStanding<Row>(find: (row: Row) => Standing | null): Columns<Row> {
  const known = new Map<Row, Standing | null>();
  const standingFor = (row: Row): Standing | null => {
    if (!known.has(row)) known.set(row, find(row));
    return known.get(row) ?? null;
  };
  return STANDING.map(([name, cell]) => [name, (row) => cell(standingFor(row))]);
}

function entityTable(dataset: Dataset, { entities }: DatasetFile, asOf: number | null): CsvFile {
  const columns: Columns<DatasetFile['entities'][number]> = [
    ['id', ({ id }) => id],
    ['kind', ({ kind }) => kind],
    ['name', ({ name }) => name],
    ['aliases', ({ aliases }) => aliases],
    ['summary', ({ summary }) => summary],
    // Only of an Event it makes one sentence; the facts about others are single claims.
    ...withStanding<DatasetFile['entities'][number]>(({ id, kind }) =>
      kind === 'Event' ? entityStandingOf(dataset, id, asOf) : null,
    ),
    ['about', ({ about }) => about],
    ['names', ({ names }) => names],
    ['identifiers', ({ identifiers }) => identifiers],
    ['properties', ({ properties }) => properties],
  ];
  return tabulate('entities.csv', columns, entities);
}

function relationTable(dataset: Dataset, { relations }: DatasetFile, asOf: number | null): CsvFile {
  const columns: Columns<DatasetFile['relations'][number]> = [
    ['id', ({ id }) => id],
    ['from', ({ from }) => from],
    ['from_name', ({ from }) => dataset.entities.get(from)?.name],
    ['type', ({ type }) => type],
    ['wording', ({ type }) => dataset.types.get(type)?.forward.full],
    ['to', ({ to }) => to],
    ['to_name', ({ to }) => dataset.entities.get(to)?.name],
    ['label', ({ label }) => label],
    ['valid', ({ valid }) => valid],
    ...withStanding<DatasetFile['relations'][number]>(({ id }) => standingOf(dataset, id, asOf)),
    ['claims', ({ claims }) => claims.length],
    // Claims about the Event count for every part in it.
    ['claims_of_event', (relation) => eventOf(dataset, relation)],
    ['properties', ({ properties }) => properties],
  ];
  return tabulate('relations.csv', columns, relations);
}

interface ClaimRow {
  readonly claim: Claim;
  readonly relation: RelationId | null;
  readonly entity: EntityId | null;
}

function claimTable(dataset: Dataset, file: DatasetFile, asOf: number | null): CsvFile {
  const rows: ClaimRow[] = [
    ...file.entities.flatMap(({ id, claims = [] }) => claims.map((claim) => ({ claim, relation: null, entity: id }))),
    ...file.relations.flatMap(({ id, claims }) => claims.map((claim) => ({ claim, relation: id, entity: null }))),
  ];
  const nameOf = (ref: Ref | undefined): string =>
    (ref?.entity && dataset.entities.get(ref.entity)?.name) ?? ref?.label ?? '';
  const aboutOf = ({ relation: id, entity }: ClaimRow): string => {
    const relation = id === null ? undefined : dataset.relations.get(id);
    if (!relation) return nameOf(entity === null ? undefined : { entity });
    const wording = dataset.types.get(relation.type)?.forward.full ?? '';
    return [nameOf({ entity: relation.from }), wording, nameOf({ entity: relation.to })].join(' ');
  };
  const counts = (claim: Claim): string =>
    isPublic(dataset, claim, asOf) ? 'yes' : isLater(dataset, claim, asOf) ? 'later' : 'retracted';
  const columns: Columns<ClaimRow> = [
    ['id', ({ claim }) => claim.id],
    ['relation', ({ relation }) => relation],
    ['entity', ({ entity }) => entity],
    ['about', aboutOf],
    ['stance', ({ claim }) => claim.stance],
    ['modality', ({ claim }) => claim.modality],
    ['counts', ({ claim }) => counts(claim)],
    ['first_speaker', ({ claim }) => nameOf(claim.attribution[0])],
    ['first_speaker_is', ({ claim }) => claim.attribution[0]?.kind ?? 'source'],
    ['relayed_by', ({ claim }) => claim.attribution.slice(1).map(nameOf)],
    ['source', ({ claim }) => claim.source],
    ['source_label', ({ claim }) => dataset.sources.get(claim.source)?.label],
    ['paragraphs', ({ claim }) => claim.locators.flatMap(({ paragraph }) => (paragraph ? String(paragraph) : []))],
    ['pages', ({ claim }) => claim.locators.flatMap(({ page }) => (page ? String(page) : []))],
    ['quotes', ({ claim }) => claim.locators.flatMap(({ quote }) => quote ?? [])],
    ['text', ({ claim }) => claim.text],
    ['valid', ({ claim }) => claim.valid],
    ['said', ({ claim }) => claim.said],
    ['public', ({ claim }) => claim.public],
    ['condition', ({ claim }) => claim.condition],
    ['scope', ({ claim }) => claim.scope],
    ['said_to', ({ claim }) => nameOf(claim.audience)],
    ['said_through', ({ claim }) => nameOf(claim.medium)],
    ['against', ({ claim }) => claim.against],
    ['response', ({ claim }) => claim.response],
    ['in_passing', ({ claim }) => claim.inPassing && 'yes'],
    ['note', ({ claim }) => claim.note],
    ['statement', ({ claim }) => claim.statement],
    // For machines: exactly what the columns above say for readers.
    ['attribution', ({ claim }) => claim.attribution],
    ['locators', ({ claim }) => claim.locators],
    ['audience', ({ claim }) => claim.audience],
    ['medium', ({ claim }) => claim.medium],
    ['properties', ({ claim }) => claim.properties],
    ['retracted', ({ claim }) => claim.retracted],
  ];
  return tabulate('claims.csv', columns, rows);
}

function sourceTable({ sources }: DatasetFile): CsvFile {
  const columns: Columns<DatasetFile['sources'][number]> = [
    ['id', ({ id }) => id],
    ['label', ({ label }) => label],
    ['kind', ({ kind }) => kind],
    ['title', ({ title }) => title],
    ['publisher', ({ publisher }) => publisher],
    ['authors', ({ authors }) => authors],
    ['published', ({ published }) => published],
    ['url', ({ url }) => url],
    ['archived_url', ({ archivedUrl }) => archivedUrl],
    ['accessed', ({ accessed }) => accessed],
    ['language', ({ language }) => language],
    ['licence', ({ licence }) => licence],
  ];
  return tabulate('sources.csv', columns, sources);
}

function typeTable({ relationTypes }: DatasetFile): CsvFile {
  const columns: Columns<DatasetFile['relationTypes'][number]> = [
    ['id', ({ id }) => id],
    ['forward', ({ forward }) => forward.full],
    ['forward_short', ({ forward }) => forward.short],
    ['reverse', ({ reverse }) => reverse.full],
    ['reverse_short', ({ reverse }) => reverse.short],
    ['symmetric', ({ symmetric }) => (symmetric ? 'yes' : 'no')],
    ['moment', ({ moment }) => (moment ? 'yes' : 'no')],
    ['group', ({ group }) => group],
    ['schema', ({ schema }) => schema],
  ];
  return tabulate('relation_types.csv', columns, relationTypes);
}

function datasetTable(file: DatasetFile, asOf: number | null): CsvFile {
  const { id, title, description, version, updated, authors, contact, licence, language } = file;
  const rows = Object.entries({ id, title, description, version, updated, authors, contact, licence, language });
  const clock = ['public_by', asOf === null ? null : dayText(asOf)] as const;
  return writeTable('dataset.csv', ['field', 'value'], [...rows, clock]);
}

/**
 * A part of a dataset as tables: what `cutDataset` keeps of it, standings judged under the public clock `asOf` (a day
 * number; null: everything). Lists stand in one cell as "a|b" (`joinCell`), what has a structure of its own as JSON.
 * Texts of sources, stories and unknown fields do not fit into it. Linear in the dataset.
 */
export function writeCsvFiles(dataset: Dataset, part: DatasetPart, asOf: number | null): CsvFile[] {
  const file = cutDataset(dataset, part);
  return [
    entityTable(dataset, file, asOf),
    relationTable(dataset, file, asOf),
    claimTable(dataset, file, asOf),
    sourceTable(file),
    typeTable(file),
    datasetTable(file, asOf),
  ];
}
