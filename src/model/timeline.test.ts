import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { chooseRelations } from './chooseRelations.ts';
import type { Dataset } from './dataset.ts';
import { parseDate } from './dates.ts';
import { dayText } from './days.ts';
import type { Claim, DatasetFile } from './records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { isKnown, isPublic } from './standing.ts';
import { buildChange, buildTimeline, clockAt, findDayAfter, findDayBefore, findStepAt } from './timeline.ts';
import { countHeld } from './validTime.ts';
import { HOME, type View } from './view.ts';

const DATA = new URL('../../data/musk-putin-2024.json', import.meta.url);
const story = buildDataset(JSON.parse(readFileSync(DATA, 'utf8')) as DatasetFile);
const day = (text: string): number => parseDate(text)?.latest ?? Number.NaN;

/** One relation a list of claims; dates of relations where they are told. */
function datasetOf(claims: readonly (readonly Claim[])[], valid: readonly (string | undefined)[] = []): Dataset {
  const relations = claims.map((own, i) => sampleRelation(`r${i}`, 'a', 'b', own, valid[i] ? { valid: valid[i] } : {}));
  return buildDataset(sampleFile([sampleEntity('a'), sampleEntity('b')], relations));
}

const knownOn = (dataset: Dataset, asOf: number | null): number =>
  [...dataset.relations.values()].filter((relation) => isKnown(dataset, relation, asOf)).length;

describe('the public clock of the story', () => {
  const { known } = buildTimeline(story);

  test('has two days, with what could be known on each', () => {
    expect(known.days.map(dayText)).toEqual(['2022-10-31', '2024-10-25']);
    expect(known.steps.map(({ published }) => published.length)).toEqual([5, story.claims.size - 5]);
    expect(known.steps.map((step) => step.known)).toEqual([4, story.relations.size]);
    expect(known.steps[0]?.relations).toEqual([
      'r-musk-putin-war-talk',
      'r-musk-putin-spoke-once',
      'r-bremmer-musk',
      'r-musk-posted-x',
    ]);
    expect(known.steps.map(({ disputing }) => disputing)).toEqual([1, 2]);
    expect([known.undated.length, known.knownBefore]).toEqual([0, 0]);
    expect(known.borrowed).toBe(story.claims.size - 5);
  });

  test('is counted by months, from one in which nothing was public', () => {
    expect(known.histogram?.unit).toBe('month');
    expect(known.histogram?.bars.filter(({ count }) => count > 0).map(({ from }) => dayText(from))).toEqual([
      '2022-10-01',
      '2024-10-01',
    ]);
    expect(known.histogram?.from).toBeLessThan(known.days[0] ?? 0);
  });

  test('changes as its steps say, forwards and backwards', () => {
    const forth = buildChange(story, known, null, day('2022-10-31'));
    expect(forth.gone).toHaveLength(story.relations.size - 4);
    const back = buildChange(story, known, day('2022-10-31'), null);
    expect(back.appeared).toHaveLength(story.relations.size - 4);
    expect([...back.disputed, ...back.gone, ...back.further]).toEqual([]);
    expect(buildChange(story, known, day('2022-10-31'), day('2024-10-24')).appeared).toEqual([]);
  });
});

