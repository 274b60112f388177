import { findAllProblems } from '../../model/parseDataset.ts';
import type { DatasetFile } from '../../model/records.ts';
import { findDelimiter } from './delimiter.ts';
import { cutRows } from './parseDelimited.ts';

type Row = ReadonlyMap<string, string>;
type Fields = Record<string, unknown>;

/** The first columns of each of our tables. */
const HEADS = {
  entities: ['id', 'kind', 'name', 'aliases', 'summary', 'standing'],
  relations: ['id', 'from', 'from_name', 'type', 'wording', 'to', 'to_name'],
  claims: ['id', 'relation', 'entity', 'about', 'stance', 'modality', 'counts'],
  sources: ['id', 'label', 'kind', 'title', 'publisher', 'authors'],
  types: ['id', 'forward', 'forward_short', 'reverse', 'reverse_short'],
  dataset: ['field', 'value'],
} as const;
type OwnName = keyof typeof HEADS;

function findOwn(text: string): OwnName | null {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const cells = line
    .slice(0, 400)
    .split(/[,;\t]/)
    .map((cell) => cell.replaceAll('"', ''));
  for (const [name, head] of Object.entries(HEADS)) {
    const isWhole = name !== 'dataset' || (cells.length === 2 && /^[^\r\n]*\r?\n"?id"?[,;\t]/.test(text));
    if (isWhole && head.every((column, i) => cells[i] === column)) return name as OwnName;
  }
  return null;
}

/** Whether a text is one of the six tables that Sayso writes. */
export function isOwnTable(text: string): boolean {
  return findOwn(text) !== null;
}

/** A cell as it was before it was made safe for spreadsheets: one apostrophe less before what they would run. */
function readSafeCell(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
}

/** The items that `joinCell` joined: a bar parts them unless a backslash stands before it. */
function splitCell(cell: string): string[] {
  if (cell === '') return [];
  const items: string[] = [];
  let item = '';
  for (let i = 0; i < cell.length; i += 1) {
    if (cell[i] === '\\' && i + 1 < cell.length) item += cell[(i += 1)] ?? '';
    else if (cell[i] === '|') {
      items.push(item);
      item = '';
    } else item += cell[i] ?? '';
  }
  return [...items, item];
}

