// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { writtenFile } from '../../state/writtenFile.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { StoryWriter } from './StoryWriter.tsx';

function open(id = '') {
  const panel = renderPanel(<StoryWriter />, storyDataset());
  const { box, store, doing } = panel;
  doing(() => store.dispatch('writeStory', id));
  const button = (name: string) =>
    [...box.querySelectorAll('button')].find((each) =>
      (each.getAttribute('aria-label') ?? each.textContent).startsWith(name),
    );
  const type = (label: string, text: string): void => {
    const field = [...box.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].find(
      (each) => (each.getAttribute('aria-label') ?? each.closest('label')?.textContent) === label,
    )!;
    // React hears of what is typed by the element's own setter.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, text);
    doing(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  };
  const stories = () => store.getState().stories;
  return { ...panel, button, type, stories };
}

// The first one: the page goes on asking for as long as it is open.
test('a reader who leaves with words that are not saved is asked', () => {
  const { store, doing, click, button, type } = open();
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(leave()).toBe(false);
  click(button('New story'));
  type('Title of the story', 'Mine');
  expect(leave()).toBe(true);
  doing(() => store.dispatch('openDialog', 'export'));
  expect(leave()).toBe(false);
});

test('a story is begun, named, filled with views and words, and is in the file', () => {
  const { store, doing, click, button, type, stories } = open();
  click(button('New story'));
  type('Title of the story', 'Mine');
  doing(() => store.dispatch('select', { ids: ['xi'] }));
  click(button('Keep this view as a step'));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Words of step 1');
  type('Words of step 1', 'Xi is named once.');
  type('Title of step 1', 'Xi');
  const mine = {
    id: 'story-1',
    title: 'Mine',
    steps: [{ id: 'step-1', caption: 'Xi is named once.', title: 'Xi', selection: ['xi'] }],
  };
  expect(stories().at(-1)).toEqual(mine);
  expect(writtenFile(store.getState()).stories).toEqual([...(storyDataset().file.stories ?? []), mine]);
  expect(store.getState().said).toBe('Step 1 added.');
});

test('a step takes the view as it is now, and is shown as it was taken', () => {
  const { store, doing, click, button, stories } = open('who-says-so');
  click(button('Show: step 2'));
  doing(() => store.dispatch('setClock', { asOf: 19_000 }));
  click(button('Update the view: step 2'));
  expect(stories()[0]?.steps[1]?.view).toMatchObject({ asOf: '2022-01-08' });
  expect(store.getState()).toMatchObject({ playing: { step: 1 }, view: { asOf: 19_000 } });
});

test('steps are put in another order', () => {
  const { click, button, stories } = open('who-says-so');
  const [first, second] = stories()[0]!.steps;
  expect(button('Move up: step 1')?.getAttribute('aria-disabled')).toBe('true');
  click(button('Move down: step 1'));
  expect(stories()[0]!.steps.slice(0, 2)).toEqual([second, first]);
});

test('what is deleted is put back where it was, and the focus is never lost', () => {
  const { box, click, button, stories } = open('who-says-so');
  const before = stories();
  click(button('Delete: step 3'));
  expect(stories()[0]!.steps).toHaveLength(before[0]!.steps.length - 1);
  expect(document.activeElement?.textContent).toBe('Put back');
  click(button('Put back'));
  expect(stories()).toEqual(before);
  click(button('Delete this story'));
  expect(stories()).toEqual([]);
  expect(findByText(box, 'p', 'Story deleted.')).toBeDefined();
  click(button('Put back'));
  expect(stories()).toEqual(before);
});
