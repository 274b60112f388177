import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { parseDate } from './dates.ts';
import { type Claim, MODALITIES, type RelationId, STANCES } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { isKnown, standingOf } from './standing.ts';

const PEOPLE = ['a', 'b', 'wsj', 'nyt', 'critic'].map((id) => sampleEntity(id));
const r = 'r' as RelationId;

function standingWith(claims: readonly Claim[], asOf: string | null = null) {
  const dataset = buildDataset(sampleFile(PEOPLE, [sampleRelation('r', 'a', 'b', claims)]));
  return standingOf(dataset, r, asOf === null ? null : (parseDate(asOf)?.latest ?? null));
}
const unnamed = { label: 'unnamed sources', kind: 'unnamed' };
const labels = (speakers: readonly { label: string }[]): string[] => speakers.map(({ label }) => label);

describe('the word', () => {
  test('is the firmest assertion, hypothetical apart', () => {
    expect(standingWith([sampleClaim('c1', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] })]).word).toBe(
      'rumoured',
    );
    expect(
      standingWith([
        sampleClaim('c1', { modality: 'hypothetical', condition: 'if elected' }),
        sampleClaim('c2', { modality: 'alleged', attribution: [unnamed] }),
      ]),
    ).toMatchObject({ word: 'alleged', support: 'alleged' });
  });

  test.each([
    ['hypothetical', [sampleClaim('c', { modality: 'hypothetical', condition: 'if' })]],
    ['questioned', [sampleClaim('c', { stance: 'questions', modality: 'reported', attribution: [named('critic')] })]],
    ['unsupported', [sampleClaim('c', { stance: 'denies', modality: 'reported', attribution: [named('a')] })]],
    ['unsupported', [sampleClaim('c', { stance: 'no-comment', modality: 'reported', attribution: [named('a')] })]],
    ['unsourced', []],
  ])('is %s without support', (word, claims) => {
    expect(standingWith(claims)).toMatchObject({ word, support: null });
  });
});

describe('disputes', () => {
  test('a denial or a limit disputes; silence and questions do not', () => {
    const by = (stance: string) =>
      standingWith([sampleClaim('c1'), sampleClaim('c2', { stance, modality: 'reported', attribution: [named('a')] })]);
    expect(by('denies')).toMatchObject({ disputed: true, word: 'stated', deniedBy: [{ entity: 'a' }] });
    expect(by('limits')).toMatchObject({ disputed: true, limitedBy: [{ entity: 'a' }] });
    expect(by('no-comment')).toMatchObject({ disputed: false, silent: [{ entity: 'a' }] });
    expect(by('questions')).toMatchObject({ disputed: false, questionedBy: [{ entity: 'a' }] });
  });

  test('each denier is named once', () => {
    const deny = (id: string) => sampleClaim(id, { stance: 'denies', modality: 'reported', attribution: [named('a')] });
    expect(standingWith([sampleClaim('c'), deny('d1'), deny('d2')]).deniedBy).toHaveLength(1);
  });
});

describe('origins', () => {
  test('an unnamed speaker and the relay that quotes it are one', () => {
    const claims = [
      sampleClaim('c1', { modality: 'alleged', attribution: [unnamed, named('wsj')] }),
      sampleClaim('c2', { modality: 'reported', attribution: [named('wsj')] }),
    ];
    expect(labels(standingWith(claims).origins)).toEqual(['wsj']);
  });

  test('an unnamed speaker without a named relay is one with the source, by publisher where known', () => {
    const claim = sampleClaim('c1', { modality: 'alleged', attribution: [unnamed] });
    expect(labels(standingWith([claim, sampleClaim('c2')]).origins)).toEqual(['The source']);
  });

  test('an unstated first speaker counts for nothing, and is said', () => {
    const standing = standingWith([sampleClaim('c', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] })]);
    expect(standing).toMatchObject({ origins: [], originUnknown: true, ownWord: false });
  });

  test('the word of a party is no origin', () => {
    const own = sampleClaim('c1', { modality: 'reported', attribution: [named('a')] });
    expect(standingWith([own])).toMatchObject({ origins: [], ownWord: true, word: 'reported' });
    const both = [own, sampleClaim('c2', { modality: 'reported', attribution: [named('nyt')] })];
    expect(standingWith(both)).toMatchObject({ ownWord: false, origins: [{ entity: 'nyt' }] });
  });

  test('claims of one utterance count once', () => {
    const told = (id: string, who: string) =>
      sampleClaim(id, { modality: 'reported', attribution: [named(who)], statement: 'one interview' });
    expect(labels(standingWith([told('c1', 'wsj'), told('c2', 'nyt')]).origins)).toEqual(['wsj']);
  });

  test('a story reprinted ten times is one origin', () => {
    const prints = Array.from({ length: 10 }, (_, i) =>
      sampleClaim(`c${i}`, {
        modality: 'reported',
        attribution: [named('wsj'), { label: `paper ${i}`, kind: 'named' }],
      }),
    );
    expect(standingWith(prints).origins).toHaveLength(1);
  });
});

