import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGeneratedDataset } from '../../scripts/generateGraph.mjs';
import { buildDataset } from './buildDataset.ts';
import type { Choice } from './chooseRelations.ts';
import type { Dataset } from './dataset.ts';
import type { EntityId, Kind, RelationId } from './records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { chooseShownPart, countBehind, type PartOfView } from './shownPart.ts';
import { HOME, NO_FILTERS } from './view.ts';

const KINDS: readonly Kind[] = ['Person', 'Company'];
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** A dataset of ties "ab": a is related to b. The kinds of those in `companies` differ from the others'. */
function datasetOf(ties: readonly string[], companies = ''): Dataset {
  const entities = NAMES.map((id) => sampleEntity(id, { kind: KINDS[companies.includes(id) ? 1 : 0] }));
  const relations = ties.map((tie, i) => sampleRelation(`r${i}`, tie[0] ?? '', tie[1] ?? '', [sampleClaim(`c${i}`)]));
  return buildDataset(sampleFile(entities, relations));
}

const passingOnly = (...ids: readonly string[]): Choice => ({
  passing: new Set(ids as RelationId[]),
  hidden: new Map(),
});
const ALL: Choice = { passing: null, hidden: new Map() };
const list = (ids: string): EntityId[] => [...ids] as EntityId[];

function shown(dataset: Dataset, view: Partial<PartOfView> = {}, choice = ALL): string {
  return [...chooseShownPart(dataset, { ...HOME, ...view }, choice).ids].toSorted().join('');
}

/** The same by its definition, relation by relation, without a limit. */
function naivePart(dataset: Dataset, view: PartOfView, { passing }: Choice): string {
  const relations = [...dataset.relations.values()].filter(({ id }) => passing === null || passing.has(id));
  const areTied = (a: EntityId, b: EntityId): boolean =>
    relations.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  const wanted = [...dataset.entities.values()]
    .filter(({ kind }) => !view.filters.kinds || view.filters.kinds.includes(kind))
    .map(({ id }) => id)
    .filter((id) => {
      const own = [...dataset.relations.values()].filter(({ from, to }) => from === id || to === id);
      return own.length === 0 || view.keepUnrelated || own.some((relation) => relations.includes(relation));
    });
  const isWithin = (id: EntityId, from: readonly EntityId[], hops: number): boolean =>
    from.includes(id) ||
    (hops > 0 && wanted.some((other) => areTied(id, other) && isWithin(other, from, hops - 1) && other !== id));
  const { focus, expanded, added, hidden, collapsed } = view;
  const centres = focus?.ids.filter((id) => wanted.includes(id)) ?? [];
  const reached = wanted
    .filter((id) => !focus || isWithin(id, centres, focus.hops))
    .concat(wanted.filter((id) => expanded.includes(id) || expanded.some((other) => areTied(id, other))))
    .concat(wanted.filter((id) => added.includes(id)))
    .filter((id) => !hidden.includes(id));
  const asked = [...(focus?.ids ?? []), ...expanded, ...added, ...collapsed];
  const left = reached.filter((id) => {
    const isFolded = collapsed.some((other) => areTied(id, other) && other !== id);
    const isHeld = reached.some((other) => other !== id && areTied(id, other) && !collapsed.includes(other));
    return asked.includes(id) || !isFolded || isHeld;
  });
  return [...new Set(left)].toSorted().join('');
}

