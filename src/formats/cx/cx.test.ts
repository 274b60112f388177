import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareGraph, corpusText, inputOf, outcomeOf, someContext, someGraph } from '../jsonGraphFixture.ts';
import type { GraphEdge, GraphNode } from '../propertyGraph.ts';
import { cx1 } from './cx1.ts';
import { cx2 } from './cx2.ts';
import { parseCx1 } from './parseCx1.ts';
import { parseCx2 } from './parseCx2.ts';
import { printCx2 } from './printCx2.ts';

const graphs = someGraph({ format: 'cx2', isTyped: true });
const read = (text: string): ReturnType<typeof parseCx2> => {
  const context = someContext();
  return parseCx2(inputOf(text, context).json, context);
};

interface Written {
  readonly id: number;
  readonly s?: number;
  readonly t?: number;
  readonly x?: number;
  readonly v: Record<string, unknown>;
}

/** An aspect of a CX2 text. */
function aspectOf(text: string, name: string): unknown[] {
  return (JSON.parse(text) as Record<string, unknown[]>[]).flatMap((fragment) =>
    Object.hasOwn(fragment, name) ? fragment[name]! : [],
  );
}

const elementsOf = (text: string, name: 'nodes' | 'edges'): Written[] => aspectOf(text, name) as Written[];

function isOfType(value: unknown, type: string): boolean {
  if (type.startsWith('list_of_')) return Array.isArray(value) && value.every((item) => isOfType(item, type.slice(8)));
  if (type === 'integer' || type === 'long') return Number.isSafeInteger(value);
  return typeof value === (type === 'double' ? 'number' : type);
}

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  label: null,
  where: '',
  attributes: new Map(),
  ...more,
});
const edge = (source: string, target: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  where: '',
  attributes: new Map(),
  label: null,
  id: null,
  source,
  target,
  directed: true,
  ...more,
});

const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 100) };

describe('CX2 written and read', () => {
  it('is the same graph, whatever its ids, names and columns', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(bareGraph(parseCx2(JSON.parse(printCx2(graph)), someContext()))).toEqual(bareGraph(graph));
      }),
      RUNS,
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('keeps what the format demands: whole ids, ends that are there, every value declared and of its type, counts, status', () => {
    fc.assert(
      fc.property(someGraph({ format: 'cx2', isTyped: false }), (graph) => {
        const text = printCx2(graph);
        const [nodes, edges] = [elementsOf(text, 'nodes'), elementsOf(text, 'edges')];
        const ids = new Set(nodes.map(({ id }) => id));
        expect([ids.size, new Set(edges.map(({ id }) => id)).size]).toEqual([nodes.length, edges.length]);
        expect([...nodes, ...edges].every(({ id }) => Number.isSafeInteger(id) && id >= 0)).toBe(true);
        expect(edges.every(({ s, t }) => ids.has(s!) && ids.has(t!))).toBe(true);
        const [declared] = aspectOf(text, 'attributeDeclarations') as Record<
          string,
          Record<string, { d: string; a?: string }>
        >[];
        for (const [kind, elements] of [
          ['nodes', nodes],
          ['edges', edges],
        ] as const) {
          const types = new Map(Object.entries(declared![kind]!).map(([name, { d, a }]) => [a ?? name, d]));
          for (const { v } of elements)
            for (const [name, value] of Object.entries(v)) expect(isOfType(value, types.get(name) ?? '?')).toBe(true);
        }
        const counts = aspectOf(text, 'metaData') as { name: string; elementCount: number }[];
        for (const { name, elementCount } of counts) expect(aspectOf(text, name).length).toBe(elementCount);
        expect(aspectOf(text, 'status')).toEqual([{ success: true, error: '' }]);
      }),
    );
  });

  it('numbers that are ids stay; others stand in a column of their own', () => {
    const graph = {
      format: 'cx2' as const,
      title: null,
      attributes: new Map(),
      nodes: [node('7'), node('ann')],
      edges: [edge('ann', '7', { id: 'e' })],
    };
    const [seven, ann] = elementsOf(printCx2(graph), 'nodes');
    expect(seven).toEqual({ id: 7, v: {} });
    expect(ann?.v).toEqual({ sayso_file_id: 'ann' });
    expect(elementsOf(printCx2(graph), 'edges')[0]).toMatchObject({ s: ann?.id, t: 7 });
  });

  it('a file opens with names, wordings and disputes in view, unless it had a style of its own', () => {
    const disputed = edge('1', '1', { id: '1', attributes: new Map([['sayso_disputed', 'yes']]) });
    const graph = { format: 'cx2' as const, title: null, attributes: new Map(), nodes: [node('1')], edges: [disputed] };
    const text = printCx2(graph);
    const [style] = aspectOf(text, 'visualProperties');
    expect(style).toMatchObject({
      edgeMapping: { EDGE_LINE_STYLE: { definition: { map: [{ v: 'yes', vp: 'dashed' }] } } },
    });
    expect(read(text).kept).toBeUndefined();
    const own = { ...graph, kept: { aspects: [['visualProperties', [{ own: true }]]] } };
    expect(aspectOf(printCx2(own), 'visualProperties')).toEqual([{ own: true }]);
  });

  it('places are written only where all are known', () => {
    const graph = {
      format: 'cx2' as const,
      title: null,
      attributes: new Map(),
      nodes: [node('1', { x: 1, y: 2 }), node('2')],
      edges: [],
    };
    expect(elementsOf(printCx2(graph), 'nodes').some(({ x }) => x !== undefined)).toBe(false);
  });
});

