import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { NO_FILTERS } from '../model/view.ts';
import { fitToDataset } from './fitToDataset.ts';
import type { Rest } from './linked.ts';
import { anyRest, BARE_REST } from './linkFixture.ts';

const dataset = buildDataset(
  sampleFile(
    [sampleEntity('a'), sampleEntity('b')],
    [
      sampleRelation('r', 'a', 'b', [
        sampleClaim('c1', { modality: 'alleged', attribution: [{ label: 'Two officials', kind: 'unnamed' }] }),
      ]),
    ],
  ),
);
const withView = (view: object): Rest => ({ ...BARE_REST, view: { ...BARE_REST.view, ...view } });

test('what a dataset does not hold is left out and counted', () => {
  const moved = new Map([
    ['a', { x: 1, y: 2 }],
    ['gone', { x: 3, y: 4 }],
  ]);
  const asked = withView({ expanded: ['a', 'gone'], hidden: ['gone'], pinned: ['a', 'gone', 'b'], moved });
  const { rest, named, dropped } = fitToDataset(asked, dataset);
  expect(rest.view).toMatchObject({ expanded: ['a'], hidden: [], pinned: ['a'] });
  expect([...rest.view.moved.keys()]).toEqual(['a']);
  expect([named, dropped]).toEqual([5, 3]);
});

test('a filter of which nothing applies falls; one that lets nothing through stays', () => {
  const filters = {
    ...NO_FILTERS,
    kinds: ['Robot', 'Person'],
    sources: ['nowhere'],
    types: [],
    publishers: ['Nobody’s Daily'],
    speakers: ['un two officials', 'as nobody', 'id a', 'own gone', 'unstated', 'unnamed', 'a'],
    minOrigins: 3,
    text: 'any words',
  };
  const { rest, dropped } = fitToDataset(withView({ filters }), dataset);
  expect(rest.view.filters).toEqual({
    ...NO_FILTERS,
    kinds: ['Person'],
    types: [],
    speakers: ['un two officials', 'id a', 'unstated', 'unnamed'],
    minOrigins: 3,
    text: 'any words',
  });
  expect(dropped).toBe(6);
});

test('a question loses the ends that are not here, and an answer of theirs', () => {
  const ask = (from: string | null, to: string | null) =>
    fitToDataset({ ...BARE_REST, question: { from, to, everything: true, chosen: 3 } as never }, dataset).rest.question;
  expect(ask('a', 'b')).toEqual({ from: 'a', to: 'b', everything: true, chosen: 3 });
  expect(ask('a', 'gone')).toEqual({ from: 'a', to: null, everything: true, chosen: -1 });
  expect(ask('gone', null)).toBeNull();
  expect(ask(null, null)).toEqual({ from: null, to: null, everything: true, chosen: 3 });
});

test('a second fitting finds nothing to leave out, for any rest', () => {
  fc.assert(
    fc.property(anyRest, (asked) => {
      const { rest, named, dropped } = fitToDataset(asked, dataset);
      expect(dropped).toBeLessThanOrEqual(named);
      expect(fitToDataset(rest, dataset)).toMatchObject({ rest, dropped: 0 });
    }),
  );
});
