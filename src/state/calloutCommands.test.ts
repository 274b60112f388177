import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { DataError } from '../model/dataError.ts';
import { solveLayout } from '../model/layout.ts';
import { parseViewChange } from '../model/parseViewChange.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { type Callout, HOME, MOST_CALLOUT } from '../model/view.ts';
import { writeView } from '../model/viewFile.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { withCallouts } from '../scene/buildScene.ts';
import { buildInitialState, type CalloutAsk } from './appState.ts';
import type { CalloutsChange } from './calloutCommands.ts';
import { type AppStore, createAppStore } from './createAppStore.ts';
import { addCallout, editCallout, findCalloutPlace, removeCallout } from './editCallouts.ts';
import { fitToDataset } from './fitToDataset.ts';
import { followSpeech } from './followSpeech.ts';
import { BARE_REST } from './linkFixture.ts';
import { packText } from './packText.ts';
import { packView, unpackView } from './packView.ts';
import { selectScene } from './selectors.ts';
import { runShortcut } from './shortcuts.ts';

const dataset = buildDataset(
  sampleFile(
    ['a', 'b', 'c'].map((id) => sampleEntity(id)),
    [
      sampleRelation('r1', 'a', 'b', [sampleClaim('c1')]),
      sampleRelation('r2', 'b', 'a', [sampleClaim('c2')]),
      sampleRelation('r3', 'b', 'c', [sampleClaim('c3')]),
    ],
  ),
);
const placement = solveLayout(buildProblem(dataset, new Set(dataset.entities.keys())), { iterations: 300 });

function open(): AppStore {
  const store = createAppStore(buildInitialState(dataset, placement));
  store.dispatch('drawCallouts', withCallouts);
  return store;
}
const pack = (value: unknown): string => packText(JSON.stringify(value)) ?? '';
const atA = { entity: 'a' as EntityId };
const calloutsOf = (store: AppStore): readonly Callout[] => store.getState().view.callouts;
const apply = (store: AppStore, change: CalloutsChange | null): void => {
  if (change) store.dispatch('setCallouts', change);
};
const write = (store: AppStore, asked: Parameters<typeof addCallout>[1]): void =>
  apply(store, addCallout(store.getState(), asked));
const reword = (store: AppStore, asked: Parameters<typeof editCallout>[1]): void =>
  apply(store, editCallout(store.getState(), asked));
const takeOut = (store: AppStore, id: string): void => apply(store, removeCallout(store.getState(), id));
const offered = (store: AppStore) => {
  const { dialog, callout } = store.getState();
  return { dialog, callout };
};

