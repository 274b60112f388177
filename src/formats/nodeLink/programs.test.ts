import { describe, expect, it } from 'vitest';
import { cyjs } from '../cytoscape/cyjs.ts';
import { inputOf, outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { nodeLink } from './nodeLink.ts';
import { parseNodeLink } from './parseNodeLink.ts';

const read = (value: unknown): ReturnType<typeof parseNodeLink> => parseNodeLink(value, someContext());
const endsOf = (value: unknown): [string, string][] => read(value).edges.map(({ source, target }) => [source, target]);
const NODES = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Acme' },
];

describe('ends of edges', () => {
  it('are positions where no end is an id, though nodes have ids', () => {
    expect(endsOf({ nodes: NODES, links: [{ source: 1, target: 0 }] })).toEqual([['b', 'a']]);
    expect(endsOf({ nodes: [{ id: 0 }, { id: 5 }], links: [{ source: 1, target: 0 }] })).toEqual([['1', '0']]);
  });

  it('are names where they are no ids and only one node is called so', () => {
    const context = someContext();
    const { edges } = parseNodeLink({ nodes: NODES, links: [{ source: 'Ann', target: 'b' }] }, context);
    expect(edges).toMatchObject([{ source: 'a', target: 'b' }]);
    expect(context.log.issues()).toMatchObject([{ code: 'guessed', params: { as: 'the name of a node' } }]);
    const two = [...NODES, { id: 'c', name: 'Ann' }];
    expect(endsOf({ nodes: two, links: [{ source: 'Ann', target: 'b' }] })).toEqual([['Ann', 'b']]);
  });

  it.each([
    ['days stand beside', { startNodeId: 'a', endNodeId: 'b', start: '2010', end: '2012' }],
    ['a source stands beside', { from: 'a', to: 'b', source: 'https://example.org/' }],
    ['of Arrows', { fromId: 'a', toId: 'b' }],
    ['of JSON Canvas', { fromNode: 'a', toNode: 'b', fromSide: 'left' }],
    ['of TinkerPop', { _outV: 'a', _inV: 'b' }],
    ['of VOSviewer', { source_id: 'a', target_id: 'b' }],
    ['with capitals', { Source: 'a', Target: 'b' }],
  ])('are found: %s', (_what, edge) => {
    const file = { nodes: NODES, edges: [edge] };
    expect(endsOf(file)).toEqual([['a', 'b']]);
    expect(nodeLink.sniff(inputOf(JSON.stringify(file), someContext()))).toBe(0.5);
  });

  it('a source beside them is one, and so are records of sources', () => {
    const edge = {
      from: 'a',
      to: 'b',
      source: 'https://example.org/1',
      sources: [{ title: 'Report', url: 'https://example.org/2' }],
    };
    const outcome = outcomeOf(nodeLink, JSON.stringify({ nodes: NODES, edges: [edge] }));
    expect(outcome).toMatchObject({
      file: { sources: [{ url: 'https://example.org/1' }, { title: 'Report', url: 'https://example.org/2' }] },
    });
  });
});

describe('programs', () => {
  it('Kumu has elements and connections, and says which way they go', () => {
    const file = {
      elements: [
        { label: 'Ann', type: 'Person' },
        { label: 'Acme', type: 'Company' },
      ],
      connections: [
        { from: 'Ann', to: 'Acme', type: 'owns', direction: 'directed' },
        { from: 'Ann', to: 'Acme', type: 'knows', direction: 'mutual' },
      ],
    };
    const input = inputOf(JSON.stringify(file), someContext());
    expect([cyjs.sniff(input), nodeLink.sniff(input)]).toEqual([0, 0.5]);
    expect(read(file).edges).toMatchObject([
      { source: 'Ann', target: 'Acme', label: 'owns', directed: true },
      { label: 'knows', directed: false },
    ]);
  });

  it('a backup of Kumu has what is known in attributes', () => {
    const file = {
      elements: [{ _id: 'e1', attributes: { label: 'Ann', 'element type': 'Person' } }],
      connections: [{ _id: 'c1', from: 'e1', to: 'e1', attributes: { 'connection type': 'owns' } }],
      maps: [{ name: 'Main' }],
    };
    expect(read(file)).toMatchObject({ nodes: [{ id: 'e1', label: 'Ann' }], edges: [{ id: 'c1', label: 'owns' }] });
    expect(outcomeOf(nodeLink, JSON.stringify(file))).toMatchObject({ file: { entities: [{ kind: 'Person' }] } });
  });

  it.each([
    ['to', { source: 'a', target: 'b', directed: true }],
    ['from', { source: 'b', target: 'a', directed: true }],
    ['to, from', { source: 'a', target: 'b', directed: false }],
    ['', { source: 'a', target: 'b', directed: false }],
    [
      { from: { enabled: true }, to: { enabled: false } },
      { source: 'b', target: 'a', directed: true },
    ],
    [{ to: true }, { source: 'a', target: 'b', directed: true }],
    [undefined, { source: 'a', target: 'b', directed: true }],
  ])('vis.js with arrows %j', (arrows, expected) => {
    expect(read({ nodes: NODES, edges: [{ from: 'a', to: 'b', arrows }] }).edges[0]).toMatchObject(expected);
  });

  it('places may stand in a record, and an empty caption is no name', () => {
    const node = { id: 'a', position: { x: 1, y: 2 }, caption: '', properties: { name: 'Ann' } };
    const { nodes } = read({ nodes: [node, { id: 'b', attributes: { x: 3, y: 4, text: 'Acme' } }], links: [] });
    expect(nodes).toMatchObject([
      { label: 'Ann', x: 1, y: 2 },
      { label: 'Acme', x: 3, y: 4 },
    ]);
  });

  it('VOSviewer calls nodes items', () => {
    const network = { items: [{ id: 1, label: 'Ann', x: 0.1, y: 0.2 }], links: [{ source_id: 1, target_id: 1 }] };
    expect(read({ network }).nodes).toMatchObject([{ id: '1', label: 'Ann', x: 0.1 }]);
  });
});
