import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bundled from '../../data/musk-putin-2024.json' with { type: 'json' };
import { buildDataset } from './buildDataset.ts';
import { CHECKS, type CheckName, checkBeforePublishing, usualAge } from './checkSheet.ts';
import type { Dataset } from './dataset.ts';
import { dayNumber } from './dates.ts';
import type { Claim, DatasetFile, Entity, Relation } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';

const DAY = dayNumber(2024, 10, 25);
const NO_CLOCKS = { asOf: null, olderThan: null };
const story = buildDataset(bundled as unknown as DatasetFile);

const wholeOf = ({ entities, relations }: Dataset) => ({
  entities: [...entities.keys()],
  relations: [...relations.keys()],
});

function check(dataset: Dataset, options: { asOf?: number | null; olderThan?: number | null } = {}) {
  return checkBeforePublishing(dataset, wholeOf(dataset), { ...NO_CLOCKS, ...options });
}

function between(claims: readonly Claim[], more: Parameters<typeof sampleRelation>[4] = {}, people?: Entity[]) {
  const entities = people ?? [sampleEntity('a'), sampleEntity('b')];
  return buildDataset(sampleFile(entities, [sampleRelation('r', 'a', 'b', claims, more)]));
}

const checksOf = (dataset: Dataset, options = {}): readonly CheckName[] =>
  check(dataset, options).flagged.find(({ id }) => id === ('r' as never))?.checks ?? [];

const byOutsiders = [
  sampleClaim('c1', { attribution: [{ kind: 'named', label: 'X' }], modality: 'reported' }),
  sampleClaim('c2', { attribution: [{ kind: 'named', label: 'Y' }], modality: 'reported' }),
];
const denial = (who: string): Claim => sampleClaim(`d-${who}`, { stance: 'denies', attribution: [named(who)] });

