import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { buildStepView } from './buildStepView.ts';
import { chooseRelations } from './chooseRelations.ts';
import { dayNumber } from './dates.ts';
import { findAllProblems } from './parseDataset.ts';
import { parseStories } from './parseStories.ts';
import type { DatasetFile } from './records.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { standingOf } from './standing.ts';
import type { Story } from './story.ts';
import { storySchema } from './storySchema.ts';
import { HOME } from './view.ts';

const withStories = (...stories: readonly unknown[]) =>
  buildDataset(
    sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c')])], {
      stories,
    }),
  );
const step = { id: 'one', caption: 'Look at a.' };
const story = { id: 's', title: 'A story', steps: [step] };
const withStep = (more: object) => withStories({ ...story, steps: [{ ...step, ...more }] });

describe('reading stories', () => {
  test('gives the very objects of the file, unknown fields and all', () => {
    const given = { ...story, mood: 'calm', steps: [{ ...step, selection: ['a', 'r', 'c', 's1'], show: ['b'] }] };
    const parsed = parseStories(withStories(given));
    expect(parsed.issues).toEqual([]);
    expect(parsed.stories[0]).toBe(given);
  });

  test('takes a story that is still to be written', () => {
    expect(parseStories(withStories({ ...story, steps: [] })).stories).toHaveLength(1);
    expect(parseStories(buildDataset(sampleFile([], [])))).toEqual({ stories: [], refused: [], issues: [] });
  });

  test.each([
    ['no record', [7], 'stories[0]'],
    ['no id', [{ ...story, id: '' }], 'stories[0].id'],
    ['an id twice', [story, story], 'stories[1].id'],
    ['no title', [{ ...story, title: null }], 'stories[0].title'],
    ['no steps', [{ ...story, steps: undefined }], 'stories[0].steps'],
    ['a step twice', [{ ...story, steps: [step, step] }], 'stories[0].steps[1].id'],
    ['no caption', [{ ...story, steps: [{ id: 'x' }] }], 'stories[0].steps[0].caption'],
    ['a title that is no text', [{ ...story, steps: [{ ...step, title: 3 }] }], 'stories[0].steps[0].title'],
    ['a view of another kind', [{ ...story, steps: [{ ...step, view: 3 }] }], 'stories[0].steps[0].view'],
    [
      'a view of what is not there',
      [{ ...story, steps: [{ ...step, view: { hidden: ['nobody'] } }] }],
      'stories[0].steps[0].view.hidden[0]',
    ],
    [
      'a selection of nobody',
      [{ ...story, steps: [{ ...step, selection: ['x'] }] }],
      'stories[0].steps[0].selection[0]',
    ],
    ['a frame around nothing', [{ ...story, steps: [{ ...step, show: 'a' }] }], 'stories[0].steps[0].show'],
  ])('leaves out one with %s, and says where', (_, stories, where) => {
    const parsed = parseStories(withStories(...stories));
    expect(parsed.issues).toEqual([{ code: 'bad-story', where, params: {}, severity: 'warning' }]);
    expect(parsed.stories).toHaveLength(stories.length - 1);
  });

  test('is part of the strict check, and no reason to refuse a file', () => {
    const problems = findAllProblems(withStories(story, { id: 's2' }).file);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['bad-story', 'warning']]);
  });

  test('never throws, and what it takes is of the published shape', () => {
    const loose = fc.oneof(fc.constant(undefined), fc.constantFrom('a', 'x', ['a'], ['x'], null, 4), fc.object());
    const someStep = fc.record({ id: fc.constantFrom('1', '2', 3), caption: loose, view: loose, selection: loose });
    const some = fc.record({ id: loose, title: loose, steps: fc.oneof(fc.array(someStep, { maxLength: 3 }), loose) });
    fc.assert(
      fc.property(fc.array(fc.oneof(some, fc.anything()), { maxLength: 4 }), (stories) => {
        const parsed = parseStories(withStories(...stories));
        expect(parsed.stories.length + parsed.issues.length).toBe(stories.length);
        for (const each of parsed.stories) expect(v.is(storySchema, each)).toBe(true);
      }),
    );
  });
});

describe('what a step shows', () => {
  test('is the opening view with what the step says of it', () => {
    const dataset = withStep({ view: { asOf: '2024', hidden: ['b'] }, selection: ['a'], show: ['a'] });
    const [only] = parseStories(dataset).stories;
    expect(buildStepView(dataset, only!, 0)).toEqual({
      view: { ...HOME, asOf: dayNumber(2024, 12, 31), hidden: ['b'] },
      selection: ['a'],
      show: ['a'],
    });
  });

  test('is the opening view itself where it says nothing, and where there is no such step', () => {
    const dataset = withStories(story);
    const [only] = parseStories(dataset).stories;
    for (const index of [0, 1, -1]) {
      expect(buildStepView(dataset, only!, index)).toEqual({ view: HOME, selection: [], show: null });
    }
  });
});

describe('the story that is shipped', () => {
  const dataset = buildDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')) as DatasetFile);
  const { stories, issues } = parseStories(dataset);
  const told = stories[0] as Story;
  const disputed = [...dataset.relations.keys()].filter((id) => standingOf(dataset, id, null).disputed);

  test('can be played, and is of the published shape', () => {
    expect(issues).toEqual([]);
    expect(v.is(storySchema, told)).toBe(true);
    expect(told.steps.length).toBeGreaterThanOrEqual(6);
    expect(told.steps.length).toBeLessThanOrEqual(8);
  });

  test('has a step for every disputed relation, whose words say that it is disputed', () => {
    expect(disputed).toHaveLength(3);
    for (const id of disputed) {
      const own = told.steps.find(({ selection }) => selection?.includes(id));
      expect(own?.caption, id).toMatch(/denies|rejects|≠/);
      expect(own?.caption, id).toMatch(/Musk|Trump/);
    }
  });

  test('ends with exactly what is disputed', () => {
    const { view } = buildStepView(dataset, told, told.steps.length - 1);
    expect([...(chooseRelations(dataset, view).passing ?? [])].toSorted()).toEqual(disputed.toSorted());
    expect(told.steps.at(-1)?.caption).toContain('Three relations are disputed');
  });

  test('shows what each step selects', () => {
    for (const [i, { id, selection = [] }] of told.steps.entries()) {
      const { passing } = chooseRelations(dataset, buildStepView(dataset, told, i).view);
      for (const each of selection) expect(passing === null || passing.has(each as never), id).toBe(true);
    }
  });
});
