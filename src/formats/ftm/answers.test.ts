import { describe, expect, it } from 'vitest';
import { entityOf, inputOf, openFtm, relationOf } from './ftmFixture.ts';
import { sniffFtm } from './sniffFtm.ts';

const ann = { id: 'p', schema: 'Person', properties: { name: ['Ann'] }, datasets: ['list'] };
const firm = { id: 'c', schema: 'Company', properties: { name: ['Firm'] } };
const owns = { id: 'o', schema: 'Ownership', properties: { asset: [firm] }, datasets: ['list'] };
const page = { limit: 10, offset: 0 };

function openAnswer(value: object) {
  const text = JSON.stringify(value);
  expect(sniffFtm(inputOf(text))).toBeGreaterThan(0.9);
  return openFtm(text);
}

const codesOf = (issues: readonly { readonly code: string }[]): string[] => issues.map(({ code }) => code);

describe('an answer of a service', () => {
  it('gives what was found, and tells that there is more', () => {
    const { file, read, issues } = openAnswer({ results: [ann, firm], total: { value: 37, relation: 'eq' }, ...page });
    expect(file.entities.map(({ name }) => name)).toEqual(['Ann', 'Firm']);
    expect(read).toEqual({ nodes: 2, edges: 0 });
    expect(issues).toContainEqual({
      code: 'answer-in-part',
      where: '',
      params: { count: 2, total: 37 },
      severity: 'warning',
    });
    expect(issues.find(({ code }) => code === 'answer-fields')?.params).toEqual({ fields: 'total, limit, offset' });
  });

  it('gives what was matched, and not the question', () => {
    const query = { id: 'asked', schema: 'Person', properties: { name: ['Anne'] } };
    const { file } = openAnswer({
      responses: { one: { status: 200, results: [{ ...ann, score: 0.9, match: true }], total: { value: 1 }, query } },
      limit: 5,
    });
    expect(file.entities.map(({ name }) => name)).toEqual(['Ann']);
    expect(entityOf(file, 'p').kept).toMatchObject({ ftm: { score: 0.9, match: true } });
  });

  it.each([
    ['beside the entity', { entity: ann, adjacent: { ownershipOwner: { results: [owns], total: { value: 3 } } } }],
    ['in the entity', { ...ann, adjacent: { ownershipOwner: { results: [owns], total: 3 } } }],
  ])('gives the edges around an entity, %s', (_, value) => {
    const { file, issues } = openAnswer(value);
    expect(relationOf(file, 'o')).toMatchObject({ from: 'p', to: 'c' });
    expect(issues.find(({ code }) => code === 'answer-in-part')).toMatchObject({
      where: 'adjacent.ownershipOwner',
      params: { count: 1, total: 3 },
    });
  });

  it('gives groups of what lies around, without taking their number for one of entities', () => {
    const edge = { ...owns, properties: { owner: ['p'], asset: ['c'] } };
    const results = [{ property: 'ownershipOwner', count: 2, entities: [edge, firm] }];
    const { file, issues } = openAnswer({ status: 'ok', total: 2, results });
    expect(file.relations).toMatchObject([{ from: 'p', to: 'c' }]);
    expect(codesOf(issues)).not.toContain('answer-in-part');
  });

  it('keeps what two that were compared were found to be', () => {
    const compared = { judgement: 'positive', score: 0.8, entity: ann, match: { ...ann, id: 'q' } };
    const { file, issues } = openAnswer({ results: [compared], total: 1 });
    expect(file.entities).toHaveLength(2);
    expect(file.relations).toEqual([]);
    expect(entityOf(file, 'p').kept).toMatchObject({
      ftm: { comparedWith: [{ id: 'q', judgement: 'positive', score: 0.8 }] },
    });
    expect(codesOf(issues)).toContain('comparison-kept');
    const lines = [1, 2].map((i) => JSON.stringify({ left: { ...ann, id: `l${i}` }, right: { ...ann, id: `r${i}` } }));
    expect(sniffFtm(inputOf(lines.join('\n')))).toBeGreaterThan(0.9);
    expect(openFtm(lines.join('\n')).read).toEqual({ nodes: 4, edges: 0 });
    expect(openAnswer({ results: [{ score: 0.7, entity: ann }] }).file.entities[0]).toMatchObject({
      kept: { ftm: { comparedWith: [{ score: 0.7 }] } },
    });
  });

  it('names the collection as the source, and passes no key on', () => {
    const collection = {
      label: 'Register',
      foreign_id: 'reg',
      publisher: 'Office',
      links: { ui: 'https://a.example/c/1', csv: 'https://a.example/c/1.csv?x=1&api_key=SECRET#top' },
    };
    const ends = { owner: [ann], asset: [firm] };
    const text = JSON.stringify({ results: [{ ...owns, datasets: [], properties: ends, collection }], total: 1 });
    const { file, issues } = openFtm(text);
    expect(file.sources).toMatchObject([{ label: 'Register', publisher: 'Office', url: 'https://a.example/c/1' }]);
    expect(relationOf(file, 'o').claims).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain('SECRET');
    expect(JSON.stringify(file)).toContain('https://a.example/c/1.csv?x=1#top');
    expect(codesOf(issues)).toContain('key-left-out');
  });

  it('says so where it has no result, and is no other list', () => {
    expect(sniffFtm(inputOf('{"results":[],"total":{"value":0}}'))).toBeGreaterThan(0);
    expect(() => openFtm('{"results":[],"total":{"value":0}}')).toThrow('no-records');
    expect(sniffFtm(inputOf('{"results":[{"name":"a","url":"b"}],"total":1}'))).toBe(0);
    expect(sniffFtm(inputOf('{"results":[]}'))).toBe(0);
  });

  it('tells of a result that is no entity', () => {
    const { issues } = openAnswer({ results: [ann, { error: 'x' }, null], total: 3 });
    expect(issues.filter(({ code }) => code === 'record-skipped').map(({ where }) => where)).toEqual([
      'results[1]',
      'results[2]',
    ]);
  });
});
