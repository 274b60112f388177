import { describe, expect, it } from 'vitest';
import { outcomeOf, someContext } from '../jsonGraphFixture.ts';
import { cx1 } from './cx1.ts';
import { cx2 } from './cx2.ts';
import { parseCx1 } from './parseCx1.ts';

const NODES = { nodes: [{ '@id': 1, n: 'A' }, { '@id': 2, n: 'B' }, { '@id': 3 }] };
const EDGES = { edges: [{ '@id': 4, s: 1, t: 2 }] };
const END = { status: [{ error: '', success: true }] };
const read = (...aspects: unknown[]): ReturnType<typeof parseCx1> =>
  parseCx1([NODES, EDGES, ...aspects, END], someContext());

describe('collections of Cytoscape', () => {
  it('what several subnetworks say alike comes once; what they say differently, or one of them twice, as a list', () => {
    const nodeAttributes = [
      { po: 1, n: 'same', v: '1.5', d: 'double', s: 7 },
      { po: 1, n: 'same', v: '1.5', d: 'double', s: 8 },
      { po: 1, n: 'other', v: 'x', s: 7 },
      { po: 1, n: 'other', v: 'y', s: 8 },
      { po: 1, n: 'twice', v: 'z' },
      { po: 1, n: 'twice', v: 'z' },
    ];
    expect([...(read({ nodeAttributes }).nodes[0]?.attributes ?? [])]).toEqual([
      ['same', 1.5],
      ['other', ['x', 'y']],
      ['twice', ['z', 'z']],
    ]);
  });

  it('the collection gives the name, and names of its subnetworks stay', () => {
    const networkAttributes = [
      { n: 'name', v: 'first', s: 7 },
      { n: 'name', v: 'All' },
      { n: 'description', v: 'said of the first', s: 7 },
    ];
    const { title, description, attributes } = read({ networkAttributes });
    expect([title, description, attributes.get('name')]).toEqual(['All', 'said of the first', ['first', 'All']]);
  });

  it('places are those of one view', () => {
    const cartesianLayout = [
      { node: 1, view: 5, x: 1, y: 1 },
      { node: 2, view: 5, x: 2, y: 2 },
      { node: 1, view: 6, x: 100, y: 100 },
    ];
    expect(read({ cartesianLayout }).nodes).toMatchObject([{ x: 1, y: 1 }, { x: 2, y: 2 }, {}]);
  });

  it('groups name their node and hold others', () => {
    const cyGroups = [
      { '@id': 3, n: 'Group', nodes: [1, 2] },
      { '@id': 99, n: 'No node', nodes: [1] },
    ];
    expect(read({ cyGroups }).nodes).toMatchObject([{ parents: ['3'] }, { parents: ['3'] }, { label: 'Group' }]);
  });
});

describe('sources of CX', () => {
  it('a citation that nothing cites is a source all the same, and what more is known of one is told', () => {
    const text = JSON.stringify([
      NODES,
      EDGES,
      { citations: [{ '@id': 5, 'dc:title': 'Paper', 'dc:type': 'URI' }, { n: 'of another program' }] },
      END,
    ]);
    const outcome = outcomeOf(cx1, text);
    expect(outcome).toMatchObject({ file: { sources: [{ title: 'Paper' }] } });
    expect('issues' in outcome && outcome.issues).toContainEqual(
      expect.objectContaining({ code: 'field-set-aside', params: { field: 'citations' } }),
    );
  });

  it('words that support nothing are told', () => {
    const context = someContext();
    parseCx1([NODES, EDGES, { supports: [{ '@id': 6, text: 'So it was said' }] }, END], context);
    expect(context.log.issues()).toMatchObject([{ code: 'field-set-aside', params: { field: 'supports' } }]);
  });

  it('an attribute with identifiers of papers cites them', () => {
    const edgeAttributes = [
      { po: 4, n: 'citation', v: '["pubmed:1", "doi:10.1000/x"]', d: 'list_of_string' },
      { po: 4, n: 'PMID', v: '23', d: 'integer' },
    ];
    const outcome = outcomeOf(cx1, JSON.stringify([NODES, EDGES, { edgeAttributes }, END]));
    expect(outcome).toMatchObject({
      file: {
        sources: [
          { label: 'pubmed:1', url: 'https://pubmed.ncbi.nlm.nih.gov/1/' },
          { label: 'doi:10.1000/x', url: 'https://doi.org/10.1000/x' },
          { label: 'pmid:23', url: 'https://pubmed.ncbi.nlm.nih.gov/23/' },
        ],
      },
    });
  });
});

describe('versions of CX', () => {
  it('nodes of version 2 in a file that does not say so are refused', () => {
    const text = JSON.stringify([{ nodes: [{ id: 0, v: { n: 'A' } }] }, { edges: [] }, END]);
    expect(outcomeOf(cx1, text)).toMatchObject({ refused: { code: 'invalid', where: '[0].nodes[0]' } });
  });

  it.each([
    ['1.0', 'refused'],
    ['3.0', 'refused'],
    ['2.0', 'file'],
    ['2', 'file'],
  ])('a file that says it is version %s: %s', (CXVersion, outcome) => {
    const text = JSON.stringify([{ CXVersion, hasFragments: false }, { nodes: [{ id: 0 }] }, END]);
    expect(outcomeOf(cx2, text)).toHaveProperty(outcome);
  });
});
