// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Box } from '../../model/layoutProblem.ts';
import { parseStories } from '../../model/parseStories.ts';
import type { EntityId } from '../../model/records.ts';
import { buildInitialState, type LookAt } from '../../state/appState.ts';
import { createAppStore } from '../../state/createAppStore.ts';
import { selectScene } from '../../state/selectors.ts';
import { storyDataset } from '../kit/PanelFixture.tsx';
import { followCamera } from './followCamera.ts';

const story = storyDataset();
const ids = [...story.entities.keys()];
const FAR = 10_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A camera over a view of 800 × 600, and what it was told. */
function fakeLens() {
  const told: string[] = [];
  let at: LookAt = { x: 0, y: 0, zoom: 1 };
  const size = () => ({ width: 800 / at.zoom, height: 600 / at.zoom });
  return {
    told,
    fit: ({ x, y, width, height }: Box) => {
      told.push('fit');
      at = { x: x + width / 2, y: y + height / 2, zoom: Math.min(800 / width, 600 / height, 2) };
    },
    zoomBy: (factor: number) => {
      told.push('zoom');
      at = { ...at, zoom: at.zoom * factor };
    },
    panBy: (dx: number, dy: number) => {
      told.push('pan');
      at = { ...at, x: at.x - dx / at.zoom, y: at.y - dy / at.zoom };
    },
    lookAt: (look: LookAt) => {
      told.push('look');
      at = look;
    },
    look: () => at,
    extent: () => ({ x: at.x - size().width / 2, y: at.y - size().height / 2, ...size() }),
  };
}

/** The story in a row, with the last one far away. */
function open(cameraAt: LookAt | null = null) {
  const places = ids.map((id, i) => [id, { x: i === ids.length - 1 ? FAR : 100 * i, y: 0, side: 'below' }] as const);
  const state = buildInitialState(story, { nodes: new Map(places), ties: new Map() }, parseStories(story));
  const store = createAppStore({ ...state, cameraAt });
  const lens = fakeLens();
  const camera = followCamera(store, lens);
  store.subscribe((now) => camera.follow(now));
  const take = () => lens.told.splice(0);
  const isInView = (id: EntityId | undefined): boolean => {
    const node = selectScene(store.getState()).nodes.find((each) => each.id === id);
    const { x, y, width, height } = lens.extent();
    return node !== undefined && node.x > x && node.x < x + width && node.y > y && node.y < y + height;
  };
  return { store, lens, camera, take, isInView };
}

describe('where it looks', () => {
  test('the whole at first, or where the link says', () => {
    expect(open().take()).toEqual(['fit']);
    const { lens, take } = open({ x: 7, y: 8, zoom: 0.9 });
    expect([take(), lens.look()]).toEqual([['look'], { x: 7, y: 8, zoom: 0.9 }]);
  });

  test('the store is told once it rests, after the reader has moved it by hand or by a command', () => {
    const { store, lens, camera } = open();
    vi.advanceTimersByTime(1000);
    expect(store.getState().cameraAt).toBe(null);
    lens.panBy(10, 0);
    camera.moved();
    vi.advanceTimersByTime(200);
    camera.moved();
    vi.advanceTimersByTime(200);
    expect(store.getState().cameraAt).toBe(null);
    vi.advanceTimersByTime(200);
    expect(store.getState().cameraAt).toEqual(lens.look());
    store.dispatch('zoomIn');
    vi.advanceTimersByTime(400);
    expect(store.getState().cameraAt).toEqual(lens.look());
  });

  test('what a story frames, and it again when the view has another size; then everything', () => {
    const { store, lens, camera, take, isInView } = open();
    const last = ids.at(-1);
    take();
    store.dispatch('setStories', [
      { id: 's', title: 'S', steps: [{ id: '1', caption: '', show: [last as string], selection: [ids[0] as string] }] },
    ]);
    store.dispatch('startStory', 's');
    expect(take()).toEqual(['fit']);
    expect([isInView(last), isInView(ids[0])]).toEqual([true, false]);
    camera.resized();
    // Not what is selected: the reader has not touched it.
    expect(take()).toEqual(['fit']);
    expect([isInView(last), isInView(ids[0]), store.getState().cameraAt]).toEqual([true, false, null]);
    store.dispatch('endStory');
    camera.resized();
    expect(lens.extent().width).toBeGreaterThan(FAR);
  });

  test('fitting again forgets it', async () => {
    const { store, camera } = open({ x: 7, y: 8, zoom: 0.9 });
    camera.moved();
    store.dispatch('focusOn', { ids: [ids[0] as EntityId], hops: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.getState().cameraAt).toBe(null);
  });

  test('a wish is fulfilled once, even where another follower answers in between', () => {
    const { store, take } = open();
    const stop = store.subscribe((now) => {
      if (now.said === '') store.dispatch('report', { said: 'x' });
    });
    take();
    store.dispatch('zoomIn');
    stop();
    expect(take()).toEqual(['zoom']);
  });
});

describe('what was asked for comes into view', () => {
  const last = ids.at(-1);

  test('by fitting the whole while it is fitted', () => {
    const { store, take, isInView } = open();
    store.dispatch('focusOn', { ids: [ids[0] as EntityId], hops: 0 });
    take();
    store.dispatch('setView', { added: [last as EntityId] });
    expect(take()).toEqual(['fit']);
    expect(isInView(last)).toBe(true);
  });

  test('by moving no more than needed after the reader has moved it; filters move nothing', () => {
    const { store, take, isInView } = open();
    store.dispatch('focusOn', { ids: [ids[0] as EntityId], hops: 0 });
    store.dispatch('lookAt', { x: 0, y: 0, zoom: 1 });
    take();
    store.dispatch('setView', { added: [last as EntityId] });
    expect(take()).toEqual(['pan']);
    expect(isInView(last)).toBe(true);
    store.dispatch('setFilters', { minOrigins: 1 });
    store.dispatch('clearFilters');
    store.dispatch('hide', [last as EntityId]);
    store.dispatch('showHidden');
    expect(take()).toEqual([]);
  });
});

test('what a link shows is not moved for what it selects', () => {
  const { store, camera, take } = open({ x: -5000, y: 0, zoom: 1 });
  store.dispatch('select', { ids: [ids[0] as EntityId] });
  take();
  camera.resized();
  expect(take()).toEqual(['look']);
  camera.touched();
  camera.resized();
  expect(take()).toEqual(['look', 'pan']);
});

test('another size fits again, until the reader has touched what was fitted', () => {
  const { store, camera, take } = open();
  take();
  camera.resized();
  expect(take()).toEqual(['fit']);
  camera.touched();
  camera.resized();
  expect(take()).toEqual([]);
  store.dispatch('fit');
  take();
  camera.resized();
  expect(take()).toEqual(['fit']);
  store.dispatch('lookAt', { x: 0, y: 0, zoom: 1 });
  camera.resized();
  expect(take()).toEqual(['look']);
});
