import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import story from '../../data/musk-putin-2024.json';
import { buildDataset } from './buildDataset.ts';
import { blameSlowly, day, someDataset, someDay, someView } from './chooseFixture.ts';
import { chooseRelations, isPassing, whyHidden } from './chooseRelations.ts';
import type { ViewOfChoice } from './chooseSieve.ts';
import { judgeRelations } from './chooseStanding.ts';
import type { Dataset } from './dataset.ts';
import { findFacetValues } from './facetValues.ts';
import { parseDataset } from './parseDataset.ts';
import type { RelationId } from './records.ts';
import { indexRelations } from './relationIndex.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { isKnown, STANDING_WORDS, standingOf } from './standing.ts';
import { FILTER_NAMES, type Filters, type HiddenBy, NO_FILTERS } from './view.ts';
import type { VoiceKey } from './voices.ts';

const seed = buildDataset(parseDataset(story).file);
const PEOPLE = ['a', 'b', 'wsj'].map((id) => sampleEntity(id));

function viewOf(filters: Partial<Filters>, more: Partial<ViewOfChoice> = {}): ViewOfChoice {
  return { filters: { ...NO_FILTERS, ...filters }, asOf: null, held: null, ...more };
}

/** The ids that pass, in order. */
function passing(dataset: Dataset, view: ViewOfChoice): RelationId[] {
  const choice = chooseRelations(dataset, view);
  return [...dataset.relations.keys()].filter((id) => isPassing(choice, id));
}

function expectSlow(dataset: Dataset, view: ViewOfChoice): void {
  const blames = [...dataset.relations.values()].map((relation) => blameSlowly(dataset, view, relation));
  const ids = [...dataset.relations.keys()];
  const choice = chooseRelations(dataset, view);
  expect(passing(dataset, view)).toEqual(ids.filter((_, i) => blames[i] === null));
  expect(ids.map((id) => whyHidden(dataset, view, id))).toEqual(blames);
  const order: HiddenBy[] = ['clock', 'held', ...FILTER_NAMES, 'claims'];
  const counts = order.map((by) => [by, blames.filter((blame) => blame === by).length] as const);
  expect([...choice.hidden]).toEqual(counts.filter(([, count]) => count > 0));
  const hidden = [...choice.hidden.values()].reduce((sum, count) => sum + count, 0);
  expect(hidden + (choice.passing?.size ?? ids.length)).toBe(ids.length);
}

/** A relation with one claim, and what is said of its date. */
function dated(valid: string | undefined, ...claims: (string | undefined)[]): Dataset {
  return buildDataset(
    sampleFile(PEOPLE, [
      sampleRelation(
        'r',
        'a',
        'b',
        claims.map((own, i) => sampleClaim(`c${i}`, { valid: own })),
        { valid },
      ),
    ]),
  );
}
const holds = (dataset: Dataset, from: string | null, to: string | null): boolean =>
  passing(dataset, viewOf({}, { held: { from: from && day(from), to: to && day(to) } as never })).length === 1;

