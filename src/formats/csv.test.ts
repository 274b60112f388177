import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { someDataset, someDay } from '../model/chooseFixture.ts';
import { cutDataset } from '../model/cutDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { parseDate } from '../model/dates.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import { parseDataset } from '../model/parseDataset.ts';
import type { Claim, DatasetFile, EntityId, RelationId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { standingOf } from '../model/standing.ts';
import { writeCsvFiles } from './csv.ts';
import { joinCell, writeTable } from './csvCells.ts';

type Row = Readonly<Record<string, string>>;

/** A table as another program reads it: cells with what protects them taken off. */
function readTable(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data.map((row) => row.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '')));
}

function rowsOf(text: string): Row[] {
  const [columns = [], ...rows] = readTable(text);
  return rows.map((row) => {
    expect(row).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? '']));
  });
}

/** What `joinCell` joined: a bar parts items unless a backslash stands before it. */
function splitCell(cell: string): string[] {
  const items = [''];
  let last = 0;
  for (const [piece] of cell.matchAll(/\\.|[^\\]/gsu)) {
    if (piece === '|') last = items.push('') - 1;
    else items[last] += piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return cell === '' ? [] : items;
}

const json = (cell: string): unknown => (cell === '' ? undefined : JSON.parse(cell));
const tablesOf = (dataset: Dataset, part: DatasetPart, asOf: number | null = null): Map<string, string> =>
  new Map(writeCsvFiles(dataset, part, asOf).map(({ name, text }) => [name.replace('.csv', ''), text]));
const rows = (tables: Map<string, string>, name: string): Row[] => rowsOf(tables.get(name) ?? '');
const whole = (dataset: Dataset): DatasetPart => ({
  entities: [...dataset.entities.keys()],
  relations: [...dataset.relations.keys()],
});
/** Without what is absent or empty, which a table cannot tell apart. */
const bare = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        value !== '' &&
        value !== false &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );

function readClaim(row: Row): object {
  const {
    relation: _r,
    entity: _e,
    in_passing,
    against,
    attribution,
    locators,
    audience,
    medium,
    properties,
    retracted,
    ...more
  } = row;
  const texts = [
    'id',
    'stance',
    'modality',
    'source',
    'text',
    'valid',
    'said',
    'public',
    'condition',
    'scope',
    'response',
    'note',
    'statement',
  ];
  return bare({
    ...Object.fromEntries(texts.map((name) => [name, more[name]])),
    inPassing: in_passing === 'yes',
    against: splitCell(against ?? ''),
    attribution: json(attribution ?? ''),
    locators: json(locators ?? ''),
    audience: json(audience ?? ''),
    medium: json(medium ?? ''),
    properties: json(properties ?? ''),
    retracted: json(retracted ?? ''),
  });
}

/** What the tables hold, as records again. */
function readBack(tables: Map<string, string>): object {
  const claims = rows(tables, 'claims');
  const claimsOn = (column: 'relation' | 'entity', id: string | undefined): object[] =>
    claims.filter((row) => row[column] === id).map(readClaim);
  return {
    entities: rows(tables, 'entities').map((row) =>
      bare({
        id: row['id'],
        kind: row['kind'],
        name: row['name'],
        summary: row['summary'],
        aliases: splitCell(row['aliases'] ?? ''),
        about: splitCell(row['about'] ?? ''),
        names: json(row['names'] ?? ''),
        identifiers: json(row['identifiers'] ?? ''),
        properties: json(row['properties'] ?? ''),
        claims: claimsOn('entity', row['id']),
      }),
    ),
    relations: rows(tables, 'relations').map((row) =>
      bare({
        id: row['id'],
        type: row['type'],
        from: row['from'],
        to: row['to'],
        label: row['label'],
        valid: row['valid'],
        properties: json(row['properties'] ?? ''),
        claims: claimsOn('relation', row['id']),
      }),
    ),
    sources: rows(tables, 'sources').map(({ archived_url, authors, ...row }) =>
      bare({ ...row, archivedUrl: archived_url, authors: splitCell(authors ?? '') }),
    ),
    types: rows(tables, 'relation_types').map((row) =>
      bare({
        id: row['id'],
        forward: { full: row['forward'], short: row['forward_short'] },
        reverse: { full: row['reverse'], short: row['reverse_short'] },
        symmetric: row['symmetric'] === 'yes',
        moment: row['moment'] === 'yes',
        group: row['group'],
        schema: row['schema'],
      }),
    ),
  };
}

/** The same records as the file has them. */
function expected({ entities, relations, sources, relationTypes }: DatasetFile): object {
  const claims = (all: readonly Claim[] = []): object[] => all.map(bare);
  return {
    entities: entities.map((entity) => bare({ ...entity, claims: claims(entity.claims) })),
    relations: relations.map((relation) => bare({ ...relation, claims: claims(relation.claims) })),
    sources: sources.map(({ passages: _passages, ...source }) => bare(source)),
    types: relationTypes.map(bare),
  };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', '|', '\\', '＝', 'a', '1'),
  }),
);

