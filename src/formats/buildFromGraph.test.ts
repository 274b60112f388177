import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { buildFromGraph } from './buildFromGraph.ts';
import { buildPropertyGraph } from './buildPropertyGraph.ts';
import { anyGraph, inputFile, readContext } from './graphFixture.ts';
import type { Attributes, GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';

const FILE = inputFile('people.graphml');

function read(graph: PropertyGraph) {
  const context = readContext();
  const { file, read: counts } = buildFromGraph(graph, FILE, context);
  expect(findAllProblems(file).filter(({ severity }) => severity === 'error')).toEqual([]);
  return { file, counts, issues: context.log.issues() };
}

function write(file: DatasetFile, format: PropertyGraph['format'] = 'json-graph'): PropertyGraph {
  const dataset = buildDataset(file);
  const part = { entities: [...dataset.entities.keys()], relations: [...dataset.relations.keys()] };
  return buildPropertyGraph(dataset, part, { format, asOf: null });
}

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  label: null,
  where: `node ${id}`,
  attributes: new Map(),
  ...more,
});
const edge = (source: string, target: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
  id: null,
  source,
  target,
  directed: true,
  label: null,
  where: `edge ${source} ${target}`,
  attributes: new Map(),
  ...more,
});
const graph = (nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): PropertyGraph => ({
  format: 'json-graph',
  title: null,
  attributes: new Map(),
  nodes,
  edges,
});
function withoutKept(record: object): object {
  const { kept: _kept, ...rest } = record as { kept?: unknown };
  return rest;
}
const withoutOurs = (attributes: Attributes) => new Map([...attributes].filter(([name]) => !name.startsWith('sayso')));

describe('a graph as a dataset', () => {
  it('shows a description that is HTML by its words, and writes it back as it was unless it was changed', () => {
    const html = '<p>Who <b>owns</b> whom</p>';
    const { file } = read({ ...graph([node('a')]), description: html });
    expect(file.description).toBe('Who owns whom');
    expect(write(file).description).toBe(html);
    expect(write({ ...file, description: 'Rewritten' }).description).toBe('Rewritten');
  });

  it('has an edge without an end lead to somebody who is not stated, and never to a node without an id', () => {
    const { file, issues } = read(graph([node('a'), node('')], [edge('a', ''), edge('a', '')]));
    const nameOf = (id: string) => file.entities.find((each) => each.id === id)?.name;
    expect(file.relations.map(({ to }) => nameOf(to))).toEqual(['not stated', 'not stated']);
    expect(new Set(file.relations.map(({ to }) => to)).size).toBe(2);
    expect(issues.filter(({ code }) => code === 'missing-end')).toHaveLength(2);
  });

  it('counts nodes that a reader took for one with another', () => {
    expect(read({ ...graph([node('a')]), joined: 2 }).counts).toEqual({ nodes: 3, edges: 0 });
  });

  it('reads kinds, names, wordings, dates and sources where attributes say so, and keeps every attribute', () => {
    const { file, counts } = read(
      graph(
        [
          node('1', {
            label: 'Ann Lee',
            attributes: new Map<string, string | number>([
              ['Type', 'Person'],
              ['born', 1950],
            ]),
          }),
          node('2', {
            attributes: new Map([
              ['Name', 'Acme'],
              ['Type', 'Federal Agency'],
            ]),
          }),
        ],
        [
          edge('1', '2', {
            id: 'e',
            attributes: new Map<string, string | number>([
              ['relationship', 'director of'],
              ['weight', 2],
              ['start_date', '2012-03-01T00:00:00'],
              ['source_url', 'https://a.example/1, https://b.example/2'],
            ]),
          }),
        ],
      ),
    );
    expect(counts).toEqual({ nodes: 2, edges: 1 });
    expect(file.entities.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['1', 'Person', 'Ann Lee'],
      ['2', 'PublicBody', 'Acme'],
    ]);
    const [relation] = file.relations;
    expect(relation).toMatchObject({ id: 'e', from: '1', to: '2', valid: '2012-03-01/..' });
    expect(relation?.properties).toMatchObject({ weight: ['2'], relationship: ['director of'] });
    expect(file.relationTypes[0]).toMatchObject({ forward: { full: 'director of' }, group: 'role', symmetric: false });
    expect(file.sources.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://b.example/2']);
    expect(relation?.claims.map(({ stance, attribution }) => [stance, attribution])).toEqual([
      ['asserts', []],
      ['asserts', []],
    ]);
    expect(file.title).toBe('people');
  });

  it('gives no claim to what names no source, and says how many that are', () => {
    const { file, issues } = read(graph([node('a'), node('b')], [edge('a', 'b'), edge('b', 'a')]));
    expect(file.relations.every(({ claims }) => claims.length === 0)).toBe(true);
    expect(issues).toContainEqual({ code: 'relation-unsourced', where: 'r1', params: { count: 2 }, severity: 'note' });
  });

  it('keeps relations to what is not described, and says so', () => {
    const { file, counts, issues } = read(graph([node('a')], [edge('a', 'b')]));
    expect(counts).toEqual({ nodes: 1, edges: 1 });
    expect(file.entities.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'Other'],
      ['b', 'Other'],
    ]);
    expect(issues[0]).toMatchObject({
      code: 'dangling-end',
      where: 'edge a b',
      params: { id: 'b' },
      severity: 'warning',
    });
  });

  it('keeps nodes with the same id apart, and relations with the id of a node', () => {
    const { file, issues } = read(graph([node('a'), node('a'), node('b')], [edge('a', 'b', { id: 'b' })]));
    expect(file.entities.map(({ id }) => id)).toEqual(['a', 'a~2', 'b']);
    expect(file.relations).toMatchObject([{ id: 'b~2', from: 'a', kept: { id: 'b' } }]);
    expect(issues[0]).toMatchObject({ code: 'id-repeated', params: { id: 'a' } });
    expect(write(file).edges.map(({ id }) => id)).toEqual(['b']);
  });

  it('makes a relation of each period and of each nesting, and one edge of them again', () => {
    const spells = [{ start: '2001', end: '2003' }, { start: '2007' }];
    const { file, counts } = read(
      graph([node('a', { parents: ['b'] }), node('b')], [edge('a', 'b', { id: 'e', label: 'works for', spells })]),
    );
    expect(counts).toEqual({ nodes: 2, edges: 1 });
    expect(file.relations.map(({ valid }) => valid)).toEqual(['2001/2003', '2007/..', undefined]);
    const again = write(file);
    expect(again.edges).toMatchObject([{ id: 'e', spells, label: 'works for' }]);
    expect(again.nodes[0]?.parents).toEqual(['b']);
  });

  it('takes finite places and turns them where y points up', () => {
    const placed = [node('a', { x: 1, y: 2 }), node('b', { x: 3, y: 4 }), node('c', { x: Number.NaN, y: 1e308 })];
    const { file } = read({ ...graph(placed), format: 'gexf' });
    expect(file).toMatchObject({ positions: { a: [1, -2], b: [3, -4] } });
    expect(write(file, 'gexf').nodes.map(({ x, y }) => [x, y])).toEqual([
      [1, 2],
      [3, 4],
      [undefined, undefined],
    ]);
  });

  it('comes back whole: ids, ends, labels and every attribute with its type', () => {
    fc.assert(
      fc.property(anyGraph, (any) => {
        const { file, counts } = read(any);
        expect(counts).toEqual({ nodes: any.nodes.length, edges: any.edges.length });
        const again = write(file);
        expect(again.nodes.map(({ id, attributes }) => [id, withoutOurs(attributes)])).toEqual(
          any.nodes.map(({ id, attributes }) => [id, attributes]),
        );
        for (const [i, { label }] of any.nodes.entries()) {
          if (label?.trim()) expect(again.nodes[i]?.label).toBe(label);
        }
        expect(
          again.edges.map(({ id, source, target, directed, attributes }) => [
            id,
            source,
            target,
            directed,
            withoutOurs(attributes),
          ]),
        ).toEqual(any.edges.map((one) => [one.id, one.source, one.target, one.directed, one.attributes]));
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
    );
  });
});

