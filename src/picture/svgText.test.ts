// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, element, escapeText, num } from './svgText.ts';

describe('escapeText', () => {
  it('keeps markup as text', () => {
    expect(escapeText('<b a="1">\'&amp;')).toBe('&lt;b a=&quot;1&quot;&gt;&#39;&amp;amp;');
  });

  it('takes what XML forbids, and nothing visible', () => {
    expect(escapeText('a\u0000\u0007b\u2028c')).toBe('a b c');
    expect(escapeText('x\ud800y\udc00z')).toBe('x\ufffdy\ufffdz');
    expect(escapeText('p\uffff\ufffeq')).toBe('pq');
    expect(escapeText('\u202eabc\u202c \u2066d\u2069')).toBe('abc d');
    expect(escapeText('👩🏽‍🚀 שלום é')).toBe('👩🏽‍🚀 שלום é');
  });

  it('gives well-formed text and attributes for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, value) => {
        const xml = `<t${attributes({ v: value })}>${escapeText(text)}</t>`;
        const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
        expect(root.nodeName).toBe('t');
        expect(root.children.length).toBe(0);
        expect(escapeText(root.textContent ?? '')).toBe(escapeText(text));
      }),
      { numRuns: 40 },
    );
  });
});

describe('num', () => {
  it('rounds to a hundredth and never writes an exponent', () => {
    expect([1.005, -0.001, 1e-9, 12, 2.34567, Number.NaN, Infinity].map(num)).toEqual([
      '1',
      '0',
      '0',
      '12',
      '2.35',
      '0',
      '0',
    ]);
  });
});

describe('element', () => {
  it('leaves out undefined attributes and closes what is empty', () => {
    expect(element('rect', { class: undefined, x: 1.239 })).toBe('<rect x="1.24"/>');
    expect(element('g', {}, 'in')).toBe('<g>in</g>');
  });
});
