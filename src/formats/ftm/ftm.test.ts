import { describe, expect, it } from 'vitest';
import { createImportLog } from '../importLog.ts';
import { ftm } from './ftm.ts';
import { entityOf, inputOf, linesOf, normalLines, openFtm, printWhole, relationOf } from './ftmFixture.ts';

const ann = { id: 'p', schema: 'Person', properties: { name: ['Ann', 'Анна'], alias: ['A.'], weakAlias: ['Annie'] } };
const firm = { id: 'c', schema: 'Company', properties: { name: ['Firm'], leiCode: ['X'], registrationNumber: ['1'] } };
const owns = { id: 'o', schema: 'Ownership', properties: { owner: ['p'], asset: ['c'] } };
const codesOf = (issues: readonly { readonly code: string }[]): string[] => issues.map(({ code }) => code);

describe('lines', () => {
  it('become entities with names, identifiers and properties, and relations with the schema’s wording', () => {
    const { file } = openFtm(linesOf(ann, firm, owns));
    expect(entityOf(file, 'p')).toMatchObject({ kind: 'Person', name: 'Ann', aliases: ['Анна', 'A.', 'Annie'] });
    expect(entityOf(file, 'c').identifiers).toEqual([
      { scheme: 'leiCode', value: 'X' },
      { scheme: 'registrationNumber', value: '1' },
    ]);
    expect(file.relations).toMatchObject([{ id: 'o', from: 'p', to: 'c', claims: [] }]);
    expect(file.relationTypes).toMatchObject([{ schema: 'Ownership', forward: { full: 'owns' }, group: 'ownership' }]);
  });

  it('keep ids and fields that JavaScript has names for', () => {
    const text =
      '{"id":"__proto__","schema":"Person","properties":{"__proto__":["polluted"],"constructor":["x"],"name":["P"]}}\n' +
      '{"id":"constructor","schema":"UnknownLink","properties":{"subject":["__proto__"],"object":["toString"]},"__proto__":{"a":1}}';
    const { file } = openFtm(text);
    expect(file.relations[0]).toMatchObject({ id: 'constructor', from: '__proto__', to: 'toString' });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(normalLines(printWhole(file))).toEqual(normalLines(text));
  });

  it('keep long numbers whole', () => {
    const { file } = openFtm(
      '{"id":12345678901234567890,"schema":"Company","properties":{"name":["N"]}}\n{"id":"b","schema":"Person"}',
    );
    expect(file.entities[0]?.id).toBe('12345678901234567890');
  });

  it('are told with their number where they are no JSON', () => {
    const { issues, read } = openFtm(`${linesOf(ann)}\n\njunk\n${linesOf(firm)}{"id":"cut","sch`);
    expect(issues.filter(({ code }) => code === 'record-skipped').map(({ where }) => where)).toEqual([
      'line 4',
      'line 6',
    ]);
    expect(read).toEqual({ nodes: 2, edges: 0 });
  });

  it('are refused where none of them is an entity', () => {
    expect(() => openFtm('{"a":1}\n{"b":2}')).toThrow('no-records');
  });
});

describe('sources', () => {
  const link = (properties: object, extra: object = {}): string =>
    linesOf(ann, firm, { ...owns, properties: { ...owns.properties, ...properties }, ...extra });

  it('pair an address with a publisher only where there is one of each', () => {
    const one = openFtm(
      link({ sourceUrl: ['https://a.example/1'], publisher: ['Reg'], retrievedAt: ['2024-05-01'] }),
    ).file;
    expect(one.sources).toMatchObject([{ url: 'https://a.example/1', publisher: 'Reg', accessed: '2024-05-01' }]);
    const two = openFtm(link({ sourceUrl: ['https://a.example/1', 'https://a.example/2'], publisher: ['A', 'B'] }));
    expect(two.file.sources.map(({ publisher }) => publisher)).toEqual([null, null]);
    expect(relationOf(two.file, 'o').properties?.['publisher']).toEqual(['A', 'B']);
    expect(codesOf(two.issues)).toContain('publishers-unpaired');
  });

  it('are the datasets where nothing else is named, as such', () => {
    const { file } = openFtm(link({}, { datasets: ['us_ofac'] }));
    expect(file.sources).toMatchObject([{ kind: 'dataset', label: 'us_ofac', publisher: null, url: null }]);
    expect(relationOf(file, 'o').claims).toMatchObject([{ stance: 'asserts', modality: 'stated', text: '' }]);
  });

  it('are none where the file names none', () => {
    expect(relationOf(openFtm(link({})).file, 'o').claims).toEqual([]);
  });

  it('are documents that prove something', () => {
    const document = {
      id: 'd',
      schema: 'Article',
      properties: {
        title: ['Story'],
        author: ['W'],
        publisher: ['Paper'],
        publishedAt: ['2024-01-02'],
        fileName: ['s.html'],
      },
    };
    const { file } = openFtm(link({ proof: ['d'] }) + linesOf(document));
    expect(file.sources).toMatchObject([
      { kind: 'article', title: 'Story', authors: ['W'], publisher: 'Paper', published: '2024-01-02' },
    ]);
  });
});

