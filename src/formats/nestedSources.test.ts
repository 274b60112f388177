import { describe, expect, it } from 'vitest';
import { findAddress, findIdentifiers } from './citedAddress.ts';
import { cyjs } from './cytoscape/cyjs.ts';
import { graphologyFormat } from './graphology/graphologyFormat.ts';
import { outcomeOf } from './jsonGraphFixture.ts';
import { createNestedSources } from './nestedSources.ts';

describe('records of sources', () => {
  it('are read from fields that are for sources, each source once', () => {
    const nested = createNestedSources();
    const first = nested.read([
      [
        'sources',
        [{ title: 'Report', url: 'https://example.org/', author: 'Ann', quote: 'So it is.' }, 'doi:10.1000/x', {}],
      ],
      ['people', [{ name: 'Bob' }]],
      ['references', ['https://example.org/plain']],
    ]);
    expect(first).toEqual({
      citations: ['https://example.org/', 'https://doi.org/10.1000/x'],
      quotes: new Map([['https://example.org/', ['So it is.']]]),
    });
    expect(
      nested.read([
        ['place', { name: 'x' }],
        ['source', { href: 'https://example.org/' }],
      ]),
    ).toEqual({
      citations: ['https://example.org/'],
    });
    expect([...nested.sources.values()]).toEqual([
      { title: 'Report', url: 'https://example.org/', authors: ['Ann'] },
      { title: null, url: 'https://doi.org/10.1000/x', authors: [] },
    ]);
  });

  const sources = [{ title: 'Report', url: 'https://example.org/' }];
  it.each([
    [
      'Cytoscape JSON',
      cyjs,
      { elements: { nodes: [{ data: { id: 'a' } }], edges: [{ data: { source: 'a', target: 'a', sources } }] } },
    ],
    [
      'graphology',
      graphologyFormat,
      { nodes: [{ key: 'a' }], edges: [{ source: 'a', target: 'a', attributes: { sources } }] },
    ],
  ])('are claims of a relation in %s', (_format, reader, value) => {
    expect(outcomeOf(reader, JSON.stringify(value))).toMatchObject({
      file: { sources: [{ title: 'Report', url: 'https://example.org/' }], relations: [{ claims: [{}] }] },
    });
  });
});

describe('an attribute called source', () => {
  it.each([
    ['an address', { source: 'https://example.org/' }, 1],
    ['words', { source: 'The Times, 3 May 2011' }, 1],
    ['a number', { source: '12' }, 0],
    ['the end again', { source: 'a' }, 0],
    ['one of two ends', { source: 'Ann', target: 'Bob' }, 0],
  ])('with %s', (_what, attributes, sources) => {
    const edges = [{ source: 'a', target: 'a', attributes }];
    const outcome = outcomeOf(graphologyFormat, JSON.stringify({ nodes: [{ key: 'a' }], edges }));
    expect('file' in outcome && outcome.file.sources).toHaveLength(sources);
  });

  it('a timestamp dates a relation', () => {
    const edges = [{ source: 'a', target: 'a', attributes: { timestamp: '2023-01-15' } }];
    const outcome = outcomeOf(graphologyFormat, JSON.stringify({ nodes: [{ key: 'a' }], edges }));
    expect(outcome).toMatchObject({ file: { relations: [{ valid: '2023-01-15' }] } });
  });
});

describe('identifiers of documents', () => {
  it.each([
    ['pmid: 12', 'https://pubmed.ncbi.nlm.nih.gov/12/'],
    ['PMC:PMC7', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7/'],
    ['https://example.org/', 'https://example.org/'],
    ['Times', null],
  ])('%s stands for %s', (identifier, address) => {
    expect(findAddress(identifier)).toBe(address);
  });

  it.each([
    ['PMIDs', '1;2', ['pmid:1', 'pmid:2']],
    ['DOI', '10.1000/x', ['doi:10.1000/x']],
    ['citation', 'pubmed:1, pubmed:2', ['pubmed:1', 'pubmed:2']],
    ['citation', '12', []],
    ['citation', 'pubmed:1 and others', []],
  ])('in %s “%s” cites %j', (name, text, found) => {
    expect(findIdentifiers(name, text)).toEqual(found);
  });
});
