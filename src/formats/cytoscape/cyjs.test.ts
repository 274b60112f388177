import cytoscape from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareGraph, corpusText, inputOf, outcomeOf, someContext, someGraph } from '../jsonGraphFixture.ts';
import { cyjs } from './cyjs.ts';
import { parseCyjs } from './parseCyjs.ts';
import { printCyjs } from './printCyjs.ts';

const graphs = someGraph({ format: 'cyjs', isTyped: false });
const again = (text: string): ReturnType<typeof parseCyjs> => parseCyjs(JSON.parse(text), someContext());
const codesOf = (text: string): string[] => {
  const context = someContext();
  parseCyjs(inputOf(text, context).json, context);
  return context.log.issues().map(({ code }) => code);
};

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) };

describe('cyjs written and read', () => {
  it('is the same graph, whatever its ids, names and values', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(bareGraph(again(printCyjs(graph)))).toEqual(bareGraph(graph));
      }),
      RUNS,
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('is loaded whole by Cytoscape.js', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const file = JSON.parse(printCyjs(graph)) as { elements: cytoscape.ElementsDefinition };
        const cy = cytoscape({ headless: true, elements: file.elements });
        expect([cy.nodes().length, cy.edges().length]).toEqual([graph.nodes.length, graph.edges.length]);
        cy.destroy();
      }),
      { numRuns: 50 },
    );
  });

  it('gives an edge an id of its own where a node has it, and takes it back', () => {
    const [a, e] = [
      { id: 'a', label: null, where: '', attributes: new Map() },
      { where: '', attributes: new Map() },
    ];
    const edge = { ...e, id: 'a', source: 'a', target: 'a', directed: true, label: 'knows' };
    const text = printCyjs({
      format: 'cyjs',
      title: null,
      attributes: new Map(),
      nodes: [a],
      edges: [edge, { ...edge, id: null }],
    });
    const ids = (JSON.parse(text) as { elements: { edges: { data: { id: unknown } }[] } }).elements.edges.map(
      ({ data }) => data.id,
    );
    expect(new Set([...ids, 'a']).size).toBe(3);
    expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true);
    expect(again(text).edges[0]?.id).toBe('a');
  });
});

describe('cyjs of other programs', () => {
  it('groups that lie in each other end, and are told', () => {
    const loop =
      '{"elements":{"nodes":[{"data":{"id":"a","parent":"b"}},{"data":{"id":"b","parent":"a"}},{"data":{"id":"c","parent":"a"}}]}}';
    expect(codesOf(loop)).toEqual(['parent-cycle']);
  });

  it('1 and "1" are told to be one id', () => {
    expect(codesOf('[{"data":{"id":1}},{"data":{"id":"1"}}]')).toContain('value-coerced');
  });

  it('an edge without ends is read as one between two who are not stated, never the same', () => {
    const { edges } = again('{"elements":{"nodes":[],"edges":[{},{"data":{"source":"a"}}]}}');
    expect(new Set(edges.flatMap(({ source, target }) => [source, target])).size).toBe(4);
    expect(edges[1]?.source).toBe('a');
  });

  it('the interaction is the wording and the name the label; columns of its own are kept apart', () => {
    const { nodes, edges } = again(
      '[{"data":{"id":"a","name":"Ann","SUID":7,"deep":{"__proto__":1}}},{"data":{"id":"e","source":"a","target":"a","interaction":"pays"}}]',
    );
    expect(nodes[0]).toMatchObject({ label: 'Ann', kept: { data: { SUID: 7 } } });
    expect(JSON.stringify(nodes[0]?.kept)).toContain('{"__proto__":1}');
    expect(edges[0]).toMatchObject({ label: 'pays', directed: true });
  });

  it('a position that is none is told, one that is empty says nothing', () => {
    expect(
      codesOf('[{"data":{"id":"a"},"position":{"x":"left","y":1}},{"data":{"id":"b"},"position":{"x":null,"y":null}}]'),
    ).toEqual(['record-skipped']);
  });

  it('reads what NetworkX writes: attributes of the network as pairs, edges without direction', () => {
    const graph = again(
      '{"data":[["name","Talks"],["place","Oslo"]],"directed":false,"multigraph":false,"elements":{"nodes":[{"data":{"id":"1","value":1,"name":"Ann"}}],"edges":[{"data":{"source":1,"target":1}}]}}',
    );
    expect(graph).toMatchObject({ title: 'Talks', edges: [{ source: '1', directed: false }] });
    expect([...graph.attributes]).toEqual([['place', 'Oslo']]);
  });

  it('elements that Cytoscape.js saves with style and view keep both', () => {
    const text =
      '{"elements":[{"group":"nodes","data":{"id":"a"},"classes":"red","selected":false}],"style":[{"selector":"node"}],"zoom":2}';
    expect(again(text).nodes[0]?.kept).toEqual({ element: { classes: 'red' } });
    expect(JSON.parse(printCyjs(again(text)))).toMatchObject({ style: [{ selector: 'node' }], zoom: 2 });
  });

  it('refuses what has no elements', () => {
    expect(outcomeOf(cyjs, '{"a":1}')).toMatchObject({ refused: { code: 'invalid' } });
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('cyjs of the corpus', () => {
  it.each([
    ['05-cytoscape/galFiltered.cyjs', 331, 362],
    ['05-cytoscape/skaters_network.cyjs', 153, 273],
    ['05-cytoscape/compound.elements.json', 28, 35],
    ['05-cytoscape/node-types.elements.json', 26, 0],
    ['11-hostile/compound-cycle.cyjs', 7, 3],
  ])('%s has what the manifest says, and comes back', (path, nodes, edges) => {
    const text = corpusText(path);
    expect(outcomeOf(cyjs, text, path)).toMatchObject({ read: { nodes, edges } });
    const graph = again(text);
    const back = again(printCyjs(graph));
    if (!path.includes('hostile'))
      expect(bareGraph({ ...back, edges: [] })).toEqual(bareGraph({ ...graph, edges: [] }));
    expect(back.edges.length).toBe(edges);
  });
});
