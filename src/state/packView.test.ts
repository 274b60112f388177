import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LONGEST_FRAGMENT, readFragment } from './fragment.ts';
import { anyRest, BARE_REST } from './linkFixture.ts';
import { MOST_TEXT, packText, unpackText } from './packText.ts';
import { packView, unpackView } from './packView.ts';

const pack = (value: unknown): string => packText(typeof value === 'string' ? value : JSON.stringify(value)) ?? '';
const rawBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

describe('the packed part of a link', () => {
  test('says nothing of the view in which a dataset opens', () => {
    expect(packView(BARE_REST)).toBe('');
    // Blanks alone filter nothing.
    const blank = { ...BARE_REST, view: { ...BARE_REST.view, filters: { ...BARE_REST.view.filters, text: '  ' } } };
    expect(packView(blank)).toBe('');
  });

  test('reads what it wrote, for any view', () => {
    fc.assert(
      fc.property(anyRest, (rest) => {
        const packed = packView(rest);
        expect(packed).toMatch(/^[\w-]*$/);
        expect(packed === '' ? BARE_REST : unpackView(packed ?? '?')).toEqual(rest);
      }),
      { numRuns: 500 },
    );
  });

  test('holds what is beyond its bounds at their edge, and can still be read', () => {
    const far = {
      ...BARE_REST,
      view: { ...BARE_REST.view, asOf: 1e9, moved: new Map([['a' as never, { x: 1e12, y: -1e12 }]]) },
      cameraAt: { x: -0.001, y: 1 / 3, zoom: 1e-9 },
    };
    const read = unpackView(packView(far) ?? '?');
    expect(read?.view.moved.get('a' as never)).toEqual({ x: 1_000_000, y: -1_000_000 });
    expect(read?.cameraAt).toEqual({ x: 0, y: 0.33, zoom: 0.001 });
  });

  test('does not write what would be too long to be read', () => {
    const added = Array.from({ length: 30_000 }, (_, i) => `entity-${i}` as never);
    expect(packView({ ...BARE_REST, view: { ...BARE_REST.view, added } })).toBeNull();
  });
});

describe('hostile packed parts', () => {
  const EVIL: readonly (readonly [string, unknown])[] = [
    ['an array', []],
    ['null', null],
    ['a number', 7],
    ['text that is no JSON', '{"f":'],
    ['a list in place of filters', { f: [] }],
    ['a text in place of ids', { e: 'musk' }],
    ['numbers for ids', { e: [1, 2] }],
    ['nested ids', { e: [['musk']] }],
    ['a reversed interval', { h: [19_000, 18_000] }],
    ['half an interval', { h: [19_000] }],
    ['an interval of texts', { h: ['2022', '2024'] }],
    ['a day before all days', { a: -1e9 }],
    ['half a day', { a: 0.5 }],
    ['a day as text', { a: '19000' }],
    ['infinity', '{"a":1e999}'],
    ['infinite places', '{"m":["musk",1e999,0]}'],
    ['a place too far', { m: ['musk', 1e9, 0] }],
    ['a place without its y', { m: ['musk', 1] }],
    ['places that are objects', { m: [{ id: 'musk' }, 1, 2] }],
    ['a camera at no height', { v: [0, 0, 0] }],
    ['a camera too near', { v: [0, 0, 1e9] }],
    ['a camera without zoom', { v: [0, 0] }],
    ['an unknown arrangement', { r: 'circle' }],
    ['an unknown dispute', { f: { d: 'maybe' } }],
    ['minus one origin', { f: { o: -1 } }],
    ['a text filter that is a list', { f: { x: ['a'] } }],
    ['a question of one', { q: ['musk'] }],
    ['a question to numbers', { q: [1, 2, 0, -1] }],
    ['a voice that is a list', { w: ['unstated'] }],
    ['a tie to no node', { n: ['a', 0, 0, 0], t: [0, 7, 50] }],
    ['a side that is none', { n: ['a', 0, 0, 9] }],
    ['true for one', { u: true }],
  ];
  test.each(EVIL)('%s is refused', (_, value) => {
    expect(unpackView(pack(value))).toBeNull();
  });

  test('keys that every object has mean nothing', () => {
    const read = unpackView(pack('{"__proto__":{"f":{"o":3}},"constructor":1,"toString":2,"f":{"__proto__":{"o":3}}}'));
    expect(read).toEqual(BARE_REST);
    expect(Reflect.get({}, 'o')).toBeUndefined();
  });

  test('letters of later versions are passed over', () => {
    expect(unpackView(pack({ later: [1], e: ['musk'] }))?.view.expanded).toEqual(['musk']);
  });

  test('ids are kept apart and once each, thousands of them too', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `e${i % 15_000}`);
    expect(unpackView(pack({ i: many }))?.view.hidden).toHaveLength(15_000);
    expect(unpackView(pack({ e: ['__proto__', '__proto__'] }))?.view.expanded).toEqual(['__proto__']);
  });

  test.each(['', '%', 'a b', 'äö', '=====', '....', 'A', 'A'.repeat(19_000), '_'.repeat(1000)])(
    '%.9s is no packed text',
    (text) => {
      expect(unpackView(text)).toBeNull();
    },
  );

  test('a text cut anywhere or with a letter changed is refused or checked, never thrown', () => {
    const packed = pack({ f: { m: ['stated'] }, m: ['musk', 100, 200, 'putin', -3, 4], v: [1, 2, 1.5] });
    for (let at = 0; at < packed.length; at += 1) {
      expect(() => unpackView(packed.slice(0, at))).not.toThrow();
      for (const letter of 'A_z0')
        expect(() => unpackView(packed.slice(0, at) + letter + packed.slice(at + 1))).not.toThrow();
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void unpackView(rawBase64(bytes))));
    fc.assert(fc.property(fc.jsonValue(), (value) => void unpackView(pack(value))));
  });

  test('bytes that are no text are refused', () => {
    expect(unpackText(rawBase64(deflateSync(Uint8Array.of(0x7b, 0xff, 0x7d))))).toBeNull();
  });

  test('a bomb is left before it has grown', () => {
    const bomb = rawBase64(deflateSync(new Uint8Array(14_000_000), { level: 9 }));
    expect(bomb.length).toBeLessThan(LONGEST_FRAGMENT);
    const started = performance.now();
    expect(unpackView(bomb)).toBeNull();
    expect(performance.now() - started).toBeLessThan(50);
    expect(packText('a'.repeat(MOST_TEXT + 1))).toBeNull();
    expect(unpackText(packText('a'.repeat(MOST_TEXT)) ?? '')).toHaveLength(MOST_TEXT);
  });

  test('ten million letters are refused at once', () => {
    const long = `#v1&z=${'A'.repeat(10_000_000)}`;
    const started = performance.now();
    expect(readFragment(long)).toBeNull();
    expect(performance.now() - started).toBeLessThan(50);
  });

  test('deep nesting is no way through', () => {
    expect(unpackView(rawBase64(deflateSync(strToU8(`${'['.repeat(90_000)}${']'.repeat(90_000)}`))))).toBeNull();
  });
});
