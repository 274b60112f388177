// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { GraphView } from './GraphView.tsx';

// The canvas needs a browser that draws.
vi.mock('./CanvasHost.tsx', () => ({ CanvasHost: () => null }));

const story = storyDataset();

/** All entities in one row, in the order of the file. */
const ROW = [...story.entities.keys()];

function open(selection: readonly string[]) {
  const panel = renderPanel(<GraphView firstPicture="" />, story, selection);
  const nodes = new Map(ROW.map((id, i) => [id, { x: i * 200, y: 0, side: 'below' as const }]));
  const { datasetVersion: version } = panel.store.getState();
  panel.doing(() => panel.store.dispatch('place', { placement: { nodes, ties: new Map() }, version, fresh: true }));
  const field = panel.box.querySelector('[role="application"]');
  return {
    ...panel,
    key: (name: string) => panel.press(field, name),
    selected: () => panel.store.getState().selection,
    said: () => panel.store.getState().said,
  };
}

test('the arrow keys walk and leave behind what they come from', () => {
  const { key, selected } = open(['musk']);
  key('ArrowRight');
  expect(selected()).toEqual(['putin']);
});

test('Space keeps what is selected, so that two can be selected by walking', () => {
  const { key, selected, said } = open(['musk']);
  key(' ');
  expect(said()).toBe('Elon Musk stays selected. The arrow keys add the next one.');
  key('ArrowRight');
  key('ArrowRight');
  expect(selected(), 'what is only passed does not stay').toEqual(['musk', 'trump']);
  expect(said()).toBe('Donald Trump, 2 entities selected');
  key(' ');
  key('ArrowLeft');
  expect(selected()).toEqual(['musk', 'trump', 'putin']);
});

test('Space again lets go, and any other way of selecting lets go of all', () => {
  const { key, selected, said, store, doing } = open(['musk']);
  key(' ');
  key(' ');
  expect(said()).toBe('Elon Musk does not stay selected');
  key('ArrowRight');
  expect(selected()).toHaveLength(1);
  key(' ');
  doing(() => store.dispatch('select', { ids: ['trump'] }));
  key('ArrowLeft');
  expect(selected()).toHaveLength(1);
});

test('what was selected otherwise stays from the first Space on', () => {
  const { key, selected } = open(['xi', 'musk']);
  key(' ');
  key('ArrowRight');
  expect(selected().slice(0, 2)).toEqual(['xi', 'musk']);
  expect(selected()).toHaveLength(3);
});