describe('a dataset as a graph', () => {
  const file = sampleFile(
    [
      sampleEntity('ann', { aliases: ['A.'], summary: 'A person.', properties: { country: ['us', 'de'] } }),
      sampleEntity('acme', { kind: 'Company', claims: [sampleClaim('ce')] }),
      sampleEntity('bob'),
    ],
    [
      sampleRelation('r1', 'ann', 'acme', [
        sampleClaim('c1', { attribution: [named('bob')], modality: 'reported' }),
        sampleClaim('c2', { stance: 'denies', modality: 'reported', attribution: [named('ann')], against: ['c1'] }),
      ]),
      sampleRelation('r2', 'acme', 'bob', [], { valid: '2012/..', label: 'chairs' }),
    ],
  );

  it('shows a denial to whoever opens it elsewhere', () => {
    const [denied, plain] = write(file).edges;
    expect(denied?.attributes.get('sayso_disputed')).toBe('yes');
    expect(denied?.attributes.get('sayso_denied_by')).toBe('ann');
    expect(plain?.attributes.get('sayso_disputed')).toBe('no');
    expect(plain?.spells).toEqual([{ start: '2012' }]);
  });

  it('is read back with every record as it was', () => {
    const { file: again, issues } = read(write(file));
    expect(again.entities.map(withoutKept)).toEqual(file.entities);
    const claims = (one: DatasetFile) => one.relations.flatMap((relation) => relation.claims);
    expect(claims(again)).toEqual(claims(file).map((claim) => ({ ...claim, source: again.sources[0]?.id })));
    expect(again.relations.map(({ id, from, to, valid, label, type }) => [id, from, to, valid, label, type])).toEqual(
      file.relations.map(({ id, from, to, valid, label, type }) => [id, from, to, valid, label, type]),
    );
    expect(again.relationTypes[0]).toEqual(file.relationTypes.find(({ id }) => id === 'knows'));
    expect(again.title).toBe(file.title);
    expect(issues.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it('says nothing of two whom another program put in the place of those it was said of', () => {
    const written = write(file);
    const moved = written.edges.map((one) => (one.id === 'r1' ? { ...one, target: 'bob' } : one));
    const { file: again, issues } = read({ ...written, edges: moved });
    expect(again.relations.map(({ id, to, claims }) => [id, to, claims.length])).toEqual([
      ['r1', 'bob', 0],
      ['r2', 'bob', 0],
    ]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'own-part-outdated', severity: 'warning' }));
  });

  it('is read as any other file where our column was changed', () => {
    const written = write(file);
    const broken = written.edges.map((one) => ({
      ...one,
      attributes: new Map([...one.attributes, ['sayso', '{"type":{"forward":3}}']]),
    }));
    const { file: again, issues } = read({ ...written, edges: broken });
    expect(again.relations).toHaveLength(2);
    expect(issues.map(({ code }) => code)).toContain('own-columns-broken');
  });
});
