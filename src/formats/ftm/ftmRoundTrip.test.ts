import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../model/dataError.ts';
import { type Claim, type DatasetFile, MODALITIES, STANCES } from '../../model/records.ts';
import { linesOf, normalLines, openFtm, printWhole } from './ftmFixture.ts';

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((each) => `x${each}`);
const values = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });
const key = fc.constantFrom(
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'summary',
  'description',
  'topics',
  'invented',
  '__proto__',
  'address',
);
const nodeId = fc.constantFrom('a', 'b', 'c', '__proto__', 'gone');
const properties = fc
  .uniqueArray(fc.tuple(key, values), { selector: ([name]) => name, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries));
const extra = fc.record(
  {
    caption: text,
    datasets: values,
    referents: values,
    target: fc.boolean(),
    sayso: text,
    derived: text,
    first_seen: text,
  },
  { requiredKeys: [] },
);

const nodes = fc
  .uniqueArray(
    fc.record({
      id: nodeId.filter((id) => id !== 'gone'),
      schema: fc.constantFrom('Person', 'Company', 'LegalEntity', 'Sanction', 'Address', 'NoSuchSchema', 'Document'),
      properties,
      extra,
    }),
    { selector: ({ id }) => id },
  )
  .map((all) => all.map(({ extra: more, ...line }) => ({ ...more, ...line })));

const ends = fc.uniqueArray(nodeId, { maxLength: 3 });
const edges = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('r1', 'r2', 'r3'),
      schema: fc.constantFrom(
        ['Ownership', 'owner', 'asset'],
        ['Family', 'person', 'relative'],
        ['Payment', 'payer', 'beneficiary'],
      ),
      ends: fc.tuple(ends, ends),
      properties,
      extra,
    }),
    { selector: ({ id }) => id },
  )
  .map((all) =>
    all.map(
      ({ id, schema: [schema = '', source = '', target = ''], ends: [from, to], properties: more, extra: fields }) => {
        const entries = [
          ...Object.entries(more),
          ...(from.length > 0 ? [[source, from]] : []),
          ...(to.length > 0 ? [[target, to]] : []),
        ];
        return { ...fields, id, schema, properties: Object.fromEntries(entries) as object };
      },
    ),
  );

describe('whatever comes from FollowTheMoney', () => {
  it('goes back as it came', () => {
    fc.assert(
      fc.property(nodes, edges, (some, others) => {
        fc.pre(some.length + others.length > 0);
        const lines = linesOf(...some, ...others);
        expect(normalLines(printWhole(openFtm(lines).file))).toEqual(normalLines(lines));
      }),
      { numRuns: 150 },
    );
  });

  it('is read or refused, however broken', () => {
    const good = linesOf(
      { id: 'a', schema: 'Person', properties: { name: ['A'], addressEntity: ['b'], proof: ['d'] }, datasets: ['x'] },
      { op: 'ADD', entity: { id: 'b', schema: 'Address', properties: { full: ['B'] } } },
      { id: 'd', schema: 'Document', properties: { fileName: ['f'], sourceUrl: ['https://e.example/'] } },
      {
        id: 'o',
        schema: 'Ownership',
        properties: { owner: ['a', 'd'], asset: [{ id: 'c', schema: 'Company', properties: {} }] },
      },
      { canonical_id: 's', schema: 'Person', prop: 'name', val: 'S', dataset: 'y' },
    );
    const own = printWhole(ours([]));
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(12),
      put: fc.constantFrom('', '"', '{', ']', 'null', '1e999', '[]', '{}', ',', '\n'),
    });
    fc.assert(
      fc.property(fc.constantFrom(good, own), fc.array(change, { minLength: 1, maxLength: 4 }), (start, changes) => {
        const broken = changes.reduce((all, { at, cut, put }) => {
          const place = at % all.length;
          return all.slice(0, place) + put + all.slice(place + cut);
        }, start);
        try {
          openFtm(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('named', 'unnamed'), label: text }),
  fc.record({ kind: fc.constant('named'), entity: fc.constantFrom('ann', 'firm'), on: fc.constant('2020-01') }),
  fc.record({ kind: fc.constant('unstated') }),
);
const claim = fc.record(
  {
    stance: fc.constantFrom(...STANCES),
    modality: fc.constantFrom(...MODALITIES),
    source: fc.constantFrom('s1', 's2'),
    attribution: fc.array(step, { maxLength: 3 }),
    text,
    said: fc.constantFrom('2020', '2019-02~'),
    public: fc.constantFrom('2021-03-04', '../2022'),
    valid: fc.constantFrom('2001?/..', '2003-04'),
    properties: fc.constant({ amount: ['5'], odd: ['a', 'b'] }),
    condition: text,
    medium: fc.constant({ entity: 'firm' }),
    against: fc.constant(['r']),
    locators: fc.array(fc.record({ paragraph: fc.integer({ min: 1, max: 9 }), quote: text }), { maxLength: 2 }),
    statement: text,
    response: fc.constantFrom('declined', 'unknown'),
    note: text,
  },
  { requiredKeys: ['stance', 'modality', 'source', 'attribution', 'text', 'locators'] },
) as unknown as fc.Arbitrary<Omit<Claim, 'id'>>;

function ours(claims: readonly Omit<Claim, 'id'>[], about: readonly Omit<Claim, 'id'>[] = []): DatasetFile {
  const numbered = (all: readonly Omit<Claim, 'id'>[], prefix: string): object[] =>
    all.map((each, i) => ({ ...each, id: `${prefix}${i}` }));
  return {
    sayso: 1,
    id: 'ours',
    title: 'Ours',
    sources: [
      {
        id: 's1',
        label: 'One',
        kind: 'article',
        title: 'T',
        publisher: 'P',
        authors: ['W'],
        published: '2024-01-02',
        url: 'https://one.example/',
      },
      {
        id: 's2',
        label: 'Two',
        kind: 'post',
        title: null,
        publisher: null,
        authors: [],
        published: null,
        url: 'javascript:alert(1)',
      },
    ],
    entities: [
      {
        id: 'ann',
        kind: 'Person',
        name: 'Ann',
        names: { ru: ['Анна'] },
        properties: { birthDate: ['1970', 'about 1971'], odd: ['x'] },
      },
      { id: 'firm', kind: 'Other', name: 'Firm', claims: numbered(about, 'f') },
    ],
    relations: [
      {
        id: 'r',
        type: 't',
        from: 'ann',
        to: 'firm',
        valid: '2010~/..',
        label: 'runs',
        properties: { role: ['x'] },
        claims: numbered(claims, 'k'),
      },
    ],
    relationTypes: [
      {
        id: 't',
        forward: { full: 'runs the', short: 'runs' },
        reverse: { full: 'is run by', short: 'run by' },
        symmetric: false,
        moment: false,
        group: 'role',
        schema: 'Directorship',
      },
    ],
  } as unknown as DatasetFile;
}

describe('whatever is ours', () => {
  it('comes back from FollowTheMoney with equal claims, relations, entities and sources', () => {
    fc.assert(
      fc.property(
        fc.array(claim, { maxLength: 4 }),
        fc.array(claim, { minLength: 1, maxLength: 2 }),
        (claims, about) => {
          const file = ours(claims, about);
          const back = openFtm(printWhole(file)).file;
          expect(back.relations).toEqual(file.relations);
          expect(back.entities).toEqual(file.entities);
          expect(back.sources).toEqual(file.sources);
          expect(back.relationTypes).toEqual(file.relationTypes);
        },
      ),
      { numRuns: 150 },
    );
  });
});
