import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_HEIGHT, measureText, textBlock, wrapText } from './textMetrics.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('measureText', () => {
  it('gives the widths that the fonts state', () => {
    expect(measureText('A', 1000, 'regular')).toBe(543);
    expect(measureText('A', 1000, 'semibold')).toBe(558);
    expect(measureText(' ', 1000, 'regular')).toBe(200);
    expect(measureText('Musk', 10, 'regular')).toBeCloseTo(21.85, 6);
  });

  it('gives accented letters the width of their base, composed or not', () => {
    expect(measureText('é', 20, 'regular')).toBe(measureText('e', 20, 'regular'));
    expect(measureText('e\u0301', 20, 'regular')).toBe(measureText('e', 20, 'regular'));
    expect(measureText('й', 20, 'regular')).toBeGreaterThan(5);
    expect(measureText('ř', 20, 'semibold')).toBe(measureText('r', 20, 'semibold'));
  });

  it('gives other scripts a width per script', () => {
    expect(measureText('习近平', 10, 'regular')).toBe(30);
    expect(measureText('한국', 10, 'regular')).toBe(20);
    expect(measureText('😀', 10, 'regular')).toBe(13);
    expect(measureText('\u200b\u200d\u202e', 10, 'regular')).toBe(0);
    expect(measureText('محمد', 10, 'regular')).toBeGreaterThan(15);
    expect(measureText('𠀀', 10, 'semibold')).toBe(10);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const sum = measureText(a, 12, 'regular') + measureText(b, 12, 'regular');
        expect(measureText(`${a} ${b}`, 12, 'regular')).toBeCloseTo(sum + measureText(' ', 12, 'regular'), 6);
      }),
    );
  });
});

describe('textBlock', () => {
  it('is as wide as the widest line and LINE_HEIGHT high for each', () => {
    expect(textBlock(['A', 'AA'], 1000, 'regular')).toEqual({ width: 1086, height: 2 * 1000 * LINE_HEIGHT });
    expect(textBlock([], 10, 'regular')).toEqual({ width: 0, height: 0 });
  });
});

describe('wrapText', () => {
  it('balances instead of leaving a lone last word', () => {
    expect(wrapText('The Wall Street Journal', 120, 13, 'semibold')).toEqual(['The Wall', 'Street Journal']);
    expect(wrapText('Elon Musk', 120, 13, 'semibold')).toEqual(['Elon Musk']);
  });

  it('breaks after hyphens and slashes', () => {
    expect(wrapText('Brandenburg/Mecklenburg', 90, 13, 'regular')).toEqual(['Brandenburg/', 'Mecklenburg']);
    expect(wrapText('vice-president', 55, 13, 'regular')).toEqual(['vice-', 'president']);
  });

  it('cuts one overlong word, keeping graphemes whole', () => {
    const family = '👨‍👩‍👧';
    const lines = wrapText(family.repeat(3), 45, 10, 'regular');
    expect(lines.join('')).toBe(family.repeat(3));
    for (const line of lines) expect(line.startsWith('👨')).toBe(true);
    expect(wrapText('e\u0301'.repeat(40), 50, 10, 'regular').every((line) => line.startsWith('e'))).toBe(true);
  });

  it('cuts a word that is a little too long in the middle, not before its last letter', () => {
    const name = 'Brzęczyszczykiewicz';
    const width = measureText(name, 13, 'semibold');
    for (const share of [0.98, 0.75, 0.6]) {
      const lines = wrapText(name, width * share, 13, 'semibold');
      expect(lines.join('')).toBe(name);
      expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(7);
    }
  });

  it('ends with an ellipsis only where lines are limited', () => {
    const lines = wrapText('one two three four five six seven', 40, 12, 'regular', 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(measureText(line, 12, 'regular')).toBeLessThanOrEqual(40);
    expect(wrapText('one two', 100, 12, 'regular', 2)).toEqual(['one two']);
  });

  it('drops nothing and keeps to the width', () => {
    const unit = fc.oneof(
      fc.constantFrom(' ', '-', '/', '习', 'é', 'Ж', '😀'),
      fc.string({ minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(unit), fc.integer({ min: 30, max: 200 }), (parts, width) => {
        const text = parts.join('');
        const lines = wrapText(text, width, 12, 'semibold');
        expect(squeeze(lines.join(''))).toBe(squeeze(text));
        for (const line of lines) expect(measureText(line, 12, 'semibold')).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  it('wraps a name of 10,000 characters', () => {
    expect(wrapText('x'.repeat(10_000), 110, 13, 'semibold').join('')).toHaveLength(10_000);
    expect(wrapText('', 100, 12, 'regular')).toEqual([]);
  });
});

describe('the committed table', () => {
  it('is what the shipped fonts give', async (context) => {
    const script = new URL('../../scripts/generateMetrics.mjs', import.meta.url).href;
    const { buildMetricsSource } = (await import(/* @vite-ignore */ script)) as {
      buildMetricsSource: () => Promise<string>;
    };
    const source = await buildMetricsSource().catch((error: unknown) => String(error));
    if (!source.includes('RANGES')) context.skip(`fonts could not be read: ${source}`);
    expect(readFileSync(new URL('./generated/advanceWidths.ts', import.meta.url), 'utf8')).toBe(source);
  });
});
