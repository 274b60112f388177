import fc from 'fast-check';
import Graph from 'graphology';
import { describe, expect, it } from 'vitest';
import { bareGraph, corpusText, inputOf, outcomeOf, someContext, someGraph } from '../jsonGraphFixture.ts';
import { graphologyFormat } from './graphologyFormat.ts';
import { parseGraphology } from './parseGraphology.ts';
import { printGraphology } from './printGraphology.ts';

const graphs = someGraph({ format: 'graphology', isTyped: false });
const again = (text: string): ReturnType<typeof parseGraphology> => {
  const context = someContext();
  return parseGraphology(inputOf(text, context).json, context);
};

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) };

describe('graphology JSON written and read', () => {
  it('is the same graph, whatever its ids, names and values', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(bareGraph(parseGraphology(JSON.parse(printGraphology(graph)), someContext()))).toEqual(bareGraph(graph));
      }),
      RUNS,
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('is read whole by graphology, with its directions', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const read = Graph.from(JSON.parse(printGraphology(graph)) as Parameters<typeof Graph.from>[0]);
        expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
        expect(read.directedSize).toBe(graph.edges.filter(({ directed }) => directed).length);
        for (const { id, label } of graph.nodes) {
          if (read.hasNode(id)) expect(read.getNodeAttribute(id, 'label') ?? null).toBe(label);
        }
      }),
    );
    expect(({} as { previous?: unknown }).previous).toBeUndefined();
  });

  it('writes a key twice for no two edges, and reads both ids back', () => {
    const node = { id: 'a', label: 'A', where: '', attributes: new Map() };
    const edge = { id: 'e', source: 'a', target: 'a', directed: true, label: null, where: '', attributes: new Map() };
    const graph = {
      format: 'graphology' as const,
      title: null,
      attributes: new Map(),
      nodes: [node],
      edges: [edge, edge],
    };
    const text = printGraphology(graph);
    expect(Graph.from(JSON.parse(text) as Parameters<typeof Graph.from>[0]).size).toBe(2);
    expect(again(text).edges.map(({ id }) => id)).toEqual(['e', 'e']);
  });
});

describe('graphology JSON of other programs', () => {
  it('without options edges have a direction; in an undirected graph none has', () => {
    const body = '"nodes":[{"key":"a"}],"edges":[{"source":"a","target":"a"}]';
    expect(again(`{${body}}`).edges[0]).toMatchObject({ directed: true, id: null });
    expect(again(`{"options":{"type":"undirected"},${body}}`).edges[0]).toMatchObject({ directed: false });
  });

  it('places are as they stand there', () => {
    expect(again('{"nodes":[{"key":"a","attributes":{"x":1,"y":2}}]}').nodes[0]).toMatchObject({ x: 1, y: 2 });
  });

  it('nested values are kept and come back; infinities are told', () => {
    const context = someContext();
    const input = inputOf('{"nodes":[{"key":"a","attributes":{"deep":{"a":[{}]},"x":1e999}}],"edges":[]}', context);
    const graph = parseGraphology(input.json, context);
    expect(graph.nodes[0]?.kept).toEqual({ attributes: { deep: { a: [{}] } } });
    expect(JSON.parse(printGraphology(graph))).toMatchObject({ nodes: [{ attributes: { deep: { a: [{}] } } }] });
    expect(context.log.issues().map(({ code }) => code)).toEqual(['not-a-number', 'field-kept']);
  });

  it('refuses what has no nodes', () => {
    expect(outcomeOf(graphologyFormat, '{"edges":[]}')).toMatchObject({ refused: { code: 'invalid' } });
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('graphology JSON of the corpus', () => {
  it.each([
    ['06-graphology/gephi-export-labels.json', 2, 1],
    ['06-graphology/gephi-export-mixed.json', 3, 2],
    ['06-graphology/gephi-lite-les-mis.json', 77, 254],
    ['06-graphology/minivan-nordic-design.json', 254, 1201],
    ['06-graphology/rio.json', 366, 1107],
    ['06-graphology/sigma-les-miserables.json', 77, 254],
    ['11-hostile/proto-keys.graphology.json', 4, 2],
  ])('%s has what the manifest says, and comes back', (path, nodes, edges) => {
    const text = corpusText(path);
    const outcome = outcomeOf(graphologyFormat, text, path);
    expect(outcome).toMatchObject({ read: { nodes, edges } });
    expect('sure' in outcome && outcome.sure).toBeGreaterThan(0.8);
    expect(bareGraph(again(printGraphology(again(text))))).toEqual(bareGraph(again(text)));
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('a Gephi Lite workspace has its names, places and title', () => {
    const graph = again(corpusText('06-graphology/gephi-lite-les-mis.json'));
    expect(graph.title).toBe('Les Miserables.gexf');
    expect(graph.nodes.find(({ id }) => id === '0')).toMatchObject({ label: 'Myriel', x: -266.82776, y: -299.6904 });
    expect(graph.edges[1]?.attributes.get('weight')).toBe(8);
    expect(graph.edges.every(({ directed }) => !directed)).toBe(true);
  });
});
