import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { joinDatasets } from './joinDatasets.ts';
import { contentOf } from './mergeContent.ts';
import { mergeEntities, type PlacedFile } from './mergeEntities.ts';
import { someFile } from './mergeFixture.ts';
import { unmergeEntities } from './mergeUndo.ts';
import { findAllProblems } from './parseDataset.ts';
import type { Claim, DatasetFile, EntityId, RelationId } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { standingOf } from './standing.ts';

const errors = (file: DatasetFile): string[] =>
  findAllProblems(file).flatMap(({ code, where, severity }) => (severity === 'error' ? [`${code} ${where}`] : []));
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
const codes = (base: DatasetFile, added: DatasetFile): string[] =>
  joinDatasets(base, added).issues.map(({ code }) => code);
const claimsIn = (file: DatasetFile): Claim[] => [...buildDataset(file).claims.values()].map(({ claim }) => claim);
const nothing = sampleFile([], [], { sources: [], relationTypes: [] });

/** Two files that share ids, names and wordings here and there. */
const somePair = fc
  .tuple(someFile, someFile, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([a, b, same]) => ({
    base: a,
    added: {
      ...b,
      entities: b.entities.map((entity, i) => {
        const { aliases: _same, ...bare } = entity;
        return same[i] ? entity : { ...bare, name: `Other ${i}` };
      }),
    } as PlacedFile,
  }));

describe('adding a dataset to another', () => {
  it('gives unique ids and nothing that dangles', () => {
    fc.assert(
      fc.property(somePair, ({ base, added }) => {
        expect(errors(joinDatasets(base, added).file)).toEqual([]);
      }),
    );
  });

  it('of itself, or of nothing, changes nothing', () => {
    fc.assert(
      fc.property(someFile, (file) => {
        const copy = JSON.parse(JSON.stringify(file)) as PlacedFile;
        expect(joinDatasets(file, copy)).toEqual({ file, issues: [] });
        expect(joinDatasets(file, copy).file).toBe(file);
        expect(joinDatasets(file, nothing).file).toBe(file);
      }),
    );
    const bundled = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')) as DatasetFile;
    expect(joinDatasets(bundled, structuredClone(bundled)).file).toBe(bundled);
  });

  it('a second time changes nothing more', () => {
    fc.assert(
      fc.property(somePair, ({ base, added }) => {
        const once = joinDatasets(base, added).file;
        const twice = joinDatasets(once, structuredClone(added)).file;
        expect(contentOf(twice)).toBe(contentOf(once));
      }),
    );
  });

  it('loses no name, claim, relation, source or story of either', () => {
    fc.assert(
      fc.property(somePair, ({ base, added }) => {
        const { file } = joinDatasets(base, added);
        const names = new Set(file.entities.flatMap(({ name, aliases = [] }) => [name, ...aliases]));
        const texts = new Map<string, number>();
        for (const { text } of claimsIn(file)) texts.set(text, (texts.get(text) ?? 0) + 1);
        for (const each of [base, added]) {
          for (const { name, aliases = [] } of each.entities) {
            for (const one of [name, ...aliases]) expect(names).toContain(one);
          }
          for (const { text } of claimsIn(each)) expect(texts.has(text)).toBe(true);
          for (const { url, label } of each.sources) {
            expect(file.sources.some((source) => source.url === url && source.label === label)).toBe(true);
          }
        }
        expect(ids(file.entities)).toEqual(expect.arrayContaining(ids(base.entities)));
        expect(ids(claimsIn(file))).toEqual(expect.arrayContaining(ids(claimsIn(base))));
      }),
    );
  });

  it('changes standings of the base only where it says something about them', () => {
    fc.assert(
      fc.property(somePair, ({ base, added }) => {
        const { file } = joinDatasets(base, added);
        const [before, after] = [buildDataset(base), buildDataset(file)];
        for (const [id, relation] of before.relations) {
          if (before.types.get(relation.type)?.group === 'event-role') continue;
          if (after.relations.get(id)?.claims.length !== relation.claims.length) continue;
          expect(standingOf(after, id)).toEqual(standingOf(before, id));
        }
      }),
    );
  });
});

