import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { buildStepView } from '../model/buildStepView.ts';
import { addStep, createStory } from '../model/editStory.ts';
import { parseStories } from '../model/parseStories.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { HOME, NO_FILTERS, type View } from '../model/view.ts';
import { buildInitialState } from './appState.ts';
import { captureStep } from './captureStep.ts';

const ids = ['a', 'b', 'c'];
const dataset = buildDataset(
  sampleFile(
    ids.map((id) => sampleEntity(id)),
    [sampleRelation('r', 'a', 'b', [sampleClaim('c1')])],
  ),
);
const places = new Map(ids.map((id, i) => [id, { x: i * 200, y: 0, side: 'below' as const }]));
const ties = new Map([...dataset.ties.keys()].map((id) => [id, { at: 0.5 }] as const));
const state = buildInitialState(dataset, { nodes: places, ties }, parseStories(dataset));
const NOTHING = { view: undefined, selection: undefined, show: undefined };

test('the opening view says nothing', () => {
  expect(captureStep(state, { x: 0, y: 0, width: 1, height: 1 })).toEqual(NOTHING);
});

test('what is in sight is framed once the reader has moved the camera', () => {
  const moved = { ...state, cameraAt: { x: 0, y: 0, zoom: 1 } };
  expect(captureStep(moved, { x: -50, y: -50, width: 300, height: 100 }).show).toEqual(['a', 'b']);
  expect(captureStep(moved, { x: 900, y: 900, width: 10, height: 10 }).show).toBeUndefined();
  expect(captureStep({ ...state, camera: { serial: 1, ask: { frame: ['c'] } } }, null).show).toEqual(['c']);
});

test('a captured step shows what was shown', () => {
  const some = fc.subarray(ids) as fc.Arbitrary<never[]>;
  const anyView: fc.Arbitrary<View> = fc
    .record({
      filters: fc
        .record({
          text: fc.string({ maxLength: 5 }),
          minOrigins: fc.nat(3),
          dispute: fc.constantFrom(null, 'denied' as const),
        })
        .map((filters) => ({ ...NO_FILTERS, ...filters })),
      asOf: fc.option(fc.integer({ min: -9000, max: 20_000 })),
      keepUnrelated: fc.boolean(),
      hidden: some,
      added: some,
      arrangement: fc.constantFrom('usual' as const, 'kind' as const),
      callouts: fc.constantFrom([], [{ id: 'n', text: 'Note', at: { x: 1, y: 2 } }]),
    })
    .map((view) => ({ ...HOME, ...view }));
  fc.assert(
    fc.property(anyView, some, (view, selection) => {
      const { view: change, selection: kept } = captureStep({ ...state, view, selection }, null);
      const step = { caption: '', ...(change ? { view: change } : {}), ...(kept ? { selection: kept } : {}) };
      const story = JSON.parse(
        JSON.stringify(
          addStep(
            createStory('', () => false),
            step,
          ),
        ),
      );
      expect(buildStepView(dataset, story, 0)).toEqual({ view, selection, show: null });
    }),
  );
});
