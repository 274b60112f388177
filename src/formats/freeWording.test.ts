import { expect, it } from 'vitest';
import { sayable } from './freeWording.ts';

it.each([
  'owns',
  'is married to',
  'director of',
  'Member of the board of',
  'paid',
  'co-founded',
  'works for',
  'was accused by',
  'lobbied',
])('%s stands between two names as it is', (wording) => {
  expect(sayable(wording)).toEqual({ full: wording, short: wording });
});

it.each([
  'Ownership',
  'Director',
  'Business',
  'Investors',
  'President/CEO',
  'ties',
  'Vice-president',
  'analysis',
  '习近平',
])('%s is quoted, and stands on the line as it is', (wording) => {
  expect(sayable(` ${wording} `)).toEqual({ full: `has the relation “${wording}” to`, short: wording });
});