describe('documents and notes', () => {
  it('are the sources of what they are put to', () => {
    const document = { id: 'd', schema: 'Document', properties: { fileName: ['f.pdf'] } };
    const edge = { id: 'e', schema: 'Documentation', properties: { document: ['d'], entity: ['p'] } };
    const note = { id: 'n', schema: 'Note', properties: { name: ['Seen in Bonn'], entity: ['p'] } };
    const text = linesOf(ann, document, edge, note);
    const { file } = openFtm(text);
    expect(file.sources.map(({ label }) => label).toSorted()).toEqual(['Seen in Bonn', 'f.pdf']);
    expect(relationOf(file, 'e').claims).toHaveLength(1);
    expect(entityOf(file, 'p').claims).toMatchObject([{ stance: 'asserts', text: 'Seen in Bonn' }]);
    expect(normalLines(printWhole(file))).toEqual(normalLines(text));
  });
});

describe('ends and dates', () => {
  it('of several owners and assets make a relation a pair and are joined again', () => {
    const many = { ...owns, properties: { owner: ['p', 'c'], asset: ['c', 'x'], role: ['r'] } };
    const { file, issues } = openFtm(linesOf(ann, firm, many));
    expect(file.relations).toHaveLength(4);
    expect(codesOf(issues)).toEqual(expect.arrayContaining(['ends-paired', 'dangling-end']));
    expect(normalLines(printWhole(file))).toEqual(normalLines(linesOf(ann, firm, many)));
  });

  it('that are missing are said to be not stated', () => {
    const { file, issues } = openFtm(linesOf(ann, { id: 'o', schema: 'Ownership', properties: { owner: ['p'] } }));
    expect(file.entities[1]).toMatchObject({ kind: 'Other', name: 'not stated' });
    expect(codesOf(issues)).toContain('missing-end');
  });

  it.each([
    [{ startDate: ['2012-03'], endDate: ['2019'] }, '2012-03/2019'],
    [{ startDate: ['2012', '2012-03-04T00:00:00'] }, '2012-03-04/..'],
    [{ date: ['2020-01'] }, '2020-01'],
    [{ startDate: ['2019'], endDate: ['2012'] }, undefined],
  ])('read %j as %s', (dates, valid) => {
    const { file } = openFtm(linesOf(ann, firm, { ...owns, properties: { ...owns.properties, ...dates } }));
    expect(relationOf(file, 'o').valid).toBe(valid);
  });
});