describe('steps', () => {
  test('partial and uncertain dates count from their latest day, at most the source’s', () => {
    const dates = ['2022-10~', '2022?', '../2021-03', '2030', '2019/..', '2020-02/2020-02%'];
    const { known } = buildTimeline(
      datasetOf(dates.map((date, i) => [sampleClaim(`c${i}`, { public: date, said: '1999' })])),
    );
    expect(known.days.map(dayText)).toEqual(['2020-02-29', '2021-03-31', '2022-10-31', '2022-12-31', '2024-10-25']);
    // 2030 and an open end count from the source's date.
    expect(known.steps.at(-1)?.published).toEqual(['c3', 'c4']);
    expect(known.borrowed).toBe(0);
  });

  test('dates that are none are borrowed from the source; without that they are undated and always count', () => {
    const hostile = ['2022-13', 'yesterday', '', '9999999999', '2022-02-30', '-5', '2024/2022'];
    const claims = hostile.map((date, i) => [sampleClaim(`c${i}`, { public: date })]);
    const dated = buildTimeline(datasetOf(claims));
    expect(dated.known.days.map(dayText)).toEqual(['2024-10-25']);
    expect(dated.known.borrowed).toBe(hostile.length);
    const file = datasetOf(claims).file;
    const sources = file.sources.map((source) => ({ ...source, published: null }));
    const { known } = buildTimeline(buildDataset({ ...file, sources }));
    expect([known.steps, known.histogram, known.undated.length]).toEqual([[], null, hostile.length]);
    expect(known.knownBefore).toBe(hostile.length);
  });

  test('an open end without a source’s date counts only when everything is shown', () => {
    const { file } = datasetOf([[sampleClaim('c0', { public: '2020/..' })], [sampleClaim('c1', { public: '2020' })]]);
    const dataset = buildDataset({ ...file, sources: file.sources.map((source) => ({ ...source, published: null })) });
    const { known } = buildTimeline(dataset);
    expect(known.days).toEqual([day('2020'), Number.POSITIVE_INFINITY]);
    expect(known.histogram?.bars).toHaveLength(2);
    expect(clockAt(known, day('2020'))).toBe(day('2020'));
    expect(clockAt(known, Number.POSITIVE_INFINITY)).toBeNull();
    expect(known.steps.map((step) => step.known)).toEqual([knownOn(dataset, day('2020')), knownOn(dataset, null)]);
  });

  test('a retraction is a step, and takes with it what rests on the claim alone', () => {
    const retracted = { date: '2023-05' };
    const dataset = datasetOf([
      [sampleClaim('c0', { public: '2021', retracted })],
      [sampleClaim('c1', { public: '2021', retracted }), sampleClaim('c2', { public: '2022', stance: 'denies' })],
      [sampleClaim('c3', { public: '2021', retracted: { date: '2020' } })],
      [sampleClaim('c4', { public: '2021', retracted: { date: 'never' } })],
      [],
    ]);
    const { known } = buildTimeline(dataset);
    expect(known.days.map(dayText)).toEqual(['2021-12-31', '2022-12-31', '2023-05-31']);
    expect(known.steps.map((step) => step.known)).toEqual([3, 3, 2]);
    expect(known.steps[2]).toMatchObject({ published: [], retracted: ['c0', 'c1'], relations: ['r0', 'r1'] });
    expect(buildChange(dataset, known, day('2022'), day('2023-05'))).toEqual({
      appeared: [],
      gone: ['r0'],
      disputed: [],
      further: ['r1'],
    });
    expect(buildChange(dataset, known, day('2021'), day('2022')).disputed).toEqual(['r1']);
  });

  test('an empty dataset and a single date', () => {
    const empty = buildTimeline(buildDataset(sampleFile([], [])));
    expect(empty.known).toMatchObject({ steps: [], histogram: null, knownBefore: 0 });
    expect(empty.held).toMatchObject({ dated: [], undated: [], histogram: null });
    expect(findStepAt(empty.known, null)).toBeUndefined();
    expect(clockAt(empty.known, 5)).toBeNull();
    const { known } = buildTimeline(datasetOf([[sampleClaim('c')]]));
    expect(known.histogram?.bars.map(({ count }) => count)).toEqual([0, 1]);
    expect(clockAt(known, day('2024-10-24'))).toBe(day('2024-10-24'));
    expect(clockAt(known, day('2024-10-25'))).toBeNull();
  });

  test('on every day as many relations are known as the standing says', () => {
    const date = fc.constantFrom('2020', '2021-03', '2021', '../2019', '2020/..', 'never', undefined);
    const claim = fc.record({ public: date, retracted: fc.option(date.map((at) => ({ date: at ?? 'x' }))) });
    fc.assert(
      fc.property(fc.array(fc.array(claim, { maxLength: 3 }), { maxLength: 4 }), fc.boolean(), (lists, isPublished) => {
        const claims = lists.map((list, i) =>
          list.map((fields, j) =>
            sampleClaim(`c${i}-${j}`, {
              ...(fields.public === undefined ? {} : { public: fields.public }),
              ...(fields.retracted ? { retracted: fields.retracted } : {}),
            }),
          ),
        );
        const { file } = datasetOf(claims);
        const sources = file.sources.map((source) => ({ ...source, published: isPublished ? '2020-06' : null }));
        const dataset = buildDataset({ ...file, sources });
        const { known } = buildTimeline(dataset);
        const before = Math.min(day('2018'), ...known.days);
        if (known.days.length > 0) expect(known.knownBefore).toBe(knownOn(dataset, before));
        for (const step of known.steps) {
          expect(step.known).toBe(knownOn(dataset, Number.isFinite(step.day) ? clockAt(known, step.day) : null));
        }
        const counting = (asOf: number | null): number =>
          [...dataset.claims.values()].filter((placed) => isPublic(dataset, placed.claim, asOf)).length;
        const steps = known.steps.reduce((sum, step) => sum + step.published.length - step.retracted.length, 0);
        if (known.days.length > 0) expect(counting(before) + steps).toBe(counting(null));
      }),
    );
  });
});