describe('who and what is the same', () => {
  const base = sampleFile(
    [
      sampleEntity('p1', { name: 'Donald Trump', summary: 'A politician' }),
      sampleEntity('p2', { name: 'Ann' }),
      sampleEntity('p3', { name: 'Ben' }),
    ],
    [sampleRelation('r1', 'p1', 'p2', [sampleClaim('c1', { attribution: [named('p3')], modality: 'reported' })])],
    {
      title: 'Mine',
      notes: 'private',
      stories: [{ id: 's', title: 'S', steps: [] }],
      positions: { p1: [1, 1] },
    } as object,
  );

  it('the same id and name meet; the same id with another name goes by a new id, wherever it is named', () => {
    const added = sampleFile(
      [
        sampleEntity('p1', { name: 'DONALD TRUMP', summary: 'A builder', kind: 'Company' }),
        sampleEntity('p2', { name: 'Zoe' }),
      ],
      [
        sampleRelation('r9', 'p1', 'p2', [sampleClaim('c1', { attribution: [named('p2')], against: ['r9', 'c1'] })]),
        sampleRelation('r1', 'p2', 'p1', []),
      ],
      {
        title: 'Other',
        stories: [{ id: 's', title: 'T', steps: [{ id: '1', caption: '', show: ['p2', 'r1', 'c1'] }] }],
        positions: { p2: [2, 2] },
      } as object,
    );
    const { file, issues } = joinDatasets(base, added);
    expect(file.entities.map(({ id, name }) => [id, name])).toEqual([
      ['p1', 'Donald Trump'],
      ['p2', 'Ann'],
      ['p3', 'Ben'],
      ['p2~2', 'Zoe'],
    ]);
    expect(file.entities[0]).toMatchObject({
      kind: 'Person',
      summary: 'A politician',
      aliases: ['DONALD TRUMP'],
      properties: { kind: ['Company'], summary: ['A builder'] },
    });
    expect(file.relations.slice(1)).toEqual([
      sampleRelation('r9', 'p1', 'p2~2', [
        sampleClaim('c1~2', { attribution: [named('p2~2')], against: ['r9', 'c1~2'], text: 'Text of c1.' }),
      ]),
      sampleRelation('r1~2', 'p2~2', 'p1', []),
    ]);
    expect(issues.map(({ code, params }) => [code, params['id'] ?? params['field']])).toEqual([
      ['field-differs', 'kind'],
      ['field-differs', 'summary'],
      ['id-repeated', 'p2'],
    ]);
    expect(file).toMatchObject({ title: 'Mine', notes: 'private', positions: { p1: [1, 1] } });
    expect(file.stories).toMatchObject([
      { id: 's', title: 'S' },
      { id: 's~2', steps: [{ show: ['p2~2', 'r1~2', 'c1~2'] }] },
    ]);
    expect(file).toMatchObject({ joined: [{ id: 'sample', title: 'Other' }] });
  });

  it('a name alone makes nobody the same', () => {
    const added = sampleFile([sampleEntity('q', { name: 'Donald Trump' })], []);
    expect(ids(joinDatasets(base, added).file.entities)).toEqual(['p1', 'p2', 'p3', 'q']);
    expect(codes(base, added)).toEqual([]);
  });

  it('the same sentence is one relation with the claims of both, each once', () => {
    const same = sampleClaim('x1', { attribution: [named('p3')], modality: 'reported' });
    const added = sampleFile(base.entities, [
      sampleRelation('a', 'p1', 'p2', [{ ...same, text: 'Text of c1.' }, sampleClaim('c9', { stance: 'denies' })]),
      sampleRelation('b', 'p1', 'p2', [], { valid: '2020' }),
      sampleRelation('c', 'p1', 'p2', [], { label: 'owns' }),
    ]);
    const { relations } = joinDatasets(base, added).file;
    expect(ids(relations)).toEqual(['r1', 'b', 'c']);
    expect(ids(relations[0]!.claims)).toEqual(['c1', 'c9']);
  });

  it('two payments of different amounts are two', () => {
    const paid = (id: string, amount: string) =>
      sampleRelation(id, 'p1', 'p2', [], { properties: { amount: [amount] } });
    const [a, b] = [sampleFile(base.entities, [paid('r', '100')]), sampleFile(base.entities, [paid('r', '200')])];
    expect(joinDatasets(a, b).file.relations.map(({ properties }) => properties)).toEqual([
      { amount: ['100'] },
      { amount: ['200'] },
    ]);
  });

  it('sources meet by address, else by label and title; what only one knows is filled in', () => {
    const source = (id: string, more: object) => ({ ...base.sources[0], id, label: id, ...more });
    const mine = sampleFile([], [], {
      sources: [
        source('s1', { url: 'https://a.example/', publisher: null }),
        source('s2', { label: 'Same', url: 'https://b.example/' }),
      ],
    });
    const other = sampleFile([], [], {
      sources: [
        source('s9', { url: 'https://a.example/', publisher: 'A' }),
        source('s2', { label: 'Same', url: 'https://c.example/' }),
        source('s8', { label: 'Same' }),
      ],
    });
    const { sources } = joinDatasets(mine, other).file;
    expect(ids(sources)).toEqual(['s1', 's2', 's2~2']);
    expect(sources[0]).toMatchObject({ label: 's1', publisher: 'A', also: [{ label: 's9' }] });
  });

  it('two utterances that happen to have one key stay two origins', () => {
    const said = (who: string) =>
      sampleFile(base.entities, [
        sampleRelation('r1', 'p1', 'p2', [
          sampleClaim(`c-${who}`, { attribution: [named(who)], modality: 'reported', statement: 'u1' }),
        ]),
      ]);
    const more = sampleEntity('p4', { name: 'Cat' });
    const third = { ...said('p4'), entities: [...base.entities, more] };
    const { file } = joinDatasets(said('p3'), third);
    expect(standingOf(buildDataset(file), 'r1' as RelationId).origins).toHaveLength(2);
    expect(contentOf(joinDatasets(file, third).file)).toBe(contentOf(file));
  });

  it('whoever was merged away in the base is met there, and can still be taken apart', () => {
    const merged = mergeEntities(base, 'p1' as EntityId, ['p2' as EntityId]);
    expect(contentOf(joinDatasets(merged, base).file)).toBe(contentOf(merged));
    const { file } = joinDatasets(merged, sampleFile([sampleEntity('n')], [sampleRelation('rn', 'n', 'n', [])]));
    const apart = unmergeEntities(file, 0);
    expect(ids(apart.entities)).toEqual(['p1', 'p2', 'p3', 'n']);
    expect(errors(apart)).toEqual([]);
  });

  it('merges that were made in what is added come along, unless ids had to change', () => {
    const theirs = sampleFile([sampleEntity('q1'), sampleEntity('q2')], []);
    const merged = mergeEntities(theirs, 'q1' as EntityId, ['q2' as EntityId]);
    const { file } = joinDatasets(base, merged);
    expect(ids(unmergeEntities(file, 0).entities)).toEqual(['p1', 'q2', 'p2', 'p3', 'q1']);
    expect(joinDatasets(file, merged).file).toBe(file);
    const clash = sampleFile([sampleEntity('q2', { name: 'Quite other' })], []);
    expect(codes(clash, merged)).toEqual(['merge-final']);
  });
});
