import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cx1 } from '../cx/cx1.ts';
import { cx2 } from '../cx/cx2.ts';
import { cyjs } from '../cytoscape/cyjs.ts';
import { corpusText, inputOf, outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { nodeLink } from '../nodeLink/nodeLink.ts';
import { graphologyFormat } from './graphologyFormat.ts';

const READERS = [cyjs, cx1, cx2, graphologyFormat, nodeLink];

const NAMES =
  'nodes edges links elements data id @id key source target s t from to v n i po x y position parent attributes label name group graph __proto__ constructor citations supports nodeAttributes status success CXVersion cyGroups hyperedges adjacency type labels properties start end segments sources title url'.split(
    ' ',
  );
const { value: someJson } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom<unknown>(null, true, '', 'a', 'b', '__proto__', 0, 1, -1, Number.MAX_VALUE),
    fc.string({ maxLength: 3 }),
    fc.double(),
  ),
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 5 })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
}));

/** Random values where each format has its lists, so that readers get past the first look. */
const lists = fc.tuple(fc.array(someJson, { maxLength: 4 }), fc.array(someJson, { maxLength: 4 }), someJson);
const files = lists.chain(([nodes, edges, more]) =>
  fc.constantFrom<unknown>(
    more,
    { nodes, edges, attributes: more },
    { nodes, links: edges, graph: more },
    { elements: nodes, connections: edges },
    {
      graphs: [
        { nodes, edges, hyperedges: more },
        { nodes: more, edges },
      ],
    },
    { graph: { nodes, hyperedges: edges } },
    { directed: false, nodes, adjacency: edges.map((edge) => [edge]) },
    nodes.map((n, i) => ({ n, r: { type: 'x', properties: more, start: n, end: edges[i] } })),
    {
      results: [
        { data: [{ graph: { nodes: nodes.map((n) => ({ labels: [], properties: n })), relationships: edges } }] },
      ],
    },
    { elements: { nodes, edges }, data: more },
    [...nodes, ...edges],
    { type: 'gephi-lite', graphDataset: { fullGraph: { nodes, edges }, nodeData: more, layout: more } },
    [
      { CXVersion: '2.0' },
      { attributeDeclarations: [{ nodes: more, edges: more }] },
      { nodes },
      { edges },
      { status: [{ success: true }] },
    ],
    [
      { nodes },
      { edges },
      { nodeAttributes: nodes },
      { edgeCitations: edges },
      { citations: nodes },
      { edgeSupports: edges },
      { cyGroups: nodes },
    ],
  ),
);

describe('readers of graphs in JSON', () => {
  it('make a valid dataset of any JSON or refuse it, and change no object of the page', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(files, (value) => {
        const text = JSON.stringify(value);
        for (const format of READERS) {
          expect(format.sniff(inputOf(text, someContext()))).toBeGreaterThanOrEqual(0);
          outcomeOf(format, text);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('formats told from each other', () => {
  it.each([
    ['05-cytoscape/galFiltered.cyjs', 'cyjs'],
    ['05-cytoscape/skaters_network.cyjs', 'cyjs'],
    ['05-cytoscape/compound.elements.json', 'cyjs'],
    ['05-cytoscape/node-types.elements.json', 'cyjs'],
    ['05-cytoscape/cx2_tiny.cx2', 'cx2'],
    ['05-cytoscape/CitationsAndSupports.cx', 'cx1'],
    ['06-graphology/rio.json', 'graphology'],
    ['06-graphology/gephi-lite-les-mis.json', 'graphology'],
    ['06-graphology/minivan-nordic-design.json', 'graphology'],
    ['06-graphology/gephi-export-mixed.json', 'graphology'],
    ['08-large/panama-156e6d8a.linkurious.json', 'json-graph'],
    ['11-hostile/nan-infinity.json', 'json-graph'],
    ['11-hostile/proto-keys.graphology.json', 'graphology'],
    ['11-hostile/compound-cycle.cyjs', 'cyjs'],
  ])('%s is %s by its content', (path, id) => {
    const input = inputOf(corpusText(path), someContext(), 'file');
    const best = READERS.toSorted((a, b) => b.sniff(input) - a.sniff(input))[0];
    expect(best?.id).toBe(id);
  });

  it.each([
    '09-oligrapher/dev-v2.json',
    '09-oligrapher/exxon-v3.json',
    '09-oligrapher/puerto-rico.json',
    '01-sourced/littlesis-swamped.json',
    '01-sourced/parliament-au-tas.popolo.json',
    '02-ftm/bods-fermcat.json',
    '02-ftm/react-ftm-sample.ftm',
    '02-ftm/company-with-empty-name.json',
  ])('%s is none of these', (path) => {
    const input = inputOf(corpusText(path), someContext(), 'file');
    for (const format of READERS) expect([format.id, format.sniff(input)]).toEqual([format.id, 0]);
  });
});