describe('other forms', () => {
  it('reads changes in their order, and tells what is deleted', () => {
    const delta = (op: string, entity: object): object => ({ op, entity });
    const renamed = { ...ann, properties: { name: ['Ann B.'] } };
    const { file, issues, read } = openFtm(
      linesOf(delta('ADD', ann), delta('ADD', firm), delta('MOD', renamed), delta('DEL', { id: 'c' })),
    );
    expect(file.entities.map(({ name }) => name)).toEqual(['Ann B.']);
    expect(codesOf(issues)).toContain('record-deleted');
    expect(read).toEqual({ nodes: 1, edges: 0 });
  });

  it('reads statements', () => {
    const row = (entity: string, schema: string, prop: string, value: string, dataset: string): [string, string][] => [
      ['canonical_id', entity],
      ['entity_id', `${dataset}-${entity}`],
      ['schema', schema],
      ['prop', prop],
      ['value', value],
      ['dataset', dataset],
    ];
    const rows = [
      row('p', 'LegalEntity', 'id', 'checksum', 'a'),
      row('p', 'Person', 'name', 'Ann', 'a'),
      row('p', 'Person', 'name', 'Anna', 'b'),
      row('o', 'Ownership', 'owner', 'p', 'a'),
      row('o', 'Ownership', 'asset', 'c', 'a'),
      row('c', 'Company', 'name', 'Firm', 'b'),
    ];
    const lines = openFtm(linesOf(...rows.map((cells) => Object.fromEntries(cells)))).file;
    const names = rows[0]?.map(([name]) => name).join(',');
    const csv = [names, ...rows.map((cells) => cells.map(([, cell]) => `"${cell}"`).join(','))].join('\r\n');
    const input = {
      name: 'statements.csv',
      size: csv.length,
      encoding: 'utf-8',
      text: csv,
      bytes: null,
      json: undefined,
      root: null,
    } as const;
    expect(ftm.sniff(input)).toBeGreaterThan(0.9);
    const table = ftm.read(input, { log: createImportLog(), progress: () => undefined });
    for (const file of [lines, table.file]) {
      expect(entityOf(file, 'p')).toMatchObject({ kind: 'Person', name: 'Ann', aliases: ['Anna'] });
      expect(entityOf(file, 'p').kept).toMatchObject({ ftm: { datasets: ['a', 'b'], referents: ['a-p', 'b-p'] } });
      expect(file.relations).toMatchObject([{ id: 'o', from: 'p', to: 'c' }]);
    }
    expect(table.read).toEqual({ nodes: 2, edges: 1 });
  });

  it('reads a diagram: its name and places, and what of it is not shown', () => {
    const vertices = [{ id: 'v', entityId: 'p', position: { x: 3, y: 4 } }];
    const { file, issues } = openFtm(
      JSON.stringify({ label: 'Who owns it', role_id: 3, entities: [ann, firm, owns], layout: { vertices } }),
    );
    expect(file).toMatchObject({ title: 'Who owns it', positions: { p: [3, 4] } });
    expect(issues.filter(({ severity }) => severity === 'note').map(({ code, where }) => [code, where])).toEqual([
      ['field-set-aside', 'label'],
      ['field-set-aside', 'role_id'],
      ['layout-used', 'layout'],
      ['relation-unsourced', 'o'],
    ]);
  });

  it('reads edges that are nested in their ends', () => {
    const nested = {
      ...ann,
      properties: {
        ...ann.properties,
        ownershipOwner: [{ id: 'o', schema: 'Ownership', properties: { asset: [firm] } }],
      },
    };
    const { file, read } = openFtm(JSON.stringify(nested));
    expect(read).toEqual({ nodes: 2, edges: 1 });
    expect(file.relations).toMatchObject([{ id: 'o', from: 'p', to: 'c' }]);
    expect(entityOf(file, 'p').properties).toBeUndefined();
  });

  it.each([
    ['a list', [ann, firm, owns]],
    ['an object with entities', { entities: [ann, firm, owns] }],
  ])('reads %s', (_name, value) => {
    const input = inputOf(JSON.stringify(value));
    expect(ftm.sniff(input)).toBeGreaterThan(0.9);
    expect(openFtm(input.text).read).toEqual({ nodes: 2, edges: 1 });
  });
});

describe('links that properties imply', () => {
  const sanction = {
    id: 's',
    schema: 'Sanction',
    properties: { entity: ['p'], authority: ['OFAC'], sourceUrl: ['https://o.example/'] },
  };

  it('become relations that are not written as edges', () => {
    const child = { id: 'k', schema: 'Company', properties: { name: ['Kid'], parent: ['c', 'gone'] } };
    const text = linesOf(ann, firm, child, sanction);
    const { file } = openFtm(text);
    expect(file.relations.map(({ from, to }) => [from, to])).toEqual([
      ['k', 'c'],
      ['s', 'p'],
    ]);
    expect(relationOf(file, file.relations[0]?.id ?? '').kept).toEqual({ ftm: { implied: true } });
    expect(normalLines(printWhole(file))).toEqual(normalLines(text));
  });

  it('make an Event of a sanction, claimed by its source', () => {
    const { file } = openFtm(linesOf(ann, sanction));
    expect(entityOf(file, 's')).toMatchObject({ kind: 'Event', name: 'OFAC', claims: [{ stance: 'asserts' }] });
  });
});