describe('the engine', () => {
  test('says of every relation what a slow reading of the contract says', () => {
    fc.assert(
      fc.property(someDataset, someView, (dataset, view) => expectSlow(dataset, view)),
      { numRuns: 500 },
    );
  });

  test('so it does of the story, under any filter and clock', () => {
    const values = findFacetValues(seed);
    const some = <T>(all: Iterable<T>) => fc.option(fc.subarray([...all]), { freq: 3 });
    const filters = fc.record({
      kinds: some(values.kinds),
      groups: some(values.groups),
      types: some(values.types),
      standings: some(values.standings),
      modalities: some(values.modalities),
      stances: some(values.stances),
      sources: some(values.sources),
      publishers: some(values.publishers),
      speakers: some(values.voices.keys()),
      minOrigins: fc.constantFrom(0, 0, 1, 2),
      dispute: fc.constantFrom(null, null, 'denied', 'disputed', 'undisputed'),
      dated: fc.constantFrom(null, null, 'dated', 'undated'),
      text: fc.constantFrom('', '', 'musk', 'putin starlink', 'журнал'),
    }) as fc.Arbitrary<Filters>;
    const clock = fc.option(fc.integer({ min: day('2014'), max: day('2025') }));
    const held = fc.option(fc.record({ from: clock, to: clock }));
    fc.assert(
      fc.property(filters, clock, held, fc.subarray([...FILTER_NAMES], { maxLength: 4 }), (all, asOf, span, used) => {
        const chosen = Object.fromEntries(used.map((name) => [name, all[name]]));
        expectSlow(seed, { filters: { ...NO_FILTERS, ...chosen }, asOf, held: span });
      }),
      { numRuns: 150 },
    );
  });

  test('lets everything through where nothing is in force', () => {
    const choice = chooseRelations(seed, viewOf({ text: '  ' }, { held: { from: null, to: null } }));
    expect(choice).toEqual({ passing: null, hidden: new Map() });
    expect(isPassing(choice, 'r' as RelationId)).toBe(true);
    expect(whyHidden(seed, viewOf({}), [...seed.relations.keys()][0]!)).toBeNull();
  });

  test('has nothing to say of a relation that is not there', () => {
    expect(whyHidden(seed, viewOf({ text: 'x' }), 'toString' as RelationId)).toBeNull();
  });
});

describe('raising a threshold', () => {
  const lists = ['kinds', 'groups', 'types', 'standings', 'modalities', 'stances', 'sources', 'publishers', 'speakers'];
  const narrower = (filters: Filters, pick: number): Filters =>
    Object.fromEntries(
      Object.entries(filters).map(([name, value], i) => {
        if (lists.includes(name) && Array.isArray(value))
          return [name, value.filter((_, at) => (pick >> ((at + i) % 8)) & 1)];
        if (name === 'minOrigins') return [name, Number(value) + (pick % 3)];
        return name === 'text' ? [name, `${String(value)} ${pick % 2 ? 'said' : ''}`] : [name, value];
      }),
    ) as unknown as Filters;

  test('or narrowing a list, or adding words, never adds a relation', () => {
    fc.assert(
      fc.property(someDataset, someView, fc.nat({ max: 255 }), (dataset, view, pick) => {
        const before = passing(dataset, view);
        const after = passing(dataset, { ...view, filters: narrower(view.filters, pick) });
        expect(before).toEqual(expect.arrayContaining(after));
      }),
    );
  });

  test('nor does setting a filter that was not set, or a shorter time', () => {
    fc.assert(
      fc.property(someDataset, someView, someDay, someDay, (dataset, view, from, to) => {
        const all = passing(dataset, { ...view, filters: NO_FILTERS, held: null });
        expect(all).toEqual(expect.arrayContaining(passing(dataset, view)));
        const one = passing(dataset, { ...view, held: { from, to: null } });
        expect(one).toEqual(expect.arrayContaining(passing(dataset, { ...view, held: { from, to } })));
      }),
    );
  });
});

