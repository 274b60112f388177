import { expect, it } from 'vitest';
import type { PathAnswer } from '../model/pathAnswer.ts';
import type { EntityId } from '../model/records.ts';
import { publishedIds } from './publishedIds.ts';

const ids = ['a', 'b', 'c'] as EntityId[];
const path = { entities: ids, relations: [], others: [] };
const answer = {
  from: 'a',
  to: 'c',
  outcome: 'found',
  paths: [path],
  complete: true,
  blockedBy: [],
} as never as PathAnswer;
const question = { from: ids[0]!, to: ids[2]!, everything: false, chosen: 0 };
const selection = ['x'];

it('is the path that is lit, from end to end, and else what is selected', () => {
  expect(publishedIds({ selection, question, answer })).toBe(ids);
  expect(publishedIds({ selection, question: { ...question, chosen: -1 }, answer })).toBe(selection);
  expect(publishedIds({ selection, question, answer: null })).toBe(selection);
  // The answer of a question that was closed.
  expect(publishedIds({ selection, question: null, answer })).toBe(selection);
});
