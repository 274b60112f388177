import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addStep, changeStep, createStory, insertStep, moveStep, removeStep } from './editStory.ts';
import type { Story } from './story.ts';

const idsOf = ({ steps }: Story): string[] => steps.map(({ id }) => id);
const story = ['a', 'b', 'c'].reduce<Story>(
  (made, caption) => addStep(made, { caption }),
  createStory('S', () => false),
);

describe('writing a story', () => {
  test('gives ids that nothing has', () => {
    expect(createStory('', (id) => id === 'story-1')).toEqual({ id: 'story-2', title: '', steps: [] });
    expect(idsOf(story)).toEqual(['step-1', 'step-2', 'step-3']);
    expect(idsOf(addStep(removeStep(story, 'step-2'), { caption: '' }))).toEqual(['step-1', 'step-3', 'step-2']);
  });

  test('changes one step and leaves the others by reference; what is undefined goes', () => {
    const selected = changeStep(story, 'step-2', { selection: ['x'], title: 'T' });
    const changed = changeStep(selected, 'step-2', { selection: undefined, caption: 'new' });
    expect(changed.steps[1]).toStrictEqual({ id: 'step-2', title: 'T', caption: 'new' });
    expect(changed.steps[0]).toBe(story.steps[0]);
  });

  test('moves a step as far as there are places', () => {
    expect(idsOf(moveStep(story, 'step-3', -1))).toEqual(['step-1', 'step-3', 'step-2']);
    expect(idsOf(moveStep(story, 'step-1', 9))).toEqual(['step-2', 'step-3', 'step-1']);
    expect(idsOf(moveStep(story, 'step-1', -1))).toEqual(idsOf(story));
    expect(moveStep(story, 'none', 1)).toBe(story);
  });

  test('deleting and putting back is the same as nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 }), (at) => {
        const step = story.steps[at]!;
        const without = removeStep(story, step.id);
        expect(without.steps).not.toContain(step);
        expect(insertStep(without, step, at)).toEqual(story);
      }),
    );
  });
});
