import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSayso, writeSayso } from '../formats/sayso.ts';
import { DataError } from './dataError.ts';
import { findAllProblems, parseDataset } from './parseDataset.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';

const valid = () =>
  sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c')])]);

function errorOf(run: () => unknown): DataError {
  try {
    run();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a broken file is refused with what and where', () => {
  test.each([
    ['no JSON', '{"sayso": 1,', { code: 'not-json' }],
    ['nothing', '', { code: 'not-json' }],
    ['another kind', '{"nodes": []}', { code: 'not-sayso' }],
    ['a list', '[]', { code: 'not-sayso' }],
    ['a later version', '{"sayso": 2}', { code: 'unknown-version', where: 'sayso', params: { version: '2' } }],
  ])('%s', (_, text, expected) => {
    expect(errorOf(() => readSayso(text))).toMatchObject(expected);
  });

  test('a wrong shape names the first path and counts the rest', () => {
    const file = { ...valid(), title: 7, relations: [{ id: 'r' }] };
    expect(errorOf(() => parseDataset(file))).toMatchObject({ code: 'invalid', where: 'title', params: { more: 4 } });
  });

  test.each([
    ['entity', sampleFile([sampleEntity('a'), sampleEntity('a')], []), 'duplicate-id', 'entities[1] (a)'],
    [
      'end',
      sampleFile([sampleEntity('a')], [sampleRelation('r', 'a', 'x', [])]),
      'dangling-reference',
      'relations[0] (r).to',
    ],
    [
      'speaker',
      sampleFile(
        [sampleEntity('a', { claims: [sampleClaim('c', { attribution: [named('x')], modality: 'reported' })] })],
        [],
      ),
      'dangling-reference',
      'entities[0].claims[0] (c).attribution[0]',
    ],
    [
      'source',
      sampleFile([sampleEntity('a', { claims: [sampleClaim('c', { source: 'x' })] })], []),
      'dangling-reference',
      'entities[0].claims[0] (c).source',
    ],
    [
      'conflict',
      sampleFile([sampleEntity('a', { claims: [sampleClaim('c', { against: ['x'] })] })], []),
      'dangling-reference',
      'entities[0].claims[0] (c).against[0]',
    ],
    ['about', sampleFile([sampleEntity('a', { about: ['x'] })], []), 'dangling-reference', 'entities[0] (a).about[0]'],
  ])('a %s that is not there, or there twice', (_, file, code, where) => {
    expect(errorOf(() => parseDataset(file))).toMatchObject({ code, where });
  });
});

describe('rules of the format are reported, with their place', () => {
  const withClaim = (more: object) =>
    findAllProblems(
      sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c', more)])]),
    ).map(({ code }) => code);
  test.each([
    [{}, []],
    [{ attribution: [named('a')] }, ['stated-with-attribution']],
    [{ stance: 'no-comment', modality: 'reported', attribution: [named('a')] }, ['no-comment-without-response']],
    [{ stance: 'denies', modality: 'reported' }, ['step-without-speaker']],
    [{ modality: 'hypothetical' }, ['hypothetical-without-condition']],
    [{ modality: 'alleged', attribution: [{ kind: 'unnamed' }] }, ['step-without-speaker']],
    [{ modality: 'rumoured', attribution: [{ kind: 'unstated' }] }, []],
    [{ said: 'last year', valid: '2020/2019' }, ['date-not-understood', 'date-not-understood']],
    [{ response: 'declined' }, ['silence-asserts']],
  ])('%j: %j', (more, codes) => expect(withClaim(more)).toEqual(codes));

  test('a relation without claims is kept and reported', () => {
    const file = sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [])]);
    expect(parseDataset(file)).toEqual({
      file,
      issues: [{ code: 'relation-without-claims', where: 'relations[0] (r)', params: {}, severity: 'warning' }],
    });
  });

  test('a role of an event with claims needs none of its own', () => {
    const event = sampleEntity('e', { kind: 'Event', claims: [sampleClaim('c')] });
    const role = sampleRelation('r', 'a', 'e', [], { type: 'asked' });
    expect(findAllProblems(sampleFile([sampleEntity('a'), event], [role]))).toEqual([]);
  });
});

describe('nothing is lost', () => {
  test('unknown fields survive load and save, prototype keys too', () => {
    const text =
      '{"sayso":1,"id":"x","title":"t","colour":"red","sources":[],"entities":[{"id":"a","kind":"Person","name":"A","__proto__":{"polluted":1},"constructor":"c","mood":[1]}],"relations":[],"relationTypes":[]}';
    const { file } = readSayso(text);
    expect(JSON.stringify(file)).toBe(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('read after write is the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ minLength: 1 }), (more, name) => {
        const file = {
          ...more,
          ...sampleFile(
            [
              sampleEntity('a', {
                ...more,
                name,
                kind: 'Person',
                id: 'a',
                aliases: [name],
                names: { ru: [name] },
                claims: [],
                about: [],
                identifiers: [],
                properties: {},
                summary: name,
              }),
            ],
            [],
          ),
        };
        for (const key of [
          'description',
          'version',
          'updated',
          'authors',
          'contact',
          'licence',
          'language',
          'stories',
          'notes',
        ]) {
          Reflect.deleteProperty(file, key);
        }
        const text = writeSayso(file);
        expect(writeSayso(readSayso(text).file)).toBe(text);
      }),
    );
  });

  test('a byte order mark is no error', () => {
    expect(readSayso(`\uFEFF${JSON.stringify(valid())}`).issues).toEqual([]);
  });

  test('no text makes it throw anything but DataError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"sayso":1,"id":"x","relations":${json}}`),
        ),
        (text) => {
          try {
            readSayso(text);
          } catch (error) {
            expect(error).toBeInstanceOf(DataError);
          }
        },
      ),
    );
  });
});

describe('the bundled story', () => {
  const text = readFileSync('data/musk-putin-2024.json', 'utf8');
  test('passes the strict check', () => {
    expect(findAllProblems(JSON.parse(text))).toEqual([]);
  });

  const shared = process.env['SAYSO_SHARED'];
  const article = `${shared}/seed/article.txt`;
  const words = (from: string): string[] =>
    from
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}$]+/gu) ?? [];
  const runs = (list: readonly string[]): string[] =>
    list.flatMap((_, i) => (i + 6 <= list.length ? [list.slice(i, i + 6).join(' ')] : []));
  function* stringsOf(value: unknown, key = ''): Generator<string> {
    if (typeof value === 'string' && key !== 'quote') yield value;
    else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item, key);
    else if (typeof value === 'object' && value)
      for (const [name, item] of Object.entries(value)) yield* stringsOf(item, name);
  }
  test.skipIf(!shared)('holds no run of six words of the article outside quotes', () => {
    const theirs = new Set(runs(words(readFileSync(article, 'utf8'))));
    const ours = runs([...stringsOf(JSON.parse(text))].flatMap(words));
    expect(ours.length).toBeGreaterThan(1000);
    expect(ours.filter((run) => theirs.has(run))).toEqual([]);
  });
});
