import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DatasetFile } from '../../model/records.ts';
import { ftm } from './ftm.ts';
import { entityOf, inputOf, normalLines, openFtm, printWhole, readCorpus, relationOf } from './ftmFixture.ts';

/** Nodes and edges by the corpus manifest. */
const COUNTS: readonly (readonly [string, number, number])[] = [
  ['02-ftm/company-with-empty-name.json', 1, 0],
  ['02-ftm/delta-ops.ndjson', 2, 0],
  ['02-ftm/edge-debt.json', 0, 1],
  ['02-ftm/eu_authorities.ftm.json', 153, 0],
  ['02-ftm/every-edge-schema.ftm.json', 10, 16],
  ['02-ftm/parteispenden.ftm.json', 185, 290],
  ['02-ftm/react-ftm-sample.ftm', 17, 3],
  ['02-ftm/t1.ftm.json', 7, 0],
  ['02-ftm/zala.ftm.json', 70, 21],
  ['11-hostile/ftm-odd.ndjson', 10, 6],
  ['11-hostile/one-megabyte-label.ftm.json', 2, 1],
];

/** Files of plain lines, all of them valid: what is read must come back. */
const VALID = COUNTS.map(([name]) => name).filter((name) =>
  /(?:authorities|every-edge|parteispenden|t1|zala|megabyte)/.test(name),
);

describe.skipIf(!process.env['SAYSO_SHARED'])('the public corpus', () => {
  it.each(COUNTS)('reads %s with %d nodes and %d edges', (name, nodes, edges) => {
    const text = readCorpus(name);
    expect(ftm.sniff(inputOf(text, name))).toBeGreaterThan(0.9);
    expect(openFtm(text, name).read).toEqual({ nodes, edges });
  });

  it('knows that BODS is another format', () => {
    expect(ftm.sniff(inputOf(readCorpus('02-ftm/bods-fermcat.json')))).toBe(0);
  });

  it.each(VALID)('gives %s back as it came', (name) => {
    const text = readCorpus(name);
    expect(normalLines(printWhole(openFtm(text).file))).toEqual(normalLines(text));
  });

  it.each(['02-ftm/react-ftm-sample.ftm', '02-ftm/delta-ops.ndjson', '11-hostile/ftm-odd.ndjson'])(
    'reads what it wrote of %s as the same entities',
    (name) => {
      const once = printWhole(openFtm(readCorpus(name)).file);
      expect(normalLines(printWhole(openFtm(once).file))).toEqual(normalLines(once));
    },
  );

  it('has the places of a diagram', () => {
    const { file } = openFtm(readCorpus('02-ftm/react-ftm-sample.ftm'));
    const { positions } = file as DatasetFile & { positions: Record<string, readonly [number, number]> };
    expect(Object.keys(positions)).toHaveLength(17);
    expect(positions[file.entities[0]?.id ?? '']).toEqual([-10, 0]);
  });

  it('tells every oddity of the odd file', () => {
    const { file, issues } = openFtm(readCorpus('11-hostile/ftm-odd.ndjson'));
    const codes = new Set(issues.map(({ code }) => code));
    for (const code of [
      'record-skipped',
      'dangling-end',
      'missing-end',
      'records-merged',
      'id-missing',
      'schema-unknown',
    ]) {
      expect(codes).toContain(code);
    }
    expect(issues.filter(({ code }) => code === 'record-skipped').map(({ where }) => where)).toEqual([
      'line 17',
      'line 19',
    ]);
    expect(file.relations.filter(({ id }) => id.startsWith('o1')).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'p1 c2',
      'p1 c3-missing',
      'c1 c2',
      'c1 c3-missing',
    ]);
    expect(relationOf(file, 'o1')).toMatchObject({ valid: '2011/..', label: 'owns 50%; fifty %' });
    expect(relationOf(file, 'o1').claims).toHaveLength(2);
    expect(file.sources.map(({ url, publisher }) => [url, publisher])).toEqual([
      ['https://example.org/1', null],
      ['https://example.org/2', null],
    ]);
    expect(entityOf(file, 'p1').aliases).toContain('Same id again');
    expect(entityOf(file, '42').name).toBe('42');
    expect(entityOf(file, 's1').kind).toBe('Event');
  });
});

describe('a dataset of ours', () => {
  const file = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')) as DatasetFile;
  const text = printWhole(file);

  it('comes back with equal claims, entities, relations and sources', () => {
    const back = openFtm(text).file;
    const claimsOf = (each: DatasetFile): unknown =>
      Object.fromEntries([...each.relations, ...each.entities].map(({ id, claims }) => [id, claims ?? []]));
    expect(claimsOf(back)).toEqual(claimsOf(file));
    const bare = (each: DatasetFile): unknown[] =>
      each.relations.map(({ claims: _claims, ...relation }) => relation).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(bare(back)).toEqual(bare(file));
    expect(back.entities.map(({ id, kind, name, about }) => [id, kind, name, about])).toEqual(
      file.entities.map(({ id, kind, name, about }) => [id, kind, name, about]),
    );
    expect(back.relationTypes.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      file.relationTypes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(back.sources).toMatchObject(file.sources.map(({ licence: _null, ...source }) => source));
  });

  it('shows a denial to whoever reads the lines, and makes no fact of it', () => {
    const sale = file.relations.find(({ type }) => type === 't-sold');
    const line = text.split('\n').find((each) => each.startsWith(`{"id":"${sale?.id}"`)) ?? '{}';
    const { schema, properties } = JSON.parse(line) as { schema: string; properties: Record<string, string[]> };
    expect(schema).toBe('UnknownLink');
    expect(properties['role']?.[0]).toMatch(/^sold Starlink terminals to \[.*denied by Elon Musk\]$/);
    expect(properties['description']?.some((each) => each.startsWith('denies · reported · Elon Musk'))).toBe(true);
  });
});