const tiny = (more: string, status = '{"status":[{"success":true}]}'): string =>
  `[{"CXVersion":"2.0"},${more}${status === '' ? '' : `,${status}`}]`;

describe('CX2 of other programs', () => {
  it('reads aliases and values declared for all', () => {
    const { nodes, edges } = read(
      tiny(
        '{"attributeDeclarations":[{"nodes":{"name":{"a":"n"},"age":{"a":"g","d":"integer","v":5}},"edges":{"interaction":{"a":"i","v":"knows"}}}]},{"nodes":[{"id":1,"v":{"n":"Ann","g":9}},{"id":2}]},{"edges":[{"id":0,"s":1,"t":2},{"id":1,"s":2,"t":1,"v":{"i":"pays"}}]}',
      ),
    );
    expect(nodes.map(({ label, attributes }) => [label, attributes.get('age')])).toEqual([
      ['Ann', 9],
      [null, 5],
    ]);
    expect(edges.map(({ label }) => label)).toEqual(['knows', 'pays']);
  });

  it('other aspects come back; drawing of single elements only with them', () => {
    const graph = read(
      tiny('{"nodes":[{"id":1},{"id":2}]},{"nodeBypasses":[{"id":1,"v":{}},{"id":2,"v":{}}]},{"own":[{"a":[1]}]}'),
    );
    expect(aspectOf(printCx2(graph), 'own')).toEqual([{ a: [1] }]);
    const part = { ...graph, nodes: graph.nodes.slice(1) };
    expect(aspectOf(printCx2(part), 'nodeBypasses')).toEqual([{ id: 2, v: {} }]);
  });

  it.each([
    ['no status', tiny('{"nodes":[{"id":1}]}', '')],
    ['a failed status', tiny('{"nodes":[]}', '{"status":[{"success":false,"error":"disk full"}]}')],
    ['a node twice', tiny('{"nodes":[{"id":1},{"id":1}]}')],
    ['a node without id', tiny('{"nodes":[{}]}')],
    ['an edge to nobody', tiny('{"nodes":[{"id":1}]},{"edges":[{"id":1,"s":1,"t":3}]}')],
    ['an edge without end', tiny('{"nodes":[{"id":1}]},{"edges":[{"id":1,"s":1}]}')],
    ['an aspect that is no list', tiny('{"nodes":{"id":1}}')],
    ['no list', '{"CXVersion":"2.0"}'],
  ])('refuses %s', (_what, text) => {
    const outcome = outcomeOf(cx2, text);
    expect('refused' in outcome && [outcome.refused.code, typeof outcome.refused.params['problem']]).toEqual([
      'invalid',
      'string',
    ]);
  });
});

const CX = (more: string): string => `[{"numberVerification":[{"longNumber":1}]},${more}]`;