describe('days to step to', () => {
  const days = [3, 5, 9];
  test.each([
    [2, 3, undefined],
    [3, 5, undefined],
    [4, 5, 3],
    [9, undefined, 5],
    [Number.POSITIVE_INFINITY, undefined, 9],
  ])('from %i forward to %s, back to %s', (from, after, before) => {
    expect(findDayAfter(days, from)).toBe(after);
    expect(findDayBefore(days, from)).toBe(before);
  });
});

describe('valid time', () => {
  test('of the story: dated, open and undated, nothing dropped', () => {
    const { held } = buildTimeline(story);
    expect(held.dated).toHaveLength(8);
    expect(held.open.toSorted()).toEqual(['r-bremmer-musk', 'r-musk-putin-contact', 'r-musk-putin-spoke']);
    expect(held.dated.length + held.undated.length).toBe(story.relations.size);
    expect([held.histogram?.from, held.histogram?.to].map((at) => dayText(at ?? 0))).toEqual([
      '2021-04-01',
      '2024-10-31',
    ]);
  });

  test('partial, uncertain and open dates count at their bounds', () => {
    const { held } = buildTimeline(
      datasetOf([[], [], [], [], []], ['2022-10~', '2021/..', '../2020-06', '2023-02-29', undefined]),
    );
    expect([held.dated, held.open, held.undated]).toEqual([
      ['r2', 'r1', 'r0'],
      ['r2', 'r1'],
      ['r3', 'r4'],
    ]);
    const count = (from: string | null, to: string | null): number =>
      countHeld(held, from === null ? null : day(from), to === null ? null : day(to));
    expect(count(null, null)).toBe(3);
    expect(count('2022-10-31', '2022-10-31')).toBe(2);
    expect(count('2022-11-01', null)).toBe(1);
    expect(count(null, '2020-06-30')).toBe(1);
    expect(count('2020-07-01', '2020-12-31')).toBe(0);
    expect(count('2020-06-30', '2021-01-01')).toBe(2);
  });

  test('lets through as many relations as the choice does, on any days', () => {
    const { known, held } = buildTimeline(story);
    const passing = (clocks: Partial<Pick<View, 'asOf' | 'held'>>): number =>
      chooseRelations(story, { ...HOME, ...clocks }).passing?.size ?? story.relations.size;
    const days = fc.option(fc.integer({ min: day('2020'), max: day('2025') }));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        expect(passing({ held: { from, to } })).toBe(countHeld(held, from, to) + held.undated.length);
        expect(passing({ asOf: a })).toBe(findStepAt(known, a)?.known ?? known.knownBefore);
      }),
    );
  });

  test('without any date there is no axis', () => {
    expect(buildTimeline(datasetOf([[], []])).held).toMatchObject({ histogram: null, undated: ['r0', 'r1'] });
  });
});