describe('which entities are drawn', () => {
  const chain = datasetOf(['ab', 'bc', 'cd', 'de']);

  test('everything, at first', () => {
    expect(shown(chain)).toBe('abcdefg');
    expect(shown(buildDataset(sampleFile([], [])))).toBe('');
  });

  test('a focus is spread over relations that pass', () => {
    expect(shown(chain, { focus: { ids: list('b'), hops: 1 } })).toBe('abc');
    expect(shown(chain, { focus: { ids: list('b'), hops: 3 } })).toBe('abcde');
    expect(shown(chain, { focus: { ids: list('b'), hops: 3 } }, passingOnly('r0', 'r2', 'r3'))).toBe('ab');
    expect(shown(chain, { focus: { ids: list('bf'), hops: 0 } })).toBe('bf');
  });

  test('what filters leave without relations goes, unless it is kept; what never had any stays', () => {
    expect(shown(chain, {}, passingOnly('r0'))).toBe('abfg');
    expect(shown(chain, { keepUnrelated: true }, passingOnly('r0'))).toBe('abcdefg');
    const companies = datasetOf(['ab', 'bc'], 'cg');
    const people = { filters: { ...NO_FILTERS, kinds: ['Person'] as const } };
    expect(shown(companies, people, passingOnly('r0'))).toBe('abdef');
    expect(shown(companies, { ...people, keepUnrelated: true }, passingOnly())).toBe('abdef');
  });

  test('expanding brings the neighbours, hiding takes one out, adding brings one', () => {
    const focus = { ids: list('a'), hops: 0 };
    expect(shown(chain, { focus, expanded: list('ab') })).toBe('abc');
    expect(shown(chain, { focus, added: list('eg') })).toBe('aeg');
    expect(shown(chain, { focus, expanded: list('ab'), hidden: list('b') })).toBe('ac');
    expect(shown(chain, { focus, added: list('e') }, passingOnly('r0'))).toBe('a');
  });

  test('folding takes neighbours that nothing else holds', () => {
    const fan = datasetOf(['ab', 'ac', 'ad', 'de']);
    expect(shown(fan, { collapsed: list('a') })).toBe('adefg');
    expect(shown(fan, { collapsed: list('ad') })).toBe('adfg');
    expect(shown(fan, { collapsed: list('a'), added: list('b') })).toBe('abdefg');
    expect(shown(fan, { collapsed: list('a'), focus: { ids: list('bcd'), hops: 1 } })).toBe('abcde');
  });

  test('says how many neighbours each has that are not drawn', () => {
    const fan = datasetOf(['ab', 'ab', 'ba', 'ac', 'ad', 'aa']);
    expect(countBehind(fan, ALL, new Set(list('ab')))).toEqual(new Map([['a', 2]]));
    expect(countBehind(fan, passingOnly('r0', 'r3'), new Set(list('a')))).toEqual(new Map([['a', 2]]));
    expect(countBehind(fan, ALL, new Set(list('abcd')))).toEqual(new Map());
  });

  test('is what its definition says', () => {
    const few = (max: number) =>
      fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: max }).map((ids) => ids as EntityId[]);
    const tie = fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)).map((ends) => ends.join(''));
    const view = fc.record({
      focus: fc.option(fc.record({ ids: few(2), hops: fc.nat(3) })),
      filters: fc.constantFrom(NO_FILTERS, { ...NO_FILTERS, kinds: ['Person'] as const }),
      keepUnrelated: fc.boolean(),
      expanded: few(2),
      collapsed: few(3),
      added: few(2),
      hidden: few(2),
    });
    const passing = fc.option(fc.uniqueArray(fc.nat(11), { maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 12 }), view, passing, (ties, asked, numbers) => {
        const dataset = datasetOf(ties, 'cf');
        const through = [...dataset.relations.values()]
          .filter(({ from, to }) => !asked.filters.kinds || ![from, to].some((id) => 'cf'.includes(id)))
          .filter((_, i) => numbers === null || numbers.includes(i));
        const choice = numbers === null && !asked.filters.kinds ? ALL : passingOnly(...through.map(({ id }) => id));
        expect(shown(dataset, asked, choice)).toBe(naivePart(dataset, asked, choice));
      }),
      { numRuns: 400 },
    );
  });
});

describe('above the limit', () => {
  const large = buildDataset(buildGeneratedDataset(3000, 9000, 7));
  const elementsOf = (ids: ReadonlySet<EntityId>): number =>
    ids.size + [...large.ties.values()].filter(({ ends }) => ends.every((id) => ids.has(id))).length;
  const base = chooseShownPart(large, HOME, ALL);
  const hub = [...base.ids][0] as EntityId;

  test('a readable part opens, and filters that leave little show all of it', () => {
    expect(base.limited).toBe(true);
    expect(base.ids.size).toBeLessThan(40);
    const through = [...large.relations.keys()].slice(0, 40);
    const few = chooseShownPart(large, HOME, passingOnly(...through));
    const unrelated = [...large.relationsOf.values()].filter(({ length }) => length === 0).length;
    const ends = through.flatMap((id) => [large.relations.get(id)?.from, large.relations.get(id)?.to]);
    expect([few.limited, few.ids.size]).toEqual([false, new Set(ends).size + unrelated]);
  });

  test('what is expanded comes on top of it, up to the limit', () => {
    const more = chooseShownPart(large, { ...HOME, expanded: [hub] }, ALL);
    expect([...base.ids].filter((id) => !more.ids.has(id))).toEqual([]);
    expect(countBehind(large, ALL, more.ids).get(hub)).toBe(undefined);
    const most = chooseShownPart(large, { ...HOME, expanded: [...large.entities.keys()] }, ALL);
    expect(most.limited).toBe(true);
    expect(elementsOf(most.ids)).toBeLessThanOrEqual(1500);
    expect(elementsOf(most.ids)).toBeGreaterThan(1400);
    const asked = { ...HOME, focus: { ids: [...large.entities.keys()], hops: 0 } };
    expect(elementsOf(chooseShownPart(large, asked, ALL).ids)).toBeLessThanOrEqual(1500);
  });
});
