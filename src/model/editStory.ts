import type { Story, StoryStep } from './story.ts';

/** A step that has no id yet. */
export type NewStep = Omit<StoryStep, 'id'>;

/** The first of `name-1`, `name-2` ... that nothing has. */
function findFreeId(name: string, taken: (id: string) => boolean): string {
  let number = 1;
  while (taken(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/** A story without steps, with an id that is not `taken` by anything. */
export function createStory(title: string, taken: (id: string) => boolean): Story {
  return { id: findFreeId('story', taken), title, steps: [] };
}

/** A story with a step more at its end. */
export function addStep(story: Story, step: NewStep): Story {
  const id = findFreeId('step', (each) => story.steps.some((other) => other.id === each));
  return { ...story, steps: [...story.steps, { id, ...step }] };
}

/** A story with some of one step changed; a field given as undefined goes. */
export function changeStep(
  story: Story,
  id: string,
  change: { readonly [Name in keyof NewStep]?: NewStep[Name] | undefined },
): Story {
  const steps = story.steps.map((step) => {
    if (step.id !== id) return step;
    const entries = Object.entries({ ...step, ...change }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as StoryStep;
  });
  return { ...story, steps };
}

/** A story with one step `by` places later, or earlier where it is negative; as far as there are places. */
export function moveStep(story: Story, id: string, by: number): Story {
  const from = story.steps.findIndex((step) => step.id === id);
  const step = story.steps[from];
  if (!step) return story;
  const others = story.steps.filter((each) => each !== step);
  return insertStep({ ...story, steps: others }, step, Math.max(0, from + by));
}

/** A story with a step put in at a place; at the end where there are fewer. */
export function insertStep(story: Story, step: StoryStep, at: number): Story {
  return { ...story, steps: story.steps.toSpliced(at, 0, step) };
}

/** A story without one of its steps. */
export function removeStep(story: Story, id: string): Story {
  return { ...story, steps: story.steps.filter((step) => step.id !== id) };
}
