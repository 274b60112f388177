import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PropertyGraph } from '../propertyGraph.ts';
import { openCorpus, readCorpus } from './corpusFixture.ts';
import { graphml } from './graphml.ts';
import { parseGraphml } from './parseGraphml.ts';
import { printGraphml } from './printGraphml.ts';
import { anyGraph, plainGraph, readContext } from './propertyGraphFixture.ts';

const parse = (text: string): PropertyGraph => parseGraphml(text, readContext());

describe('GraphML', () => {
  it('gives every graph back', () => {
    fc.assert(
      fc.property(anyGraph('graphml'), (graph) => {
        const again = parse(printGraphml(graph));
        expect(plainGraph(again)).toEqual(plainGraph(graph));
        expect(parse(printGraphml(again)).declared).toEqual(again.declared);
      }),
      { numRuns: 60 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('reads defaults, types and white space of values', () => {
    const graph = parse(
      `<graphml><key id="a" for="node" attr.name="age" attr.type="int"><default>20</default></key>
      <key id="b" for="all" attr.name="ok" attr.type="boolean"/><graph edgedefault="directed">
      <node id="n"><data key="b"> TRUE </data></node><node id="m"><data key="a"> 7
      </data><data key="b"> </data></node><edge source="n" target="m" directed="false"><data key="free"><![CDATA[<b>]]></data></edge></graph></graphml>`,
    );
    expect(graph.nodes.map(({ attributes }) => [...attributes])).toEqual([
      [
        ['ok', true],
        ['age', 20],
      ],
      [['age', 7]],
    ]);
    expect(graph.edges).toMatchObject([{ id: null, directed: false, attributes: new Map([['free', '<b>']]) }]);
  });

  it('makes a node with roles of a hyperedge, and a hyperedge of it again', () => {
    const text = `<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/>
      <hyperedge id="h"><endpoint node="a" type="in" port="p"/><endpoint node="b"/></hyperedge></graph></graphml>`;
    const graph = parse(text);
    expect(graph.nodes[2]).toMatchObject({ id: 'h', isHyperedge: true });
    expect(graph.edges).toMatchObject([
      { source: 'h', target: 'a', label: 'in', isRole: true },
      { source: 'h', target: 'b', label: null, isRole: true },
    ]);
    expect(printGraphml(graph)).toContain('<endpoint node="a" type="in" port="p"/>');
    expect(plainGraph(parse(printGraphml(graph)))).toEqual(plainGraph(graph));
  });

  it('leaves out positions that are no place, and says so', () => {
    const context = readContext();
    const keys = ['x', 'y']
      .map((name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="double"/>`)
      .join('');
    const node = '<node id="n"><data key="x">NaN</data><data key="y">1e308</data></node>';
    const graph = parseGraphml(`<graphml>${keys}<graph edgedefault="directed">${node}</graph></graphml>`, context);
    expect(graph.nodes).toMatchObject([{ id: 'n', attributes: new Map() }]);
    expect(graph.nodes[0]).not.toHaveProperty('x');
    expect(context.log.issues()).toContainEqual(
      expect.objectContaining({ code: 'position-unusable', where: 'line 1' }),
    );
  });

  it('writes names that XML cannot hold as far as it can, and prefixes only with a declaration', () => {
    const kept = { content: [{ name: 'q:thing', attributes: [['r:x', '1']] }, { name: '<script>' }, 7], xml: 'no' };
    const node = { id: 'a\u0000', label: null, where: '', attributes: new Map(), kept };
    const text = printGraphml({ format: 'graphml', title: null, attributes: new Map(), nodes: [node], edges: [] });
    expect(text).toContain('xmlns:q="urn:prefix:q" xmlns:r="urn:prefix:r"');
    expect(text).toContain('<node id="a\ufffd">\n<q:thing r:x="1"/>\n</node>');
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('GraphML of the corpus', () => {
  it.each([
    ['01-sourced/trumpworld-2017-05-11', '2669/3380'],
    ['04-graphml/cytoscape-atted', '41/118'],
    ['04-graphml/cytoscape-nested', '14/12'],
    ['04-graphml/cytoscape-simpleWithAttributes', '6/7'],
    ['04-graphml/gephi-cdata', '2/1'],
    ['04-graphml/gephi-withdesc', '2/1'],
    ['04-graphml/graphology-missing_nodes', '15/37'],
    ['04-graphml/graphology-mixed_multigraph', '6/8'],
    ['04-graphml/igraph-default-attrs', '3/2'],
    ['04-graphml/igraph-hsa05010', '26/10'],
    ['04-graphml/igraph-invalid1-latin1bytes', 'not-xml'],
    ['04-graphml/igraph-invalid2', '0/0'],
    ['04-graphml/igraph-lenient', '3/2'],
    ['04-graphml/igraph-namespace', '3/2'],
    ['04-graphml/igraph-whitespace', '5/4'],
    ['04-graphml/igraph-yed-utf16le-bom', '3/2'],
    ['04-graphml/igraph-yed', '3/2'],
    ['04-graphml/neo4j-apoc-unicode-NUL', '1/0'],
    ['04-graphml/nx-attribute-defaults', '2/1'],
    ['04-graphml/nx-hyperedge', '3/0'],
    ['04-graphml/nx-no-edgedefault', '3/2'],
    ['04-graphml/nx-yfiles', '3/1'],
    ['04-graphml/quakers-network', '96/162'],
    ['04-graphml/quakers-utf8-bom', '96/162'],
    ['04-graphml/tinkerpop-modern', '6/6'],
    ['04-graphml/yed-player_type', '15/7'],
    ['11-hostile/billion-laughs', 'doctype'],
    ['11-hostile/deep-nested-graphs-3000', 'too-deep'],
    ['11-hostile/html-error-page', 'invalid'],
    ['11-hostile/script-labels', '3/1'],
  ])('reads %s as %s', (path, outcome) => {
    expect(openCorpus(graphml, `${path}.graphml`).outcome).toBe(outcome);
  });

  it('reads labels and centres of yEd, and writes its drawing back with a new label in it', () => {
    const graph = parse(readCorpus('04-graphml/nx-yfiles.graphml'));
    expect(graph.nodes[0]).toMatchObject({ label: '1', x: 140, y: 115 });
    const [first, ...others] = graph.nodes;
    const text = printGraphml({ ...graph, nodes: [{ ...first!, label: 'New', x: 0 }, ...others] });
    expect(text).toContain('<y:Geometry height="30.0" width="30.0" x="-15" y="100"/>');
    expect(text).toMatch(/<y:NodeLabel [^>]*>New<\/y:NodeLabel>/);
    expect(parse(text).nodes[0]).toMatchObject({ label: 'New', x: 0, y: 115 });
  });
});
