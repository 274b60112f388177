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

describe('GEXF of other programs', () => {
  const inGraph = (attributes: string, inside: string): string => `<gexf><graph ${attributes}>${inside}</graph></gexf>`;

  it('reads lists of timestamps and intervals as spells, each day once, and writes them as they came', () => {
    const nodes = `<nodes><node id="a" timestamps="&lt;[2020-01-01, 2020-03-05]&gt;"/>
      <node id="b" intervals="&lt;[2019-01-01, 2019-12-31]; [2021-01-01, Infinity)&gt;"/>
      <node id="c" timestamps="[2020-01-01T08:00:00Z,2020-01-01T09:00:00Z]"/><node id="d" intervals="&lt;[1.0, 2.5]&gt;"/></nodes>`;
    const text = inGraph('mode="dynamic" timeformat="date" timerepresentation="timestamp"', nodes);
    const graph = parse(text);
    expect(graph.nodes.map(({ spells }) => spells)).toEqual([
      [
        { start: '2020-01-01', end: '2020-01-01' },
        { start: '2020-03-05', end: '2020-03-05' },
      ],
      [{ start: '2019-01-01', end: '2019-12-31' }, { start: '2021-01-01' }],
      [{ start: '2020-01-01', end: '2020-01-01' }],
      undefined,
    ]);
    expect(graph.nodes.map(({ attributes }) => [...attributes])).toEqual([[], [], [], [['intervals', '<[1.0, 2.5]>']]]);
    expect(printGexf(graph)).toContain('intervals="&lt;[2019-01-01, 2019-12-31]; [2021-01-01, Infinity)&gt;"');
    expect(plainGraph(parse(printGexf(graph)))).toEqual(plainGraph(graph));
  });

  it('takes two attributes of one title for one, unless an element has both', () => {
    const attributes = `<attributes class="node"><attribute id="0" title="born" type="integer"/><attribute id="1" title="born" type="string"/></attributes>
      <attributes class="edge"><attribute id="w" title="weight" type="double"/></attributes>`;
    const value = (of: string, text: string): string => `<attvalue for="${of}" value="${text}"/>`;
    const file = (second: string): string =>
      inGraph(
        'defaultedgetype="directed"',
        `${attributes}<nodes><node id="a"><attvalues>${value('0', '1970')}</attvalues></node>
        <node id="b"><attvalues>${second}${value('1', 'about 1970')}</attvalues></node></nodes>
        <edges><edge source="a" target="b" weight="2"/><edge source="b" target="a"><attvalues>${value('w', '3')}</attvalues></edge></edges>`,
      );
    const graph = parse(file(''));
    expect([...graph.nodes, ...graph.edges].map(({ attributes: each }) => [...each])).toEqual([
      [['born', 1970]],
      [['born', 'about 1970']],
      [['weight', 2]],
      [['weight', 3]],
    ]);
    expect(parse(file(value('0', '7'))).nodes[1]?.attributes).toEqual(
      new Map<string, string | number>([
        ['born', 7],
        ['born (1)', 'about 1970'],
      ]),
    );
  });

  it('takes the name of the graph for its title where there is no other', () => {
    expect(parse(inGraph('name="The case"', '')).title).toBe('The case');
    expect(parse('<gexf><meta><title>T</title></meta><graph name="n"/></gexf>').title).toBe('T');
  });

  it('gives back what else stands in the graph and in declarations', () => {
    const scales = '<viz:colors scale="qualitative"><viz:color forvalue="x" hex="#f00"/></viz:colors>';
    const column = `<attribute id="type" title="type" type="string"><default>x</default>${scales}</attribute>`;
    const block = `<attributes class="node">${column}<viz:defaultscales colors="type"/></attributes>`;
    const text = printGexf(parse(inGraph('', `${block}<nodes><node id="a"/></nodes><edges/><phylogeny q:of="z"/>`)));
    for (const part of [scales, '<viz:defaultscales colors="type"/>', '<phylogeny q:of="z"/>', 'xmlns:q="'])
      expect(text).toContain(part);
    expect(printGexf(parse(text))).toBe(text);
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
