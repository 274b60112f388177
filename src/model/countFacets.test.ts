import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import story from '../../data/musk-putin-2024.json';
import { buildDataset } from './buildDataset.ts';
import { blameSlowly, day, someDataset, someView } from './chooseFixture.ts';
import { chooseRelations } from './chooseRelations.ts';
import type { ViewOfChoice } from './chooseSieve.ts';
import { countFacets, type FacetCounts } from './countFacets.ts';
import type { Dataset } from './dataset.ts';
import { findFacetValues } from './facetValues.ts';
import { parseDataset } from './parseDataset.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { type Filters, NO_FILTERS } from './view.ts';

const seed = buildDataset(parseDataset(story).file);
const CLAIM_LISTS = ['modalities', 'stances', 'sources', 'publishers', 'speakers'] as const;
const ROW_LISTS = ['groups', 'types', 'standings'] as const;

/** How many pass where some filters are replaced. */
function countSlowly(dataset: Dataset, view: ViewOfChoice, change: Partial<Filters>): number {
  const changed = { ...view, filters: { ...view.filters, ...change } };
  return [...dataset.relations.values()].filter((relation) => blameSlowly(dataset, changed, relation) === null).length;
}

function countKindSlowly(dataset: Dataset, view: ViewOfChoice, kind: string): number {
  const open = { ...view, filters: { ...view.filters, kinds: null } };
  return [...dataset.relations.values()].filter(
    (relation) =>
      blameSlowly(dataset, open, relation) === null &&
      [relation.from, relation.to].some((id) => dataset.entities.get(id)?.kind === kind),
  ).length;
}

function expectSlow(dataset: Dataset, view: ViewOfChoice): FacetCounts {
  const counts = countFacets(dataset, view);
  for (const name of [...ROW_LISTS, ...CLAIM_LISTS]) {
    const values = [...counts[name].keys()];
    const slow = values.map((value) => [value, countSlowly(dataset, view, { [name]: [value] })]);
    expect([name, ...counts[name]]).toEqual([name, ...slow]);
  }
  for (const [kind, count] of counts.kinds) expect(count).toBe(countKindSlowly(dataset, view, kind));
  for (const [dispute, count] of counts.dispute) expect(count).toBe(countSlowly(dataset, view, { dispute }));
  for (const [dated, count] of counts.dated) expect(count).toBe(countSlowly(dataset, view, { dated }));
  for (const [minOrigins, count] of counts.minOrigins) expect(count).toBe(countSlowly(dataset, view, { minOrigins }));
  const { passing } = chooseRelations(dataset, view);
  const all = dataset.relations.size;
  expect(counts.totals).toEqual({ passing: passing?.size ?? all, all });
  return counts;
}

describe('counts', () => {
  test('are those of the facet set to one value under all other filters', () => {
    fc.assert(
      fc.property(someDataset, someView, (dataset, view) => void expectSlow(dataset, view)),
      { numRuns: 100 },
    );
  });

  test('so they are for the story', () => {
    for (const asOf of [null, day('2024-10-25'), day('2022-10-31')]) {
      for (const filters of [{}, { modalities: ['alleged', 'rumoured'], dispute: 'undisputed' }, { text: 'putin' }]) {
        const counts = expectSlow(seed, { filters: { ...NO_FILTERS, ...filters } as Filters, asOf, held: null });
        const values = findFacetValues(seed);
        // What the panel lists is there even with 0.
        expect([...counts.kinds.keys()]).toEqual(values.kinds);
        expect([...counts.groups.keys()]).toEqual(values.groups);
        expect([...counts.sources.keys()]).toEqual(values.sources);
        for (const voice of values.voices.keys()) expect(counts.speakers.has(voice)).toBe(true);
      }
    }
  });

  test('of origins go from none up to the most that there is, never rising', () => {
    const own = (id: string, source: string) => sampleClaim(id, { source });
    const file = sampleFile(
      [sampleEntity('a'), sampleEntity('b')],
      [sampleRelation('r', 'a', 'b', [own('c', 's1')]), sampleRelation('none', 'a', 'b', [])],
    );
    const { minOrigins } = countFacets(buildDataset(file), { filters: NO_FILTERS, asOf: null, held: null });
    expect([...minOrigins]).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  test('of an empty dataset are nothing', () => {
    const { totals, kinds } = countFacets(buildDataset(sampleFile([], [])), {
      filters: NO_FILTERS,
      asOf: null,
      held: null,
    });
    expect(totals).toEqual({ passing: 0, all: 0 });
    expect(kinds.size).toBe(0);
  });
});
