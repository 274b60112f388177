import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyViewChange } from './applyViewChange.ts';
import { buildDataset } from './buildDataset.ts';
import { parseViewChange } from './parseViewChange.ts';
import type { EntityId } from './records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { HOME } from './view.ts';
import type { ViewChange } from './viewFile.ts';

const IDS = ['a', 'b', 'c'] as EntityId[];
const dataset = buildDataset(
  sampleFile(
    IDS.map((id) => sampleEntity(id)),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c1')])],
  ),
);

const ids = fc.uniqueArray(fc.constantFrom(...IDS));
const date = fc.constantFrom('2022', '2022-10', '2022-10-31', '2022-10~', '2022-10~/..', '../2024-02');
const length = fc.double({ min: -9000, max: 9000, noNaN: true });
const change: fc.Arbitrary<ViewChange> = fc.record(
  {
    filters: fc.record(
      {
        kinds: fc.constantFrom(null, ['Person'] as const, []),
        speakers: fc.constantFrom(null, ['a', 'id b', 'unstated', 'own s'] as never),
        minOrigins: fc.constantFrom(0, 1, 2.7),
        dispute: fc.constantFrom(null, 'denied' as const),
        text: fc.string({ maxLength: 5 }),
      },
      { requiredKeys: [] },
    ),
    asOf: fc.option(date.filter((text) => !text.endsWith('..'))),
    held: fc.option(date),
    keepUnrelated: fc.boolean(),
    focus: fc.option(fc.record({ ids, hops: fc.constantFrom(0, 1, 3) })),
    hidden: ids,
    moved: fc.uniqueArray(fc.record({ id: fc.constantFrom(...IDS), x: length, y: length }), {
      selector: ({ id }) => id,
    }),
    callouts: fc.constantFrom([], [{ id: '1', text: 'Note', at: { entity: IDS[0] } }] as never),
    arrangement: fc.constantFrom('usual', 'kind'),
  },
  { requiredKeys: [] },
);

it('gives the view that the check gives, for everything that the check lets through', () => {
  fc.assert(
    fc.property(change, (asked) => {
      expect(applyViewChange(dataset, asked)).toEqual({ ...HOME, ...parseViewChange(dataset, HOME, asked) });
    }),
  );
});
