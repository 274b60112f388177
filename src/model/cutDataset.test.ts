import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { someDataset, someDay } from './chooseFixture.ts';
import { countCutOff, cutDataset } from './cutDataset.ts';
import type { Dataset } from './dataset.ts';
import type { DatasetPart } from './keptRecords.ts';
import { findAllProblems, parseDataset } from './parseDataset.ts';
import type { Claim, DatasetFile, EntityId, RelationId } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { claimsOf, entityStandingOf, isPublic, standingOf } from './standing.ts';

const part = (entities: string[], relations: string[]): DatasetPart => ({
  entities: entities as EntityId[],
  relations: relations as RelationId[],
});
const whole = (dataset: Dataset): DatasetPart => ({
  entities: [...dataset.entities.keys()],
  relations: [...dataset.relations.keys()],
});
const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
const errors = (file: DatasetFile): string[] =>
  findAllProblems(file).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));

/** Claims that lean on each other, on listeners and on media, all over a dataset. */
function tangle(dataset: Dataset, links: readonly number[]): Dataset {
  const targets = [...dataset.claims.keys(), ...dataset.relations.keys()];
  const people = [...dataset.entities.keys()];
  const pick = <T>(from: readonly T[], i: number): T | undefined => from[(links[i % links.length] ?? 0) % from.length];
  let i = 0;
  const more = (claim: Claim): Claim => {
    i += 1;
    if ((links[i % links.length] ?? 0) % 3 !== 0) return claim;
    const [against, entity] = [pick(targets, i), pick(people, i + 1)];
    return { ...claim, ...(against ? { against: [against] } : {}), ...(entity ? { audience: { entity } } : {}) };
  };
  const about = [...dataset.relations.keys()].slice(0, 2);
  return buildDataset({
    ...dataset.file,
    entities: dataset.file.entities.map(({ claims, ...entity }) =>
      claims ? { ...entity, claims: claims.map(more), about } : entity,
    ),
    relations: dataset.file.relations.map((relation) => ({ ...relation, claims: relation.claims.map(more) })),
  });
}

const someCut = fc
  .tuple(someDataset, fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }), fc.array(fc.boolean(), { maxLength: 20 }))
  .map(([plain, links, wanted]) => {
    const dataset = tangle(plain, links);
    const isWanted = (_id: unknown, i: number): boolean => wanted[i % (wanted.length || 1)] ?? false;
    return {
      dataset,
      chosen: part(
        [...dataset.entities.keys()].filter(isWanted),
        [...dataset.relations.keys()].filter((id, i) => !isWanted(id, i)),
      ),
    };
  });

describe('a part of a dataset', () => {
  it('is valid, holds what was asked for, and gives every record of it the standing of the whole', () => {
    fc.assert(
      fc.property(someCut, someDay, ({ dataset, chosen }, asOf) => {
        const file = cutDataset(dataset, chosen);
        expect(errors(file).filter((code) => code !== 'duplicate-id')).toEqual([]);
        const cut = buildDataset(structuredClone(file));
        for (const id of chosen.relations) expect(standingOf(cut, id, asOf)).toEqual(standingOf(dataset, id, asOf));
        for (const id of chosen.entities)
          expect(entityStandingOf(cut, id, asOf)).toEqual(entityStandingOf(dataset, id, asOf));
      }),
      { numRuns: 150 },
    );
  });

  it('holds the very claims that bear on it, each with its source and everybody it names', () => {
    fc.assert(
      fc.property(someCut, ({ dataset, chosen }) => {
        const file = cutDataset(dataset, chosen);
        const cut = buildDataset(file);
        for (const id of chosen.relations) {
          const [then, now] = [dataset, cut].map((each) => claimsOf(each, each.relations.get(id) as never));
          expect(ids(now ?? [])).toEqual(ids(then ?? []));
        }
        const cited = new Set([...cut.claims.values()].map(({ claim }) => claim.source as string));
        if (file.entities.length < dataset.entities.size) expect(new Set(ids(file.sources))).toEqual(cited);
        for (const source of cited) expect(ids(file.sources)).toContain(source);
      }),
    );
  });

  it('is itself when it is cut once more', () => {
    fc.assert(
      fc.property(someCut, ({ dataset, chosen }) => {
        const { partOf: _first, ...once } = cutDataset(dataset, chosen) as DatasetFile & { partOf?: unknown };
        const cut = buildDataset(once);
        // Who is only named is not asked for again, or what is said about them would be.
        expect(cutDataset(cut, whole(cut))).toEqual(once);
      }),
    );
  });

  it('of everything is the dataset without private notes', () => {
    const file = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'));
    const dataset = buildDataset(parseDataset({ ...file, notes: 'Call A. again', extra: { kept: true } }).file);
    expect(cutDataset(dataset, whole(dataset), { stories: true })).toEqual({ ...file, extra: { kept: true } });
    expect(cutDataset(dataset, whole(dataset), { stories: true, notes: true })).toEqual(dataset.file);
    expect(countCutOff(dataset, whole(dataset))).toEqual({ named: 0, addedRoles: 0, elsewhere: 0, opponents: 0 });
  });
});