describe('checkBeforePublishing', () => {
  it('finds nothing where two independent speakers assert it and both parties have answered', () => {
    const answered = ['a', 'b'].map((who) => sampleClaim(`n-${who}`, { attribution: [named(who)] }));
    const sheet = check(between([...byOutsiders, ...answered]));
    expect(sheet).toMatchObject({ checked: 1, flagged: [] });
    expect([...sheet.lists.keys()]).toEqual([...CHECKS]);
  });

  it.each<[string, Claim[], CheckName[]]>([
    ['without a claim', [], ['unsourced']],
    ['only denied', [denial('a')], ['unasserted', 'disputed', 'unanswered']],
    ['hypothetical', [sampleClaim('c', { modality: 'hypothetical' })], ['unasserted', 'single-origin', 'unanswered']],
    ['denied', [...byOutsiders, denial('a'), denial('b')], ['disputed']],
    [
      'limited',
      [...byOutsiders, sampleClaim('l', { stance: 'limits', attribution: [named('a')] }), denial('b')],
      ['disputed'],
    ],
    ['rumoured', [sampleClaim('c', { modality: 'rumoured' })], ['alleged', 'single-origin', 'unanswered']],
    ['the word of one party', [sampleClaim('c', { attribution: [named('a')] })], ['own-word', 'unanswered']],
    [
      'of an unknown origin',
      [sampleClaim('c', { modality: 'alleged', attribution: [{ kind: 'unstated' }] })],
      ['alleged', 'single-origin', 'unanswered'],
    ],
  ])('lists what is %s', (_, claims, checks) => {
    expect(checksOf(between(claims))).toEqual(checks);
  });

  it('tells who was not asked, who is silent, and of whom nothing is recorded', () => {
    const silence = (who: string, response?: string): Claim =>
      sampleClaim(`s-${who}`, { stance: 'no-comment', attribution: [named(who)], ...(response ? { response } : {}) });
    const unanswered = (claims: Claim[]) => check(between([...byOutsiders, ...claims])).flagged[0]?.unanswered;
    expect(unanswered([])).toEqual([
      { party: 'a', why: 'none' },
      { party: 'b', why: 'none' },
    ]);
    expect(unanswered([silence('a', 'not-asked'), silence('b')])).toEqual([
      { party: 'a', why: 'not-asked' },
      { party: 'b', why: 'unknown' },
    ]);
    expect(unanswered([silence('a', 'declined'), silence('b', 'unreachable')])).toBeUndefined();
  });

  it('asks nobody who cannot answer, and not about offices that a source states', () => {
    const place = sampleEntity('b', { kind: 'Place' });
    const dead = sampleEntity('a', { properties: { deathDate: ['1990'] } });
    expect(checksOf(between(byOutsiders, {}, [dead, place]))).toEqual([]);
    const office = { ...sampleFile([], []).relationTypes[0], id: 'leads', group: 'role' };
    const stated = [sampleRelation('r', 'a', 'b', [sampleClaim('c')], { type: 'leads' })];
    const build = (claims: readonly Relation[]) =>
      buildDataset(sampleFile([sampleEntity('a'), sampleEntity('b')], claims, { relationTypes: [office] }));
    expect(checksOf(build(stated))).toEqual(['single-origin']);
    const disputed = [sampleRelation('r', 'a', 'b', [sampleClaim('c'), denial('b')], { type: 'leads' })];
    expect(checksOf(build(disputed))).toContain('unanswered');
  });

  it('calls old what nobody published on since the day, and what has no date', () => {
    const dated = between(byOutsiders.map((claim) => ({ ...claim, public: '2020-05' })));
    expect(checksOf(dated, { olderThan: dayNumber(2020, 5, 31) })).not.toContain('old');
    expect(checksOf(dated, { olderThan: dayNumber(2020, 6, 1) })).toContain('old');
    expect(checksOf(between([]), { olderThan: DAY })).toEqual(['unsourced']);
    const [source] = sampleFile([], []).sources;
    const file = sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', byOutsiders)], {
      sources: [{ ...source, published: null }],
    });
    expect(check(buildDataset(file), { olderThan: 0 }).lists.get('old')).toMatchObject([{ latest: null }]);
  });

  it('calls old a year before the data was last kept, where it says when', () => {
    const ageOf = (updated?: string) => usualAge(buildDataset(sampleFile([], [], updated ? { updated } : {})));
    expect(ageOf('2024-10-25T08:00:00Z')).toBe(dayNumber(2023, 10, 25));
    expect(ageOf()).toBeNull();
  });

  it('judges by what is public under the clock', () => {
    const early = byOutsiders.map((claim) => ({ ...claim, public: '2024-10-01' }));
    const late = between([...early, denial('a'), denial('b')]);
    expect(checksOf(late, { asOf: DAY })).toEqual(['disputed']);
    expect(checksOf(late, { asOf: DAY - 1 })).toEqual(['unanswered']);
    expect(check(late, { asOf: dayNumber(2024, 9, 30) }).checked).toBe(0);
  });

  it('takes an Event with the roles that rest on its claims as one thing', () => {
    const event = sampleEntity('e', { kind: 'Event', claims: [sampleClaim('c', { modality: 'alleged' })] });
    const roles = [
      sampleRelation('r1', 'a', 'e', [], { type: 'asked' }),
      sampleRelation('r2', 'b', 'e', [sampleClaim('c2', { attribution: [named('b')] })], { type: 'asked' }),
    ];
    const dataset = buildDataset(sampleFile([sampleEntity('a'), sampleEntity('b'), event], roles));
    expect(check(dataset).flagged.map(({ id }) => id)).toEqual(['e', 'r2']);
    expect(check(dataset).flagged[0]?.unanswered.map(({ party }) => party)).toEqual(['a', 'b']);
    const withoutEvent = checkBeforePublishing(
      dataset,
      { entities: [], relations: wholeOf(dataset).relations },
      NO_CLOCKS,
    );
    expect(withoutEvent.flagged.map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  it('looks at each thing of the story once and finds every dispute', () => {
    const sheet = check(story);
    const ids = (name: CheckName) => sheet.lists.get(name)?.map(({ id }) => id);
    expect(ids('disputed')).toEqual(['r-musk-putin-war-talk', 'r-trump-putin-ties', 'r-musk-sold-russia']);
    expect(ids('unsourced')).toEqual([]);
    expect(new Set(sheet.flagged.map(({ id }) => id)).size).toBe(sheet.flagged.length);
  });

  it('gives for a part no more than for the whole, and the same words', () => {
    const whole = new Map(check(story).flagged.map((record) => [record.id, record]));
    const relations = [...story.relations.keys()];
    fc.assert(
      fc.property(fc.subarray(relations), (part) => {
        const ends = new Set(part.flatMap((id) => [story.relations.get(id)!.from, story.relations.get(id)!.to]));
        const sheet = checkBeforePublishing(story, { entities: [...ends], relations: part }, NO_CLOCKS);
        for (const record of sheet.flagged) expect(record).toEqual(whole.get(record.id));
      }),
      { numRuns: 40 },
    );
  });
});