describe('the public clock', () => {
  const denial = sampleClaim('d', {
    stance: 'denies',
    modality: 'reported',
    attribution: [named('a')],
    public: '2023',
  });
  test('a claim counts from the last day its date can mean, at the latest with its source', () => {
    const claims = [sampleClaim('c', { public: '2022-10' }), denial];
    expect(standingWith(claims, '2022-10-30').word).toBe('unsupported');
    expect(standingWith(claims, '2022-10-31')).toMatchObject({ word: 'stated', disputed: false });
    expect(standingWith(claims, '2023-12-31').disputed).toBe(true);
    expect(standingWith([sampleClaim('c', { public: '2022/..' })], '2024-10-25').word).toBe('stated');
  });

  test('a retracted claim stops counting on the day it is retracted', () => {
    const claims = [sampleClaim('c', { public: '2020', retracted: { date: '2021-05-05' } })];
    expect(standingWith(claims, '2021-05-04').word).toBe('stated');
    expect(standingWith(claims, '2021-05-05').word).toBe('unsupported');
    expect(standingWith(claims).word).toBe('unsupported');
  });

  test('what is not yet public is not shown; what has no source always is', () => {
    const dataset = buildDataset(
      sampleFile(PEOPLE, [
        sampleRelation('r', 'a', 'b', [sampleClaim('c', { public: '2023' })]),
        sampleRelation('bare', 'a', 'b', []),
      ]),
    );
    const day = parseDate('2022')?.latest ?? 0;
    const shown = [...dataset.relations.values()].filter((relation) => isKnown(dataset, relation, day));
    expect(shown.map(({ id }) => id)).toEqual(['bare']);
  });
});

describe('role relations', () => {
  const event = sampleEntity('e', {
    kind: 'Event',
    claims: [sampleClaim('c', { modality: 'reported', attribution: [named('b')] })],
  });
  const dataset = buildDataset(
    sampleFile(
      [...PEOPLE, event],
      [
        sampleRelation('r', 'a', 'e', [], { type: 'asked' }),
        sampleRelation('r2', 'b', 'e', [], { type: 'asked' }),
        sampleRelation(
          'r3',
          'critic',
          'e',
          [sampleClaim('d', { stance: 'denies', modality: 'reported', attribution: [named('critic')] })],
          {
            type: 'asked',
          },
        ),
      ],
    ),
  );
  test('have the claims of their event, and everyone with a role is a party', () => {
    expect(standingOf(dataset, r)).toMatchObject({ word: 'reported', ownWord: true, origins: [], disputed: false });
    expect(standingOf(dataset, 'r3' as RelationId)).toMatchObject({ disputed: true, deniedBy: [{ entity: 'critic' }] });
  });
});

describe('for any claims', () => {
  const steps = fc.array(
    fc.oneof(
      fc.constantFrom('a', 'b', 'wsj', 'nyt').map(named),
      fc.constantFrom({ label: 'someone', kind: 'unnamed' }, { kind: 'unstated' }),
    ),
    { maxLength: 3 },
  );
  const claims = fc.array(
    fc.record({ stance: fc.constantFrom(...STANCES), modality: fc.constantFrom(...MODALITIES), attribution: steps }),
    { maxLength: 8 },
  );
  const toClaims = (parts: readonly object[]): Claim[] => parts.map((part, i) => sampleClaim(`c${i}`, part));

  test('adding a claim never weakens support, removes a dispute or loses a denier', () => {
    fc.assert(
      fc.property(claims, claims, (some, more) => {
        const before = standingWith(toClaims(some));
        const after = standingWith(toClaims([...some, ...more]));
        const rank = (word: string | null): number =>
          word === null ? 9 : (MODALITIES as readonly string[]).indexOf(word);
        expect(rank(after.support)).toBeLessThanOrEqual(rank(before.support));
        expect(after.disputed || !before.disputed).toBe(true);
        for (const speaker of before.deniedBy) expect(after.deniedBy).toContainEqual(speaker);
      }),
    );
  });

  test('the order of claims changes nothing but the order of speakers', () => {
    fc.assert(
      fc.property(claims, (parts) => {
        const sort = (standing: ReturnType<typeof standingWith>) => ({
          ...standing,
          ...Object.fromEntries(
            (['origins', 'deniedBy', 'limitedBy', 'questionedBy', 'silent'] as const).map((key) => [
              key,
              labels(standing[key]).toSorted(),
            ]),
          ),
        });
        expect(sort(standingWith(toClaims(parts).toReversed()))).toEqual(sort(standingWith(toClaims(parts))));
      }),
    );
  });

  test('origins are never parties, and never more than assertions', () => {
    fc.assert(
      fc.property(claims, (parts) => {
        const { origins } = standingWith(toClaims(parts));
        expect(origins.length).toBeLessThanOrEqual(parts.filter(({ stance }) => stance === 'asserts').length);
        for (const { entity } of origins) expect(['a', 'b']).not.toContain(entity);
      }),
    );
  });
});
