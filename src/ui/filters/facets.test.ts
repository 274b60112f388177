import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTicked, toggleValue, withUnknown } from './facets.ts';

const offered = ['a', 'b', 'c', 'd'];
const lists = fc.option(fc.uniqueArray(fc.constantFrom(...offered, 'gone', 'lost')), { nil: null });

describe('a list of ticks', () => {
  test('unticking the first excludes it, ticking the last lets all through', () => {
    expect(toggleValue(null, offered, 'b')).toEqual(['a', 'c', 'd']);
    expect(toggleValue(['d', 'a', 'c'], offered, 'b')).toBeNull();
    expect(toggleValue(['a'], offered, 'a')).toEqual([]);
    expect(toggleValue([], offered, 'c')).toEqual(['c']);
  });

  test('what the dataset does not have stays until it is unticked', () => {
    expect(withUnknown(offered, ['gone', 'a', 'gone'])).toEqual([...offered, 'gone']);
    expect(withUnknown(offered, null)).toBe(offered);
    expect(toggleValue(['gone', 'a'], [...offered, 'gone'], 'gone')).toEqual(['a']);
    expect(toggleValue(['gone', 'a'], offered, 'b')).toEqual(['a', 'b', 'gone']);
  });

  test('a toggle changes that value alone, and twice is none', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...offered), (list, value) => {
        const once = toggleValue(list, offered, value);
        expect(isTicked(once, value)).toBe(!isTicked(list, value));
        for (const other of offered) {
          if (other !== value) expect(isTicked(once, other)).toBe(isTicked(list, other));
        }
        const twice = toggleValue(once, offered, value);
        for (const other of offered) expect(isTicked(twice, other)).toBe(isTicked(list, other));
      }),
    );
  });
});
