import { expect, test } from 'vitest';
import { tieId } from '../model/buildDataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { HOME, type View } from '../model/view.ts';
import { type AppState, buildInitialState } from './appState.ts';
import { findPlaces } from './findPlaces.ts';
import { LONGEST_FRAGMENT, readFragment } from './fragment.ts';
import { readPacked, writeLink } from './linkCodec.ts';
import { isPlain } from './linked.ts';
import { sample } from './urlFixture.ts';

const dataset = sample('home', ['a', 'b', 'c']);
const [a, b, c] = ['a', 'b', 'c'] as EntityId[] as [EntityId, EntityId, EntityId];
const whole: Placement = {
  nodes: new Map([
    [a, { x: 1.25, y: -2, side: 'above' }],
    [b, { x: 300.01, y: 4, side: 'left' }],
    [c, { x: 0, y: 99.99, side: 'below' }],
  ]),
  ties: new Map([[tieId(a, b), { at: 0.42 }]]),
};
const part: Placement = { nodes: new Map([...whole.nodes].slice(0, 2)), ties: whole.ties };

function stateOf(view: Partial<View>, others: Partial<AppState> = {}): AppState {
  return { ...buildInitialState(dataset, whole), view: { ...HOME, ...view }, ...others };
}

const read = (fragment: string) => readPacked(readFragment(fragment)?.packed ?? '', dataset);

test('a link always names its dataset', () => {
  expect(writeLink(stateOf({}))).toEqual({ fragment: '#v1&d=home', left: [] });
  expect(writeLink(stateOf({ focus: { ids: [a], hops: 1 } }, { selection: ['b'], tab: 'table' })).fragment).toBe(
    '#v1&s=b&f=1:a&t=table&d=home',
  );
});

test('places are in it only where the dataset is laid out in part', () => {
  const focus = { ids: [a], hops: 1 };
  expect(findPlaces(stateOf({ focus }))).toBeNull();
  expect(findPlaces(stateOf({ focus }, { placement: null }))).toBeNull();
  expect(isPlain(stateOf({ focus }))).toBe(true);
  const partly = stateOf({ focus }, { placement: part });
  expect(isPlain(partly)).toBe(false);
  expect(isPlain({ ...partly, view: HOME })).toBe(true);
  const { fragment } = writeLink(partly);
  expect(read(fragment)).toMatchObject({ rest: { placement: part }, dropped: 0 });
});

test('what would be too long is left out piece by piece, and named', () => {
  const long = Array.from({ length: 2000 }, (_, i) => `${i}-${(i * 2_654_435_761) % 4_294_967_296}-entity` as EntityId);
  const nodes = new Map(
    long.map((id, i) => [id, { x: (i * 7919) % 1013, y: (i * 104_729) % 991, side: 'below' as const }]),
  );
  const places = { nodes, ties: new Map() };
  const withPlaces = writeLink(stateOf({ hidden: [a] }), places);
  expect(withPlaces.left).toEqual(['places']);
  expect(read(withPlaces.fragment)?.rest.view.hidden).toEqual([a]);
  const withMoved = writeLink(stateOf({ moved: nodes, pinned: [a], hidden: [a] }), places);
  expect(withMoved.left).toEqual(['places', 'moved']);
  expect(read(withMoved.fragment)?.rest.view).toMatchObject({ pinned: [], hidden: [a] });
  const withView = writeLink(
    stateOf({ added: [...long, ...long.map((id) => `${id}-twice` as EntityId)] }, { selection: ['b'] }),
  );
  expect(withView).toEqual({ fragment: '#v1&s=b&d=home', left: ['view'] });
  const withAll = writeLink(stateOf({ focus: { ids: long, hops: 0 } }, { selection: long }));
  expect(withAll).toEqual({ fragment: '#v1&d=home', left: ['selection'] });
  for (const { fragment } of [withPlaces, withMoved]) expect(fragment.length).toBeLessThanOrEqual(LONGEST_FRAGMENT);
});

test('what cannot be read is null, and nothing is thrown', () => {
  expect(readPacked('AAAA', dataset)).toBeNull();
  expect(readPacked('', dataset)).toBeNull();
});
