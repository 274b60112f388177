import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { type DatasetFile, GROUPS, KINDS } from '../../model/records.ts';
import { EDGE_SCHEMATA } from './edgeSchemata.ts';
import { findFtmLosses } from './findFtmLosses.ts';
import { entityOf, linesOf, openFtm, printWhole, relationOf } from './ftmFixture.ts';
import { printFtm } from './printFtm.ts';
import { isA } from './schemata.ts';

interface Written {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, string[]>>;
}

const parse = (text: string): Written[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Written);

const wording = { full: 'does things with', short: 'does' };
const typeOf = (id: string, more: object = {}): object => ({
  id,
  forward: wording,
  reverse: wording,
  symmetric: false,
  moment: false,
  group: 'other',
  ...more,
});
const claimOf = (id: string, more: object = {}): object => ({
  id,
  stance: 'asserts',
  modality: 'stated',
  source: 's',
  attribution: [],
  locators: [],
  text: `Text of ${id}.`,
  ...more,
});

function fileOf(parts: object): DatasetFile {
  const source = {
    id: 's',
    label: 'Paper',
    kind: 'article',
    title: null,
    publisher: 'P',
    authors: [],
    published: '2024~',
    url: null,
  };
  const empty = { sayso: 1, id: 'd', title: 'D', sources: [source], entities: [], relations: [], relationTypes: [] };
  return { ...empty, ...parts } as unknown as DatasetFile;
}

const pair = [
  { id: 'ann', kind: 'Person', name: 'Ann' },
  { id: 'firm', kind: 'Company', name: 'Firm' },
];
const owning = (claims: readonly object[], more: object = {}): DatasetFile =>
  fileOf({
    entities: pair,
    relations: [{ id: 'r', type: 't', from: 'ann', to: 'firm', claims, ...more }],
    relationTypes: [typeOf('t', { schema: 'Ownership', group: 'ownership' })],
  });
const edgeOf = (file: DatasetFile): Written | undefined => parse(printWhole(file)).find(({ id }) => id === 'r');

describe('edges', () => {
  it('have ends that their schema allows, whatever the kinds', () => {
    const entities = KINDS.map((kind) => ({ id: kind, kind, name: kind }));
    const schemata = [undefined, 'NoSuchSchema', ...EDGE_SCHEMATA.keys()];
    const relationTypes = GROUPS.flatMap((group) =>
      schemata.map((schema) => typeOf(`${group} ${schema}`, { group, ...(schema ? { schema } : {}) })),
    );
    const relations = relationTypes.flatMap((type) =>
      KINDS.flatMap((from) =>
        KINDS.map((to) => ({ id: JSON.stringify([type, from, to]), type: (type as Written).id, from, to, claims: [] })),
      ),
    );
    const lines = parse(printWhole(fileOf({ entities, relations, relationTypes })));
    const schemaById = new Map(lines.map(({ id, schema }) => [id, schema]));
    let checked = 0;
    for (const { schema, properties } of lines) {
      const edge = EDGE_SCHEMATA.get(schema);
      if (!edge) continue;
      const ends = [properties[edge.source], properties[edge.target]].map(
        (ids) => schemaById.get(ids?.[0] ?? '') ?? '',
      );
      if (!isA(ends[0] ?? '', edge.sourceRange) || !isA(ends[1] ?? '', edge.targetRange))
        throw new Error(`${schema}: ${ends.join(' → ')}`);
      checked += 1;
    }
    expect(checked).toBe(relations.length);
  });

  it.each([
    ['stated', [claimOf('k')], 'Ownership', 'does things with'],
    [
      'reported',
      [claimOf('k', { modality: 'reported', attribution: [{ label: 'B', kind: 'named' }] })],
      'Ownership',
      'does things with [reported]',
    ],
    [
      'alleged',
      [claimOf('k', { modality: 'alleged', attribution: [{ kind: 'unnamed', label: 'x' }] })],
      'UnknownLink',
      'does things with [alleged]',
    ],
    [
      'denied',
      [
        claimOf('k'),
        claimOf('l', { stance: 'denies', modality: 'reported', attribution: [{ entity: 'ann', kind: 'named' }] }),
      ],
      'UnknownLink',
      'does things with [denied by Ann]',
    ],
    ['unsourced', [], 'Ownership', 'does things with [unsourced]'],
  ])('that are %s say so', (_word, claims, schema, role) => {
    expect(edgeOf(owning(claims))).toMatchObject({ schema, properties: { role: [role] } });
  });

  it('have plain ISO dates', () => {
    expect(edgeOf(owning([], { valid: '2012-03~/..' }))?.properties).toMatchObject({ startDate: ['2012-03'] });
    expect(edgeOf(owning([], { valid: '2012?/2015-01-02%' }))?.properties).toMatchObject({
      startDate: ['2012'],
      endDate: ['2015-01-02'],
    });
  });
});

