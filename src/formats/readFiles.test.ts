import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import type { NamedContent } from '../model/namedContent.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import { sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { peekFiles, readFiles } from './readFiles.ts';

const EDGES = 'source,target,relationship\nann,bob,knows\n';
const GRAPHML =
  '<graphml><graph edgedefault="directed"><node id="ann"/><node id="cy"/><edge source="ann" target="cy"/></graph></graphml>';

const file = (content: Blob | string, name = 'file'): NamedContent => ({ name, content });
const read = (...files: NamedContent[]) => readFiles(files, null, () => undefined);
const bytes = (...codes: number[]): Blob => new Blob([new Uint8Array(codes)]);

async function refusal(...files: NamedContent[]): Promise<Partial<DataError>> {
  try {
    await read(...files);
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    const { code, where, params } = error as DataError;
    return { code, where, params };
  }
  throw new Error('It was read.');
}

describe('one file', () => {
  it('is told by its content, whatever it is called', async () => {
    expect((await read(file(GRAPHML, 'people.csv'))).report).toMatchObject({ format: 'graphml' });
    expect((await read(file(EDGES, 'people.graphml'))).report).toMatchObject({ format: 'table' });
    const sayso = sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [])]);
    const { file: same, report } = await read(file(JSON.stringify(sayso), 'x.xml'));
    expect(same).toEqual(sayso);
    expect(report).toMatchObject({ format: 'sayso', counts: { entities: 2, relations: 1 }, mapping: null });
  });

  it('may be packed by gzip', async () => {
    const packed = new Blob([gzipSync(strToU8(EDGES))]);
    expect((await read(file(packed, 'edges.csv.gz'))).report.counts).toMatchObject({ entities: 2, relations: 1 });
    const damaged = new Uint8Array(await packed.arrayBuffer());
    damaged.fill(7, 12, 20);
    expect(await refusal(file(new Blob([damaged])))).toMatchObject({ code: 'unreadable' });
  });

  it('that says how large it gets when it is unpacked is refused before it is', async () => {
    const bomb = gzipSync(new Uint8Array(210_000), { level: 0 });
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(bomb.length - 4, 2.1e8, true);
    expect(await refusal(file(new Blob([bomb])))).toMatchObject({ code: 'too-large', params: { limit: 200 } });
  });

  it.each([
    ['nothing', new Blob([]), 'empty-file'],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf), 'empty-file'],
    ['spaces', ' \n ', 'empty-file'],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'html-page'],
    ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unknown-format'],
    ['cut JSON', '{"nodes": [', 'not-json'],
    ['other JSON', '{"hello": "world"}', 'unknown-format'],
    ['a PDF', '%PDF-1.7', 'unknown-format'],
    ['an image', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'unknown-format'],
    ['no text', bytes(...Array.from({ length: 99 }, (_, i) => (i % 3 ? 97 : i % 8))), 'unknown-format'],
    ['a workbook that is cut off', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), 'invalid'],
    ['entities of its own', '<!DOCTYPE graphml [<!ENTITY a "b">]><graphml/>', 'doctype'],
  ])('of %s is refused', async (_, content, code) => {
    expect(await refusal(file(content))).toMatchObject({ code });
  });
});

it.each([
  ['a database', 'SQLite format 3\0…', 'a SQLite database'],
  ['a pointer', 'version https://git-lfs.github.com/spec/v1\nsize 9\n', 'a pointer of Git LFS and not the file itself'],
  ['an archive', 'Rar!\u001a\u0007', 'a RAR archive'],
])('says what %s is that is no data', async (_, content, what) => {
  expect(await refusal(file(new Blob([content]), 'people.csv'))).toEqual({
    code: 'unknown-format',
    where: '',
    params: { what },
  });
});

it('tells of lines in another encoding than the rest', async () => {
  const mixed = new Blob([strToU8('source,target\nMüller,Weiß\n'), new Uint8Array([0x4d, 0xfc, 0x6c, 0x2c, 0x42, 10])]);
  const { file: read1, report } = await read(file(mixed, 'edges.csv'));
  expect(read1.entities.map(({ name }) => name)).toEqual(['Müller', 'Weiß', 'Mül', 'B']);
  expect(report.issues).toContainEqual({
    code: 'encoding-mixed',
    where: 'line 3',
    params: { count: 1 },
    severity: 'warning',
  });
});

describe('several files', () => {
  it('are one dataset, of whatever formats; each is reported', async () => {
    const { file: all, report } = await read(file(EDGES, 'a.csv'), file(GRAPHML, 'b.graphml'));
    expect(all.entities.map(({ name }) => name).toSorted()).toEqual(['ann', 'bob', 'cy']);
    expect(report).toMatchObject({
      format: 'mixed',
      counts: { entities: 4, relations: 2 },
      holds: { entities: 3, relations: 2 },
    });
    expect(new Map(report.files.map(({ name, format }) => [name, format]))).toEqual(
      new Map([
        ['a.csv', 'table'],
        ['b.graphml', 'graphml'],
      ]),
    );
    expect(findAllProblems(all).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are refused whole where one cannot be used, which is named', async () => {
    expect(await refusal(file(EDGES, 'a.csv'), file('{"x": ', 'b.json'))).toMatchObject({
      code: 'not-json',
      where: 'b.json',
    });
    expect(await refusal()).toMatchObject({ code: 'empty-file' });
  });
});

it('looks at tables alone', async () => {
  expect(await peekFiles([file(GRAPHML)], null, () => undefined)).toBeNull();
  const peek = await peekFiles([file(EDGES, 'a.csv'), file(GRAPHML)], null, () => undefined);
  expect(peek).toMatchObject({ tables: [{ name: 'a.csv', rows: 1 }], entities: 2, relations: 1 });
});

it('tells how far it is, always forward', async () => {
  const told: number[] = [];
  await readFiles([file(EDGES), file(GRAPHML)], null, (done) => told.push(done));
  expect(told.length).toBeGreaterThan(1);
  expect(told.every((done, i) => done >= (told[i - 1] ?? 0) && done <= 1)).toBe(true);
});