function rowsOf(text: string): Row[] {
  const newline = /^[^\r\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const { rows } = cutRows(text, findDelimiter(/^[^\r\n]*/.exec(text)?.[0] ?? '').delimiter, newline);
  const [head = [], ...body] = rows;
  return body.map((row) => new Map(head.map((column, i) => [column, readSafeCell(row[i] ?? '')])));
}

/** Fields that have something in them. */
function filled(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const cell = (row: Row, column: string): string => row.get(column) ?? '';
const list = (row: Row, column: string): string[] => splitCell(cell(row, column));
/** Throws SyntaxError for what is no JSON; then the tables were changed by hand and are read as any others. */
const json = (row: Row, column: string): unknown =>
  cell(row, column) === '' ? undefined : JSON.parse(cell(row, column));
const orNull = (text: string): string | null => (text === '' ? null : text);

function claimOf(row: Row): Fields {
  const texts = [
    'id',
    'stance',
    'modality',
    'source',
    'valid',
    'said',
    'public',
    'condition',
    'scope',
    'response',
    'note',
    'statement',
  ];
  return {
    ...filled(Object.fromEntries(texts.map((column) => [column, cell(row, column)]))),
    text: cell(row, 'text'),
    attribution: json(row, 'attribution') ?? [],
    locators: json(row, 'locators') ?? [],
    ...filled({
      inPassing: cell(row, 'in_passing') === 'yes',
      against: list(row, 'against'),
      audience: json(row, 'audience'),
      medium: json(row, 'medium'),
      properties: json(row, 'properties'),
      retracted: json(row, 'retracted'),
    }),
  };
}

function sourceOf(row: Row): Fields {
  return {
    id: cell(row, 'id'),
    label: cell(row, 'label'),
    kind: cell(row, 'kind'),
    title: orNull(cell(row, 'title')),
    publisher: orNull(cell(row, 'publisher')),
    authors: list(row, 'authors'),
    published: orNull(cell(row, 'published')),
    url: orNull(cell(row, 'url')),
    ...filled({
      archivedUrl: cell(row, 'archived_url'),
      accessed: cell(row, 'accessed'),
      language: cell(row, 'language'),
      licence: cell(row, 'licence'),
    }),
  };
}

function typeOf(row: Row): Fields {
  return {
    id: cell(row, 'id'),
    forward: { full: cell(row, 'forward'), short: cell(row, 'forward_short') },
    reverse: { full: cell(row, 'reverse'), short: cell(row, 'reverse_short') },
    symmetric: cell(row, 'symmetric') === 'yes',
    moment: cell(row, 'moment') === 'yes',
    group: cell(row, 'group'),
    ...filled({ schema: cell(row, 'schema') }),
  };
}

/** Types and sources whose own tables are not there, by what the other tables say of them. */
function typesOfRelations(relations: readonly Row[]): Fields[] {
  const types = new Map(relations.map((row) => [cell(row, 'type'), cell(row, 'wording') || 'is linked to']));
  return [...types].map(([id, full]) => {
    const other = { full: `is at the other end of “${full}” from`, short: `← ${full.slice(0, 36)}` };
    return {
      id,
      forward: { full, short: full.slice(0, 40) },
      reverse: other,
      symmetric: false,
      moment: false,
      group: 'other',
    };
  });
}

function sourcesOfClaims(claims: readonly Row[]): Fields[] {
  const sources = new Map(claims.map((row) => [cell(row, 'source'), cell(row, 'source_label')]));
  return [...sources].map(([id, label]) => ({
    id,
    label: label || id,
    kind: 'other',
    title: null,
    publisher: null,
    authors: [],
    published: null,
    url: null,
  }));
}

function headOf(rows: readonly Row[] | undefined, title: string): Fields {
  const fields = new Map((rows ?? []).map((row) => [cell(row, 'field'), cell(row, 'value')]));
  const texts = ['description', 'version', 'updated', 'contact', 'licence', 'language'];
  return {
    id: fields.get('id') || 'tables',
    title: fields.get('title') || title,
    ...filled({
      ...Object.fromEntries(texts.map((field) => [field, fields.get(field)])),
      authors: splitCell(fields.get('authors') ?? ''),
    }),
  };
}

type MadeClaim = { readonly relation: string; readonly entity: string; readonly claim: Fields };

function groupClaims(made: readonly MadeClaim[], by: 'relation' | 'entity'): Map<string, Fields[]> {
  const groups = new Map<string, Fields[]>();
  for (const one of made) {
    const group = groups.get(one[by]);
    if (group) group.push(one.claim);
    else groups.set(one[by], [one.claim]);
  }
  groups.delete('');
  return groups;
}

/** What somebody added to our tables: columns that we did not write, as properties. */
function addedOf(row: Row, known: ReadonlySet<string>): Fields {
  const own = (row.has('properties') ? json(row, 'properties') : undefined) ?? {};
  const added = [...row]
    .filter(([column, value]) => column !== '' && value !== '' && !known.has(column))
    .map(([column, value]) => [column, [value]] as const);
  return Object.fromEntries([...Object.entries(own as Fields), ...added]);
}

const STANDING = 'standing,disputed,denied_by,limited_by,questioned_by,silent,origins,origin_unknown,own_word'.split(
  ',',
);
const ENTITY_COLUMNS = new Set([
  ...'id,kind,name,aliases,summary,about,names,identifiers,properties'.split(','),
  ...STANDING,
]);
const RELATION_COLUMNS = new Set([
  ...'id,from,from_name,type,wording,to,to_name,label,valid,claims,claims_of_event,properties'.split(','),
  ...STANDING,
]);

/**
 * Our own tables as the dataset that they were written of; any of them but entities and relations may be missing. Null where
 * they are not ours any more (ids changed or lost, structures damaged): then they are to be read as any other table. Linear.
 */
export function readOwnTables(texts: readonly string[], title: string): DatasetFile | null {
  const tables = new Map<OwnName, Row[]>();
  for (const text of texts) {
    const name = findOwn(text);
    if (name !== null) tables.set(name, rowsOf(text));
  }
  const [entities, relations] = [tables.get('entities'), tables.get('relations')];
  if (!entities || !relations) return null;
  const claims = tables.get('claims') ?? [];
  try {
    const made = claims.map((row) => ({
      relation: cell(row, 'relation'),
      entity: cell(row, 'entity'),
      claim: claimOf(row),
    }));
    const byRelation = groupClaims(made, 'relation');
    const byEntity = groupClaims(made, 'entity');
    const file = {
      sayso: 1,
      ...headOf(tables.get('dataset'), title),
      sources: tables.get('sources')?.map(sourceOf) ?? sourcesOfClaims(claims),
      entities: entities.map((row) => ({
        id: cell(row, 'id'),
        kind: cell(row, 'kind'),
        name: cell(row, 'name'),
        ...filled({
          names: json(row, 'names'),
          aliases: list(row, 'aliases'),
          summary: cell(row, 'summary'),
          identifiers: json(row, 'identifiers'),
          about: list(row, 'about'),
        }),
        ...some('properties', addedOf(row, ENTITY_COLUMNS)),
        ...filled({ claims: byEntity.get(cell(row, 'id')) ?? [] }),
      })),
      relations: relations.map((row) => ({
        id: cell(row, 'id'),
        type: cell(row, 'type'),
        from: cell(row, 'from'),
        to: cell(row, 'to'),
        ...filled({ label: cell(row, 'label'), valid: cell(row, 'valid') }),
        ...some('properties', addedOf(row, RELATION_COLUMNS)),
        claims: byRelation.get(cell(row, 'id')) ?? [],
      })),
      relationTypes: tables.get('types')?.map(typeOf) ?? typesOfRelations(relations),
    };
    if (findAllProblems(file).some(({ severity }) => severity === 'error')) return null;
    return file as unknown as DatasetFile;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function some(name: string, fields: Fields): Fields {
  return Object.keys(fields).length > 0 ? { [name]: fields } : {};
}