describe('filters choose relations, never claims', () => {
  test('a denial stays in the standing of what is shown, whatever the filters', () => {
    const dataset = buildDataset(
      sampleFile(PEOPLE, [
        sampleRelation('r', 'a', 'b', [
          sampleClaim('c', { modality: 'alleged', attribution: [{ label: 'Aides', kind: 'unnamed' }] }),
          sampleClaim('d', { stance: 'denies', modality: 'reported', attribution: [named('a')] }),
        ]),
      ]),
    );
    const r = 'r' as RelationId;
    // Only the assertion satisfies these, and yet the relation is disputed.
    const view = viewOf({ stances: ['asserts'], modalities: ['alleged'], dispute: 'denied' });
    expect(passing(dataset, view)).toEqual([r]);
    expect(standingOf(dataset, r).deniedBy).toHaveLength(1);
    expect(whyHidden(dataset, viewOf({ dispute: 'undisputed', stances: ['asserts'] }), r)).toBe('dispute');
    expect(whyHidden(dataset, viewOf({ stances: ['denies'], modalities: ['alleged'] }), r)).toBe('claims');
    expect(whyHidden(dataset, viewOf({ stances: ['questions'], modalities: ['alleged'] }), r)).toBe('stances');
  });

  test('everyone who is not named, and all of a source, are voices too', () => {
    const aides = sampleClaim('c', { modality: 'alleged', attribution: [{ label: 'Aides', kind: 'unnamed' }] });
    const relations = [sampleRelation('r', 'a', 'b', [aides]), sampleRelation('own', 'a', 'b', [sampleClaim('c2')])];
    const dataset = buildDataset(sampleFile(PEOPLE, relations));
    const through = (voice: string) => passing(dataset, viewOf({ speakers: [voice as VoiceKey] }));
    expect(through('unnamed')).toEqual(['r']);
    expect(through('un aides')).toEqual(['r']);
    expect(through('own s1')).toEqual(['own']);
    expect(through('source s1')).toEqual(['r', 'own']);
  });

  test('words are found in claims in view alone, whatever their case and accents', () => {
    const claims = [
      sampleClaim('c', { public: '2020', text: 'A crème brûlée.', attribution: [named('wsj')] }),
      sampleClaim('d', { public: '2023', text: 'Later words.' }),
    ];
    const dataset = buildDataset(sampleFile(PEOPLE, [sampleRelation('r', 'a', 'b', claims, { label: 'Paid' })]));
    const finds = (text: string, asOf: number | null = null) =>
      passing(dataset, viewOf({ text }, { asOf })).length === 1;
    expect(finds('CREME brulee')).toBe(true);
    expect(finds('  paid   wsj known ')).toBe(true);
    expect(finds('brulee nowhere')).toBe(false);
    expect(finds('later')).toBe(true);
    expect(finds('later', day('2022-01-01'))).toBe(false);
  });

  test('a relation without claims passes no filter on claims, and all others', () => {
    const dataset = buildDataset(sampleFile(PEOPLE, [sampleRelation('r', 'a', 'b', [])]));
    expect(chooseRelations(dataset, viewOf({ modalities: ['stated'] })).hidden).toEqual(new Map([['modalities', 1]]));
    expect(passing(dataset, viewOf({ standings: ['unsourced'] }, { asOf: day('1990') }))).toHaveLength(1);
  });
});