describe('writing callouts', () => {
  test('adds one to view and scene, and undo takes it away again', () => {
    const store = open();
    write(store, { at: atA, text: '  Has denied \n this  twice ' });
    expect(calloutsOf(store)).toEqual([{ id: 'c1', at: atA, text: 'Has denied this twice' }]);
    expect(selectScene(store.getState()).callouts).toMatchObject([{ id: 'c1', text: 'Has denied this twice' }]);
    store.dispatch('undo');
    expect(calloutsOf(store)).toEqual([]);
    store.dispatch('redo');
    expect(calloutsOf(store)).toHaveLength(1);
  });

  test('says nothing: without text, or about what is not there', () => {
    const store = open();
    write(store, { at: atA, text: ' \n ' });
    write(store, { at: { entity: 'nobody' as EntityId }, text: 'x' });
    write(store, { at: { relation: 'none' as RelationId }, text: 'x' });
    write(store, { at: { x: Number.NaN, y: 0 }, text: 'x' });
    expect(calloutsOf(store)).toEqual([]);
    expect(store.getState().past).toEqual([]);
  });

  test('keeps as many letters as one may have, and as many callouts as a view may have', () => {
    const store = open();
    write(store, { at: atA, text: '👩‍👩‍👧 '.repeat(100) });
    expect(Array.from(calloutsOf(store)[0]?.text ?? '').length).toBeLessThanOrEqual(MOST_CALLOUT.letters);
    for (let i = 0; i < 60; i += 1) write(store, { at: { x: i, y: 0.123 }, text: `Note ${i}` });
    expect(calloutsOf(store)).toHaveLength(MOST_CALLOUT.callouts);
    expect(calloutsOf(store)[1]?.at).toEqual({ x: 0, y: 0.12 });
  });

  test('any order of adding, changing and removing leaves ids that are each there once, and is undone step by step', () => {
    const step = fc.oneof(
      fc.constantFrom(atA, { relation: 'r3' as RelationId }, { x: 1, y: 2 }).map((at) => ({ add: at })),
      fc.nat({ max: 5 }).map((remove) => ({ remove })),
      fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('new words', '', 'one more')).map((edit) => ({ edit })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = open();
        const idAt = (i: number): string => calloutsOf(store)[i]?.id ?? 'none';
        for (const each of steps) {
          if ('add' in each) write(store, { at: each.add, text: 'words' });
          else if ('remove' in each) takeOut(store, idAt(each.remove));
          else reword(store, { id: idAt(each.edit[0]), text: each.edit[1] });
          const ids = calloutsOf(store).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
        for (const { callouts } of store.getState().past.toReversed()) {
          store.dispatch('undo');
          expect(calloutsOf(store)).toBe(callouts);
        }
        expect(store.getState().view).toBe(HOME);
      }),
      { numRuns: 60 },
    );
  });

  test('changes the words of one and leaves its place; without words it goes', () => {
    const store = open();
    write(store, { at: atA, text: 'one' });
    write(store, { at: atA, text: 'two' });
    reword(store, { id: 'c1', text: 'one more' });
    expect(calloutsOf(store).map(({ text }) => text)).toEqual(['one more', 'two']);
    reword(store, { id: 'c1', text: ' ' });
    expect(calloutsOf(store).map(({ id }) => id)).toEqual(['c2']);
  });

  test('brings a new one into view: the whole where the whole is shown, else itself', () => {
    const store = open();
    write(store, { at: atA, text: 'one' });
    expect(store.getState().camera.ask).toBe('fit');
    store.dispatch('lookAt', { x: 0, y: 0, zoom: 3 });
    write(store, { at: atA, text: 'two' });
    expect(store.getState().camera.ask).toEqual({ show: ['c2'] });
    expect(store.getState().cameraAt).not.toBeNull();
  });
});

describe('where a callout is written', () => {
  const placeOf = (store: AppStore, ask: CalloutAsk) => findCalloutPlace(store.getState(), ask);

  test('is what it is about: an entity, a relation, or the first shown relation of a tie', () => {
    const store = open();
    expect(placeOf(store, { about: 'c' })).toEqual({ entity: 'c' });
    expect(placeOf(store, { about: 'r3' })).toEqual({ relation: 'r3' });
    expect(placeOf(store, { about: '["a","b"]' })).toEqual({ relation: 'r1' });
    expect(placeOf(store, { at: atA })).toBe(atA);
  });

  test('is the middle of what is looked at for what has no place, and for nothing', () => {
    const store = open();
    const { bounds } = selectScene(store.getState());
    const middle = placeOf(store, { about: null });
    expect(middle && 'x' in middle && middle.x).toBeCloseTo(bounds.x + bounds.width / 2, 1);
    store.dispatch('lookAt', { x: 5, y: 6.789, zoom: 2 });
    expect(placeOf(store, { about: null })).toEqual({ x: 5, y: 6.79 });
    expect(placeOf(store, { about: 's' })).toEqual({ x: 5, y: 6.79 });
  });

  test('stays for one that is changed, and is nowhere for one that is gone', () => {
    const store = open();
    write(store, { at: atA, text: 'one' });
    expect(placeOf(store, { id: 'c1' })).toEqual(atA);
    expect(placeOf(store, { id: 'c2' })).toBeUndefined();
  });

  test('is asked for by key: for what was selected last, and never in another page', () => {
    const store = open();
    const press = () =>
      runShortcut(store, { key: 'm', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false });
    store.dispatch('select', { ids: ['a', 'r3'] });
    expect(press()).toBe(true);
    expect(offered(store)).toEqual({ dialog: 'callout', callout: { about: 'r3' } });
    store.dispatch('clearSelection');
    press();
    expect(offered(store).callout).toEqual({ about: null });
    store.dispatch('report', { embedded: true });
    expect(press()).toBe(false);
  });
});