describe('CX version 1', () => {
  const text = CX(
    '{"nodes":[{"@id":1,"n":"Ann","r":"x:1"},{"@id":2,"n":"Bob"}]},{"edges":[{"@id":3,"s":1,"t":2,"i":"pays"},{"@id":4,"s":2,"t":1}]},{"nodeAttributes":[{"po":1,"n":"age","v":"44","d":"integer"},{"po":[1,2],"n":"tags","v":"[\\"a\\",\\"b\\"]","d":"list_of_string"}]},{"cartesianLayout":[{"node":1,"x":3,"y":4}]},{"citations":[{"@id":8,"dc:title":"Report","dc:identifier":"pmid:12","dc:contributor":["A. Uthor"]},{"@id":9,"dc:title":"Report","dc:identifier":"pmid:12"},{"@id":10,"dc:title":"Other"}]},{"supports":[{"@id":20,"text":"Ann paid.","citation":null},{"@id":21,"text":"She did.","citation":10},{"@id":22,"text":"Unplaced."}]},{"edgeCitations":[{"po":[3],"citations":[8,9]}]},{"edgeSupports":[{"po":[3],"supports":[20,21]},{"po":[4],"supports":[22]}]},{"nodeCitations":[{"po":[2],"citations":[10]}]}',
  );

  it('citations are sources, each once; supports are quotes of the edge they support', () => {
    const { edges, sources } = parseCx1(JSON.parse(text), someContext());
    expect([...sources!.values()]).toEqual([
      { title: 'Report', url: 'https://pubmed.ncbi.nlm.nih.gov/12/', authors: ['A. Uthor'] },
      { title: 'Other', url: null, authors: [] },
    ]);
    expect(edges[0]).toMatchObject({ id: '3', label: 'pays', citations: ['pmid:12', 'Other'] });
    expect([...edges[0]!.quotes!]).toEqual([
      ['pmid:12', ['Ann paid.']],
      ['Other', ['She did.']],
    ]);
  });

  it('words that nobody is cited for are shown and make no claim', () => {
    const outcome = outcomeOf(cx1, text);
    expect(outcome).toMatchObject({ read: { nodes: 2, edges: 2 }, sure: 0.9 });
    const [cited, bare] = 'file' in outcome ? outcome.file.relations : [];
    expect(cited?.claims.map(({ locators }) => locators)).toEqual([[{ quote: 'Ann paid.' }], [{ quote: 'She did.' }]]);
    expect(bare).toMatchObject({ claims: [], properties: { supports: ['Unplaced.'] } });
  });

  it('reads typed values, lists and places', () => {
    const [ann, bob] = parseCx1(JSON.parse(text), someContext()).nodes;
    expect([...ann!.attributes]).toEqual([
      ['represents', 'x:1'],
      ['age', 44],
      ['tags', ['a', 'b']],
    ]);
    expect(ann).toMatchObject({ x: 3, y: 4, label: 'Ann' });
    expect([...bob!.attributes]).toEqual([
      ['citations', ['Other']],
      ['tags', ['a', 'b']],
    ]);
  });

  it('refuses a file that says it failed', () => {
    expect(outcomeOf(cx1, CX('{"status":[{"success":false}]}'))).toMatchObject({ refused: { code: 'invalid' } });
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('CX of the corpus', () => {
  it.each([
    ['05-cytoscape/cx2_aspect_after_postmetadata.cx2', 3, 0, ['count-differs', 'order-mended']],
    ['05-cytoscape/cx2_tiny.cx2', 3, 2, []],
    ['05-cytoscape/minimal.valid.cx2', 2, 1, []],
    ['05-cytoscape/ndex-2496d8c5.cx2', 45, 30, []],
    ['05-cytoscape/ndex-demo.cx2', 6, 6, []],
    ['05-cytoscape/rich-edge-attributes.valid.cx2', 20, 30, []],
    ['05-cytoscape/with-multiple-opaque-aspects.valid.cx2', 20, 30, ['field-kept']],
    ['05-cytoscape/with-visual-style.valid.cx2', 20, 30, ['field-kept']],
    ['11-hostile/bigint-ids.cx2', 3, 1, ['count-differs', 'number-as-text']],
  ])('%s has what the manifest says, and comes back', (path, nodes, edges, codes) => {
    const text = corpusText(path);
    const outcome = outcomeOf(cx2, text, path);
    expect(outcome).toMatchObject({ read: { nodes, edges }, sure: 1 });
    if ('issues' in outcome) expect(outcome.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
    expect(bareGraph(read(printCx2(read(text))))).toEqual(bareGraph(read(text)));
  });

  it.each([
    ['duplicate-node-ids', /two nodes have the id 0/],
    ['invalid-edge-reference', /names the node 99999/],
    ['missing-status', /no status/],
    ['not-array', /list of aspects/],
  ])('%s is refused with the reason', (name, reason) => {
    const outcome = outcomeOf(cx2, corpusText(`05-cytoscape/${name}.invalid.cx2`));
    expect('refused' in outcome && outcome.refused.params['problem']).toMatch(reason);
  });

  it('a file that is cut off is no JSON', () => {
    expect(outcomeOf(cx2, corpusText('05-cytoscape/truncated.invalid.cx2'))).toMatchObject({
      refused: { code: 'not-json' },
    });
  });

  it('every edge of the file with citations has a claim with its quote', () => {
    const outcome = outcomeOf(cx1, corpusText('05-cytoscape/CitationsAndSupports.cx'));
    expect(outcome).toMatchObject({ read: { nodes: 14, edges: 37 }, sure: 0.9 });
    const { relations, sources } = 'file' in outcome ? outcome.file : { relations: [], sources: [] };
    for (const { claims, properties } of relations) {
      expect(claims.length).toBeGreaterThan(0);
      // Of two papers nobody says which one the words are from.
      expect(claims.length > 1 ? properties?.['supports']?.[0] : claims[0]?.locators[0]?.quote).toBeTruthy();
    }
    expect(sources.length).toBeLessThan(38);
  });
});
