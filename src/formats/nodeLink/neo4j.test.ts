import { describe, expect, it } from 'vitest';
import type { InputFile } from '../format.ts';
import { inputOf, outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { readNeo4j, sniffNeo4j } from './neo4j.ts';
import { nodeLink } from './nodeLink.ts';
import { readLists } from './parseNodeLink.ts';

const ann = { labels: ['Person'], properties: { name: 'Ann' } };
const acme = { labels: ['Company'], properties: { name: 'Acme', founded: 1999 } };

const linesOf = (...rows: unknown[]): InputFile => {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  return { ...inputOf('0', someContext()), text, json: undefined };
};
const inputFor = (value: unknown): InputFile => inputOf(JSON.stringify(value), someContext());
const read = (input: InputFile, context = someContext()): ReturnType<typeof readLists> =>
  readLists([readNeo4j(input, context)], context);

const NODES = [
  { type: 'node', id: '0', ...ann },
  { type: 'node', id: '1', ...acme },
];
const OWNS = { id: '0', type: 'relationship', label: 'OWNS', properties: { since: 2011 } };
const RELATIONSHIP = { ...OWNS, start: { id: '0', labels: ['Person'] }, end: { id: '1', labels: ['Company'] } };

/** What all of these say: Ann owns Acme. */
const FORMS: readonly (readonly [string, InputFile])[] = [
  ['lines of APOC', linesOf(...NODES, RELATIONSHIP)],
  ['a list of APOC', inputFor([...NODES, RELATIONSHIP])],
  ['a list of paths of APOC', inputFor({ list: [{ length: 1, rels: [RELATIONSHIP], nodes: NODES }] })],
  ['a list of Memgraph', inputFor([...NODES, { ...OWNS, start: 0, end: 1 }])],
  [
    'rows of the Browser',
    inputFor([
      {
        a: { identity: { low: 0, high: 0 }, ...ann },
        r: {
          identity: { low: 0, high: 0 },
          start: { low: 0, high: 0 },
          end: { low: 1, high: 0 },
          type: 'OWNS',
          properties: {},
        },
        b: { identity: { low: 1, high: 0 }, ...acme },
      },
    ]),
  ],
  [
    'paths of the Browser',
    inputFor([
      {
        p: {
          start: { identity: 0, ...ann },
          end: { identity: 1, ...acme },
          segments: [
            {
              start: { identity: 0, ...ann },
              relationship: { identity: 5, start: 0, end: 1, type: 'OWNS', properties: {} },
              end: { identity: 1, ...acme },
            },
          ],
          length: 1,
        },
      },
    ]),
  ],
  [
    'answers of the service',
    inputFor({
      results: [
        {
          columns: ['p'],
          data: [
            {
              graph: {
                nodes: [
                  { id: '0', ...ann },
                  { id: '1', ...acme },
                ],
                relationships: [{ id: '5', type: 'OWNS', startNode: '0', endNode: '1', properties: {} }],
              },
            },
          ],
        },
      ],
      errors: [],
    }),
  ],
  [
    'ends by element id alone',
    inputFor([
      {
        a: { identity: 0, elementId: '4:x:0', ...ann },
        b: { identity: 1, elementId: '4:x:1', ...acme },
        r: { identity: 2, type: 'OWNS', properties: {}, startNodeElementId: '4:x:0', endNodeElementId: '4:x:1' },
      },
    ]),
  ],
];

describe('what Neo4j exports', () => {
  it.each(FORMS)('%s', (_form, input) => {
    expect(sniffNeo4j(input)).toBeGreaterThanOrEqual(0.7);
    const { nodes, edges } = read(input);
    expect(nodes.map(({ id, label }) => [id, label])).toEqual([
      ['0', 'Ann'],
      ['1', 'Acme'],
    ]);
    expect(nodes[1]?.attributes.get('founded')).toBe(1999);
    expect(edges).toMatchObject([{ source: '0', target: '1', label: 'OWNS', directed: true }]);
  });

  it('of a node that stands bare at an end the full record counts, whichever comes first', () => {
    const { nodes } = read(inputFor([RELATIONSHIP, ...NODES]));
    expect(nodes.map(({ label }) => label)).toEqual(['Ann', 'Acme']);
  });

  it('a line that is cut off is told with its number, and columns with plain values are kept', () => {
    const context = someContext();
    const { nodes, attributes } = read(linesOf({ a: { identity: 1, ...ann }, count: 3 }, '{"a":{"identity"'), context);
    expect(nodes).toHaveLength(1);
    expect(attributes.get('count')).toEqual([3]);
    expect(context.log.issues()).toMatchObject([{ code: 'record-skipped', where: 'line 2', severity: 'warning' }]);
  });

  it('whole numbers and dates of the drivers are read as they are meant', () => {
    const born = { year: { low: 1960, high: 0 }, month: { low: 3, high: 0 }, day: { low: 1, high: 0 } };
    const properties = { worth: { low: -1, high: -1 }, many: { low: 1, high: 1 }, born };
    const { nodes } = read(inputFor([{ n: { identity: { low: 1, high: 0 }, labels: [], properties } }]));
    expect([...(nodes[0]?.attributes ?? [])]).toEqual([
      ['labels', []],
      ['worth', -1],
      ['many', 4_294_967_297],
      ['born', '1960-03-01'],
    ]);
  });

  it('the source of a relationship is no end of it', () => {
    const input = { ...RELATIONSHIP, properties: { source: 'https://example.org/a' } };
    const outcome = outcomeOf(nodeLink, JSON.stringify([...NODES, input]));
    expect(outcome).toMatchObject({
      file: { relations: [{ from: '0', to: '1', claims: [{}] }], sources: [{ url: 'https://example.org/a' }] },
    });
  });

  it.each([
    ['a table', [{ id: 1, type: 'person', name: 'Ann' }]],
    ['rows with lists in them', [{ id: 1, labels: ['a'] }]],
    ['something else in lines', 'no JSON'],
  ])('%s is none of it', (_what, value) => {
    expect(sniffNeo4j(typeof value === 'string' ? linesOf(value, value) : inputFor(value))).toBe(0);
  });
});
