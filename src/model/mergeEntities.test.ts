import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { cutDataset } from './cutDataset.ts';
import { DataError } from './dataError.ts';
import { contentOf } from './mergeContent.ts';
import { mergeEntities, type PlacedFile } from './mergeEntities.ts';
import { findNamed, someFile, tieOf } from './mergeFixture.ts';
import { unmergeEntities } from './mergeUndo.ts';
import { findAllProblems } from './parseDataset.ts';
import type { EntityId, RelationId } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { standingOf } from './standing.ts';

const ids = (...names: string[]): EntityId[] => names as EntityId[];
const [a, b] = ids('a', 'b') as [EntityId, EntityId];
const someIds = fc.shuffledSubarray(['__proto__', 'constructor', 'ev', 'ev2', 'Čapek', 'toString'], { minLength: 4 });
const copy = (file: PlacedFile): PlacedFile => JSON.parse(JSON.stringify(file)) as PlacedFile;
const errors = (file: PlacedFile): string[] =>
  findAllProblems(file).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));

describe('merging', () => {
  it('leaves nothing that names what went, and a file as valid as before', () => {
    fc.assert(
      fc.property(someFile, someIds, (file, [into, ...gone]) => {
        const merged = mergeEntities(file, into as EntityId, ids(...gone), '2024-10-25');
        expect(errors(merged)).toEqual(errors(file));
        const left = new Set([...findNamed(merged), ...merged.entities.map(({ id }) => id)]);
        for (const id of gone) {
          expect(left).not.toContain(id);
          expect(Object.keys(merged.positions ?? {})).not.toContain(id);
          expect(JSON.stringify(merged.stories)).not.toContain(JSON.stringify(id));
        }
        const count = (of: PlacedFile): number => buildDataset(of).claims.size;
        expect(count(merged)).toBe(count(file));
        expect(merged.relations.length).toBe(file.relations.length);
      }),
    );
  });

  it('taken back is as if it had never been, after a detour through a file as well', () => {
    fc.assert(
      fc.property(someFile, someIds, (file, [into, gone]) => {
        const merged = mergeEntities(file, into as EntityId, ids(gone as string));
        const back = unmergeEntities(copy(merged), 0);
        expect(contentOf(back)).toBe(contentOf(file));
        expect(Object.keys(back).sort()).toEqual(Object.keys(file).sort());
        expect(merged.merged).toHaveLength(1);
      }),
    );
  });

  it('can be taken back in any order: what is left is as if only the others had been', () => {
    const someMerges = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(someFile, someMerges, fc.nat(3), (file, merges, which) => {
        const names = file.entities.map(({ id }) => id);
        const apply = (steps: readonly (readonly [number, number])[]): PlacedFile =>
          steps.reduce((now, [into, gone]) => mergeEntities(now, names[into]!, [names[gone]!]), file);
        const all = apply(merges);
        // Those that changed something.
        const done = (all.merged ?? []).map(
          ({ into, before }) => [names.indexOf(into), names.indexOf(before.gone.id)] as const,
        );
        const taken = which % Math.max(1, done.length);
        const without = apply(done.filter((_, i) => i !== taken));
        expect(contentOf(unmergeEntities(all, taken))).toBe(contentOf(without));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the kept one the names, fields and claims of both, and keeps its own where both say something else', () => {
    const file = sampleFile(
      [
        sampleEntity('a', { name: 'Donald Trump', summary: 'A politician', properties: { country: ['us'] } }),
        sampleEntity('b', {
          name: 'DONALD J. TRUMP',
          kind: 'Company',
          aliases: ['The Donald', 'Donald Trump'],
          summary: 'A man',
          identifiers: [{ scheme: 'wikidata', value: 'Q22686' }],
          properties: { country: ['us', 'gb'] },
          claims: [sampleClaim('c-b')],
          kept: { csv: { row: '2' } },
        } as object),
      ],
      [],
    );
    expect(mergeEntities(file, a, [b]).entities).toEqual([
      sampleEntity('a', {
        name: 'Donald Trump',
        summary: 'A politician',
        aliases: ['DONALD J. TRUMP', 'The Donald'],
        identifiers: [{ scheme: 'wikidata', value: 'Q22686' }],
        properties: { country: ['us', 'gb'], kind: ['Company'], summary: ['A man'] },
        claims: [sampleClaim('c-b')],
        kept: { csv: { row: '2' } },
      } as object),
    ]);
  });

  it('makes two spellings of one speaker one origin, and keeps a relation between the two', () => {
    const file = sampleFile(
      ['a', 'b', 'c', 'd'].map((id) => sampleEntity(id)),
      [
        sampleRelation('r1', 'c', 'd', [
          sampleClaim('c1', { attribution: [named('a')], modality: 'reported' }),
          sampleClaim('c2', { attribution: [named('b')], modality: 'reported' }),
        ]),
        sampleRelation('r2', 'a', 'b', []),
      ],
      { stories: [{ id: 's', title: 'S', steps: [{ id: '1', caption: '', selection: [tieOf('a', 'b'), 'b', 'a'] }] }] },
    );
    const merged = mergeEntities(file, a, [b]);
    const origins = (of: PlacedFile) => standingOf(buildDataset(of), 'r1' as RelationId).origins.length;
    expect([origins(file), origins(merged)]).toEqual([2, 1]);
    expect(merged.relations[1]).toMatchObject({ from: 'a', to: 'a' });
    expect(merged.stories).toMatchObject([{ steps: [{ selection: [tieOf('a', 'a'), 'a'] }] }]);
    expect(findAllProblems(merged).filter(({ code }) => code === 'bad-story')).toEqual([]);
  });

  it('passes over ids that are not there, and an entity that would go into itself', () => {
    const file = sampleFile([sampleEntity('a')], []);
    expect(mergeEntities(file, a, ids('a', 'gone'))).toBe(file);
    expect(mergeEntities(file, b, [a])).toBe(file);
    expect(unmergeEntities(file, 0)).toBe(file);
  });
});

describe('a part of what was merged', () => {
  const secret = sampleEntity('b', {
    notes: 'private',
    claims: [{ ...sampleClaim('cb'), notes: 'private' }],
  } as object);
  const file = sampleFile([sampleEntity('a'), secret, sampleEntity('c')], [sampleRelation('r', 'b', 'c', [])], {
    distinct: [ids('a', 'c'), ids('b', 'c')],
    stories: [{ id: 's', title: 'private', steps: [{ id: '1', caption: '', show: ['b'] }] }],
  });
  const merged = buildDataset(mergeEntities(file, a, [b]));
  const whole = { entities: [...merged.entities.keys()], relations: [...merged.relations.keys()] };

  it('keeps nothing of what is no part of it', () => {
    const cut = cutDataset(merged, { entities: ids('c'), relations: [] });
    expect(cut).not.toHaveProperty('merged');
    expect(cut).not.toHaveProperty('distinct');
  });

  it('as a whole can still be taken apart, without private notes and stories where these stay behind', () => {
    const cut = cutDataset(merged, whole);
    expect(JSON.stringify(cut)).not.toContain('private');
    expect(unmergeEntities(cut, 0).entities.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const all = cutDataset(merged, whole, { notes: true, stories: true });
    expect(contentOf(all)).toBe(contentOf(merged.file));
  });
});

describe('taking a merge back after the file has changed', () => {
  const base = sampleFile(
    [sampleEntity('a'), sampleEntity('b', { claims: [sampleClaim('cb')] }), sampleEntity('c')],
    [sampleRelation('r1', 'b', 'c', [sampleClaim('c1', { attribution: [named('b')] })])],
    {
      stories: [
        {
          id: 's',
          title: 'S',
          steps: [
            { id: '1', caption: 'Old', show: ['b'] },
            { id: '2', caption: '', show: ['b'] },
          ],
        },
      ],
    },
  );
  const merged = mergeEntities(base, a, [b]);

  it('keeps what came since, and gives back the rest', () => {
    const [kept, other] = merged.entities;
    const [relation] = merged.relations;
    const [story] = merged.stories as [{ steps: readonly object[] }];
    const edited = {
      ...merged,
      entities: [{ ...kept!, aliases: ['b', 'Since'], properties: { topic: ['new'] } }, other!, sampleEntity('d')],
      relations: [
        { ...relation!, claims: [...relation!.claims, sampleClaim('c2')] },
        sampleRelation('r2', 'a', 'd', []),
      ],
      stories: [{ ...story, steps: [{ ...story.steps[0], caption: 'New' }, story.steps[1]] }],
    };
    const back = unmergeEntities(edited, 0);
    expect(back.entities).toEqual([
      sampleEntity('a', { aliases: ['Since'], properties: { topic: ['new'] } }),
      base.entities[1],
      base.entities[2],
      sampleEntity('d'),
    ]);
    expect(back.relations).toEqual([
      { ...base.relations[0], claims: [base.relations[0]!.claims[0], sampleClaim('c2')] },
      sampleRelation('r2', 'a', 'd', []),
    ]);
    expect(back.stories).toMatchObject([{ steps: [{ caption: 'New', show: ['a'] }, { show: ['b'] }] }]);
    expect(errors(back)).toEqual([]);
  });

  it('refuses where the id is taken or the kept one is gone', () => {
    const taken = { ...merged, entities: [...merged.entities, sampleEntity('b')] };
    const gone = { ...merged, entities: merged.entities.slice(1) };
    for (const file of [taken, gone]) expect(() => unmergeEntities(file, 0)).toThrow(DataError);
  });

  it('lets nothing dangle, whatever a file says was before', () => {
    const [entry] = merged.merged!;
    const lying = {
      ...merged,
      merged: [
        {
          ...entry!,
          before: {
            ...entry!.before,
            gone: sampleEntity('b', { about: ['nowhere'], claims: [sampleClaim('cx', { source: 'nowhere' })] }),
            relations: [sampleRelation('r1', 'x', 'y', [sampleClaim('c1', { source: 'nowhere' })])],
          },
        },
      ],
    };
    expect(errors(lying)).toEqual([]);
    expect(errors(unmergeEntities(lying, 0))).toEqual([]);
  });
});