test('a scene has callouts as soon as what draws them has come, and the whole stays shown', () => {
  const store = createAppStore(buildInitialState(dataset, placement));
  write(store, { at: atA, text: 'one' });
  expect(selectScene(store.getState()).callouts).toEqual([]);
  const { serial } = store.getState().camera;
  store.dispatch('drawCallouts', withCallouts);
  expect(selectScene(store.getState()).callouts).toHaveLength(1);
  expect(store.getState().camera).toEqual({ serial: serial + 1, ask: 'fit' });
  store.dispatch('openDataset', { dataset, placement });
  write(store, { at: atA, text: 'again' });
  expect(selectScene(store.getState()).callouts).toHaveLength(1);
});

describe('callouts that are kept', () => {
  const callouts: readonly Callout[] = [
    { id: 'c1', at: atA, text: 'He denies it' },
    { id: 'c2', at: { relation: 'r3' as RelationId }, text: 'רשומה' },
    { id: 'c3', at: { x: -12.5, y: 3 }, text: '≠ 🇫🇷' },
  ];
  const refusal = (asked: unknown): string => {
    try {
      parseViewChange(dataset, HOME, { callouts: asked });
    } catch (error) {
      if (error instanceof DataError) return error.where;
    }
    return 'understood';
  };

  test('come back from the link and from the file as they were', () => {
    const rest = { ...BARE_REST, view: { ...BARE_REST.view, callouts } };
    expect(unpackView(packView(rest) ?? '')?.view.callouts).toEqual(callouts);
    const written = JSON.parse(JSON.stringify(writeView({ ...HOME, callouts })));
    expect(parseViewChange(dataset, HOME, written).callouts).toEqual(callouts);
  });

  test('of a link lose those about what the dataset lacks, and say so', () => {
    const strange = [...callouts, { id: 'c4', at: { entity: 'nobody' as EntityId }, text: 'x' }];
    const { rest, dropped } = fitToDataset({ ...BARE_REST, view: { ...BARE_REST.view, callouts: strange } }, dataset);
    expect(rest.view.callouts).toEqual(callouts);
    expect(dropped).toBe(1);
  });

  test('of a script are refused where one is not right, with its path', () => {
    const [first] = callouts;
    expect(refusal([first])).toBe('understood');
    expect(refusal([{ ...first, text: 'x'.repeat(201) }])).toBe('callouts[0].text');
    expect(refusal([{ ...first, text: ' ' }])).toBe('callouts[0].text');
    expect(refusal([first, first])).toBe('callouts[1].id');
    expect(refusal([{ ...first, at: { entity: 'nobody' } }])).toBe('callouts[0].at.entity');
    expect(refusal(Array.from({ length: 41 }, (_, i) => ({ ...first, id: `c${i}` })))).toBe('callouts[40]');
  });

  test.each([
    ['an unknown sort', [['c1', 'text', 'z', 'a']]],
    ['no text', [['c1', ' ', 'e', 'a']]],
    ['too long a text', [['c1', 'x'.repeat(201), 'e', 'a']]],
    ['half a spot', [['c1', 'text', 1]]],
    ['a spot too far away', [['c1', 'text', 1e12, 0]]],
    ['an entity that is a number', [['c1', 'text', 'e', 7]]],
    ['more than there is', [['c1', 'text', 'e', 'a', 'b']]],
    ['the same id twice', [0, 1].map(() => ['c1', 'text', 'e', 'a'])],
    ['too many', Array.from({ length: 41 }, (_, i) => [`c${i}`, 'text', 'e', 'a'])],
  ])('of a link are refused: %s', (_, l) => {
    expect(unpackView(pack({ l }))).toBeNull();
  });
});

test('what was written is said aloud, and how many are left', () => {
  const store = open();
  const stop = followSpeech(store);
  write(store, { at: atA, text: 'He denies it' });
  expect(store.getState().said).toBe('Callout at a: “He denies it”');
  write(store, { at: { relation: 'r3' as RelationId }, text: 'Since when?' });
  expect(store.getState().said).toBe('Callout at the line between b and c: “Since when?”');
  takeOut(store, 'c1');
  expect(store.getState().said).toBe('1 callout left');
  stop();
});
