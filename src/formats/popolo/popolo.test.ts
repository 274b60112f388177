import { describe, expect, it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import { checkHostile, corpusTexts, inputOf, readWith } from '../readFixture.ts';
import { popolo } from './popolo.ts';

const SAMPLE = {
  persons: [
    {
      id: '1',
      name: 'Ann Member',
      email: 'ann@example.org',
      birth_date: '1970-05',
      image: 'https://example.org/ann.jpg',
      other_names: [
        { name: 'Ann Before', end_date: '1999' },
        { name: 'Анна', lang: 'ru' },
      ],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q1' }],
      contact_details: [
        { type: 'voice', value: '+1 2' },
        { type: 'twitter', value: '@ann' },
      ],
      links: [{ url: 'https://ann.example', note: 'Blog' }],
      sources: [{ url: 'https://parliament.example/ann', note: 'Parliament' }],
    },
    { id: '2', name: 'Bob', memberships: [{ id: 'm9', organization_id: '1', role: 'clerk' }] },
  ],
  organizations: [
    {
      id: '1',
      name: 'Parliament',
      classification: 'legislature',
      area_id: 'a1',
      posts: [{ id: 'p1', label: 'Member for North', role: 'MP', area_id: 'a2' }],
    },
    { id: 'party', name: 'A Party', classification: 'party', parent_id: '1' },
  ],
  areas: [
    { id: 'a1', name: 'Utopia' },
    { id: 'a2', name: 'North' },
    { id: 'a3', name: 'Unused' },
  ],
  events: [
    {
      id: 'term/1',
      name: 'First Term',
      classification: 'legislative period',
      start_date: '2010',
      end_date: '2014',
      organization_id: '1',
    },
  ],
  motions: [{ id: 'mo1', text: 'To be better', organization_id: '1', creator_id: '1', result: 'passed' }],
  memberships: [
    {
      id: 'm1',
      person_id: '1',
      post_id: 'p1',
      organization_id: '1',
      on_behalf_of_id: 'party',
      start_date: '2010-05',
      legislative_period_id: 'term/1',
      sources: [{ url: 'https://parliament.example/m1' }],
    },
    { person_id: 'ghost', organization_id: '1', role: 'member of', end_date: '2012-01-01T00:00:00' },
    { organization_id: '1', role: 'speaker' },
    { id: 'm9', person_id: '2', organization_id: '1', role: 'clerk' },
  ],
  meta: { generator: 'x' },
};

describe('Popolo', () => {
  const { file, read, log } = readWith(popolo, SAMPLE);
  const name = (id: string | undefined): string | undefined => file.entities.find((each) => each.id === id)?.name;
  const said = file.relations.map(
    ({ from, to, type }) =>
      `${name(from)} ${file.relationTypes.find(({ id }) => id === type)?.forward.full} ${name(to)}`,
  );
  const codes = log.issues().map(({ code }) => code);

  it('counts persons, organizations and memberships, one in two places once', () => {
    expect(read).toEqual({ nodes: 4, edges: 4 });
    expect(codes).toContain('membership-twice');
  });

  it('reads who people are', () => {
    expect(file.entities[0]).toMatchObject({
      kind: 'Person',
      aliases: ['Ann Before'],
      names: { ru: ['Анна'] },
      identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
      properties: {
        email: ['ann@example.org'],
        birthDate: ['1970-05'],
        phone: ['+1 2'],
        twitter: ['@ann'],
        website: ['https://ann.example'],
      },
      kept: { popolo: { image: 'https://example.org/ann.jpg', other_names: [{ end_date: '1999' }, {}] } },
    });
    expect(file.entities[0]?.claims).toHaveLength(1);
    expect(file.sources[0]).toMatchObject({ label: 'Parliament', url: 'https://parliament.example/ann' });
  });

  it('keeps a person and an organization of the same id apart', () => {
    expect(file.entities.filter(({ kind }) => kind === 'PublicBody').map((each) => each.name)).toEqual(['Parliament']);
    expect(said).toContain('Bob clerk of Parliament');
  });

  it('makes relations of memberships, with dates, post, area and party; sources are theirs alone', () => {
    expect(said).toEqual([
      'Parliament has as its area Utopia',
      'A Party is part of Parliament',
      'First Term took place in Parliament',
      'To be better took place in Parliament',
      'To be better was proposed by Ann Member',
      'Ann Member MP of Parliament',
      'Ann Member holds a membership on behalf of A Party',
      'Ann Member holds a membership for the area North',
      'ghost member of Parliament',
      'not stated speaker of Parliament',
      'Bob clerk of Parliament',
    ]);
    expect(file.relations[5]).toMatchObject({
      valid: '2010-05/..',
      properties: {
        post: ['Member for North'],
        onBehalfOf: ['A Party'],
        area: ['North'],
        legislativePeriod: ['First Term'],
      },
      claims: [{ stance: 'asserts', modality: 'stated' }],
    });
    expect(file.relations[8]).toMatchObject({ valid: '../2012-01-01', claims: [] });
    expect(codes).toEqual(
      expect.arrayContaining(['dangling-end', 'missing-end', 'relation-unsourced', 'implied-relations']),
    );
  });

  it('makes places only of areas that are named, and keeps what it does not know', () => {
    expect(file.entities.filter(({ kind }) => kind === 'Place').map((each) => each.name)).toEqual(['Utopia', 'North']);
    expect(file).toMatchObject({ kept: { popolo: { meta: { generator: 'x' }, areas: [{ name: 'Unused' }] } } });
  });

  it('is refused or valid whatever is done to it', () => {
    expect(checkHostile(popolo, SAMPLE)).toBeGreaterThan(20);
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('the corpus', () => {
  it('has two Popolo files, which are read as they count', () => {
    const found = [...corpusTexts()].filter(([file, text]) => popolo.sniff(inputOf(text, file)) > 0);
    const results = found.map(([file, text]) => {
      const { file: dataset, read } = readWith(popolo, text);
      expect(findAllProblems(dataset).filter(({ severity }) => severity === 'error')).toEqual([]);
      return [file, read.nodes, read.edges, dataset.entities.length];
    });
    expect(results).toEqual([
      ['01-sourced/parliament-au-tas.popolo.json', 296, 317, 296],
      ['08-large/au-nsw-councillors.popolo.json', 1659, 1781, 1659],
    ]);
  });
});
