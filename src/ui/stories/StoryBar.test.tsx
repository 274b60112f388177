// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { StoryBar } from './StoryBar.tsx';

const dataset = storyDataset();
const [story] = (dataset.file.stories ?? []) as { id: string; steps: { title: string; caption: string }[] }[];

function open(step = 0) {
  const panel = renderPanel(<StoryBar />, dataset);
  // jsdom does not lay out, so it has nothing to scroll.
  panel.doing(() => panel.store.dispatch('goToStep', { story: story!.id, step }));
  const told = () => panel.box.querySelector('[data-told]')?.textContent ?? '';
  const button = (name: string) => findByText(panel.box, 'button', name);
  return { ...panel, told, button };
}

test('tells one step at a time, and says which', () => {
  const { box, told, button, click } = open();
  expect(box.querySelectorAll('[data-told]')).toHaveLength(1);
  expect(told()).toContain(story!.steps[0]!.caption);
  expect(button('Back')?.getAttribute('aria-disabled')).toBe('true');
  click(button('Next'));
  expect(told()).toContain(story!.steps[1]!.caption);
  expect(box.textContent).toContain(`Step 2 of ${story!.steps.length}`);
  const ticks = [...box.querySelectorAll('ol button')];
  expect(ticks.map((tick) => tick.getAttribute('aria-current'))).toEqual(
    story!.steps.map((_, i) => (i === 1 ? 'step' : null)),
  );
  click(ticks.at(-1));
  expect(told()).toContain(story!.steps.at(-1)!.caption);
  expect(ticks[4]?.getAttribute('aria-label')).toBe(`Step 5: ${story!.steps[4]!.title}`);
});

test('ends in the graph as it was', () => {
  const { store, button, click, box } = open(story!.steps.length - 1);
  expect(button('Next')).toBeUndefined();
  click(button('Explore the graph'));
  expect(store.getState().playing).toBeNull();
  expect(box.textContent).toBe('');
});

test('says when the reader has gone on from a step, and shows it again', () => {
  const { store, doing, button, click } = open(1);
  expect(button('Show it again')).toBeUndefined();
  doing(() => store.dispatch('select', { ids: ['xi'] }));
  click(button('Show it again'));
  expect(store.getState().selection).toEqual(['r-musk-putin-contact']);
  expect(button('Show it again')).toBeUndefined();
});
