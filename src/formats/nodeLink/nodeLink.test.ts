import { describe, expect, it } from 'vitest';
import { corpusText, inputOf, outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { nodeLink } from './nodeLink.ts';
import { parseNodeLink } from './parseNodeLink.ts';

const read = (value: unknown): ReturnType<typeof parseNodeLink> => parseNodeLink(value, someContext());
const endsOf = (value: unknown): [string, string][] => read(value).edges.map(({ source, target }) => [source, target]);

describe('nodes and links', () => {
  it('ends are ids where nodes have them, even where they look like positions', () => {
    expect(endsOf({ nodes: [{ id: 1 }, { id: 0 }], links: [{ source: 0, target: 1 }] })).toEqual([['0', '1']]);
  });

  it('ends are positions or names where no node has an id', () => {
    const nodes = [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Ann' }];
    const links = [
      { source: 1, target: 0 },
      { source: 2, target: 1 },
      { source: 'Ann', target: 'Bob' },
    ];
    const { nodes: all, edges } = read({ nodes, links });
    expect(all.map(({ label }) => label)).toEqual(['Ann', 'Bob', 'Ann']);
    expect(edges.map(({ source }) => source)).toEqual(['Bob', all[2]?.id, 'Ann']);
    expect(all[2]?.id).not.toBe('Ann');
  });

  it('ends are nodes themselves, as D3 leaves them', () => {
    const [a, b] = [
      { id: 'a', index: 0 },
      { id: 'b', index: 1 },
    ];
    expect(endsOf({ nodes: [a, b], links: [{ source: a, target: b }] })).toEqual([['a', 'b']]);
  });

  it.each([
    ['vis.js', { nodes: [{ id: 1, label: 'A' }], edges: [{ from: 1, to: 1, label: 'pays' }] }],
    [
      'Neo4j',
      {
        nodes: [{ id: '1', labels: ['Person'], properties: { name: 'A' } }],
        relationships: [{ id: '9', type: 'pays', startNode: '1', endNode: '1' }],
      },
    ],
    [
      'JSON Graph',
      { graph: { nodes: { 1: { label: 'A' } }, edges: [{ source: '1', target: '1', relation: 'pays' }] } },
    ],
    [
      'Linkurious',
      {
        nodes: [{ id: 1, data: { properties: { name: 'A' } } }],
        edges: [{ source: 1, target: 1, data: { type: 'pays' } }],
      },
    ],
    [
      'NetworkX',
      {
        directed: true,
        multigraph: false,
        graph: {},
        nodes: [{ id: 1, name: 'A' }],
        links: [{ source: 1, target: 1, key: 0, label: 'pays' }],
      },
    ],
  ])('reads names and wordings of %s', (_program, value) => {
    const { nodes, edges } = read(value);
    expect(nodes).toMatchObject([{ id: '1', label: 'A' }]);
    expect(edges).toMatchObject([{ source: '1', target: '1', label: 'pays', directed: true }]);
    expect(nodeLink.sniff(inputOf(JSON.stringify(value), someContext()))).toBe(0.5);
  });

  it('what is said once for the graph holds for its edges, unless they say otherwise', () => {
    const { edges } = read({
      directed: false,
      nodes: ['a'],
      links: [
        { source: 'a', target: 'a' },
        { source: 'a', target: 'a', directed: true },
      ],
    });
    expect(edges.map(({ directed }) => directed)).toEqual([false, true]);
  });

  it('of a field outside and inside both values stay', () => {
    const { attributes } = read({ nodes: [{ id: 'a', status: 1, properties: { status: 2 } }], links: [] }).nodes[0]!;
    expect([...attributes]).toEqual([
      ['status', 1],
      ['properties.status', 2],
    ]);
  });

  it('names such as __proto__ are names', () => {
    const text =
      '{"nodes":[{"id":"__proto__","__proto__":{"polluted":1},"constructor":"x"}],"links":[{"source":"__proto__","target":"__proto__"}]}';
    const outcome = outcomeOf(nodeLink, text);
    expect(outcome).toMatchObject({ read: { nodes: 1, edges: 1 }, file: { entities: [{ id: '__proto__' }] } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('nodes and links of the corpus', () => {
  it.each([
    ['08-large/panama-156e6d8a.linkurious.json', 27, 37],
    ['11-hostile/nan-infinity.json', 2, 1],
  ])('%s has what the manifest says', (path, nodes, edges) => {
    expect(outcomeOf(nodeLink, corpusText(path), path)).toMatchObject({ read: { nodes, edges } });
  });

  it('a Panama file names who and what, and keeps apart how it was drawn', () => {
    const { nodes, edges } = read(JSON.parse(corpusText('08-large/panama-156e6d8a.linkurious.json')));
    expect(nodes[0]).toMatchObject({ id: '186424', label: 'NEWINGTON GROUP TRADING LIMITED' });
    expect(nodes[0]?.attributes.get('jurisdiction')).toBe('BVI');
    expect(nodes[0]?.attributes.get('categories')).toEqual(['Company']);
    expect(nodes[0]?.attributes.has('renderer1:x')).toBe(false);
    expect(edges[0]).toMatchObject({ label: 'registered', source: '583363', target: '118187' });
  });

  it('infinities and what is no number are told', () => {
    const outcome = outcomeOf(nodeLink, corpusText('11-hostile/nan-infinity.json'));
    expect('issues' in outcome && outcome.issues.filter(({ code }) => code === 'not-a-number').length).toBeGreaterThan(
      1,
    );
  });
});
