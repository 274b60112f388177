import { expect, test } from 'vitest';
import { KINDS } from '../model/records.ts';
import { PALETTES } from './palette.ts';

/** Relative luminance and contrast of #rrggbb colours, WCAG 2.2. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'] as const)('%s: text at least 4.5:1, shapes and lines at least 3:1', (theme) => {
  const { ground, sheet, ink, soft, line, faint, dispute, ring, icon, kinds } = PALETTES[theme];
  for (const back of [ground, sheet]) {
    for (const text of [ink, soft]) expect(contrast(text, back), `${text} on ${back}`).toBeGreaterThanOrEqual(4.5);
    for (const mark of [line, faint, dispute, ring])
      expect(contrast(mark, back), `${mark} on ${back}`).toBeGreaterThanOrEqual(3);
    for (const kind of KINDS) expect(contrast(kinds[kind], back), kind).toBeGreaterThanOrEqual(4.5);
  }
  for (const kind of KINDS) expect(contrast(icon, kinds[kind]), `icon on ${kind}`).toBeGreaterThanOrEqual(4.5);
});

test('red is kept for disputes: no kind is near its hue', () => {
  const hue = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
    const [low, high] = [Math.min(r, g, b), Math.max(r, g, b)];
    if (high - low < 0.12) return 180;
    const turn =
      high === r ? (g - b) / (high - low) : high === g ? 2 + (b - r) / (high - low) : 4 + (r - g) / (high - low);
    return (turn * 60 + 360) % 360;
  };
  for (const { kinds } of Object.values(PALETTES)) {
    for (const kind of KINDS) expect(Math.abs(((hue(kinds[kind]) + 180) % 360) - 180), kind).toBeGreaterThan(25);
  }
});
