import { describe, expect, it } from 'vitest';
import { inputOf, readWith } from '../readFixture.ts';
import { popolo } from './popolo.ts';

const membership = { id: 'm', role: 'Cook', start_date: '1970-01' };
const ann = { id: 'ann', name: 'Ann', memberships: [{ ...membership, organization_id: 'inn' }] };
const inn = { id: 'inn', name: 'The Inn', memberships: [{ ...membership, person_id: 'ann', post_id: 'k' }] };

function open(value: unknown) {
  expect(popolo.sniff(inputOf(JSON.stringify(value)))).toBeGreaterThan(0.5);
  const { file, read, log } = readWith(popolo, value);
  const names = new Map(file.entities.map(({ id, name }) => [id, name]));
  return { file, read, log, ends: file.relations.map(({ from, to }) => [names.get(from), names.get(to)]) };
}

describe('records of Popolo on their own', () => {
  it('a person has the memberships nested in it', () => {
    const { file, read, ends } = open(ann);
    expect(read).toEqual({ nodes: 1, edges: 1 });
    expect(ends).toEqual([['Ann', 'inn']]);
    expect(file.entities[0]).toMatchObject({ kind: 'Person' });
  });

  it('an organization has its members and posts', () => {
    const { file, ends } = open({ ...inn, posts: [{ id: 'k', label: 'Kitchen' }] });
    expect(ends).toEqual([['ann', 'The Inn']]);
    expect(file.entities[0]).toMatchObject({ kind: 'Organization', name: 'The Inn' });
    expect(file.relations[0]?.properties?.['post']).toEqual(['Kitchen']);
  });

  it('persons and organizations in one list are told apart', () => {
    const party = { id: 'p', name: 'Party', classification: 'party', other_names: [{ name: 'P.' }] };
    const { file } = open([ann, party, { id: 'bob', name: 'Bob' }]);
    expect(file.entities.map(({ name, kind }) => [name, kind])).toEqual(
      expect.arrayContaining([
        ['Ann', 'Person'],
        ['Bob', 'Person'],
        ['Party', 'Organization'],
      ]),
    );
  });

  it('the result of a service is read, with what is embedded in it', () => {
    const embedded = { ...ann, memberships: [{ ...membership, organization_id: { id: 'inn', name: 'The Inn' } }] };
    for (const value of [{ result: embedded }, { total: 1, page: 1, result: [embedded] }, { results: [embedded] }]) {
      expect(open(value).ends).toEqual([['Ann', 'The Inn']]);
    }
  });

  it('lists may be objects by id', () => {
    const { ends, read } = open({
      persons: { ann: { name: 'Ann' } },
      organizations: { inn: { name: 'The Inn' } },
      memberships: [{ person_id: 'ann', organization_id: 'inn' }],
    });
    expect(ends).toEqual([['Ann', 'The Inn']]);
    expect(read).toEqual({ nodes: 2, edges: 1 });
  });

  it.each([
    [[{ name: 'Ann', email: 'a@b.c' }]],
    [{ name: 'x', identifiers: [{ scheme: 'a', id: '1' }] }],
    [{ name: 'graph', nodes: [], other_names: [{ name: 'g' }] }],
    [{ result: [{ id: 1 }] }],
    [[null, 3]],
  ])('what only looks like that is none: %j', (value) => {
    expect(popolo.sniff(inputOf(JSON.stringify(value)))).toBe(0);
  });
});

it('a membership without a role is called by its post, and Wikidata is linked', () => {
  const { file } = open({
    persons: [{ id: 'ann', name: 'Ann', identifiers: [{ scheme: 'wikidata', identifier: 'Q1' }] }],
    organizations: [{ id: 'inn', name: 'The Inn' }],
    posts: [{ id: 'k', label: 'Chief of the kitchen' }],
    memberships: [{ person_id: 'ann', organization_id: 'inn', post_id: 'k' }],
  });
  expect(file.relations[0]).toMatchObject({ label: 'Chief of the kitchen' });
  expect(file.entities[0]?.identifiers).toEqual([
    { scheme: 'wikidata', value: 'Q1', url: 'https://www.wikidata.org/wiki/Q1' },
  ]);
});
