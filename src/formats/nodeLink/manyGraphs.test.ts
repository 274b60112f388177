import { describe, expect, it } from 'vitest';
import { inputOf, outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { nodeLink } from './nodeLink.ts';
import { parseNodeLink } from './parseNodeLink.ts';

const read = (value: unknown): ReturnType<typeof parseNodeLink> => parseNodeLink(value, someContext());
const sureOf = (value: unknown): number => nodeLink.sniff(inputOf(JSON.stringify(value), someContext()));

describe('JSON Graph Format', () => {
  it('several graphs are one; what they say in the same words is one node, anything else is not', () => {
    const file = {
      graphs: [
        {
          label: 'Owners',
          nodes: [
            { id: 'a', label: 'Ann' },
            { id: '1', label: 'Acme' },
          ],
          edges: [{ source: 'a', target: '1' }],
        },
        {
          label: 'Debtors',
          nodes: [
            { id: 'a', label: 'Ann' },
            { id: '1', label: 'Bank' },
          ],
          edges: [{ source: 'a', target: '1' }],
        },
      ],
    };
    const { title, nodes, edges } = read(file);
    expect(sureOf(file)).toBe(0.5);
    expect(title).toBe('Owners, Debtors');
    expect(nodes.map(({ id, label }) => [id, label])).toEqual([
      ['a', 'Ann'],
      ['1', 'Acme'],
      ['1 (graph 2)', 'Bank'],
    ]);
    expect(edges.map(({ target, attributes }) => [target, attributes.get('graph')])).toEqual([
      ['1', 'Owners'],
      ['1 (graph 2)', 'Debtors'],
    ]);
  });

  it('a hyperedge is an event in which every end has a role, and one with two ends an edge', () => {
    const graph = {
      nodes: { a: {}, b: {}, c: {} },
      hyperedges: [
        { nodes: ['a', 'b', 'c'], relation: 'met', metadata: { place: 'Rome' } },
        { source: ['a', 'b'], target: ['c'], relation: 'paid' },
        { source: ['a'], target: ['b'], relation: 'sued' },
        { nodes: ['a', 'c'] },
      ],
    };
    const { nodes, edges } = read({ graph });
    expect(nodes.slice(3)).toMatchObject([
      { label: 'met', isHyperedge: true },
      { label: 'paid', isHyperedge: true },
    ]);
    expect(nodes[3]?.attributes.get('place')).toBe('Rome');
    const roles = edges.filter(({ isRole }) => isRole).map(({ source, target, label }) => [source, target, label]);
    expect(roles).toEqual([
      ['hyperedge 1', 'a', null],
      ['hyperedge 1', 'b', null],
      ['hyperedge 1', 'c', null],
      ['hyperedge 2', 'a', 'source'],
      ['hyperedge 2', 'b', 'source'],
      ['hyperedge 2', 'c', 'target'],
    ]);
    expect(edges.filter(({ isRole }) => !isRole)).toMatchObject([
      { source: 'a', target: 'b', label: 'sued', directed: true },
      { source: 'a', target: 'c', directed: false },
    ]);
    expect(outcomeOf(nodeLink, JSON.stringify({ graph }))).toMatchObject({ read: { nodes: 3, edges: 2 } });
  });

  it('a graph may have nodes alone, and what stands beside it is not lost', () => {
    const { nodes, attributes, kept } = read({
      graph: { nodes: { a: { label: 'Ann' } } },
      licence: 'CC0',
      style: { a: 1 },
    });
    expect(nodes).toMatchObject([{ id: 'a', label: 'Ann' }]);
    expect([attributes.get('licence'), kept]).toEqual(['CC0', { style: { a: 1 } }]);
  });

  it('evidence of an edge is where it is from, with its words', () => {
    const evidence = {
      citation: { type: 'PubMed', name: 'A journal', reference: '123' },
      SummaryText: 'It does so.',
    };
    const edges = [{ source: 'a', target: 'b', relation: 'increases', metadata: { evidences: [evidence] } }];
    const outcome = outcomeOf(nodeLink, JSON.stringify({ graph: { nodes: [{ id: 'a' }, { id: 'b' }], edges } }));
    expect(outcome).toMatchObject({
      file: {
        sources: [{ title: 'A journal', url: 'https://pubmed.ncbi.nlm.nih.gov/123/' }],
        relations: [{ claims: [{ locators: [{ quote: 'It does so.' }] }] }],
      },
    });
  });
});

describe('NetworkX', () => {
  it('ids of several parts are ids', () => {
    const { nodes, edges } = read({
      nodes: [{ id: [0, 0] }, { id: [0, 1] }],
      links: [{ source: [0, 0], target: [0, 1] }],
    });
    expect(nodes.map(({ id }) => id)).toEqual(['[0,0]', '[0,1]']);
    expect(edges).toMatchObject([{ source: '[0,0]', target: '[0,1]' }]);
  });

  it('ids may have another name, which ends of edges tell', () => {
    const { edges, nodes } = read({
      nodes: [
        { n: 1, code: 'x' },
        { n: 2, code: 'y' },
      ],
      edges: [{ from: 'y', to: 'x' }],
    });
    expect([nodes.map(({ id }) => id), edges[0]?.source]).toEqual([['x', 'y'], 'y']);
  });

  it('the key of parallel edges is no id but may word them', () => {
    const links = [
      { source: 'a', target: 'b', key: 'owns' },
      { source: 'b', target: 'a', key: 'owns' },
    ];
    const { edges } = read({ multigraph: true, nodes: ['a', 'b'], links });
    expect(edges).toMatchObject([
      { id: null, label: 'owns' },
      { id: null, label: 'owns' },
    ]);
  });

  it('neighbours listed for each node are edges, each once where they have no direction', () => {
    const graph = {
      directed: false,
      graph: [['name', 'Circle']],
      nodes: [{ id: 1 }, { id: 2 }],
      adjacency: [[{ weight: 3, id: 2 }, { id: 1 }], [{ weight: 3, id: 1 }]],
    };
    const { title, edges } = read(graph);
    expect(sureOf(graph)).toBe(0.5);
    expect(title).toBe('Circle');
    expect(edges.map(({ source, target, directed }) => [source, target, directed])).toEqual([
      ['1', '2', false],
      ['1', '1', false],
    ]);
    expect(read({ ...graph, directed: true }).edges).toHaveLength(3);
  });
});