describe('what a part takes along', () => {
  const speaker = sampleEntity('speaker', {
    notes: 'met in private',
    claims: [sampleClaim('c-speaker')],
    extra: 1,
  } as object);
  const dataset = buildDataset(
    sampleFile(
      [
        sampleEntity('ann'),
        sampleEntity('ben'),
        speaker,
        sampleEntity('ev', {
          kind: 'Event',
          claims: [sampleClaim('c-ev', { attribution: [named('cat')], modality: 'reported' })],
          about: ['r1', 'r9'],
        }),
        sampleEntity('cat'),
        sampleEntity('dan'),
      ],
      [
        sampleRelation('r1', 'ann', 'ben', [
          sampleClaim('c1', {
            attribution: [named('speaker')],
            modality: 'reported',
            against: ['r9', 'c2'],
            notes: 'who?',
          } as object),
          sampleClaim('c2', { stance: 'denies' }),
        ]),
        sampleRelation('r9', 'ann', 'dan', [sampleClaim('c9', { against: ['r1'] })]),
        sampleRelation('in1', 'ev', 'ann', [], { type: 'asked' }),
        sampleRelation('in2', 'ev', 'cat', [], { type: 'asked' }),
        sampleRelation('in3', 'ev', 'dan', [], { type: 'asked' }),
      ],
      { notes: 'private', stories: [{ id: 'x' }] },
    ),
  );

  it('names speakers without what is said about them, and keeps references out of it as such', () => {
    const file = cutDataset(dataset, part(['ann', 'ben'], ['r1', 'gone']));
    expect(file.entities).toEqual([
      sampleEntity('ann'),
      sampleEntity('ben'),
      sampleEntity('speaker', { extra: 1 } as object),
    ]);
    expect(file.relations).toHaveLength(1);
    expect(file.relations[0]?.claims[0]).toEqual(
      sampleClaim('c1', {
        attribution: [named('speaker')],
        modality: 'reported',
        against: ['c2'],
        againstElsewhere: ['r9'],
      } as object),
    );
    expect(ids(file.relationTypes)).toEqual(['knows']);
    expect(file).toMatchObject({ partOf: { id: 'sample', entities: 6, relations: 5 } });
    expect(JSON.stringify(file)).not.toMatch(/private|who\?|stories/);
    expect(countCutOff(dataset, part(['ann', 'ben'], ['r1']))).toEqual({
      named: 1,
      addedRoles: 0,
      elsewhere: 1,
      opponents: 1,
    });
  });

  it('adds the part of a speaker in an Event, so that nobody becomes independent by leaving', () => {
    const chosen = part(['ann', 'ev'], ['in1']);
    const file = cutDataset(dataset, chosen, { stories: [{ id: 'y' }] });
    expect(ids(file.relations)).toEqual(['in1', 'in2']);
    expect(ids(file.entities)).toEqual(['ann', 'ev', 'cat']);
    expect(entityStandingOf(buildDataset(file), 'ev' as EntityId).ownWord).toBe(true);
    expect(file.entities[1]).toMatchObject({ aboutElsewhere: ['r1', 'r9'] });
    expect(file.stories).toEqual([{ id: 'y' }]);
    expect(countCutOff(dataset, chosen)).toMatchObject({ addedRoles: 1, elsewhere: 2 });
  });

  it('shares claims that are public now and later alike', () => {
    const file = cutDataset(dataset, part([], ['r9']));
    expect(ids(file.entities)).toEqual(['ann', 'dan']);
    expect(file.relations[0]?.claims.every((claim) => isPublic(dataset, claim, null))).toBe(true);
  });
});