describe('valid time', () => {
  test.each([
    ['2022-10', '2022-10-31', null, true],
    ['2022-10', '2022-11-01', null, false],
    ['2022-10~', null, '2022-10-01', true],
    ['2022-10?', null, '2022-09-30', false],
    ['2022-10%', '2022-11-01', '2022-12-01', false],
    ['2022', '2022-12-31', '2023-06-01', true],
    ['2022-10~/..', '2100-01-01', null, true],
    ['2022-10~/..', null, '2022-09-30', false],
    ['../2021', null, '1900-01-01', true],
    ['../2021', '2022-01-01', null, false],
    ['2020/2021-06', '2021-06-30', '2021-06-30', true],
    [undefined, '1900-01-01', '1900-01-01', true],
    ['not a date', '1900-01-01', '1900-01-01', true],
  ])('of %s, from %s to %s: %s', (valid, from, to, expected) => {
    expect(holds(dated(valid, undefined), from, to)).toBe(expected);
  });

  test('a span that ends before it starts holds no dated relation, and every undated one', () => {
    expect(holds(dated('2000/..', undefined), '2022-01-01', '2021-01-01')).toBe(false);
    expect(holds(dated(undefined, undefined), '2022-01-01', '2021-01-01')).toBe(true);
  });

  test('where the relation says nothing, its assertions do, from the first to the last', () => {
    const dataset = dated(undefined, '2020', '2022-03', undefined);
    expect(holds(dataset, '2021-01-01', '2021-01-01')).toBe(true);
    expect(holds(dataset, '2022-04-01', null)).toBe(false);
    expect(holds(dataset, null, '2019-12-31')).toBe(false);
    expect(holds(dated('2024', '2020'), null, '2020-06-01')).toBe(false);
    expect(passing(dataset, viewOf({ dated: 'dated' }))).toHaveLength(1);
  });

  test('what is denied, or not yet public, dates nothing; a role has the date of its Event', () => {
    const build = (more: object): Dataset => {
      const claims = [sampleClaim('c', { public: '2020' }), sampleClaim('d', { valid: '2019', ...more })];
      return buildDataset(sampleFile(PEOPLE, [sampleRelation('r', 'a', 'b', claims)]));
    };
    const denied = build({ stance: 'denies', modality: 'reported', attribution: [named('a')] });
    expect(passing(denied, viewOf({ dated: 'dated' }))).toEqual([]);
    const late = build({ public: '2023' });
    expect(passing(late, viewOf({ dated: 'dated' }, { asOf: day('2024-01-01') }))).toHaveLength(1);
    expect(passing(late, viewOf({ dated: 'dated' }, { asOf: day('2022-01-01') }))).toEqual([]);
    expect(passing(late, viewOf({ dated: 'undated' }, { asOf: day('2022-01-01') }))).toHaveLength(1);
    const event = sampleEntity('e', { kind: 'Event', claims: [sampleClaim('c', { valid: '2022' })] });
    const role = sampleRelation('r', 'a', 'e', [], { type: 'asked' });
    const dataset = buildDataset(sampleFile([...PEOPLE, event], [role]));
    expect(holds(dataset, '2023-01-01', null)).toBe(false);
    expect(holds(dataset, '2022-06-01', null)).toBe(true);
  });
});

describe('the public clock', () => {
  test('stepping to and fro gives what a fresh index gives', () => {
    fc.assert(
      fc.property(someDataset, fc.array(someDay, { minLength: 2, maxLength: 8 }), (dataset, clocks) => {
        for (const asOf of clocks) {
          const fresh = buildDataset(dataset.file);
          expect(passing(dataset, viewOf({}, { asOf }))).toEqual(passing(fresh, viewOf({}, { asOf })));
          const judged = judgeRelations(indexRelations(dataset), asOf);
          expect(judged).toEqual(judgeRelations(indexRelations(fresh), asOf));
          for (const [row, relation] of [...dataset.relations.values()].entries()) {
            if (!isKnown(dataset, relation, asOf)) continue;
            const { word, origins, deniedBy, disputed } = standingOf(dataset, relation.id, asOf);
            expect(STANDING_WORDS[judged.word[row]!]).toBe(word);
            expect(judged.origins[row]).toBe(origins.length);
            expect(judged.dispute[row]).toBe(deniedBy.length > 0 ? 2 : disputed ? 1 : 0);
          }
        }
      }),
    );
  });

  test('a retracted claim hides its relation from that day on, at "everything" too', () => {
    const retracted = { public: '2020', retracted: { date: '2021-05-05' } };
    const dataset = buildDataset(
      sampleFile(PEOPLE, [
        sampleRelation('r', 'a', 'b', [sampleClaim('c', retracted)]),
        sampleRelation('stays', 'a', 'b', [sampleClaim('c2')]),
      ]),
    );
    expect(passing(dataset, viewOf({}, { asOf: day('2021-05-04') }))).toContain('r');
    expect(passing(dataset, viewOf({}, { asOf: day('2021-05-05') }))).not.toContain('r');
    expect(chooseRelations(dataset, viewOf({}))).toEqual({
      passing: new Set(['stays']),
      hidden: new Map([['clock', 1]]),
    });
    expect(whyHidden(dataset, viewOf({}), 'r' as RelationId)).toBe('clock');
  });
});
