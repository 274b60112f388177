import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntityId } from '../model/records.ts';
import { readFragment, writeFragment } from './fragment.ts';

const id = fc.string({ minLength: 1, unit: 'grapheme' });
const anyAddress = fc.record({
  selection: fc.array(id, { maxLength: 4 }),
  focus: fc.option(
    fc.record({
      ids: fc.array(id as fc.Arbitrary<EntityId>, { minLength: 1, maxLength: 3 }),
      hops: fc.integer({ min: 0, max: 3 }),
    }),
  ),
  tab: fc.constantFrom('graph' as const, 'table' as const, 'sources' as const, 'timeline' as const),
  dataset: fc.option(id),
  packed: fc.option(fc.stringMatching(/^[\w-]{1,20}$/)),
  told: fc.option(fc.record({ story: id, step: id })),
});

describe('the fragment', () => {
  test('reads what it wrote, for any ids', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readFragment(writeFragment(address))).toEqual(address);
      }),
    );
  });

  test('stays as it was while nothing but selection, focus and tab is to be said', () => {
    expect(writeFragment({})).toBe('');
    expect(writeFragment({ selection: ['musk'], focus: null, tab: 'graph' })).toBe('#v1&s=musk');
    expect(writeFragment({ selection: ['a,b'], focus: { ids: ['xi' as EntityId], hops: 2 }, tab: 'table' })).toBe(
      '#v1&s=a%2Cb&f=2:xi&t=table',
    );
  });

  test('names a step of a story by its ids', () => {
    expect(writeFragment({ told: { story: 'who', step: 'a:b,c' } })).toBe('#v1&p=who:a%3Ab%2Cc');
    expect(readFragment('#v1&p=who:first')).toMatchObject({ told: { story: 'who', step: 'first' }, selection: [] });
    for (const half of ['p=who', 'p=who:', 'p=:first']) expect(readFragment(`#v1&${half}`)?.told).toBeNull();
  });

  test('leaves out an id that no address can hold', () => {
    expect(writeFragment({ selection: ['a', '\ud800', 'b'] })).toBe('#v1&s=a,b');
  });

  test.each([
    '#v2&s=a',
    '#x',
    '#v1&f=9:a',
    '#v1&f=-1:a',
    '#v1&f=a',
    '#v1&s=%E0%A4%A',
    '#v1&d=%',
    `#v1&s=${'a'.repeat(30_000)}`,
  ])('refuses %.20s', (text) => {
    expect(readFragment(text)).toBeNull();
  });

  test('takes nothing from hostile parts', () => {
    expect(readFragment('#v1&f=&t=__proto__&__proto__=x&s=,,&d=&z=&p=a:b:c')).toEqual({
      selection: [],
      focus: null,
      tab: 'graph',
      dataset: null,
      packed: null,
      told: null,
    });
  });
});