describe('claims', () => {
  it('are notes with their document, which has its publisher', () => {
    const denial = claimOf('k', {
      stance: 'denies',
      modality: 'reported',
      attribution: [{ entity: 'ann', kind: 'named' }],
    });
    const lines = parse(printWhole(owning([denial])));
    expect(lines.find(({ id }) => id === 'k')).toMatchObject({
      schema: 'Note',
      properties: {
        name: ['denies · reported · Ann: Ann does things with Firm'],
        entity: ['ann', 'firm'],
        proof: ['s'],
        publisher: ['P'],
      },
    });
    expect(lines.find(({ id }) => id === 's')).toMatchObject({
      schema: 'Article',
      properties: { publisher: ['P'], publishedAt: ['2024'] },
    });
  });

  it('about what came from FollowTheMoney are added to it', () => {
    const { file } = openFtm(
      linesOf(
        { id: 'p', schema: 'Person', properties: { name: ['P'] } },
        {
          id: 'o',
          schema: 'Ownership',
          properties: { owner: ['p'], asset: ['p', 'q'], sourceUrl: ['https://a.example/'] },
        },
      ),
    );
    const source = {
      id: 's',
      label: 'Paper',
      kind: 'article',
      title: null,
      publisher: null,
      authors: [],
      published: null,
      url: null,
    };
    const more = {
      ...file,
      sources: [...file.sources, source],
      relations: file.relations.map((relation) => ({
        ...relation,
        claims: [...relation.claims, claimOf(`k ${relation.id}`)],
      })),
    } as unknown as DatasetFile;
    const text = printWhole(more);
    expect(parse(text).map(({ id }) => id)).toEqual(['s', 'p', 'o', 's-k.20-o-s', 's-k.20-o.7e-2-s']);
    const back = openFtm(text).file;
    for (const id of ['o', 'o~2']) {
      expect(relationOf(back, id).claims).toMatchObject([{ text: '' }, { id: `k ${id}`, source: 's' }]);
    }
  });

  it('of an Event make it no plain fact', () => {
    const event = {
      id: 'e',
      kind: 'Event',
      name: 'Plan',
      claims: [claimOf('k', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] })],
    };
    const [line] = parse(printWhole(fileOf({ entities: [event] }))).filter(({ id }) => id === 'e');
    expect(line?.properties).toMatchObject({
      keywords: ['rumoured'],
      description: [expect.stringContaining('rumoured')],
    });
  });
});

describe('a part of ours', () => {
  it('is not believed where another program has changed the line', () => {
    const text = printWhole(owning([claimOf('k')])).replace('"name":["Ann"]', '"name":["Ann Other"]');
    const { file, issues } = openFtm(text);
    expect(entityOf(file, 'ann').name).toBe('Ann Other');
    expect(issues.map(({ code }) => code)).toContain('own-part-outdated');
    expect(relationOf(file, 'r').claims).toHaveLength(1);
  });

  it('that is broken is read as what the line says', () => {
    const text = printWhole(owning([claimOf('k')])).replace('\\"kind\\":\\"Person\\"', '\\"kind\\":\\"Ghost\\"');
    const { file, issues } = openFtm(text);
    expect(entityOf(file, 'ann')).toMatchObject({ kind: 'Person', name: 'Ann' });
    expect(issues.map(({ code }) => code)).toContain('own-part-outdated');
  });

  it('leaves the texts of others out', () => {
    const source = {
      id: 's',
      label: 'L',
      kind: 'article',
      title: null,
      publisher: null,
      authors: [],
      published: null,
      url: null,
    };
    const passages = { kind: 'own copy', items: [{ paragraph: 1, text: 'SECRET' }] };
    expect(
      printWhole({ ...owning([claimOf('k')]), sources: [{ ...source, passages }] } as unknown as DatasetFile),
    ).not.toContain('SECRET');
  });
});

describe('a part of a dataset', () => {
  it('has nothing in it that was not asked for, and its losses are counted', () => {
    const file = owning([claimOf('k')], { valid: '2012~' });
    const more = {
      ...file,
      entities: [...file.entities, { id: 'else', kind: 'Other', name: 'Else' }],
      stories: [{}],
    } as unknown as DatasetFile;
    const dataset = buildDataset(more);
    const part = { entities: [], relations: file.relations.map(({ id }) => id) };
    expect(parse(printFtm(dataset, part, null)).map(({ id }) => id)).toEqual(['s', 'ann', 'firm', 'r', 'k']);
    expect(findFtmLosses(dataset, part).map(({ code, params }) => [code, params['count']])).toEqual([
      ['loss-claims-as-notes', 1],
      ['loss-dates', 1],
      ['loss-stories', 1],
    ]);
  });
});
