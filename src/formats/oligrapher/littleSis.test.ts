import { describe, expect, it } from 'vitest';
import { checkHostile, inputOf, readWith } from '../readFixture.ts';
import { dateOf } from './littleSisDates.ts';
import { oligrapher } from './oligrapher.ts';

const person = {
  type: 'entities',
  id: 15,
  attributes: {
    id: 15,
    name: 'Ann',
    blurb: 'A <b>banker</b>',
    website: 'https://ann.example/',
    primary_ext: 'Person',
    aliases: ['Ann', 'Annie'],
    types: ['Person', 'Business Person'],
    start_date: '1954-03-00',
    end_date: null,
    link_count: 3,
  },
  links: { self: 'https://littlesis.org/person/15-Ann' },
};
const firm = {
  type: 'entities',
  id: 20,
  attributes: { id: 20, name: 'Firm', primary_ext: 'Org', types: ['Organization', 'Public Company'] },
};
const relationship = (id: number, category: number, more: object = {}) => ({
  type: 'relationships',
  id,
  attributes: { id, entity1_id: 15, entity2_id: 20, category_id: category, start_date: '2001-00-00', ...more },
  links: { self: `https://littlesis.org/relationships/${id}` },
});
const meta = { license: 'CC BY-SA 4.0', apiVersion: '2.0', currentPage: 1, pageCount: 4 };

describe('what LittleSis gives', () => {
  it('becomes entities and relations, each relation with its page as its source', () => {
    const more = { description1: 'Director', amount: 5, currency: 'usd', category_attributes: { is_board: true } };
    const value = { data: relationship(43, 1, more), included: [person, firm, person], meta };
    expect(oligrapher.sniff(inputOf(JSON.stringify(value)))).toBeGreaterThan(0.9);
    const { file, read, log } = readWith(oligrapher, value);
    expect(read).toEqual({ nodes: 3, edges: 1 });
    expect(file.entities).toMatchObject([
      {
        kind: 'Person',
        name: 'Ann',
        aliases: ['Annie'],
        summary: 'A banker',
        identifiers: [{ scheme: 'LittleSis', value: '15', url: 'https://littlesis.org/person/15-Ann' }],
        properties: { birthDate: ['1954-03'], website: ['https://ann.example/'] },
        kept: { oligrapher: { link_count: 3 } },
      },
      { kind: 'Company', name: 'Firm' },
    ]);
    expect(file.relations).toMatchObject([
      {
        from: '15',
        to: '20',
        label: 'Director',
        valid: '2001/..',
        properties: { amount: ['5'], currency: ['USD'] },
        claims: [{ stance: 'asserts' }],
      },
    ]);
    expect(file.sources).toMatchObject([{ label: 'LittleSis 43', publisher: 'LittleSis', licence: 'CC BY-SA 4.0' }]);
    const told = log.issues().map(({ code, params }) => [code, params]);
    expect(told).toContainEqual(['answer-page', { page: 1, pages: 4 }]);
    expect(told).toContainEqual(['records-repeated', { count: 1 }]);
  });

  it.each([
    [4, 'is related to', true],
    [5, 'donated to', false],
    [10, 'owns', false],
    [11, 'is part of', false],
    [12, 'is linked to', true],
  ])('is worded by its category, %i', (category, full, symmetric) => {
    const { file } = readWith(oligrapher, [person, firm, relationship(1, category)]);
    expect(file.relationTypes).toMatchObject([{ forward: { full }, symmetric }]);
  });

  it('is told where it is something else, or names somebody who is not there', () => {
    const { file, log } = readWith(oligrapher, [relationship(1, 1), { type: 'lists', id: 3, attributes: {} }]);
    expect(file.entities.map(({ name }) => name)).toEqual(['15', '20']);
    expect(log.issues().map(({ code, where }) => [code, where])).toEqual(
      expect.arrayContaining([
        ['record-skipped', '[1]'],
        ['dangling-end', '[0].entity1_id'],
      ]),
    );
    expect(oligrapher.sniff(inputOf('{"data":[{"type":"articles","id":1,"attributes":{"name":"x"}}]}'))).toBe(0);
  });

  it('survives whatever is done to it', () => {
    const sample = { data: [person, firm, relationship(1, 5), relationship(2, 11)], meta };
    expect(checkHostile(oligrapher, sample)).toBeGreaterThan(50);
  });
});

it.each([
  ['2001-00-00', '2001'],
  ['2001-05-00', '2001-05'],
  ['2001-05-06', '2001-05-06'],
  ['0000-00-00', ''],
  ['1999', '1999'],
  [null, ''],
])('a date with unknown parts (%s) keeps what is known', (text, date) => expect(dateOf(text)).toBe(date));

it('a map in lists, with such dates, is read as any other', () => {
  const value = {
    nodes: [
      { id: '1', name: 'One', x: 1, y: 1 },
      { id: '2', name: 'Two', x: 2, y: 2 },
    ],
    edges: [{ id: 'e', node1_id: '1', node2_id: '2', label: 'owed', arrow: '2->1', end_date: '2001-05-00' }],
  };
  expect(oligrapher.sniff(inputOf(JSON.stringify(value)))).toBeGreaterThan(0.9);
  const { file, log } = readWith(oligrapher, value);
  expect(file.relations).toMatchObject([{ from: '2', to: '1', valid: '../2001-05' }]);
  expect(log.issues().map(({ code }) => code)).toEqual(['relation-unsourced']);
  expect(oligrapher.sniff(inputOf('{"nodes":[{"id":"1","name":"One"}],"edges":[]}'))).toBe(0);
});
