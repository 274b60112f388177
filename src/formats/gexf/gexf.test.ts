import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCorpus, readCorpus } from '../graphml/corpusFixture.ts';
import { anyGraph, plainGraph, readContext } from '../graphml/propertyGraphFixture.ts';
import type { PropertyGraph } from '../propertyGraph.ts';
import { gexf } from './gexf.ts';
import { parseList, printList } from './gexfLists.ts';
import { parseGexf } from './parseGexf.ts';
import { printGexf } from './printGexf.ts';

const parse = (text: string): PropertyGraph => parseGexf(text, readContext());

describe('GEXF', () => {
  it('gives every graph back', () => {
    fc.assert(
      fc.property(anyGraph('gexf'), (graph) => {
        const again = parse(printGexf(graph));
        expect(plainGraph(again)).toEqual(plainGraph(graph));
        expect(parse(printGexf(again)).declared).toEqual(again.declared);
      }),
      { numRuns: 60 },
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('gives the head back', () => {
    const attributes = new Map<string, string | number | string[]>([
      ['lastmodifieddate', '2026-01-02'],
      ['creator', 'me'],
      ['sayso', '{"id":"a"}'],
      ['a b', 3],
      ['attribute', ['x']],
      ['title', ' t '],
    ]);
    const graph = { format: 'gexf', title: 'T', description: ' d ', attributes, nodes: [], edges: [] } as const;
    expect(plainGraph(parse(printGexf(graph)))).toEqual(plainGraph(graph));
  });

  it('reads lists in every form that is in use', () => {
    const forms = ['a |b | c', 'a ,b , c', '[a, b, c]', "['a', \"b\", 'c']", '"a", "b"; "c"', 'a;b;c'];
    for (const form of forms) expect(parseList(form)).toEqual(['a', 'b', 'c']);
    expect(parseList("['a', '\\'b\\'', 'c']")).toEqual(['a', "'b'", 'c']);
    fc.assert(
      fc.property(fc.array(fc.string()), (items) => {
        expect(parseList(printList(items))).toEqual(items);
      }),
    );
  });

  it('takes dates as spells, says what it cuts off, and leaves numbers of time where they are', () => {
    const context = readContext();
    const nodes = `<node id="a" start="2009-03-01" endopen="2010-01-02T10:00:00+03:00"/><node id="b" start="2" end="5.0"/>
      <node id="c"><spells><spell end="2009"/><spell start="2011"/></spells></node>`;
    const graph = parseGexf(`<gexf><graph timeformat="date"><nodes>${nodes}</nodes></graph></gexf>`, context);
    expect(graph.nodes.map(({ spells }) => spells)).toEqual([
      [{ start: '2009-03-01', end: '2010-01-02' }],
      undefined,
      [{ end: '2009' }, { start: '2011' }],
    ]);
    expect([...graph.nodes[1]!.attributes]).toEqual([
      ['start', '2'],
      ['end', '5.0'],
    ]);
    expect(context.log.issues().map(({ code }) => code)).toEqual(['value-coerced', 'field-kept']);
    const text = printGexf(graph);
    expect(text).toContain('endopen="2010-01-02T10:00:00+03:00"');
    expect(text).toContain('<node id="b" start="2" end="5.0"/>');
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('GEXF of the corpus', () => {
  it.each([
    ['03-gexf/WebAtlas_EuroSiS', '1285/7524'],
    ['03-gexf/data-ns1.3-version1.2', '4/5'],
    ['03-gexf/divided-they-blog', '1224/19025'],
    ['03-gexf/dynamics-1.2draft', '4/5'],
    ['03-gexf/dynamics_openintervals-1.2draft', '2/1'],
    ['03-gexf/gephi-dynamicedgeweight', '2/1'],
    ['03-gexf/gephi-infinity', '1/0'],
    ['03-gexf/gephi-slice', '2/1'],
    ['03-gexf/gephi-timezone', '2/1'],
    ['03-gexf/hierarchy1-1.2draft', '10/9'],
    ['03-gexf/hierarchy3-1.2draft', '7/4'],
    ['03-gexf/liststring', '4/5'],
    ['03-gexf/missing_nodes', '2/4'],
    ['03-gexf/nx-attributes', '4/5'],
    ['03-gexf/nx-dynamic', '2/1'],
    ['03-gexf/pedantic', '0/0'],
    ['03-gexf/photoviz-dynamic', '394/623'],
    ['03-gexf/phylogeny-1.2draft', '3/0'],
    ['03-gexf/rio', '366/1107'],
    ['03-gexf/simple-1.1draft', '2/1'],
    ['03-gexf/undeclared_attribute', '2/1'],
    ['03-gexf/v1_3', '2/1'],
    ['03-gexf/viz-1.2draft', '1/0'],
    ['11-hostile/nan-positions', '2/2'],
    ['11-hostile/xxe-external-entity', 'doctype'],
  ])('reads %s as %s', (path, outcome) => {
    expect(openCorpus(gexf, `${path}.gexf`).outcome).toBe(outcome);
  });

  it('keeps values over time with their times, and several parents', () => {
    const graph = parse(readCorpus('03-gexf/dynamics-1.2draft.gexf'));
    expect(graph.nodes[1]?.attributes.get('indegree')).toEqual([1, 2]);
    expect(printGexf(graph)).toContain('value="2" start="2009-03-01" end="2009-03-10"/>');
    expect(parse(readCorpus('03-gexf/phylogeny-1.2draft.gexf')).nodes[2]?.parents).toEqual(['a', 'b']);
    expect(parse(readCorpus('03-gexf/hierarchy1-1.2draft.gexf')).nodes[2]?.parents).toEqual(['b']);
  });
});
