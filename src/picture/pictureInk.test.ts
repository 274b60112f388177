import { describe, expect, it } from 'vitest';
import { KINDS } from '../model/records.ts';
import { INKS } from './pictureInk.ts';

/** Relative luminance of #rrggbb, WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

describe('inks without colour', () => {
  it.each(['grey', 'print'] as const)('%s can be read, and marks a dispute by a heavier edge', (style) => {
    const { palette, chip } = INKS[style];
    for (const text of [palette.ink, palette.soft, palette.dispute]) {
      expect(contrast(text, palette.ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const mark of [palette.line, palette.faint]) expect(contrast(mark, palette.ground)).toBeGreaterThanOrEqual(3);
    for (const kind of KINDS) expect(contrast(palette.icon, palette.kinds[kind]), kind).toBeGreaterThanOrEqual(4.5);
    expect(chip).toBeGreaterThan(INKS.light.chip * 1.5);
  });

  it('print is black on white alone', () => {
    const { kinds, ...colours } = INKS.print.palette;
    const all = new Set([...Object.values(colours), ...Object.values(kinds)]);
    expect([...all].toSorted()).toEqual(['#000000', '#ffffff']);
  });
});