describe('a table', () => {
  it('gives back every cell and every list, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), fc.array(hostile), (cells, list) => {
        const { text } = writeTable('t.csv', ['a', 'b'], [...cells, [joinCell(list), 'end']]);
        const read = readTable(text);
        expect(read.slice(0, -1)).toEqual([['a', 'b'], ...cells]);
        if (list.length !== 1 || list[0] !== '') expect(splitCell(read.at(-1)?.[0] ?? '')).toEqual(list);
      }),
    );
  });

  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(hostile), (cells) => {
        const { text } = writeTable(
          't.csv',
          ['a'],
          cells.map((cell) => [cell]),
        );
        for (const [cell = ''] of Papa.parse<string[]>(text, { newline: '\r\n' }).data)
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
    expect(writeTable('t.csv', ['a', 'n'], [['=1+1', -5]]).text).toBe('\ufeffa,n\r\n"\'=1+1",-5\r\n');
  });
});

describe('a part as tables', () => {
  it('reads back as the records that it was made of', () => {
    fc.assert(
      fc.property(someDataset, someDay, fc.array(fc.boolean(), { maxLength: 9 }), (dataset, asOf, wanted) => {
        const part = { entities: [], relations: [...dataset.relations.keys()].filter((_, i) => wanted[i] ?? false) };
        expect(readBack(tablesOf(dataset, part, asOf))).toEqual(expected(cutDataset(dataset, part)));
      }),
    );
  });

  it('reads back the bundled story whole', () => {
    const dataset = buildDataset(parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'))).file);
    const tables = tablesOf(dataset, whole(dataset));
    expect(readBack(tables)).toEqual(expected(dataset.file));
    expect([...tables.keys()]).toEqual(['entities', 'relations', 'claims', 'sources', 'relation_types', 'dataset']);
    expect(tables.get('dataset')).toContain('licence,CC0-1.0\r\n');
  });

  it('shows every denial in the table of relations', () => {
    fc.assert(
      fc.property(someDataset, someDay, (dataset, asOf) => {
        for (const row of rows(tablesOf(dataset, whole(dataset), asOf), 'relations')) {
          const { deniedBy, limitedBy, disputed, word } = standingOf(dataset, row['id'] as RelationId, asOf);
          expect(row['disputed']).toBe(disputed ? 'yes' : 'no');
          expect(splitCell(row['denied_by'] ?? '')).toHaveLength(deniedBy.length);
          expect(splitCell(row['limited_by'] ?? '')).toHaveLength(limitedBy.length);
          expect(row['standing']).toBe(word);
        }
      }),
    );
  });

  it('says which claims count under the clock, who speaks, and whose word an Event rests on', () => {
    const dataset = buildDataset(
      sampleFile(
        [
          sampleEntity('ann', { name: '=HYPERLINK("x")' }),
          sampleEntity('ev', { kind: 'Event', claims: [sampleClaim('c0')] }),
        ],
        [
          sampleRelation(
            'r1',
            'ann',
            'ev',
            [
              sampleClaim('now', { public: '2020', attribution: [named('ann'), { label: 'a|b', kind: 'named' }] }),
              sampleClaim('later', { stance: 'denies' }),
              sampleClaim('gone', { public: '2020', retracted: { date: '2020-05' } }),
            ],
            { type: 'asked' },
          ),
        ],
      ),
    );
    const asOf = parseDate('2021')?.latest ?? null;
    const tables = tablesOf(
      dataset,
      { entities: ['ann'] as string[] as EntityId[], relations: ['r1'] as string[] as RelationId[] },
      asOf,
    );
    const claims = rows(tables, 'claims');
    expect(claims.map(({ id, counts }) => [id, counts])).toEqual([
      ['c0', 'later'],
      ['now', 'yes'],
      ['later', 'later'],
      ['gone', 'retracted'],
    ]);
    expect(claims[1]).toMatchObject({
      first_speaker: '=HYPERLINK("x")',
      first_speaker_is: 'named',
      relayed_by: 'a\\|b',
      paragraphs: '1',
    });
    expect(rows(tables, 'relations')[0]).toMatchObject({
      claims_of_event: 'ev',
      claims: '3',
      disputed: 'no',
      wording: 'asked in',
    });
    expect(rows(tables, 'entities').map(({ standing }) => standing)).toEqual(['', 'unsupported']);
    expect(tables.get('dataset')).toContain('public_by,2021-12-31');
    expect(tables.get('entities')).toContain('"\'=HYPERLINK(""x"")"');
  });
});
