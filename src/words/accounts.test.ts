import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { someDataset, someDay } from '../model/chooseFixture.ts';
import type { Dataset } from '../model/dataset.ts';
import { parseDate } from '../model/dates.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import { parseDataset } from '../model/parseDataset.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { claimsOf, isKnown, isPublic, standingOf } from '../model/standing.ts';
import { buildAccount } from './accounts.ts';

const whole = (dataset: Dataset): DatasetPart => ({
  entities: [...dataset.entities.keys()],
  relations: [...dataset.relations.keys()],
});
const partOf = (entities: string[], relations: string[]): DatasetPart => ({
  entities: entities as EntityId[],
  relations: relations as RelationId[],
});
const story = buildDataset(parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'))).file);

describe('an account', () => {
  it('tells every known relation once, with every public claim, its denials, and a source for each claim', () => {
    fc.assert(
      fc.property(someDataset, someDay, (dataset, asOf) => {
        const account = buildAccount(dataset, whole(dataset), asOf);
        const known = [...dataset.relations.values()].filter((relation) => isKnown(dataset, relation, asOf));
        expect(account.relations.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
        for (const [i, { id, claims, dispute }] of account.relations.entries()) {
          const open = claimsOf(dataset, known[i] as never).filter((claim) => isPublic(dataset, claim, asOf));
          expect(claims.map((claim) => claim.id)).toEqual(open.map((claim) => claim.id));
          expect(dispute !== null).toBe(standingOf(dataset, id, asOf).disputed);
        }
        const cited = [...account.entities, ...account.relations].flatMap(({ claims }) => claims);
        expect(new Set(account.sources.map(({ id }) => id))).toEqual(new Set(cited.map(({ source }) => source)));
      }),
    );
  });

  it('says who says it, how firmly, who denies it, and where it is read', () => {
    const account = buildAccount(story, partOf([], ['r-musk-sold-russia', 'gone']), null);
    expect(account.relations).toHaveLength(1);
    expect(account.relations[0]).toMatchObject({
      sentence: 'Elon Musk sold Starlink terminals to Russia',
      when: 'undated, past',
      standing: 'alleged · origin unknown',
      dispute: 'denied by Elon Musk',
      origins: 'origin unknown',
      silent: null,
      besides: [],
      leftOut: [],
    });
    expect(account.relations[0]?.claims[1]).toMatchObject({
      stance: 'denies',
      sentence: 'Elon Musk denies it.',
      quotes: ['categorically false'],
      times: ['When it was said is not stated', 'Public since 25 October 2024'],
      citation: 'News article, 25 October 2024, paragraph 4',
    });
  });

  it('shows silence, and on both sides what is said in conflict, figures and notes', () => {
    const { relations } = buildAccount(
      story,
      partOf([], ['r-musk-putin-contact', 'r-musk-putin-spoke-once', 'r-musk-contracts']),
      null,
    );
    expect(relations[0]?.silent).toBe('silent: Elon Musk');
    expect(relations[0]?.besides.map(({ id }) => id)).toEqual(['c-spoke-once-musk']);
    expect(relations[1]?.claims[0]?.details[1]).toBe(
      'Conflicts with: Elon Musk has been in contact with Vladimir Putin, from about October 2022 onwards (reported · 1 origin: The Wall Street Journal).',
    );
    expect(relations[1]?.claims[0]?.times).toContain('Public since October 2022');
    expect(relations[2]?.claims[0]?.details).toContain('Amount: USD 3,000,000,000');
  });

  it('counts what does not count under the clock, and tells nothing of it', () => {
    const dataset = buildDataset(
      sampleFile(
        [
          sampleEntity('ann', { claims: [sampleClaim('late')] }),
          sampleEntity('ev', { kind: 'Event', claims: [sampleClaim('ev-late')] }),
        ],
        [
          sampleRelation('r', 'ann', 'ann', [
            sampleClaim('now', { public: '../2020', attribution: [named('ann')], modality: 'reported' }),
            sampleClaim('no', { stance: 'denies', against: ['now'] }),
            sampleClaim('gone', { public: '2020', retracted: { date: '2020-05' } }),
          ]),
        ],
      ),
    );
    const { entities, relations } = buildAccount(dataset, whole(dataset), parseDate('2021')?.latest ?? null);
    expect(relations[0]?.leftOut).toEqual([
      '1 claim became public later: it denies or limits this',
      '1 claim was retracted',
    ]);
    expect(relations[0]?.dispute).toBe(null);
    expect(relations[0]?.claims[0]?.times).toEqual(['When it was said is not stated', 'Public by 2020']);
    expect(relations[0]?.claims[0]?.details).toEqual([]);
    expect(entities.map(({ standing, leftOut }) => [standing, leftOut])).toEqual([
      [null, ['1 claim became public later']],
      [null, ['1 claim became public later']],
    ]);
    const today = buildAccount(dataset, whole(dataset), null);
    expect(today.entities[1]?.standing).toBe('stated · 1 origin: The source');
    expect(today.relations[0]?.claims[0]?.details).toEqual([
      'Conflicts with: “Text of no.” The source denies it in its own voice.',
    ]);
  });

  it('gives only addresses that may be linked to', () => {
    const source = { id: 's1', label: 'L', kind: 'post', title: null, publisher: null, authors: [], published: null };
    const dataset = buildDataset(
      sampleFile([sampleEntity('ann', { claims: [sampleClaim('c')] })], [], {
        sources: [{ ...source, url: 'javascript:alert(1)', archivedUrl: 'https://a.example/x y' }],
      }),
    );
    expect(buildAccount(dataset, whole(dataset), null).sources).toMatchObject([
      { url: null, archivedUrl: 'https://a.example/x%20y' },
    ]);
  });
});
